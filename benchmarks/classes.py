"""How well the classes of marketed names agree with an independent classification.

    python benchmarks/classes.py --eval DIR [--db FILE]

``classes.tsv`` holds names with the classes they belong to (``mapped_classes``, joined by ``;``)
and classes that count neither way (``also_ok``); rows marked ambiguous are left out.
``class_words.tsv`` beside this file says which class of medcheck each of the set's words means.
A name has a class if an ingredient of one of its meanings is a member of it or of a class below
it. Every disagreement is listed; ``--judged FILE`` adds what was decided about it.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from medcheck.resolve import resolve_line
from medcheck.store import Store

_WORDS = Path(__file__).with_name("class_words.tsv")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def words() -> dict[str, frozenset[str]]:
    """The set's class words, and the class ids that each means."""
    return {row["word"]: frozenset(row["class_ids"].split(",")) for row in _rows(_WORDS)}


class Classes:
    """The classes of an ingredient, with all classes above them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parents = {c.class_id: c.parent_ids for c in store.classes()}

    def of(self, ingredient: str) -> set[str]:
        """Every class of ``ingredient``."""
        found: set[str] = set()
        row = self._store.ingredient(ingredient)
        pending = list(row.class_ids) if row else []
        while pending:
            class_id = pending.pop()
            if class_id not in found:
                found.add(class_id)
                pending.extend(self._parents[class_id])
        return found

    def of_name(self, name: str) -> tuple[set[str], set[str]]:
        """The classes and the ingredients of a name as it is read; empty sets if it is not known."""
        parts = resolve_line(name, self._store, self._store)
        meanings = [m.name for part in parts for m in part.meanings]
        ingredients = {t for m in meanings if m.target_kind == "ingredients" for t in m.targets}
        return {c for i in ingredients for c in self.of(i)}, ingredients


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--eval", required=True, type=Path, help="the directory of the evaluation sets")
    parser.add_argument("--db", help="a compiled store (default: the shipped one)")
    parser.add_argument("--judged", type=Path, help="a table: name, judgement")
    arguments = parser.parse_args()
    mapping = words()
    classes = Classes(Store.open(arguments.db))
    judged = {r["name"]: r["judgement"] for r in _rows(arguments.judged)} if arguments.judged else {}
    counts: dict[str, Counter[str]] = {word: Counter() for word in mapping}
    unknown, differing = [], []
    for row in _rows(arguments.eval / "classes.tsv"):
        if row["ambiguous"] == "1":
            continue
        found, ingredients = classes.of_name(row["name"])
        if not ingredients:
            unknown.append(row)
        got = {word for word, ids in mapping.items() if ids & found}
        wanted = set(row["mapped_classes"].split(";")) - {"none", ""}
        either = set(row["also_ok"].split(";"))
        for word, count in counts.items():
            if word in wanted:
                count["hit" if word in got else "missed" if ingredients else "unknown"] += 1
            elif word not in either:
                count["wrong" if word in got else "right"] += 1
        if wanted - got or got - wanted - either:
            differing.append((row, sorted(ingredients), sorted(wanted - got), sorted(got - wanted - either)))
    total: Counter[str] = sum(counts.values(), Counter())
    print(f"{'class':28s}{'n':>5s}  sensitivity  of known names  specificity")
    for word, count in [*counts.items(), ("all", total)]:
        known, others = count["hit"] + count["missed"], count["right"] + count["wrong"]
        n = known + count["unknown"]
        shares = f"{count['hit'] / max(n, 1):11.1%}  {count['hit'] / max(known, 1):14.1%}"
        print(f"{word:28s}{n:5d}  {shares}  {count['right'] / max(others, 1):11.2%}")
    print(f"\n{len(unknown)} names not recognised (counted as in no class):")
    for row in unknown:
        print(f"  {row['name']} ({row['generic']}): {row['mapped_classes']}")
    print(f"\n{len(differing)} disagreements:")
    for row, read_as, missing, extra in differing:
        said = "{name} ({generic}; {source_class})".format_map(row)
        print(f"  {said} read as {'+'.join(read_as) or '-'}")
        print(f"      missing {missing or '-'}  extra {extra or '-'}  {judged.get(row['name'], '')}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

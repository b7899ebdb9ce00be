"""How often names are read right, wrong or not at all, beside what others do.

    python benchmarks/accuracy.py --eval DIR [--db FILE] [--dner DIR] [--sample N] [--only-medcheck]

Right: one of the meanings answered is exactly the expected set of ingredients. "As a group": what was
answered is a class word ("estrogen") to which the expected ingredient belongs, and no ingredient at all;
it is neither right nor wrong, and every such answer is listed. The rivals
read the same names; ``drug-named-entity-recognition`` (``--dner``: a folder it was installed
into) reads its own. ``--sample N`` gives the rivals every Nth case: a WRatio scan takes 40 ms.
"""

from __future__ import annotations

import argparse
import string
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from cases import Answer, Names, Row, read
from rivals import Ranked, jaro_winkler, recogniser, symspell, wratio

from medcheck.match import IndexedKey, closest
from medcheck.text import compact, normalize

Verdict = tuple[set[Answer], list[set[Answer]]]
"""The answers given, and what was offered when none was given."""


class WithoutDrug:
    """An index from which every name of one drug is gone."""

    def __init__(self, names: Names, drug: Answer) -> None:
        self._names, self._drug = names, drug

    def fragment_keys(self, fragments: Iterable[str], /) -> list[IndexedKey]:
        """The keys left of those that share a fragment."""
        found = self._names.index.fragment_keys(fragments)
        return [key for key in found if self._drug not in self._names.answers([key])]


def medcheck_reads(names: Names, text: str, removed: Answer | None = None) -> tuple[Verdict, str]:
    """What medcheck answers or offers, and the name it read."""
    exact = [k for k in names.exact(text) if removed is None or removed not in names.answers([k])]
    if exact:
        return (names.answers(exact), []), exact[0].key
    index = names.index if removed is None else WithoutDrug(names, removed)
    outcome = closest(index, normalize(text))
    if outcome.accepted:
        return (names.answers([outcome.accepted.key]), []), outcome.accepted.key.key
    return (set(), [names.answers([c.key]) for c in outcome.candidates]), outcome.declined


def rival_reads(names: Names, ranked: Ranked) -> Callable[[str, Answer | None], Verdict]:
    """The same for a ranking method: its first name is its answer."""
    remembered: dict[str, list[str]] = {}

    def reads(text: str, removed: Answer | None) -> Verdict:
        key = normalize(text)
        if key not in remembered:
            remembered[key] = ranked(key)
        found = [names.answers([names.by_key[name]]) for name in remembered[key]]
        found = [answers for answers in found if removed is None or removed not in answers]
        return (found[0] if found else set(), [])

    return reads


def group_of(row: Row) -> str:
    """The line of the table that a case counts on."""
    return f"easy+faers {row['dist']} edits" if row["tier"] in ("easy", "faers") else row["tier"]


def percent(part: int, whole: int) -> str:
    """A share as text."""
    return f"{100 * part / whole:5.1f}" if whole else "    -"


def misspellings(names: Names, rows: list[Row]) -> None:
    """medcheck on every misspelling, with every wrong answer."""
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    wrong, lost, groups = [], [], []
    for row in rows:
        expected = names.expected(row["expected_generic"])
        (answers, offered), read_as = medcheck_reads(names, row["typed"])
        count = table[group_of(row)]
        count["n"] += 1
        if answers:
            said = (group_of(row), row["typed"], row["expected_generic"], read_as)
            if expected in answers:
                count["right"] += 1
            elif all(names.is_group_of(answer, expected) for answer in answers):
                count["as a group"] += 1
                groups.append(said)
            else:
                count["wrong"] += 1
                wrong.append(said)
        elif any(expected in o for o in offered[:3]):
            count["offered"] += 1
        else:
            lost.append((group_of(row), row["typed"], row["expected_generic"], read_as))
        if row["tier"] in ("easy", "faers"):
            (answers, _), _ = medcheck_reads(names, row["typed"], expected)
            count["answered without it"] += bool(answers)
    heads = "".join(f"{head:>7}" for head in ("right", "wrong", "group", "not"))
    print(f"{'medcheck, %':22}{'n':>6}{heads}  offered@3 of not  when removed")
    for group, c in sorted(table.items()):
        declined = c["n"] - c["right"] - c["wrong"] - c["as a group"]
        print(
            f"{group:22}{c['n']:6}{percent(c['right'], c['n']):>7}{100 * c['wrong'] / c['n']:7.2f}"
            f"{percent(c['as a group'], c['n']):>7}{percent(declined, c['n']):>7}"
            f"  {percent(c['offered'], declined)}  ({c['offered']} of {declined})"
            f"      {percent(c['answered without it'], c['n'])}"
        )
    print("\nEvery wrong answer (group, typed, expected, read as):")
    print(*(f"  {' | '.join(w)}" for w in sorted(wrong)), sep="\n")
    print("\nAnswered with a class word that the expected ingredient belongs to:")
    print(*(f"  {' | '.join(g)}" for g in sorted(groups)), sep="\n")
    print("\nNeither answered nor offered (group, typed, expected, why):")
    print(*(f"  {' | '.join(w)}" for w in sorted(lost)), sep="\n")


def not_drugs(names: Names, rows: list[Row]) -> None:
    """What must not be answered, and was, before the list of phrases that are no drugs is asked."""
    found = []
    for row in rows:
        (answers, _), read_as = medcheck_reads(names, row["input"])
        if answers:
            exact = "a listed name" if names.exact(row["input"]) else "a correction"
            found.append((row["input"], read_as, exact))
    print(f"\nnot_drugs: {len(found)} of {len(rows)} answered")
    print(*(f"  {' | '.join(f)}" for f in found), sep="\n")


def one_letter_damage(word: str, all_letters: bool) -> set[str]:
    """``word`` with one letter lost or two swapped, and with any letter changed or added too."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    found = {a + b[1:] for a, b in cuts if b} | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    if all_letters:
        found |= {a + c + b[skip:] for a, b in cuts for c in string.ascii_lowercase for skip in (0, 1)}
    return found - {word}


def look_alikes(names: Names, rows: list[Row]) -> None:
    """Each name its own drug, and no damaged name answered as its partner."""
    own = missing = asked = partner = other = 0
    for row in rows:
        for side, far in (("a", "b"), ("b", "a")):
            mine, theirs = names.expected(row[f"generic_{side}"]), names.expected(row[f"generic_{far}"])
            answers = names.answers(names.exact(row[f"name_{side}"]))
            own += mine in answers
            missing += not answers
            for damaged in sorted(one_letter_damage(compact(normalize(row[f"name_{side}"])), True)):
                if not names.exact(damaged):
                    asked += 1
                    (answers, _), _ = medcheck_reads(names, damaged)
                    partner += theirs in answers and mine not in answers
                    other += bool(answers) and mine not in answers
    total = 2 * len(rows)
    print(
        f"\nlook_alikes: {own} of {total} their own drug ({missing} not listed); of {asked} one-letter slips"
    )
    print(f"  {partner} answered with the partner, {other} with any other drug")


def damage(names: Names) -> None:
    """Every name of five letters or more with one letter lost or two swapped: another drug?"""
    asked = answered = wrong = 0
    for key in names.keys:
        if len(key.compact) >= 5:
            for damaged in one_letter_damage(key.compact, False):
                if not names.index.get_compact(damaged):
                    asked += 1
                    accepted = closest(names.index, normalize(damaged)).accepted
                    answered += accepted is not None
                    if accepted and not set(accepted.key.drugs) & set(key.drugs):
                        wrong += 1
                        print(f"  {damaged}: {key.key} answered as {accepted.key.key}")
    print(f"\ndamage: {asked} one-letter slips, {answered} answered, {wrong} as another drug")


def compare(names: Names, rows: list[Row], inputs: list[Row], sample: int, dner: Path | None) -> None:
    """The table of all methods."""
    rows, inputs = rows[::sample], inputs
    methods: dict[str, Callable[[str, Answer | None], Verdict]] = {
        "medcheck": lambda text, removed: medcheck_reads(names, text, removed)[0],
        "Jaro-Winkler .90": rival_reads(names, jaro_winkler(names)),
        "rapidfuzz WRatio 85": rival_reads(names, wratio(names)),
        "symspellpy distance 2": rival_reads(names, symspell(names)[0]),
    }
    recognise = recogniser(names, dner)
    if recognise:
        methods["d-n-e-r exact"] = lambda text, _: (recognise(text, False), [])
        methods["d-n-e-r fuzzy"] = lambda text, _: (recognise(text, True), [])
    else:
        print("\nnot installed: pip install drug-named-entity-recognition==2.0.9")
    groups = sorted({group_of(row) for row in rows})
    print(f"\nright / wrong / not answered, %, of {len(rows)} cases; removed: answered without its drug")
    for name, reads in methods.items():
        table: defaultdict[str, Counter[str]] = defaultdict(Counter)
        removed = plain = 0
        for row in rows:
            expected = names.expected(row["expected_generic"])
            answers, _ = reads(row["typed"], None)
            table[group_of(row)]["right" if expected in answers else "wrong" if answers else "not"] += 1
            if row["tier"] in ("easy", "faers") and not name.startswith("d-n-e-r"):
                plain += 1
                removed += bool(reads(row["typed"], expected)[0])
        answered = sum(bool(reads(row["input"], None)[0]) for row in inputs)
        cells = []
        for group in groups:
            total = table[group].total()
            shares = (percent(table[group][k], total).strip() for k in ("right", "wrong", "not"))
            cells.append(f"{group}: {' / '.join(shares)}")
        print(f"{name:22} {'; '.join(cells)}")
        print(f"{'':22} removed {percent(removed, plain).strip()}; not_drugs {answered} of {len(inputs)}")


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--eval", type=Path, required=True, help="the folder with misspellings.tsv")
    parser.add_argument("--db", type=Path, help="a compiled store (default: the shipped one)")
    parser.add_argument("--dner", type=Path, help="folder with drug-named-entity-recognition")
    parser.add_argument(
        "--sample", type=int, default=10, help="rivals get every Nth case (default 10; 1: all)"
    )
    parser.add_argument("--only-medcheck", action="store_true", help="leave the rivals out")
    parser.add_argument(
        "--damage", action="store_true", help="damage every name of the store (about a minute)"
    )
    options = parser.parse_args()
    names = Names(options.db, options.eval)
    info = names.store.info()
    print(f"dataset {info.version}, {len(names.keys)} names\n")
    rows, inputs = read(options.eval / "misspellings.tsv"), read(options.eval / "not_drugs.tsv")
    misspellings(names, rows)
    not_drugs(names, inputs)
    look_alikes(names, read(options.eval / "look_alikes.tsv"))
    if options.damage:
        damage(names)
    if not options.only_medcheck:
        compare(names, rows, inputs, options.sample, options.dner)


if __name__ == "__main__":
    main()

"""How many medication lines are read as exactly the ingredients they hold.

    python benchmarks/lines.py --eval DIR [--db FILE] [--all]

``lines.tsv``: a line is right when the ingredients of its parts, taken together, are exactly
the expected set; where a name has several meanings one of them must fit, and the share that
needs this is printed apart. ``list_sections.tsv``: the medicines current, stopped and allergic.
Every disagreement is listed.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from medcheck.model import Exposure, Name
from medcheck.resolve import ResolvedPart, resolve_line

_COLUMNS = ("current", "stopped", "allergy")
_COLUMN = {Exposure.STOPPED: "stopped", Exposure.ALLERGY: "allergy"}
_NOT_TAKEN = (Exposure.NEGATED, Exposure.FAMILY)


class Folding:
    """Names that count as equal: the synonyms of the set, and the store's US names."""

    def __init__(self, directory: Path, store: Any) -> None:
        self._store = store
        self._canonical: dict[str, str] = {}
        for row in _rows(directory / "synonyms.tsv"):
            group = [row["canonical"].lower(), *row["accepted_aliases"].lower().split(";")]
            first = self._canonical.get(group[0], group[0])
            for name in group:
                self._canonical.setdefault(name.strip(), first)

    def expected(self, name: str) -> str:
        """The canonical form of an expected name."""
        folded = name.strip().lower()
        for row in self._store.names(folded):
            if len(row.targets) == 1:
                return next(iter(self.targets(row)))
        return self._canonical.get(folded, folded)

    def target(self, ingredient: str) -> str:
        """The canonical form of an ingredient of the store."""
        row = self._store.ingredient(ingredient)
        us_name = (row.us_name if row else "") or ingredient
        return self._canonical.get(us_name, self._canonical.get(ingredient, us_name))

    def targets(self, name: Name) -> frozenset[str]:
        """What a meaning holds."""
        if name.target_kind == "class":
            return frozenset([name.targets[0].replace("_", " ")])
        return frozenset(self.target(t) for t in name.targets)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _readings(parts: Iterable[ResolvedPart], fold: Folding) -> set[frozenset[str]]:
    choices = [[fold.targets(m.name) for m in part.meanings] or [frozenset[str]()] for part in parts]
    return {frozenset().union(*choice) for choice in itertools.islice(itertools.product(*choices), 200)}


def run_lines(path: Path, store: Any, index: Any, fold: Folding, show: bool) -> float:
    """Print the shares of ``lines.tsv`` by source; the share of all that is right."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    several: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    wrong = []
    seconds = 0.0
    for row in _rows(path):
        expected = frozenset(fold.expected(e) for e in row["expected_ingredients"].split(";"))
        began = time.perf_counter()
        parts = resolve_line(row["line"], index, store, None)
        seconds += time.perf_counter() - began
        readings = _readings(parts, fold)
        total[row["source"]] += 1
        if expected in readings:
            right[row["source"]] += 1
            several[row["source"]] += len(readings) > 1
        else:
            silent[row["source"]] += readings == {frozenset()}
            wrong.append((row["line"], expected, readings))
    for source in [*sorted(total), "all"]:
        n = sum(total.values()) if source == "all" else total[source]
        r, s, q = (sum(c.values()) if source == "all" else c[source] for c in (right, several, silent))
        print(
            f"{source:40} {n:5}  right {r / n:6.1%}  (one of several meanings {s / n:5.1%})  "
            f"nothing {q / n:5.1%}"
        )
    print(f"{sum(total.values()) / seconds:,.0f} lines a second")
    if show:
        for line, expected, readings in wrong:
            got = " | ".join("+".join(sorted(r)) or "nothing" for r in sorted(readings, key=sorted))
            print(f"  {line!r}\n      expected {'+'.join(sorted(expected))}; got {got}")
    return sum(right.values()) / sum(total.values())


def _by_column(columns: Sequence[str], choice: Sequence[frozenset[str]]) -> dict[str, set[str]]:
    got: dict[str, set[str]] = {column: set() for column in _COLUMNS}
    for column, targets in zip(columns, choice, strict=True):
        got[column] |= targets
    return got


def _fits(cell: str, got: set[str], fold: Folding) -> bool:
    """Whether a column is exactly right; names marked with "?" may be missing."""
    named = [name for name in cell.split(",") if name]
    expected = {fold.expected(x) for n in named if not n.startswith("?") for x in n.split("+")}
    optional = {fold.expected(n[1:]) for n in named if n.startswith("?")}
    return expected <= got <= expected | optional


def run_sections(path: Path, store: Any, index: Any, fold: Folding, show: bool) -> float:
    """Print the share of ``list_sections.tsv`` whose three lists are exactly right."""
    right = total = 0
    for row in _rows(path):
        total += 1
        text = f"{row['section']}: {row['text']}" if row["section"] == "ALLERGY" else row["text"]
        columns: list[str] = []
        choices: list[list[frozenset[str]]] = []
        for part in resolve_line(text, index, store, None):
            if part.exposure not in _NOT_TAKEN and part.meanings:
                columns.append(_COLUMN.get(part.exposure, "current"))
                choices.append([fold.targets(m.name) for m in part.meanings])
        readings = [
            _by_column(columns, choice) for choice in itertools.islice(itertools.product(*choices), 200)
        ]
        fits = any(all(_fits(row[c], got[c], fold) for c in _COLUMNS) for got in readings)
        right += fits
        if show and not fits:
            print(f"  {row['text']!r}\n      got { ({c: sorted(readings[0][c]) for c in _COLUMNS}) }")
    print(f"list sections: {right} of {total}")
    return right / total


def main() -> None:
    """Run both sets and print the shares."""
    from medcheck.match import MemoryIndex
    from medcheck.store import Store

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--eval", type=Path, required=True, help="the directory of the evaluation sets")
    parser.add_argument("--db", help="a compiled store (default: the shipped one)")
    parser.add_argument("--quiet", action="store_true", help="print shares only")
    options = parser.parse_args()
    store = Store.open(options.db)
    index = MemoryIndex.from_store(store)
    fold = Folding(options.eval, store)
    run_lines(options.eval / "lines.tsv", store, index, fold, not options.quiet)
    run_sections(options.eval / "list_sections.tsv", store, index, fold, not options.quiet)


if __name__ == "__main__":
    main()

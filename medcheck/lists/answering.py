"""Each distinct text of a column is answered once; a million rows hold some thousands of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from medcheck.knowledge_base import KnowledgeBase, count_coverage
from medcheck.lists.columns import ANSWERS, RLS_COLUMNS, UNREAD, find_column, passed_over
from medcheck.model import Coverage, Entry, Resolution
from medcheck.render.csv import answer_cells
from medcheck.render.wording import UNREAD as UNREAD_WORDS
from medcheck.render.wording import count

__all__ = ["Answering", "Asked", "Tally"]

T = TypeVar("T")

BETWEEN = " | "
"""What parts the answers of one cell that names several medicines."""

_MOST_KEPT = 50_000
_LONGEST_KEPT = 500
_MANY, _MANY_GUESSED = 30_000, 6_000
"""Texts looked up, and those among them that are no known name, beyond which the index is loaded."""

_MOST_FAULTS = 20
_MOST_NAMED = 3


class Asked(NamedTuple):
    """What is asked of a list: of which dataset, for where, and which columns are wanted."""

    base: KnowledgeBase
    column: str | None
    region: str | None
    columns: tuple[str, ...]
    guard_all: bool = False
    tick: Callable[[int], None] | None = None


class Tally:
    """What happened in a run: rows, the medicines in them, and the rows that were not read."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.rows = 0
        self.unread = 0
        self.looked_up = 0
        self.coverage = Coverage()
        self.key = ""
        self._without: list[int] = []
        self._without_count = 0
        self.faults: list[str] = []
        self._choice = ""

    def column(self, header: Sequence[str], wanted: str | None) -> int:
        """The index of the column of the medicines; if others could be it too, that is noted.

        Raises:
            InputError: there is none, or several of that name.
        """
        taken = find_column(header, wanted, self.shown)
        others = [] if wanted else passed_over(header, taken)
        if others:
            named = ", ".join(map(repr, others[:_MOST_NAMED]))
            self._choice = (
                f"{self.shown}: the medicines were read in {header[taken]!r} and not in {named}; "
                "name another with --column"
            )
        return taken

    def fault(self, line: int, words: str) -> None:
        """Note a row that could not be read; the first ones are kept in words."""
        self.unread += 1
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(
                f"{self.shown}:{line}: {words}; nothing was checked in this row, it is passed on"
            )

    def lacking(self, line: int) -> None:
        """Note a row that does not hold the key of the medicines."""
        self._without_count += 1
        if len(self._without) < _MOST_NAMED:
            self._without.append(line)

    def warnings(self) -> list[str]:
        """What to say of the column that was chosen, and of rows that did not hold the key."""
        chosen = [self._choice] if self._choice else []
        if not self._without:
            return chosen
        rows = count(self._without_count, "row does", "rows do")
        named = ", ".join(map(str, self._without)) + (" ..." if self._without_count > _MOST_NAMED else "")
        return [
            *chosen,
            f"{self.shown}: {rows} not hold {self.key!r}; nothing was checked there (line {named})",
        ]

    def add(self, coverage: Coverage, times: int) -> None:
        """Count the medicines of a text that stood in so many rows."""
        self.coverage = Coverage(*(a + b * times for a, b in zip(self.coverage, coverage, strict=True)))


def _row(entries: Sequence[Entry], dataset: str, said: dict[object, tuple[str, ...]]) -> list[str]:
    """The cells of one row in the order of ``RLS_COLUMNS``, the disclaimer left empty.

    Several medicines stand in one cell, in order. ``said`` keeps what is said of ingredients.
    """
    if len(entries) == 1:
        return [*answer_cells(entries[0], said), "1", "", dataset, ""]
    cells = map(_joined, zip(*(answer_cells(entry, said) for entry in entries), strict=True))
    return [*cells, str(len(entries)), BETWEEN.join(e.input for e in entries), dataset, ""]


def _joined(values: tuple[str, ...]) -> str:
    return BETWEEN.join(values) if any(values) else ""


def _unread_row(why: str, dataset: str) -> list[str]:
    """The cells of a row that could not be read, in the order of ``RLS_COLUMNS``."""
    known = {"rls_resolution": UNREAD, "rls_words": UNREAD_WORDS, "rls_notes": why}
    return [*(known.get(name, "") for name in ANSWERS), "0", "", dataset, ""]


class _Known(Generic[T]):
    __slots__ = ("coverage", "shaped", "times")

    def __init__(self, shaped: T, coverage: Coverage) -> None:
        self.shaped = shaped
        self.coverage = coverage
        self.times = 0


class Answering(Generic[T]):
    """The answer to a text, in the shape that an output needs; each distinct text is shaped once.

    At most some ten thousand texts are kept, so that memory does not grow with the list. Where
    there are more, the whole name index is loaded, which costs a second and answers faster.
    """

    def __init__(self, asked: Asked, tally: Tally, shape: Callable[[tuple[str, ...]], T]) -> None:
        self._base = asked.base
        self._region = asked.region
        self._places = [RLS_COLUMNS.index(name) for name in asked.columns]
        self._tally = tally
        self._shape = shape
        self._dataset = asked.base.info().version
        self._known: dict[str, _Known[T]] = {}
        self._guessed = 0
        self._said: dict[object, tuple[str, ...]] = {}

    def __call__(self, text: str) -> T:
        known = self._known.get(text)
        if known is None:
            known = self._learn(text)
        known.times += 1
        return known.shaped

    def unread(self, why: str) -> T:
        """The answer to a row that could not be read."""
        return self._shape(self._chosen(_unread_row(why, self._dataset)))

    def _chosen(self, row: list[str]) -> tuple[str, ...]:
        return tuple([row[place] for place in self._places])

    def close(self) -> None:
        """Count what is kept into the tally, and forget it."""
        alike: Counter[Coverage] = Counter()
        for known in self._known.values():
            alike[known.coverage] += known.times
        for coverage, times in alike.items():
            self._tally.add(coverage, times)
        self._known.clear()

    def _learn(self, text: str) -> _Known[T]:
        self._tally.looked_up += 1
        entries = tuple(self._base.iter_entries([(1, text)], self._region, remember=False))
        self._guessed += not all(entry.resolution is Resolution.EXACT for entry in entries)
        if self._tally.looked_up == _MANY or self._guessed == _MANY_GUESSED:
            self._base.load_index()
        shaped = self._shape(self._chosen(_row(entries, self._dataset, self._said)))
        known = _Known(shaped, count_coverage(entries))
        if len(text) > _LONGEST_KEPT:
            self._tally.add(known.coverage, 1)
            return known
        if len(self._known) >= _MOST_KEPT:
            self.close()
        self._known[text] = known
        return known

"""The measured cases and the names they are looked up in; shared by the benchmarks."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from medcheck.match import IndexedKey, MemoryIndex  # noqa: E402
from medcheck.store import Store  # noqa: E402
from medcheck.text import compact, normalize  # noqa: E402

Row = dict[str, str]
Answer = frozenset[str]
"""Lower-case US generic names, folded: one meaning of a name."""


def read(path: Path) -> list[Row]:
    """The rows of a tab-separated file with a header."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


class Names:
    """The vocabulary of a store, and which answers count as equal."""

    def __init__(self, store_path: Path | None, directory: Path) -> None:
        self.store = Store.open(store_path)
        self.keys: list[IndexedKey] = list(self.store.all_keys())
        self.index = MemoryIndex(self.keys)
        self._equal: dict[str, str] = {}
        for row in read(directory / "synonyms.tsv"):
            for alias in row["accepted_aliases"].split(";"):
                self._equal.setdefault(alias.strip().lower(), row["canonical"].strip().lower())
        self._folded: dict[str, str] = {}

    @cached_property
    def by_key(self) -> dict[str, IndexedKey]:
        """Every key by its folded name."""
        return {key.key: key for key in self.keys}

    def exact(self, text: str) -> tuple[IndexedKey, ...]:
        """The keys spelled so, whatever their spaces."""
        folded = normalize(text)
        found = self.index.get(folded)
        return (found,) if found else self.index.get_compact(compact(folded))

    def fold(self, name: str) -> str:
        """The one name for a generic: synonyms of the set first, then the store's US name."""
        known = self._folded.get(name)
        if known is None:
            known = name.strip().lower()
            for _ in range(3):
                known = self._equal.get(known, known)
                ingredient = self.store.ingredient(known)
                if ingredient and ingredient.us_name and known not in self._equal.values():
                    known = ingredient.us_name.lower()
            self._folded[name] = known
        return known

    def expected(self, cell: str) -> Answer:
        """The answer that a case expects."""
        return frozenset(self.fold(name) for name in cell.split(";"))

    def is_group_of(self, answer: Answer, expected: Answer) -> bool:
        """Whether the answer is one class word, and every expected ingredient belongs to that class."""
        if len(answer) != 1 or not (only := next(iter(answer))).startswith("class:"):
            return False
        pending, below = [only.removeprefix("class:")], set[str]()
        while pending:
            current = pending.pop()
            below.update(map(self.fold, self.store.members(current)))
            pending.extend(self.store.children(current))
        return expected <= below

    def answers(self, keys: Iterable[IndexedKey]) -> set[Answer]:
        """What the keys mean; several meanings stay apart."""
        return {frozenset(self.fold(i) for i in drugs.split("+")) for key in keys for drugs in key.drugs}

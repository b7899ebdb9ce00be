"""The vocabulary in memory, for batches: the same answers as the store, without its reads."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Protocol

from medcheck.fragments import MAX_DISTANCE, IndexedKey, fragments

__all__ = ["MemoryIndex"]

SHORTEST_BLOCKER = 5
"""Letters from which a name that is exact-only still stands in the way of a correction."""

_LONGEST = 255


class KeySource(Protocol):
    """What a memory index can be filled from."""

    def all_keys(self) -> Iterator[IndexedKey]: ...


class MemoryIndex:
    """Every key of a vocabulary with its deletion index; not changed after it is made.

    It holds about 5 KiB per name. ``fragment_keys`` and ``keys_with_prefix`` answer as
    :class:`medcheck.store.Store` does.
    """

    def __init__(self, keys: Iterable[IndexedKey]) -> None:
        self._keys = sorted(keys, key=lambda key: key.key_id)
        self._by_key: dict[str, IndexedKey] = {key.key: key for key in self._keys}
        self._sizes = bytes(min(len(key.compact), _LONGEST) for key in self._keys)
        self._by_compact: dict[str, tuple[IndexedKey, ...]] = {}
        self._fragments: dict[str, tuple[int, ...]] = {}
        self._sorted: list[str] | None = None
        found = self._fragments
        for number, key in enumerate(self._keys):
            self._by_compact[key.compact] = (*self._by_compact.get(key.compact, ()), key)
            if key.fuzzy or len(key.compact) >= SHORTEST_BLOCKER:
                alone = (number,)
                for fragment in fragments(key.compact, MAX_DISTANCE):
                    known = found.get(fragment)
                    found[fragment] = alone if known is None else known + alone

    @classmethod
    def from_store(cls, store: KeySource) -> MemoryIndex:
        """Load every key of a store (about a second)."""
        return cls(store.all_keys())

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def get(self, key: str) -> IndexedKey | None:
        """The key that is spelled exactly so, in its folded form."""
        return self._by_key.get(key)

    def get_compact(self, compact: str) -> tuple[IndexedKey, ...]:
        """The keys that differ from ``compact`` in spaces alone."""
        return self._by_compact.get(compact, ())

    def fragment_keys(self, fragments: Iterable[str]) -> list[IndexedKey]:
        """The keys that share at least one of ``fragments``, in no order."""
        known = self._fragments
        numbers = set().union(*[known[fragment] for fragment in fragments if fragment in known])
        return [*map(self._keys.__getitem__, numbers)]

    def fragment_keys_sized(self, fragments: Iterable[str], least: int, most: int) -> list[IndexedKey]:
        """``fragment_keys`` of ``least`` to ``most`` letters, without touching the others."""
        if most >= _LONGEST:
            return [key for key in self.fragment_keys(fragments) if least <= len(key.compact) <= most]
        known, sizes = self._fragments, self._sizes
        numbers = set().union(*[known[fragment] for fragment in fragments if fragment in known])
        return [self._keys[number] for number in numbers if least <= sizes[number] <= most]

    def keys_with_prefix(self, prefix: str, limit: int = 20) -> list[str]:
        """The first ``limit`` keys that begin with ``prefix``, in alphabetical order."""
        if self._sorted is None:
            self._sorted = sorted(self._by_key)
        start = bisect_left(self._sorted, prefix)
        stop = min(bisect_left(self._sorted, prefix + "{", start), start + limit)
        return self._sorted[start:stop]

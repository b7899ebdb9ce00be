"""The deletion index: which keys of the vocabulary could be a misspelling of a word.

Two words at most *d* edits apart share a string that is left when at most *d* letters are
deleted from the beginning of each. The build stores those strings ("fragments") for every
name that a misspelling may be read as; the matcher looks up the fragments of what was
typed and measures the few keys that come back.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from medcheck.text import CompactName, NormalizedName

__all__ = ["MAX_DISTANCE", "PREFIX", "IndexedKey", "fragments"]

PREFIX = 7
"""How many letters at the beginning of a name take part in the index."""

MAX_DISTANCE = 2
"""How many edits away from a name the index can still find it."""


class IndexedKey(NamedTuple):
    """One key of the vocabulary, as the matcher needs it.

    ``drugs`` are the targets of the key's rows, each as one signature: ingredient ids joined
    by ``+``, or ``class:`` and a class id. ``fuzzy`` is False where every row of the key is
    ``exact_only``: such a key is answered when typed exactly and is never a correction.
    """

    key_id: int
    key: NormalizedName
    compact: CompactName
    drugs: tuple[str, ...]
    marketed: bool
    fuzzy: bool


def fragments(compact: str, max_distance: int) -> set[str]:
    """All strings left when 0 to ``max_distance`` of the first ``PREFIX`` letters are deleted.

    The empty string is never a fragment.

    >>> sorted(fragments("abc", 1))
    ['ab', 'abc', 'ac', 'bc']
    >>> fragments("diphenhydramine", 0)
    {'diphenh'}
    """
    prefix = compact[:PREFIX]
    size = len(prefix)
    found = {prefix}
    for deleted in range(1, min(max_distance, size - 1) + 1):
        found.update(map("".join, combinations(prefix, size - deleted)))
    found.discard("")
    return found

"""Names for an input box: those that begin with what was typed, then those that resemble it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from medcheck.fragments import PREFIX, IndexedKey
from medcheck.match import closest
from medcheck.text import NormalizedName, normalize

__all__ = ["find"]

_READ = 1000
"""Names that are looked at for one beginning, in alphabetical order."""

_RANKED = 60
"""The shortest of them, of which it is asked whether they are in use."""


class NamesInOrder(Protocol):
    """Where the names are: the store or the memory index."""

    def fragment_keys(self, fragments: Sequence[str], /) -> list[IndexedKey]: ...

    def keys_with_prefix(self, prefix: str, limit: int = ..., /) -> list[str]: ...


def find(index: NamesInOrder, text: str, limit: int = 10) -> tuple[NormalizedName, ...]:
    """At most ``limit`` folded names for ``text``, the likeliest first; ``()`` for no letters.

    Names that begin with ``text`` come first: medicines in use before names that are only
    listed, short before long. Where they are fewer than ``limit``, names within two edits
    follow, best first. Meant for completion: nothing here is an answer.
    """
    typed = normalize(text)
    if not typed or limit < 1:
        return ()
    begins = sorted(index.keys_with_prefix(typed, _READ), key=lambda key: (len(key), key))[:_RANKED]
    starts = dict.fromkeys(key.replace(" ", "")[:PREFIX] for key in begins)
    in_use = {key.key for key in index.fragment_keys(list(starts)) if key.marketed} if starts else set()
    begins.sort(key=lambda key: (key != typed, key not in in_use))
    found = dict.fromkeys(map(NormalizedName, begins[:limit]))
    if len(found) < limit:
        outcome = closest(index, typed, limit=limit)
        found.update(dict.fromkeys(candidate.key.key for candidate in outcome.candidates))
    return tuple(found)[:limit]

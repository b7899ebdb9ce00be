"""Sets of words as they are written in the tables of this room."""

from __future__ import annotations

__all__ = ["words"]


def words(text: str) -> frozenset[str]:
    """The words of ``text``.

    >>> sorted(words("mg ml"))
    ['mg', 'ml']
    """
    return frozenset(text.split())

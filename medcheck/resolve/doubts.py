"""Readings that are not certain enough to be answered, and too near to be kept quiet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from medcheck.model import Method
from medcheck.resolve.regions import for_region, is_known_in, merge
from medcheck.resolve.types import NameStore, ResolvedMeaning

if TYPE_CHECKING:
    from medcheck.match import Candidate

__all__ = ["doubtful"]


def doubtful(
    store: NameStore, candidates: Iterable[Candidate], region: str | None
) -> tuple[ResolvedMeaning, ...]:
    """What the candidates mean in ``region``, as readings beside another."""
    found: dict[tuple[str, ...], ResolvedMeaning] = {}
    for candidate in candidates:
        rows = store.names(candidate.key.key)
        if rows and is_known_in(rows, region):
            for row in merge(for_region(rows, region)[0]):
                meaning = ResolvedMeaning(row, Method.FUZZY, candidate.similarity, row.name)
                found.setdefault(row.targets, meaning)
    return tuple(found.values())

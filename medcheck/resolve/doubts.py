"""Readings that are not certain enough to be answered, and too near to be kept quiet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from medcheck.model import Method, Name
from medcheck.resolve.regions import for_region, is_known_in, merge
from medcheck.resolve.types import NameStore, ResolvedMeaning
from medcheck.spelling import FAR, cost
from medcheck.text import NormalizedName, compact, normalize

if TYPE_CHECKING:
    from medcheck.match import Candidate, NameIndex

__all__ = ["doubtful", "may_be_another"]

_BACKGROUND: Final = ("ner", "unii")
"""The two wide lists of names, which hold brands that nobody sells any more."""


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


def may_be_another(
    rows: Sequence[Name], key: str, index: NameIndex, store: NameStore, region: str | None
) -> tuple[ResolvedMeaning, ...]:
    """What a listed name of a medicine not in use may be a misspelling of ("celexane": Clexane).

    Such a name is as likely to be a slip in the name of a medicine in use. A name that is a spelling
    of its own substance is none.
    """
    if rows[0].source_id not in _BACKGROUND or not all(_is_forgotten(row, store) for row in rows):
        return ()
    text = compact(NormalizedName(key))
    if any(cost(text, compact(normalize(target))) < FAR for row in rows for target in row.targets):
        return ()
    from medcheck.match import in_use_near

    return doubtful(store, in_use_near(index, NormalizedName(key)), region)


def _is_forgotten(row: Name, store: NameStore) -> bool:
    """Whether only a background list knows the name, and what it names is not in use."""
    if row.source_id not in _BACKGROUND or row.kind == "generic" or row.target_kind != "ingredients":
        return False
    found = [store.ingredient(target) for target in row.targets]
    return any(ingredient is not None and ingredient.status != "marketed" for ingredient in found)

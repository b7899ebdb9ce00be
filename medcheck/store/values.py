"""A row of a statement's result as the value of :mod:`medcheck.model` that it stands for."""

from __future__ import annotations

from typing import Any, NamedTuple

from medcheck.fragments import IndexedKey
from medcheck.model import (
    Alternative,
    Association,
    Confidence,
    Effect,
    Factor,
    Interplay,
    Name,
    Pathway,
    State,
)

__all__ = [
    "SourceUse",
    "association_of",
    "factor_of",
    "indexed_key_of",
    "name_of",
    "pathway_of",
    "split",
    "state_of",
]

_new = tuple.__new__
"""Half the time of calling the class: a look-up from the store makes some hundred keys."""


class SourceUse(NamedTuple):
    """Everything that rests on one source; ``counts`` are the rows of the vocabulary that name it."""

    associations: tuple[Association, ...]
    pathways: tuple[Pathway, ...]
    states: tuple[State, ...]
    factors: tuple[Factor, ...]
    alternatives: tuple[Alternative, ...]
    interplay: tuple[Interplay, ...]
    counts: dict[str, int]


def split(cell: str, separator: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list."""
    return tuple(cell.split(separator)) if cell else ()


def name_of(row: Any) -> Name:
    """A row of the names table."""
    name, kind, target_kind, target, region, variant, route, flags, note, source_id = row
    return Name(
        name, kind, target_kind, split(target, "+"), split(region, ","), variant, route,
        frozenset(split(flags, ",")), note, source_id or "",
    )  # fmt: skip


def state_of(row: Any) -> State:
    """A row of the states table."""
    state_id, label, statement, source_ids, strength, test, test_source_id, locator = row
    sources = split(source_ids, ",")
    return State(state_id, label, statement, sources, strength, test, test_source_id or "", locator)


def indexed_key_of(row: Any) -> IndexedKey:
    """A row of the name index."""
    key_id, key, compact, drugs, marketed, fuzzy = row
    several = tuple(drugs.split("|")) if "|" in drugs else (drugs,)
    return _new(IndexedKey, (key_id, key, compact, several, marketed == 1, fuzzy == 1))


def pathway_of(row: Any) -> Pathway:
    """A row of the pathways table."""
    return Pathway(*(*row[:7], Confidence(row[7])))


def factor_of(row: Any) -> Factor:
    """A row of the factors table."""
    factor_id, label, effect, statement, source_id, locator = row
    return Factor(factor_id, label, Effect(effect), statement, source_id, locator)


def association_of(row: Any) -> Association:
    """A row of the associations table."""
    values = list(row)
    values[3], values[7] = Effect(row[3]), split(row[7], ",")
    values[11], values[12] = Confidence(row[11]), row[12] == "yes"
    return Association(*values)

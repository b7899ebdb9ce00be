"""Which of a name's rows hold in a region, and which of them are one meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from medcheck.model import Name

__all__ = ["for_region", "is_known_in", "merge"]

FALLBACK: Final = {"IE": "UK", "NZ": "AU"}
"""Regions without lists of their own, and the neighbour whose names are used."""


def for_region(rows: tuple[Name, ...], region: str | None) -> tuple[tuple[Name, ...], tuple[str, ...]]:
    """The rows that hold in ``region``, and what the user must know about the choice.

    Rows listed for the region win over rows of no region, which may be anywhere. Where a name
    is known only elsewhere its rows stay, with a note.
    """
    if region is None or not rows:
        return rows, ()
    listed = tuple(row for row in rows if region in row.regions)
    if listed:
        return listed, ()
    anywhere = tuple(row for row in rows if not row.regions)
    neighbour = FALLBACK.get(region)
    near = tuple(row for row in rows if neighbour in row.regions)
    if near and {row.targets for row in near} != {row.targets for row in anywhere}:
        return near, (f"This name is not listed for {region}: read as in {neighbour}.",)
    if anywhere or near:
        return anywhere or near, ()
    places = ", ".join(sorted({place for row in rows for place in row.regions}))
    return rows, (f"This name is listed for {places} only, not for {region}.",)


def is_known_in(rows: Iterable[Name], region: str | None) -> bool:
    """Whether a name may be meant in ``region``: a row holds there, next door or anywhere."""
    return region is None or any(
        not row.regions or region in row.regions or FALLBACK.get(region) in row.regions for row in rows
    )


def merge(rows: Iterable[Name]) -> tuple[Name, ...]:
    """One row per set of targets: regions united, differing variants and routes left out."""
    kept: dict[tuple[str, tuple[str, ...]], Name] = {}
    for row in rows:
        key = (row.target_kind, row.targets)
        first = kept.get(key)
        kept[key] = row if first is None else _united(first, row)
    return tuple(kept.values())


def _united(first: Name, second: Name) -> Name:
    regions = tuple(sorted({*first.regions, *second.regions})) if first.regions and second.regions else ()
    variants = dict.fromkeys(v for v in (first.variant, second.variant) if v)
    return first._replace(
        regions=regions,
        variant="; ".join(variants) if first.variant and second.variant else "",
        route=first.route if first.route == second.route else "",
        flags=(first.flags | second.flags) - (_SHARED - (first.flags & second.flags)),
        note=first.note
        if first.note == second.note
        else "; ".join(n for n in (first.note, second.note) if n),
    )


_SHARED: Final = frozenset({"discontinued", "exact_only", "not_in_text", "slang", "trace"})
"""Flags that a meaning keeps only if every row of it has them."""

"""What a medicine of several names means: a combination, a name confirmed or contradicted in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from medcheck.model import Name
from medcheck.resolve.compose import Medicine
from medcheck.resolve.spans import Hit
from medcheck.sig import Token

__all__ = ["rows_of"]

_MOST_MEANINGS: Final = 6
"""Readings of a combination whose parts are ambiguous beyond which no product is formed."""

_INHERITED: Final = frozenset({"depends_on_pack", "local"})
"""Flags that a combination takes from its parts."""


def rows_of(
    tokens: tuple[Token, ...], medicine: Medicine, rows: Sequence[tuple[Name, ...]]
) -> tuple[Name, ...]:
    """The readings of a medicine, given the rows of each of its hits in force.

    A combination has the ingredients of all its parts; what stands in brackets chooses among
    the readings of a name, completes it, or contradicts it, which is shown and not hidden.
    """
    own = _combined(tokens, medicine, rows)
    said = _said(medicine.confirming)
    if said:
        known = own
        own = _listed(tokens, medicine, own) or _confirmed(medicine, own, said)
        if _is_settled(medicine, own, known):
            return tuple(row._replace(flags=row.flags - {"depends_on_pack"}) for row in own)
    return _with_extension(medicine, own)


def _is_settled(medicine: Medicine, own: tuple[Name, ...], known: tuple[Name, ...]) -> bool:
    """Whether the line names all that the pack holds, so that it need not be looked at.

    Several ingredients do so, or one that tells apart readings of which none holds more than it.
    """
    named = [h for h in medicine.confirming if h.names_its_ingredients and not (h.is_class or h.salty)]
    if len(own) != 1 or any(len(set(h.target_sets)) != 1 for h in named):
        return False
    holds = frozenset(own[0].targets)
    if own[0].target_kind != "ingredients" or frozenset().union(*(h.target_sets[0] for h in named)) != holds:
        return False
    if any(hit.unread for hit in medicine.all_hits):
        return False
    if len(named) > 1:
        return True
    extended = any(hit.extension for hit in medicine.hits)
    return not extended and len(known) > 1 and not any(holds < frozenset(row.targets) for row in known)


def _combined(
    tokens: tuple[Token, ...], medicine: Medicine, rows: Sequence[tuple[Name, ...]]
) -> tuple[Name, ...]:
    if len(rows) == 1:
        return rows[0]
    readings = 1
    for part in rows:
        readings *= len(part)
    if readings > _MOST_MEANINGS:
        rows = [part[:1] if len(part) > 1 and all(len(p) > 1 for p in rows) else part for part in rows]
    label = " / ".join(hit.key for hit in medicine.hits)
    found: dict[tuple[str, ...], Name] = {}
    for choice in product(*rows):
        targets = tuple(
            sorted({t for row in choice if row.target_kind == "ingredients" for t in row.targets})
        )
        found.setdefault(targets, _synthesized(label, targets, choice))
    return tuple(found.values())[:_MOST_MEANINGS]


def _synthesized(label: str, targets: tuple[str, ...], rows: Iterable[Name]) -> Name:
    rows = tuple(rows)
    places = [set(row.regions) for row in rows if row.regions]
    regions = tuple(sorted(set.intersection(*places))) if places else ()
    return Name(
        label,
        "combination",
        "ingredients",
        targets,
        regions=regions,
        flags=frozenset(f for row in rows for f in row.flags if f in _INHERITED),
        note="read from its parts",
        source_id=next((row.source_id for row in rows if "local" in row.flags), ""),
    )


def _said(confirming: Sequence[Hit]) -> tuple[frozenset[str], ...]:
    """What the confirming names say, each reading once; salts and class words say nothing."""
    return tuple(
        dict.fromkeys(
            frozenset(row.targets)
            for hit in confirming
            if not hit.salty and not hit.is_class
            for row in hit.rows
            if row.target_kind == "ingredients"
        )
    )


def _listed(tokens: tuple[Token, ...], medicine: Medicine, own: tuple[Name, ...]) -> tuple[Name, ...]:
    """The readings where the brackets list what the name holds and more with it; else none."""
    inside = [
        hit
        for hit in medicine.confirming
        if tokens[hit.first].bracket
        and not hit.salty
        and not hit.is_class
        and all(row.target_kind == "ingredients" for row in hit.rows)
    ]
    kept = {row: [hit for hit in inside if _holds(row, hit)] for row in own}
    most = max(map(len, kept.values()), default=0)
    if not most or most == len(inside):
        return ()
    base = tuple(row for row, held in kept.items() if len(held) == most)
    if any(s > frozenset(row.targets) for hit in inside for s in hit.target_sets for row in base):
        return ()
    others = [hit for hit in inside if hit not in kept[base[0]]]
    medicine.notes.append(
        f'The brackets name more than "{medicine.hits[0].key}" is known to hold: check the pack.'
    )
    if all(hit.names_its_ingredients for hit in others):
        targets = {t for hit in inside for t in (*_within(base[0], hit), *_first(base[0], hit))}
        label = " / ".join(dict.fromkeys(hit.key for hit in inside))
        more: tuple[Name, ...] = (_synthesized(label, tuple(sorted(targets)), base[:1]),)
    else:
        more = tuple(row for hit in others for row in hit.rows)
    return tuple(row._replace(flags=row.flags | {"depends_on_pack"}) for row in (*base, *more))


def _within(row: Name, hit: Hit) -> frozenset[str]:
    """What ``row`` holds of a name that it explains."""
    held = (s for s in hit.target_sets if s <= frozenset(row.targets))
    return next(held, frozenset(row.targets) if _holds(row, hit) else frozenset())


def _first(row: Name, hit: Hit) -> frozenset[str]:
    return frozenset() if _holds(row, hit) else hit.target_sets[0]


def _holds(row: Name, hit: Hit) -> bool:
    """Whether a reading explains a name beside it: its ingredients, or another salt of them."""
    if any(s <= frozenset(row.targets) for s in hit.target_sets):
        return True
    return any(_is_salt_of(other, row) or _is_salt_of(row, other) for other in hit.rows)


def _confirmed(
    medicine: Medicine, own: tuple[Name, ...], said: tuple[frozenset[str], ...]
) -> tuple[Name, ...]:
    whole = frozenset().union(*said)
    for wanted in (whole, *said):
        same = tuple(row for row in own if frozenset(row.targets) == wanted)
        if same:
            return same
    within = tuple(row for row in own if any(s <= frozenset(row.targets) for s in said))
    if within:
        return within
    larger = [
        hit
        for hit in medicine.confirming
        if any(s > frozenset(r.targets) for s in hit.target_sets for r in own)
    ]
    if larger:
        return tuple(
            row for hit in larger for row in hit.rows if any(set(r.targets) < set(row.targets) for r in own)
        )
    if any(frozenset(row.targets) < whole for row in own):
        label = " / ".join(dict.fromkeys(hit.key for hit in medicine.all_hits))
        return (_synthesized(label, tuple(sorted(whole)), own[:1]),)
    nearer = tuple(
        row
        for hit in medicine.confirming
        for row in hit.rows
        if any(_is_salt_of(row, known) for known in own)
    )
    if nearer:
        return nearer
    others = [hit for hit in medicine.confirming if not hit.salty and not hit.is_class and not hit.weak]
    if not others or own[0].target_kind == "class":
        return own
    named = ", ".join(f'"{hit.key}"' for hit in others)
    medicine.notes.append(f"The line also names {named}, which is another medicine: both are shown.")
    return own + tuple(row for hit in others for row in hit.rows)


def _is_salt_of(row: Name, known: Name) -> bool:
    """Whether one names a salt of the other's only ingredient ("magnesium (magnesium oxide)")."""
    if len(row.targets) != 1 or len(known.targets) != 1 or row.target_kind != "ingredients":
        return False
    return known.targets[0] in row.targets[0].split()


def _with_extension(medicine: Medicine, rows: tuple[Name, ...]) -> tuple[Name, ...]:
    """Brand and "PM": if that pair is no known name it may be another product than the brand."""
    extended = [hit for hit in medicine.hits if hit.extension]
    unread = [hit for hit in medicine.all_hits if hit.unread]
    if not extended and not unread:
        return rows
    for words in dict.fromkeys(hit.unread for hit in unread):
        medicine.notes.append(f'"{words}" was not read; it may hold more than is said here: check the pack.')
    for hit in extended:
        medicine.notes.append(
            f'"{hit.key} {hit.extension}" is not in the table; it may hold other medicines than '
            f'"{hit.key}": check the pack.'
        )
        if "allerg" in hit.extension:
            medicine.notes.append(f'If an allergy to it is meant, write "allergic to {hit.key}".')
    return tuple(row._replace(flags=row.flags | {"depends_on_pack"}) for row in rows)

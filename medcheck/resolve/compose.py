"""Puts the names found in a line together: brand and its generic, combinations, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from medcheck.model import Name
from medcheck.resolve.spans import Hit
from medcheck.sig import Token

__all__ = ["Medicine", "group", "rows_of"]

_MOST_MEANINGS: Final = 6
"""Readings of a combination whose parts are ambiguous beyond which no product is formed."""

_TYING: Final = ("/", "+", "-")

_INHERITED: Final = frozenset({"depends_on_pack", "local"})
"""Flags that a combination takes from its parts."""


class Medicine:
    """One medicine of a line: its names (several for a combination), and what confirms them."""

    __slots__ = ("confirming", "hits", "notes")

    def __init__(
        self, hits: list[Hit], confirming: list[Hit] | None = None, notes: list[str] | None = None
    ) -> None:
        self.hits = hits
        self.confirming = confirming if confirming is not None else []
        self.notes = notes if notes is not None else []

    @property
    def first(self) -> int:
        """The first word of its own names."""
        return min(hit.first for hit in self.hits)

    @property
    def last(self) -> int:
        """The end of its own names."""
        return max(hit.last for hit in self.hits)

    @property
    def all_hits(self) -> list[Hit]:
        """Every name that belongs to it."""
        return self.hits + self.confirming


def group(tokens: tuple[Token, ...], hits: Sequence[Hit]) -> list[Medicine]:
    """The medicines that ``hits`` name, in the order of the line."""
    found: list[Medicine] = []
    bracketed: dict[int, list[Hit]] = {}
    for hit in hits:
        bracket = tokens[hit.first].bracket
        if bracket:
            bracketed.setdefault(bracket, []).append(hit)
            continue
        if found and _same_medicine(tokens, found[-1], hit):
            _add(tokens, found[-1], hit)
        else:
            found.append(Medicine([hit]))
    for inside in bracketed.values():
        _place_bracket(tokens, found, inside)
    found.sort(key=lambda m: m.first)
    return found


def _connector(tokens: tuple[Token, ...], before: int, after: int) -> str:
    """What joins the word before index ``before`` to the word at ``after``: the strongest joiner."""
    joiners = {
        t.joiner
        for at, t in enumerate(tokens[before : after + 1], before)
        if t.joiner and not t.bracket and not _between_numbers(tokens, at)
    }
    return next((j for j in (";", ",", "and", "/", "+", "with", "-") if j in joiners), "")


def _between_numbers(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the joiner before word ``at`` belongs to a strength or a range ("5mg/2mL")."""
    numeric = ("number", "strength", "unit", "quantity")
    return (
        at > 0
        and tokens[at - 1].category in numeric
        and tokens[at].category in (*numeric, "form", "packaging")
    )


_TURNING = frozenset(
    ["from", "instead", "now", "off", "on", "start", "started", "starting", "stop", "stopped", "then", "to"]
)
"""Words that turn from one medicine to another: what stands on each side is not one product."""


def _same_medicine(tokens: tuple[Token, ...], medicine: Medicine, hit: Hit) -> bool:
    last = medicine.hits[-1]
    connector = _connector(tokens, max(h.last for h in medicine.hits), hit.first)
    if tokens[last.first].clause != tokens[hit.first].clause or connector in (";", ",", "and"):
        return False
    if _related(last, hit) or hit.salty or last.salty:
        return True
    if any(t.key in _TURNING for t in tokens[last.last : hit.first]):
        return False
    if last.is_class or hit.is_class:
        return not connector
    dosed = any(t.category in ("strength", "unit") for t in tokens[last.last : hit.first])
    if last.generic and hit.generic:
        return bool(connector) or not dosed
    return connector in _TYING and (last.generic or hit.generic) and connector != "-"


def _related(one: Hit, other: Hit) -> bool:
    """Whether the two names can mean the same medicine, or one an ingredient of the other."""
    return any(a <= b or b <= a for a in one.target_sets for b in other.target_sets)


def _add(tokens: tuple[Token, ...], medicine: Medicine, hit: Hit) -> None:
    """Make ``hit`` a part, a confirmation or the better name of ``medicine``."""
    last = medicine.hits[-1]
    if hit.is_class and not last.is_class:
        medicine.confirming.append(hit)
    elif last.is_class and not hit.is_class:
        medicine.confirming.append(medicine.hits.pop())
        medicine.hits.append(hit)
    elif any(_covers(known, hit) for known in medicine.hits) or (hit.salty and not _tied(tokens, hit)):
        medicine.confirming.append(hit)
    elif (last.salty and not _tied(tokens, hit)) or _covers(hit, last):
        medicine.confirming.append(medicine.hits.pop())
        medicine.hits.append(hit)
    else:
        medicine.hits.append(hit)


def _tied(tokens: tuple[Token, ...], hit: Hit) -> bool:
    return tokens[hit.first].joiner in ("/", "+") or (
        hit.first > 0 and tokens[hit.first - 1].category == "joiner"
    )


def _covers(one: Hit, other: Hit) -> bool:
    """Whether every reading of ``other`` lies within a reading of ``one``."""
    return all(any(b <= a for a in one.target_sets) for b in other.target_sets)


def _place_bracket(tokens: tuple[Token, ...], found: list[Medicine], inside: list[Hit]) -> None:
    """Give the names in one bracket to the medicine before it, or make them one of their own."""
    first = inside[0].first
    owner = next(
        (m for m in reversed(found) if m.hits[0].first < first and not tokens[m.first].bracket), None
    )
    if owner is not None and tokens[owner.first].clause == tokens[first].clause:
        strong = [h for h in inside if not h.weak or len(inside) == 1]
        drugs = [h for h in strong if not h.is_class and not h.salty]
        if drugs and all(h.is_class for h in owner.hits):
            owner.confirming.extend([*owner.hits, *(h for h in strong if h is not drugs[0])])
            owner.hits = drugs[:1]
            return
        owner.confirming.extend(strong)
        return
    own = [m for m in found if tokens[m.first].bracket]
    if own and tokens[own[-1].first].clause == tokens[first].clause:
        own[-1].confirming.extend(inside)
        return
    made: list[Medicine] = []
    for hit in inside:
        if made and (_same_medicine_inside(tokens, made[-1], hit)):
            _add(tokens, made[-1], hit)
        else:
            made.append(Medicine([hit]))
    found.extend(made)


def _same_medicine_inside(tokens: tuple[Token, ...], medicine: Medicine, hit: Hit) -> bool:
    joiners = {t.joiner for t in tokens[medicine.last : hit.first + 1]}
    return "," not in joiners or _related(medicine.hits[-1], hit)


# --- from hits to meanings ------------------------------------------------------------------


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
        own = _confirmed(medicine, own, said)
    return _with_extension(medicine, own)


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
    if not extended:
        return rows
    for hit in extended:
        medicine.notes.append(
            f'"{hit.key} {hit.extension}" is not in the table; it may hold other medicines than '
            f'"{hit.key}": check the pack.'
        )
        if "allerg" in hit.extension:
            medicine.notes.append(f'If an allergy to it is meant, write "allergic to {hit.key}".')
    return tuple(row._replace(flags=row.flags | {"depends_on_pack"}) for row in rows)

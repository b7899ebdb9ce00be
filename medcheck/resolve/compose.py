"""Puts the names found in a line together: brand and its generic, combinations, lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from medcheck.resolve.spans import Hit
from medcheck.resolve.together import is_parted
from medcheck.sig import Token

__all__ = ["Medicine", "group"]

_TYING: Final = ("/", "+", "-")


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


def group(
    tokens: tuple[Token, ...], hits: Sequence[Hit], is_sold: Callable[[Sequence[Hit]], bool]
) -> list[Medicine]:
    """The medicines that ``hits`` name, in the order of the line; ``is_sold`` knows the combinations."""
    found: list[Medicine] = []
    bracketed: dict[int, list[Hit]] = {}
    for hit in hits:
        bracket = tokens[hit.first].bracket
        if bracket:
            bracketed.setdefault(bracket, []).append(hit)
            continue
        if found and _same_medicine(tokens, found[-1], hit, is_sold):
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
        if t.joiner and not t.bracket and (at == after or not _is_no_break(tokens, at))
    }
    return next((j for j in (";", ",", "and", "/", "+", "with", "-") if j in joiners), "")


def _is_no_break(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the joiner before word ``at`` parts no medicines: "metformin, extended release 500 MG"."""
    if tokens[at].joiner == "," and tokens[at].category in ("form", "salt"):
        return True
    return _between_numbers(tokens, at)


def _between_numbers(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the joiner before word ``at`` belongs to a strength or a range ("5mg/2mL")."""
    numeric = ("number", "strength", "unit", "quantity")
    return (
        at > 0
        and tokens[at - 1].category in numeric
        and tokens[at].category in (*numeric, "form", "packaging")
    )


_TURNING = frozenset(
    [
        *("->", "changed", "cont", "continue", "from", "instead", "now", "off", "on", "replaced", "resume"),
        *("start", "started", "starting", "stop", "stopped", "switched", "then", "to"),
    ]
)
"""Words that turn from one medicine to another: what stands on each side is not one product."""


_CHANGING = frozenset(["->", "changed", "replaced", "switched"])


def _same_medicine(
    tokens: tuple[Token, ...], medicine: Medicine, hit: Hit, is_sold: Callable[[Sequence[Hit]], bool]
) -> bool:
    last = medicine.hits[-1]
    connector = _connector(tokens, max(h.last for h in medicine.hits), hit.first)
    if tokens[last.first].clause != tokens[hit.first].clause or connector in (";", ",", "and"):
        return False
    if any(t.key in _CHANGING for t in tokens[last.last : hit.first]):
        return set(last.target_sets) == set(hit.target_sets)  # "Lexapro -> escitalopram"
    if _related(last, hit) or hit.salty or last.salty:
        return True
    if any(t.key in _TURNING for t in tokens[last.last : hit.first]):
        return False
    if last.is_class or hit.is_class:
        return not connector
    if connector == "+" and is_parted(tokens, medicine.hits, hit, is_sold([*medicine.hits, hit])):
        return False
    dosed = any(t.category in ("strength", "unit") for t in tokens[last.last : hit.first])
    if last.generic and hit.generic:
        return bool(connector) or not dosed
    if connector == "/" and not is_sold([*medicine.hits, hit]):
        return False  # "Vanc/Zosyn"
    return connector in _TYING and (last.generic or hit.generic) and connector != "-"


def _related(one: Hit, other: Hit) -> bool:
    """Whether the two names can mean the same medicine, or one an ingredient of the other."""
    if not one.names_its_ingredients and not other.names_its_ingredients:
        return len({*one.target_sets, *other.target_sets}) == 1  # two brands
    if _depends(one) or _depends(other):
        return False
    return any(a <= b or b <= a for a in one.target_sets for b in other.target_sets)


def _depends(hit: Hit) -> bool:
    """Whether the name has several meanings and each is that of some packs only."""
    return len(set(hit.target_sets)) > 1 and all("depends_on_pack" in row.flags for row in hit.rows)


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
        strong = [h for h in inside if not h.weak or len(inside) == 1 or _in_a_list(tokens, h)]
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


def _in_a_list(tokens: tuple[Token, ...], hit: Hit) -> bool:
    after = tokens[hit.last].joiner if hit.last < len(tokens) else ""
    joiners = {tokens[hit.first].joiner, after}
    return not joiners.isdisjoint(("/", "+")) or ("," in joiners and hit.generic)


def _same_medicine_inside(tokens: tuple[Token, ...], medicine: Medicine, hit: Hit) -> bool:
    joiners = {t.joiner for t in tokens[medicine.last : hit.first + 1]}
    return "," not in joiners or _related(medicine.hits[-1], hit)

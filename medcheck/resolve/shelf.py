""" "Allergy" in the name of a product on the shelf, before what it holds: "Kirkland Allergy Cetirizine"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from medcheck.exposure import CueHit
from medcheck.resolve.spans import Hit
from medcheck.sig import Token

__all__ = ["is_shelf_word"]

_DESCRIBING: Final = frozenset(
    [
        "24", "adult", "adults", "all", "children", "childrens", "cold", "congestion", "day", "daytime",
        "drowsy", "flu", "hour", "indoor", "infant", "infants", "kids", "multi", "nasal", "night",
        "nighttime", "nite", "non", "outdoor", "relief", "sinus", "symptom",
    ]
)  # fmt: skip
"""Words of such names, besides those of shops and those that no list knows."""

_OF_PERSONS: Final = frozenset(
    [
        "adr", "childhood", "confirmed", "documented", "drug", "family", "food", "h", "had", "has",
        "have", "history", "hx", "known", "listed", "med", "medication", "medicine", "o", "past",
        "patient", "pmh", "possible", "previous", "prior", "probable", "pt", "reaction", "reactions",
        "reported", "reports", "rxn", "serious", "severe", "significant", "suspected", "true",
    ]
)  # fmt: skip
"""Words before the allergy of a person."""

_NAMING: Final = ("", "company", "form", "packaging")
_DOSING: Final = ("form", "strength", "unit")


def is_shelf_word(tokens: Sequence[Token], text: str, cue: CueHit, hits: Iterable[Hit]) -> bool:
    """Whether a bare "allergy" is of a product's name: words of a product before it, or a dose behind.

    "Allergy codeine" alone, "allergy: codeine", "allergy to codeine" and "known allergy codeine" are not.
    """
    if cue.cue.phrase != ("allergy",):
        return False
    if any(hit.first < cue.first < hit.last for hit in hits):
        return True  # "All Day Allergy", "Children's Allergy"
    starts = {hit.first: hit for hit in hits}
    at = cue.last
    while at < len(tokens) and at not in starts and tokens[at].key in _DESCRIBING and not tokens[at].joiner:
        at += 1
    named = starts.get(at)
    if named is None or tokens[at].bracket != tokens[cue.first].bracket:
        return False
    if text[tokens[cue.last - 1].end : tokens[cue.last].start].strip():
        return False  # a colon, a dash
    words = _before(tokens, cue.first, starts.values())
    if words is None or any(token.key in _OF_PERSONS or token.category == "status" for token in words):
        return False
    if any(token.key in _DESCRIBING or token.category in _NAMING for token in words):
        return True
    behind = [t for t in tokens[named.last :] if t.piece == tokens[at].piece]
    return any(token.category in _DOSING for token in behind)


def _before(tokens: Sequence[Token], at: int, hits: Iterable[Hit]) -> list[Token] | None:
    """The words before word ``at`` in its item of a list; ``None`` if a medicine is among them."""
    first = at
    while first > 0 and tokens[first].joiner in ("", "-", "and") and not tokens[first].bracket:
        first -= 1
    if any(hit.first < at and first < hit.last for hit in hits):
        return None
    return [token for token in tokens[first:at] if token.category != "joiner"]

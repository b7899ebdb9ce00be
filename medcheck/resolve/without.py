"""Substances that a line names although the product holds none: "caffeine free", "green tea flavor"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from medcheck.resolve.spans import Hit
from medcheck.sig import Token

__all__ = ["holds", "why_without"]

_BEFORE: Final = frozenset(["non", "without"])
_FLAVOR: Final = frozenset(
    ["flavor", "flavored", "flavors", "flavour", "flavoured", "flavours", "scent", "scented", "scents"]
)
_FLAVORS: Final = frozenset(
    [
        "anise", "apple", "berry", "black", "caramel", "chamomile", "cherry", "chocolate", "cinnamon",
        "citrus", "cocoa", "coffee", "cool", "eucalyptus", "fruit", "ginger", "grape", "green", "honey",
        "iced", "latte", "lavender", "lemon", "licorice", "lime", "liquorice", "menthol", "mint", "mocha",
        "orange", "peppermint", "raspberry", "rose", "spearmint", "strawberry", "tea", "vanilla", "white",
        "wild", "wintergreen",
    ]
)  # fmt: skip
_MOST_BETWEEN: Final = 5
"""Words between a flavour and the word "flavor": "chamomile and white tea flavors"."""


def why_without(tokens: Sequence[Token], hit: Hit) -> str | None:
    """Why the product does not hold what ``hit`` names, or ``None``."""
    if not (hit.generic or hit.is_class):
        return None
    if _is_excluded(tokens, hit):
        return f'says what it does not hold: "{hit.key}"'
    return f'a flavour: "{hit.key}"' if _is_flavor(tokens, hit) else None


def holds(hit: Hit, excluded: Sequence[Hit]) -> str:
    """What the line says is not in the product that ``hit`` names, and is: it must be another one."""
    for other in excluded:
        if other is not hit and any(a & b for a in hit.target_sets for b in other.target_sets):
            return f"{other.key} free"
    return ""


def _is_excluded(tokens: Sequence[Token], hit: Hit) -> bool:
    """ "aspirin free", "non-aspirin", "without caffeine"."""
    first, named = tokens[hit.first - 1] if hit.first else None, tokens[hit.first]
    if first is not None and first.key in _BEFORE and first.clause == named.clause:
        return named.joiner in ("", "-", "without")
    if hit.last >= len(tokens):
        return False
    following = tokens[hit.last]
    return following.key == "free" and following.joiner in ("", "-") and following.bracket == named.bracket


def _is_flavor(tokens: Sequence[Token], hit: Hit) -> bool:
    if not _FLAVORS.issuperset(hit.key.split()):
        return False
    for token in tokens[hit.last : hit.last + _MOST_BETWEEN]:
        if token.key in _FLAVOR:
            return True
        if token.key not in _FLAVORS and token.category != "joiner":
            return False
    return False

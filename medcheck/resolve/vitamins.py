"""Vitamins by their letter alone: "C 500" in a list, and "K2", which is a street name too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from medcheck.model import Method
from medcheck.resolve.spans import Hit, Lookup
from medcheck.sig import Token

__all__ = ["with_vitamins"]

_LETTERS: Final = {
    "c": ("vitamin c", frozenset(["250", "500", "1000", "1 000"])),
    "e": ("vitamin e", frozenset(["200", "400", "1000"])),
}
"""Letters that with one of these doses stand for a vitamin."""

_DRUGS: Final = frozenset(
    [
        "abuse", "cannabinoid", "cannabinoids", "incense", "marijuana", "smoke", "smoked", "smokes",
        "smoking", "spice", "synthetic", "thc", "weed",
    ]
)  # fmt: skip
_BESIDE: Final = frozenset(["calcium", "d", "d3", "mk", "mk7", "vit", "vitamin"])
_AMOUNTS: Final = frozenset(["mcg", "ug", "microgram", "micrograms"])
_STREET: Final = "synthetic cannabinoids"


def with_vitamins(tokens: Sequence[Token], hits: Sequence[Hit], lookup: Lookup) -> list[Hit]:
    """``hits`` with the lone letters read that stand for vitamins, and "K2" as what is beside it says."""
    found = [_told(tokens, hit) if hit.key == "k2" else hit for hit in hits]
    taken = {at for hit in found for at in range(hit.first, hit.last)}
    for at, token in enumerate(tokens):
        if token.text.isupper() and token.key in _LETTERS and at not in taken and _is_item(tokens, at):
            rows = lookup.rows(_LETTERS[token.key][0])
            if rows:
                found.append(Hit(at, at + 1, token.key, rows, Method.EXACT, False, False))
    return sorted(found, key=lambda hit: hit.first)


def _is_item(tokens: Sequence[Token], at: int) -> bool:
    """Whether a letter begins an item of a list and its dose follows."""
    token = tokens[at]
    begins = not at or tokens[at - 1].piece != token.piece or token.joiner == "+"
    if not begins or token.bracket or at + 1 >= len(tokens):
        return False
    dose = tokens[at + 1]
    if dose.joiner or dose.category not in ("number", "strength"):
        return False
    return dose.key.removesuffix("mg").removesuffix("iu").strip() in _LETTERS[token.key][1]


def _told(tokens: Sequence[Token], hit: Hit) -> Hit:
    """ "K2" as one of its meanings, where words of the line tell which."""
    words = {t.key for t in tokens}
    street = not _DRUGS.isdisjoint(words)
    vitamin = not _BESIDE.isdisjoint(words) or any(
        t.key in _AMOUNTS or t.key.endswith(("mcg", "ug")) for t in tokens[hit.last : hit.last + 2]
    )
    if street is vitamin:
        return hit
    rows = tuple(row for row in hit.rows if (_STREET in row.targets) is street)
    rows = tuple(row._replace(flags=row.flags - {"depends_on_pack"}) for row in rows)
    return hit._replace(rows=rows) if rows else hit

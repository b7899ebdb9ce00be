"""Two names around a plus sign: a combination that is sold, or two medicines each with its own dose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from medcheck.resolve.spans import Hit
from medcheck.resolve.types import NameStore
from medcheck.sig import Token

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["are_sold_together", "is_parted", "own_pieces", "sold_together"]

_MOST_BESIDE: Final = 3
"""Further ingredients of a product that may still be the one meant."""

_IN_BAGS: Final = frozenset(
    [
        "calcium gluconate", "glucose", "magnesium sulfate", "potassium acetate", "potassium chloride",
        "potassium phosphate", "sodium acetate", "sodium bicarbonate", "sodium chloride",
        "sodium phosphate",
    ]
)  # fmt: skip
"""What is mixed into one bag of infusion fluid: "D5 1/2NS + 20 mEq KCl"."""

_WHEN: Final = frozenset(["ac", "pc"])
_DOSED: Final = ("frequency", "number", "strength", "unit")


def sold_together(store: NameStore) -> Callable[[Sequence[Hit]], bool]:
    """Asks ``store`` whether names are sold as one product."""
    return partial(are_sold_together, store)


def are_sold_together(store: NameStore, hits: Sequence[Hit]) -> bool:
    """Whether a listed product holds something of every one of ``hits``."""
    if any(hit.is_class for hit in hits):
        return False
    named = {target for hit in hits for targets in hit.target_sets for target in targets}
    if named <= _IN_BAGS:
        return True
    for targets in hits[-1].target_sets:
        for row in store.names_of_ingredient(max(targets, key=len)):
            held = frozenset(row.targets)
            if (
                row.target_kind == "ingredients"
                and len(held) <= len(named) + _MOST_BESIDE
                and all(any(s <= held for s in hit.target_sets) for hit in hits)
            ):
                return True
    return False


def is_parted(tokens: Sequence[Token], hits: Sequence[Hit], hit: Hit, listed: bool) -> bool:
    """Whether ``hit`` after a plus sign is another medicine than ``hits``.

    So where no product holds both, or how often the first is taken stands before the sign, or both have
    a number without a unit, as no product is labelled ("ferrous sulfate 325 + vitamin C 500").
    """
    between = tokens[max(h.last for h in hits) : hit.first]
    if not listed or any(t.category == "frequency" or t.key in _WHEN for t in between):
        return True
    behind = tokens[hit.last : hit.last + 2]
    return _is_bare([t for t in between if t.category != "joiner"]) and _is_bare(behind)


def _is_bare(tokens: Sequence[Token]) -> bool:
    """Whether ``tokens`` begin with a number that has no unit, and is no part of "5/325"."""
    if not tokens or tokens[0].category != "number" or tokens[0].joiner:
        return False
    return len(tokens) < 2 or (tokens[1].category != "unit" and tokens[1].joiner not in ("/", "-"))


def own_pieces(tokens: tuple[Token, ...], starts: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """The words with a piece of its own for each medicine behind a plus sign, if the one before is dosed.

    ``starts`` are the end of each medicine's names and the beginning of the next one's. So what is said
    behind the second ("stopped last week") is not said of the first.
    """
    done = list(tokens)
    for last, first in starts:
        if last >= first or tokens[last - 1].piece != tokens[first].piece:
            continue
        sign = next((at for at in range(last, first + 1) if tokens[at].joiner == "+"), None)
        if sign is None or tokens[sign].bracket:
            continue
        if any(t.category in _DOSED for t in tokens[last:sign]):
            done[sign:] = [t._replace(piece=t.piece + 1) for t in done[sign:]]
    return tuple(done)

"""What a rule says where the words round it turn it: a negation, a future, a condition, a past."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from medcheck.exposure import GIVEN_UP, Cue, future_before, is_conditional, is_just_now
from medcheck.model import Exposure
from medcheck.notes.conditions import is_at_admission, is_single_dose, is_supposed, is_to_come
from medcheck.notes.past import is_past

__all__ = ["turned"]

_TURNED: Final = {
    Exposure.STOPPED: Exposure.TAKING,
    Exposure.TAPERING: Exposure.TAKING,
    Exposure.TAKING: Exposure.NEGATED,
    Exposure.PLANNED: Exposure.NEGATED,
    Exposure.ALLERGY: Exposure.NEGATED,
}
_STOPS: Final = (Exposure.STOPPED, Exposure.TAPERING)
_TURNED_DOWN: Final = frozenset(("declined", "denied", "refused"))


def turned(
    cue: Cue,
    exposure: Exposure,
    words: Sequence[str],
    first: int,
    last: int,
    clauses: Sequence[int],
    negated: bool,
) -> Exposure:
    """What the rule at words ``first`` to ``last`` says there; ``negated``: a negation stands before it.

    >>> cue = Cue(("stop",), Exposure.STOPPED, "before", "clause")
    >>> turned(cue, Exposure.STOPPED, "wants to stop zoloft".split(), 2, 3, [0] * 4, False).value
    'taking'
    """
    if exposure in _TURNED and negated:
        return _TURNED[exposure]
    after = cue.side == "after"
    if exposure in _STOPS and (
        (cue.phrase[0] in GIVEN_UP and future_before(words, first))
        or is_conditional(cue.phrase, words, last)
        or is_supposed(cue.phrase, words, first)
    ):
        return Exposure.TAKING
    if exposure is Exposure.TAKING:
        if is_to_come(cue.phrase, words, first):
            return Exposure.PLANNED
        if is_past(cue.phrase, words, first, last, clauses):
            return Exposure.STOPPED
    if exposure is Exposure.STOPPED and (
        is_at_admission(cue.phrase, words, last)
        or (after and is_just_now(cue.phrase, words, last))
        or (after and is_single_dose(cue.phrase, words, first))
    ):
        return Exposure.TAKING
    if exposure is Exposure.NEGATED and after and cue.phrase[0] in _TURNED_DOWN:
        return Exposure.PLANNED if "if" in words[max(0, first - 4) : first] else exposure
    return exposure

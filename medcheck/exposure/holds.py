"""Doses left out of what is still taken: on a condition ("hold for SBP < 100"), or once ("refused x1")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

__all__ = ["is_conditional", "is_one_dose"]

_HOLDS: Final = frozenset(["held", "hold", "holding", "withheld", "withhold"])
_ORDERS: Final = frozenset(["hold", "holding", "withhold"])
"""Before a vital sign a condition; what "held SBP 86" has after it is the reason."""
_DONE: Final = frozenset(["held", "withheld"])
"""Past: what "held for SBP 80s" has after it is the reason."""
_IF: Final = frozenset(["for", "if", "unless", "when"])
_VITALS: Final = frozenset(
    [
        *("bp", "bs", "dbp", "diarrhea", "diarrhoea", "diastolic", "drowsiness", "fsbs", "glucose"),
        *("heart", "hr", "lethargy", "loose", "map", "oversedation", "pulse", "rate", "respirations"),
        *("respiratory", "rr", "sbp", "sedated", "sedation", "sleepiness", "somnolence", "systolic"),
    ]
)


def is_conditional(phrase: Sequence[str], words: Sequence[str], last: int) -> bool:
    """Whether a dose is only left out on a condition: "hold metoprolol for SBP < 100".

    >>> is_conditional(("hold",), "hold metoprolol for sbp 100".split(), 1)
    True
    """
    if phrase[-1] not in _HOLDS:
        return False
    near = words[last : last + 9]
    if near and phrase[0] != "on" and near[0] in _VITALS and phrase[-1] in _ORDERS:
        return True
    cases = _IF - {"for"} if phrase[-1] in _DONE else _IF
    return any(a in cases and not _VITALS.isdisjoint(near[n + 1 : n + 3]) for n, a in enumerate(near))


_LEFT_OUT: Final = frozenset(
    ["declined", "given", "held", "missed", "omitted", "refused", "taken", "withheld"]
)
_DOSE: Final = frozenset(["dose", "doses"])
_WHICH: Final = frozenset(
    ["am", "evening", "hs", "last", "morning", "night", "noon", "one", "pm", "single", "this", "tonights"]
)
_LONGER: Final = frozenset(["d", "day", "days", "month", "months", "week", "weeks", "wk", "wks"])


@cache
def _few_times() -> re.Pattern[str]:
    return re.compile(r"x ?[1-3]|once|one time|[1-3] times?")


@cache
def _time() -> re.Pattern[str]:
    return re.compile(r"(?:at )?(?:[01]\d|2[0-3])[0-5]\d(?:h|hrs)?")


def is_one_dose(phrase: Sequence[str], words: Sequence[str], last: int) -> bool:
    """Whether one dose or a few were left out of a standing order, and no more is said.

    >>> is_one_dose(("refused",), "gabapentin 300 refused x1".split(), 3)
    True
    >>> is_one_dose(("held",), "metoprolol held x 3 days".split(), 2)
    False
    """
    if phrase[-1] not in _LEFT_OUT:
        return False
    near = words[last : last + 2]
    behind = words[last + 1 : last + 4]
    if near and _time().fullmatch(near[0]) and near[0][:2] != "20":
        return True
    if len(near) == 2 and (_time().fullmatch(" ".join(near)) and near[1][:2] != "20"):
        return True
    for size in (1, 2):
        if len(near) >= size and _few_times().fullmatch(" ".join(near[:size])):
            return _LONGER.isdisjoint(behind)
    return len(near) == 2 and (near[0] in _WHICH or near[0] in ("1", "2")) and near[1] in _DOSE

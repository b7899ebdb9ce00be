"""A dose that is only left out on a condition: "hold for SBP < 100" is still taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["is_conditional"]

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

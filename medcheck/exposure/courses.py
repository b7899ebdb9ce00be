"""Where a course stands in time: a dose that was only the latest, doses that fall until it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

__all__ = ["are_falling", "is_just_now", "is_recent_try", "is_standing"]

_LATEST: Final = (("last", "dose"), ("last", "taken"), ("last", "used"))
_JUST_NOW: Final = frozenset(
    [
        *("am", "confirmed", "documented", "due", "evening", "friday", "h", "hour", "hours", "hr", "hrs"),
        *("midnight", "mins", "minutes", "monday", "morning", "night", "noon", "pm", "saturday"),
        *("sunday", "thursday", "today", "tonight", "tuesday", "verified", "wednesday", "yesterday"),
    ]
)
"""After "last dose": it was the latest, and others come."""

_LONG: Final = frozenset(["month", "months", "week", "weeks", "wk", "wks", "year", "years"])
_NEAR: Final = 4
_FEWEST: Final = 2


@cache
def _clock() -> re.Pattern[str]:
    # 2001 to 2029 are years, and told of what has ended
    return re.compile(r"\d{1,2}h|\d{1,2}(?:\d\d)?[ap]m?|(?!20(?:0[1-9]|[12]\d))(?:[01]\d|2[0-3])[0-5]\d")


def is_just_now(phrase: Sequence[str], words: Sequence[str], last: int) -> bool:
    """Whether "last dose" was only the latest one.

    >>> is_just_now(("last", "dose"), "last dose this am".split(), 2)
    True
    >>> is_just_now(("last", "dose"), "last dose 3 weeks ago".split(), 2)
    False
    """
    if tuple(phrase) not in _LATEST:
        return False
    near = words[last : last + _NEAR]
    return _LONG.isdisjoint(near) and any(word in _JUST_NOW or _clock().fullmatch(word) for word in near)


_UNITS: Final = frozenset(["mcg", "mg", "ml", "tab", "tablet", "tablets", "tabs", "units"])


_HOW_OFTEN: Final = frozenset(
    ["bd", "bid", "daily", "for", "od", "qam", "qd", "qhs", "qpm", "tds", "tid", "x"]
)
"""What stands behind a dose without a unit: "50 x 1 wk, 25 daily x 1 wk"."""


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(r"(\d+(?:\.\d+)?)(?:mcg|mg|ml|tabs?|units)?")


def are_falling(words: Sequence[str]) -> bool:
    """Whether the doses that ``words`` name fall from one to the next.

    >>> are_falling("40 mg x3d 20 mg x3d 10 mg x3d".split())
    True
    >>> are_falling("20 mg bd for 3 days".split())
    False
    """
    doses: list[float] = []
    for at, word in enumerate(words):
        amount = _amount().fullmatch(word)
        after = words[at + 1] if at + 1 < len(words) else ""
        ranged = at > 0 and words[at - 1] == "from" and after == "to"
        counted = at > 0 and words[at - 1] in ("for", "x")
        bare = after in _HOW_OFTEN and not counted
        if amount and (not word.isdecimal() or after in _UNITS or ranged or bare):
            doses.append(float(amount.group(1)))
    return len(doses) >= _FEWEST and all(a > b for a, b in pairwise(doses))


_STANDING: Final = frozenset(
    [
        *("am", "bd", "bid", "daily", "hs", "nightly", "od", "qam", "qd", "qds", "qhs", "qid", "qod", "qpm"),
        *("tds", "tid", "twice"),
    ]
)


def is_standing(words: Sequence[str]) -> bool:
    """Whether ``words`` say how often a medicine is taken, and not only when it is needed.

    >>> is_standing("apixaban 5 mg bid".split()), is_standing("zofran 4 mg".split())
    (True, False)
    """
    if "prn" in words:
        return False
    return any(w in _STANDING or (w[:1] == "q" and w[1:-1].isdecimal() and w[-1] == "h") for w in words)


_RECENT: Final = frozenset(
    [
        *("help", "helped", "helping", "helps", "morning", "night", "still", "today", "tonight", "worked"),
        *("working", "works", "yesterday"),
    ]
)


def is_recent_try(phrase: Sequence[str], words: Sequence[str]) -> bool:
    """Whether "tried" is told of what may go on: "tried melatonin last night", "tried it, helps"."""
    return phrase[-1] == "tried" and phrase[0] in ("has", "have", "tried") and not _RECENT.isdisjoint(words)

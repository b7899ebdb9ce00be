"""How long ago something was, where words say so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["days_since"]

_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "couple": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_UNITS: Final = {"day": 1, "days": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7, "month": 30, "months": 30,
                 "year": 365, "years": 365}  # fmt: skip
_DATES: Final = {
    ("last", "month"): 30, ("last", "night"): 1, ("last", "week"): 7, ("last", "year"): 365,
    ("this", "morning"): 0, ("today",): 0, ("yesterday",): 1,
}  # fmt: skip


def days_since(
    words: Sequence[str], first: int = 0, last: int | None = None
) -> tuple[int | None, tuple[int, int] | None]:
    """How many days ago, where the words say so, and the words that say it.

    >>> days_since("stopped it about 2 weeks ago".split())
    (14, (3, 6))
    >>> days_since("stopped it".split())
    (None, None)
    """
    end = len(words) if last is None else last
    for at in range(first, end):
        for date, days in _DATES.items():
            if tuple(words[at : at + len(date)]) == date and at + len(date) <= end:
                return days, (at, at + len(date))
        unit = _UNITS.get(words[at])
        if unit is None or at == first:
            continue
        start = at - 1
        if words[start] == "of" and start - 1 >= first:
            start -= 1
        count = _count(words[start])
        if count is None:
            continue
        if words[start] == "couple" and start > first and words[start - 1] == "a":
            start -= 1
        if at + 1 < end and words[at + 1] in ("ago", "back"):
            return count * unit, (start, at + 2)
        if start - 1 >= first and words[start - 1] in ("for", "last", "past") and _off(words[first:start]):
            return count * unit, (start - 1, at + 1)
    return None, None


def _off(words: Sequence[str]) -> bool:
    return not _ABSENCE.isdisjoint(words)


_ABSENCE: Final = frozenset(
    ["getting", "had", "hasnt", "havent", "held", "missed", "missing", "not", "off", "out", "without"]
)


def _count(word: str) -> int | None:
    if word.isdecimal() and len(word) <= 4:
        return int(word)
    return _NUMBERS.get(word)

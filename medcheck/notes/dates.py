"""Dates after a name, and what they say of a course: "5/14-8/17", "x6 months 2019", "'09→ 200 bd"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from medcheck.model import Exposure

__all__ = ["Dated", "dated", "has_dates"]

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE: Final = (
    rf"(?:(?:0?[1-9]|1[0-2])/(?:[0-3]?\d/)?(?:(?:19|20)\d\d|\d\d?)|(?:{_MONTH}[ \t]?[’']?)?(?:19|20)\d\d|"
    rf"(?:{_MONTH}[ \t]?)?[’']\d\d)"
)
_YEAR: Final = rf"(?:{_MONTH}[ \t]?)?(?:[’']\d\d|(?:19|20)\d\d)"
_NOW: Final = r"(?P<now>now|present|pres|current(?:ly)?|ongoing|date|today)"
_TO: Final = r"[ \t]*(?:-+>?|[–—→]|\bto\b|\btill?\b|\buntil\b)[ \t]*"
_LONG: Final = r"(?:mos?|months?|wks?|weeks?|yrs?|years?|y)"
_TIMES_GIVEN: Final = r"(?:inj|doses?|cycles?|rounds?|infusions?|courses?|bursts?|pulses?)"
_COUNTED: Final = (
    rf"(?:[ \t(,]+(?:~|approx\.?|from|for|on|x[ \t]?\d+|x|\d[\d.]*[ \t]?(?:mg|mcg|g|units?|u|{_LONG})?|"
    rf"bid|tid|qid|qd|daily|qhs|prn|trials?|{_TIMES_GIVEN})(?![\w/.%-]))"
)
_RANGE: Final = re.compile(
    rf"{_COUNTED}{{0,4}}[ \t(,]+(?P<dates>{_DATE}{_TO}(?:{_NOW}\b|(?:{_DATE}|\d\d)(?![\w/%])))"
    rf"(?![ \t]?(?:mg|mcg|g|ml|tabs?|tablets?|caps?)\b)",
    re.I,
)
_SEASON: Final = re.compile(
    rf"(?:[ \t]+{_TIMES_GIVEN})?[ \t(,]+(?P<dates>x[ \t]?1[ \t]+(?:(?:in|last|back in)[ \t]+)?"
    rf"(?:{_MONTH}|spring|summer|autumn|winter|year|yr|month))(?![\w/%-])",
    re.I,
)
_ONCE: Final = re.compile(
    rf"{_COUNTED}{{0,2}}[ \t(,]+(?P<dates>(?:x[ \t]?\d+[ \t]*(?:{_TIMES_GIVEN}|{_LONG})?|\d+[ \t]?{_LONG})"
    rf"[ \t(,]+(?:in[ \t]+)?(?:{_MONTH}[ \t]?)?(?:19|20)\d\d)(?![\w/%-])",
    re.I,
)
_OPEN: Final = re.compile(
    rf"{_COUNTED}{{0,2}}[ \t(,]+(?P<dates>{_YEAR}[ \t]*(?:-+>?|[–—→]))"
    rf"(?=[ \t),;.]|[ \t]*\d+[ \t]?(?:mg|mcg|g|u)\b|\Z)",
    re.I,
)
"""A course that goes on: "'09→ 200 bd"."""
_ENDED: Final = re.compile(
    rf"{_COUNTED}{{0,3}}[ \t(,]+(?P<dates>(?:in[ \t]+)?{_YEAR}"
    r"[ \t]*[-–—:(,]?[ \t]*(?:x[ \t]?\d{1,2}\b|"
    r"constip|cough|dizz|dry\b|dry\+|fail|gi\b|hallucin|headache|ineff|insomn|intol|"
    r"lfts?\b|[12]°|made\b|myalg|n/v|nausea|no (?:benefit|effect|help|response)|oedema|edema|rage|sedat|"
    r"side effect|suicid|too |tremor|vomit|weight|worse|wt\b)\w*)",
    re.I,
)
"""A year and why it was given up: "acitretin 2012 dry++"."""
_LAST: Final = re.compile(
    rf"{_COUNTED}{{0,3}}[ \t]+x[ \t]?\d+[ \t]*{_LONG}[ \t(,]+(?P<dates>(?:last|until|til|till|to|ended|"
    rf"stopped)[ \t]+{_YEAR})",
    re.I,
)
_HINT: Final = re.compile(
    r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|/\d\d?\d?\d?[ \t]*(?:[-–—→]|to\b)|(?<=[’']\d)\d|"
    r"(?:(?<=x\d)|(?<=x \d)) (?:in|last|back|[A-Z]))"
)
"""Begins with a digit, so that it is looked for fast."""
_STRENGTHS: Final = re.compile(r"\d+(/\d+)[ \t]*(?:-|–|to)[ \t]*\d+\1\Z")
"""Two strengths of a combination: "5/20-10/20"."""
_SIGNS: Final = ("20", "19", "/", " x", "'", "’")
_FARTHEST: Final = 80


class Dated(NamedTuple):
    """What the dates after a name say, and where they stand."""

    exposure: Exposure
    start: int
    end: int


def has_dates(text: str) -> bool:
    """Whether ``text`` may hold such dates: a quick look, and a quicker one before it."""
    return any(map(text.__contains__, _SIGNS)) and _HINT.search(text) is not None


def dated(text: str, start: int, end: int) -> Dated | None:
    """What dates say of the name that ends at ``start``: a range is over unless it goes on to now.

    >>> dated("MTX 2013-> now, 20 mg", 3, 21).exposure.value, dated("Enbrel 5/14-8/17", 6, 16).exposure.value
    ('taking', 'stopped')
    >>> dated("Norco 5/325 to 10/325", 5, 21) is None
    True
    """
    end = min(end, start + _FARTHEST)
    if (match := _RANGE.match(text, start, end)) and not _STRENGTHS.match(match.group("dates")):
        exposure = Exposure.TAKING if match.group("now") else Exposure.STOPPED
    elif match := _OPEN.match(text, start, end):
        exposure = Exposure.TAKING
    elif match := _first_match(text, start, end):
        exposure = Exposure.STOPPED
    else:
        return None
    return Dated(exposure, *match.span("dates"))


def _first_match(text: str, start: int, end: int) -> re.Match[str] | None:
    """The dates of a course that is over, written as a time or a year."""
    for pattern in (_ONCE, _SEASON, _ENDED, _LAST):
        if match := pattern.match(text, start, end):
            return match
    return None

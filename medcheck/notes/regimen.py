"""A dose and how often, where nothing else is said: "Rasagiline 1 mg daily." is what is taken."""

from __future__ import annotations

import re
from typing import Final

from medcheck.model import Exposure
from medcheck.notes.listing import DOSE_WORDS
from medcheck.notes.words import words
from medcheck.sig.words import categories

__all__ = ["said_by_regimen"]

_FARTHEST: Final = 90
_AFTER: Final = 40
_BEFORE: Final = 60
_TOKEN: Final = re.compile(r"[^\W_][\w./%½-]*+")
_GAP: Final = re.compile(r"[ \t,:(~)+&]{0,4}\Z")
_CATEGORIES: Final = categories()
_DOSE: Final = frozenset(
    w for w in DOSE_WORDS if _CATEGORIES[w] in ("unit", "form", "route", "packaging")
) - words("d flush h hard left long os plain right slow under")
_PARTS: Final = (
    _DOSE
    | words("inh next reg regular succ")
    | words("a apply by half inhale inject mouth one puffs s/c take two use")
)
_OFTEN: Final = words(
    """
    b.d b.i.d bd bds bid biweekly daily eod fortnightly h.s hourly hs mane monthly mornings nightly nights
    noct nocte o.d od om p.r.n prn q.d q.d.s q.h.s q.i.d qam qd qds qhs qid qod qpm qw qwk sos t.d.s t.i.d tds
    sched scheduled tid tiw weekly
    """
)
_IN_CAPITALS: Final = frozenset(("ON",))
"""Latin for "at night", which in small letters is a word of its own."""
_EVERY: Final = re.compile(
    r"q\d{1,2}(?:-\d{1,2})?(?:h|hr|hrs|hours|d|days|w|wk|wks|weeks|mo|m)?|q-?hs|\dx?/(?:day|d|wk|week)|"
    r"d\d{1,2}(?:/\d{1,2})?"
)
_TIMES: Final = (
    r"(?:once|twice|thrice|one|two|three|four|\d)(?:[ \t]?x|[ \t]times)?[ \t](?:a|per|each|every)[ \t]"
    r"(?:day|week|night|month)",
    r"(?:once|twice)[ \t](?:daily|weekly|monthly|nightly)",
    r"(?:every|each|most|some)[ \t](?:other[ \t])?(?:day|morning|evening|night|week|month|am|pm)s?",
    r"(?:every|q)[ \t]\d{1,3}[ \t]?(?:h|hrs?|hours|days|weeks|wks|months|d|mo)",
    r"(?:at|before)[ \t](?:bedtime|night)",
    r"with[ \t](?:meals|breakfast|dinner|lunch|supper|food)",
    r"in[ \t]the[ \t](?:morning|evening|am|pm)",
    r"at[ \t]\d{1,4}(?::\d\d)?[ \t]?(?:am|pm|h)?",
    r"as[ \t]needed",
    r"(?:next[ \t])?due[ \t](?:at[ \t])?\d{3,4}",
    r"day[ \t]\d{1,2}(?:[ \t]?(?:/|of)[ \t]?\d{1,2})?",
    r"x[ \t]\d{1,3}(?:[ \t]?doses?\b|(?=[ \t]{0,2}(?:[.;,\n]|with\b|en\b|in\b|\Z)))",
)
_PHRASE: Final = re.compile("|".join(_TIMES), re.I)
_COUNTED: Final = re.compile(r"x\d{1,2}|stat", re.I)
_LENGTH: Final = r"(?:d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?)\b"
_UNIT_OF_TIME: Final = re.compile(rf"[ \t]*{_LENGTH}", re.I)
_BOUNDED: Final = re.compile(
    r"[ \t,(]*(?:x[ \t]?\d|for[ \t](?:\d|a[ \t]|one|two|three|four|five|six|seven|ten|up to|the next|"
    r"the first)|"
    r"until\b|till?\b|through\b|then\b|\d{1,2}[ \t]?(?:/7|/52|/12)|over[ \t]\d|in[ \t](?:19|20)\d\d|"
    r"\(?(?:19|20)\d\d)",
    re.I,
)
"""A length of time after it: a course, of which it is not said whether it is over."""
_TRIED: Final = re.compile(
    rf"[ \t,(]*(?:x|for)[ \t]?(?:\d{{1,2}}|a few|two|three|four|six|several)[ \t]?{_LENGTH}"
    r"[ \t]*[,(:;–-]{1,2}[ \t]*(?:brain fog|fail|felt|made|no (?:benefit|effect|help|relief|response)|"
    r"nothing|rash|sedat|side effects|stopped|too |useless|weight|worse|zombie)",
    re.I,
)
_GENERAL: Final = re.compile(
    r"\b(?:dose is|doses? (?:of|range|between)|usual(?:ly)?|recommended|maximum|max|typical(?:ly)?|up to|if|"
    r"e\.g|eg|"
    r"such as|like|guidelines?|patients|people|adults|option)\b[^.;\n]{0,30}\Z",
    re.I,
)
_DOWN: Final = re.compile(
    r"[ \t]*\d[\d.]{0,5}[ \t]?(?:mg|mcg)?(?:[ \t]*(?:->|→|,|then)[ \t]*\d[\d.]{0,5}[ \t]?(?:mg|mcg)?){1,5}"
    r"[^.;\n]{0,24}?(?:\b(?:then|and)[ \t]|,[ \t]?)(?:off|stop|nil|zero)\b|"
    r"[ \t]*\d[\d.]{0,5}[ \t]?(?:mg|mcg|ml)?[^.;\n]{0,24}?\bdown[ \t](?:by[ \t])?\d[\d.]{0,5}[ \t]?"
    r"(?:mg|mcg|ml|%)?[ \t]*"
    r"(?:per|every|each|a|/)[ \t]?(?:day|week|wk|fortnight|month|2)",
    re.I,
)
"""Falling doses to nothing: "100 -> 50 -> 25 over 3 wks then off"."""
_CORRECTED: Final = re.compile(
    r"[ \t]+(?:dose[ \t]+)?is[ \t]+(?:now[ \t]+)?\d[\d.]{0,5}[ \t]?(?:mg|mcg|units)?[ \t]*,?[ \t]*"
    r"(?:and )?not[ \t]+\d",
    re.I,
)


_MOVED: Final = re.compile(
    r"[ \t]*\d[\d.]{0,5}[ \t]?(?:mg|mcg|units)?[ \t]*(?:-+>|→)[ \t]*\d[\d.]{0,5}[ \t]?(?:mg|mcg|units)?", re.I
)
"""One dose in the place of another: "75 -> 150 nocte"."""


def said_by_regimen(text: str, start: int, end: int) -> tuple[Exposure, tuple[int, int]] | None:
    """What a dose and a time after ``text[start:end]`` say, and where they stand.

    A course with an end ("x 5 days") says nothing, nor does what is told of medicines in general.

    >>> said_by_regimen("Rasagiline 1 mg daily.", 0, 10)
    (<Exposure.TAKING: 'taking'>, (16, 21))
    >>> said_by_regimen("Prednisone 40 mg daily x 5 days", 0, 10) is None
    True
    """
    if (match := _DOWN.match(text, end)) is not None:
        return Exposure.TAPERING, match.span()
    if (match := _CORRECTED.match(text, end)) is not None:
        return Exposure.TAKING, match.span()
    if (match := _MOVED.match(text, end)) is not None:
        return Exposure.TAKING, match.span()
    often = _how_often(text, end)
    if often is None:
        return None
    rest = text[often[1] : often[1] + _AFTER]
    if _TRIED.match(rest):
        return Exposure.STOPPED, often
    if _BOUNDED.match(rest) or _GENERAL.search(text, max(0, start - _BEFORE), start):
        return None
    return Exposure.TAKING, often


def _how_often(text: str, end: int) -> tuple[int, int] | None:
    """Where it stands how often a medicine is taken, with nothing but its dose before; the last place."""
    found: tuple[int, int] | None = None
    at, stop = end, min(len(text), end + _FARTHEST)
    while (match := _TOKEN.search(text, at, stop)) is not None:
        if not _GAP.match(text, at, match.start()):
            break
        word = match.group().lower().rstrip(".-/")
        after = match.start() + len(word)
        if (phrase := _PHRASE.match(text, match.start())) is not None:
            found, at = phrase.span(), phrase.end()
        elif _is_time(word, match.group()) or _is_count(text, word, after):
            found, at = (match.start(), after), after
        elif word in _PARTS or word[:1].isdecimal() or (found and word in ("and", "plus")):
            at = after
        else:
            break
        if text[at : at + 1] in (".", ";", "\n"):
            break
    return found


def _is_time(word: str, written: str) -> bool:
    return word in _OFTEN or written in _IN_CAPITALS or _EVERY.fullmatch(word) is not None


def _is_count(text: str, word: str, end: int) -> bool:
    """Whether a word counts doses that were given ("x1"), and no days."""
    return _COUNTED.fullmatch(word) is not None and not _UNIT_OF_TIME.match(text, end)

"""Marks and dates that notes write in the place of words: arrows, "=", "X? no", "5/14-8/17"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from medcheck.model import Exposure
from medcheck.notes.listing import DOSE_WORDS, LIST_WORDS
from medcheck.notes.words import words

__all__ = [
    "ANSWER",
    "ARROW",
    "MARK",
    "Dated",
    "dated",
    "has_dates",
    "is_mark",
    "is_swap",
    "opens_sentence",
    "spell_marks",
]

ARROW: Final = "->"
"""How an arrow stands among the words of a sentence."""

ANSWER: Final = (
    r"(?i:[ \t]*(?:-{0,2}>|=>|[→⇒➔➡]|[-–—:(]){0,3}[ \t]*"
    r"(?:denie[sd]|decline[sd]|refused|never|nope|nil|none|not|(?:no|yes|yep|y|n)"
    r"(?=[ \t]*(?:[-–—.,;)\n]|\Z)))\b)"
)
"""What follows a question mark where the answer does."""

MARK: Final = (
    rf"(?:(?:-+>|=>|[→⇒➔➡])(?![ \t]*[~<>]?\.?\d)|[↑↓](?=[ \t]*\w)|[∅⊘]|=(?![ \t]*[\d>])|\?(?={ANSWER}))"
)
"""A mark that is read as a word. "5 -> 10" is a dose, and no mark."""

_MARKED: Final = re.compile("[>→⇒➔➡=?↑↓Øø∅⊘]")
_NONE: Final = frozenset("Øø∅⊘")
"""The empty set, which says no."""
_IS_MARK: Final = frozenset(("->", "=", "?", "↑", "↓"))


def has_marks(text: str) -> bool:
    """Whether any mark may stand in ``text``: a quick look."""
    if text.isascii():
        return "?" in text or "=" in text or ">" in text
    return _MARKED.search(text) is not None


def is_mark(word: str) -> bool:
    """Whether a word of a sentence is one of the marks."""
    return word in _IS_MARK


def spell_marks(found: str) -> str:
    """One word as it was found, any arrow written in one way.

    >>> spell_marks("→"), spell_marks("Zoloft")
    ('->', 'Zoloft')
    """
    if found in _NONE:
        return "no"
    return ARROW if found[-1] in "→⇒➔➡>" else found


_ABBREVIATED: Final = words(
    """
    approx appt cap caps cont contraind decr disc discont dept dr eg hosp ie incr inf inh inj max meds min
    mins neb oint poss pres prev prob pt resp sol soln st subq supp susp syp syr tab tabs temp vs
    """
)
_LAST_WORDS: Final = words(
    """
    ago cd dcd dced it neg no now off ok out pos qd them too yest yet
    """
)
"""Short words that a sentence may end in."""
_TIMES: Final = words(
    """
    afternoon bedtime breakfast daily dinner evening hours lunch minutes month monthly months morning
    night nightly nights noon today tomorrow tonight twice week weekly weeks year yearly years yesterday
    """
)
_STOP: Final = re.compile(r"[.)\"']*\.[)\"']*\s+")
_SHORTEST: Final = 4


def opens_sentence(gap: str, before: str, following: str, named: bool) -> bool:
    """Whether a sentence begins in small letters; ``named`` says that a medicine begins it.

    >>> opens_sentence(". ", "weeks", "i", False), opens_sentence(". ", "po", "d", False)
    (True, False)
    >>> opens_sentence(". ", "po", "z", True), opens_sentence(". ", "tab", "z", True)
    (True, False)
    """
    if gap[:1] not in (".", ")", '"', "'") or not following.islower() or _STOP.fullmatch(gap) is None:
        return False
    if before in _ABBREVIATED or not before.isalnum():
        return False
    if named:
        return len(before) > 1 or before.isdecimal()
    long = len(before) >= _SHORTEST and before.isalpha()
    return before in _LAST_WORDS or (long and (before not in DOSE_WORDS or before in _TIMES))


# --- dates after a name ---------------------------------------------------------------------

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
    r"[ \t]*[-–—:(,]?[ \t]*(?:constip|cough|dizz|dry\b|dry\+|fail|gi\b|hallucin|headache|ineff|insomn|intol|"
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


# --- one medicine in the place of another ---------------------------------------------------

_FORMS: Final = LIST_WORDS | words(
    """
    gtt gtts drip drips infusion orally home brand generic
    """
)
_WHY: Final = words(
    """
    bleeding constipation cost cough diarrhea diarrhoea dizziness dizzy dyspepsia edema effects failed
    failure fatigue formulary gi headache headaches hypos hypotension ineffective insomnia insurance
    intolerance intolerant itching myalgia myalgias n nausea oedema rash side swelling upset v vomiting
    """
)
"""Why one medicine gives way to another: "lisinopril cough → losartan"."""
_ADDED: Final = words(
    """
    added add too also
    """
)


def is_swap(between: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the words between two medicines are an arrow from the first to the second, with doses.

    >>> is_swap(["gtt", "->"], ["12", "u"]), is_swap(["->"], ["added"]), is_swap(["rash", "->"], [])
    (True, False, True)
    """
    if between.count(ARROW) != 1 or not _ADDED.isdisjoint(after[:3]):
        return False
    return all(
        word == ARROW or word in _FORMS or word in _WHY or word[:1].isdecimal() or word[1:].isdecimal()
        for word in between
    )

"""Marks in the place of words: arrows, "=", "X? no"; and sentences that begin in small letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from medcheck.notes.listing import DOSE_WORDS, LIST_WORDS
from medcheck.notes.words import words

__all__ = [
    "ANSWER",
    "ARROW",
    "MARK",
    "has_marks",
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

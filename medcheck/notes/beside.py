"""What stands beside one medicine and says something of it without a phrase of the tables.

Dates, an arrow to the medicine in its place, "last X use 4 months ago", "X instead", "?X", "cutting X down".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from medcheck.exposure import Cue
from medcheck.model import Exposure
from medcheck.notes.dates import dated, has_dates
from medcheck.notes.listing import LIST_WORDS
from medcheck.notes.shorthand import ARROW, is_swap

__all__ = ["CueAt", "SentenceSoFar", "beside", "is_arrow", "may_stand_beside", "opening_arrow"]

_AGO: Final = 6
"""Words after a medicine in which "ago" says when it was last used."""
_INSTEAD: Final = 4
_NO_USE: Final = frozenset(
    ("adjusted", "adjustment", "change", "fill", "increase", "level", "refill", "titration")
)
_SOON: Final = frozenset(("if", "later", "next", "once", "tmrw", "tomorrow", "tonight", "when"))
_HINTS: Final = frozenset((ARROW, "added", "by", "down", "instead", "last", "started", "takes", "up", "uses"))
_ASKED: Final = re.compile(r"(?:\A|[\s,;:(])\?[ \t]?\Z")
_CUT_DOWN: Final = frozenset(
    ("bring", "bringing", "brought", "cut", "cutting", "stepping", "taking", "titrating", "weaning")
)
_BROUGHT_UP: Final = frozenset(("bring", "bringing", "brought", "going", "titrating"))
_LESS: Final = frozenset(
    (
        "cut",
        "cutting",
        "decrease",
        "decreasing",
        "down",
        "lower",
        "lowering",
        "reduce",
        "reducing",
        "taper",
        "wean",
    )
)
_RATES: Final = frozenset(("a", "each", "every", "monthly", "per", "weekly"))
_ADDED: Final = frozenset(("added", "begun", "commenced", "introduced", "restarted", "started"))
_USES: Final = frozenset(("takes", "taking", "uses", "using"))
_FAR: Final = 6
"""Words between a medicine and what is said of it, with the dose between."""


@dataclass(slots=True)
class CueAt:
    """A rule that fired at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    cue: Cue
    exposure: Exposure
    ahead: bool


class SentenceSoFar(Protocol):
    """The words of a sentence, how they are cut, and the rules found in it."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    mentions: list[tuple[int, int]]
    clauses: list[int]
    pieces: list[int]
    brackets: list[int]
    cues: list[CueAt]


def may_stand_beside(text: str, words: Sequence[str]) -> bool:
    """Whether anything of this module may be in a sentence: a quick look."""
    return not _HINTS.isdisjoint(words) or "?" in text or has_dates(text)


def beside(sentence: SentenceSoFar, end: int) -> dict[int, CueAt]:
    """What stands beside each medicine of a sentence that ends at ``end``, by its number."""
    found: dict[int, CueAt] = {}
    words, mentions = sentence.words, sentence.mentions
    arrow, last_used, instead = (hint in words for hint in (ARROW, "last", "instead"))
    hinted = bool(words) and has_dates(sentence.text[sentence.starts[0] : end])
    asked = "?" in sentence.text
    if not (arrow or last_used or instead or hinted or asked or not _HINTS.isdisjoint(words)):
        return found
    for number, (first, last) in enumerate(mentions):
        if first >= len(words):
            continue
        stop = end
        if number + 1 < len(mentions) and mentions[number + 1][0] < len(words):
            after, behind = mentions[number + 1]
            stop = sentence.starts[after]
            if arrow and words[first] != words[after]:
                between = [words[n] for n in range(last, after) if not sentence.brackets[n]]
                if is_swap(between, words[behind:]):
                    found |= _swapped(number, words.index(ARROW, last), _is_to_come(sentence, first, behind))
        if number in found:
            continue
        if last_used and first and words[first - 1] == "last" and _was_used(words[last : last + _AGO]):
            found[number] = _said(first - 1, first, Exposure.STOPPED, "last")
        elif instead and (at := _instead(sentence, first, last)) is not None:
            found[number] = _said(at, at + 1, Exposure.PLANNED, "instead")
        elif hinted and (dates := dated(sentence.text, sentence.ends[last - 1], stop)):
            places = [n for n in range(last, len(words)) if dates.start < sentence.ends[n] <= dates.end]
            found[number] = _said(places[0], places[-1] + 1, dates.exposure, "dates")
        elif asked and _ASKED.search(
            sentence.text, max(0, sentence.starts[first] - 4), sentence.starts[first]
        ):
            found[number] = _said(first, first + 1, Exposure.PLANNED, "?", True)
        elif (told := _around(sentence, number)) is not None:
            found[number] = told
    return found


def _around(sentence: SentenceSoFar, number: int) -> CueAt | None:
    """ "Cutting X down", "since X 0.5 mg added", "bought X and takes 5 mg"."""
    words, (first, last) = sentence.words, sentence.mentions[number]
    stop = min(last + _FAR, len(words), *(a for a, _ in sentence.mentions[number + 1 : number + 2]))
    near = words[max(0, first - 3) : first]
    if words[last : last + 1] == ["down"] and not _CUT_DOWN.isdisjoint(near):
        return _said(last, last + 1, Exposure.TAPERING, "down")
    if words[last : last + 1] == ["up"] and not _BROUGHT_UP.isdisjoint(near):
        return _said(last, last + 1, Exposure.TAKING, "up")
    for at in range(last, stop):
        if (
            words[at] == "by"
            and not _LESS.isdisjoint(words[max(0, first - 5) : first])
            and _is_rate(words[at + 1 :])
        ):
            return _said(at, at + 1, Exposure.TAPERING, "by")
        if words[at] in _ADDED and "since" in near:
            return _said(at, at + 1, Exposure.TAKING, "added")
        if words[at] in _USES and words[at - 1] == "and" and words[at + 1 : at + 2][:1]:
            object_ = words[at + 1]
            if object_[:1].isdecimal() or object_ in ("half", "it", "one", "some", "them", "two"):
                return _said(at, at + 1, Exposure.TAKING, "takes")
    return None


def _is_rate(after: Sequence[str]) -> bool:
    """Whether words are an amount and how often: "10 mg each month"."""
    return after[:1] != [] and after[0][:1].isdecimal() and not _RATES.isdisjoint(after[1:5])


def is_arrow(phrase: Sequence[str]) -> bool:
    """Whether a rule is an arrow from one medicine to another."""
    return phrase == (ARROW,)


def _was_used(after: Sequence[str]) -> bool:
    return "ago" in after and _NO_USE.isdisjoint(after)


def opening_arrow(sentence: SentenceSoFar) -> CueAt | None:
    """The arrow that begins a sentence and says what follows from the one before: "; → propofol"."""
    if sentence.words[:1] != [ARROW]:
        return None
    before = sentence.text[max(0, sentence.starts[0] - 3) : sentence.starts[0]].rstrip(" \t")
    return _said(0, 1, Exposure.PLANNED, ARROW, True) if before.endswith((";", ".", ")")) else None


def _said(first: int, last: int, exposure: Exposure, phrase: str, ahead: bool = False) -> CueAt:
    side = "before" if ahead else "after"
    return CueAt(first, last, Cue((phrase,), exposure, side, "clause"), exposure, ahead)


def _swapped(number: int, at: int, to_come: bool) -> dict[int, CueAt]:
    """ "A -> B": B in the place of A; of B nothing is said, unless the swap is only considered."""
    if not to_come:
        return {number: _said(at, at + 1, Exposure.STOPPED, ARROW)}
    return {
        number: _said(at, at + 1, Exposure.TAKING, ARROW),
        number + 1: _said(at, at + 1, Exposure.PLANNED, ARROW, True),
    }


def _is_to_come(sentence: SentenceSoFar, first: int, behind: int) -> bool:
    """Whether a swap is planned: a rule before it says so, or a time after the second name."""
    return not _SOON.isdisjoint(sentence.words[behind : behind + _INSTEAD]) or any(
        hit.exposure is Exposure.PLANNED
        and hit.last <= first
        and sentence.clauses[hit.first] == sentence.clauses[first]
        for hit in sentence.cues
    )


def _instead(sentence: SentenceSoFar, first: int, last: int) -> int | None:
    """Where "instead" stands after a medicine and its dose that open a piece: "d/c A; B 15 instead"."""
    words = sentence.words
    if first and sentence.pieces[first - 1] == sentence.pieces[first]:
        return None
    for at in range(last, min(last + _INSTEAD, len(words))):
        if words[at] == "instead":
            return at if words[at + 1 : at + 2] != ["of"] else None
        if words[at] not in LIST_WORDS and not words[at][:1].isdecimal():
            return None
    return None

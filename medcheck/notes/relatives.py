"""Whether what follows a relative is told of the relative: "a sister who does well on it"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from medcheck.notes.beside import SentenceSoFar
from medcheck.notes.words import words as _words

__all__ = [
    "REPORTS", "after_aside", "are_carers", "is_named_relative", "is_nursing", "is_parent_of",
    "is_the_patient", "is_told_of",
]  # fmt: skip

_ASIDES: Final = frozenset(["who", "whom", "whose"])
REPORTS: Final = _words(
    """
    considering considers agrees agreed prefers wishes hopes declines declined refuses admits admitted
    administered administering applied applies applying giving asked asks believes bought bringing
    brings brought buys called carries collects concerned confirmed confirms crushes denied denies described
    endorsed endorses feels felt fetches fills found gave gives manages noted notes noticed organises
    organizes phoned phones rang recalls reminds reported reports requested requests rings said says sets
    stated states supplies
    thinks thought told wants worried worries
    """
)
"""Verbs of a relative who tells of or handles the medicines of the patient."""

_LIVES: Final = _words(
    """
    abused abuses became bled developed did died does drank drinks felt gained got had has injected injects
    is loves lost needed needs overdosed received receives recovered required requires responded responds
    smoked smokes stopped suffered swears took takes tried used uses was went were
    """
)
_BETWEEN: Final = _words("actually also both currently for once previously reportedly similarly years")
_FOR_THE_PATIENT: Final = _words("giving helping helps him me patient present pt them us")
_NUMBERS: Final = _words("2 3 4 5 6 one two three four five six seven")
_SOME: Final = _words("all both most several some")
_DOES: Final = _words("continues currently denies drinks has is smokes takes uses was")
_NURSING: Final = _words("breastfeeding lactating nursing")


def after_aside(sentence: SentenceSoFar, at: int, first: int) -> int:
    """Where the verb of a relative may begin: "his wife, whom I also see, takes"."""
    if at >= first or sentence.words[at] not in _ASIDES or sentence.pieces[at] == sentence.pieces[at - 1]:
        return at
    comma = sentence.text.find(",", sentence.ends[at], sentence.starts[first])
    return at if comma < 0 else bisect_right(sentence.starts, comma)


_TRYING: Final = _words("attempted tried treated try trying used using")


def is_told_of(before: Sequence[str], between: Sequence[str]) -> bool:
    """Whether the words from the relative to the medicine speak of the relative's own life.

    >>> is_told_of([], "with depression who does well on".split()), is_told_of([], "who gave him".split())
    (True, False)
    """
    if before[-1:] and (before[-1] in _NUMBERS or before[-1] in _SOME):
        return True
    if "who" not in between or not _FOR_THE_PATIENT.isdisjoint(between):
        return False
    at = between.index("who") + 1
    while at < len(between) and between[at] in _BETWEEN:
        at += 1
    return at < len(between) and between[at] in _LIVES


def are_carers(relative: str, between: Sequence[str]) -> bool:
    """Whether both parents tried what their child was given: "parents tried".

    >>> are_carers("parents", ["had", "tried"]), are_carers("mother", ["had", "tried"])
    (True, False)
    """
    return relative == "parents" and not _TRYING.isdisjoint(between)


def is_parent_of(before: Sequence[str], between: Sequence[str]) -> bool:
    """Whether the patient is spoken of: "a mother of two who takes", "has two sons and takes"."""
    if between[:1] == ["of"] and between[1:2] and between[1] in _NUMBERS:
        return True
    if "who" in between or "and" not in between or not {*before[-3:]} & {"has", "have", "with"}:
        return False
    verb = between.index("and") + 1
    return verb < len(between) and between[verb] in _DOES


def is_nursing(words: Sequence[str]) -> bool:
    """Whether the sentence opens with the mother and tells what she may have "while nursing"."""
    if words[:1] not in (["mother"], ["mom"], ["mum"]) or "while" not in words:
        return False
    return not _NURSING.isdisjoint(words)


_TELLS: Final = (
    r"(?:asks|asked|called|calls|concerned|confirms|describes|feels|noted|notes|phoned|phones|rang|reported|reports|"
    r"rings|said|says|stated|states|tells|thinks|told|worried)"
)
_CALL: Final = (
    r"\b(?:call|collateral|email|history|hx|message|msg|phone|spoke|t/c|tc)\b[^.\n]{0,12}"
    r"\b(?:from|to|with|w/)"
)
_OWN: Final = r"(?:(?:pt['’]?s?|patient['’]?s|her|his|the|their|my)[ \t]+)?"
_TELLERS: Final = (
    (_words("mum mom mother mam dad father mums moms dads"), "(?:daughter|son|grandson|granddaughter)"),
    (_words("wife"), "(?:husband)"),
    (_words("husband"), "(?:wife)"),
)
_BARE: Final = re.compile(
    r"(?:\A|[.;\n])[ \t]*(?:feels|reports|says|states|thinks)(?:[ \t]+that)?[ \t]+\Z", re.I
)
_NEAR: Final = 600
_NAMED: Final = (
    r"\b(?:aunt|boyfriend|brother|dad|daughter|father|fianc[eé]e?|friend|girlfriend|husband|mom|mother|mum|nephew|niece|"
    r"partner|sister|son|uncle|wife),?[ \t]+{},?(?=[ \t.;:])"
)
_LIFE: Final = _words("also had has herself himself is started takes took uses was")


def is_the_patient(text: str, start: int, relation: str) -> bool:
    """Whether a relative's own word for the patient stands at ``start``: "TC from daughter. Mum takes ...".

    >>> is_the_patient("Daughter rang: mum is on it", 15, "mum"), is_the_patient("Her mum is on it", 4, "mum")
    (True, False)
    """
    before = text[max(0, start - _NEAR) : start]
    for relations, teller in _TELLERS:
        if relation in relations:
            told = rf"{_CALL}[ \t]+{_OWN}{teller}\b|\b{teller}\b[ \t]+(?:\w+[ \t]+)?{_TELLS}\b"
            return re.search(told, before, re.IGNORECASE) is not None or _BARE.search(before) is not None
    return False


def is_named_relative(text: str, start: int, words: Sequence[str]) -> bool:
    """Whether a sentence at ``start`` begins with the name of a relative: "partner Dan ... Dan is on it".

    >>> is_named_relative("Seen with partner Dan. Dan is on it.", 23, ["dan", "is", "on", "it"])
    True
    """
    if len(words) < 3 or words[1] not in _LIFE or not text[start : start + 1].isupper():
        return False
    name = text[start : start + len(words[0])]
    return (
        re.search(_NAMED.format(re.escape(name)), text[max(0, start - 4 * _NEAR) : start], re.IGNORECASE)
        is not None
    )

"""What a clipped phrase says of its medicine where neither a rule nor a section says anything."""

from __future__ import annotations

import re
from typing import Final

from medcheck.model import Exposure
from medcheck.notes.listing import LIST_WORDS

__all__ = ["follows_order", "is_bare_dose", "said_by_fragment", "says_the_same"]

_BEFORE: Final = 24
_AFTER: Final = 60
_FOR: Final = re.compile(r"(?:\A|[.;:\n]|[-*•])[ \t]*(?:for|plan for)[ \t]+\Z", re.I)
_ONCE: Final = re.compile(
    r"[ \t]+(?:[a-z-]+[ \t]+){0,2}?(?:once|when|if|after|tomorrow|tmrw|tonight|pending|prior to|post[ -]?op|"
    r"on discharge|on (?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)\b",
    re.I,
)
_TOPIC: Final = re.compile(r"(?:\A|[.,;!?\n])[ \t]*\Z")
_SUFFERED: Final = re.compile(
    r",?[ \t]+i[ \t]+(?:just[ \t]+|also[ \t]+)?(?:gained|puked|threw up|blew up|couldn[’']?t|got (?:so|"
    r"really|super|very|bad|terrible|awful)|felt (?:like|awful|terrible|horrible|worse|sick)|"
    r"was (?:so|a zombie|always)|lost my)\b",
    re.I,
)
_ARROW: Final = re.compile(r"(?:-+>|[→⇒])[ \t]*\Z")
_IN_VAIN: Final = re.compile(
    r"[^.;\n]{0,24}?[,-][ \t]*(?:no|without|little|minimal)[ \t]+"
    r"(?:better|improvement|relief|help|change|effect|benefit)\b",
    re.I,
)
_COMPLAINTS: Final = (
    r"(?:agitat|anxi|ach|breath|chest|congest|constip|cough|cramp|diarr|dizz|drowsy|edema|fever|flush|"
    r"headache|heartburn|hot|hungry|itch|migraine|nause|need|pain|panic|reflux|required|restless|seizure|sick|"
    r"sleep|sob|spasm|stuffy|swell|symptom|tight|travel|upset|vomit|weight|wheez|wt|worr)"
)
_IF: Final = re.compile(
    rf"(?:[^.;,:\n]|\.\d){{0,16}}?[ \t](?:if|once|when|as soon as)[ \t]"
    rf"(?!(?:a|an|daily|per|every|each|weekly|monthly|nightly|at|in|on|this|today|yesterday|then|again|he|she|i|was|were|possible)\b)"
    rf"(?![^.;\n]{{0,24}}?{_COMPLAINTS})",
    re.I,
)
"""A condition under which it is to be given, and no complaint it is taken for now and then."""
_IN_CASE: Final = re.compile(
    rf"(?:\A|[.;\n(\"]|-[ \t]|->|[→⇒])[ \t]*(?:if|once|when)[ \t](?![^.;:\n]{{0,40}}{_COMPLAINTS})"
    rf"[^.;,:\n]{{2,40}}?(?:[ \t]*(?:[:,]|[-–]+[ \t]|-+>|[→⇒])[ \t]*(?:then[ \t]+)?|[ \t]then[ \t]+)\Z",
    re.I,
)
"""The case in which what is named next is to be given: "If joints flare: Tremfya"."""
_CASE_ENDS: Final = re.compile(r"(?:[:,>→⇒–-]|then)[ \t]*\Z")
_PENDING: Final = re.compile(
    r"[ \t]+(?:trial[ \t]+|\d[\w.]*[ \t]+|(?:po|iv|im|sc|daily|bid|qd)[ \t]+){0,3}?(?:pending|awaiting)[ \t]+"
    r"(?!level|result|dose)[A-Za-z]|[ \t]+\d[\w.]*[ \t]+(?:x1[ \t]+)?\d+[ \t]?(?:h|hrs?|hours?|mins?)[ \t]+"
    r"(?:pre[ -]?(?:op|procedure|dental|treatment|appt|cath|scan|contrast)|(?:before|prior to)[ \t]+"
    r"(?:the[ \t]+)?(?:procedure|dental|appt|appointment|scan|cath|extraction|treatment|flight|mri|ct))\b",
    re.I,
)
"""Given when something is known, or ordered for an hour before something."""
_FAILED: Final = re.compile(
    r"[^.;,\n()]{0,18}?(?:\([^.;\n()]{0,24}?|[-–—:][ \t][^.;,\n()]{0,18}?|[ \t][\"“]|"
    r"[ \t](?=hallucinat|puke|vomited))\b"
    r"(?<!no )(?<!any )(?<!for )(?<!out )(?:"
    r"augment(?:ed|ation)|didn[’']?t (?:work|help)|failed|foggy|gambl\w+|gi upset|groggy|gynecomastia|"
    r"hallucinat\w+|vomited(?![ \t]+(?-i:[A-Z]))|hungover|inadequate|ineffective|intol\w*|"
    r"lfts?(?= ?(?:\)|↑|up))|lost (?:response|effect)|made (?:it|me|her|him)|myalgias?|"
    r"no (?:benefit|effect|help|improvement|relief|response)|oversedat\w+|puk(?:ed|ing)|secondary failure|"
    r"s(?:tomach|ide) (?:upset|effects)|suicid\w+|swelled|threw up|too (?:drowsy|sedat\w+|sleepy|strong)|"
    r"(?:weight|wt) gain|zombie|zonked)\b"
    r"(?![^.;\n]{0,40}\b(?:accept|continu|manag|mild|stay|still|tolerabl))",
    re.I,
)
"""Why a medicine was given up, in brackets or after a dash; nothing that one is taken for."""
_CAUSED: Final = re.compile(
    r"[ \t]+(?:caused|brought on|gave|led to|triggered)[ \t]+"
    r"(?:(?:her|him|me|my|a|an|bad|the|too much|severe|terrible|awful|some)[ \t]+)*(?-i:(?![a-z]*[A-Z]))"
    r"(?:(?!relief|good|benefit|some|better|temporary|it|way|up)[a-z][a-z/-]{2,})\b|"
    r"(?:[ \t]+(?:patch|xr|er|cr|sr))?[ \t,(]*(?:s/p[ \t]+)?\d+[ \t-]?(?:wk|week|mo|month|yr|year)s?[ \t]+"
    r"trial\b",
    re.I,
)
"""What it did, or a trial that is over: "Topamax gave her kidney stones", "Neupro s/p 6 mo trial"."""
_ASKED: Final = re.compile(
    r"[ \t]*\?+[ \t]*(?:-[ \t]*)?(?:can|could|may|might|consider|would|will|add|start|try|any good|thoughts|"
    r"worth|read (?:about|up)|heard (?:about|good|of))\b",
    re.I,
)
_ORDER: Final = re.compile(
    r"(?:\A|[.;:,\n]|\d[.)])[ \t]*(?:d/?c|dc|stop|discontinue)[ \t]+[^.;:\n]{3,60}[.;]\s*\Z", re.I
)
_SAME: Final = re.compile(
    r"(?:[ \t]+(?:xr|er|cr|patch|gel|cream))?[ \t,(-]*(?:ditto|likewise|(?:the[ \t]+)?same(?:[ \t]+(?:deal|"
    r"issue|problem|reaction|result|story|thing))?[ \t]*(?:[.,;!)\n]|\Z))",
    re.I,
)
_WORD: Final = re.compile(r"[A-Za-z]+")
_LONGEST_LATIN: Final = 3


def said_by_fragment(text: str, start: int, end: int) -> tuple[Exposure, tuple[int, int]] | None:
    """What the words round ``text[start:end]`` say, and where they stand.

    >>> said_by_fragment("For zoledronate once calcium is back.", 4, 15)
    (<Exposure.PLANNED: 'planned'>, (16, 20))
    """
    first = max(0, start - _BEFORE)
    if (match := _ASKED.match(text, end)) is not None:
        return Exposure.PLANNED, _span(match)
    if (match := _ONCE.match(text, end, end + _AFTER)) is not None and _FOR.search(text, first, start):
        return Exposure.PLANNED, _span(match)
    if (match := _SUFFERED.match(text, end, end + _AFTER)) is not None and _TOPIC.search(text, first, start):
        return Exposure.STOPPED, _span(match)
    if (match := _IN_VAIN.match(text, end, end + _AFTER)) is not None and _ARROW.search(text, first, start):
        return Exposure.STOPPED, _span(match)
    if (match := _IF.match(text, end, end + _AFTER)) is not None and _TOPIC.search(text, first, start):
        return Exposure.PLANNED, _span(match)
    if (match := _PENDING.match(text, end, end + _AFTER)) is not None:
        return Exposure.PLANNED, _span(match)
    if _CASE_ENDS.search(text, max(0, start - 6), start) is not None:
        far = max(0, start - _AFTER)
        if (match := _IN_CASE.search(text, far, start)) is not None and (far == 0 or match.start() > far):
            return Exposure.PLANNED, _span(match)
    if (
        match := _FAILED.match(text, end, end + _AFTER) or _CAUSED.match(text, end, end + _AFTER)
    ) is not None:
        return Exposure.STOPPED, _span(match)
    return None


def says_the_same(text: str, end: int) -> bool:
    """Whether what was said of the medicine before holds for this one too: "Requip XR same deal".

    >>> says_the_same("requip xr same deal.", 6), says_the_same("requip at the same time", 6)
    (True, False)
    """
    return _SAME.match(text, end) is not None


def _span(match: re.Match[str]) -> tuple[int, int]:
    found = match.group()
    return match.start() + len(found) - len(found.lstrip(" \t,?-(")), match.end()


def is_bare_dose(text: str, begin: int, start: int, end: int, stop: int) -> bool:
    """Whether a sentence is nothing but a name and its dose: "losartan 50 qd".

    >>> is_bare_dose("losartan 50 qd.", 0, 0, 8, 15), is_bare_dose("losartan 50 works", 0, 0, 8, 17)
    (True, False)
    """
    after = text[end:stop]
    return (
        not text[begin:start].strip(" \t\n-*•")
        and any(c.isdecimal() for c in after)
        and all(w.lower() in LIST_WORDS or len(w) <= _LONGEST_LATIN for w in _WORD.findall(after))
    )


def follows_order(text: str, begin: int) -> bool:
    """Whether the sentence at ``begin`` comes right after an order to stop something.

    >>> follows_order("d/c lisinopril; losartan 50 qd", 15)
    True
    """
    return _ORDER.search(text, max(0, begin - 80), begin) is not None

"""What a text says about the person and a medicine: takes it, stopped it, is allergic to it ...

Pure functions over folded words, so that lists and free text share one table of rules.
A rule is a phrase, what it says, where the medicine stands, and how far the rule carries.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from medcheck.exposure.cues import CUES, Cue
from medcheck.model import Exposure

__all__ = ["CUES", "Cue", "CueHit", "Reading", "days_since", "find_cues", "read_exposure"]

_RANK: Final = (
    Exposure.FAMILY,
    Exposure.ALLERGY,
    Exposure.NEGATED,
    Exposure.STOPPED,
    Exposure.TAPERING,
    Exposure.PLANNED,
    Exposure.TAKING,
)
_OVERTAKING: Final = (Exposure.STOPPED, Exposure.TAPERING, Exposure.PLANNED, Exposure.TAKING)
_OVERTAKEN: Final = (*_OVERTAKING, Exposure.ALLERGY)
_PLURAL: Final = frozenset(("all", "and", "both", "had", "have", "were"))
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


class CueHit(NamedTuple):
    """A rule found at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    cue: Cue


class Reading(NamedTuple):
    """What is said of one medicine; ``spans`` are the words (first, last exclusive) that decided."""

    exposure: Exposure
    spans: tuple[tuple[int, int], ...] = ()
    days_since: int | None = None


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], tuple[Cue, ...]], ...]]:
    rules: dict[tuple[str, ...], list[Cue]] = {}
    for cue in CUES:
        rules.setdefault(cue.phrase, []).append(cue)
    found: dict[str, list[tuple[tuple[str, ...], tuple[Cue, ...]]]] = {}
    for phrase in sorted(rules, key=lambda p: (-len(p), p)):
        found.setdefault(phrase[0], []).append((phrase, tuple(rules[phrase])))
    return {first: tuple(phrases) for first, phrases in found.items()}


def find_cues(words: Sequence[str]) -> tuple[CueHit, ...]:
    """Every rule that fires, from left to right, the longest phrase first and none inside another.

    >>> [" ".join(hit.cue.phrase) for hit in find_cues("no longer taking zoloft".split())]
    ['no longer taking']
    """
    table = _by_first_word()
    found: list[CueHit] = []
    at = 0
    while at < len(words):
        step = 1
        for phrase, cues in table.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                found.extend(CueHit(at, at + len(phrase), cue) for cue in cues)
                step = len(phrase)
                break
        at += step
    return tuple(found)


def read_exposure(
    words: Sequence[str],
    first: int,
    last: int,
    *,
    cues: Sequence[CueHit] | None = None,
    clauses: Sequence[int] | None = None,
    pieces: Sequence[int] | None = None,
    mentions: Sequence[tuple[int, int]] = (),
) -> Reading:
    """What ``words`` say of the medicine named by the words ``first`` to ``last`` (exclusive).

    ``clauses`` and ``pieces`` number the clause and the piece of a list each word is in;
    without them all words are one clause and one piece. ``mentions`` are the words of every
    medicine named, so that "Zoloft, stopped in May" is told from "Zoloft, stopped Paxil".

    >>> words = "stopped lorazepam 3 days ago".split()
    >>> reading = read_exposure(words, 1, 2)
    >>> reading.exposure.value, reading.days_since
    ('stopped', 3)
    """
    if cues is None:
        cues = find_cues(words)
    if not cues:
        return Reading(Exposure.UNKNOWN)
    line = _Line(words, clauses or (0,) * len(words), pieces or clauses or (0,) * len(words), mentions)
    applying = [hit for hit in cues if line.applies(hit, first, last)]
    applying = [hit for hit in applying if not line.is_overtaken(hit, applying, first)]
    if not applying:
        return Reading(Exposure.UNKNOWN)
    best = min(applying, key=lambda hit: (_RANK.index(hit.cue.exposure or Exposure.TAKING), hit.first))
    exposure = best.cue.exposure or Exposure.UNKNOWN
    spans = [(best.first, best.last)]
    days = None
    if exposure in (Exposure.STOPPED, Exposure.TAPERING):
        here = [i for i, clause in enumerate(line.clauses) if clause == line.clauses[first]]
        days, span = days_since(words, here[0], here[-1] + 1)
        if span is not None:
            spans.append(span)
    return Reading(exposure, tuple(sorted(spans)), days)


class _Line(NamedTuple):
    """The words of a line and how they are cut, while one medicine's exposure is read."""

    words: Sequence[str]
    clauses: Sequence[int]
    pieces: Sequence[int]
    mentions: Sequence[tuple[int, int]]

    def applies(self, hit: CueHit, first: int, last: int) -> bool:
        """Whether a rule that fired is about the medicine at ``first``."""
        cue = hit.cue
        if cue.exposure is None or (hit.first < last and first < hit.last):
            return False
        if self.clauses[hit.first] != self.clauses[first]:
            return False
        comes_before = hit.last <= first
        if cue.reach == "next":
            gap = first - hit.last if comes_before else hit.first - last
            return comes_before == (cue.side == "before") and gap == 0
        if cue.side == "before" or (cue.side == "both" and self._opens_piece(hit) and self._looks_ahead(hit)):
            return comes_before
        if comes_before:
            return False
        if self.pieces[hit.first] == self.pieces[first] or first == self._last_mention(hit):
            return True
        return cue.reach == "clause" and self.words[hit.first] in _PLURAL

    def is_overtaken(self, hit: CueHit, applying: Sequence[CueHit], first: int) -> bool:
        """Whether a later statement about what is taken stands between ("stopped A, started B")."""
        return (
            hit.last <= first
            and hit.cue.exposure in _OVERTAKEN
            and any(
                other.cue.exposure in _OVERTAKING
                and hit.last <= other.first < first
                and self.pieces[other.first] > self.pieces[hit.first]
                for other in applying
            )
        )

    def _looks_ahead(self, hit: CueHit) -> bool:
        """Whether a medicine follows the cue in its clause, or none is known of."""
        clause = self.clauses[hit.first]
        return not self.mentions or any(a >= hit.last and self.clauses[a] == clause for a, _ in self.mentions)

    def _last_mention(self, hit: CueHit) -> int | None:
        """The medicine a cue without one in its own piece looks back at."""
        if any(self.pieces[a] == self.pieces[hit.first] for a, _ in self.mentions):
            return None
        return max((a for a, b in self.mentions if b <= hit.first), default=None)

    def _opens_piece(self, hit: CueHit) -> bool:
        """Whether only small words stand before the cue in its piece."""
        at = hit.first - 1
        while at >= 0 and self.pieces[at] == self.pieces[hit.first]:
            if self.words[at] not in _LEADING and self.words[at] not in _DATE_WORDS:
                return False
            at -= 1
        return True


_LEADING: Final = frozenset(
    [
        "about",
        "also",
        "and",
        "he",
        "her",
        "his",
        "i",
        "just",
        "my",
        "now",
        "of",
        "patient",
        "please",
        "pt",
        "recently",
        "she",
        "the",
        "they",
        "this",
        "was",
        "we",
        "will",
    ]
)
_DATE_WORDS: Final = frozenset(
    ["ago", "day", "days", "last", "month", "months", "today", "week", "weeks", "yesterday"]
)


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

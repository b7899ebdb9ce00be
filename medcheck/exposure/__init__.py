"""What a text says about the person and a medicine: takes it, stopped it, is allergic to it ...

Pure functions over folded words, so that lists and free text share one table of rules.
A rule is a phrase, what it says, where the medicine stands, and how far the rule carries.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from medcheck.exposure.cues import CUES, Cue, cue_table
from medcheck.exposure.dates import days_since
from medcheck.exposure.finding import (
    SWITCHING,
    CueHit,
    begins_cue,
    find_cues,
    find_switches,
    future_before,
)
from medcheck.exposure.holds import is_conditional
from medcheck.exposure.turns import GIVEN_UP, LINKS, NEGATORS, SWITCHES
from medcheck.model import Exposure

__all__ = [
    "CUES", "GIVEN_UP", "NEGATORS", "SWITCHING", "Cue", "CueHit", "Reading", "begins_cue", "cue_table",
    "days_since", "find_cues", "find_switches", "future_before", "is_conditional", "read_exposure",
]  # fmt: skip

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


class Reading(NamedTuple):
    """What is said of one medicine; ``spans`` are the words (first, last exclusive) that decided."""

    exposure: Exposure
    spans: tuple[tuple[int, int], ...] = ()
    days_since: int | None = None


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
    zeros = (0,) * len(words)
    line = _Line(words, clauses or zeros, pieces or clauses or zeros, mentions, cues)
    if mentions:
        cues = line.without_half_switches()
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
    cues: Sequence[CueHit]

    def applies(self, hit: CueHit, first: int, last: int) -> bool:
        """Whether a rule that fired is about the medicine at ``first``."""
        cue = hit.cue
        if cue.exposure is None or (hit.first < last and first < hit.last):
            return False
        if self.clauses[hit.first] != self.clauses[first]:
            return False
        comes_before = hit.last <= first
        if cue.reach == "next":
            if comes_before:
                gap = self.words[hit.last : first]
                return (
                    cue.side == "before"
                    and all(word in _SMALL for word in gap)
                    and (cue.exposure is not Exposure.NEGATED or self.pieces[hit.first] == self.pieces[first])
                )
            return cue.side == "after" and hit.first == last
        if comes_before and self._is_excepted(hit, first):
            return False
        if cue.side == "before" or (cue.side == "both" and self._is_ahead(hit)):
            return comes_before and not self._is_another_persons(hit, first)
        if comes_before or self._is_purpose(hit):
            return False
        if self.pieces[hit.first] == self.pieces[first] or first == self._last_mention(hit):
            return True
        return cue.reach == "clause" and self.words[hit.first] in _PLURAL

    def _is_purpose(self, hit: CueHit) -> bool:
        """Whether the words say what the medicine before is for ("Zofran to stop nausea")."""
        follows = self.words[hit.last] if hit.last < len(self.words) else ""
        return (
            hit.cue.exposure is Exposure.STOPPED
            and hit.first > 0
            and self.words[hit.first - 1] == "to"
            and follows.isalpha()
            and follows not in _TIMES
        )

    def without_half_switches(self) -> list[CueHit]:
        """The rules without those of a switch to what is no medicine ("changed A to 50 mg")."""
        starts = {a for a, _ in self.mentions}
        kept: list[CueHit] = []
        for hit in self.cues:
            if hit.cue.reach == "next" and len(hit.cue.phrase) == 1 and hit.cue.phrase[0] in LINKS:
                at = hit.last
                while at < len(self.words) and at not in starts and self.words[at] in _SMALL:
                    at += 1
                if at not in starts:
                    opener = next((o for o in reversed(kept) if o.cue.phrase in SWITCHES), None)
                    if opener is not None and opener.cue.phrase[-1] != "from":
                        kept.remove(opener)
                    continue
            kept.append(hit)
        return kept

    def _is_ahead(self, hit: CueHit) -> bool:
        """Whether a rule for either side is about what follows it."""
        if not self._looks_ahead(hit):
            return False
        return self._opens_piece(hit) or self._follows_another_statement(hit)

    def _follows_another_statement(self, hit: CueHit) -> bool:
        """Whether the medicine before has its own rule already ("started A stopped B")."""
        if not any(a == hit.last for a, _ in self.mentions):
            return False
        begin = min(
            (i for i in range(hit.first) if self.pieces[i] == self.pieces[hit.first]), default=hit.first
        )
        return any(
            other.cue.exposure is not None and begin <= other.first and other.last <= a and b <= hit.first
            for other in self.cues
            for a, b in self.mentions
        )

    def _is_another_persons(self, hit: CueHit, first: int) -> bool:
        """Whether a family's medicine ends where the person speaks of himself ("wife takes A, I take B")."""
        if hit.cue.exposure is Exposure.FAMILY:
            return any(
                self.words[at] in _MYSELF and self.words[at + 1] not in _SUPPOSING
                for at in range(hit.last, first)
            )
        if hit.cue.exposure is Exposure.ALLERGY and len(hit.cue.phrase) == 1:
            return any(b <= hit.first and self.pieces[a] == self.pieces[hit.first] for a, b in self.mentions)
        return False

    def _is_excepted(self, hit: CueHit, first: int) -> bool:
        """Whether the medicine is named as what a rule does not hold for ("takes nothing except A")."""
        between = self.words[hit.last : first]
        return hit.cue.exposure in (Exposure.NEGATED, Exposure.STOPPED) and (
            not _EXCEPT.isdisjoint(between) or any(pair in _EXCEPT_PAIRS for pair in pairwise(between))
        )

    def is_overtaken(self, hit: CueHit, applying: Sequence[CueHit], first: int) -> bool:
        """Whether a later statement about what is taken stands between ("stopped A, started B")."""
        if hit.last > first or not (
            hit.cue.exposure in _OVERTAKEN
            or (hit.cue.exposure is Exposure.NEGATED and hit.cue.phrase[0] not in _DENYING)
        ):
            return False
        return any(
            other.cue.exposure in _OVERTAKING
            and hit.last <= other.first < first
            and (
                (hit.cue.exposure in _OVERTAKEN and self.pieces[other.first] > self.pieces[hit.first])
                or any(hit.last <= a and b <= other.first for a, b in self.mentions)
            )
            for other in applying
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


_SMALL: Final = frozenset(
    [
        *("a", "all", "an", "and", "any", "daily", "drink", "drinking", "dose", "doses", "her", "his", "my"),
        *(
            "last",
            "nightly",
            "nights",
            "of",
            "old",
            "other",
            "our",
            "some",
            "take",
            "taking",
            "that",
            "the",
            "their",
            "these",
        ),
        *("this", "usual", "using", "your"),
    ]
)
"""Words over which "off", "no" and their like still reach the medicine."""
_MYSELF: Final = frozenset(["i", "im", "ive", "patient", "pt"])
_SUPPOSING: Final = frozenset(["assume", "believe", "guess", "hear", "heard", "know", "suppose", "think"])
_EXCEPT: Final = frozenset(["besides", "but", "except", "excluding", "only"])
_TIMES: Final = frozenset(
    ["after", "before", "friday", "if", "in", "monday", "next", "now", "on", "today", "tomorrow", "when"]
)
"""What follows "to stop" where it is a plan and no purpose."""
_EXCEPT_PAIRS: Final = frozenset([("apart", "from"), ("aside", "from"), ("other", "than")])
_DENYING: Final = frozenset(["denied", "denies", "negative"])


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

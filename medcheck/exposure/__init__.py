"""What a text says about the person and a medicine: takes it, stopped it, is allergic to it ...

Pure functions over folded words, so that lists and free text share one table of rules.
A rule is a phrase, what it says, where the medicine stands, and how far the rule carries.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from medcheck.exposure.courses import are_falling, is_just_now
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
from medcheck.exposure.small_words import (
    DATE_WORDS,
    DENYING,
    EXCEPT,
    EXCEPT_PAIRS,
    LEADING,
    MYSELF,
    SMALL,
    SUPPOSING,
    TIMES,
    UNSURE,
)  # fmt: skip
from medcheck.exposure.turns import GIVEN_UP, LINKS, NEGATORS, SWITCHES
from medcheck.model import Exposure

__all__ = [
    "CUES", "GIVEN_UP", "NEGATORS", "SWITCHING", "Cue", "CueHit", "Reading", "are_falling", "begins_cue",
    "cue_table", "days_since", "find_cues", "find_switches", "future_before", "is_conditional", "is_just_now",
    "read_exposure",
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
        if cue.reach == "turn":
            return self._is_turned(hit, first, last)
        if cue.reach == "end" and not self._ends_piece(hit):
            return False
        if cue.reach == "turned" and not self._is_certain_turn(hit):
            return False
        if cue.reach in ("next", "pair", "turned"):
            if comes_before:
                gap = self.words[hit.last : first]
                return (
                    cue.side == "before"
                    and (
                        all(word in SMALL for word in gap)
                        or (cue.reach == "pair" and self._is_paired(hit, first))
                    )
                    and (
                        cue.exposure is not Exposure.NEGATED
                        or self.pieces[hit.first] == self.pieces[first]
                        or (cue.reach == "pair" and "or" in gap)
                    )
                )
            return cue.side == "after" and hit.first == last and not self._heads_next(hit, first)
        if comes_before and self._is_excepted(hit, first):
            return False
        if (
            cue.side == "before"
            or (cue.side == "both" and self._is_ahead(hit))
            or (cue.side == "either" and self._looks_ahead(hit))
        ):
            return comes_before and not self._is_another_persons(hit, first)
        if comes_before or self._is_purpose(hit):
            return False
        if cue.exposure is Exposure.ALLERGY and "for" in self.words[last : hit.first]:
            return False  # "Miralax for opioid caused constipation"
        if self.pieces[hit.first] == self.pieces[first] or first == self._last_mention(hit):
            return True
        return cue.reach == "clause" and self.words[hit.first] in _PLURAL

    def _heads_next(self, hit: CueHit, first: int) -> bool:
        """Whether the rule opens the next piece of the list, and a medicine follows it there."""
        return self.pieces[hit.first] != self.pieces[first] and any(a == hit.last for a, _ in self.mentions)

    def _is_turned(self, hit: CueHit, first: int, last: int) -> bool:
        """Whether the medicine gave way to the one behind the rule ("A 5 mg changed to B")."""
        if first != max((a for a, b in self.mentions if b <= hit.first), default=None):
            return False
        if not self._is_certain_turn(hit):
            return False
        if self.pieces[first] != self.pieces[hit.first] and not self._opens_piece(hit):
            return False
        starts = [a for a, _ in self.mentions if a >= hit.last and self.clauses[a] == self.clauses[first]]
        return bool(starts) and all(word in SMALL for word in self.words[hit.last : starts[0]])

    def _is_certain_turn(self, hit: CueHit) -> bool:
        """Whether a medicine stands before the rule, and nothing says that the change was only thought of."""
        clause = self.clauses[hit.first]
        words = [word for word, here in zip(self.words, self.clauses, strict=True) if here == clause]
        return UNSURE.isdisjoint(words) and any(
            b <= hit.first and self.clauses[a] == clause for a, b in self.mentions
        )

    def _is_paired(self, hit: CueHit, first: int) -> bool:
        """Whether an "and" joins the medicine to the one beside the rule ("rash on A and B")."""
        named = {at for a, b in self.mentions for at in range(a, b)}
        gap = range(hit.last, first)
        return all(
            at in named or self.words[at] in ("and", "or") or self.words[at] in SMALL for at in gap
        ) and any(self.words[at] in ("and", "or") for at in gap)

    def _ends_piece(self, hit: CueHit) -> bool:
        """Whether the piece of the list ends with the rule."""
        return hit.last >= len(self.words) or self.pieces[hit.last] != self.pieces[hit.first]

    def _is_purpose(self, hit: CueHit) -> bool:
        """Whether the words say what the medicine before is for ("Zofran to stop nausea")."""
        follows = self.words[hit.last] if hit.last < len(self.words) else ""
        return (
            hit.cue.exposure is Exposure.STOPPED
            and hit.first > 0
            and self.words[hit.first - 1] == "to"
            and follows.isalpha()
            and follows not in TIMES
        )

    def without_half_switches(self) -> list[CueHit]:
        """The rules without those of a switch to what is no medicine ("changed A to 50 mg")."""
        starts = {a for a, _ in self.mentions}
        kept: list[CueHit] = []
        for hit in self.cues:
            if hit.cue.reach == "next" and len(hit.cue.phrase) == 1 and hit.cue.phrase[0] in LINKS:
                at = hit.last
                while at < len(self.words) and at not in starts and self.words[at] in SMALL:
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
                self.words[at] in MYSELF and self.words[at + 1] not in SUPPOSING
                for at in range(hit.last, first)
            )
        if hit.cue.exposure is Exposure.ALLERGY and len(hit.cue.phrase) == 1:
            return any(b <= hit.first and self.pieces[a] == self.pieces[hit.first] for a, b in self.mentions)
        return False

    def _is_excepted(self, hit: CueHit, first: int) -> bool:
        """Whether the medicine is named as what a rule does not hold for ("takes nothing except A")."""
        between = self.words[hit.last : first]
        return hit.cue.exposure in (Exposure.NEGATED, Exposure.STOPPED) and (
            not EXCEPT.isdisjoint(between) or any(pair in EXCEPT_PAIRS for pair in pairwise(between))
        )

    def is_overtaken(self, hit: CueHit, applying: Sequence[CueHit], first: int) -> bool:
        """Whether a later statement about what is taken stands between ("stopped A, started B")."""
        if hit.last > first or not (
            hit.cue.exposure in _OVERTAKEN
            or (hit.cue.exposure is Exposure.NEGATED and hit.cue.phrase[0] not in DENYING)
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
            if self.words[at] not in LEADING and self.words[at] not in DATE_WORDS:
                return False
            at -= 1
        return True

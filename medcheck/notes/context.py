"""What a sentence says of the medicines in it, in the manner of ConText.

A cue ("denies", "was stopped", "mother") holds for the medicines on its side up to the end of
its clause; of several the nearest decides, a list passes on what was said of its first or
last member, and a negation before a cue turns it around. Where no cue holds, the section
decides. The rules are in :mod:`medcheck.notes.cues`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from medcheck.exposure import days_since
from medcheck.model import Exposure
from medcheck.notes.beside import is_arrow
from medcheck.notes.clauses import CueAt, Sentence
from medcheck.notes.conditions import is_beginning, is_far, is_past_time, is_weak, leaves
from medcheck.notes.cues import BREAKS, PASSIVE
from medcheck.notes.kin import family_of
from medcheck.notes.lately import ENDING, UNTIL, UNTRUE, goes_on_again, is_taken_already
from medcheck.notes.listing import LATER, LIST_WORDS, POSSESSIVES, SMALL_WORDS
from medcheck.notes.order import is_gapped, is_subject
from medcheck.notes.subjects import has_own_object, has_own_subject
from medcheck.notes.tokens import has_cue

__all__ = ["Said", "read_sentence"]


class Said(NamedTuple):
    """What is said of one medicine; ``span`` is the place of the words that say it."""

    exposure: Exposure
    span: tuple[int, int] | None = None
    days: int | None = None


_NOTHING: Final = Said(Exposure.UNKNOWN)
_JOINING: Final = frozenset(["and", "or", "nor"])
_JOINTS: Final = frozenset("/+&")
_NEAR_BY: Final = 4
"""Words that two names joined by "and" may stand apart: the dose of the first."""
_ADDING: Final = frozenset(["add", "added", "adding"])
_SAID_LAST: Final = frozenset((("off",), ("no",), ("nil",), ("neg",), ("none",), ("done",), ("removed",)))
"""What may be said of another thing in between: "Lipitor, edema none"."""
_OR: Final = frozenset(["or", "nor"])
_ALTERNATIVES: Final = 6
"""Words over which "no" still reaches what is named after "or": "no smoking, drugs or alcohol"."""
_PRONOUNS: Final = frozenset(["it", "this", "them", "that", "these"])


def _is_count(word: str) -> bool:
    return word[:1] == "x" and word[1:].isdecimal()


class _Reader(Sentence):
    """Reads what the cues of one sentence say of its medicines."""

    # --- one medicine -----------------------------------------------------------------------

    def read(self, number: int) -> CueAt | None:
        """The cue that decides on one mention, lists left aside."""
        first, last = self.mentions[number]
        if first >= len(self.words):
            return None
        if (family := family_of(self, first)) is not None:
            return family
        before = [hit for hit in self.cues if hit.ahead and hit.last <= first and self._reaches(hit, first)]
        after = [
            hit for hit in self.cues if not hit.ahead and hit.first >= last and self._looks_back(hit, number)
        ]
        if (own := self.own.get(number)) is not None:
            (before if own.ahead else after).append(own)
        ahead = max(before, key=lambda hit: (hit.last, hit.first), default=None)
        if ahead and ahead.exposure is Exposure.NEGATED and number and self.stands_beside(number):
            ahead = ahead if ahead.last > self.mentions[number - 1][0] else None
        behind = min(after, key=lambda hit: (hit.exposure not in ENDING, hit.first, -hit.last), default=None)
        if (again := goes_on_again(self, number, ahead)) is not None:
            return again
        if ahead and ahead.exposure is Exposure.PLANNED and (own := is_taken_already(self, number, ahead)):
            return own
        if ahead is None or behind is None:
            return self._reversed(first) or ahead or behind
        if ahead.exposure is Exposure.NEGATED and behind.cue.phrase == ("given",):
            return ahead
        if behind.cue.phrase[0] in UNTIL and ahead.cue.phrase[0].startswith("cont"):
            return ahead
        if ahead.exposure is Exposure.ALLERGY and behind.cue.phrase[-1] in UNTRUE:
            return behind
        if is_past_time(behind.cue.phrase) and is_beginning(ahead.cue.phrase):
            return ahead
        if leaves(behind.cue.phrase, ahead.exposure):
            return ahead
        if behind.exposure in ENDING and ahead.exposure not in ENDING:
            return behind
        if behind.exposure is Exposure.ALLERGY and ahead.exposure is Exposure.NEGATED:
            return behind
        if (
            is_arrow(behind.cue.phrase)
            or behind.cue.phrase[0] == "?"
            or self._is_of_another(ahead, behind, number)
        ):
            return behind
        return behind if behind.first - last < first - ahead.last else ahead

    def _is_of_another(self, ahead: CueAt, behind: CueAt, number: int) -> bool:
        """Whether the rule ahead has its own medicine in a piece before: "stop A, B called in"."""
        first = self.mentions[number][0]
        return (
            number > 0
            and ahead.last <= self.mentions[number - 1][0]
            and self.pieces[ahead.first] != self.pieces[first] == self.pieces[behind.first]
            and not is_weak(behind.cue.phrase)
        )

    def _reversed(self, first: int) -> CueAt | None:
        """ "Switched from A to B", "add A to B": what is said of A is not said of B."""
        at = first - 1
        while at > 0 and self.words[at] in SMALL_WORDS:
            at -= 1
        if at < 1 or self.words[at] != "to" or any(hit.first == at for hit in self.cues):
            return None
        for hit in reversed(self.cues):
            if hit.last > at:
                continue
            ending = self.words[hit.last - 1]
            if (hit.exposure is Exposure.STOPPED and ending == "from") or (
                ending in _ADDING and any(hit.last <= a and b <= at for a, b in self.mentions)
            ):
                return CueAt(at, at + 1, hit.cue, Exposure.TAKING, True)
        return None

    def _reaches(self, hit: CueAt, first: int) -> bool:
        if hit.exposure is Exposure.FAMILY or self.clauses[hit.last - 1] != self.clauses[first]:
            return False
        if hit.cue.phrase == ("take",) and "\n" in self.text[self.ends[hit.last - 1] : self.starts[first]]:
            return hit.last == first
        if self.brackets[hit.first] and self.brackets[hit.first] != self.brackets[first]:
            return False
        if hit.cue.reach == "next":
            gap = self.words[hit.last : first]
            if self.text[self.ends[hit.last - 1]] == ",":
                return False
            if hit.exposure is Exposure.NEGATED and len(gap) <= _ALTERNATIVES and not _OR.isdisjoint(gap):
                return gap[-1] in SMALL_WORDS or gap[-1] in _OR
            return all(word in SMALL_WORDS for word in gap)
        return hit.cue.reach != "piece" or self.pieces[hit.first] == self.pieces[first]

    def _looks_back(self, hit: CueAt, number: int) -> bool:
        """Whether this mention is the one that stands nearest before the cue."""
        first, last = self.mentions[number]
        if number + 1 < len(self.mentions) and self.mentions[number + 1][0] < hit.first:
            return False
        bracket = self.brackets[hit.first]
        if bracket and bracket != self.brackets[first]:
            return hit.first - last <= 4 and not any(self.brackets[a] == bracket for a, _ in self.mentions)
        if is_far(hit.cue.phrase, hit.first - last) or has_own_object(self, hit, first):
            return False
        if self.clauses[hit.first] != self.clauses[first]:
            return hit.exposure in ENDING and self._is_next_clause_of(hit, first)
        verbal = hit.cue.reach == "subject" or (hit.cue.reach == "next" and self.words[hit.first] in PASSIVE)
        if verbal and not is_subject(self.words, self.pieces, first, last, hit.first):
            return False
        if hit.cue.reach == "next":
            return hit.first == last
        if hit.cue.reach == "alone":
            between = self.words[last : hit.first]
            beside = self.pieces[hit.first] == self.pieces[first]
            return beside and all(w in LIST_WORDS or w[:1].isdecimal() for w in between)
        if hit.cue.reach == "end":
            if hit.cue.phrase not in _SAID_LAST:
                return self.pieces[hit.first] - self.pieces[first] <= 1
            between = [self.words[n] for n in range(last, hit.first) if not self.brackets[n]]
            return all(w in LIST_WORDS or w[:1].isdecimal() for w in between)
        if self.pieces[hit.first - 1] != self.pieces[first] and has_own_subject(self, hit):
            return False
        return hit.cue.reach == "clause" or self.pieces[hit.first] - self.pieces[first] <= 1 + verbal

    def _is_next_clause_of(self, hit: CueAt, first: int) -> bool:
        """Whether the clause after goes on about the medicine: "but stopped it", "but was discontinued"."""
        if self.clauses[hit.first] != self.clauses[first] + 1:
            return False
        opening = self.clauses.index(self.clauses[hit.first])
        opening -= self.words[opening] not in BREAKS
        begin = hit.first
        while begin > opening + 1 and (self.words[begin - 1] in PASSIVE or self.words[begin - 1] in LATER):
            begin -= 1
        if begin <= opening + 1:
            return True
        return not _PRONOUNS.isdisjoint(self.words[max(0, begin - 1) : hit.last + 1])

    def in_list(self, number: int) -> bool:
        """Whether only doses, commas and the like stand between a mention and the one before it."""
        last, first = self.mentions[number - 1][1], self.mentions[number][0]
        if first >= len(self.words) or self.clauses[last - 1] != self.clauses[first]:
            return False
        between = [w for w, b in zip(self.words[last:first], self.brackets[last:first], strict=True) if not b]
        return all(word in LIST_WORDS or word[:1].isdecimal() or _is_count(word) for word in between)

    def stands_beside(self, number: int) -> bool:
        """Whether a mention is what the one before it is not taken with: "avoid ibuprofen with Xarelto"."""
        first = self.mentions[number][0]
        while first and self.words[first - 1] in POSSESSIVES:
            first -= 1
        return self.words[first - 1] == "with" and first - self.mentions[number - 1][1] <= _NEAR_BY

    def is_joined(self, number: int) -> bool:
        """Whether a mention and the one before it are two names joined by "and" or "or"."""
        last, first = self.mentions[number - 1][1], self.mentions[number][0]
        if first == last:
            return self.text[self.ends[last - 1] : self.starts[first]].strip() in _JOINTS
        return not _JOINING.isdisjoint(self.words[last:first]) and first - last <= _NEAR_BY

    def said(self, hit: CueAt, number: int) -> Said:
        """The decision of a cue, with its place and the days since."""
        days = None
        if hit.exposure in (Exposure.STOPPED, Exposure.TAPERING):
            first, last = self._surroundings(number)
            clause = self.clauses[hit.first]
            here = [i for i in range(first, last) if self.clauses[i] == clause]
            if here:
                days, _ = days_since(self.words, here[0], here[-1] + 1)
        return Said(hit.exposure, (self.starts[hit.first], self.ends[hit.last - 1]), days)

    def _surroundings(self, number: int) -> tuple[int, int]:
        """The words that are nearer to a mention than to any other."""
        first, last = self.mentions[number]
        before = self.mentions[number - 1][1] if number else None
        after = self.mentions[number + 1][0] if number + 1 < len(self.mentions) else None
        return (
            0 if before is None else (before + first) // 2,
            len(self.words) if after is None else (last + after + 1) // 2,
        )


def read_sentence(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> list[Said]:
    """What ``text[start:end]`` says of the medicines at ``spans`` (in order, not overlapping).

    >>> text = "She stopped Zoloft 3 days ago and started Lexapro."
    >>> [said.exposure.value for said in read_sentence(text, 0, len(text), [(12, 18), (42, 49)])]
    ['stopped', 'taking']
    """
    if not spans or not has_cue(text[start:end]):
        return [_NOTHING] * len(spans)
    sentence = _Reader(text, start, end, spans)
    if not sentence.cues and not sentence.own:
        return [_NOTHING] * len(spans)
    hits = [sentence.read(number) for number in range(len(spans))]
    _pass_on(sentence, hits)
    return [_NOTHING if hit is None else sentence.said(hit, n) for n, hit in enumerate(hits)]


def _pass_on(sentence: _Reader, hits: list[CueAt | None]) -> None:
    """What is said of one member of a list holds for the members beside it of which nothing is said."""
    for n in range(1, len(hits)):
        before = hits[n - 1]
        own = hits[n]
        if before is None or not before.ahead or not sentence.in_list(n):
            continue
        if before.exposure is Exposure.NEGATED and sentence.stands_beside(n):
            continue
        if own is None or (is_weak(own.cue.phrase) and not own.ahead and before.exposure in ENDING):
            hits[n] = before
    for n in range(1, len(hits)):
        if hits[n] is None and (before := hits[n - 1]) is not None and is_gapped(sentence, before, n):
            hits[n] = before
    for n in range(len(hits) - 1, 0, -1):
        after, own = hits[n], hits[n - 1]
        if after is None or after.ahead or not sentence.in_list(n):
            continue
        joined = sentence.is_joined(n) and "latter" not in sentence.words[: after.first]
        if after.cue.reach == "next" and not joined:
            continue
        plural = not _PLURAL.isdisjoint(sentence.words[after.first - 2 : after.last])
        if own is None:
            passes = plural or joined or after.cue.phrase[0] in _MODAL
        else:
            passes = plural and own.ahead and own.exposure not in ENDING
        if passes:
            hits[n - 1] = after


_PLURAL: Final = frozenset(["all", "are", "both", "have", "were"])
_MODAL: Final = frozenset(["can", "could", "may", "might", "must", "should", "to", "will", "would"])

"""What a sentence says of the medicines in it, in the manner of ConText.

A cue ("denies", "was stopped", "mother") holds for the medicines on its side up to the end of
its clause; of several the nearest decides, a list passes on what was said of its first or
last member, and a negation before a cue turns it around. Where no cue holds, the section
decides. The rules are in :mod:`medcheck.notes.cues`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from medcheck.exposure import Cue, days_since
from medcheck.model import Exposure
from medcheck.notes.cues import BREAKS, NEGATORS, PASSIVE, cues_by_first_word
from medcheck.notes.listing import LIST_WORDS, SMALL_WORDS
from medcheck.text import normalize

__all__ = ["Said", "read_sentence"]


class Said(NamedTuple):
    """What is said of one medicine; ``span`` is the place of the words that say it."""

    exposure: Exposure
    span: tuple[int, int] | None = None
    days: int | None = None


_NOTHING: Final = Said(Exposure.UNKNOWN)
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_TURNED: Final = {
    Exposure.STOPPED: Exposure.TAKING,
    Exposure.TAPERING: Exposure.TAKING,
    Exposure.TAKING: Exposure.NEGATED,
    Exposure.PLANNED: Exposure.NEGATED,
    Exposure.ALLERGY: Exposure.NEGATED,
}
_ENDING: Final = (Exposure.STOPPED, Exposure.TAPERING, Exposure.ALLERGY, Exposure.NEGATED)
_SUBJECTS: Final = frozenset("patient pt he she i they".split())
_BESIDE_RELATIVES: Final = frozenset("with by to from per for and via of at".split())
_POSSESSIVES: Final = frozenset("her his my the their your our a an".split())
_REPORTS: Final = frozenset(
    "called denies described felt found gave gives noted noticed reported reports said says stated states thinks "
    "thought brought told".split()
)
_PRONOUNS: Final = frozenset("it this them that these".split())


@dataclass(slots=True)
class _Hit:
    first: int
    last: int
    cue: Cue
    exposure: Exposure
    ahead: bool


class _Sentence:
    """The words of one sentence with its cues, clauses and brackets."""

    def __init__(self, text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> None:
        self.text = text
        found = list(_WORD.finditer(text, start, end))
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]
        self.words = [_key(m.group()) for m in found]
        self.mentions = [self._range(a, b) for a, b in spans]
        self._cut()
        self._find_cues()

    def _range(self, start: int, end: int) -> tuple[int, int]:
        first = next((i for i, stop in enumerate(self.ends) if stop > start), len(self.words))
        last = first
        while last < len(self.words) and self.starts[last] < end:
            last += 1
        return first, max(last, first + 1)

    def _cut(self) -> None:
        """Number clauses, pieces of a list and brackets."""
        clause = piece = bracket = depth = 0
        self.clauses: list[int] = []
        self.pieces: list[int] = []
        self.brackets: list[int] = []
        end = self.starts[0] if self.starts else 0
        for at, word in enumerate(self.words):
            gap = self.text[end : self.starts[at]]
            if gap != " ":
                if "(" in gap or "[" in gap:
                    bracket, depth = bracket + 1, 1
                elif ")" in gap or "]" in gap:
                    depth = 0
                if ";" in gap or "\n-" in gap:
                    clause, piece = clause + 1, piece + 1
                elif "," in gap or ":" in gap:
                    piece += 1
            if word in BREAKS and not depth:
                clause, piece = clause + 1, piece + 1
            elif word == "and":
                piece += 1
            self.clauses.append(clause)
            self.pieces.append(piece)
            self.brackets.append(bracket if depth else 0)
            end = self.ends[at]

    def _find_cues(self) -> None:
        table = cues_by_first_word()
        words = list(self.words)
        for first, last in self.mentions:
            words[first:last] = [""] * (min(last, len(words)) - first)
        self.cues: list[_Hit] = []
        at = 0
        while at < len(words):
            step = 1
            for phrase, cues in table.get(words[at], ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    step = len(phrase)
                    self.cues.extend(self._hits(at, at + step, cues))
                    break
            at += step

    def _hits(self, first: int, last: int, cues: Sequence[Cue]) -> list[_Hit]:
        found = []
        for cue in cues:
            if cue.exposure is None:
                continue
            exposure = cue.exposure
            if exposure in _TURNED and self._is_negated(first):
                exposure = _TURNED[exposure]
            if cue.side == "both":
                ahead = self._looks_ahead(first, last)
            else:
                ahead = cue.side == "before"
            found.append(_Hit(first, last, cue, exposure, ahead))
        return found

    def _is_negated(self, first: int) -> bool:
        before = self.words[max(0, first - 3) : first]
        near = [w for w in before if w not in ("any", "known", "been", "a", "the", "drug")]
        return bool(near) and near[-1] in NEGATORS and self.clauses[max(0, first - 1)] == self.clauses[first]

    def _looks_ahead(self, first: int, last: int) -> bool:
        """Whether a cue that may stand on either side is about what follows it."""
        clause = self.clauses[first]
        follows = [a for a, _ in self.mentions if a >= last and self.clauses[a] == clause]
        before = [b for _, b in self.mentions if b <= first and self.clauses[b - 1] == clause]
        if not before:
            return True
        if not follows:
            return False
        if self.words[first] in PASSIVE:
            return False
        return all(w in SMALL_WORDS for w in self.words[last : follows[0]]) and (
            last == follows[0] or self.pieces[last - 1] == self.pieces[follows[0]]
        )

    # --- one medicine -----------------------------------------------------------------------

    def read(self, number: int) -> _Hit | None:
        """The cue that decides on one mention, lists left aside."""
        first, last = self.mentions[number]
        if first >= len(self.words):
            return None
        if (family := self._family(first)) is not None:
            return family
        before = [hit for hit in self.cues if hit.ahead and hit.last <= first and self._reaches(hit, first)]
        after = [hit for hit in self.cues if not hit.ahead and hit.first >= last and self._looks_back(hit, number)]
        ahead = max(before, key=lambda hit: (hit.last, hit.first), default=None)
        behind = min(after, key=lambda hit: (hit.first, -hit.last), default=None)
        if ahead is None or behind is None:
            return ahead or behind
        if behind.exposure in _ENDING and ahead.exposure not in _ENDING:
            return behind
        return behind if behind.first - last < first - ahead.last else ahead

    def _family(self, first: int) -> _Hit | None:
        for hit in reversed(self.cues):
            if hit.exposure is not Exposure.FAMILY or hit.last > first:
                continue
            if self.clauses[hit.first] != self.clauses[first]:
                continue
            between = self.words[hit.last : first]
            if not _SUBJECTS.isdisjoint(between) or not _REPORTS.isdisjoint(between):
                continue
            at = hit.first - 1
            while at >= 0 and self.words[at] in _POSSESSIVES:
                at -= 1
            if at >= 0 and self.words[at] in _BESIDE_RELATIVES and self.pieces[at] == self.pieces[hit.first]:
                continue
            return hit
        return None

    def _reaches(self, hit: _Hit, first: int) -> bool:
        if hit.exposure is Exposure.FAMILY or self.clauses[hit.first] != self.clauses[first]:
            return False
        if self.brackets[hit.first] and self.brackets[hit.first] != self.brackets[first]:
            return False
        if hit.cue.reach == "next":
            return all(word in SMALL_WORDS for word in self.words[hit.last : first])
        return hit.cue.reach != "piece" or self.pieces[hit.first] == self.pieces[first]

    def _looks_back(self, hit: _Hit, number: int) -> bool:
        """Whether this mention is the one that stands nearest before the cue."""
        first, last = self.mentions[number]
        if any(last <= a < hit.first for a, _ in self.mentions):
            return False
        bracket = self.brackets[hit.first]
        if bracket and bracket != self.brackets[first]:
            return hit.first - last <= 4 and not any(self.brackets[a] == bracket for a, _ in self.mentions)
        if self.clauses[hit.first] != self.clauses[first]:
            return (
                hit.exposure in _ENDING
                and self.clauses[hit.first] == self.clauses[first] + 1
                and not _PRONOUNS.isdisjoint(self.words[hit.last : hit.last + 1])
            )
        if hit.cue.reach == "next":
            return hit.first == last
        return hit.cue.reach == "clause" or self.pieces[hit.first] - self.pieces[first] <= 1

    def in_list(self, number: int) -> bool:
        """Whether only doses, commas and the like stand between a mention and the one before it."""
        last, first = self.mentions[number - 1][1], self.mentions[number][0]
        if first >= len(self.words) or self.clauses[last - 1] != self.clauses[first]:
            return False
        between = self.words[last:first]
        return all(word in LIST_WORDS or word[:1].isdecimal() for word in between)

    def said(self, hit: _Hit, number: int) -> Said:
        """The decision of a cue, with its place and the days since."""
        days = None
        if hit.exposure in (Exposure.STOPPED, Exposure.TAPERING):
            clause = self.clauses[hit.first]
            here = [i for i, c in enumerate(self.clauses) if c == clause]
            if len(self.mentions) > 1:
                here = [i for i in here if self._nearest(i) == number] or here[:1]
            days, _ = days_since(self.words, here[0], here[-1] + 1)
        return Said(hit.exposure, (self.starts[hit.first], self.ends[hit.last - 1]), days)

    def _nearest(self, at: int) -> int:
        return min(
            range(len(self.mentions)),
            key=lambda n: (max(self.mentions[n][0] - at, at - self.mentions[n][1] + 1, 0), n),
        )


def read_sentence(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> list[Said]:
    """What ``text[start:end]`` says of the medicines at ``spans`` (in order, not overlapping).

    >>> text = "She stopped Zoloft 3 days ago and started Lexapro."
    >>> [said.exposure.value for said in read_sentence(text, 0, len(text), [(12, 18), (42, 49)])]
    ['stopped', 'taking']
    """
    sentence = _Sentence(text, start, end, spans)
    if not sentence.cues:
        return [_NOTHING] * len(spans)
    hits = [sentence.read(number) for number in range(len(spans))]
    _pass_on(sentence, hits)
    return [_NOTHING if hit is None else sentence.said(hit, n) for n, hit in enumerate(hits)]


def _pass_on(sentence: _Sentence, hits: list[_Hit | None]) -> None:
    """What is said of one member of a list holds for the members beside it of which nothing is said."""
    for n in range(1, len(hits)):
        before = hits[n - 1]
        if hits[n] is None and before is not None and before.ahead and sentence.in_list(n):
            hits[n] = before
    for n in range(len(hits) - 1, 0, -1):
        after, own = hits[n], hits[n - 1]
        if after is None or after.ahead or after.cue.reach == "next" or not sentence.in_list(n):
            continue
        plural = not _PLURAL.isdisjoint(sentence.words[after.first - 2 : after.last])
        if plural and (own is None or (own.ahead and own.exposure not in _ENDING)):
            hits[n - 1] = after


_PLURAL: Final = frozenset("all are both have were".split())


def _key(word: str) -> str:
    if word.isascii():
        return word.lower().replace("'", "")
    return str(normalize(word))

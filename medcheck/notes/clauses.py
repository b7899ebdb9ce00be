"""A sentence as words, cut into clauses, pieces of lists and brackets, with the cues in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress
from typing import Final

from medcheck.exposure import Cue, find_switches
from medcheck.model import Exposure
from medcheck.notes.beside import CueAt, beside, opening_arrow
from medcheck.notes.conditions import asks_others, is_half_switch, is_no_allergy, passes_on
from medcheck.notes.cues import BREAKS, NEGATORS, PASSIVE, SKIPPED, cues_by_words
from medcheck.notes.listing import GIVEN, LIST_WORDS, REASONS, SMALL_WORDS, TROUBLE
from medcheck.notes.order import is_behind
from medcheck.notes.shorthand import ARROW, opens_sentence
from medcheck.notes.story import find_stories
from medcheck.notes.tokens import words_of
from medcheck.notes.turned import turned

__all__ = ["CueAt", "Sentence"]

_EITHER: Final = (Exposure.TAKING, Exposure.PLANNED)
_MOVABLE: Final = frozenset((Exposure.ALLERGY, Exposure.NEGATED, Exposure.STOPPED, Exposure.TAPERING))
_HAD: Final = (Exposure.TAKING, Exposure.STOPPED)
_CUTTING: Final = BREAKS | {ARROW}
_CLOSERS: Final = (".", ")", '"', "'", "”")
_QUOTED: Final = re.compile('["”],? ["“]|,["”] ["“]')
"""Between two things that were said."""
_DASH: Final = frozenset("-–—()?!.|")
_DRIPS: Final = frozenset(("drip", "drips", "gtt", "gtts", "infusion", "pca", "pump"))
"""What may be off while the medicine goes on: "insulin gtt off, start sliding scale"."""
_STATES: Final = frozenset(("already", "currently", "is", "just", "now", "recently", "since", "still", "was"))


def _goes_on(word: str, before: str) -> bool:
    """Whether a word that cuts does not cut after another: "but although", "not yet"."""
    return before in _CUTTING or (word == "yet" and before in NEGATORS)


class Sentence:
    """The words of one sentence with its cues, clauses and brackets."""

    def __init__(self, text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.starts, self.ends, self.words = words_of(text, start, end)
        self.mentions = [self._range(a, b) for a, b in spans]
        self._cut()
        self._find_cues(end)

    def _range(self, start: int, end: int) -> tuple[int, int]:
        first = bisect_right(self.ends, start)
        last = first
        while last < len(self.words) and self.starts[last] < end:
            last += 1
        return first, max(last, first + 1)

    def _cut(self) -> None:
        """Number clauses, pieces of a list and brackets."""
        clause = piece = bracket = depth = 0
        aside = False
        text, starts, ends, words = self.text, self.starts, self.ends, self.words
        clauses: list[int] = []
        pieces: list[int] = []
        brackets: list[int] = []
        self.clauses, self.pieces, self.brackets = clauses, pieces, brackets
        end = starts[0] if starts else 0
        for at, word in enumerate(words):
            gap = text[end : starts[at]]
            if gap != " ":
                numbered = gap[:1] == ")" and not depth and at > 0 and words[at - 1].isdecimal()
                if "(" in gap or "[" in gap:
                    bracket, depth = bracket + 1, 1
                elif ")" in gap or "]" in gap:
                    depth = 0
                if ";" in gap or "\n-" in gap or numbered or (gap[:1] in _CLOSERS and self._begins(gap, at)):
                    clause, piece = clause + 1, piece + 1
                elif "," in gap or ":" in gap:
                    piece += not aside
                    aside = word == "which" and not aside
            if word in _CUTTING:
                if not depth and not (at and _goes_on(word, words[at - 1])):
                    clause, piece = clause + 1, piece + 1
            elif word == "and":
                piece += 1
            clauses.append(clause)
            pieces.append(piece)
            brackets.append(bracket if depth else 0)
            end = ends[at]

    def _begins(self, gap: str, at: int) -> bool:
        if _QUOTED.search(gap):
            return True
        if not at or not self.text[self.starts[at]].islower():
            return False
        named = any(first == at for first, _ in self.mentions)
        before = self.text[self.starts[at - 1] : self.ends[at - 1]].lower().replace("'", "")
        return opens_sentence(gap, before, self.text[self.starts[at]], named)

    def _find_cues(self, end: int) -> None:
        table = cues_by_words()
        all_words = list(self.words)
        for first, last in self.mentions:
            all_words[first:last] = [""] * (min(last, len(all_words)) - first)
        places: Sequence[int] = range(len(all_words))
        words = all_words
        if not SKIPPED.isdisjoint(all_words):
            places = [at for at in places if all_words[at] not in SKIPPED]
            words = [all_words[at] for at in places]
        following = [*words[1:], ""]
        self.cues: list[CueAt] = []
        done = 0
        for at in compress(range(len(words)), map(table.__contains__, words)):
            if at < done:
                continue
            seconds = table[words[at]]
            for phrase, cues in seconds.get(following[at]) or seconds[""]:
                if len(phrase) < 3 or tuple(words[at : at + len(phrase)]) == phrase:
                    done = at + len(phrase)
                    self.cues.extend(self._hits(places[at], places[done - 1] + 1, cues))
                    break
        self._find_stories(all_words)
        self._find_switches(all_words)
        self._pass_over()
        if (arrow := opening_arrow(self)) is not None:
            self.cues.insert(0, arrow)
        self.own = beside(self, end)

    def _pass_over(self) -> None:
        """ "Past trials include A", "declined a dose of A": the rule before holds for A."""
        before: CueAt | None = None
        for hit in self.cues:
            if (
                before is not None
                and passes_on(hit.cue.phrase, hit.first - before.last)
                and self.clauses[before.first] == self.clauses[hit.first]
            ):
                hit.exposure = before.exposure
            if hit.ahead and hit.exposure is not Exposure.FAMILY:
                before = hit if hit.cue.reach != "next" else None

    def _find_stories(self, words: Sequence[str]) -> None:
        """Add what is told in no fixed phrase, in the place of the rules it overlaps."""
        for told in find_stories(words, self.mentions):
            exposure = told.exposure
            if exposure is Exposure.UNKNOWN:
                exposure = next((c.exposure for c in reversed(self.cues) if c.last <= told.first), exposure)
            if exposure is Exposure.UNKNOWN:
                self.cues = [c for c in self.cues if c.last <= told.first or told.last <= c.first]
                continue
            side = "before" if told.ahead else "after"
            cue = Cue(tuple(words[told.first : told.last]), exposure, side, told.reach)
            self.cues = [c for c in self.cues if c.last <= told.first or told.last <= c.first]
            self.cues.append(CueAt(told.first, told.last, cue, exposure, told.ahead))
            self.cues.sort(key=lambda cue: cue.first)

    def _find_switches(self, words: Sequence[str]) -> None:
        """Add what a switch says of its two medicines, in the place of the rules it overlaps."""
        named = {first for first, _ in self.mentions}
        found = find_switches(words)
        for one, two in zip(found[::2], found[1::2], strict=True):
            first = next((at for at in range(one.last, len(words)) if words[at] not in SMALL_WORDS), -1)
            second = next((at for at in range(two.last, len(words)) if words[at] not in SMALL_WORDS), -1)
            if first not in named or second not in named or first > two.first:
                continue
            self.cues = [
                cue
                for cue in self.cues
                if all(cue.last <= s.first or s.last <= cue.first for s in (one, two))
            ]
            for hit in (one, two):
                assert hit.cue.exposure is not None
                self.cues.append(CueAt(hit.first, hit.last, hit.cue, hit.cue.exposure, True))
            self.cues.sort(key=lambda cue: cue.first)

    def _hits(self, first: int, last: int, cues: Sequence[Cue]) -> list[CueAt]:
        found = []
        for cue in self._of_one_side(first, last, cues):
            if cue.exposure is None or (cue.reach == "end" and not self._is_last(last)):
                continue
            if cue.phrase[0] == "?" and not TROUBLE.isdisjoint(self._clause_of(first)):
                continue
            if cue.reach == "alone" and self._has_mention_after(last):
                continue
            if cue.exposure is Exposure.ALLERGY and is_no_allergy(cue.phrase, self.words, first):
                continue
            exposure = cue.exposure
            if exposure in _HAD and asks_others(self.words, first):
                continue
            if (
                cue.side == "after"
                and exposure is Exposure.STOPPED
                and is_half_switch(cue.phrase, last, self.mentions)
            ):
                continue
            if cue.phrase[-1] == "off" and first and self.words[first - 1] in _DRIPS:
                continue
            exposure = turned(cue, exposure, self.words, first, last, self.clauses, self._is_negated(first))
            either = cue.side == "both" or (cue.phrase[-1] in GIVEN and len(cue.phrase) == 1)
            ahead = self._looks_ahead(first, last) if either else cue.side == "before"
            if not ahead and exposure in _MOVABLE and self._opens_list(first, last):
                cue, ahead = cue._replace(reach="clause"), True
            if ahead and exposure in _MOVABLE and cue.reach == "clause":
                ahead = not is_behind(self.words, self.mentions, self.clauses, self.pieces, first, last)
            found.append(CueAt(first, last, cue, exposure, ahead))
        return found

    def _of_one_side(self, first: int, last: int, cues: Sequence[Cue]) -> Sequence[Cue]:
        """Of a denial that may stand on either side the one that fits: "alcohol denied"."""
        if len(cues) > 1:
            cues = [cue for cue in cues if cue.reach != "end" or self._is_last(last)]
        if len(cues) < 2 or any(cue.exposure in _EITHER for cue in cues):
            return cues
        side = "before" if self._looks_ahead(first, last) else "after"
        return [cue for cue in cues if cue.side == side] or cues

    def _opens_list(self, first: int, last: int) -> bool:
        """Whether a rule has a colon and a medicine after it: "struck off: A, B"."""
        if last >= len(self.words) or self.text[self.ends[last - 1]] != ":":
            return False
        named = any(a == last for a, _ in self.mentions)
        return named and not any(
            b <= first and self.pieces[a] == self.pieces[first] for a, b in self.mentions
        )

    def _is_said_of(self, end: int, first: int) -> bool:
        """Whether a rule follows a medicine in its piece, as in "A still held, B 5 mg"."""
        return self.pieces[end - 1] == self.pieces[first] and all(
            word in _STATES or word in LIST_WORDS or word[:1].isdecimal() for word in self.words[end:first]
        )

    def _has_mention_after(self, last: int) -> bool:
        return any(
            a >= last and self.clauses[a] == self.clauses[last - 1]
            for a, _ in self.mentions
            if a < len(self.words)
        )

    def _is_last(self, last: int) -> bool:
        if self._ends_piece(last):
            return True
        if self.words[last - 1] == "off" and self.words[last].isdecimal():
            return True
        return not _DASH.isdisjoint(self.text[self.ends[last - 1] : self.starts[last]])

    def _ends_piece(self, last: int) -> bool:
        return last == len(self.words) or self.pieces[last] != self.pieces[last - 1]

    def _clause_of(self, at: int) -> list[str]:
        clause = self.clauses[at]
        return self.words[bisect_left(self.clauses, clause) : bisect_right(self.clauses, clause)]

    def _is_negated(self, first: int) -> bool:
        before = self.words[max(0, first - 4) : first]
        near = [w for w in before if w not in _UNNOTICED]
        if not near or near[-1] not in NEGATORS or self.clauses[max(0, first - 1)] != self.clauses[first]:
            return False
        return near[-1] not in _TURNED_DOWN or not (
            "if" in self.words[max(0, first - 5) : first] or self.pieces[first - 1] != self.pieces[first]
        )

    def _looks_ahead(self, first: int, last: int) -> bool:
        """Whether a cue that may stand on either side is about what follows it."""
        clause = self.clauses[first]
        follows = [a for a, _ in self.mentions if a >= last and self.clauses[a] == clause]
        before = [b for _, b in self.mentions if b <= first and self.clauses[b - 1] == clause]
        if not follows:
            return False
        if not before:
            return True
        if self.words[first] in PASSIVE:
            return False
        bracket = self.brackets[first]
        if bracket and not any(self.brackets[a] == bracket for a, _ in self.mentions if a < len(self.words)):
            return False
        if self._is_said_of(before[-1], first) and (self._ends_piece(last) or self.words[last] in REASONS):
            return False
        return all(w in SMALL_WORDS for w in self.words[last : follows[0]]) and (
            last == follows[0] or self.pieces[last - 1] == self.pieces[follows[0]]
        )


_TURNED_DOWN: Final = frozenset(("declined", "denied", "refused"))
"""What may be said of something before: "if denied, start A"."""
_UNNOTICED: Final = frozenset(("a", "any", "been", "being", "drug", "ever", "having", "known", "the", "yet"))

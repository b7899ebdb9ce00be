"""Misspelled names in running text: only words that are no words, and only with support.

The matcher's own limits hold (:func:`medcheck.match.closest`). A text has many more chances
to go wrong than a list, so a word must also stand where a medicine stands (a dose, a cue, a
list) or be long and written small, as no surname is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from medcheck.english import is_word
from medcheck.model import Method
from medcheck.notes.findings import stands_for_dose
from medcheck.notes.folding import Folded
from medcheck.notes.hits import Hit, Readings
from medcheck.notes.listing import DOSE_WORDS, LIST_WORDS
from medcheck.notes.plausible import is_person
from medcheck.notes.vocabulary import Vocabulary
from medcheck.sig.words import categories
from medcheck.text import NormalizedName, normalize

if TYPE_CHECKING:
    from medcheck.match import IndexedKey, MatchOutcome, NameIndex
    from medcheck.store import Store

__all__ = ["Guesses"]

_SHORTEST: Final = 5
_LONGEST: Final = 30
_LONG: Final = 8
"""Letters from which a word in small letters needs no other support."""
_REMEMBERED: Final = 50_000
_CUE: Final = re.compile(
    r"\b(?:on|taking|takes?|took|started?|starting|stopp?ed|stopping|denies|allergic to|given|received|"
    r"continue[sd]?|discontinued?|hold|held|increased?|decreased?|prescribed|with|of|and|or|off|to|restart(?:ed)?|"
    r"resume[sd]?|tried|try|add(?:ed)?|including|include[sd]?|consider|failed|from)[ \t\n]+"
    r"(?:her |his |the |any |some |home )?\Z",
    re.I,
)
_ITEM: Final = re.compile(r"(?:^|\n)[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]*\Z")


class Guesses:
    """Asks the matcher for the words of a text that are of no list, each word once."""

    def __init__(self, store: Store, index: NameIndex, vocabulary: Vocabulary) -> None:
        self._store = store
        self._index = index
        self._vocabulary = vocabulary
        self._readings = Readings(store)
        self._known: dict[str, MatchOutcome | None] = {}

    def add(self, text: str, folded: Folded, words: list[str], hits: list[Hit]) -> list[Hit]:
        """``hits`` and the misspelled names between them, in the order of the text."""
        found = {word: guess for word in self._strangers(words) if (guess := self._guess(word)) is not None}
        if not found:
            return hits
        taken = [(hit.start, hit.end) for hit in hits]
        added: list[Hit] = []
        plain = folded.text
        for word, guess in found.items():
            at = plain.find(f" {word} ")
            while at >= 0:
                start, end = folded.span(text, at + 1, at + 1 + len(word))
                beside = taken[max(0, (after := bisect_right(taken, (start, start))) - 1) : after + 1]
                if not any(a < end and start < b for a, b in beside) and self._stands(
                    text, start, end, beside
                ):
                    key = guess.accepted.key.key if guess.accepted else ""
                    added.append(Hit(start, end, key, self._readings.of(key), guess))
                at = plain.find(f" {word} ", at + 1)
        return sorted([*hits, *added], key=lambda hit: hit.start) if added else hits

    def _strangers(self, words: list[str]) -> list[str]:
        """The distinct words that are no English, no part of a name and no word of a dose."""
        known = self._vocabulary.words
        return [
            word
            for word in sorted(set(words).difference(known, _LISTED))
            if _SHORTEST <= len(word) <= _LONGEST and word.isalpha() and not is_word(word)
        ]

    def _guess(self, word: str) -> MatchOutcome | None:
        if word in self._known:
            return self._known[word]
        from medcheck.match import closest

        outcome = closest(self._index, NormalizedName(word), look_alike_guard=self._warned)
        fits = outcome.accepted is not None and outcome.method is Method.FUZZY
        fits = fits and not is_word(word.removesuffix("s"))
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[word] = outcome if fits else None
        return self._known[word]

    def _warned(self, accepted: IndexedKey, rival: IndexedKey) -> bool:
        pairs = self._store.confusions(NormalizedName(accepted.key))
        return any(normalize(other) == rival.key for other, _ in pairs)

    def _stands(self, text: str, start: int, end: int, taken: list[tuple[int, int]]) -> bool:
        """Whether a medicine may stand here."""
        surface = text[start:end]
        if surface.isupper() and len(surface) < _LONG and not stands_for_dose(text, start, end):
            return False
        if stands_for_dose(text, start, end):
            return True
        if is_person(text, start) or text[end : end + 2] in ("'s", "’s"):
            return False
        if any(_is_listed(text, a, b, start, end) for a, b in taken):
            return True
        if _ITEM.search(text, max(0, start - 12), start):
            return True
        if surface[:1].isupper():
            return False
        return len(surface) >= _LONG or _CUE.search(text, max(0, start - 30), start) is not None


def _is_listed(text: str, a: int, b: int, start: int, end: int) -> bool:
    gap = text[b:start] if b <= start else text[end:a]
    if len(gap) > 40 or not gap or not any(mark in gap for mark in (",", "/", " and ", "+", " or ")):
        return False
    return all(word in LIST_WORDS or word[:1].isdecimal() for word in re.findall(r"[a-z0-9]+", gap.lower()))


_LISTED: Final = DOSE_WORDS | frozenset(categories())

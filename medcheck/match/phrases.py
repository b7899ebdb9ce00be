"""A name of several words of which one is misspelled: "tylenol with cxdeine 4"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from medcheck.english import is_word
from medcheck.fragments import PREFIX, IndexedKey, fragments
from medcheck.match.closest import Guard, MatchOutcome, NameIndex, slip
from medcheck.model import Method

__all__ = ["Phrase", "Phrases"]

LONGEST = 12
"""Words of the longest name that is looked for."""

SHORTEST_PHRASE = 6
"""Letters of the shortest name of several words that is looked for."""

SHORTEST_WORD = 4
"""Letters of a word that is corrected anywhere; a shorter one is often another end of a name ("CR")."""

ENOUGH_BESIDE = 12
"""Letters of the name's other words beside which a shorter word is corrected too, if it is not the last."""


SHORTEST_ORDINARY = 3
"""Letters of a word that may be a part of a name: "no pain" is no slip in Nopan."""


class Phrase(NamedTuple):
    """The words ``first`` to ``last`` (exclusive) are a name but for one letter.

    Where ``outcome`` has accepted none it is not certain which, or the name may not be corrected into.
    """

    first: int
    last: int
    outcome: MatchOutcome


class Phrases:
    """The names of several words in a list of folded words; ``""`` stands for a word that is left out."""

    def __init__(self, index: NameIndex, words: Sequence[str], guard: Guard | None = None) -> None:
        self._index = index
        self._words = words
        self._guard = guard
        self._keys: dict[str, list[IndexedKey]] = {}

    def around(self, at: int, first: int, last: int) -> list[Phrase]:
        """The longest name within ``first`` to ``last`` of which only word ``at`` is misspelled.

        After it comes a longer one that is not certain, if there is one; no more than these two.
        """
        spans = [
            (start, stop)
            for start in range(max(first, at - LONGEST + 1), at + 1)
            for stop in range(at + 1, min(last, start + LONGEST) + 1)
            if stop - start > 1 and self._words[start] and self._words[stop - 1]
        ]
        spans.sort(key=lambda span: span[0] - span[1])
        unsure: list[Phrase] = []
        for start, stop in spans:
            outcome = self._read(at, start, stop)
            if outcome is None:
                continue
            if outcome.accepted is not None:
                return [Phrase(start, stop, outcome), *unsure]
            unsure = unsure or [Phrase(start, stop, outcome)]
        return unsure

    def _read(self, at: int, start: int, stop: int) -> MatchOutcome | None:
        words = self._words[start:stop]
        text = "".join(words)
        if len(text) < SHORTEST_PHRASE:
            return None
        before = sum(map(len, words[: at - start]))
        after = sum(map(len, words[at - start + 1 :]))
        asked = text[:PREFIX]
        keys = self._keys.get(asked)
        if keys is None:
            keys = self._keys[asked] = self._index.fragment_keys(tuple(fragments(asked, 1)))
        ordinary = all(len(word) < SHORTEST_ORDINARY or is_word(word) for word in words)
        meant = {
            key.key_id
            for key in keys
            if _differs_between(text, key.compact, before, after) and not (ordinary and " " not in key.key)
        }
        if not meant:
            return None
        outcome = slip(" ".join(filter(None, words)), keys, self._guard)
        found = tuple(c for c in outcome.candidates if c.key.key_id in meant)
        best = outcome.accepted
        if best is not None and best.key.key_id in meant:
            beside = before + after
            longer = max(len(text), len(best.key.compact)) - beside
            if longer >= SHORTEST_WORD or (after and beside >= ENOUGH_BESIDE):
                return outcome
        return outcome._replace(accepted=None, method=Method.EXACT, candidates=found) if found else None


def _differs_between(text: str, other: str, before: int, after: int) -> bool:
    """Whether the two differ only between their first ``before`` and last ``after`` letters."""
    return (
        abs(len(text) - len(other)) <= 1
        and text[:before] == other[:before]
        and (not after or text[-after:] == other[-after:])
        and _digits(text) == _digits(other)
    )


def _digits(text: str) -> list[str]:
    return [c for c in text if c.isdecimal()]

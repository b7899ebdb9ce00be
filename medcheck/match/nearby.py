"""Names in reach of a spelling, each with what it is worth: misspelled, begun, or further off."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from medcheck.fragments import IndexedKey
from medcheck.spelling import cost

__all__ = ["SHORTEST", "Candidate", "by_distance", "completions", "further", "measure"]

SHORTEST = 5
"""Letters below which nothing is answered."""

MARKETED = 0.03
"""What the name of a medicine in use scores above a name that is only listed."""

FAR_EDITS = 3
"""Edits up to which a name is still suggested, where few are nearer."""

LEAST_FAR = 0.57
"""The least share of letters in common for that."""

LONG = 12
"""Letters from which one edit more is."""


class Candidate(NamedTuple):
    """A name near what was typed.

    ``similarity`` is 1 minus the cost of the edits per letter, ``score`` adds what the name
    itself is worth; both are about 0 to 1 and no probabilities.
    """

    key: IndexedKey
    distance: int
    cost: float
    similarity: float
    score: float


@cache
def _distance() -> Callable[..., int]:
    """Optimal string alignment in whole edits; rapidfuzz is imported on first use."""
    from rapidfuzz.distance.OSA import distance

    return distance


def measure(text: str, keys: Iterable[IndexedKey], most: int) -> list[Candidate]:
    """The keys at most ``most`` edits from ``text``, best first."""
    distance = _distance()
    shortest, longest = len(text) - most, len(text) + most
    found = [
        _candidate(text, key, edits)
        for key in keys
        if shortest <= len(key.compact) <= longest
        and (edits := distance(text, key.compact, score_cutoff=most)) <= most
    ]
    if len(found) > 1:
        found.sort(key=_by_score)
    return found


def _candidate(text: str, key: IndexedKey, edits: int) -> Candidate:
    price = cost(text, key.compact, edits)
    similarity = round(1 - price / max(len(text), len(key.compact)), 4)
    score = round(similarity + MARKETED, 4) if key.marketed and key.fuzzy else similarity
    return Candidate(key, edits, price, similarity, score)


def _by_score(c: Candidate) -> tuple[float, int, int, str]:
    return (-c.score, c.distance, len(c.key.key), c.key.key)


def by_distance(c: Candidate) -> tuple[bool, float, int, int, str]:
    return (c.distance > 1, *_by_score(c))


def completions(text: str, keys: Iterable[IndexedKey]) -> list[Candidate]:
    """The names whose first words begin with ``text`` and break off inside a word, best first."""
    size = len(text)
    found = []
    for key in keys:
        other = key.compact
        if key.fuzzy and len(other) > size and other.startswith(text):
            share = round(size / len(other), 4)
            score = round(share + MARKETED, 4) if key.marketed else share
            found.append(Candidate(key, len(other) - size, 0.0, share, score))
    found.sort(key=lambda c: (not c.key.marketed, len(c.key.compact), c.key.key))
    return found


def further(text: str, keys: Iterable[IndexedKey]) -> list[Candidate]:
    """Suggestions where few names are within two edits, the best first; never an answer.

    Names three edits away (four of twelve letters or more) as far as the deletion index brings
    them, names that begin with what was typed but for one letter, and names that ``text``
    begins with, as two words written as one do.
    """
    distance = _distance()
    size = len(text)
    most = FAR_EDITS + (size >= LONG)
    found: dict[str, Candidate] = {}
    for key in keys:
        other = key.compact
        gap = len(other) - size
        edits = distance(text, other, score_cutoff=most) if -most <= gap <= most else most + 1
        similarity = 1 - edits / max(size, size + gap)
        if edits > most or similarity < LEAST_FAR:
            if gap > 0 and size >= SHORTEST and distance(text, other[:size], score_cutoff=1) <= 1:
                edits, similarity = gap + 1, (size - 1) / len(other)
            elif gap < 0 and len(other) >= SHORTEST and text.startswith(other):
                edits, similarity = -gap, len(other) / size
            else:
                continue
        similarity = round(similarity, 4)
        score = round(similarity + MARKETED, 4) if key.marketed and key.fuzzy else similarity
        found[key.key] = Candidate(key, edits, float(edits), similarity, score)
    return sorted(found.values(), key=_by_score)

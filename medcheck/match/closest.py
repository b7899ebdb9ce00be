"""From a spelling that is no known name to the one medicine it must mean, or to suggestions.

What was typed is compared without its spaces with the names that the deletion index brings.
It is *answered* only when it is near enough for its length and nearer than any other drug;
everything else becomes a suggestion. Three rules carry the safety:

* one edit away: answered only if no other drug's name is within one edit too. Whatever one
  letter does to a name, the name is within one edit: no second drug can win it;
* names that may not be corrected into (``fuzzy`` False) still stand in the way of others;
* an ordinary English word is not a misspelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from medcheck.english import is_english
from medcheck.fragments import PREFIX, IndexedKey, fragments
from medcheck.model import Method, Why
from medcheck.spelling import cost
from medcheck.text import NormalizedName

__all__ = ["Candidate", "Guard", "MatchOutcome", "NameIndex", "closest"]

SHORTEST = 5
"""Letters below which nothing is answered."""

SHORTEST_TWO_EDITS = 7
"""Letters below which two edits are not answered."""

SURE_ONE_EDIT, SURE_TWO_EDITS = 0.82, 0.85
"""The least score (0 to 1, not a probability) at which one or two edits are answered."""

SURE_SHORT = 0.89
"""The same for 5 letters and one edit, and for 7 or 8 letters and two edits."""

MARGIN = 0.045
"""How much the score must exceed that of any other drug."""

MARKETED = 0.03
"""What the name of a medicine in use scores above a name that is only listed."""

SHORTEST_TRUNCATED = 6
"""Letters at the beginning of a name that may stand for all of it."""

LEAST_TRUNCATED = 0.4
"""The least share of the name's letters that may stand for all of it."""

Guard = Callable[[IndexedKey, IndexedKey], bool]
"""Whether the first key must not be answered because the second is in reach too."""


class NameIndex(Protocol):
    """Where the names are: the store, or :class:`medcheck.match.MemoryIndex`.

    An index may also have ``fragment_keys_sized(fragments, least, most)``, the same without
    names of fewer or more letters; it is used where there are many names to leave out.
    """

    def fragment_keys(self, fragments: Sequence[str], /) -> list[IndexedKey]: ...


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


class MatchOutcome(NamedTuple):
    """What came of a look-up: at most one accepted name, and the other drugs in reach.

    ``method`` is ``FUZZY`` or ``TRUNCATED``, and ``EXACT`` where nothing was accepted.
    ``candidates`` are ranked best first, one for each drug; ``declined`` says in a word why
    the first of them was not accepted (``""`` if one was, or none came).
    """

    typed: str
    accepted: Candidate | None
    method: Method
    candidates: tuple[Candidate, ...]
    declined: str = ""

    @property
    def why(self) -> Why | None:
        """How the accepted name was judged, or ``None``."""
        best = self.accepted
        if best is None:
            return None
        rival = next((c for c in self.candidates if _another(c.key, best.key)), None)
        return Why(
            typed=self.typed,
            matched=best.key.key,
            distance=best.distance,
            similarity=best.similarity,
            runner_up=rival.key.key if rival else None,
            runner_up_similarity=rival.similarity if rival else None,
            margin=round(best.score - rival.score, 4) if rival else None,
            parts=(
                ("edit cost", best.cost),
                ("in use", round(best.score - best.similarity, 4)),
                ("score", best.score),
            ),
        )


def closest(
    index: NameIndex, typed: NormalizedName, *, limit: int = 5, look_alike_guard: Guard | None = None
) -> MatchOutcome:
    """The one name that ``typed`` must be a misspelling or a beginning of, or suggestions.

    ``typed`` is no known name: exact names are found before. ``look_alike_guard`` can refuse
    more (pairs that regulators warn of), never allow more.
    """
    text = typed.replace(" ", "")
    size = len(text)
    if size < SHORTEST - 1:
        return MatchOutcome(typed, None, Method.EXACT, (), "too short")
    keys = index.fragment_keys(_one_less(text))
    near = _measure(text, keys, 1)
    best = _first_fuzzy(near)
    if best:
        sure = SURE_SHORT if size == SHORTEST else SURE_ONE_EDIT
        declined = _objection(typed, best, near, sure, look_alike_guard)
        if size >= SHORTEST and not declined:
            return MatchOutcome(typed, best, Method.FUZZY, _distinct(best, near, limit))
    whole = [] if near or size < SHORTEST_TRUNCATED else _completions(text, keys)
    if whole and not (_differ(text, whole, look_alike_guard) or is_english(typed)):
        return MatchOutcome(typed, whole[0], Method.TRUNCATED, _distinct(whole[0], whole, limit))
    wide = _measure(text, _wide_keys(index, text), 2)
    if not best:
        best = _first_fuzzy(wide)
        sure = SURE_SHORT if size < SHORTEST_TWO_EDITS + 2 else SURE_TWO_EDITS
        declined = _objection(typed, best, wide, sure, look_alike_guard) if best else "nothing near"
        if best and size >= SHORTEST_TWO_EDITS and not whole and not declined and best.key.marketed:
            return MatchOutcome(typed, best, Method.FUZZY, _distinct(best, wide, limit))
    declined = "too short" if size < SHORTEST else declined or "not sure"
    found = sorted(wide + whole, key=_by_distance)
    return MatchOutcome(typed, None, Method.EXACT, _distinct(None, found, limit), declined)


def _first_fuzzy(found: Sequence[Candidate]) -> Candidate | None:
    """The best that may be answered at all."""
    for candidate in found:
        if candidate.key.fuzzy:
            return candidate
    return None


def _one_less(text: str) -> list[str]:
    """``fragments(text, 1)``, made faster: nearly every look-up needs no more."""
    start = text[:PREFIX]
    return [start, *[start[:at] + start[at + 1 :] for at in range(len(start))]]


def _wide_keys(index: NameIndex, text: str) -> list[IndexedKey]:
    """The keys that may be two edits from ``text``: many, so an index that can picks the lengths."""
    pieces = tuple(fragments(text, 2))
    sized: Callable[[Sequence[str], int, int], list[IndexedKey]] | None
    sized = getattr(index, "fragment_keys_sized", None)
    return sized(pieces, len(text) - 2, len(text) + 2) if sized else index.fragment_keys(pieces)


@cache
def _distance() -> Callable[..., int]:
    """Optimal string alignment in whole edits; rapidfuzz is imported on first use."""
    from rapidfuzz.distance.OSA import distance

    return distance


def _measure(text: str, keys: Iterable[IndexedKey], most: int) -> list[Candidate]:
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


def _by_distance(c: Candidate) -> tuple[bool, float, int, int, str]:
    return (c.distance > 1, *_by_score(c))


def _another(a: IndexedKey, b: IndexedKey) -> bool:
    """Whether ``a`` can mean a drug that ``b`` does not mean."""
    return a.drugs != b.drugs and not set(a.drugs) <= set(b.drugs)


def _objection(
    typed: str, best: Candidate, found: Sequence[Candidate], sure: float, guard: Guard | None
) -> str:
    """Why ``best`` must not be answered, or ``""``; ``found`` holds every name in reach."""
    if best.score < sure:
        return "too far"
    for rival in found:
        if _another(rival.key, best.key):
            if rival.distance <= min(1, best.distance) or rival.score > best.score - MARGIN:
                return "too close to another"
            if guard is not None and guard(best.key, rival.key):
                return "a look-alike in reach"
    return "an English word" if is_english(typed) else ""


def _completions(text: str, keys: Iterable[IndexedKey]) -> list[Candidate]:
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


def _differ(text: str, whole: Sequence[Candidate], guard: Guard | None) -> bool:
    """Whether the names that begin so may be of more than one drug, or ``text`` ends with a word.

    A longer name that begins with the shorter one ("amitriptyline perphenazine") does not
    count: who writes a beginning means the shorter.
    """
    best = whole[0].key
    size = 0
    for word in best.key.split(" "):
        size += len(word)
        if size >= len(text):
            break
    if size == len(text) or len(text) < LEAST_TRUNCATED * size:
        return True
    return any(
        _another(c.key, best)
        and (not c.key.key.startswith(best.key + " ") or (guard is not None and guard(best, c.key)))
        for c in whole[1:]
    )


def _distinct(first: Candidate | None, found: Sequence[Candidate], limit: int) -> tuple[Candidate, ...]:
    """The best candidate of each drug, ``first`` before all; none that is exact-only and not in use."""
    best = {first.key.drugs: first} if first else {}
    for c in found:
        if c.key.drugs not in best and (c.key.fuzzy or c.key.marketed):
            best[c.key.drugs] = c
            if len(best) >= limit:
                break
    return tuple(best.values())

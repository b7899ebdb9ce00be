"""What is said last of all of a medicine, and which one of two is taken already."""

from __future__ import annotations

from typing import Final

from medcheck.model import Exposure
from medcheck.notes.beside import CueAt, SentenceSoFar
from medcheck.notes.listing import POSSESSIVES

__all__ = ["ENDING", "UNTIL", "UNTRUE", "goes_on_again", "is_taken_already"]

ENDING: Final = (Exposure.STOPPED, Exposure.TAPERING, Exposure.ALLERGY, Exposure.NEGATED)
"""What says that a medicine is not, or no longer, taken as before."""
_AGAIN: Final = frozenset(("reintroduced", "restarted", "resumed", "went"))
_NOW: Final = frozenset((("now", "back"), ("now", "down")))
_AFTER: Final = frozenset(("after", "being"))
UNTIL: Final = frozenset(("til", "till", "until"))
"""Words before the end of a course; what is continued "until" then goes on now."""
UNTRUE: Final = frozenset(("incorrect", "right", "true", "untrue", "wrong", "correct"))
_ALREADY: Final = (
    *(("with", "each"), ("with", "every"), ("with", "existing"), ("with", "current"), ("alongside",)),
    *(("on", "top", "of"), ("in", "addition", "to"), ("min", "before"), ("minutes", "before")),
    *(("mins", "before"), ("hour", "before"), ("hours", "before"), ("before", "each"), ("added", "to")),
)
"""Words between a medicine that is planned and one that is taken."""


def _is_behind(sentence: SentenceSoFar, hit: CueAt, number: int) -> bool:
    """Whether a rule stands behind this mention in its clause, with no other between."""
    last = sentence.mentions[number][1]
    following = (
        sentence.mentions[number + 1][0] if number + 1 < len(sentence.mentions) else len(sentence.words)
    )
    return last <= hit.first < following and sentence.clauses[hit.first] == sentence.clauses[last - 1]


def goes_on_again(sentence: SentenceSoFar, number: int, ahead: CueAt | None) -> CueAt | None:
    """What is said last of all: "stopped in May, restarted in July", "resumed after it was held"."""
    after = [hit for hit in sentence.cues if not hit.ahead and _is_behind(sentence, hit, number)]
    again = next((hit for hit in after if hit.cue.phrase[0] in _AGAIN or hit.cue.phrase[:2] in _NOW), None)
    if again is None or again.exposure is not Exposure.TAKING:
        return None
    ends = [hit for hit in after if hit.exposure in ENDING]
    if ahead is not None and ahead.exposure in ENDING:
        ends.append(ahead)
    later = (hit for hit in ends if hit.first > again.first)
    return (
        again
        if ends and all(_AFTER.intersection(sentence.words[again.last : h.first]) for h in later)
        else None
    )


def is_taken_already(sentence: SentenceSoFar, number: int, ahead: CueAt) -> CueAt | None:
    """Whether a plan is about a medicine before this one: "add A with each dose of B", "A before B"."""
    first = sentence.mentions[number][0]
    if not number or ahead.last > sentence.mentions[number - 1][0]:
        return None
    before = tuple(w for w in sentence.words[max(0, first - 4) : first] if w not in POSSESSIVES)
    found = next((p for p in _ALREADY if before[-len(p) :] == p), None)
    if found is None:
        return None
    cue = ahead.cue._replace(phrase=found, exposure=Exposure.TAKING)
    return CueAt(first - 1, first, cue, Exposure.TAKING, True)

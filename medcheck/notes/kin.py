"""Whether a sentence tells of a medicine that a relative takes."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue
from medcheck.model import Exposure
from medcheck.notes.beside import CueAt, SentenceSoFar
from medcheck.notes.listing import POSSESSIVES
from medcheck.notes.relatives import (
    REPORTS,
    after_aside,
    are_carers,
    is_named_relative,
    is_nursing,
    is_parent_of,
    is_the_patient,
    is_told_of,
)
from medcheck.notes.words import words

__all__ = ["family_of"]

_SUBJECTS: Final = words(
    """
    patient pt he she i they
    """
)
_BESIDE_RELATIVES: Final = words(
    """
    with by to from per for and via of at
    """
)
_TOLD: Final = words(
    """
    advised asked counseled counselled informed instructed reassured reminded told
    """
)


_TAKES: Final = frozenset(
    ("borrowed", "borrowing", "borrows", "takes", "taking", "took", "tried", "used", "uses", "using")
)
_HERSELF: Final = frozenset(("herself", "himself", "themselves"))


def family_of(sentence: SentenceSoFar, first: int) -> CueAt | None:
    """The relative who takes what is named at word ``first``, if the sentence says so of one."""
    for hit in reversed(sentence.cues):
        if hit.exposure is not Exposure.FAMILY or hit.last > first:
            continue
        if sentence.clauses[hit.first] != sentence.clauses[first]:
            continue
        between = sentence.words[after_aside(sentence, hit.last, first) : first]
        if is_the_patient(sentence.text, sentence.starts[hit.first], sentence.words[hit.first]):
            continue
        if sentence.words[hit.last - 1].endswith("s") and not _TAKES.isdisjoint(
            sentence.words[max(0, hit.first - 5) : hit.first]
        ):
            continue
        if not REPORTS.isdisjoint(between) or is_parent_of(sentence.words[: hit.first], between):
            continue
        if are_carers(sentence.words[hit.first], between):
            continue
        told_of = "which" in between and not _SUBJECTS.isdisjoint(between[between.index("which") :])
        if not _SUBJECTS.isdisjoint(between) and not told_of and not is_nursing(sentence.words):
            continue
        at = hit.first - 1
        while at >= 0 and sentence.words[at] in POSSESSIVES:
            at -= 1
        if not _TOLD.isdisjoint(sentence.words[max(0, at - 1) : hit.first]):
            continue
        if sentence.words[hit.last - 1].endswith("s") and (
            any(cue.last == at + 1 for cue in sentence.cues) or _is_counted(sentence, hit.last, first)
        ):
            continue
        beside = at >= 0 and sentence.words[at] in _BESIDE_RELATIVES
        if (
            beside
            and sentence.pieces[at] == sentence.pieces[hit.first]
            and not is_told_of(sentence.words[:at], between)
        ):
            continue
        return hit
    if not _HERSELF.isdisjoint(sentence.words[sentence.clauses.index(sentence.clauses[first]) : first]):
        told = next(
            (hit for hit in sentence.cues if hit.exposure is Exposure.FAMILY and hit.last <= first), None
        )
        if told is not None:
            return told
    if (
        is_named_relative(sentence.text, sentence.starts[0], sentence.words)
        and sentence.clauses[0] == sentence.clauses[first]
    ):
        cue = Cue((sentence.words[0],), Exposure.FAMILY, "before", "clause")
        return CueAt(0, 1, cue, Exposure.FAMILY, True)
    return None


def _is_counted(sentence: SentenceSoFar, at: int, first: int) -> bool:
    """Whether doses follow that somebody took of it: "wife's Xanax x1"."""
    last = next((b for a, b in sentence.mentions if a == first), first)
    return at == first and any(w[0] == "x" and w[1:].isdecimal() for w in sentence.words[last : last + 1])

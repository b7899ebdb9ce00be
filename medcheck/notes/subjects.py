"""Whether a rule is about a medicine before it, or has an object or a subject of its own."""

from __future__ import annotations

from typing import Final

from medcheck.notes.beside import CueAt, SentenceSoFar
from medcheck.notes.cues import PASSIVE
from medcheck.notes.listing import LIST_WORDS, SMALL_WORDS
from medcheck.notes.words import words

__all__ = ["has_own_object", "has_own_subject"]

_ORDERS: Final = (("d", "c"), ("dc",), ("discontinue",), ("hold",), ("stop",), ("taper",), ("wean",))
_DONE: Final = words(
    """
    completed discontinued finished held off started stopped weaned withheld
    """
)
_NO_SUBJECT: Final = (
    PASSIVE
    | SMALL_WORDS
    | LIST_WORDS
    | words(
        """
    he i she they we you it this that which who but then now since recently later subsequently
    eventually finally already currently still initially temporarily patient pt self md pcp gp just
    both all dose electively abruptly suddenly
    """
    )
)
_NO_OBJECT: Final = words(
    """
    after and as at because before by due for from if in it last next now of off on once or over per
    prior secondary since slowly them then this today tomorrow tonight until when while
    """
)


def has_own_object(sentence: SentenceSoFar, hit: CueAt, first: int) -> bool:
    """Whether an order after a comma is about what follows it: "start A, d/c PCA"."""
    if hit.cue.phrase not in _ORDERS or hit.last >= len(sentence.words):
        return False
    pieces = sentence.pieces
    piece = pieces[hit.first]
    opens = piece != pieces[first] and pieces[hit.first - 1] != piece
    return opens and pieces[hit.last] == piece and sentence.words[hit.last] not in _NO_OBJECT


def has_own_subject(sentence: SentenceSoFar, hit: CueAt) -> bool:
    """Whether one unknown word that opens the piece is what a rule is about: "A 0.5, xyz stopped"."""
    at = hit.first - 1
    if hit.cue.phrase[0] not in _DONE or not sentence.words[at].isalpha():
        return False
    if not sentence.pieces[at - 1] != sentence.pieces[at] == sentence.pieces[hit.first]:
        return False
    return sentence.words[at] not in _NO_SUBJECT

"""Words that may stand inside a list of medicines, or between a cue and its medicine."""

from __future__ import annotations

from typing import Final

from medcheck.notes.words import words
from medcheck.sig.words import categories

__all__ = ["DOSE_WORDS", "GIVEN", "LATER", "LIST_WORDS", "POSSESSIVES", "REASONS", "SMALL_WORDS", "TROUBLE"]

_KNOWN: Final = categories()

DOSE_WORDS: Final = frozenset(
    word
    for word, category in _KNOWN.items()
    if category in ("unit", "form", "route", "frequency", "packaging")
)
"""Words of a dose, a form, a route, a time."""

SMALL_WORDS: Final = words(
    """
    a all an and any both chronic current daily extra further her high his home low my new of old
    oral other our own prn recent some the their these this those using with dose doses iv po mg
    your additional further regular scheduled taking use long short acting
    """
)
"""Words over which "no", "off" and their like still reach the medicine."""

LIST_WORDS: Final = DOSE_WORDS | words(
    """
    and or plus also with as well both a an the her his then nor any some other low high dose doses
    for needed versus vs
    """
)
"""Words that may stand between the members of a list."""

POSSESSIVES: Final = words(
    """
    her his my the their your our a an
    """
)
"""Small words that say whose it is."""
REASONS: Final = words(
    """
    after as because before by due for from pending per prior since until when while with
    """
)
"""What goes on about the medicine before a rule: "A stopped with B"."""
TROUBLE: Final = words(
    """
    allergies changes concerns difficulties effects issues miss missed missing problem problems questions
    refill refills trouble
    """
)
"""What a question asks after that is answered by "no" while the medicine is taken."""
GIVEN: Final = words(
    """
    administered ceased cont contd continued decreased given increased initiated prescribed reduced
    resumed taken titrated tolerated
    """
)
"""Rules before a medicine that stand after one too: "A given, B not"."""
LATER: Final = words(
    """
    eventually had it later quickly shortly since soon subsequently then to ultimately
    """
)
"""Words before a verb of what came after: "was later stopped"."""

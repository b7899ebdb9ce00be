"""Words round a rule that change what it says: a condition, a future, a list it opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from medcheck.notes.words import words as _words

__all__ = [
    "is_beginning",
    "is_of_germs",
    "is_past_time",
    "is_to_come",
    "is_weak",
    "passes_on",
]

_PASSED_OVER: Final = _words(
    """
    course dose doses include included includes including infusion mcg mg tablet tablets
    """
)
"""First words of rules that say nothing against a rule before them: "declined a dose of"."""

_VERBS: Final = _words(
    """
    giving receiving take taking to try trying use used using
    """
)


def passes_on(phrase: Sequence[str], gap: int) -> bool:
    """Whether a rule ``gap`` words after another leaves what that says: "consider using"."""
    return (phrase[0] in _PASSED_OVER and gap <= _NEAR) or (phrase[0] in _VERBS and gap == 0)


_NEAR: Final = 4
_BEGUN: Final = _words(
    """
    administered began begun changed commenced covered given initiated loaded placed prescribed put
    receive received receiving started switched taking transitioned treated use using
    """
)
_BEGINNINGS: Final = _words(
    """
    began begun commenced initiated placed put start started starting
    """
)
_PAST_TIMES: Final = _words(
    """
    ago back earlier
    """
)


def is_beginning(phrase: Sequence[str]) -> bool:
    """Whether a rule says that something was begun."""
    return not _BEGINNINGS.isdisjoint(phrase)


def is_past_time(phrase: Sequence[str]) -> bool:
    """Whether a rule is only a time: what was begun "two years ago" is not stopped."""
    return phrase[-1] in _PAST_TIMES


def is_far(phrase: Sequence[str], gap: int) -> bool:
    """Whether a rule stands too far behind to be about the medicine: "until" ten words on."""
    return phrase == ("until",) and gap > _NEAR


def is_weak(phrase: Sequence[str]) -> bool:
    """Whether a rule only names the use of something: "denies NSAID use"."""
    return phrase[-1] in ("abuse", "use")


_BETWEEN: Final = _words(
    """
    also be been empirically just likely need now probably then to
    """
)
_TO_COME: Final = _words(
    """
    will shall should would ll plan plans planning going
    """
)


def is_to_come(phrase: Sequence[str], words: Sequence[str], first: int) -> bool:
    """Whether a rule about taking speaks of the future: "will be treated with".

    >>> is_to_come(("treated", "with"), "she will be treated with".split(), 3)
    True
    """
    if phrase[0] not in _BEGUN:
        return False
    at = first - 1
    while at >= 0 and first - at < 4 and words[at] in _BETWEEN:
        at -= 1
    return at >= 0 and words[at] in _TO_COME


_GERMS: Final = _words(
    """
    bacteria bacterial coli cfu colonies culture cultures enterococcus gram grew growing grows isolate
    isolates klebsiella mrsa mssa organism organisms proteus pseudomonas staph staphylococcus strep
    streptococcus
    """
)


def is_of_germs(phrase: Sequence[str], words: Sequence[str]) -> bool:
    """Whether "sensitive to" is said of a germ and not of the patient."""
    return phrase[0] in ("sensitive", "sensitivity") and not _GERMS.isdisjoint(words)

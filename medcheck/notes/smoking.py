"""The verb "to smoke": tobacco where a person does it, and no medicine where fish or an oven does."""

from __future__ import annotations

import re
from typing import Final

from medcheck.model import Exposure

__all__ = ["VERBS", "said_by_verb", "somebody_smokes"]

VERBS: Final = frozenset(["smoked", "smokes"])
"""Names that are verbs and need a person who does it."""

_PERSON: Final = re.compile(
    r"\b(?:he|she|i|they|patient|pt|who|mother|father|wife|husband|has|have|had|never|ever|not|previously|"
    r"formerly|currently|still|also|used to)[ \t\n]+(?:(?:never|also|still|previously)[ \t]+)?\Z",
    re.I,
)
_MUCH: Final = re.compile(
    r"[ \t\n]+(?:for[ \t]+)?(?:about[ \t]+|up to[ \t]+)?(?:\d|a pack|half a pack|one|two|three|ten|"
    r"twenty|cigar|tobacco|heavily|daily|occasionally|ppd|until|since)",
    re.I,
)
_STILL: Final = re.compile(r"(?:\bhas|\bhave|['’]ve|['’]s)[ \t\n]+(?:also[ \t]+|always[ \t]+)?\Z", re.I)
_BEFORE: Final = 40


def somebody_smokes(text: str, start: int, end: int, section: str) -> bool:
    """Whether the verb at ``start`` to ``end`` is said of a person.

    >>> somebody_smokes("He smoked for 20 years", 3, 9, ""), somebody_smokes("ate smoked fish", 4, 10, "")
    (True, False)
    """
    if section == "substances":
        return True
    return bool(_PERSON.search(text, max(0, start - _BEFORE), start) or _MUCH.match(text, end))


def said_by_verb(text: str, start: int, end: int) -> Exposure:
    """What the verb itself says where no other word does: "smoked" is past, "has smoked" is not.

    >>> said_by_verb("She has smoked for years", 8, 14).value, said_by_verb("He smoked", 3, 9).value
    ('taking', 'stopped')
    """
    if text[start:end].lower() == "smokes" or _STILL.search(text, max(0, start - _BEFORE), start):
        return Exposure.TAKING
    return Exposure.STOPPED

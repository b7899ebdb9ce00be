"""A heading inside a line: what follows it is another statement ("Zyrtec allergies: codeine")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from medcheck.exposure import Cue, CueHit
from medcheck.model import Exposure
from medcheck.resolve.types import NameStore
from medcheck.sig import Token
from medcheck.text import normalize

__all__ = ["below", "headings", "parted"]


_QUALIFIERS: Final = ("drug", "food", "known", "med", "medication", "medicine", "other", "reported")


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(
        r"(?P<before>[^\W_]+)(?P<sign>[^\w\s]*)(?P<gap>\s)\s*"
        rf"(?P<heading>(?:(?:{'|'.join(_QUALIFIERS)})\s+)*(?:allerg(?:y|ies)|intolerances?|sensitivities|adrs?))\s*:(?P<then>\s*)(?P<after>[^\W\d_][\w'-]*)",
        re.IGNORECASE,
    )


def parted(text: str, store: NameStore) -> str:
    """The text with a line break before a heading of allergies that a medicine follows; no place moves.

    "Codeine allergy: rash" stays one statement. In "penicillin allergy: amoxicillin" the word belongs to
    the substance before it, so the break stands behind. A brand may be called so ("Zyrtec Allergy"), but
    not with a colon and another medicine behind.
    """
    if ":" not in text:
        return text
    for found in _heading().finditer(text):
        if found["before"].lower() in _QUALIFIERS or not store.names(normalize(found["after"])):
            continue
        rows = () if found["sign"] else store.names(normalize(found["before"]))
        of_it = any(row.kind != "brand" for row in rows) and not found["heading"].lower().endswith("s")
        at = found.start("then" if of_it else "gap")
        if text[at].isspace():
            text = f"{text[:at]}\n{text[at + 1 :]}"
    return text


_KINDS: Final = (
    (
        Exposure.TAKING,
        r"(?:(?:active|chronic|current|daily|discharge|home|outpatient|regular)\s+)?"
        r"(?:meds|medications|medicines|(?:med|medication|medicine)\s+list)",
    ),
    (Exposure.TAKING, r"changes?\s+how\s+you\s+take(?:\s+these\s+(?:medications|medicines))?"),
    (Exposure.PLANNED, r"new(?:\s+(?:med|meds|medication|medications|medicine|medicines|rx))?"),
)
"""What a heading at the beginning of a line says of all that follows it."""


@cache
def _first_heading() -> tuple[tuple[Exposure, re.Pattern[str]], ...]:
    return tuple(
        (said, re.compile(rf"[\s*#>-]*(?:my\s+)?{words}\s*:", re.IGNORECASE)) for said, words in _KINDS
    )


def headings(text: str, tokens: Sequence[Token]) -> tuple[CueHit, ...]:
    """The rule of the heading that ``text`` begins with, if any: "Home meds: ...", "NEW: ..."."""
    if ":" not in text:
        return ()
    for said, pattern in _first_heading():
        found = pattern.match(text)
        if found:
            count = sum(token.end <= found.end() for token in tokens)
            phrase = tuple(token.key for token in tokens[:count])
            return (CueHit(0, count, Cue(phrase, said, "before", "clause")),)
    return ()


def below(tokens: tuple[Token, ...], heading: Sequence[CueHit]) -> tuple[Token, ...]:
    """The words with the ``heading`` as a piece of its own: "Discharge meds: stop Zoloft"."""
    count = heading[0].last if heading else 0
    return (*tokens[:count], *(t._replace(piece=t.piece + 1) for t in tokens[count:])) if count else tokens

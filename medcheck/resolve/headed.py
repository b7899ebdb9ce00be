"""A heading inside a line: what follows it is another statement ("Zyrtec allergies: codeine")."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from medcheck.resolve.types import NameStore
from medcheck.text import normalize

__all__ = ["parted"]


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

"""Folding of text to the one form in which names are compared.

Two names that differ only in case, accents, punctuation, trademark signs, an "and" or a
look-alike letter of another alphabet are the same name here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

__all__ = ["CompactName", "NormalizedName", "compact", "normalize"]

NormalizedName = NewType("NormalizedName", str)
"""A folded name: lower-case letters and digits in words parted by single spaces."""

CompactName = NewType("CompactName", str)
"""A folded name without its spaces; spelling distances are taken on this form."""

_LOOK_ALIKES = str.maketrans(
    {
        # Cyrillic
        "а": "a", "в": "b", "с": "c", "е": "e", "н": "h", "к": "k", "м": "m", "о": "o", "р": "p",
        "т": "t", "х": "x", "у": "y", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d", "ԛ": "q", "ԝ": "w",
        # Greek
        "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p",
        "τ": "t", "υ": "u", "χ": "x",
        # letters that do not decompose
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ð": "d", "þ": "th",
    }
)  # fmt: skip
_REMOVED = re.compile("['’‘`´ʼ®™©℠†‡\u200b-\u200f\u2060\ufeff\u00ad]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_ASCII = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*\Z")


def normalize(text: str) -> NormalizedName:
    """Fold ``text`` to the form in which names are compared.

    >>> normalize("St. John’s  Wort®")
    'st johns wort'
    >>> normalize("Day & Night Nurse") == normalize("day and night nurse")
    True
    >>> normalize("Séroquel")
    'seroquel'
    """
    folded = text.casefold()
    if not _ASCII.match(folded):
        if not folded.isascii():
            folded = unicodedata.normalize("NFKD", folded).casefold().translate(_LOOK_ALIKES)
            folded = "".join(c for c in folded if not unicodedata.combining(c))
        folded = _NOT_WORD.sub(" ", _REMOVED.sub("", folded)).strip()
    if " and " in folded:
        folded = " ".join(w for w in folded.split() if w != "and") or folded
    return NormalizedName(folded)


def compact(name: NormalizedName) -> CompactName:
    """The folded name without spaces, so that "sero quel" and "seroquel" are one.

    >>> compact(normalize("Tylenol P.M."))
    'tylenolpm'
    """
    return CompactName(name.replace(" ", ""))

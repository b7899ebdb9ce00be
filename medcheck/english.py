"""Ordinary English words: what is one is not the misspelling of a medicine.

"login" is one letter from Logen and "contrive" from Contrave; whoever typed them meant the
word. The list is made from SCOWL by ``benchmarks/make_english_words.py``; its notice stands
in ``english_words.LICENSE``. A word that is itself a known name never comes here: exact
names are looked up before any spelling is corrected.
"""

from __future__ import annotations

from functools import cache
from io import FileIO

__all__ = ["is_english", "is_word"]

_PATH = __file__.removesuffix(".py") + "_words.txt"
_ENDINGS = (
    "algia", "ectomy", "emia", "graphy", "itis", "metry", "ologist", "ology", "ometer", "osis",
    "ostomy", "otomy", "pathy", "plasty", "rrhea", "rrhoea", "scopy",
)  # fmt: skip
"""Endings of diseases, procedures and devices; no medicine is called so."""

_SHORTEST_ENDED = 8

_FEW = 32
"""Look-ups by bisection before the list is turned into a set (10 ms, 15 MiB)."""

_asked = 0


def is_word(word: str) -> bool:
    """Whether ``word`` (lower case, letters only) is an ordinary English word or name.

    A disease, a procedure or a device is one by its ending, listed or not.

    >>> is_word("contrive"), is_word("contrave"), is_word("glucometer")
    (True, False, True)
    """
    global _asked
    if len(word) >= _SHORTEST_ENDED and word.endswith(_ENDINGS):
        return True
    _asked += 1
    return word in _words() if _asked > _FEW else _find(_raw(), word.encode("ascii", "replace"))


def is_english(text: str) -> bool:
    """Whether every word of ``text`` is English.

    >>> is_english("apple pie"), is_english("sero quel")
    (True, False)
    """
    return all(map(is_word, text.split()))


@cache
def _raw() -> bytes:
    with FileIO(_PATH) as file:  # pathlib would cost every first check 3 ms
        return file.readall()


@cache
def _words() -> frozenset[str]:
    return frozenset(_raw().decode("ascii").split("\n"))


def _find(raw: bytes, word: bytes) -> bool:
    """Whether ``word`` is a line of ``raw``, whose lines are sorted."""
    low, high = 0, len(raw)
    while low < high:
        middle = (low + high) // 2
        start = raw.rfind(b"\n", low, middle) + 1 or low
        end = raw.find(b"\n", start)
        line = raw[start:end]
        if line == word:
            return True
        if line < word:
            low = end + 1
        else:
            high = start
    return False

"""The route that the words of a name mean."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["route_of"]

_ROUTES: Final = (
    ("eye", re.compile(r"\beye\b|\bophthalmic\b")),
    ("nasal", re.compile(r"\bnasal\b|\bnose spray\b")),
    ("patch", re.compile(r"\bpatch(es)?\b|\btransdermal\b")),
    (
        "injection",
        re.compile(r"\b(injections?|infusion|for injection|decanoate|enantate|enanthate|depot)\b"),
    ),
    ("skin", re.compile(r"\b(cream|ointment|lotion|topical|shampoo|skin gel)\b|\bitch\b")),
    ("inhaled", re.compile(r"\b(inhaler|inhalation|vapoinhaler|e-cigarettes?|vape|vaping)\b")),
    ("rectal", re.compile(r"\b(suppositor(y|ies)|rectal|enema)\b")),
    ("vaginal", re.compile(r"\bvaginal\b")),
    ("ear", re.compile(r"\b(ear drops|otic)\b")),
)


def route_of(name: str) -> str:
    """The route that a name says in so many words; empty if it says none.

    >>> route_of("haloperidol decanoate")
    'injection'
    """
    return next((route for route, words in _ROUTES if words.search(name)), "")

"""Reads a medication line as people write it: which words are dose, form, route, frequency ...

Pure: no store, no files. What is left when these words are set aside is the name, and
:mod:`medcheck.resolve` looks for it. No word is thrown away: each token keeps what it was
read as, so that every one can be accounted for.

>>> parse("diphenhydrAMINE HCl 25 mg tab PO qhs prn").name
'diphenhydrAMINE'
"""

from __future__ import annotations

from typing import NamedTuple

from medcheck.sig.tokens import Token, tokenize
from medcheck.sig.words import BY_MOUTH, ROUTES

__all__ = ["ParsedLine", "Token", "parse", "route_of"]


class ParsedLine(NamedTuple):
    """A line as words: ``name`` is what is left of it, outside brackets where possible."""

    line: str
    tokens: tuple[Token, ...]

    @property
    def name(self) -> str:
        """The words of no list, in their order; those in brackets only if there are no others."""
        outside = [t.text for t in self.tokens if t.is_word and not t.bracket]
        return " ".join(outside or [t.text for t in self.tokens if t.is_word])

    @property
    def route(self) -> str:
        """How the line says the medicine is given; ``""`` for by mouth or unsaid."""
        return route_of(self.tokens)


def parse(line: str) -> ParsedLine:
    """Read ``line``; any text is a line, and an empty one has no words.

    >>> [(t.text, t.category) for t in parse("2 tabs qhs").tokens]
    [('2', 'number'), ('tabs', 'form'), ('qhs', 'frequency')]
    """
    return ParsedLine(line, tokenize(line))


def route_of(tokens: tuple[Token, ...]) -> str:
    """The route the words say, in the vocabulary of ``names.tsv``; ``""`` for by mouth or unsaid.

    >>> route_of(parse("timolol 0.5% ophth soln").tokens)
    'eye'
    """
    said = {t.key for t in tokens if t.category in ("route", "form", "packaging")}
    if said and said.isdisjoint(BY_MOUTH):
        for route, words in ROUTES:
            if not said.isdisjoint(words.split()):
                return route
    return ""

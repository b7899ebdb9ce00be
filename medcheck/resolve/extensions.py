"""Words after a name that make another product of it: "PM", "Allergy & Congestion", "Forte", "-AT"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from medcheck.resolve.spans import Hit
from medcheck.sig import Token
from medcheck.sig.words import EXTENSIONS

__all__ = ["LINE_WORDS", "SOLD_WITH_TIMES", "tail"]

_NAMED_TIMES: Final = frozenset(["night", "nighttime", "nite", "pm"])
"""Times of the day that are a part of a name only where such products are sold."""

SOLD_WITH_TIMES: Final = frozenset(
    [
        "acetylsalicylic acid", "brompheniramine", "cetirizine", "chlorphenamine", "dextromethorphan",
        "diphenhydramine", "doxylamine", "fexofenadine", "guaifenesin", "ibuprofen", "ketoprofen",
        "loratadine", "naproxen", "paracetamol", "phenylephrine", "pseudoephedrine",
    ]
)  # fmt: skip
"""Ingredients of remedies for pain, colds and allergies, which are sold as "night" products too."""

_FOR_SLEEP: Final = frozenset(["diphenhydramine", "doxylamine"])
"""What makes a "PM" product one: after the substance itself "PM" says when it is taken."""

_FOR_COUGH: Final = frozenset(["benzonatate", "codeine", "dextromethorphan", "hydrocodone"])
"""After the names of these "cough syrup" says what it is for."""

_OF_BRANDS: Final = frozenset(["allergies", "allergy"])
"""After a brand a part of its name; after a substance what the person has."""

_CONTINUING: Final = frozenset(
    [
        "chest", "congestion", "day", "daytime", "fever", "headache", "mucus", "multi", "nasal", "pain",
        "relief", "runny", "severe", "sore", "symptom", "throat",
    ]
)  # fmt: skip
"""Words that belong to the name only after another such word."""

LINE_WORDS: Final = frozenset(
    [
        "advance", "advanced", "combi", "combo", "complete", "complex", "decongestant", "dual", "expectorant",
        "extra", "hct", "hctz", "hot", "max", "maximum", "multi", "natal", "severe", "total", "ultra", "xtra",
    ]
)  # fmt: skip
"""Words that tell the products of one brand apart, at the end of its name."""

_AMOUNTS: Final = frozenset(["max", "maximum"])
"""Of these, what says how much at most, if a dose follows."""

_COMPOUNDS: Final = frozenset(["comp", "composto", "compositum", "compound", "compuesto", "co"])
"""The same after any name: with something else in it."""

_SUFFIXES: Final = frozenset(["at", "d", "duo", "forte", "h", "m", "total", "trio"])
"""Ends of names that are ordinary words, units or forms too; unlisted short words are ends as well."""

_JOINED_ONLY: Final = frozenset(["am", "at", "mr", "od"])
"""The same, but only if a hyphen joins them: otherwise they say when or how it is taken."""

_STRENGTHS: Final = frozenset(["ds", "ss"])
"""Double and single strength, after the name of a substance."""

_LONGEST_SUFFIX: Final = 3
_NOT_SUFFIX: Final = frozenset(
    ["form", "frequency", "number", "packaging", "quantity", "route", "status", "strength", "unit"]
)
"""What may follow the end of a name."""


def tail(tokens: Sequence[Token], text: str, hit: Hit, named: set[int]) -> list[int]:
    """The places of the words after ``hit`` that make another product of it; joining words left out."""
    if hit.is_class or hit.last >= len(tokens) or tokens[hit.last - 1].category == "number":
        return []
    found: list[int] = []
    at = hit.last
    while at < len(tokens):
        here = at
        if tokens[at].key == "and" and tokens[at].category == "joiner" and at + 1 < len(tokens):
            at += 1
        token = tokens[at]
        if at in named or token.bracket != tokens[hit.first].bracket or not _follows(token, bool(found)):
            break
        if not _extends(tokens, text, hit, at, bool(found), joined=here != at or token.joiner == "and"):
            break
        found.append(at)
        at += 1
    return found or _suffix(tokens, hit, named)


def _follows(token: Token, inside: bool) -> bool:
    return token.joiner in ("", "-", "+", "and") if not inside else token.joiner in ("", "-", "+", "and", "/")


def _extends(tokens: Sequence[Token], text: str, hit: Hit, at: int, inside: bool, *, joined: bool) -> bool:
    token = tokens[at]
    if token.key in _CONTINUING:
        return inside
    if token.key in _COMPOUNDS or (token.key in LINE_WORDS and not hit.generic):
        return not joined and _ends_name(tokens, at)
    if token.key not in EXTENSIONS:
        return False
    if joined and not inside and len(hit.key.split()) < 2 and len(token.key) > 1:
        return False  # "Tylenol & cold", but "calcium & D"
    if token.key in _OF_BRANDS:
        following = tokens[at + 1].key if at + 1 < len(tokens) else ""
        heading = text[token.end : token.end + 2].lstrip().startswith((":", "-"))
        return not hit.generic and not heading and following not in ("to", "reaction", "list")
    if hit.generic and not inside and token.key in _NAMED_TIMES:
        if all(targets <= _FOR_SLEEP for targets in hit.target_sets):
            return False
        return any(not SOLD_WITH_TIMES.isdisjoint(targets) for targets in hit.target_sets)
    if token.key == "cough" and not inside and hit.names_its_ingredients and _is_form_or_end(tokens, at + 1):
        return all(_FOR_COUGH.isdisjoint(targets) for targets in hit.target_sets)
    if token.key == "plus" or len(token.key) == 1:
        return _ends(tokens, at)
    return True


def _is_form_or_end(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or (tokens[at].category == "form" and not tokens[at].joiner)


def _suffix(tokens: Sequence[Token], hit: Hit, named: set[int]) -> list[int]:
    token = tokens[hit.last]
    if hit.last in named or token.bracket != tokens[hit.first].bracket or token.joiner not in ("", "-"):
        return []
    if not token.key.isalpha() or not _ends(tokens, hit.last) or hit.salty:
        return []
    if token.key in _JOINED_ONLY and token.joiner == "-":
        return [hit.last]
    if token.key == "mr" and not hit.generic and all(row.regions == ("IN",) for row in hit.rows):
        return [hit.last]  # with a muscle relaxant there
    if token.key in _STRENGTHS and hit.names_its_ingredients:
        return []
    short = token.is_word and len(token.key) <= _LONGEST_SUFFIX
    return [hit.last] if short or (token.key in _SUFFIXES and token.key not in _JOINED_ONLY) else []


def _ends_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name of a product may end with word ``at``: "Extra 500 mg tablets", not "max 4 a day"."""
    if at + 1 >= len(tokens):
        return True
    token, following = tokens[at], tokens[at + 1]
    if following.piece != token.piece or following.bracket != token.bracket:
        return True
    if following.key in EXTENSIONS or following.key in _CONTINUING or following.key in LINE_WORDS:
        return True
    return token.key not in _AMOUNTS and following.category in ("form", "packaging", "strength")


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but a dose, a form or a time follows word ``at`` in its piece."""
    if at + 1 >= len(tokens):
        return True
    token, following = tokens[at], tokens[at + 1]
    if following.piece != token.piece or following.bracket != token.bracket:
        return True
    return following.joiner in ("", "-") and following.category in _NOT_SUFFIX

"""Words beside a name that no list knows: "Panadol Antigrippine" may be another product than Panadol."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from medcheck.english import is_word
from medcheck.resolve.extensions import LINE_WORDS, SOLD_WITH_TIMES
from medcheck.resolve.spans import Hit
from medcheck.resolve.types import NameStore
from medcheck.sig import Token
from medcheck.sig.words import EXTENSIONS

__all__ = ["belongs", "is_of", "numbered", "strange_brand", "unlisted"]

_GLUE: Final = frozenset(
    [
        "ache", "aches", "adult", "adults", "arthritis", "baby", "back", "better", "bladder", "bone",
        "bones", "chest", "child", "children", "childrens", "extra", "eye", "eyes", "fast", "fever",
        "hand", "hands", "headache", "headaches", "heart", "hip", "infant", "infants", "itch", "itching",
        "joint", "joints", "junior", "kidney", "kids", "knee", "leg", "legs", "max", "maximum",
        "migraine", "muscle", "nasal", "pain", "parkinson", "parkinsons", "period", "prostate", "rapid",
        "regular", "restless", "rls", "skin", "stomach", "strength", "thyroid", "toothache", "worse",
    ]
)  # fmt: skip
"""Words that say for whom or for what, or how strong, and alone make no other product."""

_FLAVORS: Final = frozenset(
    [
        "apple", "banana", "berry", "blackcurrant", "caramel", "cherry", "chocolate", "citrus", "grape",
        "lemon", "lime", "mint", "orange", "peach", "peppermint", "raspberry", "spearmint", "strawberry",
        "vanilla", "warming", "wild",
    ]
)  # fmt: skip
"""What a product tastes of, which makes no other product either."""

_REMEDY: Final = frozenset(["cough", "coughing", "sleep", "sneezing"])
"""Ailments that are a part of the name of remedies without a prescription."""

_MEMBERS: Final = _GLUE | _FLAVORS | _REMEDY | EXTENSIONS | LINE_WORDS

_STOPS: Final = frozenset(
    ["company", "form", "frequency", "number", "packaging", "quantity", "route", "strength", "unit"]
)
"""What may follow the name of a product in a line."""

_MOST_WORDS: Final = 5

_SOLD_WITH_CODEINE: Final = frozenset(["acetylsalicylic acid", "paracetamol"])
_HIGHEST_NUMBER: Final = 5
"""Of the numbers that say how much codeine a tablet holds."""

_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4}
_STRAY: Final = frozenset(["c", "cc", "contin", "e", "h", "k", "l", "m", "n", "p", "r", "s", "t", "u", "v"])
"""Ends of names that are words of a dose too: nothing else follows them ("Claritin S", "NS contin")."""

_SHORTEST_BRAND: Final = 4


def unlisted(
    tokens: Sequence[Token],
    text: str,
    hit: Hit,
    hits: Sequence[Hit],
    store: NameStore,
    is_known: Callable[[str], bool],
) -> list[int]:
    """The places of the words after ``hit`` that may make another product of it and are in no list.

    ``is_known`` tells the words that are something else: a misspelled form, or another medicine.
    """
    if hit.last >= len(tokens) or hit.is_class:
        return []
    following = tokens[hit.last]
    if is_stray_end(tokens, hit):
        return [hit.last]
    if following.category in _STOPS and following.key not in _MEMBERS:
        return []
    piece = tokens[hit.first].piece
    if any(t.category == "prose" for t in tokens if t.piece == piece):
        return []
    substance = hit.names_its_ingredients
    remedy = any(not SOLD_WITH_TIMES.isdisjoint(targets) for targets in hit.target_sets)
    starts = {h.first: h for h in hits}
    found: list[int] = []
    unknown: list[str] = []
    telling = False
    at = hit.last
    while at < len(tokens) and _joined(tokens, text, hit, at, bool(found)):
        other, token = starts.get(at), tokens[at]
        if other is not None:
            if not other.is_class or not remedy or belongs(store, other, hit):
                break
            if substance and tokens[at].key not in EXTENSIONS:
                break
            telling = True
            found.extend(range(at, other.last))
            at = other.last
            continue
        if substance:
            break
        if token.key in _GLUE or token.key in _FLAVORS:
            pass
        elif token.is_word and token.key.replace(" ", "").isalpha():
            telling = True
            unknown.append(token.key)
        elif token.key == "plus" and at + 1 in starts:
            break  # "Tylenol plus codeine"
        elif token.key in EXTENSIONS or token.key in LINE_WORDS or (token.key in _REMEDY and remedy):
            telling = True
        else:
            break
        found.append(at)
        at += 1
    if not telling or len(found) > _MOST_WORDS or not _stops(tokens, hit, at, starts):
        return []
    return [] if any(map(is_known, unknown)) else found


def numbered(tokens: Sequence[Token], hit: Hit) -> list[int]:
    """The places of "No. 3", "#3" or a last "three" after a pain killer: so packs with codeine are called."""
    if not any(_SOLD_WITH_CODEINE.issuperset(targets) for targets in hit.target_sets) or hit.is_class:
        return []
    following = tokens[hit.last : hit.last + 2]
    if len(following) == 1 and following[0].key in _NUMBERS and following[0].piece == tokens[hit.first].piece:
        return [hit.last]
    places = [hit.last] if following and following[0].joiner == "#" else [hit.last, hit.last + 1]
    if len(following) < len(places) or (len(places) == 2 and following[0].key not in ("no", "nr", "number")):
        return []
    number = tokens[places[-1]]
    if number.piece != tokens[hit.first].piece:
        return []
    if number.key in _NUMBERS:
        return places
    if number.category != "number" or not number.key.isdecimal():
        return []
    return places if 1 <= int(number.key) <= _HIGHEST_NUMBER else []


def is_stray_end(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a brand goes on with a letter or two that end the line: "Claritin S"; no dose ends so."""
    if hit.names_its_ingredients or hit.is_class or hit.last + 1 != len(tokens):
        return False
    end, named = tokens[hit.last], tokens[hit.last - 1]
    return end.key in _STRAY and not end.joiner and end.bracket == named.bracket and not end.is_word


def strange_brand(
    tokens: Sequence[Token], hit: Hit, hits: Sequence[Hit], is_known: Callable[[str], bool]
) -> str:
    """A word before "with ..." that may be a brand and is in no list ("Xyzcof with codeine"), or "".

    Such a product holds more than what is named.
    """
    at = hit.first - 2
    if at < 0 or not hit.names_its_ingredients or tokens[hit.first - 1].key not in ("with", "w"):
        return ""
    token, named = tokens[at], tokens[hit.first]
    if (token.piece, token.bracket) != (named.piece, named.bracket) or any(h.last == at + 1 for h in hits):
        return ""
    if not token.is_word or not token.key.isalpha() or len(token.key) < _SHORTEST_BRAND:
        return ""
    return "" if is_word(token.key) or is_known(token.key) else token.key


def _joined(tokens: Sequence[Token], text: str, hit: Hit, at: int, inside: bool) -> bool:
    before, token = tokens[at - 1], tokens[at]
    if token.bracket != tokens[hit.first].bracket or token.clause != tokens[hit.first].clause:
        return False
    if token.joiner == "-":
        return text[before.end : token.start] == "-"
    if not token.joiner or (token.joiner == "+" and before.key == "plus"):
        return True
    return inside and token.joiner == "and" and token.key in EXTENSIONS


def _stops(tokens: Sequence[Token], hit: Hit, at: int, starts: Mapping[int, Hit]) -> bool:
    """Whether a name may end before word ``at``."""
    if at >= len(tokens) or at in starts:
        return True
    token = tokens[at]
    if token.piece != tokens[at - 1].piece or token.bracket != tokens[hit.first].bracket:
        return True
    return token.category in _STOPS or token.key == "for" or token.joiner in ("/", "-")


def belongs(store: NameStore, group: Hit, hit: Hit) -> bool:
    """Whether what ``hit`` names is of the group that ``group`` is a word for."""
    return is_of(store, hit, {target for targets in group.target_sets for target in targets})


def is_of(store: NameStore, hit: Hit, wanted: Collection[str]) -> bool:
    """Whether what ``hit`` names is one of the groups or ingredients ``wanted``, or in such a group."""
    if not wanted:
        return False
    for targets in hit.target_sets:
        for target in targets:
            ingredient = None if hit.is_class else store.ingredient(target)
            left = [target, *(ingredient.class_ids if ingredient else ())]
            seen: set[str] = set()
            while left:
                class_id = left.pop()
                if class_id in wanted:
                    return True
                if class_id not in seen:
                    seen.add(class_id)
                    known = store.drug_class(class_id)
                    left.extend(known.parent_ids if known else ())
    return False

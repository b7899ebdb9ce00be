"""Finds the known names in the words of a line: the longest first, none inside another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from medcheck.model import Method, Name
from medcheck.resolve.types import NameStore
from medcheck.sig import Token
from medcheck.sig.words import ABBREVIATIONS
from medcheck.text import NormalizedName, compact

if TYPE_CHECKING:
    from medcheck.match import Candidate, MatchOutcome

__all__ = ["Hit", "Lookup", "find_hits", "is_doubled", "reach"]

LONGEST: Final = 8
"""Words of the longest name that is looked for inside a line."""

_GENERIC: Final = frozenset(["abbreviation", "code", "generic", "inn_form", "salt", "substance", "synonym"])
_ORDINARY: Final = frozenset(("exact_only", "not_in_text"))
_COUNTED: Final = frozenset(["form", "packaging", "unit"])


class Lookup:
    """The names of one line, each asked of the store once."""

    def __init__(self, store: NameStore) -> None:
        self._store = store
        self._known: dict[str, tuple[Name, ...]] = {}

    def rows(self, key: str) -> tuple[Name, ...]:
        """The rows of a folded name."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._store.names(NormalizedName(key))
        return found

    def rows_compact(self, key: str) -> tuple[Name, ...]:
        """The rows of a folded name whatever its spaces; long enough not to be chance."""
        squeezed = compact(NormalizedName(key))
        if len(squeezed) < 5 or squeezed.isdecimal():
            return ()
        found = self._known.get("\0" + squeezed)
        if found is None:
            found = self._known["\0" + squeezed] = self._store.names_compact(squeezed)
        return found


class Hit(NamedTuple):
    """A known name at words ``first`` to ``last`` (exclusive) of a line.

    ``weak``: short, or an ordinary word too, so it counts only where nothing else could be the
    name. ``salty``: a word such as "sodium" that beside another name only says which salt.
    ``guess`` tells how a name that is not spelled so was found, ``extension`` are words after
    it that make another product of it and are of no known name. ``doubts`` are names of other
    medicines that the name and the words beside it nearly spell, ``unread`` are the words that a
    slash joins to it and that are not read.
    """

    first: int
    last: int
    key: str
    rows: tuple[Name, ...]
    method: Method
    weak: bool
    salty: bool
    guess: MatchOutcome | None = None
    extension: str = ""
    doubts: tuple[Candidate, ...] = ()
    unread: str = ""

    @property
    def generic(self) -> bool:
        """Whether the name is one of the substance and not of a product."""
        return any(row.kind in _GENERIC for row in self.rows)

    @property
    def names_its_ingredients(self) -> bool:
        """Whether the name is one of the substance, or of several ("hydrocodone acetaminophen")."""
        if self.generic:
            return True
        words = self.key.split()
        return any(target.split()[0] in words for row in self.rows for target in row.targets)

    @property
    def is_class(self) -> bool:
        """Whether the name is a word for a group of medicines."""
        return all(row.target_kind == "class" for row in self.rows)

    @property
    def target_sets(self) -> tuple[frozenset[str], ...]:
        """The ingredients (or the class) of each row."""
        return tuple(frozenset(row.targets) for row in self.rows)


def find_hits(tokens: tuple[Token, ...], lookup: Lookup) -> list[Hit]:
    """The names in ``tokens``, from left to right, the longest at each place.

    A name may reach over a comma or a plus sign only where the pieces are not names
    themselves ("calcitonin, salmon" but not "aspirin, codeine").
    """
    found: list[Hit] = []
    at = 0
    while at < len(tokens):
        hit = _longest(tokens, at, lookup)
        if hit is None:
            at += 1
            continue
        if found and _is_repeated(tokens, found[-1], hit):
            found[-1] = found[-1]._replace(last=hit.last)
        else:
            found.append(hit)
        at = hit.last
    return found


_OF_GROUPS: Final = frozenset(["form", "indication", "noise"])
"""What the words for a group of medicines are made of ("cough meds", "water tablets")."""


def _longest(tokens: tuple[Token, ...], first: int, lookup: Lookup) -> Hit | None:
    by_time = _begins_product(tokens, first)
    if not (by_time or _may_begin(tokens[first])):
        return None
    words: list[str] = []
    best: Hit | None = None
    over_sign, named = False, by_time
    for last in range(first, min(first + LONGEST + 2, len(tokens))):
        token = tokens[last]
        if last > first and (not _joins(tokens[last - 1], token) or _heads_a_list(token)):
            break
        over_sign = over_sign or (last > first and token.joiner in (",", "+"))
        if token.key != "and":
            words.append(token.key)
        if token.category in ("strength", "diluent"):
            break
        named = named or token.category in ("", "salt") or (last > first and token.joiner == "-")
        if token.category == "joiner" and not _is_plus(tokens, last, lookup):
            continue
        if not named and (len(words) < 2 or token.category not in _OF_GROUPS):
            continue
        if last > first and _begins_salt(tokens, last, lookup):
            continue
        hit = _hit(tokens, first, last + 1, words, lookup)
        if hit is None or not (named or hit.is_class):
            continue
        if not (over_sign and _pieces_are_names(tokens[first : last + 1], lookup)):
            best = hit
    return best


def _heads_a_list(token: Token) -> bool:
    """Whether a comma parts "allergy" from the name before it: "Benadryl, allergy amoxicillin"."""
    return token.joiner == "," and token.key in ("allergies", "allergy")


def _begins_salt(tokens: tuple[Token, ...], at: int, lookup: Lookup) -> bool:
    """Whether a word begins the name of another substance: "omeprazole and *sodium* bicarbonate"."""
    if tokens[at].category != "salt" or at + 1 >= len(tokens) or tokens[at + 1].category != "salt":
        return False
    return not tokens[at + 1].joiner and bool(lookup.rows(f"{tokens[at].key} {tokens[at + 1].key}"))


def _is_plus(tokens: tuple[Token, ...], at: int, lookup: Lookup) -> bool:
    """Whether "plus" may be the end of a name: no substance comes after it."""
    if tokens[at].key != "plus":
        return False
    rows = lookup.rows(tokens[at + 1].key) if at + 1 < len(tokens) else ()
    return not any(row.kind in _GENERIC or row.kind == "brand" for row in rows)


def _is_repeated(tokens: tuple[Token, ...], before: Hit, hit: Hit) -> bool:
    token = tokens[hit.first]
    return (
        before.last == hit.first
        and before.key == hit.key
        and not token.joiner
        and token.bracket == tokens[before.first].bracket
    )


def _may_begin(token: Token) -> bool:
    return token.category not in ("strength", "joiner", "symbol", "diluent", "frequency") and bool(token.key)


def _begins_product(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a time of day may begin a name ("Night Nurse", "Night Time Cough"); "at night" is no name."""
    if tokens[at].category != "frequency":
        return False
    if at + 1 < len(tokens) and tokens[at + 1].joiner == "-" and not (at and tokens[at].joiner == "-"):
        return True  # "Q-Tapp"
    if tokens[at].key not in _BEGINNINGS:
        return False
    return not at or (tokens[at - 1].key not in _BEFORE_TIMES and not tokens[at - 1].key.isdecimal())


_BEGINNINGS: Final = frozenset(["day", "daytime", "night", "nighttime", "nite"])
_BEFORE_TIMES: Final = frozenset(
    ["a", "all", "at", "by", "each", "every", "in", "last", "nightly", "one", "per", "the"]
)


def _joins(before: Token, token: Token) -> bool:
    return token.bracket == before.bracket and token.clause == before.clause and token.key != "->"


def reach(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The words around word ``at`` that may be of one name with it: the first, and the end of the last."""
    first, last = at, at + 1
    while first > 0 and _goes_on(tokens, first):
        first -= 1
    while last < len(tokens) and _goes_on(tokens, last):
        last += 1
    return first, last


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether word ``at`` may be of one name with the word before it."""
    before, token = tokens[at - 1], tokens[at]
    return (
        _joins(before, token)
        and token.joiner not in (",", ";")
        and not {before.category, token.category} & {"strength", "diluent"}
    )


def _pieces_are_names(tokens: tuple[Token, ...], lookup: Lookup) -> bool:
    pieces: list[list[str]] = [[]]
    for token in tokens:
        if token.joiner in (",", "+", "and") and pieces[-1]:
            pieces.append([])
        if token.category != "joiner":
            pieces[-1].append(token.key)
    return len(pieces) > 1 and all(words and lookup.rows(" ".join(words)) for words in pieces)


def _hit(tokens: tuple[Token, ...], first: int, last: int, words: list[str], lookup: Lookup) -> Hit | None:
    span = tokens[first:last]
    if last - first > 1 and span[-1].category == "number" and _is_count(tokens, last):
        return None
    if len(words) > 1 and is_doubled(words):
        return None
    key, method = " ".join(words), Method.EXACT
    rows = lookup.rows(key)
    if not rows:
        written = " ".join(ABBREVIATIONS.get(word, word) for word in words)
        if written != key:
            rows = lookup.rows(written)
        if not rows and len(span) > 1 and any(t.is_word for t in span) and _spacing_fits(span):
            rows, method = lookup.rows_compact(key), Method.SPACING
        if not rows and len(words) > 2 and not _TIMES.isdisjoint((words[0], words[-1])):
            rows = lookup.rows(" ".join(_time_moved(words)))
        if not rows and len(span) > 2:
            rows, method = _without_inner(span, lookup), Method.EXACT
    if not rows:
        return None
    squeezed = len(key.replace(" ", ""))
    weak = squeezed <= 3 or all(
        row.kind in ("class_term", "substance") or not _ORDINARY.isdisjoint(row.flags) for row in rows
    )
    salty = len(span) == 1 and span[0].category == "salt"
    return Hit(first, last, key, rows, method, weak, salty)


_TIMES: Final = frozenset(["daytime", "nighttime", "time"])


def _time_moved(words: Sequence[str]) -> Sequence[str]:
    """The words with the time of day at the other end ("cold and flu relief nighttime")."""
    if words[-1] in ("daytime", "nighttime"):
        return (words[-1], *words[:-1])
    if words[-1] == "time" and words[-2] in ("day", "night"):
        return (*words[-2:], *words[:-2])
    if words[0] in ("daytime", "nighttime"):
        return (*words[1:], words[0])
    return (*words[2:], *words[:2]) if words[1] == "time" and words[0] in ("day", "night") else words


def is_doubled(words: Sequence[str]) -> bool:
    """Whether the words are the same words twice ("benadryl benadryl")."""
    half, odd = divmod(len(words), 2)
    return not odd and words[:half] == words[half:]


def _without_inner(span: tuple[Token, ...], lookup: Lookup) -> tuple[Name, ...]:
    """The name that is left without a form or route word inside it ("depo-subQ provera")."""
    inner = [t for t in span[1:-1] if t.category not in ("form", "route", "company", "joiner")]
    if len(inner) == len(span) - 2 or not span[-1].is_word or not span[0].is_word:
        return ()
    return lookup.rows(" ".join(t.key for t in (span[0], *inner, span[-1])))


def _spacing_fits(span: tuple[Token, ...]) -> bool:
    """Whether the words could be one name written apart: no dose or form word at an end."""
    return span[-1].category in ("", "number") and span[0].category in ("", "number", "salt")


def _is_count(tokens: tuple[Token, ...], after: int) -> bool:
    """Whether the number before ``after`` counts what follows ("Tylenol 2 tabs")."""
    number = tokens[after - 1]
    if after >= len(tokens) or number.joiner == "#" or tokens[after - 2].key in ("no", "number"):
        return False
    following = tokens[after]
    if following.joiner in ("/", "-") and following.category in ("number", "strength"):
        return True
    if not following.joiner and following.category in _COUNTED:
        return True
    return "." in number.text

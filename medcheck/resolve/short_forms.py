"""Short forms inside slash lists ("apap/caff/cod"), read by what their partners are sold with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from medcheck.model import Method
from medcheck.resolve.spans import Hit
from medcheck.resolve.types import NameStore
from medcheck.sig import Token
from medcheck.sig.words import categories
from medcheck.text import normalize

__all__ = ["in_lists", "unread"]

_LISTED_AS: Final = {
    "dm": "dextromethorphan",
    "dph": "diphenhydramine",
    "gg": "guaifenesin",
    "pe": "phenylephrine",
    "pse": "pseudoephedrine",
}
"""Short forms that are read in a list only, and only where such a combination is known."""

_SHORTEST: Final = 3
_ORDINARY: Final = ("noise", "prose")
_NUMERIC: Final = ("number", "strength", "unit", "quantity")
_BETWEEN: Final = (*_NUMERIC, "salt", "form")


def in_lists(tokens: Sequence[Token], text: str, hits: Sequence[Hit], store: NameStore) -> list[Hit]:
    """``hits`` with the short forms read that stand in a list with them; the unfitting left out."""
    found = list(hits)
    for hit in hits:
        if _is_beginning(hit) and _neighbours(tokens, text, found, hit.first):
            partners = _partners(tokens, text, found, hit.first)
            if partners and not _fitting(store, partners, hit.key):
                if not _are_medicines(tokens, hit):
                    found.remove(hit)
            elif partners:
                found[found.index(hit)] = _read(store, hit.first, hit.key, partners) or hit
    for at, token in (
        *enumerate(tokens),
        *enumerate(tokens),
    ):  # what is read later tells more of the partners
        if any(h.first <= at < h.last for h in found) or not _may_be_short(tokens, text, at):
            continue
        partners = _partners(tokens, text, found, at)
        read = _read(store, at, token.key, partners) if partners else None
        if read is not None:
            found.append(read)
    return sorted(found, key=lambda hit: hit.first)


def _are_medicines(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether the list is one of medicines and not of what one holds: "Zofran 8 + dex 12", "Vanc/Zosyn".

    A plus sign joins it to its neighbours, or it is long enough to stand for one medicine only.
    """
    after = tokens[hit.last].joiner if hit.last < len(tokens) else ""
    start = _element(tokens, hit.first)
    if "+" in (tokens[hit.first].joiner, tokens[start].joiner, after):
        return True
    step = hit.last
    while step < len(tokens) and tokens[step].category in _BETWEEN:
        step += 1
    if step < len(tokens) and tokens[step].joiner == "+":
        return True
    return len(hit.key) > _SHORTEST and len(set(hit.target_sets)) == 1


def unread(tokens: Sequence[Token], text: str, hits: Sequence[Hit]) -> dict[int, list[str]]:
    """The words of each hit's list (by the place of the hit) that are not read."""
    found: dict[int, list[str]] = {}
    for at, token in enumerate(tokens):
        if not token.key.isalpha() or not (token.is_word or _may_be_short(tokens, text, at)):
            continue
        if any(h.first <= at < h.last for h in hits):
            continue
        for hit in _neighbours(tokens, text, hits, at):
            words = found.setdefault(hit.first, [])
            if token.text not in words:
                words.append(token.text)
    return found


def _is_beginning(hit: Hit) -> bool:
    """Whether a name is only the beginning of what it stands for ("lev"), and so may be of another."""
    short = len(hit.key) <= 4 and hit.weak and all(row.kind == "abbreviation" for row in hit.rows)
    return short and any(t.startswith(hit.key) for targets in hit.target_sets for t in targets)


def _may_be_short(tokens: Sequence[Token], text: str, at: int) -> bool:
    token = tokens[at]
    if token.key in _LISTED_AS:
        return True
    if len(token.key) < _SHORTEST or not token.key.isalpha():
        return False
    return token.is_word or (categories().get(token.key) in _ORDINARY and _is_slashed(text, token))


def _is_slashed(text: str, token: Token) -> bool:
    """Whether an ordinary word stands in a list without spaces, as in no sentence ("apap/but")."""
    return text[token.start - 1 : token.start] == "/" or text[token.end : token.end + 1] == "/"


def _ties(tokens: Sequence[Token], text: str, at: int) -> bool:
    """Whether word ``at`` is joined to what stands before it as a part of one combination."""
    before, token = tokens[at - 1], tokens[at]
    if before.bracket != token.bracket or before.clause != token.clause:
        return False
    gap = text[before.end : token.start]
    if token.joiner == "-":
        return gap == "-" and before.category not in _NUMERIC
    if token.joiner not in ("/", "+"):
        return False
    return before.category not in _NUMERIC or " " in gap


def _chain(tokens: Sequence[Token], text: str, at: int) -> tuple[int, int]:
    """The words of the list that word ``at`` stands in: the first, and the end of the last."""
    first = last = at
    while (start := _element(tokens, first)) > 0 and _ties(tokens, text, start):
        first = start - 1
    first = _element(tokens, first)
    while last + 1 < len(tokens):
        step = last + 1
        while step < len(tokens) and tokens[step].category in _BETWEEN and not tokens[step].joiner:
            step += 1
        if step >= len(tokens) or not _ties(tokens, text, step):
            break
        last = step
    return first, last + 1


def _element(tokens: Sequence[Token], at: int) -> int:
    """The first word of the part of a list that ends at word ``at`` ("Acetaminophen 300 MG")."""
    while at > 0 and tokens[at].category in _BETWEEN and not tokens[at].joiner:
        at -= 1
    return at


def _neighbours(tokens: Sequence[Token], text: str, hits: Sequence[Hit], at: int) -> list[Hit]:
    first, last = _chain(tokens, text, at)
    return [
        h for h in hits if h.first < last and first < h.last and not h.first <= at < h.last and not h.is_class
    ]


def _partners(tokens: Sequence[Token], text: str, hits: Sequence[Hit], at: int) -> frozenset[str]:
    """The ingredients beside word ``at`` in its list; none if they are not certain."""
    found: set[str] = set()
    for hit in _neighbours(tokens, text, hits, at):
        if _is_beginning(hit):
            continue
        if len(set(hit.target_sets)) != 1:
            return frozenset()
        found |= hit.target_sets[0]
    return frozenset(found)


def _fitting(store: NameStore, partners: frozenset[str], key: str) -> set[str]:
    """The ingredients that begin with ``key`` and are sold together with all of the partners."""
    found = set()
    for row in store.names_of_ingredient(min(partners, key=len)):
        if row.target_kind != "ingredients" or not partners < frozenset(row.targets):
            continue
        for target in row.targets:
            if target not in partners and target not in found and _begins(store, target, key):
                found.add(target)
    return {t for t in found if not any(t.startswith(f"{other} ") for other in found)}


def _begins(store: NameStore, target: str, key: str) -> bool:
    known = store.ingredient(target)
    if known is None or known.status != "marketed":
        return False
    if key in _LISTED_AS:
        return target == _LISTED_AS[key]
    return str(normalize(target)).startswith(key) or str(normalize(known.us_name)).startswith(key)


def _read(store: NameStore, at: int, key: str, partners: frozenset[str]) -> Hit | None:
    if len(key) < _SHORTEST and key not in _LISTED_AS:
        return None
    fitting = _fitting(store, partners, key)
    if len(fitting) != 1:
        return None
    (target,) = fitting
    rows = tuple(row for row in store.names(normalize(target)) if row.targets == (target,))
    return Hit(at, at + 1, key, rows, Method.EXACT, False, False) if rows else None

"""What a spelling error costs: cheap where people, keyboards and scanners do err, dear elsewhere.

Distance is counted in whole edits (optimal string alignment: a letter lost, added or
changed, or two neighbours swapped). Of two names equally many edits away the one that a
likelier error reaches is the nearer, so each kind of edit has a cost between 0.2 and 1.3.

A kind costs the less, the more often it stands between a real misspelling and its drug than
between the names of two different drugs: about ``0.8 - 0.15 * log(odds)``. Two neighbours
swapped and a vowel lost are nearly always slips; another consonant, another first letter or
another ending are what tells drugs apart. ``benchmarks/kinds.py`` prints the odds anew.
"""

from __future__ import annotations

from itertools import pairwise

__all__ = ["FAR", "cost"]

FAR = 9.0
"""The cost of two spellings that are more than two edits apart."""

_VOWELS = frozenset("aeiouy")

_SWAPPED = 0.35
_EXCHANGED = 1.0
"""Two letters around a third ("midalozam"): two edits, one slip."""
_DOUBLED = 0.5
_VOWEL_LOST = 0.5
_H_LOST = 0.6
_CONSONANT_LOST = 0.7
_LAST_E_LOST = 0.7
_LAST_LOST = 1.15
_VOWEL_CHANGED = 0.65
_SOUND = 0.6
_NEIGHBOUR = 0.8
_CHANGED = 1.05
_FIRST = 0.35
"""Added when the first letter is lost, gained or changed: it is seldom wrong."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _both_ways(pairs: str, price: float) -> dict[str, float]:
    return {p: price for pair in pairs.split() for p in (pair, pair[::-1])}


_SUBSTITUTIONS: dict[str, float] = {
    **{x + y: _VOWEL_CHANGED for x in _VOWELS for y in _VOWELS if x != y},
    **_both_ways(" ".join(x + y for row in _ROWS for x, y in pairwise(row) if {x, y} - _VOWELS), _NEIGHBOUR),
    **_both_ways("mn td pb vf gk vw lr gj gq", _NEIGHBOUR),
    **_both_ways("ck cs sz kq kx gj iy", _SOUND),
    **_both_ways("0o 1l 1i 5s 8b 6b 2z", 0.2),
}  # fmt: skip

_DIGRAPHS: dict[tuple[str, str], float] = {
    ("f", "ph"): 0.3, ("k", "ch"): 0.6, ("k", "ck"): 0.4, ("c", "ck"): 0.4, ("x", "ks"): 0.5,
    ("x", "cs"): 0.5, ("s", "sc"): 0.5, ("z", "tz"): 0.6, ("m", "rn"): 0.2, ("w", "vv"): 0.2,
}  # fmt: skip


def cost(a: str, b: str, edits: int = 2) -> float:
    """The least total cost of at most ``edits`` edits (0 to 2) that turn ``a`` into ``b``; symmetric.

    0 if the two are equal, :data:`FAR` if they are further apart.

    >>> cost("seroquil", "seroquel")
    0.65
    >>> cost("serokuel", "seroquel"), cost("serotuel", "seroquel"), cost("zeroquel", "seroquel")
    (0.6, 1.05, 0.95)
    >>> cost("amfetamine", "amphetamine"), cost("midalozam", "midazolam")
    (0.3, 1.0)
    """
    found = _least(a, b, 0, 0, edits)
    return found if found == FAR else round(found, 4)


def _least(a: str, b: str, i: int, j: int, edits: int) -> float:
    """The least cost of at most ``edits`` edits that turn ``a[i:]`` into ``b[j:]``."""
    size_a, size_b = len(a), len(b)
    while i < size_a and j < size_b and a[i] == b[j]:
        i += 1
        j += 1
    if i == size_a and j == size_b:
        return 0.0
    if not edits or abs((size_a - i) - (size_b - j)) > edits:
        return FAR
    if edits == 1:
        return _last_edit(a, b, i, j)
    best = FAR
    if i < size_a:
        best = min(best, _lost(a, i) + _least(a, b, i + 1, j, 1))
    if j < size_b:
        best = min(best, _lost(b, j) + _least(a, b, i, j + 1, 1))
    if i < size_a and j < size_b:
        x, y = a[i], b[j]
        best = min(best, _changed(x, y, i) + _least(a, b, i + 1, j + 1, 1))
        first_a, first_b = a[i : i + 2], b[j : j + 2]
        if first_a == first_b[::-1]:
            best = min(best, _SWAPPED + (0 if i else _FIRST) + _least(a, b, i + 2, j + 2, 1))
        elif a[i : i + 3] == b[j : j + 3][::-1] and a[i + 3 :] == b[j + 3 :]:
            best = min(best, _EXCHANGED + (0 if i else _FIRST))
        best = min(best, _digraph(a, b, i, j), _digraph(b, a, j, i))
    return best


def _last_edit(a: str, b: str, i: int, j: int) -> float:
    """The cost of the one edit that turns ``a[i:]`` into ``b[j:]``, which begin differently."""
    after_a, after_b = a[i + 1 :], b[j + 1 :]
    if after_a == after_b and i < len(a) and j < len(b):
        return _changed(a[i], b[j], i)
    if i < len(a) and after_a == b[j:]:
        return _lost(a, i)
    if j < len(b) and after_b == a[i:]:
        return _lost(b, j)
    if a[i : i + 2] == b[j : j + 2][::-1] and a[i + 2 :] == b[j + 2 :]:
        return _SWAPPED + (0 if i else _FIRST)
    return FAR


def _digraph(one: str, two: str, i: int, j: int) -> float:
    """The cost where a letter of ``one`` stands for two letters of ``two``, which count as two edits.

    The two spellings may agree on the first of the two letters ("ck" for "c" does), so the
    letter before the first difference is looked at too.
    """
    best = FAR
    for back in (0, 1) if i and j else (0,):
        at, start = i - back, j - back
        price = _DIGRAPHS.get((one[at], two[start : start + 2]))
        if price is not None and one[at + 1 :] == two[start + 2 :]:
            best = min(best, price)
    return best


def _lost(text: str, at: int) -> float:
    """The cost of the letter ``text[at]`` having no partner in the other spelling."""
    letter = text[at]
    if not at:
        return (_DOUBLED if text[1:2] == letter else _CONSONANT_LOST) + _FIRST
    last = at + 1 == len(text)
    if text[at - 1] == letter or (not last and text[at + 1] == letter):
        return _DOUBLED
    if last:
        return _LAST_E_LOST if letter == "e" else _LAST_LOST
    if letter in _VOWELS:
        return _VOWEL_LOST
    return _H_LOST if letter == "h" else _CONSONANT_LOST


def _changed(x: str, y: str, at: int) -> float:
    """The cost of one letter standing for another; ``at`` is its place."""
    price = _SUBSTITUTIONS.get(x + y, _CHANGED)
    return price if at else price + _FIRST

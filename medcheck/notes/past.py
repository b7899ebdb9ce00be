"""Whether what was taken is past: long ago, at first only, or for a time that is over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from medcheck.notes.words import words as _words

__all__ = ["COUNTS", "MUCH", "is_past"]

_PAST_VERBS: Final = _words(
    """
    controlled given had helped managed overdose overdosed prescribed received relieved took treated used
    using
    """
)
_TIMES_PAST: Final = (
    ("as", "a", "baby"),
    ("as", "a", "boy"),
    ("as", "a", "child"),
    ("as", "a", "girl"),
    ("as", "a", "kid"),
    ("as", "a", "student"),
    ("as", "a", "teen"),
    ("as", "a", "teenager"),
    ("as", "a", "young", "adult"),
    ("as", "a", "young", "man"),
    ("as", "a", "young", "woman"),
    ("as", "an", "adolescent"),
    ("as", "an", "infant"),
    ("at", "age"),
    ("at", "one", "point"),
    ("at", "one", "stage"),
    ("at", "one", "time"),
    ("at", "that", "time"),
    ("at", "the", "age"),
    ("at", "university"),
    ("decades", "ago"),
    ("during", "adolescence"),
    ("during", "childhood"),
    ("for", "the", "first", "attack"),
    ("for", "the", "first", "episode"),
    ("in", "adolescence"),
    ("in", "childhood"),
    ("in", "college"),
    ("in", "early", "childhood"),
    ("in", "high", "school"),
    ("in", "infancy"),
    ("in", "the", "past"),
    ("high", "school", "years"),
    ("college", "years"),
    ("in", "younger", "days"),
    ("on", "a", "previous", "occasion"),
    ("on", "one", "occasion"),
    ("years", "ago"),
    ("years", "back"),
    ("years", "earlier"),
)
_STILL: Final = frozenset(("has", "have", "is", "are"))
_LAST_OF_TIMES: Final = frozenset(time[-1] for time in _TIMES_PAST)
_LONG_PAST: Final = {t[0]: tuple(u for u in _TIMES_PAST if u[0] == t[0]) for t in _TIMES_PAST}
_SEASONS: Final = _words(
    """
    april august autumn december fall february january july june march november october september spring
    summer winter
    """
)
_WHOSE: Final = _words("early her his late mid my the their")
_AGES: Final = _words(
    """
    20s 30s 40s 50s 60s 70s adolescence childhood eighties fifties forties nineties sixties seventies teens
    thirties twenties youth
    """
)
_DURING: Final = _words("during for in throughout with")
_PERIODS: Final = _words("marriage pregnancies pregnancy schooldays")
_ORDINALS: Final = _words("all both earlier first fourth last other previous prior second third")


def is_past(
    phrase: Sequence[str], words: Sequence[str], first: int, last: int, clauses: Sequence[int]
) -> bool:
    """Whether a rule about taking, found at words ``first`` to ``last``, speaks of the past.

    >>> is_past(("took",), "he took ritalin for two years".split(), 1, 2, [0] * 6)
    True
    """
    if _TENSED.isdisjoint(phrase) or not _REPLACING.isdisjoint(phrase):
        return False
    begin, end = bisect_left(clauses, clauses[first]), bisect_right(clauses, clauses[first])
    clause = words[begin:end]
    if not _LIVED.isdisjoint(phrase) and _over_the_years(clause):
        return True
    if not _PAST_VERBS.isdisjoint(phrase) and phrase[0] not in _STILL and _is_long_past(clause):
        return True
    verb = next((word for word in reversed(words[first:last]) if word in _COURSES), None)
    if verb is None:
        return False
    if verb not in _OPENED and _is_former(
        words[max(begin, first - 3) : last], words[max(begin, first - 1) : last]
    ):
        return True
    if _is_perfect(words, first) or not _is_told(verb, words, first, last):
        return False
    return _is_over(verb, words, last, end) or _is_first(verb, words, first, last, begin, end)


def _over_the_years(clause: Sequence[str]) -> bool:
    at = next((n for n, pair in enumerate(pairwise(clause)) if pair == ("the", "years")), 0)
    return at > 0 and clause[at - 1] in ("down", "over", "through", "throughout")


def _is_former(near: Sequence[str], beside: Sequence[str]) -> bool:
    """Whether a word says that it was once: "had previously been given", "he once took"."""
    return (not _FORMERLY.isdisjoint(near) or "once" in beside) and _PRESENT.isdisjoint(near)


def _is_long_past(clause: Sequence[str]) -> bool:
    """ "As a child he took", "was treated with it in 1995", "took it in her twenties"."""
    for before, after in pairwise(clause):
        if before == "in" and len(after) == 4 and after.isdecimal() and after[:2] in ("19", "20"):
            return True
        if before == "the" and after[-2:] == "0s" and after[:-1].isdecimal() and len(after) == len("1990s"):
            return True
        if before == "last" and after in _SEASONS:
            return True
    for at in range(2, len(clause)):
        whose = _WHOSE if clause[at] in _AGES else _ORDINALS if clause[at] in _PERIODS else ()
        if clause[at - 1] in whose and not _DURING.isdisjoint(clause[max(0, at - 3) : at]):
            return True
    if _LAST_OF_TIMES.isdisjoint(clause):
        return False
    return any(
        tuple(clause[at : at + len(time)]) == time
        for at, word in enumerate(clause)
        for time in _LONG_PAST.get(word, ())
    )


_REPLACING: Final = frozenset(("over", "place"))
"""Of what took over from another and is used since."""
_LIVED: Final = _words("been given had received taken treated tried used")
_PRESENT: Final = frozenset(("are", "be", "is"))
_FORMERLY: Final = _words("briefly formerly previously")
_COURSES: Final = _words(
    """
    begun bridged commenced controlled covered given had helped kept maintained managed placed prescribed put
    received relieved responded stabilized started taking took treated tried used
    """
)
_ACTIVE: Final = _words("had received responded took used")
_HAVING: Final = _words("are be been being has have having is")
_PASSED: Final = _words("also always been both even ever just previously recently successfully then well")
_BE: Final = _words("was were been got")


def _is_perfect(words: Sequence[str], first: int) -> bool:
    """Whether the verb is no simple past: "has taken", "is treated", "will be treated"."""
    at = first - 1
    while at >= 0 and words[at] in _PASSED and first - at < 5:
        at -= 1
    return at >= 0 and words[at] in _HAVING


def _is_told(verb: str, words: Sequence[str], first: int, last: int) -> bool:
    """Whether a participle has its "was": "hypertension treated with" goes on."""
    return verb in _ACTIVE or not _BE.isdisjoint(words[max(0, first - 3) : last])


_UNITS: Final = _words(
    "days decades evenings months night nights week weeks weekend year years month while time"
)
MUCH: Final = _words(
    """
    a about almost altogether an another approximately around at barely couple few good good just least less
    long many more nearly of only over roughly several short some than the total up to well
    """
)
COUNTS: Final = _words(
    """
    one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty
    """
)
_ENDS_COURSE: Final = _words("are currently continues has have is now remains since still")
_TENSED: Final = _PAST_VERBS | _LIVED | _COURSES
_SHORT_COURSES: Final = _words("given prescribed put placed started begun commenced")


def _is_over(verb: str, words: Sequence[str], last: int, end: int) -> bool:
    """Whether a length of time closes the course: "for about six months"."""
    for at in range(last, min(end, last + 20)):
        if words[at] in _ENDS_COURSE:
            return False
        if words[at] != "for":
            continue
        unit = at + 1
        while unit < end and (words[unit] in MUCH or words[unit] in COUNTS or words[unit].isdecimal()):
            unit += 1
        if unit >= end or words[unit] not in _UNITS or unit - at > 7:
            continue
        if words[unit + 1 : unit + 2] in (["now"], ["of"], ["old"]):
            return False
        if verb in _SHORT_COURSES and words[unit] not in ("months", "years", "while", "time"):
            return False
        return verb not in ("started", "begun", "commenced", "put", "placed")
    return False


_INITIALLY: Final = _words("initially originally")
_FIRSTLY: Final = _words("given helped managed treated tried used")
_AT_FIRST: Final = frozenset(
    (("at", "first"), ("early", "on"), ("to", "begin"), ("the", "outset"), ("the", "beginning"))
)
_OPENED: Final = _words("begun commenced placed prescribed put started")
_OPEN: Final = _OPENED | _words("given received")
_NEXT: Final = _words(
    """
    changed converted crossed followed later narrowed replaced subsequently switched then transitioned
    """
)
_MORE: Final = _words(
    """
    bumped continues continued doubled escalated increased increasing raised still stayed titrated
    uptitrated titrating remained remains
    """
)


def _is_first(verb: str, words: Sequence[str], first: int, last: int, begin: int, end: int) -> bool:
    """Whether the course was only the first one: "was initially helped by", "was first treated with"."""
    near = words[max(begin, first - 2) : last + 3]
    early = not _INITIALLY.isdisjoint(near) or not _INITIALLY.isdisjoint(words[begin : begin + 1])
    if not early and verb in _FIRSTLY:
        early = "first" in words[max(begin, first - 2) : last]
    if not early:
        early = any(pair in _AT_FIRST for pair in pairwise(words[max(begin, first - 8) : first]))
    if not early:
        early = ("that", "time") in pairwise(words[last : last + 6])
    if not early:
        return False
    rest = words[last:]
    if not _MORE.isdisjoint(rest):
        return False
    return verb not in _OPEN or not _NEXT.isdisjoint(rest)

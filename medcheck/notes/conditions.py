"""Words round a rule that change what it says: a condition, a future, a list it opens."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from medcheck.model import Exposure
from medcheck.notes.words import words as _words

__all__ = [
    "asks_others",
    "is_at_admission",
    "is_beginning",
    "is_far",
    "is_half_switch",
    "is_no_allergy",
    "is_past_time",
    "is_single_dose",
    "is_supposed",
    "is_to_come",
    "is_weak",
    "passes_on",
]

_PASSED_OVER: Final = _words(
    """
    course dose doses include included includes including infusion mcg mg prescription prescriptions
    script tablet tablets trial trials
    """
)
"""First words of rules that say nothing against a rule before them: "declined a dose of"."""

_VERBS: Final = _words(
    """
    giving receiving take taking to try trying use used using
    """
)


_WITHOUT: Final = frozenset(("no", "to", "with", "without"))


def is_single_dose(phrase: Sequence[str], words: Sequence[str], first: int) -> bool:
    """Whether only a dose more was "without effect": "took an extra half of it, with no relief"."""
    return phrase[0] in _WITHOUT and not _SINGLE.isdisjoint(words[max(0, first - 16) : first])


_SINGLE: Final = _words("additional another extra second")


def passes_on(phrase: Sequence[str], gap: int) -> bool:
    """Whether a rule ``gap`` words after another leaves what that says: "consider using"."""
    return (phrase[0] in _PASSED_OVER and gap <= _NEAR) or (phrase[0] in _VERBS and gap == 0)


_NEAR: Final = 2
_BEGUN: Final = _words(
    """
    administered began begun changed commenced covered given initiated loaded placed prescribed put
    receive received receiving started switched taking transitioned treated use using
    """
)
_BEGINNINGS: Final = _words(
    """
    began begun commenced initiated placed put start started starting
    """
)
_PAST_TIMES: Final = _words(
    """
    ago back earlier
    """
)


def is_beginning(phrase: Sequence[str]) -> bool:
    """Whether a rule says that something was begun."""
    return not _BEGINNINGS.isdisjoint(phrase)


def is_past_time(phrase: Sequence[str]) -> bool:
    """Whether a rule is only a time: what was begun "two years ago" is not stopped."""
    return phrase[-1] in _PAST_TIMES


def is_far(phrase: Sequence[str], gap: int) -> bool:
    """Whether a rule stands too far behind to be about the medicine: "until" ten words on."""
    return (phrase == ("until",) and gap > 2 * _NEAR) or (phrase[-1] == "due" and gap > _NEAR)


def is_weak(phrase: Sequence[str]) -> bool:
    """Whether a rule only names the use of something, or its dates: "denies NSAID use"."""
    return phrase[-1] in ("abuse", "dates", "use")


_CHARTED: Final = _words("charted ordered prescribed written")


def leaves(phrase: Sequence[str], ahead: Exposure) -> bool:
    """Whether a rule behind a medicine leaves what one ahead of it says: "on it at home - not charted"."""
    if ahead is Exposure.TAKING:
        return phrase[0] == "not" and not _CHARTED.isdisjoint(phrase[1:3])
    return is_weak(phrase) and ahead in _ENDED


_ENDED: Final = (Exposure.STOPPED, Exposure.TAPERING, Exposure.ALLERGY, Exposure.NEGATED)
_ORDERED: Final = _words("discontinue discontinued held hold stop stopped withheld")


def is_supposed(phrase: Sequence[str], words: Sequence[str], first: int) -> bool:
    """Whether something would only be stopped in a case that may come: "if she bleeds, stop it".

    >>> is_supposed(("stop",), "if she bleeds stop eliquis".split(), 3)
    True
    """
    if phrase[-1] not in _ORDERED or words[:1] not in (["if"], ["should"]) or first < 3:
        return False
    return phrase[-1] in ("discontinue", "hold", "stop") or words[first - 1] == "be"


_ON: Final = (("on",), ("patient", "on"), ("pt", "on"))
_PUT: Final = frozenset(("keep", "place", "put", "restart", "start", "try"))
_ALWAYS_TO_COME: Final = frozenset(("restart", "start"))
_BETWEEN: Final = _words(
    """
    also be been empirically just likely need now probably then to
    """
)
_TO_COME: Final = _words(
    """
    will shall should would ll plan plans planning going
    """
)


def is_to_come(phrase: Sequence[str], words: Sequence[str], first: int) -> bool:
    """Whether a rule about taking speaks of the future: "will be treated with".

    >>> is_to_come(("treated", "with"), "she will be treated with".split(), 3)
    True
    """
    if phrase in _ON:
        first = next((at for at in range(first - 1, max(-1, first - 6), -1) if words[at] in _PUT), 0)
        if words[first] in _ALWAYS_TO_COME:
            return True
    elif phrase[0] not in _BEGUN:
        return False
    at = first - 1
    while at >= 0 and first - at < 4 and words[at] in _BETWEEN:
        at -= 1
    return at >= 0 and words[at] in _TO_COME


_OTHERS: Final = frozenset(("anybody", "anyone"))


def asks_others(words: Sequence[str], first: int) -> bool:
    """Whether a question to others what they take stands before a rule: "anyone here tried".

    >>> asks_others("has anyone switched to".split(), 2), asks_others("anyone else on".split(), 2)
    (True, False)
    """
    near = words[max(0, first - 4) : first]
    return not _OTHERS.isdisjoint(near) and "else" not in near


_CASES: Final = frozenset(("if", "unless"))
_GERMS: Final = _words(
    """
    bacteria bacterial coli cfu colonies culture cultures enterococcus gram grew growing grows isolate
    isolates klebsiella mrsa mssa organism organisms proteus pseudomonas staph staphylococcus strep
    streptococcus
    """
)


def is_no_allergy(phrase: Sequence[str], words: Sequence[str], first: int) -> bool:
    """Whether a rule about allergy says none: germs are sensitive too, and "if not tolerated" is a case."""
    if phrase[0] in ("sensitive", "sensitivity") and not _GERMS.isdisjoint(words):
        return True
    if phrase[0] in _DOES and not _OPINIONS.isdisjoint(words[max(0, first - 8) : first]):
        return True
    return not _CASES.isdisjoint(words[max(0, first - 2) : first])


_DOES: Final = _words("causes give gives makes upsets")
_OPINIONS: Final = _words("believes complains feels suspects thinks wonders worries")


_WAS_ON: Final = (
    *(("was", "on"), ("was", "taking"), ("had", "been", "on"), ("had", "been", "taking")),
    *(("had", "been", "using"), ("had", "been", "receiving"), ("had", "been", "getting")),
)
_AT_ADMISSION: Final = frozenset(
    (
        *(("on", "admission"), ("at", "home"), ("to", "admission"), ("on", "arrival"), ("at", "baseline")),
        *(("on", "presentation"), ("to", "presentation"), ("to", "arrival"), ("as", "outpatient")),
    )
)


def is_at_admission(phrase: tuple[str, ...], words: Sequence[str], last: int) -> bool:
    """Whether "was on" only says what was taken when the patient came."""
    return phrase in _WAS_ON and any(pair in _AT_ADMISSION for pair in pairwise(words[last : last + 30]))


_SWITCHED: Final = frozenset(("by", "to", "with"))


def is_half_switch(phrase: Sequence[str], last: int, mentions: Sequence[tuple[int, int]]) -> bool:
    """Whether "changed to" has no other medicine after it: "was changed to oral"."""
    return phrase[-1] in _SWITCHED and not any(last <= first <= last + 4 for first, _ in mentions)

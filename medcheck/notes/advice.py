"""Advice that no fixed phrase tells: "was not felt to be indicated", "would be our next option"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from medcheck.model import Exposure
from medcheck.notes.courses import Finder, Places, Told
from medcheck.notes.words import words as _words

__all__ = ["ADVICE", "SAME"]

_NOT: Final = _words("not dont didnt never doesnt cannot")
_BE: Final = _words("are is was were be been")
_VERBS: Final = _BE | _words("and or therapy treatment will would")
_FITTING: Final = _words(
    """
    advisable appropriate indicated justified necessary needed required safe sensible suitable warranted wise
    worthwhile
    """
)
_FIT: Final = _FITTING | _words("beneficial benefit help helpful interest interests useful")
_STOP: Final = _words("discontinue discontinuing hold holding off stop stopping")
_CHANGE: Final = _words(
    """
    adjust adjusting adjustment and another but change changes changing decrease different dose help
    higher increase increased increasing less lower more reduce reducing refill switch taper
    """
)
_NEEDS: Final = _words("benefit case indication need needed needs place require requires role should")


def _judged(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Was not felt to be indicated", "do not think she needs it"; at the verb of opinion."""
    no = next((i for i in range(at - 1, max(-1, at - 3), -1) if words[i] in _NOT), -1)
    if no < 0:
        return None
    following = next((place for place in mentions if at < place[0] < at + 14), None)
    if no and words[no - 1] in _BE:
        fit = next((i for i in range(at + 1, min(len(words), at + 8)) if words[i] in _FIT), len(words))
        if fit < (following[0] if following else len(words)):
            return Told(no - 1, fit + 1, Exposure.NEGATED, False, "subject")
    if following is None:
        return None
    between = words[at + 1 : following[0]]
    if not _STOP.isdisjoint(between):
        return Told(no, following[0], Exposure.TAKING, True)
    if not _CHANGE.isdisjoint(between):
        return None
    if not _NEEDS.isdisjoint(between):
        return Told(no, following[0], Exposure.NEGATED, True)
    rest = words[following[1] : following[1] + 7]
    if not rest or rest[0] not in _VERBS or _FITTING.isdisjoint(rest):
        return None
    return Told(no, at + 1, Exposure.NEGATED, True)


_MODALS: Final = _words("can could may might should will would")
_DETS: Final = _words("a also an another her his my one our probably the their perhaps still")
_BAD: Final = _words("bad inferior last not poor wrong unsafe unwise")


def _option(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Would be our next option", "might be a poor choice"; at the noun."""
    if words[at] == "fall" and words[at + 1 : at + 2] != ["back"]:
        return None
    det = at - 1
    while det > 0 and at - det < 5 and words[det] != "be":
        det -= 1
    if det < 1 or words[det] != "be" or words[det - 1] not in (*_MODALS, "probably", "also", "then", "not"):
        return None
    if not any(word in _DETS for word in words[det + 1 : det + 3]):
        return None
    if any(det < a < at for a, _ in mentions):
        return None
    exposure = Exposure.PLANNED if _BAD.isdisjoint(words[det - 1 : at]) else Exposure.NEGATED
    return Told(det - 1, at + 1, exposure, False, "subject")


SAME: Final = _words("applies goes holds true")
_INCLUDES: Final = _words("applied applies include included includes")


def _this(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "This includes A": what the words before say; at "this"."""
    verb = at + 1 + (words[at + 1 : at + 2] == ["also"])
    if at == 0 or verb >= len(words) or words[verb] not in _INCLUDES:
        return None
    return Told(at, verb + 1 + (words[verb + 1 : verb + 2] == ["to"]), Exposure.UNKNOWN, True)


_FOR: Final = _words("for of to with")


def _same(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "The same goes for A": what the words before say; at "same"."""
    verb = next((i for i in range(at + 1, min(len(words), at + 4)) if words[i] in SAME), -1)
    if verb < 0 or verb + 1 >= len(words) or words[verb + 1] not in _FOR:
        return None
    return Told(at, verb + 2, Exposure.UNKNOWN, True)


_EXCEPTING: Final = {
    "apart": ("from",),
    "aside": ("from",),
    "but": (),
    "except": ("for",),
    "exception": ("of",),
    "excluding": (),
    "other": ("than",),
    "save": ("for",),
}
_OPTIONAL: Final = ("except", "save", "but", "excluding")
_NOTHING: Final = _words("any anything denied denies never no none not nothing off stopped without")
_ALLERGIES: Final = _words("allergic allergies allergy intolerances nka nkda reactions sensitivities")
_GO_ON: Final = _words("continue continued restart resume resumed")
_ALL: Final = _words("all every everything")


def _excepting(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "No allergies other than A", "nothing but A", "resume everything except A"; at the exception."""
    link = _EXCEPTING[words[at]]
    linked = bool(link) and tuple(words[at + 1 : at + 2]) == link
    if not linked and words[at] not in _OPTIONAL:
        return None
    before = words[max(0, at - 10) : at]
    if words[at] == "but" and before[-1:] not in (["nothing"], ["anything"], ["everything"], ["none"]):
        return None
    place = next((place for place in mentions if place[0] > at), None)
    if place is None or place[0] - at > 5 or not before:
        return None
    last = at + 1 + linked
    if not _ALLERGIES.isdisjoint(before):
        told = not _NOTHING.isdisjoint(before) or "nkda" in before or "nka" in before
        return Told(at, last, Exposure.ALLERGY, True) if told else None
    if not _ALL.isdisjoint(before) and not _GO_ON.isdisjoint(before):
        return Told(at, last, Exposure.STOPPED, True)
    return Told(at, last, Exposure.TAKING, True) if not _NOTHING.isdisjoint(before) else None


def _without(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Use A with or without B": what is said of A; at "without"."""
    if at < 2 or words[at - 1] != "or" or words[at - 2] != "with":
        return None
    return Told(at - 2, at + 1, Exposure.UNKNOWN, True)


ADVICE: Final[dict[str, Finder]] = {
    **dict.fromkeys(_EXCEPTING, _excepting),
    "same": _same,
    "this": _this,
    "without": _without,
    **dict.fromkeys(_words("believe believed considered deemed feel felt judged think thought"), _judged),
    **dict.fromkeys(
        _words("alternative alternatives choice consideration fall fallback option options possibility step"),
        _option,
    ),
}
"""What looks round a word, by the word."""

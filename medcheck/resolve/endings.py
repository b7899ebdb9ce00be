"""What rules say of a medicine with a course or a standing order: an end to come, a dose not given."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from medcheck.exposure import Cue, CueHit, are_falling
from medcheck.model import Exposure
from medcheck.resolve.another_pack import is_of
from medcheck.resolve.spans import Hit
from medcheck.resolve.types import NameStore
from medcheck.sig import Token

__all__ = ["with_endings"]

_ENDS: Final = frozenset(
    [
        ("d", "c"), ("dc",), ("discontinue",), ("off",), ("quit",), ("stop",), ("stop", "taking"),
        ("then", "off"),
    ]
)  # fmt: skip
"""Rules that tell of an end, as an order and not as what was."""

_LOWERING: Final = frozenset(
    [
        "cut", "decrease", "decreased", "decreasing", "down", "drop", "halve", "lower", "lowered",
        "lowering", "reduce", "reduced", "reducing",
    ]
)  # fmt: skip

_NOT_GIVEN: Final = frozenset([("not", "given"), ("was", "not", "given")])
_WHEN_NEEDED: Final = frozenset(["needed", "prn"])

_NOW: Final = frozenset(["currently", "now"])

_DOSED: Final = ("frequency", "number", "strength", "unit")

_TAKEN_ON: Final = ("antidepressant", "dopamine_agonist")
"""Groups that nobody takes for a few days only: such a course is the last step of a longer one."""

_DAYS: Final = {"d": 1, "day": 1, "days": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7}
_FEW_DAYS: Final = 28


def with_endings(
    tokens: Sequence[Token], hits: Sequence[Hit], store: NameStore, cues: tuple[CueHit, ...]
) -> tuple[CueHit, ...]:
    """``cues``, those told as tapering with which a falling dose ends: "50 mg for 2 weeks, then off".

    And nothing is said by a dose not given of what is ordered several times ("500 mg BID (not given)").
    """
    cues = tuple(_tried(tokens, hits, c) for c in _in_turn(tokens, hits, cues))
    if not any(c.cue.phrase in _ENDS or c.cue.phrase in _NOT_GIVEN for c in cues):
        return cues
    return tuple(_told(tokens, hits, store, c) for c in cues)


def _in_turn(tokens: Sequence[Token], hits: Sequence[Hit], cues: tuple[CueHit, ...]) -> tuple[CueHit, ...]:
    """``cues`` with those of a row that ends in what is taken now: "A then B then C, now on D"."""
    starts = {hit.first for hit in hits}
    now = next((c for c in cues if c.cue.exposure is Exposure.TAKING and c.cue.phrase[0] in _NOW), None)
    if now is None or now.last not in starts:
        return cues
    places = [
        at
        for at, t in enumerate(tokens[: now.first])
        if t.key == "then" and at + 1 in starts and any(h.last <= at for h in hits)
    ]
    if not places:
        return cues
    turn = [CueHit(at, at + 1, Cue(("then",), Exposure.STOPPED, "after", "turn")) for at in places]
    turn.append(
        CueHit(now.first, now.last, now.cue._replace(exposure=Exposure.STOPPED, side="after", reach="turn"))
    )
    return tuple(sorted([*cues, *turn], key=lambda c: c.first))


def _tried(tokens: Sequence[Token], hits: Sequence[Hit], found: CueHit) -> CueHit:
    """ "Tried A, B, C" is of them all, but "tried A, B 10 mg daily" of the first alone."""
    if found.cue.phrase[-1] != "tried" or found.cue.exposure is not Exposure.STOPPED:
        return found
    later = {tokens[h.first].piece for h in hits if h.first >= found.last} - {tokens[found.first].piece}
    if any(t.piece in later and t.category in _DOSED for t in tokens):
        return found._replace(cue=found.cue._replace(reach="next"))
    return found


def _told(tokens: Sequence[Token], hits: Sequence[Hit], store: NameStore, found: CueHit) -> CueHit:
    if found.cue.phrase not in _ENDS and found.cue.phrase not in _NOT_GIVEN:
        return found
    clause = tokens[found.first].clause
    before = [h for h in hits if h.last <= found.first and tokens[h.first].clause == clause]
    if not before:
        return found
    hit = max(before, key=lambda h: h.first)
    between = tokens[hit.last : found.first]
    said = [t.key for t in between]
    if found.cue.phrase in _NOT_GIVEN:
        ordered = any(t.category == "frequency" for t in between) and _WHEN_NEEDED.isdisjoint(said)
        return found._replace(cue=found.cue._replace(exposure=None)) if ordered else found
    if found.cue.exposure is Exposure.TAKING:  # "then stop"
        start = max((h.last for h in before if h is not hit), default=0)
        lead = {t.key for t in tokens[start : hit.first] if t.piece == tokens[hit.first].piece}
        lowered = not _LOWERING.isdisjoint(lead) or not _LOWERING.isdisjoint(said)
        ends = lowered or are_falling(said) or (_is_brief(said) and is_of(store, hit, _TAKEN_ON))
    else:
        ends = (
            found.cue.exposure is Exposure.STOPPED
            and bool(said)
            and said[-1] in _DAYS
            and _ends_clause(tokens, found)
            and are_falling(said)
        )
    if not ends:
        return found
    return found._replace(cue=found.cue._replace(exposure=Exposure.TAPERING, side="after", reach="piece"))


def _ends_clause(tokens: Sequence[Token], found: CueHit) -> bool:
    return found.last >= len(tokens) or tokens[found.last].clause != tokens[found.first].clause


def _is_brief(words: Sequence[str]) -> bool:
    """Whether ``words`` say one time of at most a few weeks: "x 7 d", "for 2 weeks", "x7d"."""
    for before, word in pairwise(("", *words)):
        if word in _DAYS and before.lstrip("x").isdecimal():
            return int(before.lstrip("x")) * _DAYS[word] <= _FEW_DAYS
        if word[:1] == "x" and word[-1] in "dw" and word[1:-1].isdecimal():
            return int(word[1:-1]) * (7 if word[-1] == "w" else 1) <= _FEW_DAYS
    return False

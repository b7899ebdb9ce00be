"""Finds the rules that fire in a row of words, and turns those round that are negated or to come."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import compress
from typing import Final, NamedTuple

from medcheck.exposure.courses import are_falling, is_just_now, is_recent_try, is_standing
from medcheck.exposure.cues import CUES, Cue
from medcheck.exposure.holds import is_conditional, is_one_dose
from medcheck.exposure.line_cues import LINE_CUES, TURNS
from medcheck.exposure.turns import FUTURE, GIVEN_UP, LINKS, NEGATORS, SWITCHES
from medcheck.model import Exposure

__all__ = ["SWITCHING", "CueHit", "begins_cue", "find_cues", "find_switches", "future_before"]


class CueHit(NamedTuple):
    """A rule found at words ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    cue: Cue


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], tuple[Cue, ...]], ...]]:
    rules: dict[tuple[str, ...], list[Cue]] = {}
    for cue in (*CUES, *LINE_CUES):
        rules.setdefault(cue.phrase, []).append(cue)
    found: dict[str, list[tuple[tuple[str, ...], tuple[Cue, ...]]]] = {}
    for phrase in sorted(rules, key=lambda p: (-len(p), p)):
        found.setdefault(phrase[0], []).append((phrase, tuple(rules[phrase])))
    return {first: tuple(phrases) for first, phrases in found.items()}


def find_cues(words: Sequence[str]) -> tuple[CueHit, ...]:
    """Every rule that fires, from left to right, the longest phrase first and none inside another.

    >>> [" ".join(hit.cue.phrase) for hit in find_cues("no longer taking zoloft".split())]
    ['no longer taking']
    """
    table = _by_first_word()
    found: list[CueHit] = []
    at = 0
    while at < len(words):
        step = 1
        for phrase, cues in table.get(words[at], ()):
            if _stands_at(phrase, words, at):
                found.extend(CueHit(at, at + len(phrase), cue) for cue in cues)
                step = len(phrase)
                break
        at += step
    return _with_switches(words, _turned(words, found))


def _stands_at(phrase: tuple[str, ...], words: Sequence[str], at: int) -> bool:
    here = tuple(words[at : at + len(phrase)])
    if here == phrase or "#" not in phrase or len(here) < len(phrase):
        return here == phrase
    return all(a == b or (a == "#" and b.isdecimal()) for a, b in zip(phrase, here, strict=True))


def begins_cue(word: str) -> bool:
    """Whether a rule begins with this word.

    >>> begins_cue("stopped"), begins_cue("zoloft")
    (True, False)
    """
    return word in _by_first_word()


def future_before(words: Sequence[str], at: int) -> int:
    """How many words before ``at`` put what follows into the future ("going to", "plans to").

    >>> future_before("going to stop zoloft".split(), 2)
    2
    """
    for phrase in FUTURE:
        if at >= len(phrase) and tuple(words[at - len(phrase) : at]) == phrase:
            return len(phrase)
    return 0


def _turned(words: Sequence[str], found: Sequence[CueHit]) -> list[CueHit]:
    """The rules with those turned round before which a negation or a future stands."""
    done: list[CueHit] = []
    for hit in found:
        exposure = hit.cue.exposure
        turned = exposure
        side = "before"
        negated = exposure in _TURNED and _is_negated(words, hit.first, exposure is Exposure.ALLERGY)
        if negated and hit.cue.reach == "turn":
            continue
        if negated and exposure is not None:
            turned = _TURNED[exposure]
        elif (
            exposure in _STOPS and hit.cue.phrase[0] in GIVEN_UP and (size := future_before(words, hit.first))
        ):
            turned, side = _to_come(words, hit.first), "either"
            while done and done[-1].first >= hit.first - size:
                done.pop()
            hit = hit._replace(first=hit.first - size)
        elif exposure in _STOPS and is_conditional(hit.cue.phrase, words, hit.last):
            turned = Exposure.TAKING
        elif exposure in _STOPS and hit.cue.phrase[0] in _ENDING and _follows_then(words, hit.first):
            turned, side = _to_come(words, hit.first), "both"
        elif hit.cue.phrase == ("then", "off"):
            dosed = any(word[0].isdecimal() for word in words[: hit.first] if word)
            turned, side = _to_come(words, hit.first) if dosed else None, "after"
        elif exposure is Exposure.STOPPED and is_just_now(hit.cue.phrase, words, hit.last):
            turned = Exposure.TAKING if is_standing(words[: hit.first]) else None
            side = "after"
        elif exposure in _LEFT_OUT and (
            is_one_dose(hit.cue.phrase, words, hit.last) or is_recent_try(hit.cue.phrase, words)
        ):
            turned = None
        if turned is not exposure:
            hit = hit._replace(cue=hit.cue._replace(exposure=turned, side=side))
        done.append(hit)
    return done


def _to_come(words: Sequence[str], at: int) -> Exposure:
    """What is said of a medicine by an end that is still to come: it is taken, or less and less of it."""
    return Exposure.TAPERING if are_falling(words[:at]) else Exposure.TAKING


def _follows_then(words: Sequence[str], at: int) -> bool:
    return at > 0 and words[at - 1] == "then"


_ENDING: Final = frozenset(["d", "dc", "discontinue", "hold", "off", "pause", "quit", "stop", "suspend"])
"""First words of rules that after "then" tell of an end to come; "then stopped" tells of one that was."""

_LEFT_OUT: Final = (Exposure.STOPPED, Exposure.NEGATED)
_STOPS: Final = (Exposure.STOPPED, Exposure.TAPERING)
_TURNED: Final = {
    Exposure.STOPPED: Exposure.TAKING,
    Exposure.TAKING: Exposure.NEGATED,
    Exposure.PLANNED: Exposure.NEGATED,
    Exposure.ALLERGY: None,
}
_PASSED_OVER: Final = frozenset(
    ["a", "actually", "any", "been", "ever", "even", "known", "really", "the", "yet"]
)


def _is_negated(words: Sequence[str], at: int, allergy: bool = False) -> bool:
    near = [w for w in words[max(0, at - 3) : at] if w not in _PASSED_OVER]
    return bool(near) and (near[-1] in NEGATORS or (allergy and near[-1] in ("denies", "no", "without")))


def find_switches(words: Sequence[str]) -> tuple[CueHit, ...]:
    """What a switch from one medicine to another says of both ("changed from A to B").

    >>> [(hit.first, hit.cue.exposure.value) for hit in find_switches("swapped paxil for zoloft".split())]
    [(0, 'stopped'), (2, 'taking')]
    """
    found: list[CueHit] = []
    for at in compress(range(len(words)), map(SWITCHING.__contains__, words)):
        size = next((n for n in (3, 2, 1) if tuple(words[at : at + n]) in SWITCHES), 0)
        if not size or (found and at < found[-1].last):
            continue
        begin = at + size
        link = next((i for i in range(begin + 1, min(begin + 7, len(words) - 1)) if words[i] in LINKS), None)
        if link is None or words[begin] in LINKS:
            continue
        phrase = tuple(words[at:begin])
        first, second = SWITCHES[phrase]
        if (ahead := future_before(words, at)) and first is Exposure.STOPPED:
            first, second, at = Exposure.TAKING, Exposure.PLANNED, at - ahead
        if _is_negated(words, at):
            continue
        found.append(CueHit(at, begin, Cue(phrase, first, "before", "next")))
        found.append(CueHit(link, link + 1, Cue((words[link],), second, "before", "next")))
    return tuple(found)


SWITCHING: Final = frozenset(phrase[0] for phrase in SWITCHES)
"""First words of the phrases before the first of two medicines."""


_TURNED_TO: Final = frozenset(tuple(turn.split()) for turn in TURNS)
_FROM: Final = Cue(("from",), Exposure.STOPPED, "before", "next")
_REACH_OF_FROM: Final = 8


def _turned_from(words: Sequence[str], found: Sequence[CueHit]) -> list[CueHit]:
    """The "from" after a change to another medicine: "changed to A from B"."""
    links: list[CueHit] = []
    for hit in found:
        if hit.cue.phrase in _TURNED_TO and hit.cue.exposure is Exposure.TAKING:
            near = words[hit.last : hit.last + _REACH_OF_FROM]
            if "from" in near[1:]:
                at = hit.last + near.index("from", 1)
                links.append(CueHit(at, at + 1, _FROM))
    return links


def _with_switches(words: Sequence[str], found: list[CueHit]) -> tuple[CueHit, ...]:
    """The rules with those of switches in the place of any they overlap."""
    switches = find_switches(words)
    if links := _turned_from(words, found):
        found = sorted([*found, *links], key=lambda hit: hit.first)
    if switches:
        kept = [h for h in found if not any(h.first < s.last and s.first < h.last for s in switches)]
        found = sorted([*kept, *switches], key=lambda hit: hit.first)
    return tuple(found)

"""What the next sentence says of a medicine it does not name: "This was stopped in May."."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from medcheck.model import Exposure
from medcheck.notes.context import Said, read_sentence

__all__ = ["continued"]

_OPEN: Final = (Exposure.TAKING, Exposure.PLANNED, Exposure.UNKNOWN)
_ENDING: Final = (Exposure.STOPPED, Exposure.ALLERGY, Exposure.NEGATED)
_SUBJECT: Final = re.compile(
    r"[ \t\n]{1,3}(?:But |However, |Later |Unfortunately,? )?"
    r"(?P<it>(?:[Tt]hese|[Bb]oth|[Aa]ll(?: (?:two|three|four|of (?:this|these)))?|[Tt]hey)"
    r"(?= (?:were|had to be))|[Tt]his|[Ii]t|[Tt]hat|[Tt]he (?:drug|medicine|medication|latter))"
    r"(?= (?:was|were|has|had|have|did|didn|could|made|gave|caused|proved|failed|worked|helped|never)\b)"
)
_OBJECT: Final = re.compile(
    r"[ \t\n]{1,3}(?:But |However, |Unfortunately,? )?"
    r"(?:[Hh]e|[Ss]he|I|[Ww]e|[Tt]hey|[Tt]he patient|[Pp]atient)\b"
    r"[^.;:\n]{0,50}?\b(?:abandoned|began|discontinued|dropped|fill(?:ed)?|gave|held|like|liked|needed|quit|stand|"
    r"start(?:ed)?|stomach|stop|stopped|take|taken|tolerate|took|tried|use|used)[ \t]"
    r"(?:off[ \t]|up[ \t])?(?P<it>it|this|that|them|these)\b(?! \w+s\b)"
)
_ALL: Final = re.compile(
    r"[^.;\n]{0,140}?\b(?:and|so) (?P<it>both|all (?:two|three|four|five|of (?:these|them)))"
    r"(?= (?:were|had to be)\b)"
)
_DENIED: Final = re.compile(
    r"[ \t\n]{1,3}(?:[Hh]e|[Ss]he|[Pp]atient|[Tt]he patient) "
    r"(denies (?:any )?(?:current|further|ongoing|recent) use)\b(?! of)"
)
_VERDICT: Final = re.compile(
    r"[ \t]{0,3}(?:[-–—][ \t]{0,2})?(?i:(?:please )?"
    r"(?P<stopped>(?:stop|discontinue|d/?c|deprescribe|hold)(?:ped|d)?)|(?:please )?(?P<taper>wean|taper)|"
    r"(?:(?:this|it|the dose) is (?:now )?)?"
    r"(?P<less>(?:being (?:reduced|weaned|tapered)|reducing|weaning|tapering|coming down|cutting down|"
    r"decreasing)\b[^.;\n]{0,60})|"
    r"(?:(?:then|but|later|and) )?"
    r"(?P<off>(?:came|went|got|weaned|tapered) (?:(?:her|him|my)self )?off (?:it|them|"
    r"this)\b[^.;\n]{0,40}))(?: (?:it|this|now|today))?[ \t]{0,3}(?=[.;\n]|\Z)"
)
"""A sentence that is nothing but what is to be done: "Gliclazide 80 mg BD - two hypos. Stop."."""
_TOLD: Final = {
    "stopped": Exposure.STOPPED,
    "off": Exposure.STOPPED,
    "taper": Exposure.TAPERING,
    "less": Exposure.TAPERING,
}
_PLURAL: Final = re.compile(r"(?:these|both|all|they|them)\b", re.I)
_DECLINED: Final = re.compile(
    r"[ \t\n]{1,3}(?:(?:but|[Hh]e|[Ss]he|[Pp]t|[Tt]he patient|[Pp]atient|[Tt]hey)[ \t]+){0,2}"
    r"(?:has |have |had )?((?i:declined|refused|was not interested|wasn['’]t interested|not interested|"
    r"turned (?:it|this|that|them) down))"
    r"(?=[ \t]*(?:[.;,\n]|\Z|it\b|this\b|that\b|at this|today|for now))"
)
_EXPLETIVE: Final = re.compile(r"\b(?:that|felt|thought|noted|decided|agreed|if|to be|hoped)\b")
_BY_ITSELF: Final = re.compile(r"\s*(?:has|had|have)?\s*(?:stopped|ceased|finished)\Z")
_NOT_OF_MEDICINES: Final = re.compile(r"negative|denie|(?:is|was|were) (?:completed|finished|normal)")
_FARTHEST: Final = 48


def continued(
    found: list[Said], text: str, end: int, around: Callable[[int], tuple[int, int]], following: int
) -> list[Said]:
    """``found`` with what the sentence at ``end`` goes on to say; ``following`` is the next name's place."""
    if found[-1].exposure not in _OPEN or end >= len(text):
        return found
    if (verdict := _VERDICT.match(text, end)) is not None and verdict.end() <= following:
        return [*found[:-1], Said(_TOLD[verdict.lastgroup or ""], verdict.span(verdict.lastgroup or 0))]
    declined = _DECLINED.match(text, end)
    if declined is not None and found[-1].exposure is not Exposure.TAKING:
        return [*found[:-1], Said(Exposure.NEGATED, declined.span(1))]
    if (denied := _DENIED.match(text, end)) is not None:
        return [*found[:-1], Said(Exposure.STOPPED, denied.span(1))]
    counted = _ALL.match(text, end) if len(found) > 1 else None
    match = counted or _SUBJECT.match(text, end) or _OBJECT.match(text, end)
    if match is None or (match.end() > following and not counted):
        return found
    begin, stop = around(match.start("it"))
    if match.start("it") < begin or (following < stop and not counted):
        return found
    (said,) = read_sentence(text, begin, stop, [match.span("it")])
    if said.exposure not in _ENDING or said.span is None or not _is_of_it(text, match, said.span):
        return found
    if _PLURAL.match(match["it"]):
        return [said if one.exposure in _OPEN else one for one in found]
    return [*found[:-1], said]


def _is_of_it(text: str, match: re.Match[str], span: tuple[int, int]) -> bool:
    """Whether the words at ``span`` are said of the pronoun, and of no complaint that stopped."""
    first, last = match.span("it")
    between = text[last : span[0]] if last <= span[0] else text[span[1] : first]
    if len(between) > _FARTHEST or _EXPLETIVE.search(between):
        return False
    told = text[span[0] : span[1]]
    if _NOT_OF_MEDICINES.search(told):
        return False
    return last > span[0] or not _BY_ITSELF.match(between + told)

"""What running text says besides the phrases that lists use: the rules of notes, as a table.

They stand beside :data:`medcheck.exposure.CUES`, which hold for lists and notes alike, and
have the same columns: phrase, what it says, on which side the medicine stands, how far it goes.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from medcheck.exposure import CUES, Cue
from medcheck.model import Exposure

__all__ = ["BREAKS", "NEGATORS", "NOTE_CUES", "PASSIVE", "cues_by_first_word"]


def _table(exposure: Exposure | None, side: str, reach: str, phrases: str) -> tuple[Cue, ...]:
    return tuple(Cue(tuple(p.split()), exposure, side, reach) for p in phrases.split(","))


NOTE_CUES: Final[tuple[Cue, ...]] = (
    *_table(
        Exposure.TAKING,
        "before",
        "clause",
        """
        abuses, abusing, addicted to, administered, adherent to, compliant with, controlled on, controlled with,
        currently prescribed, decrease, decreased, dependent on, discharged on, discharged with, drinks, gets, given,
        has been given, improved on, improved with, includes, include, increase, increased, initiated, is given,
        loaded with, maintained on, managed with, medications are, medications include, medications including,
        medications included, medications were, meds are, meds include, overdose of, overdosed on, placed on,
        positive for, prescribed, put on, received, receives, receiving, refill, refilled, relieved by, relieved with,
        responded to, sent home on, smokes, started back on, takes only, titrate, titrated, tolerating, tolerates,
        took, treated with, treats it with, treats with, was given, was placed on, was put on, was started on,
        were given, abuse, abuse including, drug screen positive for, screen positive for, is currently taking,
        has been taking, have been taking, been taking, been using, has been using, been on, now on, now takes,
        self medicates with, dose of, doses of, mg of, mcg of, tablets of, tablet of, course of, drip of, infusion of
        """,
    ),
    *_table(
        Exposure.TAKING,
        "after",
        "piece",
        """
        abuse, increased, is continued, use, was added, was begun, was continued, was given, was increased,
        was initiated, was decreased, were continued, were given, were started, was resumed, were resumed,
        is helping, has helped, helps, has been helping, was helpful, works
        """,
    ),
    *_table(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        cessation of, did well on, discontinuation of, failed, failed trials of, has failed, has tried, had tried,
        had previously been on, had been on, had been taking, history of treatment with, in the past on, off of,
        post treatment with, prior use of, previous use of, previous trials of, previous trial of, prior trials of,
        previously tried, previously treated with, previously prescribed, status post treatment with, tried and failed,
        used in the past, withdrawal from, withdrawal of, stopped her, stopped his, has since stopped, remote use of,
        past trials of, past trial of, treated in the past with, treated previously with, was formerly on, weaned off
        """,
    ),
    *_table(
        Exposure.STOPPED,
        "after",
        "piece",
        """
        changed to, discontinued, had to be stopped, has expired, have expired, has since been stopped, in the past,
        replaced by, replaced with, switched to, until, was changed to, was completed, was replaced by,
        was replaced with, was switched to, was tapered off, was weaned off, years ago, stopped working,
        no longer needed, not helpful, did not help, didnt help, cessation, withdrawal
        """,
    ),
    *_table(
        Exposure.STOPPED,
        "before",
        "next",
        "from, previous, prior, former",
    ),
    *_table(
        Exposure.TAPERING,
        "after",
        "piece",
        "is being tapered, is being weaned, taper, tapering, will be tapered, to be tapered, wean",
    ),
    *_table(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        add on, advise, advised, advised to take, advised to start, advised to use, agreed to start, agreed to try,
        arrange, asked to take, can take, can use, could consider, could take, could try, give, if needed use,
        instructed to take, interested in starting, interested in trying, may benefit from, may consider, may need,
        may start, may take, may try, may use, plan is to start, plans to start, recommend starting, should start,
        should take, suggest, suggested, told him to take, told her to take, to restart, will add, will be given,
        will be prescribed, will be started on, will consider, will continue with, will give, will need,
        will prescribe, will receive, will resume, will trial, will try, would add, would consider,
        would recommend, would start, would try, would benefit from, we discussed, discussed starting, offered,
        take, to be given, to receive, candidate for, wants to try, wants
        """,
    ),
    *_table(
        Exposure.PLANNED,
        "after",
        "piece",
        """
        can be considered, could be considered, if needed, is planned, is recommended, may be considered,
        may be given, may be helpful, may be tried, may be used, might help, should be considered, should be given,
        should be started, to be considered, to be given, was advised, was discussed, was offered,
        was recommended, was suggested, will be added, will be considered, will be given, will be initiated,
        will be prescribed, will be restarted, will be resumed, would be helpful, might be considered
        """,
    ),
    *_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        abstains from, abstinent from, denied any, denies any, denies current, does not drink, does not smoke,
        does not use, doesnt drink, doesnt use, free of, hesitant to start, hold off on, instead of, lack of,
        never drank, never smoked, no current, no evidence of, no known use of, no need for, no prior,
        no recent, no recent use of, nor, not a candidate for, not interested in, not require, not required,
        rather than, reluctant to start, reluctant to take, unable to take, unwilling to take, would avoid
        """,
    ),
    *_table(
        Exposure.NEGATED,
        "after",
        "next",
        "naive, negative, free",
    ),
    *_table(
        Exposure.NEGATED,
        "after",
        "piece",
        """
        has not been started, is contraindicated, not indicated, not recommended, not required, not started,
        should be avoided, to be avoided, was declined, was denied, was negative, was never started,
        was never taken, was not given, was not started, were negative, denied, denies
        """,
    ),
    *_table(
        Exposure.ALLERGY,
        "before",
        "clause",
        "adverse reactions to, allergic reactions to, allergies are, allergies were, hives from, hives with, "
        "rash from, rash to, rash with, intolerance of, reacted to, reacts to, side effects from, swelling with",
    ),
    *_table(
        Exposure.ALLERGY,
        "after",
        "piece",
        "caused a rash, caused hives, caused rash, causes a rash, causes anaphylaxis, gives her hives, "
        "gives her a rash, gives him hives, gives him a rash, gives me hives, allergic reaction, an allergy",
    ),
    *_table(
        Exposure.FAMILY,
        "before",
        "clause",
        "boyfriend, friend, friends, girlfriend, grandson, granddaughter, neighbor, neighbour, roommate, "
        "stepfather, stepmother, cousin, niece, nephew",
    ),
)

BREAKS: Final = frozenset(
    "although but except however nevertheless otherwise though whereas while yet because since unless".split()
)
"""Words at which what was said before ends, as in ConText."""

NEGATORS: Final = frozenset(
    "avoid cannot cant couldnt decline declined declines deny denied denies didnt doesnt dont hasnt havent never no "
    "not refused refuses wont without wouldnt".split()
)
"""Words that turn the rule after them around ("denies stopping")."""

PASSIVE: Final = frozenset("been being is was were are be has had have".split())
"""A rule that begins with one of these is about what stands before it."""


@cache
def cues_by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], tuple[Cue, ...]], ...]]:
    """The rules of lists and of notes by the first word of their phrase, the longest phrase first."""
    rules: dict[tuple[str, ...], list[Cue]] = {}
    for cue in (*CUES, *NOTE_CUES):
        known = rules.setdefault(cue.phrase, [])
        if all(cue.side != other.side for other in known) and all(other.side != "both" for other in known):
            known.append(cue)
    found: dict[str, list[tuple[tuple[str, ...], tuple[Cue, ...]]]] = {}
    for phrase in sorted(rules, key=lambda p: (-len(p), p)):
        found.setdefault(phrase[0], []).append((phrase, tuple(rules[phrase])))
    return {first: tuple(phrases) for first, phrases in found.items()}

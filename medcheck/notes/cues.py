"""What running text says besides the phrases that lists use: the rules of notes, as a table.

They stand beside :data:`medcheck.exposure.CUES`, which hold for lists and notes alike, and
have the same columns: phrase, what it says, on which side the medicine stands, how far it goes.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from medcheck.exposure import CUES, Cue
from medcheck.model import Exposure
from medcheck.notes.words import words

__all__ = ["BREAKS", "NEGATORS", "NOTE_CUES", "PASSIVE", "cues_by_first_word"]


def _table(exposure: Exposure | None, side: str, reach: str, phrases: str) -> tuple[Cue, ...]:
    return tuple(Cue(tuple(p.split()), exposure, side, reach) for p in phrases.split(","))


NOTE_CUES: Final[tuple[Cue, ...]] = (
    *_table(
        Exposure.TAKING,
        "before",
        "clause",
        """
        abuse, abuse including, abuses, abusing, addicted to, adherent to, administered, been on, been
        taking, been using, changed to, compliant with, controlled on, controlled with, course of,
        currently prescribed, decrease, decreased, dependent on, discharged on, discharged with, dose of,
        doses of, drinks, drip of, drug screen positive for, gets, given, has been given, has been
        taking, has been using, have been taking, improved on, improved with, include, includes,
        increase, increased, infusion of, initiated, is currently taking, is given, loaded with,
        maintained on, managed with, mcg of, medications including, medications are, medications include,
        medications included, medications were, meds are, meds include, mg of, now on, now takes,
        overdose of, overdosed on, placed on, positive for, prescribed, put on, received, receives,
        receiving, refill, refilled, relieved by, relieved with, replaced by, replaced with, responded
        to, screen positive for, self medicates with, sent home on, smokes, started back on, switched
        over to, switched to, tablet of, tablets of, takes only, titrate, titrated, tolerates,
        tolerating, took, transitioned to, treated with, treats it with, treats with, was placed on, was
        changed to, was given, was put on, was replaced by, was replaced with, was started on, was
        switched to, were given
        """,
    ),
    *_table(
        Exposure.TAKING,
        "after",
        "piece",
        """
        abuse, has been helping, has helped, helps, increased, is continued, is helping, use, was added,
        was begun, was commenced, was continued, was decreased, was given, was helpful, was increased,
        was initiated, was resumed, were continued, were given, were resumed, were started, works
        """,
    ),
    *_table(Exposure.TAKING, "after", "next", "a day, each day, every day, per day"),
    *_table(None, "after", "next", "a day ago, a day before, a day later"),
    *_table(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        cessation of, did well on, discontinuation of, failed, failed trials of, had been on, had been
        taking, had previously been on, had tried, has failed, has since stopped, has tried, history of
        treatment with, in the past on, off of, past trial of, past trials of, post treatment with,
        previous trial of, previous trials of, previous use of, previously prescribed, previously treated
        with, previously tried, prior trials of, prior use of, remote use of, status post treatment with,
        stopped her, stopped his, treated in the past with, treated previously with, tried and failed,
        used in the past, was formerly on, weaned off, withdrawal from, withdrawal of
        """,
    ),
    *_table(
        Exposure.STOPPED,
        "after",
        "piece",
        """
        cessation, changed to, did not help, didnt help, discontinued, had to be stopped, has expired,
        has since been stopped, have expired, in the past, no longer needed, not helpful, replaced by,
        replaced with, stopped working, switched to, until, was changed to, was completed, was replaced
        by, was replaced with, was switched to, was tapered off, was weaned off, withdrawal, years ago
        """,
    ),
    *_table(
        Exposure.STOPPED,
        "before",
        "next",
        "change from, changing from, converted from, switch from, switching from, transitioned from, "
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
        add on, advise, advised, advised to start, advised to take, advised to use, agreed to start,
        agreed to try, arrange, asked to take, can take, can use, candidate for, could consider, could
        take, could try, discussed starting, give, if needed use, instructed to take, interested in
        starting, interested in trying, may benefit from, may consider, may need, may start, may take,
        may try, may use, offered, plan is to start, plans to start, recommend starting, should start,
        should take, suggest, suggested, take, to be given, to receive, to restart, told her to take,
        told him to take, wants, wants to try, will resume, will add, will be given, will be prescribed,
        will be started on, will consider, will continue with, will give, will need, will prescribe, will
        receive, will trial, will try, would add, would benefit from, would consider, would recommend,
        would start, would try
        """,
    ),
    *_table(
        Exposure.PLANNED,
        "after",
        "piece",
        """
        can be considered, could be considered, if needed, is planned, is recommended, may be considered,
        may be given, may be helpful, may be tried, may be used, might be considered, might help, should
        be considered, should be given, should be started, to be considered, to be given, was advised,
        was discussed, was offered, was recommended, was suggested, will be added, will be considered,
        will be given, will be initiated, will be prescribed, will be restarted, will be resumed, would
        be helpful
        """,
    ),
    *_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        abstains from, abstinent from, denied any, denies any, denies current, did not start, does not
        drink, does not smoke, does not use, doesnt drink, doesnt use, free of, has not started, hesitant
        to start, hold off on, lack of, never begun, never drank, never smoked, never started, no
        current, no evidence of, no known use of, no need for, no prior, no recent, no recent use of,
        nor, not a candidate for, not interested in, not require, not required, reluctant to start,
        reluctant to take, unable to take, unwilling to take, would avoid
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
        denied, denies, has not been started, is contraindicated, not recommended, not indicated, not
        required, not started, should be avoided, to be avoided, was negative, was declined, was denied,
        was never started, was never taken, were negative
        """,
    ),
    *_table(
        Exposure.ALLERGY,
        "before",
        "clause",
        "adverse reactions to, allergic reactions to, allergies are, allergies were, hives from, hives with, "
        "rash from, rash to, rash with, intolerance of, reacted to, reacts to, side effects from, "
        "swelling with",
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

BREAKS: Final = words(
    """
    although but except however nevertheless otherwise though whereas while yet because since unless
    """
)
"""Words at which what was said before ends, as in ConText."""

NEGATORS: Final = words(
    """
    avoid cannot cant couldnt decline declined declines deny denied denies didnt doesnt dont hasnt
    havent never no not refused refuses wont without wouldnt
    """
)
"""Words that turn the rule after them around ("denies stopping")."""

PASSIVE: Final = words(
    """
    been being is was were are be has had have
    """
)
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

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
        taking, been using, changed to, compliant with, continue on, continue taking, continue to give,
        continue to prescribe, continue to receive, continue to take, continue to use, continue with,
        continued on, continued with, continues on, continues to take, continues to use, continues with,
        controlled on, controlled with, course of, currently prescribed, decrease, decreased, dependent on,
        did take, discharged on, discharged with, do take, do use, does take, does use, dose of, doses of,
        drinks, drip of, drug screen positive for, gets, given, has been given, has been taking, has been
        using, have been taking, he does drink, improved on, improved with, include, includes, increase,
        increased, infusion of, initiated, is currently taking, is given, loaded with, maintained on,
        managed with, mcg of, medications are, medications include, medications included, medications
        including, medications were, meds are, meds include, mg of, now on, now takes, overdose of,
        overdosed on, placed on, positive for, prescribed, put on, received, receives, receiving, refill,
        refilled, relieved by, relieved with, replaced by, replaced with, responded to, screen positive for,
        self medicates with, sent home on, she does drink, smokes, started back on, switched over to,
        switched to, tablet of, tablets of, takes only, they take, titrate, titrated, tolerates, tolerating,
        took, transitioned to, treated with, treats it with, treats with, was changed to, was given, was
        placed on, was put on, was replaced by, was replaced with, was started on, was switched to, were
        given, who take, who takes
        """,
    ),
    *_table(
        Exposure.TAKING,
        "after",
        "piece",
        """
        abuse, has been helping, has helped, helps, increased, is continued, is helping, is tolerated, use,
        was added, was begun, was commenced, was continued, was decreased, was given, was helpful, was
        increased, was initiated, was reinstituted, was restarted, was resumed, was tolerated, was used,
        were continued, were given, were resumed, were started, were used, works
        """,
    ),
    *_table(Exposure.TAKING, "after", "next", "a day, each day, every day, per day"),
    *_table(None, "after", "next", "a day ago, a day before, a day later"),
    *_table(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        adequate trial of, cessation of, completed a course of, completed course of, did not respond to, did
        well on, discontinuation of, failed, failed trials of, finished a course of, finished her course of,
        finished his course of, had been on, had been taking, had no response to, had previously been on,
        had tried, has failed, has since stopped, has tried, history of treatment with, in the past, in the
        past on, inadequate response to, medication trials, no benefit from, no longer responding to, no
        response to, nonresponse to, off of, partial response to, past medication trials, past psychotropic
        medications, past psychotropics, past trial of, past trials, past trials of, poor response to, post
        treatment with, previous medication trials, previous trial of, previous trials of, previous use of,
        previously prescribed, previously treated with, previously tried, prior medication trials, prior
        trials, prior trials of, prior use of, remote use of, s p, status post treatment with, stopped her,
        stopped his, suboptimal response to, treated in the past with, treated previously with, trialed,
        trialed on, trialled, trialled on, tried and failed, tried on, used in the past, was formerly on,
        was tried on, weaned off, were tried on, withdrawal from, withdrawal of
        """,
    ),
    *_table(
        Exposure.STOPPED,
        "after",
        "piece",
        """
        cessation, changed to, did not help, did not work, didnt help, didnt work, discontinued, dropped,
        failed, had to be discontinued, had to be stopped, had to be withdrawn, has expired, has since been
        stopped, have expired, in the past, ineffective, lost its effect, no benefit, no longer needed, not
        continued, not helpful, not refilled, not renewed, not restarted, not resumed, not tolerated,
        replaced by, replaced with, stopped helping, stopped working, switched to, unhelpful, until, was
        changed to, was completed, was dropped, was held, was ineffective, was not continued, was not
        effective, was not refilled, was not restarted, was not resumed, was not tolerated, was replaced by,
        was replaced with, was switched to, was taken off, was tapered off, was unhelpful, was unsuccessful,
        was weaned off, were held, were ineffective, were not continued, were not tolerated, with no
        benefit, with no improvement, withdrawal, without benefit, without improvement, without success,
        years ago
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
        add in, add on, advise, advised, advised to start, advised to take, advised to use, agreed to start,
        agreed to try, arrange, asked to take, be prescribed, bridge with, can be started on, can take, can
        treat, can use, candidate for, could be started on, could consider, could take, could treat, could
        try, discussed starting, get back on, give, go back on, go back to, going back on, going back to, if
        needed use, instructed to take, interested in starting, interested in trying, may benefit from, may
        consider, may need, may require, may start, may take, may try, may use, might benefit from, might
        consider, might need, might require, might try, offered, plan is to start, plan to treat, plans to
        start, recommend starting, should be started on, should be treated with, should start, should take,
        should treat, start back on, suggest, suggested, take, to be given, to receive, to restart, to use,
        told her to take, told him to take, treat for, treat with, wants, wants to try, will add, will be
        given, will be prescribed, will be started on, will consider, will continue with, will give, will
        need, will prescribe, will receive, will require, will resume, will trial, will try, would add,
        would benefit from, would consider, would like her to take, would like him to take, would need,
        would recommend, would start, would treat, would try
        """,
    ),
    *_table(
        Exposure.PLANNED,
        "before",
        "clause",
        "will, shall, will institute, will treat with, would treat with, would use",
    ),
    *_table(
        None,
        "before",
        "clause",
        """
        will check, will discuss, will follow, will follow up, will monitor, will not, will not change, will
        recheck, will see
        """,
    ),
    *_table(
        Exposure.PLANNED,
        "after",
        "piece",
        """
        can be considered, could be considered, if needed, is planned, is recommended, may be considered,
        may be given, may be helpful, may be tried, may be used, might be considered, might help, should be
        considered, should be given, should be started, to be considered, to be given, was advised, was
        discussed, was offered, was recommended, was suggested, will be added, will be considered, will be
        given, will be initiated, will be prescribed, will be restarted, will be resumed, would be helpful
        """,
    ),
    *_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        abstains from, abstinent from, advise against, advised against, afraid of, afraid to take, cautioned
        against, contraindication to, counseled against, counselled against, denied any, denies any, denies
        current, did not receive, did not require, did not start, did not want, do not need, does not drink,
        does not need, does not require, does not smoke, does not use, does not want, does not wish, doesnt
        drink, doesnt need, doesnt use, doesnt want, free of, has avoided, has not received, has not
        required, has not started, has not touched, hasnt touched, have avoided, have not received, havent
        touched, hesitant to start, hold off, hold off on, lack of, must avoid, needs to avoid, never begun,
        never drank, never prescribed, never received, never required, never smoked, never started, no
        current, no evidence of, no further, no h o, no history, no hx, no hx of, no indication for, no
        known use of, no need for, no prior, no recent, no recent use of, nor, not a candidate for, not a
        good candidate for, not interested in, not need, not offered, not prescribed, not receive, not
        received, not recommend, not require, not required, not requiring, opposed to, recommend against,
        recommended against, recommends against, reluctant to start, reluctant to take, should not be given,
        should not be on, should not have, should not receive, should not take, should not use, stay away
        from, stays away from, steer clear of, unable to take, unwilling to take, wants to avoid, warned
        against, was not prescribed, would avoid, would hold off on, would not use
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
        avoided, denied, denies, has not been started, is contraindicated, not advised, not indicated, not
        recommended, not required, not started, should be avoided, to be avoided, was avoided, was declined,
        was denied, was negative, was never started, was never taken, were negative
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
        """
        allergic reaction, an allergy, caused a rash, caused an allergic reaction, caused anaphylaxis,
        caused angioedema, caused hives, caused rash, causes a rash, causes anaphylaxis, causes hives,
        causes rash, gave her a rash, gave her hives, gave him a rash, gave him hives, gave me a rash, gave
        me hives, gives her a rash, gives her hives, gives him a rash, gives him hives, gives me hives
        """,
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

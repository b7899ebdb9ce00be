"""What dictated letters plan, and what they go on with, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["PLAN_CUES"]

_PATIENT: Final = "her, him, me"

PLAN_CUES: Final[tuple[Cue, ...]] = (
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "get, getting",
        "her, him, them",
        "on, onto, started on, back on",
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "next",
        "advises, considered, down for, favors, favours, open to, suggests, to go on, to go onto",
    ),
    *cue_table(Exposure.PLANNED, "after", "next", "was considered, were considered"),
    *cue_table(None, "before", "next", "nothing to suggest"),
    *rows(Exposure.PLANNED, "before", "next", "may, can, might, is to, are to, may also, can also", "have"),
    *rows(
        Exposure.PLANNED,
        "after",
        "subject",
        "is, would be, may be, might be, could be, would seem",
        """
        a thought, an alternative, my preference, my choice, another possibility, preferable, reasonable,
        sensible, worth a trial, worth a try
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "both",
        "clause",
        "is, would be, may be, might be, could be",
        "worth adding, worth considering, worth trying",
    ),
    *rows(
        Exposure.PLANNED, "after", "subject", "is, are, will be, will next be, is next, comes, falls", "due"
    ),
    *rows(None, "after", "subject", "is, are, will be", "due to"),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        have in mind, i favor, i favour, would be happy to prescribe, would be happy to try, would be
        inclined to start, would be inclined to try, would be inclined to use, would favor, would favour
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        alternative, choice, hope, intention, line, option, preference, proposal, recommendation,
        suggestion, thought
        """,
        """
        is to add, is to give, is to start, is to try, is to use, might be, will be, would be, would be to
        add, would be to give, would be to start, would be to try, would be to use
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "could, might, will, would, may, should",
        """
        advance to, change over to, convert to, cross over to, escalate to, fall back on, go over to, go to,
        go with, graduate to, look at, look into, move on to, move onto, move over to, move to, opt for,
        progress to, reach for, resort to, step up to, substitute, swap over to, turn to
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        going to, likely, likely to, may, may well, may yet, might, might well, will, will likely
        """,
        "benefit from, need, require, end up on, end up needing",
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        amenable to, amenable to trying, agreed to go on, booked for, happy to try, is booked for, wants
        to go on, willing to go on, listed for, proposes, receptive to, recommends, recommends starting,
        willing to try, would like her on, would like him on, want her on, want him on, wanted her on,
        wanted him on, wants her on, wants him on, awaiting, awaiting approval of, awaiting authorization
        for, due for, worth a trial of, worth adding, worth considering, worth starting, worth trying
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "subject",
        """
        are scheduled for, has been scheduled, have been scheduled, is booked, is on order, is scheduled
        for
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "after",
        "subject",
        "in, is in, kept in, keep in, held in, is held in, being held in, is kept in",
        "reserve",
    ),
    *cue_table(None, "before", "clause", "take over from"),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "agreed, decided, decision was made, elected, opted, plan is, plan was, was decided, was made",
        "to go ahead with, to go with, to proceed with, to pursue, to trial",
    ),
    *rows(
        Exposure.TAKING,
        "after",
        "subject",
        "do not need to, does not need to, need not, should not",
        "be adjusted, be altered, be changed, be held, be interrupted, be stopped, be withheld",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        """
        gained by, gained from, little benefit in, little point in, no advantage in, no benefit in, no point
        in, no sense in
        """,
        "changing, discontinuing, reducing, stopping, switching, tapering, withdrawing",
    ),
    # what is used now
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "never, not",
        "to",
        "alter, change, come off, discontinue, go off, hold, interrupt, quit, skip, stop, taper",
    ),
    *rows(
        Exposure.TAKING,
        "after",
        "subject",
        "are to, is to, will",
        "cease, come off, end, finish, stop",
        "after, at, by, in, next, on, once, six, three, twelve, two, when",
    ),
    *rows(
        Exposure.TAKING,
        "after",
        "subject",
        "will do for now, will have to do, will have to suffice, should suffice, will suffice",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "take over, to take over, takes over, taking over, took over",
        "-, management of, prescribing, prescribing of, the prescribing of",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "changed over, crossed over, gone across, went across, went over, moved across",
        "onto, to",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "discharged, dismissed, leave, leaving, left, released, sent, went, going",
        "away, home, out",
        "on, with",
    ),
    *cue_table(
        Exposure.TAKING,
        "before",
        "clause",
        "cut down to, got down to, tapered down to, tapered to, weaned down to, weaned to",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "dislikes, does not like, doesnt like, hates, resents, tired of, fed up with, sick of",
        "being on, giving, having to take, taking, to take, using",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        """
        afraid of, afraid to, anxious about, anxious about, fearful of, hesitant about, hesitant to, loath
        to, nervous about, not keen on, not keen to, not ready to, refused to, refuses to, reluctant to,
        unwilling to, wary of, worried about
        """,
        """
        change, changing, come off, coming off, cut back on, cut down on, cutting back on, discontinue,
        discontinuing, get off, getting off, give up, giving up, go off, going off, lower, lowering,
        reduce, reducing, stop, stopping, taper, tapering, wean off, weaning off
        """,
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        """
        be dangerous, be foolish, be premature, be unwise, cannot afford, declined, declines, is
        dangerous, is premature, is unwise, never did, no need, no reason, too early, too soon, would be
        unwise, be wrong
        """,
        "-, to",
        "adjust, alter, change, discontinue, hold, interrupt, reduce, stop, switch, taper, withdraw",
    ),
    *rows(
        Exposure.TAKING, "before", "clause", "no reason for", "changing, discontinuing, reducing, stopping"
    ),
    *rows(Exposure.TAKING, "before", "clause", "cannot, could not, couldnt, cant, unable to", "do without"),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "after, following, since, upon",
        "changing, moving, switching, the change, the move, the switch, transitioning",
        "onto, to",
    ),
    *rows(
        Exposure.TAKING,
        "after",
        "subject",
        "been, was, were",
        "reinstated, reinstituted, reintroduced, recommenced, restarted, resumed",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "changed over, gone over, graduated, held at bay, held in check, moved on, moved over, progressed",
        "to, by, with",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "has, have, keeping, kept, keep, keeps, left",
        "her on, him on, me on",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        """
        copes, coping, does fine, does nicely, doing fine, fares well, gets along, gets by, getting by,
        has done well, has settled, is comfortable, is fine, is happy, is managing, is settled, makes do,
        manages, managing, thrives
        """,
        "on, with",
    ),
    *cue_table(
        Exposure.TAKING,
        "before",
        "clause",
        "advanced to, deescalated to, de escalated to, narrowed to, stepped down to, "
        "down to just, has got down to, helped by, helped with, is down to, relies on, relying on",
    ),
    *rows(None, "after", "subject", "has made, have made, is making", _PATIENT),
    *rows(
        None,
        "after",
        "subject",
        "made",
        _PATIENT,
        """
        better, calm, calmer, comfortable, feel better, feel good, feel great, feel less, feel like herself,
        feel like himself, feel much better, feel well, happier, happy, less, more comfortable, much better,
        sleep, sleep better, stronger, well
        """,
    ),
)
"""Planned, taking."""

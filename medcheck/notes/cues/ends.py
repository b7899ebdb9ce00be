"""What dictated letters say was ended, and what did no good, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["END_CUES"]

_PATIENT: Final = "her, him, me"
_AIDED: Final = """
    by means of, by using, on, thanks to, using, with, with help from, with the aid of, with the help of
    """
_PERSISTING: Final = """
    carrying on with, continuing, continuing with, going on with, keeping her on, keeping him on, persevering
    with, persisting with, remaining on, staying on
    """

END_CUES: Final[tuple[Cue, ...]] = (
    # what was ended, in every verb for it
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "been, got, had to be, was, were",
        """
        aborted, axed, called off, canceled, cancelled, cut out, deleted, dispensed with, done away with,
        eliminated, ended, explanted, jettisoned, laid aside, left off, left out, lifted, omitted, pulled,
        put aside, put on hold, removed, rescinded, retired, revoked, scrapped, set aside, shelved, struck
        off, taken away, taken down, taken off, taken out, terminated, thrown out, wound down
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "next",
        "axed, canceled, cancelled, jettisoned, pulled, removed, scrapped, shelved, terminated, took away, "
        "took out",
    ),
    *rows(Exposure.STOPPED, "after", "next", "removed, eliminated"),
    # what it did to the patient, in one verb
    *rows(Exposure.STOPPED, "after", "subject", "made", f"{_PATIENT}, the patient, them"),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        """
        agitated, aggravated, bloated, bothered, constipated, dehydrated, depressed, drained, dulled,
        exhausted, fatigued, flattened, frightened, hurt, irritated, nauseated, numbed, overstimulated,
        over sedated, oversedated, scared, sedated, sickened, tired, upset
        """,
        _PATIENT,
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        could not abide, could not bear, could not stand, could not stomach, couldnt abide, couldnt bear,
        couldnt stand, couldnt stomach, did not care for, did not enjoy, did not get along with, did not
        like, didnt care for, didnt get along with, didnt like, disliked, hated, never cared for, never
        got along with, never got on with, never liked, soured on
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "to which he, to which she, to which it, to which they, to which the patient",
        "did not respond, didnt respond, failed to respond, had no response, never responded",
    ),
    # the past before the past
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "had",
        """
        been getting, been maintained on, been managed on, been managed with, been receiving, been treated
        with, been using, relied on, required, used
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "been, formerly, previously, was, were",
        "exposed to",
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "quit, quit smoking, quit tobacco, stopped smoking, gave up cigarettes, gave up smoking",
        _AIDED,
    ),
    *rows(None, "before", "clause", "to", "quit, quit smoking, stop smoking, give up smoking", _AIDED),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "is, was, has been",
        "on backorder, on back order, out of stock, in short supply, off the market, recalled, unobtainable",
    ),
    # what did no good
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "proved, was, were",
        """
        a bust, a disaster, a flop, a nightmare, a washout, a waste, awful, hard on, horrible, more than he,
        more than she, no better than, no good, not for her, not for him, not the answer, of no benefit, of
        no help, of no use, rough on, terrible, too harsh, too hard, too much for, unbearable
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "barely, did not, didnt, failed to, hardly, never, scarcely",
        """
        agree with, budge, control, controlled, cut it, do the job, do the trick, dent, faze, give, hold,
        make a dent, make a difference, made a difference, offer, phase, provide, relieve, relieved,
        suffice, take hold, touch, touched
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "subject",
        """
        came to nothing, did her more harm than, did him more harm than, did more harm than, fell flat, fell
        short, helped not at all, lost its punch, petered out, quit working, stopped doing anything, wore off
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "could not, couldnt, never could, was not able to, was unable to",
        """
        adjust to, bear, cope with, get along with, get past, get used to, handle, keep down, keep up with,
        live with, persevere with, persist with, put up with, stay on, stick with
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        little benefit in, little point in, little sense in, little value in, little to be gained by, little
        to be gained from, little to be gained in, no advantage in, no benefit in, no point in, no purpose
        in, no sense in, no use in, no value in, nothing to be gained by, nothing to be gained from
        """,
        _PERSISTING,
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "proved, was, were",
        "for naught, fruitless, futile, in vain, unavailing, unfruitful, unproductive, unrewarding",
    ),
    *rows(Exposure.STOPPED, "after", "subject", "served", "her well, him well, me well"),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "been tried, trialed, trialled, tried, was tried, were tried",
        """
        in vain, unsuccessfully, with little success, with no success, without benefit, without effect,
        without relief, without success
        """,
        "-, on, with",
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "recalled, recalls, remembered, remembers",
        """
        being given, being on, doing well on, getting, having, having been given, having been on, receiving,
        taking, trying, using
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "no longer any need, no need, no point, no reason",
        "-, for her, for him",
        "to carry on with, to continue, to keep taking, to persist with, to remain on, to stay on",
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "can not, cannot, do not need to, does not need to, is not to, need not, should not",
        "be continued",
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "never",
        "gone back on, gone back to, resumed, restarted, returned to, went back on, went back to",
    ),
    *rows(Exposure.STOPPED, "before", "next", "taken, takes, taking, took", "over from"),
    *rows(Exposure.TAKING, "after", "subject", "taken, took", "over from"),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "been, had been, has been, have been",
        "tried on, tried with, trialed on, trialled on",
    ),
    *cue_table(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        a bad experience on, a bad experience with, a bad time on, a bad time with, bad experiences with,
        broke with, had her fill of, had his fill of, had enough of, parted company with, parted ways with,
        said goodbye to, swore off, sworn off, thrown in the towel on, wanted off
        """,
    ),
)
"""Stopped."""

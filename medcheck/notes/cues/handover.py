"""What handovers, charts and phone notes say is stopped or not given: rules as columns."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["HANDOVER_CUES"]

_UPSETS: Final = """
    antibodies, bleeding, bleed, brain fog, bruising, confused, confusion, constipation, cough, cramps,
    diarrhea, diarrhoea, dizziness, dizzy, drowsy, falls, gi bleed, gi upset, hallucinations, headache,
    headaches, hypos, insomnia, myalgia, myalgias, n v, nausea, nightmares, no benefit, no better, no
    effect, no help, no relief, no response, palpitations, serotonin syndrome, stomach upset, thrush,
    vomited, vomiting, vomits, weight gain, wt gain
    """

HANDOVER_CUES: Final[tuple[Cue, ...]] = (
    # stopped
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "order, orders, prescription, rx, script, supply",
        "expired, lapsed, cancelled, canceled, discontinued, ended, stopped, ran out",
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "stopped, discontinued, ceased, quit, held, withheld, stood, self",
        "herself, himself, themselves, by himself, by herself, dose, own, down, ceased",
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "end",
        """
        axed, binned, cancelled, canceled, cleared, chucked, deleted, discarded, done, dropped, expired,
        finished now, lapsed, now off, off now, omitted, parked, removed, retired, run out, scrapped,
        shelved, stood down, switched off, turned off, x3 done
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "next",
        """
        anymore, removed, reversed, off inpatient, off inpt, off in, off while, off whilst, off during,
        off pre, off until, off til, off till, off today, off tonight, off as, off after, off before, off per,
        off via, off by, off post, off until, off yesterday, off again, off x1, off x2
        """,
    ),
    *rows(
        None,
        "both",
        "clause",
        "doing, do, does, effective, enough, help, helping, helps, hold, holding, holds, touch, touches, "
        "touching, work, working, works",
        "-, it",
        "anymore, any more, any longer",
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "binned, chucked, ditched, gave up on, jacked in, bailed on, packed in, parked, scrapped, shelved, "
        """
        threw out, tossed, kicked, axed, got rid of, took myself off, took herself off, took himself off
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "never, didnt, did not, couldnt, could not",
        "agree with, do well on, do well with, gel with, get along with, get on with, got along with, "
        "got on with, get used to, jive with, sit well with",
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "never, didnt, did not",
        "agree with me, agreed with me, suited me, suit me, sat well, touched it, sit well",
    ),
    *cue_table(
        Exposure.STOPPED,
        "before",
        "next",
        """
        cant do, cannot do, no more, puked up, replaces, replacing, superseding, supersedes, swore by,
        takes over from, taking over from, threw up, to supersede, use to swear by, used to swear by,
        vomited, vomited up
        """,
    ),
    *cue_table(None, "before", "next", "no more than, no more often than"),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "1st, 2nd, 3rd, first, second, third, last, prior, previous, both",
        "pregnancy, pregnancies",
        "had, took, on, was on, used, needed",
    ),
    *cue_table(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        cancel, cancelled, canceled, come off, crossed out, comes off, pulled, remove, struck off,
        struck out, withdraw
        """,
    ),
    *rows(Exposure.STOPPED, "after", "next", "->, =", _UPSETS),
    *rows(Exposure.STOPPED, "after", "next", "been there, been there done that, waste of money"),
    *cue_table(Exposure.STOPPED, "both", "clause", "with h, w held, with drawn"),
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "changed over, exchanged, interchanged, swapped, swapped out",
        "for, to, with",
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "subbed, substituted",
        "by, with",
    ),
    # negated
    *rows(
        Exposure.NEGATED,
        "after",
        "piece",
        "?",
        "->",
        "declined, declines, denied, denies, n, never, nil, no, none, nope, not, refused",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "didnt, did not, doesnt, does not, dont, do not, never",
        """
        agree to, ever want, ever need, fancy, like the idea of, really want, touch, want, want any,
        wish for, wish to have
        """,
    ),
    *cue_table(
        None,
        "before",
        "next",
        "do not want to stop, does not want to stop, doesnt want to stop, dont want to stop",
    ),
    *rows(
        Exposure.NEGATED,
        "both",
        "clause",
        "contraindicated, contra indicated, is contraindicated, is contra indicated, c i d",
        "-, in, by, due, given, per, since, because, as",
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "piece",
        "contraindicated, contra indicated, is contraindicated, not compatible, incompatible, interacts, "
        "would interact, not safe, unsafe, not to be given, not to be taken, do not give, do not take, do "
        "not use, dont give, dont take, dont use, not, not to be used, never, must not be taken",
        "with, while on, while taking, when on, when taking, whilst on, whilst taking",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "next",
        "contraindicated, contra indicated, is contraindicated, not compatible, incompatible, interacts, "
        "would interact, interaction, interactions, not safe, unsafe, not to be given, not to be taken, do "
        """
        not give, do not take, do not use, dont give, dont take, dont use, not to be used, must not be
        taken
        """,
        "with, while on, while taking, when on, when taking, whilst on, whilst taking",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "next",
        "-, not",
        "while on, whilst on, while taking, whilst taking, as on, as already on, since on, since already on, "
        "given on",
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "piece",
        """
        aint, is not, isnt, no longer, not, not a, not an, not a good, not really a, not deemed a, poor,
        not felt
        """,
        "candidate, eligible, suitable, appropriate candidate, advisable, advised, recommended",
    ),
    *cue_table(
        Exposure.NEGATED,
        "after",
        "piece",
        """
        c i in, deferred, not filled, unfilled, uncollected, not collected, hasnt needed, has not
        needed, hasnt required, none given, none used, deferred indefinitely, ineligible, mom not
        giving, never actually given, never arrived, never came, never dispensed, never got it, never
        got to try it, never had, never sent, never supplied, never touched, never was given, not
        administered, not available, not avail, not carried, not eligible, not given, not giving, not
        having it, not in stock, not kept, not offered, not on hand, not on shelf, not prescribable, not
        safe, not stocked, not suitable, not to have, not to start, not to take, not to use, not tried
        yet, out of stock, parents not giving, refused by family, refused by pt, refused daily, refuses
        daily, so never got, too expensive, too pricey, unable to get, unavailable, unsuitable, wasnt
        given, wasnt needed, wasnt used, was not needed, was not used, was not required
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        decline, declined, declines, declining, didnt want, did not want, does not want, doesnt want,
        dont want, refuse, refused, refuses, refusing
        """,
        "to",
        """
        add, begin, consider, do, give, have, let me have, let me try, order, prescribe, put me on,
        refill, restart, resume, rx, start, take, try, use, write
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "wont, will not, wouldnt, would not",
        """
        authorise, authorize, consider, do, even consider, even discuss, even try, give, give me, hand
        out, issue, let her have, let him have, let me on, order, put me on, rx, script, sign off on,
        start me on, supply, touch, write, write for
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "doesnt, does not, dont, do not, didnt, did not",
        "do, give, give me, issue, order, supply, touch, write",
    ),
    *cue_table(None, "both", "clause", "do not do well, do well"),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "next",
        """
        no call for, not giving, no indication, no need, no need of, none of, not a fan of, not fond of,
        not for any, not had any, not having, not having any, not needing, not needing any, not req, not
        requiring any, not wanting, not wanting any, scared of, w out
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "discussed, considered, thought about",
        "but not prescribed, but not started, not started, not rxd, but declined",
    ),
    *cue_table(
        Exposure.NEGATED,
        "after",
        "piece",
        """
        considered but not prescribed, considered but not started, considered not started, discussed and
        declined, discussed but declined, discussed declined, discussed not prescribed, discussed not
        rxd, discussed not started, mentioned not started, not rxd, not scripted, offered and declined,
        offered but declined, offered declined, offered not taken, offered not wanted, offered refused,
        suggested but declined, tbc not started
        """,
    ),
)
"""Stopped, negated."""

"""What dictated letters advise, for or against, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.columns import rows

__all__ = ["ADVICE_CUES"]

ADVICE_CUES: Final[tuple[Cue, ...]] = (
    # advice against, and what was never had
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "never",
        """
        been exposed to, been given, been offered, been prescribed, been started on, been treated with,
        been tried on, had to take, had to use, needed, needed any, resorted to, wanted
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "not keen, not too keen, not at all keen, not enthusiastic, unenthusiastic, wary, nervous, not happy",
        "about, about taking, about starting, about using, of taking, of starting, on taking, on trying, on "
        "starting, on, on using, to start, to take, to try, to use",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "decided, elected, chose, chosen, opted, prefer, prefers, preferred, agreed, resolved",
        "against, against starting, against taking, against using, to avoid, to stay away from, to stay off, "
        "to steer clear of",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "advise, advised, cautioned, counseled, counselled, warned",
        "her against, him against, her off, him off, the patient against, them against",
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        avoid combining, avoid mixing, do not combine, do not mix, keep away from, keep clear of, kept away
        from, never to take, never to use, opted out of, passed up, shied away from, shies away from, shy away
        from, stay clear of, stayed away from, steer away from, steered away from, steered clear of, strongly
        against, to keep off, to stay off, turned down
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "not to",
        """
        add, be on, begin, give, go ahead with, go with, have, initiate, introduce, prescribe, proceed
        with, pursue, receive, restart, resume, start, treat with, try
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        afraid, disinclined, hesitant, loath, loathe, not inclined, not prepared, not ready, reluctant,
        unwilling
        """,
        "to",
        """
        add, begin, commit to, consider, escalate to, go on, go onto, increase, reintroduce, restart,
        resume, try
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "should never, must never, can never, may never, will never, ought not to, had better not",
        "be given, be on, be prescribed, have, receive, take, use",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "no case, no place, no call, little role, little place, no good reason, no grounds",
        "for, for giving, for starting, for using, to give, to start, to use, to add",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "no need, no reason",
        "to add, to give, to prescribe, to start, to treat with, to use",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "cannot, can not, cant, could not, couldnt, unable to, not able to, not been able to",
        "afford, obtain, get hold of",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "would not, will not, wont, wouldnt, does not, doesnt, did not, didnt, refused to, declined to",
        "approve, cover, pay for",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "did not, didnt, do not, dont, would not, will not, wont, declined to, refused to",
        "order, prescribe, refill, renew, reorder, represcribe",
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        dissuaded from, dissuaded her from, dissuaded him from, not in favor of, not in favour of, nothing
        to be gained from, prefer not to, prefer not to take, prefer not to use, prefers not to, talked
        her out of, talked him out of, talked out of
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "piece",
        "rather than, instead of, without",
        """
        add, adding, commence, commencing, give, giving, go on, going on, going onto, going to, increase,
        jumping to, prescribe, prescribing, resorting to, restart, restarting, start, starting, starting
        on, try, trying, use, using
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "piece",
        "cannot be, can not be, could not be, must never be, should never be, ought not to be",
        """
        added, co prescribed, combined, given, prescribed, recommended, restarted, started, taken, used
        """,
    ),
    *rows(
        Exposure.NEGATED, "after", "piece", "should not be, must not be", "combined, prescribed, restarted"
    ),
    *rows(Exposure.STOPPED, "after", "piece", "cannot be, can not be, could not be", "continued, maintained"),
    *rows(
        Exposure.NEGATED,
        "after",
        "piece",
        "would be, is, was, were, are, would probably be, would also be, may be, might be",
        """
        a bad idea, a mistake, a poor choice, cost prohibitive, not a good choice, not a good idea, not a
        good option, not approved, not covered, not felt appropriate, out of the question, prohibitively
        expensive, risky, too costly, too dangerous, too expensive, too hazardous, too risky,
        unaffordable, unsafe, unsuitable, unwise
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "piece",
        "would be",
        """
        a last resort, contraindicated, hazardous, inadvisable, inappropriate, no better, of little help,
        of little use, of no benefit, of no help, of no use, unhelpful, unlikely to be of help, unlikely
        to help, unnecessary, unwarranted, wrong
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "piece",
        """
        do not think, dont think, did not think, does not think, do not believe, do not feel, not think,
        doubt, doubt that
        """,
        "it, this, they",
        "will, would",
        "add, be helpful, be of, help, make, suit",
    ),
    # what is to come
    *rows(Exposure.PLANNED, "before", "next", "may, can, might, is to, are to, may also, can also", "have"),
    *rows(
        Exposure.PLANNED,
        "after",
        "piece",
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
    *rows(Exposure.PLANNED, "after", "piece", "is, are, will be, will next be, is next, comes, falls", "due"),
    *rows(None, "after", "piece", "is, are, will be", "due to"),
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
        fall back on, go to, go with, look at, move on to, move to, opt for, reach for, resort to, turn to
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        going to, likely, likely to, may ultimately, may well, may yet, might well, will likely, will
        ultimately
        """,
        "benefit from, need, require, end up on, end up needing",
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        awaiting, awaiting approval of, awaiting authorization for, due for, worth a trial of, worth
        adding, worth considering, worth starting, worth trying
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "piece",
        """
        are scheduled for, has been scheduled, have been scheduled, is booked, is on order, is scheduled
        for
        """,
    ),
    *rows(Exposure.PLANNED, "after", "piece", "in, is in, kept in, keep in", "reserve"),
)
"""Negated, planned."""

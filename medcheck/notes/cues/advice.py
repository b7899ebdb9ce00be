"""What dictated letters advise against, and what was never had, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["ADVICE_CUES"]

ADVICE_CUES: Final[tuple[Cue, ...]] = (
    *cue_table(
        Exposure.NEGATED,
        "before",
        "next",
        """
        avoided, discourage, discouraged, discourages, no concomitant, no concurrent, no earlier, no past,
        no previous
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "at no time, in no case, on no account, under no circumstances",
        "did, had, has, is, may, must, should, was",
        "he, i, she, the patient, they, we",
    ),
    *rows(Exposure.NEGATED, "before", "clause", "must not", "be given, be on, be prescribed, receive, use"),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "will not, would not, wouldnt, wont",
        "hear of, entertain, countenance",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "hasnt, has not, have not, havent, had not",
        "been exposed to, had to resort to, had to take, had to use, resorted to",
    ),
    *cue_table(
        Exposure.NEGATED, "before", "clause", "no exposure to, no prior exposure to, no previous exposure to"
    ),
    *cue_table(
        Exposure.NEGATED,
        "after",
        "subject",
        """
        did not do so, has not done so, never did so, never got it filled, never had it filled, to be
        discouraged, was discouraged, were discouraged
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "never",
        """
        abused, asked for, been exposed to, been given, been offered, been prescribed, been put on, been
        started on, been treated with, been tried on, begun, bought, come across, considered, dabbled in,
        experimented with, got round to, had any, had cause to use, had occasion to take, had occasion to
        use, had recourse to, had to have, had to take, had to use, injected, misused, needed, needed any,
        resorted to, smoked, snorted, sought, taken any, touched, tried any, used any, vaped, wanted
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
        """
        against the use of, against use of, her against, him against, her off, him off, the patient
        against, them against
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        avoid combining, avoid mixing, do not combine, do not mix, keep away from, keep clear of, kept
        away from, never to take, never to use, opted out of, passed up, shied away from, shies away from,
        shy away from, stay clear of, stayed away from, steer away from, steered away from, steered clear
        of, strongly against, to keep off, to stay off, turned down
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
        "to add, to give, to prescribe, to restart, to resume, to start, to treat with, to use",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "-, is, would be, would seem",
        """
        dangerous, foolish, hazardous, inadvisable, inappropriate, premature, risky, too early, too soon,
        unsafe, unwise
        """,
        "to",
        "add, begin, continue, give, restart, resume, start, try, use",
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "subject",
        "has not been, hasnt been, have not been, havent been, had not been",
        "administered, given, indicated, necessary, needed, prescribed, required, restarted, started, used",
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "subject",
        "was not, were not",
        "administered, offered, ordered, prescribed, used",
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "subject",
        "has not, hasnt, have not, havent, had not, has not yet, have not yet, never, had never, has never",
        """
        acted on it, begun it, bought it, collected it, filled it, filled them, followed through, gone ahead
        with it, gone for it, gone through with it, got it, gotten it, had it filled, obtained it, picked it
        up, picked them up, proceeded, pursued it, pursued this, started it, taken it, taken it up, taken
        them up, tried it, used it
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "subject",
        "did not, didnt, has yet to",
        """
        begin it, buy it, collect it, fill it, fill them, follow through, get it, get it filled, go ahead
        with it, go for it, obtain it, pick it up, pick them up, pursue it, pursue this, start it, take it,
        take it up, try it, use it
        """,
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
        against the use of, avoid the use of, keeping away from, kept clear of, staying away from, staying
        clear of, steering clear of, steers clear of, discouraged her from, discouraged him from,
        discouraged the use of, discouraged use of, dissuaded from, dissuaded her from, dissuaded him
        from, not be in favor of, not be in favour of, not in favor of, not in favour of, nothing to be
        gained from, prefer not to, prefer not to take, prefer not to use, prefers not to, talked her out
        of, talked him out of, talked out of, cannot abide, cannot bear, cannot stand, cannot stomach
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
        "subject",
        "cannot be, can not be, could not be, must never be, should never be, ought not to be",
        """
        added, co prescribed, combined, given, prescribed, recommended, restarted, started, taken, used
        """,
    ),
    *rows(
        Exposure.NEGATED, "after", "subject", "should not be, must not be", "combined, prescribed, restarted"
    ),
    *rows(
        Exposure.STOPPED, "after", "subject", "cannot be, can not be, could not be", "continued, maintained"
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "subject",
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
        "subject",
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
        "subject",
        """
        do not think, dont think, did not think, does not think, do not believe, do not feel, not think,
        doubt, doubt that
        """,
        "it, this, they",
        "will, would",
        "add, be helpful, be of, help, make, suit",
    ),
)
"""Negated, and what cannot go on."""

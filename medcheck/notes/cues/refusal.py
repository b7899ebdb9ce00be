"""What dictated letters say was turned down, or has no place, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["REFUSAL_CUES"]

_BEGINNING: Final = """
    adding, giving, giving her, giving him, going to, offering, prescribing, putting her on, putting him on,
    restarting, starting, starting her on, starting him on, taking, trying, using
    """

REFUSAL_CUES: Final[tuple[Cue, ...]] = (
    *cue_table(
        Exposure.NEGATED,
        "after",
        "subject",
        """
        discarded it, he was not interested, refused it, returned it unopened, she was not interested, threw
        it away, threw it out, threw them away, threw them out, turned it down, turned this down, was not
        interested, wasnt interested
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "subject",
        "has, have, had, plays, serves",
        "no, little",
        "part, place, purpose, role",
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "subject",
        "arent, is not, isnt, may not be, might not be, was not, wasnt, will not be, wont be, would not be, "
        "wouldnt be, are not, were not, werent",
        """
        a good choice, a good idea, a good option, a possibility, a safe choice, advisable, advised,
        affordable, allowed, an option, appropriate, available to her, available to him, called for,
        covered, desirable, feasible, for her, for him, indicated, justified, necessary, needed, on
        formulary, on the formulary, permitted, possible, recommended, required, right for her, right for
        him, safe, sensible, suitable, warranted, wise, worth the risk, worthwhile
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "subject",
        "been, is, was, were, would be",
        """
        disallowed, forbidden, off limits, off the table, precluded, prohibited, rejected, ruled out, vetoed
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        adamantly against, against, dead set against, firmly against, little benefit in, little point in,
        little sense in, little to be gained by, little to be gained from, little value in, no advantage in,
        no benefit in, no point in, no purpose in, no sense in, no use in, no value in, nothing to be gained
        by, nothing to be gained from, set against, think twice about, think twice before, thought better of
        """,
        _BEGINNING,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "afraid, averse, disinclined, hesitant, loath, loathe, not inclined, reluctant, unwilling",
        "to",
        """
        expose, expose her to, expose him to, give, go to, have, offer, prescribe, put her on, put him on,
        recommend, rely on, repeat, start, start her on, start him on, suggest, take, use
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "balk, balked, balks, baulk, baulked, baulks, blanched, bristled, demurred, draw the line, draws the "
        "line, drew the line",
        "at, at adding, at starting, at taking, at the idea of, at the suggestion of, at the thought of",
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "subject",
        "do not need to, does not need to, need not",
        "be added, be given, be repeated, be restarted, be resumed, be started, be taken, be used",
    ),
    *rows(Exposure.NEGATED, "after", "subject", "best, better", "avoided, left alone, left off, left out"),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "at no time, in no case, on no account, under no circumstances",
        "must, should",
        "he, she, they",
        "be given, be on, be prescribed, be put on, be started on",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "not a patient, not one, not somebody, not someone",
        "for whom i would, i would, to, who should, whom i would",
        "be on, consider for, give, have, prescribe, put on, recommend, start on, take, want on",
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        a poor candidate for, no candidate for, not an ideal candidate for, not be a candidate for, not be a
        good candidate for, not been a candidate for, not been a good candidate for
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "can not have, cannot be given, cannot have, is not allowed, not allowed, not permitted",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "next",
        """
        adamantly against, begged off, dead set against, eschewed, eschews, forgo, forgone, forwent,
        no interest in, nothing to do with, passed on, resisted, resisting, resists, set against, shunned,
        shuns, spared, strongly opposed to, was spared, wary of, wants none of
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "be, had, have, want, wanted, wants, wish",
        "no part of, nothing to do with",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "next",
        "carrier, company, insurance, insurer, medicaid, medicare, payer, payor, plan",
        "denied, refused, rejected, turned down, would not approve, wouldnt approve",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "had",
        """
        considered, contemplated, intended to start, meant to start, thought about, thought of, thought of
        giving, thought of giving her, thought of giving him, thought of starting, thought of using, toyed
        with
        """,
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "not dream of, not hear of, not think of, sooner not, rather not, prefer not to",
        "-, give, giving, have, start, starting, take, taking, use, using",
    ),
)
"""Negated."""

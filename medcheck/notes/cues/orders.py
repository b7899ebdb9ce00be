"""What orders, pharmacists and patients plan, react to and go on with, in shorthand: rules as columns."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["ORDER_CUES"]

_GOT_RASH: Final = "anaphylaxis, angioedema, hives, itching, rash, swelling, urticaria"
_DAYS: Final = """
    mon, tue, tues, wed, weds, thu, thur, thurs, fri, sat, sun, monday, tuesday, wednesday, thursday,
    friday, today, tomorrow, tonight, now, next, this week, this month
    """

ORDER_CUES: Final[tuple[Cue, ...]] = (
    # planned
    *rows(
        Exposure.PLANNED,
        "after",
        "piece",
        "awaiting, awaits, needs, pending, requires, waiting, waiting for, waiting on, still waiting on, "
        "still waiting for, stuck in",
        """
        appeal, approval, auth, authorisation, authorization, delivery, funding, ins approval,
        insurance, insurance approval, pa, pharmacy, prior auth, prior authorization, prior approval,
        sign off, special authority, tier exception, the insurance, the pharmacy
        """,
    ),
    *rows(Exposure.PLANNED, "after", "next", "start, starts, starting, to start, begin, begins, due", _DAYS),
    *rows(Exposure.PLANNED, "after", "piece", "due", "today, tomorrow, tonight, next week, next month"),
    *rows(None, "both", "clause", "dose, doses, next dose, level, refill, refills, trough, labs, f u", "due"),
    *rows(
        Exposure.PLANNED,
        "before",
        "next",
        "ask, asking, check with, d with, discuss with, query",
        "-, md, dr, doc, doctor, gp, pcp, cardiology, neuro, the dr, my dr, my doctor",
        "re, about, regarding",
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "next",
        """
        called in, phoned in, sent in, wrote for, writing for, sent rx for, sent script for, wrote rx
        for, wrote script for, escribed, awaiting trial of, candidate for, consent for, considered for,
        curious about, earmarked for, fallback, fancy trying, fall back, going for, happy for, happy
        with trial of, heard about, heard good things about, listed for, needs order for new, next line,
        ok with starting, plan b, read about, read up on, ready for, referred for, second line, thoughts
        on, to trial, to try, tempted by, tempted to try, wants script for, worth a go, workup for, work
        up for
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "piece",
        """
        been suggested, booked, down the line, for discharge, heard about it, heard good things, if
        flaring, instead from, is next, later if, next if, next per, next visit, on the cards, on
        discharge only, read about it, read good things, referred, saw it advertised, to be commenced,
        to follow, under consideration, would be next, worth a shot, worth a try
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        alternative, alternatively, alternatives, backup plan, choices, option, options, options are,
        options include, options discussed, options d with, plan a, choose between, choice of, choosing
        between, deciding between, discussed options
        """,
    ),
    *cue_table(
        Exposure.PLANNED, "after", "end", "later, at later date, later on, maybe later, down the road"
    ),
    # allergy
    *rows(
        Exposure.ALLERGY,
        "before",
        "clause",
        "nka, nkda, nka bar, no allergies, no known allergies, no known drug allergies, no allergy, none, "
        "nil, no other allergies",
        """
        apart from, aside from, bar, besides, but, except, exc, except for, excl, excluding, other than,
        outside
        """,
    ),
    *cue_table(Exposure.ALLERGY, "after", "next", "reaction, intolerant, intolerances, allergic reaction"),
    *cue_table(
        None,
        "after",
        "next",
        "intolerance to, allergy shots, allergy testing, allergy medicine, allergy pill, allergy pills, "
        "allergy tabs, allergy meds, allergy season",
    ),
    *rows(Exposure.ALLERGY, "after", "piece", "came out in, comes out in", _GOT_RASH),
    # family
    *cue_table(
        Exposure.FAMILY,
        "before",
        "clause",
        """
        auntie, aunty, bestie, bff, bro, bros, buddy, buddys, colleague, coworkers, daddy, flatmate,
        gma, gpa, gramma, gramps, hubs, mommy, momma, mummy, roomie, stepmum, wifey, mother in law
        """,
    ),
    *rows(
        Exposure.FAMILY,
        "before",
        "clause",
        "bil, dd, dh, ds, dw, fil, mil, sil",
        "had, has, is on, on, take, takes, took, use, used, uses, was on, gets, swears by, loves",
    ),
    # taking
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "usual, regular, home, own, current, normal, baseline, existing",
        "rx, scripts, script, med, meds, tx, treatment",
    ),
    *rows(
        Exposure.TAKING,
        "after",
        "piece",
        "↑, ↓, increased, decreased, reduced, titrated up, titrated down, up, down, upped, lowered",
        "from",
    ),
    *rows(
        Exposure.TAKING,
        "after",
        "piece",
        "↑, ↓, increased, decreased, titrated up, titrated down, upped",
        "to",
    ),
    *cue_table(Exposure.TAKING, "after", "next", "↑, ↓"),
    *cue_table(
        Exposure.TAKING,
        "before",
        "clause",
        """
        borrowed, borrowing, got through, cont w, cont with, continue w, got by on, living on, still
        using, still get, still getting, still have, usually uses, still needing, still needs
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "after",
        "piece",
        """
        as usual, as before, as normal, carries on, carry on, going well, ongoing, running, running at,
        still helps, still running, still going, unchanged, up to date
        """,
    ),
)
"""Planned, allergy, family, taking."""

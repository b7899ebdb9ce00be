"""The rules: which phrase says what of the medicine beside it. A table, sorted by what it says."""

from __future__ import annotations

from typing import Final, NamedTuple

from medcheck.model import Exposure

__all__ = ["CUES", "Cue"]


class Cue(NamedTuple):
    """One rule: ``phrase`` says ``exposure`` of the medicines that stand on ``side`` of it.

    ``side``: ``before`` (the cue comes before the medicine), ``after``, or ``both`` (before when
    it opens its piece of a list, otherwise after). ``reach``: ``clause``, ``piece`` (up to the
    next comma) or ``next`` (the words beside it only). An exposure of ``None`` only shields its
    words from shorter rules ("not stopped").
    """

    phrase: tuple[str, ...]
    exposure: Exposure | None
    side: str
    reach: str


def _table(exposure: Exposure | None, side: str, reach: str, phrases: str) -> tuple[Cue, ...]:
    return tuple(Cue(tuple(p.split()), exposure, side, reach) for p in phrases.split(","))


CUES: Final[tuple[Cue, ...]] = (
    *_table(
        Exposure.STOPPED,
        "both",
        "clause",
        """
        ceased, completed, d c, d cd, d ced, dc, dcd, dced, discontinue, discontinued, discontinuing,
        finished, had been discontinued, had been stopped, has been discontinued, has been held,
        has been stopped, have been discontinued, have been stopped, held, hold, holding, on hold,
        quit, ran out, recently finished, run out, stop, stopped, stopping, was discontinued, was held,
        was stopped, were discontinued, were stopped, withdrawn, withheld
        """,
    ),
    *_table(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        been off, came off, come off, former, formerly, formerly on, has been off,
        has not been getting, has not been taking, has not had, has not taken, hasnt been taking,
        hasnt had, hasnt taken, have not had, have not taken, havent had, havent taken, is off,
        last dose of, last took, no longer on, no longer take, no longer takes, no longer taking,
        no longer uses, no longer using, not on any more, out of, past use of, previously on,
        previously took, quit taking, ran out of, run out of, stop taking, stopped taking,
        stopped using, taken off, tapered off, used to be on, used to take, used to use, was on,
        was previously on, was taking
        """,
    ),
    *_table(
        Exposure.STOPPED,
        "before",
        "next",
        "changed from, off, past, switched from",
    ),
    *_table(
        Exposure.STOPPED,
        "after",
        "piece",
        "in the past, last dose, no longer, no longer taken, not any more",
    ),
    *_table(
        Exposure.TAPERING,
        "both",
        "clause",
        """
        being tapered, being weaned, coming off, cutting down, cutting down on, missed a dose of,
        missed dose, missed doses, missed doses of, missing doses, missing doses of, skipped doses of,
        skipping, taper, taper off, tapered, tapering, tapering down, tapering off, wean, wean off,
        weaned, weaning, weaning down, weaning off
        """,
    ),
    *_table(
        Exposure.ALLERGY,
        "before",
        "clause",
        """
        adverse reaction to, allergic reaction to, allergic to, allergies, allergies include,
        allergies to, allergy, allergy to, anaphylaxis to, anaphylaxis with, hypersensitivity to,
        intolerance to, intolerances, intolerant of, intolerant to, reaction to, sensitive to,
        sensitivity to
        """,
    ),
    *_table(
        Exposure.ALLERGY,
        "after",
        "next",
        "allergies, allergy, hypersensitivity, intolerance",
    ),
    *_table(
        Exposure.ALLERGY,
        "after",
        "piece",
        "anaphylaxis, angioedema, causes hives, causes rash, hives",
    ),
    *(
        Cue((who, says), None, "before", "next")
        for who in ("father", "husband", "mom", "mother", "mum", "wife")
        for says in ("denies", "gave", "gives", "noted", "reports", "said", "says", "states", "thinks")
    ),
    *_table(
        None,
        "before",
        "next",
        """
        hold for, hold if, nka, nkda,
        no allergies, no allergies to medication, no allergies to medications, no change,
        no changes, no drug allergies, no known allergies, no known drug allergies,
        no known drug allergy, no known medication allergies, no number, not allergic to
        """,
    ),
    *_table(
        Exposure.TAKING,
        "both",
        "clause",
        """
        continue, continued, continues, continuing, currently on, currently takes, currently taking,
        did not stop, didnt stop, do not stop, dont stop, has not stopped, never stopped, not stopped,
        remains on, still on, still takes, still taking
        """,
    ),
    *_table(
        Exposure.TAKING,
        "before",
        "clause",
        """
        am on, are on, changed to, has been on, has started, have been on, i take, is on, is taking,
        maintained on, patient on, pt on, recently started, restarted, started, started on,
        switched to, takes, taking, uses, using
        """,
    ),
    *_table(
        Exposure.TAKING,
        "before",
        "next",
        "on",
    ),
    *_table(
        Exposure.TAKING,
        "after",
        "piece",
        "restarted, started",
    ),
    *_table(
        Exposure.PLANNED,
        "after",
        "piece",
        "to be started, to begin, to start, will be started",
    ),
    *_table(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        about to give, about to start, add, begin, can i take, commence, consider, consider adding,
        consider starting, considering, could i take, going to start, initiate, may i take, plan for,
        plan to start, plan to take, planning to start, planning to take, prescribe, recommend,
        recommended, restart, resume, should i take, start, start on, start taking, starting,
        thinking about, thinking of, thinking of taking, to begin, to start, to take, trial of, try,
        want to take, wants to start, will begin, will restart, will start, will take,
        would like to start
        """,
    ),
    *_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        avoid, avoiding, avoids, declined, declines, denied, denies, denies taking, denies use of,
        did not take, didnt take, do not give, do not take, does not take, doesnt take, dont take,
        has never taken, has never used, has not used, is not on, is not taking, isnt on, isnt taking,
        negative for, never been on, never had, never taken, never takes, never took, never tried,
        never used, no history of, no use of, not been on, not currently on, not currently taking,
        not given, not on, not prescribed, not taking, not using, refused, refuses, refusing,
        was not on, was not taking, without
        """,
    ),
    *_table(
        Exposure.NEGATED,
        "before",
        "next",
        "no, not",
    ),
    *_table(
        Exposure.NEGATED,
        "after",
        "piece",
        """
        contraindicated, declined, never begun, never started, never taken, not given, not started,
        not taken, not yet started, refused
        """,
    ),
    *_table(
        Exposure.FAMILY,
        "before",
        "clause",
        """
        aunt, aunts, brother, brothers, dad, dads, daughter, daughters, family history of, father,
        fathers, grandfather, grandmother, husband, husbands, mom, moms, mother, mothers, mum, mums,
        parents, partner, partners, sister, sisters, son, sons, spouse, uncle, uncles, wife, wifes
        """,
    ),
)
"""Every rule, grouped by what it says; the longest phrase at a place wins there."""

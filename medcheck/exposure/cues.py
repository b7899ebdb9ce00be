"""The rules: which phrase says what of the medicine beside it. A table, sorted by what it says."""

from __future__ import annotations

from typing import Final, NamedTuple

from medcheck.model import Exposure

__all__ = ["CUES", "Cue", "cue_table"]


class Cue(NamedTuple):
    """One rule: ``phrase`` says ``exposure`` of the medicines that stand on ``side`` of it.

    ``side``: ``before`` (the cue comes before the medicine), ``after``, ``both`` (before when
    it opens its piece of a list, otherwise after) or ``either`` (before when a medicine follows).
    ``reach``: ``clause``, ``piece`` (up to the next comma), ``subject`` (the same, of what the verb
    says it: notes only) or ``next`` (the words beside it only). Lines alone have ``end`` (the same as
    ``piece``, where the rule ends it), ``pair`` (``next``, and what an "and" joins to it), ``turn``
    (the medicine before, where another follows) and ``turned`` (``next``, where another stands before).
    An exposure of ``None`` only shields its words from shorter rules ("not stopped").
    """

    phrase: tuple[str, ...]
    exposure: Exposure | None
    side: str
    reach: str


def cue_table(exposure: Exposure | None, side: str, reach: str, phrases: str) -> tuple[Cue, ...]:
    """One rule for each of ``phrases``, which commas part."""
    return tuple(Cue(tuple(p.split()), exposure, side, reach) for p in phrases.split(","))


_HER: Final = ("aunt", "daughter", "grandmother", "mom", "mother", "mum", "sister", "wife")
_HIM: Final = ("brother", "dad", "father", "grandfather", "husband", "son", "uncle")
_SAYS: Final = (
    *("advised", "asked", "denies", "gave", "gives", "noted", "recommended", "recommends", "reports", "said"),
    *("says", "states", "suggested", "suggests", "thinks", "told", "wants"),
)

CUES: Final[tuple[Cue, ...]] = (
    *cue_table(
        Exposure.STOPPED,
        "both",
        "clause",
        """
        ceased, completed, cut out, d c, d cd, d ced, dc, dcd, dced, discontinue, discontinued,
        discontinuing, finished, gave up, give up, given up, giving up, had been discontinued, had been
        stopped, has been discontinued, has been held, has been stopped, have been discontinued, have
        been stopped, held, hold, holding, on hold, pause, paused, pausing, quit, ran out, recently
        finished, run out, stop, stopped, stopping, suspend, suspended, was discontinued, was held, was
        stopped, were discontinued, were stopped, withdrawn, withheld
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        been off, came off, come off, detox from, detoxed from, detoxing from, discontinued meds, failed,
        failed on, failed trial of, failed trials of, former, formerly, formerly on, has been off, has
        not been getting, has not been taking, has not had, has not taken, hasnt had, hasnt been taking,
        hasnt taken, have not had, have not taken, havent had, havent taken, is off, last dose of, last
        had, last taken, last took, last used, no longer on, no longer drink, no longer drinks, no longer
        take, no longer takes, no longer taking, no longer uses, no longer using, not on any more, out
        of, past medications, past meds, past use of, previous trial of, previous medications, previous
        meds, previous trials, previous trials of, previously, previously on, previously took, previously
        tried, quit taking, ran out of, run out of, stop taking, stopped taking, stopped using, taken
        off, tapered off, tried and failed, tried and stopped, used to use, used to be on, used to take,
        was on, was previously on, was taking, went off, withdrawal from, withdrawing from, withdrew from
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "before",
        "next",
        "changed from, off, past, switched from",
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "piece",
        "in the past, last dose, no longer, no longer taken, not any more",
    ),
    *cue_table(
        Exposure.TAPERING,
        "both",
        "clause",
        """
        being tapered, being weaned, coming off, cut back on, cut down on, cutting back, cutting back on,
        cutting down, cutting down on, missed a dose of, missed dose, missed doses, missed doses of,
        missing doses, missing doses of, skipped doses of, skipping, taper, taper off, tapered, tapering,
        tapering down, tapering off, wean, wean off, weaned, weaning, weaning down, weaning off
        """,
    ),
    *cue_table(
        Exposure.TAPERING,
        "before",
        "next",
        """
        cut down, forgets, forgets to take, forgetting, forgetting to take, forgot, forgot to take,
        forgotten, forgotten to take, halved my dose of, halving my dose of, missed, missing, reducing,
        reducing dose of, reducing her dose of, reducing his dose of, reducing my dose of, reducing the
        dose of, skipped
        """,
    ),
    *cue_table(
        Exposure.TAPERING,
        "before",
        "clause",
        "weaned myself off, weaning myself off",
    ),
    *cue_table(
        Exposure.ALLERGY,
        "before",
        "clause",
        """
        adr, adrs, adverse drug reaction, adverse drug reactions, adverse reaction, adverse reaction to,
        adverse reactions, adverse reactions to, allergic reaction to, allergic to, allergies, allergies
        include, allergies to, allergy, allergy to, anaphylaxis to, anaphylaxis with, bad reaction to,
        bad reaction with, can not tolerate, cannot tolerate, cant tolerate, could not tolerate, couldnt
        tolerate, did not tolerate, didnt tolerate, does not tolerate, doesnt tolerate, drug allergies,
        drug allergy, hypersensitivity to, intolerance, intolerance to, intolerances, intolerant of,
        intolerant to, react badly to, reacted badly to, reaction to, reacts badly to, sensitive to,
        sensitivity to, unable to tolerate
        """,
    ),
    *cue_table(
        Exposure.ALLERGY,
        "after",
        "next",
        "allergies, allergy, hypersensitivity, intolerance",
    ),
    *cue_table(
        Exposure.ALLERGY,
        "after",
        "piece",
        "anaphylaxis, angioedema, bad reaction, causes hives, causes rash, hives",
    ),
    *cue_table(Exposure.ALLERGY, "before", "clause", "allergic"),
    *cue_table(Exposure.ALLERGY, "before", "next", "sensitivities, sensitivity"),
    *cue_table(Exposure.ALLERGY, "after", "next", "allergic"),
    *cue_table(
        None,
        "both",
        "clause",
        """
        for hives, hives relief, itch stopping, no longer effective, no longer helping, no
        longer helps, no longer smokes, no longer smoking, no longer working, no longer works, quick stop,
        stop if, stop when, stopped helping, stopped working, stops helping, stops working, to quit smoking,
        to stop smoking
        """,
    ),
    *cue_table(
        None,
        "before",
        "next",
        """
        allergic cough, allergic asthma, allergic bronchitis, allergic conjunctivitis, allergic
        dermatitis, allergic disease, allergic eczema, allergic rhinitis, allergic rhinoconjunctivitis,
        allergic sinusitis, allergic symptoms, for allergic, for allergic reaction, for allergic
        reactions
        """,
    ),
    *(
        Cue(("allergy", reaction), Exposure.ALLERGY, "after", "piece")
        for reaction in (
            *("akathisia", "anaphylaxis", "angioedema", "confusion", "dystonia", "hives", "itching"),
            *("nausea", "palpitations", "rash", "reaction", "rls", "swelling", "vomiting"),
        )
    ),
    *(
        Cue((who, says), None, "before", "next")
        for who in (*_HER, *_HIM, "friend", "partner")
        for says in _SAYS
    ),
    *(
        Cue((who, says, they), Exposure.FAMILY, "before", "clause")
        for relatives, they in (
            (("aunt", "sister", "grandmother"), "she"),
            (("uncle", "brother", "grandfather"), "he"),
        )
        for who in relatives
        for says in _SAYS
    ),
    *cue_table(
        None,
        "before",
        "next",
        """
        hold for, hold if, nka, nkda, no allergies, no allergies to medication, no allergies to
        medications, no change, no changes, no drug allergies, no known allergies, no known drug
        allergies, no known drug allergy, no known medication allergies, no number, not allergic to
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "both",
        "clause",
        """
        continue, continued, continues, continuing, currently on, currently takes, currently taking, did
        not stop, didnt stop, do not stop, dont stop, has not stopped, never stopped, not stopped,
        remains on, still on, still take, still takes, still taking, still use
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "before",
        "clause",
        """
        after starting, am on, are on, began, changed to, commenced, commenced on, current, current meds,
        currently, has been on, has begun, has started, have been on, have begun, i drink, i take, i use,
        im on, im taking, is on, is taking, maintained on, now on, now take, now takes, now taking,
        patient on, pt on, recently started, restarted, since commencing, since starting, started,
        started on, switched to, takes, taking, uses, using
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "before",
        "next",
        "on",
    ),
    *cue_table(
        Exposure.TAKING,
        "after",
        "piece",
        "commenced, restarted, started",
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "piece",
        "to be started, to begin, to start, will be started",
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        about to give, about to start, add, begin, can i take, commence, consider, consider adding,
        consider starting, considering, could i take, going to start, initiate, may i take, plan for,
        plan to start, plan to take, planning to start, planning to take, prescribe, recommend,
        recommended, restart, resume, should i take, start, start on, start taking, starting, thinking
        about, thinking of, thinking of taking, to begin, to start, to take, trial of, try, want to take,
        wants to start, will begin, will restart, will start, will take, would like to start
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        avoid, avoiding, avoids, can not take, cannot take, cant have, cant take, declined, declines,
        denied, denies, denies taking, denies use of, did not start, did not take, didnt start, didnt
        take, do not drink, do not give, do not take, do not use, does not take, does not drink, does not
        use, doesnt drink, doesnt take, doesnt use, dont drink, dont give, dont take, dont use, has never
        been on, has never taken, has never used, has not started, has not used, has not yet started,
        hasnt started, hasnt yet started, have never taken, have not started, have not yet started,
        havent started, havent yet started, is not on, is not taking, isnt on, isnt taking, must not
        have, must not take, negative for, never been on, never drink, never drinks, never had, never
        take, never taken, never takes, never took, never tried, never use, never used, never uses, no
        history of, no use of, not been on, not currently on, not currently taking, not on, not
        prescribed, not taking, not using, on no, refused, refuses, refusing, take no, takes no, taking
        no, uses no, was not on, was not taking, will not take, without, wont have, wont take, wont use
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "next",
        "cannot, cant, do not, does not, doesnt, dont, instead of, never, no, not, rather than",
    ),
    *cue_table(
        Exposure.NEGATED,
        "both",
        "clause",
        """
        contraindicated, never given, not given, not started, not yet started, was never given, was not
        given, was not started, were not given
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "after",
        "piece",
        """
        declined, must not be given, must not be taken, must not be used, never begun, never started,
        never taken, not taken, not to be given, not to be taken, refused, should not be given, should
        not be taken, should not be used
        """,
    ),
    *cue_table(
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

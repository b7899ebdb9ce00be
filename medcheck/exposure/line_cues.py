"""Rules for the lines of a list, beside :data:`medcheck.exposure.CUES`; notes do not read them.

A line is short, and what a note says in sentences it says in a word behind the name. ``#`` stands
for any number.
"""

from __future__ import annotations

from typing import Final

from medcheck.exposure.cues import Cue, cue_table
from medcheck.model import Exposure

__all__ = ["LINE_CUES", "TURNS"]

TURNS: Final = (
    *("changed over to", "changed to", "converted to", "replaced by", "replaced with", "rotated to"),
    *("swapped for", "swapped to", "switched over to", "switched to", "transitioned to"),
)
"""What stands between a medicine that was stopped and the one taken in its place."""

_COMING_TURNS: Final = tuple(
    f"{when} be {turn}"
    for when in ("may", "should", "to", "will")
    for turn in ("changed to", "converted to", "replaced by", "replaced with", "switched to")
)
_ALREADY: Final = frozenset(["changed to", "switched to"])
"""Of the turns, what is in the common table with all that follows it."""

_STARTS: Final = ("begin", "beginning", "begins", "start", "starting", "starts")
_WHEN: Final = (
    *("friday", "monday", "next", "saturday", "sunday", "thursday", "today", "tomorrow", "tonight"),
    *("tuesday", "wednesday"),
)
_HARM: Final = (
    *("akathisia", "anaphylaxis", "angioedema", "bleeding", "confusion", "constipation", "cough"),
    *("diarrhea", "diarrhoea", "dizziness", "dystonia", "edema", "hallucinations", "hives", "hyperkalemia"),
    *("hyponatremia", "insomnia", "itching", "myalgia", "myalgias", "myopathy", "nausea", "palpitations"),
    *("pancreatitis", "rash", "rhabdomyolysis", "rls", "sedation", "seizure", "seizures", "swelling"),
    *("syncope", "tremor", "upset", "vomiting"),
)
"""What a medicine does that nobody takes it for, where a word says that it did."""

LINE_CUES: Final[tuple[Cue, ...]] = (
    *cue_table(Exposure.STOPPED, "after", "turn", ",".join((*TURNS, "->"))),
    *cue_table(Exposure.TAKING, "before", "turned", "->"),
    *cue_table(Exposure.TAKING, "before", "next", ",".join(t for t in TURNS if t not in _ALREADY)),
    *cue_table(Exposure.TAKING, "after", "turn", ",".join(_COMING_TURNS)),
    *cue_table(Exposure.PLANNED, "before", "next", ",".join(_COMING_TURNS)),
    *cue_table(Exposure.TAKING, "before", "next", "cont, resumed, resumes, resuming"),
    *cue_table(Exposure.TAKING, "after", "piece", "day # of #, resumed"),
    *cue_table(Exposure.TAKING, "after", "end", "cont, taking, then off"),
    *cue_table(Exposure.PLANNED, "before", "next", "due for"),
    *cue_table(Exposure.STOPPED, "before", "clause", "has tried, have tried, tried"),
    *cue_table(Exposure.ALLERGY, "before", "clause", "adverse rxn, adverse rxns, drug intolerances"),
    *cue_table(Exposure.PLANNED, "after", "piece", "start # #, start in #, starts in #, starting in #"),
    *cue_table(
        Exposure.PLANNED, "after", "piece", ",".join(f"{verb} {when}" for verb in _STARTS for when in _WHEN)
    ),
    *cue_table(
        Exposure.PLANNED, "before", "next", ",".join(f"{verb} {when}" for verb in _STARTS for when in _WHEN)
    ),
    *cue_table(
        None,
        "both",
        "clause",
        """
        allergy injections, allergy relief, allergy season, allergy shot, allergy shots, allergy symptoms,
        allergy testing, end date, environmental allergies, seasonal allergies, seasonal allergy,
        no history of allergy to, no history of reaction to, no hx of allergy to, no hx of reaction to, no
        known allergy to, no previous allergy to, no previous reaction to, no prior allergy to, no prior
        reaction to, start # # #, start date, stop date, tried adding, tried decreasing,
        tried increasing, tried lowering, tried raising, tried reducing, tried skipping, tried stopping,
        tried taking, tried to
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        did not fill, did not pick up, didnt fill, didnt pick up, has not tried, hasnt tried, have not
        tried, havent tried, never began, never filled, never picked up, never started, not tried
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "pair",
        """
        no exposure to, no h o, no h o of, no hx, no hx of, no past use of, no previous, no previous use
        of, no prior, no prior exposure to, no prior history of, no prior hx of, no prior trial of, no
        prior use of
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "after",
        "end",
        """
        avoid, avoid if possible, is not taking, isnt taking, never filled, never picked up, not filled,
        not picked up, not taking, not taking it, not taking this, not used, not using, not using it, not
        using this
        """,
    ),
    *(
        Cue((verb, *more, harm), Exposure.ALLERGY, "after", "piece")
        for harm in _HARM
        for verb, more in (("caused", ()), ("gave", ("me",)), ("gave", ("her",)), ("gave", ("him",)))
    ),
    *(
        Cue((harm, said), Exposure.ALLERGY, "after", "piece")
        for harm in _HARM
        for said in ("intolerance", "allergy")
    ),
)

"""What dictated letters say a medicine did to the patient, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["REACTION_CUES"]

_PATIENT: Final = "her, him, me"
_ALLERGIES: Final = """
    a rash, anaphylaxis, angioedema, bronchospasm, hives, itching, swelling, urticaria, wheezing
    """
_UPSETS: Final = """
    a cough, a dry cough, a headache, abdominal pain, bad dreams, confusion, cough, cramps, diarrhea,
    diarrhoea, dyspepsia, dystonia, edema, gi upset, hallucinations, headaches, heartburn, indigestion, leg
    cramps, muscle aches, nausea, nightmares, oedema, palpitations, stomach upset, terrible nightmares,
    thrush, vomiting
    """
_REACTIONS: Final = """
    anaphylactic reaction, anaphylaxis, angioedema, bronchospasm, hives, itching, pruritus, rash, swelling,
    urticaria, wheezing
    """
_ILL: Final = """
    break out, break out in a rash, break out in hives, hallucinate, ill, itch, itch all over, itchy,
    nauseated, nauseous, pass out, sick, sick to her stomach, sick to his stomach, swell, swell up, throw
    up, very ill, very sick, violently ill, violently sick, vomit, wheeze
    """

REACTION_CUES: Final[tuple[Cue, ...]] = (
    *rows(Exposure.ALLERGY, "after", "subject", "makes", _PATIENT, _ILL),
    *rows(
        Exposure.ALLERGY,
        "after",
        "subject",
        "made",
        _PATIENT,
        "break out, break out in hives, itch, itch all over, swell, swell up, throw up, vomit, wheeze",
    ),
    *rows(Exposure.ALLERGY, "after", "subject", "gave, give, gives", _PATIENT, _ALLERGIES),
    *rows(Exposure.ALLERGY, "after", "subject", "give, gives", _PATIENT, _UPSETS),
    *rows(Exposure.STOPPED, "after", "subject", "gave", _PATIENT, _UPSETS),
    *rows(Exposure.ALLERGY, "after", "subject", "cause, caused, causes, led to, resulted in", _ALLERGIES),
    *rows(Exposure.STOPPED, "after", "subject", "caused, led to, resulted in", _UPSETS),
    *rows(Exposure.ALLERGY, "after", "subject", "brought, brings", _PATIENT, "out in"),
    *rows(
        Exposure.ALLERGY,
        "after",
        "subject",
        "made, makes",
        "her, his, my",
        "face, lips, throat, tongue",
        "swell, swell up, close, close up, tingle",
    ),
    *rows(
        Exposure.ALLERGY,
        "after",
        "subject",
        "brings on, brought on, triggered, triggers",
        "anaphylaxis, angioedema, asthma, her asthma, his asthma, hives, wheezing",
    ),
    *rows(
        Exposure.ALLERGY,
        "before",
        "clause",
        "face, facial, lip, lips, throat, tongue",
        "closed, closed up, swelled, swelled up, swelling, swollen, tightness",
        "after, from, on, to, with",
    ),
    *rows(Exposure.ALLERGY, "before", "clause", "do not, does not, doesnt, dont", "do well", "on, with"),
    *rows(Exposure.ALLERGY, "after", "subject", "upset, upsets", "her, his, my, the", "stomach"),
    *rows(
        Exposure.ALLERGY,
        "after",
        "subject",
        "does not agree with, doesnt agree with, disagrees with",
        _PATIENT,
    ),
    *rows(Exposure.STOPPED, "after", "subject", "disagreed with", _PATIENT),
    *rows(
        Exposure.ALLERGY,
        "before",
        "clause",
        _REACTIONS,
        "during, during an, during her, during his, during the, following, while on, while taking",
    ),
    *rows(Exposure.ALLERGY, "before", "next", _REACTIONS, "on"),
    *rows(
        Exposure.ALLERGY,
        "before",
        "next",
        "became, becomes, deathly, got, gets, so, very, violently",
        "ill, itchy, nauseated, sick",
        "after, from, on, with",
    ),
    *rows(
        Exposure.ALLERGY,
        "before",
        "next",
        "difficulty breathing, fainted, passed out, passes out, trouble breathing",
        "after, from, on, with",
    ),
    *rows(Exposure.ALLERGY, "after", "subject", "turned, turns", "her stomach, his stomach"),
    *rows(
        Exposure.ALLERGY,
        "before",
        "clause",
        "never",
        "been able to tolerate, could tolerate, did tolerate, has tolerated, managed to tolerate, tolerate, "
        "tolerated, was able to tolerate",
    ),
    *rows(
        Exposure.ALLERGY,
        "before",
        "clause",
        "broke out, came out in a rash, swelled, swelled up, swells up, breaks out",
        "after, from, on, with",
    ),
)
"""Allergy, and a few courses that ended with it."""

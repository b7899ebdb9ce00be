"""What dictated letters say of past courses and of what they did to the patient, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.columns import rows

__all__ = ["STORY_CUES"]

_PATIENT: Final = "her, him, me"
_SYMPTOMS: Final = """
    a cough, a dry cough, a headache, a rash, abdominal pain, anaphylaxis, angioedema, bad dreams,
    bronchospasm, bruising, confusion, cough, cramps, diarrhea, diarrhoea, dyspepsia, dystonia, edema, gi
    upset, hallucinations, headaches, heartburn, hives, indigestion, itching, leg cramps, muscle aches,
    nausea, nausea and vomiting, nightmares, oedema, palpitations, stomach upset, swelling, terrible
    nightmares, thrush, urticaria, vomiting, wheezing
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

STORY_CUES: Final[tuple[Cue, ...]] = (
    # a course that was no success
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "helped, worked",
        """
        a little at first, at first, briefly, for a few days, for a few months, for a few weeks, for a
        short time, for a time, for a while, for only, for some time, minimally, not at all, only a little,
        only at first, only briefly, only for, only marginally, only minimally, only partially, only
        slightly, only somewhat, only temporarily, poorly, temporarily, transiently
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "proved, proved to be, turned out to be, seemed, was, were",
        """
        a disappointment, a failure, disappointing, even less effective, inadequate, ineffective,
        insufficient, intolerable, less effective, less helpful, no use, not enough, not very effective, not
        very helpful, of doubtful benefit, only partially effective, only partially helpful, only partly
        helpful, poorly tolerated, short lived, too activating, too sedating, too strong, too weak,
        unhelpful, unsatisfactory, unsuccessful, useless
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "next",
        "was, were, proved",
        """
        even worse, far worse, hardly better, little better, much worse, no better, no more effective, no
        more helpful, no more successful, not any better, not much better, scarcely better, worse, worse
        still
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "had to be, was, were, was soon, was quickly, was later, was therefore",
        "abandoned, given up, halted, phased out, let go, curtailed, cut short, tailed off, weaned",
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "left",
        _PATIENT,
        """
        agitated, anxious, confused, constipated, dizzy, drowsy, dry mouthed, emotionally, exhausted,
        extremely, fatigued, feeling, flat, foggy, groggy, hung over, irritable, jittery, lethargic,
        lightheaded, listless, more, nauseated, nauseous, numb, quite, rather, restless, sedated, shaky,
        sleepless, sleepy, so, tired, too, unable to, unsteady, unwell, very, washed out, weak, wired, with a,
        with an, with severe
        """,
    ),
    *rows(Exposure.STOPPED, "after", "piece", "turned, knocked, wiped", _PATIENT, "into, out, off"),
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "did not suit, didnt suit, never suited, did not agree with",
        _PATIENT,
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "piece",
        """
        but not since, did him no good, did her no good, did little, did me no good, did no good, did not do
        anything, did not do much, did nothing, didnt do anything, didnt do much, fared no better, had been
        unhelpful, had not helped, had not worked, lost effect, lost effectiveness, never
        helped, never really helped, never worked, not since, soon lost its effect, stopped being effective,
        to no avail, with disappointing results, with no
        success, without any benefit, without any effect, without effect, without much benefit,
        without much success
        """,
    ),
    *cue_table(Exposure.STOPPED, "both", "clause", "had failed"),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "had not, hadnt, had not yet",
        "been getting, been taking, been using, had, had any, had any of, taken, taken any, taken any of",
    ),
    *rows(Exposure.STOPPED, "before", "next", "misplaced, mislaid, lapse in, lapse of"),
    # what is used now
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        """
        copes, coping, does fine, does nicely, doing fine, fares well, gets along, gets by, getting by, has
        done well, has settled, is comfortable, is fine, is happy, is managing, is settled, makes do, manages,
        managing, thrives
        """,
        "on, with",
    ),
    *cue_table(
        Exposure.TAKING,
        "before",
        "clause",
        "advanced to, deescalated to, de escalated to, narrowed to, stepped down to, "
        "down to just, has got down to, helped by, helped with, is down to, relies on, relying on",
    ),
    *rows(None, "after", "piece", "has made, have made, is making", _PATIENT),
    *rows(
        None,
        "after",
        "piece",
        "made",
        _PATIENT,
        "comfortable, feel better, feel much better, feel well, much better",
    ),
    # what it did to the patient
    *rows(Exposure.ALLERGY, "after", "piece", "makes", _PATIENT, _ILL),
    *rows(
        Exposure.ALLERGY,
        "after",
        "piece",
        "made",
        _PATIENT,
        "break out, break out in hives, itch, itch all over, swell, swell up, throw up, vomit, wheeze",
    ),
    *rows(Exposure.ALLERGY, "after", "piece", "gave, gives", _PATIENT, _SYMPTOMS),
    *rows(Exposure.ALLERGY, "after", "piece", "upset, upsets", "her, his, my, the", "stomach"),
    *rows(
        Exposure.ALLERGY, "after", "piece", "does not agree with, doesnt agree with, disagrees with", _PATIENT
    ),
    *rows(Exposure.STOPPED, "after", "piece", "disagreed with", _PATIENT),
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
        "clause",
        "broke out, came out in a rash, swelled, swelled up, swells up, breaks out",
        "after, from, on, with",
    ),
)
"""Stopped, taking, allergy."""

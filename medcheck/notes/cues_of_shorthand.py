"""What clipped notes and forum posts say of a medicine: the rules of notes, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure

__all__ = ["SHORTHAND_CUES"]

_HABITUALLY: Final = ("already", "always", "generally", "normally", "regularly", "typically", "usually")
_BAD: Final = (
    *(
        "awful",
        "awful side effects",
        "bad side effects",
        "brain fog",
        "constipation",
        "depression",
        "diarrhea",
    ),
    *("diarrhoea", "disaster", "dizziness", "dizzy", "drowsy", "fatigue", "foggy", "gained", "hair loss"),
    *("headache", "headaches", "hell", "horrible", "insomnia", "misery", "nausea", "nightmare", "nightmares"),
    *(
        "no effect",
        "no help",
        "no luck",
        "no sleep",
        "nope",
        "nothing",
        "panic",
        "side effects",
        "stomach upset",
    ),
    *("suicidal", "terrible", "tired", "useless", "vomiting", "weight gain", "worse", "zip", "zombie"),
)
_ALLERGIC: Final = (
    *(
        "allergic",
        "allergy",
        "anaphylaxis",
        "angioedema",
        "hives",
        "itch",
        "itching",
        "lip swelling",
        "pruritus",
    ),
    *("rash", "sjs", "swelling", "throat closes", "throat closing", "throat swelling", "tongue swelling"),
    *("urticaria", "welts"),
)

SHORTHAND_CUES: Final[tuple[Cue, ...]] = (
    *(
        Cue((often, takes), Exposure.TAKING, "before", "clause")
        for often in _HABITUALLY
        for takes in ("take", "takes", "taking", "use", "uses", "using")
    ),
    *cue_table(Exposure.TAKING, "before", "clause", "already on, pos for"),
    *cue_table(
        Exposure.TAKING,
        "before",
        "next",
        """
        adjust, change, no change in, no change to, no change with, no changes in, no changes to, take with my, with my
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "after",
        "piece",
        """
        ? yes, ? yep, continue as normal, continue as usual, given at, given by, given d1, given en route,
        given in ed, given in er, given x1, given x2, take as normal, take as usual, take as per normal,
        wont let me come off, wont let me get off, wont let me go off, wont let me quit, wont let me stop
        """,
    ),
    *(
        Cue(("=", good), Exposure.TAKING, "after", "next")
        for good in ("lifesaver", "magic", "miracle", "works")
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "piece",
        """
        crossed off, crossed out, did absolutely nothing, did diddly, did jack, did nada, did not do a
        thing, did not do anything, did not do much, did nothing, did squat, did zero, did zilch, did zip,
        didnt do a thing, didnt do anything, didnt do much, didnt do squat, discarded, disposed of, never
        did anything, never did much, never helped, never worked, off since, remains held, remains off,
        remains on hold, remains withheld, removed from, scored off, scored out, shut off, still held, still
        off, still on hold, still withheld, struck off, struck out, switched off, taken off, tapered off,
        thrown away, thrown out, titrated off, turned off, used to be my, was a bust, was useless, was
        worthless, weaned off
        """,
    ),
    *cue_table(
        None,
        "both",
        "clause",
        """
        off and on, off label, off the shelf, omitted from, on and off, was omitted from, refill called in,
        refill sent, refills called in, refills sent, wears off, wore off, worn off
        """,
    ),
    *cue_table(Exposure.STOPPED, "after", "end", "off"),
    *cue_table(Exposure.STOPPED, "after", "next", "off at, off for, off now, off overnight, off this, off x"),
    *cue_table(Exposure.STOPPED, "both", "clause", "delete, deleted, omitted, was omitted, were omitted"),
    *(Cue(("=", *effect.split()), Exposure.STOPPED, "after", "next") for effect in _BAD),
    *(
        Cue((mark, *effect.split()), Exposure.ALLERGY, "after", "piece")
        for effect in _ALLERGIC
        for mark in ("=", "->")
    ),
    *cue_table(
        Exposure.NEGATED,
        "after",
        "piece",
        """
        ? declined, ? declines, ? denied, ? denies, ? n, ? never, ? nil, ? no, ? none, ? nope, ? refused,
        nil given, nil needed, nil required, nil taken, nil used, none given, none needed, none req, none
        reqd, none required, none taken, none used, not needing, not req, not reqd, will not have it, will
        not prescribe, wont have it, wont let me, wont let me have, wont let me take, wont let me try, wont
        prescribe, wouldnt let me, wouldnt prescribe
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        neg for, will not prescribe, wont let me go on, wont let me have, wont let me start, wont let me
        take, wont let me try, wont let me use, wont prescribe, wouldnt let me have, wouldnt let me take,
        wouldnt let me try, wouldnt prescribe
        """,
    ),
    *cue_table(Exposure.NEGATED, "before", "next", "neg, not for"),
    *cue_table(Exposure.NEGATED, "after", "next", "neg"),
    *cue_table(Exposure.NEGATED, "after", "end", "not having"),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        back up prescription, back up rx, back up script, backup prescription, backup rx, backup script,
        delayed prescription, delayed rx, delayed script, post dated prescription, post dated script
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "piece",
        """
        called in, called into, called to, cash in if, e prescribed, eprescribed, escribed, faxed to, only
        to cash in, phoned in, phoned into, phoned to, rx called in, rx sent, script sent, sent to chemist,
        sent to cvs, sent to pharmacy, sent to the chemist, sent to the pharmacy, sent to walgreens, sent to
        walmart, to cash in
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "next",
        """
        if fails, if flare, if flares, if no better, if no improvement, if not better, if not improving, if
        persistent, if persists, if positive, if progresses, if recurrence, if recurs, if relapse, if
        relapses, if still, if worse, if worsening, if worsens
        """,
    ),
)

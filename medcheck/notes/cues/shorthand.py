"""What clipped notes and forum posts say of a medicine: the rules of notes, as a table.

Two reaches are known here only: a rule that reaches to the ``end`` counts where nothing follows it in
its piece ("NSAIDs - avoid."), one that stands ``alone`` where its medicine is the last of its clause
("Lipitor start tomorrow"). Marks are words here: "=", "?", "->", as :mod:`medcheck.notes.shorthand` has them.
"""

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
    *cue_table(
        Exposure.TAKING,
        "before",
        "clause",
        """
        already on, bridged with, broadened to, c with, cont home, converted to, covered with, de escalated
        to, deescalated to, escalated to, may have had, may have taken, may have used, narrowed to, pos for,
        re commenced, recommenced, rotated to, sent home with, stepped down to, stepped up to, swapped to,
        tx with, txd with
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "before",
        "next",
        """
        adjust, bumped, change, decr, incr, increased my, kept, lowered my, no change in, no
        change to, no change with, no changes in, no changes to, take with my, upped, upped my, with my, ↑,
        ↓
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "after",
        "piece",
        """
        ? yep, ? yes, cont, cont as normal, cont as usual, contd, continue as normal, continue as usual,
        days stop, dose stop, doses stop, given at, given by, given d1, given en route, given in ed, given
        in er, given prn, given x1, given x2, ongoing, take as normal, take as per normal, take as usual,
        weeks stop, wks stop, wont let me come off, wont let me get off, wont let me go off, wont let me
        quit, wont let me stop
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
        broadened to, burst done, converted to, course complete, course done, crossed off, crossed out, de
        escalated to, deescalated to, did absolutely nothing, did diddly, did jack, did nada, did not do a
        thing, did not do anything, did not do much, did nothing, did squat, did zero, did zilch, did zip,
        didnt do a thing, didnt do anything, didnt do much, didnt do squat, discarded, disposed of, drug
        holiday, escalated to, made everything worse, made it so much worse, made it worse, made things
        worse, narrowed to, never did anything, never did much, never helped, never worked, not had since,
        not taken for, not taken in, not taken since, not taken x, off because, off due, off per, off since,
        out since, out x, remains held, remains off, remains on hold, remains withheld, removed from,
        rotated to, scored off, scored out, shut off, stepped down to, stepped up to, still held, still off,
        still on hold, still withheld, struck off, struck out, subbed for, swapped for, swapped out, swapped
        to, switched off, taken off, taper complete, taper completed, taper done, tapered off, thrown away,
        thrown out, til it, till he, till it, till she, titrated off, transitioned to, turned her into,
        turned him into, turned me into, turned off, used to be my, was a bust, was useless, was worthless,
        weaned off
        """,
    ),
    *cue_table(
        None,
        "both",
        "clause",
        """
        off and on, off balance, off days, off formulary, off label, off market, off season, off the, off
        the shelf, off topic, off work, omitted from, on and off, refill called in, refill sent, refills
        called in, refills sent, was omitted from, wears off, wore off, worn off
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "end",
        """
        complete, completed, formerly, in past, off, past, prev, previously
        """,
    ),
    *cue_table(Exposure.STOPPED, "after", "next", "off at, off for, off now, off overnight, off this, off x"),
    *cue_table(
        Exposure.STOPPED,
        "both",
        "clause",
        """
        delete, deleted, deprescribe, deprescribed, deprescribing, omitted, was omitted, were omitted
        """,
    ),
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
        ? declined, ? declines, ? denied, ? denies, ? n, ? never, ? nil, ? no, ? none, ? nope, ? not, ?
        refused, declines, declining, denied by ins, denied by insurance, did not pick up, didnt pick up,
        hard no, hard pass, hasnt filled, hasnt picked up, hell no, ins denied, ins wont cover, ins wont
        pay, insurance denied, insurance refused, insurance said no, insurance said nope, insurance wont
        cover, insurance wont pay, never again, never had any, never had it, never needed, never needed it,
        never required, nil given, nil needed, nil required, nil taken, nil used, no thanks, no way, none
        given, none needed, none req, none reqd, none required, none taken, none used, not charted, not
        covered, not dispensed, not for me, not interested, not issued, not keen, not needing, not ordered,
        not prescribed, not req, not reqd, not rxd, not supplied, not used, not written up, pa denied, prior
        auth denied, refuses, refusing, will not have it, will not prescribe, wont have it, wont let me,
        wont let me have, wont let me take, wont let me try, wont prescribe, wouldnt let me, wouldnt
        prescribe
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        did not pick up, didnt pick up, doesnt like the idea of, hasnt picked up, neg for, never again,
        never rxd, never taking, never touching, not keen on, not keen to start, not keen to try, refused to
        prescribe, refuses to prescribe, will not prescribe, wont let me go on, wont let me have, wont let
        me start, wont let me take, wont let me try, wont let me use, wont prescribe, wouldnt let me have,
        wouldnt let me take, wouldnt let me try, wouldnt prescribe
        """,
    ),
    *cue_table(Exposure.NEGATED, "before", "next", "neg, not for"),
    *cue_table(
        Exposure.NEGATED,
        "after",
        "end",
        """
        avoid, c i, ci, neg, never, nil, no, no indication, no need, none, not for, not having, too risky
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        asking for, back up prescription, back up rx, back up script, backup prescription, backup rx, backup
        script, broaden to, call in, can have, can u send, can you send, could you send, de escalate to,
        debating, deescalate to, delayed prescription, delayed rx, delayed script, happy to start, happy to
        try, keen for, keen on, keen to start, keen to try, may have, narrow to, next is, next up, ok for,
        ok to give, ok to restart, ok to resume, ok to start, ok to take, ok to try, ok to use, on the fence
        about, phone in, please send, pls send, post dated prescription, post dated script, re start,
        recommence, requesting, requests, rotate to, send in, step down to, step up to, suggested i try,
        wants her on, wants her to start, wants her to take, wants her to try, wants him on, wants him to
        start, wants him to take, wants him to try, wants me on, wants me to start, wants me to take, wants
        me to try, wants to put her on, wants to put him on, wants to put me on, wants to start her on,
        wants to start him on, wants to start me on, wants to try her on, wants to try him on, wants to try
        me on
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "piece",
        """
        awaiting approval, awaiting pa, called in, called into, called to, cash in if, e prescribed,
        eprescribed, escribed, faxed to, only to cash in, pa pending, pa submitted, pending pa, phoned in,
        phoned into, phoned to, prior auth pending, prior auth submitted, rx called in, rx sent, script
        sent, sent to chemist, sent to cvs, sent to pharmacy, sent to the chemist, sent to the pharmacy,
        sent to walgreens, sent to walmart, start in am, start mon, start monday, start next week, start
        tmrw, start today, start tomorrow, start tonight, to cash in, to commence, to recommence, to
        restart, to resume
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "next",
        """
        if able, if fails, if flare, if flares, if intolerant, if loses, if no better, if no improvement, if
        not better, if not improving, if persistent, if persists, if positive, if progresses, if recurrence,
        if recurs, if refractory, if relapse, if relapses, if still, if worse, if worsening, if worsens
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "clause",
        """
        came off it, had to come off, had to come off it, had to go off, had to go off it, had to quit, had
        to stop it, went off it
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        came off of, ditched, drug holiday from, dumped, got off, got off of, nixed, prev tx with,
        previously on, previously txd with, prior tx with, tapered myself off, took a single dose of, took
        one dose of, weaned myself off of
        """,
    ),
    *cue_table(
        Exposure.FAMILY,
        "before",
        "clause",
        """
        bf, bfs, gf, gfs, gran, grandad, granddad, grandma, grandmas, grandpa, granny, hubby, hubbys, mates,
        nan, nana, nans, sis, stepdad, stepmom
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "alone",
        """
        restart, start
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "alone",
        """
        tried
        """,
    ),
)

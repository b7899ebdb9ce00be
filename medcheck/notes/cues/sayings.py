"""What is told of replacing and raising, and what patients say in their own words: rules as columns."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["SAYING_CUES"]

SAYING_CUES: Final[tuple[Cue, ...]] = (
    *rows(Exposure.NEGATED, "before", "next", "has not, have not, hasnt, havent", "had, had any, had the"),
    *rows(
        Exposure.STOPPED,
        "before",
        "next",
        "that, this, which, it",
        "has replaced, replaced, replaces",
        "-, her, his, my, the",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "next",
        "decreasing, doubling, halving, increasing, lowering, raising, uptitrating, limit, limiting",
        "-, her, his, my, the, the dose of, her dose of, his dose of",
    ),
    *cue_table(Exposure.TAKING, "before", "next", "bolused with, replete, repleted with, repleting"),
    *rows(Exposure.TAKING, "before", "next", "bringing, bringing in, brought in", "her, his, my, own"),
    *rows(Exposure.PLANNED, "before", "next", "load, reload", "-, her, him, patient, pt", "with"),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "next",
        "next cycle, sent, sent more, sent over, telephone order, verbal order, vorb, v o, t o",
    ),
    *rows(
        Exposure.TAKING,
        "after",
        "clause",
        "arent, are not, isnt, is not",
        "cutting it, doing anything, doing much, helping, helping much, touching it, working",
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "clause",
        "has not, have not, hasnt, havent",
        "been taking any, been using any, taken any",
    ),
    *rows(
        Exposure.ALLERGY,
        "before",
        "next",
        """
        break out, breaks out, broke out, came out in hives, comes out in hives, got hives, got a rash
        """,
        "from, on, with",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "drugs, medication, medicine, medicines, tablet, tablets",
        "are, is",
    ),
    *rows(Exposure.TAKING, "before", "clause", "he, i, she, they", "take, takes, use, uses"),
    *rows(Exposure.TAKING, "after", "next", "he, i, she, they", "take, takes, use, uses"),
    *rows(Exposure.TAKING, "before", "next", "better, happier, settled, well", "on, with"),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "completed, had, received, underwent",
        "-, adjuvant, induction, neoadjuvant",
        "chemo, chemotherapy",
        "with",
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "next",
        "used, used up",
        "my last, the last, the last of my, the last of the",
    ),
    *cue_table(Exposure.NEGATED, "after", "end", "denied all, denied any, denies all, denies any"),
    *rows(
        Exposure.PLANNED,
        "before",
        "next",
        """
        can change, can move, can switch, changing, could switch, moving, putting, starting, switching
        """,
        "you",
        "on, onto, over to, to",
    ),
    *rows(Exposure.STOPPED, "before", "next", "skip", "this weeks, tonights, todays, the next, next weeks"),
    *cue_table(Exposure.TAKING, "before", "next", "can tolerate, injected with, was injected with"),
    *rows(Exposure.TAKING, "before", "next", "gave, given, got, had", "1, 2, a, a single, another, one, two"),
    *rows(Exposure.STOPPED, "before", "next", "with", "-, a, one", "course of, courses of"),
    *rows(Exposure.STOPPED, "before", "next", "skip, skipping", "-, her, his, my, the, your"),
    *rows(Exposure.TAPERING, "after", "next", "reducing", "course, dose, regime, regimen, scale"),
    *cue_table(None, "both", "clause", "on scr, on the scr"),
    *rows(
        Exposure.PLANNED,
        "before",
        "next",
        """
        go ahead with, going ahead with, prescription was written for, prescriptions were written for,
        script written for, prescription written for
        """,
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "next",
        "back to, gone back to, went back to",
        "-, her, his, my, my old, the",
    ),
    *rows(Exposure.TAKING, "after", "clause", "been doing, doing, does, is doing", "great, well, wonders"),
    # not to be taken
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "would not, wouldnt, do not want to, dont want to, not going to",
        "have, put, start, place",
        "her on, him on, them on",
    ),
    *rows(Exposure.NEGATED, "after", "clause", "advised, told", "no, not to"),
    *rows(
        Exposure.NEGATED,
        "before",
        "next",
        "has not, have not, hasnt, havent",
        """
        been taking any, been using any, taken any, used any, picked up, picked up the, picked up her,
        picked up his
        """,
    ),
    *rows(Exposure.NEGATED, "before", "next", "is not, isnt, not", "getting, getting any"),
    # to be stopped: what the writer will do is decided
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "i, we",
        "will, shall, am going to, are going to",
        "discontinue, stop",
    ),
    *rows(Exposure.STOPPED, "before", "next", "after, following", "-, a", "course of, courses of"),
    *cue_table(Exposure.TAPERING, "after", "clause", "off by, off completely by, off entirely by"),
    # goes on
    *rows(
        Exposure.TAKING,
        "after",
        "clause",
        "remain, remains, stay, stays, will remain, will stay, to remain, to stay",
        "at, the same, on board, unchanged",
    ),
    *rows(Exposure.TAKING, "before", "next", "about, almost, nearly", "out of"),
    *rows(Exposure.TAKING, "before", "next", "respond, responded, responds", "to, well to"),
    *rows(
        Exposure.TAKING,
        "after",
        "clause",
        "takes, taking, using",
        "bd, bid, daily, nightly, od, prn, tds, tid",
    ),
    # to come
    *rows(
        Exposure.PLANNED,
        "before",
        "next",
        "can, could, may, might",
        "change, convert, move, put, switch",
        "her, him, them",
        "on, onto, over to, to",
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "next",
        "gave, given",
        "her, him, me, them",
        "-, some, a",
        "handout on, info on, information about, information on, leaflet on",
    ),
    *rows(
        None,
        "before",
        "clause",
        "can, could, do, should",
        "i, she, he",
        "be on, be taking, be using, need to be on, need to be taking, need to take",
    ),
)
"""Replaced, raised, sent, and what patients say."""

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
        "next cycle, sent, sent over, telephone order, verbal order, vorb, v o, t o",
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
        "break out, breaks out, broke out, came out in hives, comes out in hives, got hives, got a rash",
        "from, on, with",
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

"""What dictated letters say of past courses, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["STORY_CUES"]

_PATIENT: Final = "her, him, me"

_CHANGED: Final = """
    broadened to, converted to, de escalated to, deescalated to, exchanged for, narrowed to, rotated to,
    stepped down to, swapped for, transitioned to, crossed over to, moved over to
    """

STORY_CUES: Final[tuple[Cue, ...]] = (
    # a course that was no success
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "helped, worked",
        """
        a little at first, at first, briefly, for a few days, for a few months, for a few weeks, for a
        short time, for a time, for a while, for only, for some time, minimally, not at all, only a
        little, only at first, only briefly, only for, only marginally, only minimally, only partially,
        only slightly, only somewhat, only temporarily, poorly, temporarily, transiently
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "proved, proved to be, turned out to be, seemed, was, were",
        """
        a disappointment, a failure, disappointing, even less effective, inadequate, ineffective,
        insufficient, intolerable, less effective, less helpful, no use, not enough, not very effective,
        not very helpful, of doubtful benefit, only partially effective, only partially helpful, only
        partly helpful, poorly tolerated, short lived, too activating, too sedating, too strong, too weak,
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
        "subject",
        "had to be, was, were, was soon, was later",
        """
        abandoned, given up, halted, interrupted, phased out, let go, curtailed, cut short, tailed off,
        weaned
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "left",
        _PATIENT,
        """
        agitated, anxious, confused, constipated, dizzy, drowsy, dry mouthed, emotionally, exhausted,
        extremely, fatigued, feeling, flat, foggy, groggy, hung over, irritable, jittery, lethargic,
        lightheaded, listless, more, nauseated, nauseous, numb, quite, rather, restless, sedated, shaky,
        sleepless, sleepy, so, tired, too, unable to, unsteady, unwell, very, washed out, weak, wired,
        with a, with an, with severe
        """,
    ),
    *rows(Exposure.STOPPED, "after", "subject", "turned, knocked, wiped", _PATIENT, "into, out, off"),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "did not suit, didnt suit, never suited, did not agree with",
        _PATIENT,
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "subject",
        """
        but not since, did him no good, did her no good, did little, did me no good, did no good, did not
        do anything, did not do much, did nothing, didnt do anything, didnt do much, fared no better, had
        been unhelpful, had not helped, had not worked, lost effect, lost effectiveness, never helped,
        never really helped, never worked, not since, soon lost its effect, stopped being effective, to no
        avail, with disappointing results, with no success, without any benefit, without any effect,
        without effect, without much benefit, without much success
        """,
    ),
    *cue_table(Exposure.STOPPED, "both", "clause", "had failed"),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "subject",
        """
        attempted and abandoned, gave it up, gave that up, gave them up, gave this up, given it up, given
        them up, been tried, had been tried, had lapsed, has been tried, has lapsed, have been tried,
        tried and abandoned, tried and discarded, tried and discontinued, tried and stopped, was
        attempted, was trialed, was trialled, was tried, were attempted, were trialed, were trialled, were
        tried
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "after",
        "next",
        """
        as a child, as a teenager, as a young man, as a young woman, as an adolescent, as an infant,
        during childhood, in adolescence, in childhood, in college, in high school, in infancy, lapse,
        years earlier
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "used to",
        """
        be maintained on, be treated with, chew, depend on, drink, get, have, need, rely on, receive,
        require, smoke, swear by, wear
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "took, finished, used",
        "her last, his last, the last, the last of",
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "no longer",
        "depends on, needing, needs, on, receives, requires",
    ),
    *rows(Exposure.STOPPED, "before", "next", "once", "had, received, used"),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "earlier, past, previous, prior",
        """
        agents, attempts, drugs, medication, medications, remedies, therapies, therapy, treatment,
        treatments
        """,
        "consisted of, has included, have been, have included, include, included, includes, were, with",
    ),
    *rows(Exposure.STOPPED, "before", "clause", "briefly", "on, took, tried, used"),
    *rows(Exposure.STOPPED, "before", "clause", "was, were, been", "weaned off, tapered off"),
    *rows(Exposure.STOPPED, "before", "next", "can, could, should, to, we, will, would", "drop"),
    *rows(Exposure.STOPPED, "before", "clause", "dispense, dispensed, did away, do away, done away", "with"),
    *rows(
        Exposure.STOPPED,
        "before",
        "next",
        "discarded, disposed of, flushed, got rid of, threw away, threw out, was once on",
    ),
    *cue_table(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        been through, cycled through, done without, gave up on, given up on, giving up on, gone through,
        had her on, had him on, had me on, in years past, over the years tried, was weaned from, weaned
        from, went through, were weaned from
        """,
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "had not, hadnt, had not yet",
        "been getting, been taking, been using, had any of, taken, taken any, taken any of",
    ),
    *rows(Exposure.STOPPED, "before", "clause", "did not take to, never really took to, never took to"),
    *rows(Exposure.TAPERING, "before", "clause", "ran short of, run short of"),
    *rows(Exposure.TAPERING, "before", "next", "rationing, skips"),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "lost its, lost their",
        "benefit, effect, effectiveness, efficacy",
    ),
    *rows(Exposure.STOPPED, "before", "clause", "little joy, little luck, no joy, no luck", "on, with"),
    *rows(Exposure.STOPPED, "after", "subject", "fallen, fell, gone, went", "by the wayside"),
    *rows(
        Exposure.STOPPED,
        "before",
        "next",
        "abandoned, discard, ditched, get rid of, lost faith in, throw away, throw out",
    ),
    *rows(Exposure.STOPPED, "after", "subject", "gave way, given way, made way", "for, to"),
    *rows(Exposure.TAKING, "before", "next", "gave way, given way, made way", "for, to"),
    *rows(Exposure.TAKING, "after", "subject", "took, has taken", "the place of"),
    *rows(Exposure.STOPPED, "before", "next", "took, has taken, taken", "the place of"),
    *rows(Exposure.STOPPED, "after", "subject", "been, was, were", "shut off, turned off, switched off"),
    *rows(
        Exposure.STOPPED,
        "after",
        "subject",
        "was, were, later, then, been",
        _CHANGED,
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "was, were, later, then, been",
        _CHANGED,
    ),
    *rows(Exposure.STOPPED, "before", "next", "misplaced, mislaid, lapse in, lapse of"),
)
"""Stopped, and what took its place."""

"""What dictated letters ask for, weigh and leave open, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["OPTION_CUES"]

_ASKED: Final = """
    asked, asking, asks, curious, enquired, enquires, enquiring, heard, inquired, inquires, inquiring, know,
    know more, learn more, read, reading, wondered, wondering, wonders
    """
_ABOUT: Final = (
    "about adding, about going on, about having, about starting, about taking, about trying, about using"
)
_TALKED: Final = "spoke, talked, talked again, talked at length, talked briefly, talked today, talked some"
_ALTERING: Final = """
    changing, coming off, cutting back on, cutting down on, decreasing, getting off, going off, increasing,
    lowering, raising, reducing, stopping, tapering, weaning, weaning off
    """

OPTION_CUES: Final[tuple[Cue, ...]] = (
    # what may or will be done, in every verb for it
    *rows(
        Exposure.PLANNED,
        "after",
        "subject",
        """
        can, can always, could, could always, could instead, could later, could perhaps, may, may later,
        may well, might, might later, might perhaps, might well, should, to, will, will next, will now, will
        soon, would
        """,
        "be",
        """
        added in, applied for, arranged, attempted, begun, brought back, brought in, brought on board,
        called in, commenced, contemplated, employed, entertained, explored, held in reserve, instituted,
        introduced, kept in reserve, looked at, looked into, obtained, offered, ordered, prescribed,
        pursued, reconsidered, reinstated, reintroduced, requested, resorted to, restarted, resumed,
        revisited, sought, started, substituted, thought about, thought of, trialed, trialled, tried, used
        instead
        """,
    ),
    *rows(
        Exposure.TAKING,
        "after",
        "subject",
        "had to, needed to",
        "be",
        """
        added, begun, brought back, brought in, commenced, given, increased, introduced, put back, put up,
        raised, reinstated, reintroduced, restarted, resumed, started, used
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "alternatives, choices, options, possibilities",
        """
        are, could be, could include, discussed included, discussed were, include, included, might include,
        remain, remaining are, remaining include, would be, would include
        """,
    ),
    *rows(Exposure.PLANNED, "before", "next", _ASKED, f"about, {_ABOUT}"),
    *rows(None, "before", "next", _ASKED, "about her, about his, about the, about their"),
    *rows(Exposure.TAKING, "before", "clause", _ASKED, "about", _ALTERING),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "could, might, ought to, should",
        "be on, be put on, be tried on, go back on, go on, use",
    ),
    *rows(Exposure.PLANNED, "before", "next", "could, might, ought to, should", "have"),
    *rows(
        Exposure.PLANNED,
        "after",
        "piece",
        "beginning, starting",
        """
        after, at bedtime, immediately, in, next, on, one, the day, the evening, the morning, the night,
        three, today, tomorrow, tonight, two, 1, 2, 3
        """,
    ),
    *rows(Exposure.PLANNED, "after", "next", "next", "if, line, should, time"),
    *rows(
        Exposure.PLANNED,
        "after",
        "subject",
        "been, was",
        "applied for, approved and, approved but, requested",
    ),
    *cue_table(
        Exposure.PLANNED, "after", "subject", "has been approved, has been authorised, has been authorized"
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "advised, ask, asked, encouraged, instructed, like, persuaded, suggested, told, urged, want, wanted",
        "her to, him to, that he, that she, the patient to, them to, you to",
        """
        add, begin, buy, commence, get, go on, have, obtain, pick up, purchase, restart, resume, start,
        switch to, take, try, use
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "hoped, hopes, hoping, like, preferred, prefers, want, wanted, wants, wishes",
        "to be",
        "back on, given, on, prescribed, put on, started on, switched to, tried on",
    ),
    *rows(Exposure.PLANNED, "before", "next", _TALKED, _ABOUT),
    *rows(Exposure.TAKING, "before", "clause", _TALKED, "about", _ALTERING),
    *rows(
        Exposure.PLANNED,
        "after",
        "subject",
        "been, was, were",
        "broached, brought up, floated, mentioned as, mooted, talked about, touched on",
    ),
    *cue_table(Exposure.PLANNED, "after", "next", "to follow"),
    *cue_table(Exposure.PLANNED, "before", "next", "would have"),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "inclined, lean, leaned, leaning, leans",
        "toward, towards",
    ),
    *cue_table(Exposure.PLANNED, "before", "clause", "mulling, mulling over, toying with, weighing up"),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "could, may, might, should, would",
        """
        be better off on, be better off with, be better served by, do better on, do better with, do well on,
        do well to take, do well to try, do well with, fare better on, fare better with
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "after",
        "subject",
        "could, may, might, would",
        """
        be a better, be better, be kinder, fit the bill, make more sense, serve her, serve him, suit, work
        better
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "after",
        "subject",
        "is, may be, might be, will be, would be",
        "my next, next in line, next on the list, our next, the next, the obvious next",
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "move, port of call, step, stop, tack",
        """
        is, is to add, is to start, is to try, might be, will be, would be, would be to add, would be to
        start, would be to try
        """,
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "consideration, thought",
        "has been, is, is being, might be, should be, was, will be",
        "given to, given to adding, given to starting, given to using",
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        a case for, deserves a trial of, merits a trial of, stands to benefit from, waiting for approval of,
        waiting on, waiting to begin, waiting to hear about, waiting to start, warrants a trial of
        """,
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "carries, has, have, keeps",
        "a bottle of, a rescue pack of, a stash of, a stock of, a supply of, an emergency supply of",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "clause",
        "can not, cannot, cant, could not, couldnt, unable to",
        """
        cope, do, eat, exist, function, get along, get by, get through the day, go, go a day, last, live,
        manage, move, sleep, survive, walk, work
        """,
        "without",
    ),
    *cue_table(
        Exposure.TAKING,
        "before",
        "clause",
        """
        aided by, be lost without, be without her, be without his, but for the, if it were not for, is lost
        without, kept going by, lost without, miserable without, never without, not be without, sees to it
        with, swears by, were it not for, worse without
        """,
    ),
    *rows(
        Exposure.TAKING,
        "after",
        "subject",
        """
        does the job, does the trick, gives him good, gives her good, hits the spot, holds her, holds him,
        is a godsend, keeps her, keeps him, keeps his, keeps the, suits her, suits him, takes care of,
        takes the edge off, tides her over, tides him over
        """,
    ),
)
"""Planned, and what is depended on."""

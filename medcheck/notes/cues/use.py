"""What running text says of a medicine that is or was used: the rules of notes, as a table."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure

__all__ = ["USE_CUES"]

USE_CUES: Final[tuple[Cue, ...]] = (
    *cue_table(
        Exposure.TAKING,
        "before",
        "clause",
        """
        abuse, abuse including, abuses, abusing, addicted to, adherent to, administered, admits, admits to,
        after beginning, been on, been taking, been using, bump, bumped, bumped up, changed to, compliant
        with, cont, contd, continue on, continue taking, continue to give, continue to prescribe, continue
        to receive, continue to take, continue to use, continue with, continued on, continued to receive,
        continued to require, continued to take, continued to use, continued with, continues on, continues
        to receive, continues to require, continues to take, continues to use, continues with, continuing
        on, continuing with, controlled on, controlled with, course of, currently prescribed, daily use of,
        decrease, decreased, denies side effects from, dependent on, did take, discharged on, discharged
        with, do take, do use, does take, does use, does well on, doing well on, dose of, dose reduced,
        doses of, double, doubled, down titrated, drinks, drip of, drug screen positive for, endorses, gets,
        given, gives, giving, go down on, go up on, halve, halved, has been given, has been giving, has been
        taking, has been using, has not responded to, has since tolerated, has tolerated, have been taking,
        have not responded to, he does drink, improved on, improved with, include, includes, increase,
        increased, infusion of, initiated, is currently taking, is doing well on, is given, is giving, keep
        taking, keeps taking, kept on, loaded with, lower, lowered, maintained on, managed with, mcg of,
        medications are, medications include, medications included, medications including, medications were,
        meds are, meds include, mg of, moderate use of, no adverse effects from, no adverse effects with, no
        problems with, no side effects from, no side effects to, no side effects with, not responding to,
        now on, now takes, occasional use of, on starting, overdose of, overdosed on, placed on, positive
        for, prescribed, prescription for, prescriptions for, put on, rare use of, received, receives,
        receiving, reduce, reduced, refill, refill for, refill of, refill on, refilled, refills for, refills
        of, refills on, regular use of, relieved by, relieved with, remain on, remained on, remaining on,
        replaced by, replaced with, reports taking, reports using, responded to, restarting, resumed,
        resuming, rx for, rxd, screen positive for, script for, scripts for, self medicates with, sent home
        on, she does drink, since beginning, since tolerated, smokes, social use of, stable on, started back
        on, stay on, staying on, stays on, switched over to, switched to, tablet of, tablets of, takes only,
        they take, titrate, titrated, titrating, tolerated, tolerates, tolerating, tolerating well, took,
        transitioned to, treated with, treats it with, treats with, up titrated, upon beginning, upon
        starting, uptitrate, uptitrated, was changed to, was continued, was continued on, was given, was
        kept on, was maintained on, was placed on, was put on, was replaced by, was replaced with, was
        started on, was switched to, well controlled on, well controlled with, went down on, went up on,
        were continued, were continued on, were given, when starting, who take, who takes, without side
        effects from
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "after",
        "piece",
        """
        abuse, can be continued, has been beneficial, has been effective, has been helpful, has been
        helping, has been ordered, has helped, has improved, has worked, have been ordered, helps,
        increased, is continued, is effective, is helpful, is helping, is maintained, is ongoing, is
        tolerated, is well tolerated, is working, may be continued, ok to continue, okay to continue,
        remains unchanged, seems to help, should be continued, unchanged, use, was added, was begun, was
        commenced, was continued, was decreased, was given, was helpful, was increased, was initiated, was
        ordered, was reinstituted, was restarted, was resumed, was tolerated, was used, well tolerated, were
        continued, were given, were ordered, were resumed, were started, were used, working well, works
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "after",
        "next",
        """
        a day, each day, every day, occasionally, per day, socially
        """,
    ),
    *cue_table(None, "after", "next", "a day ago, a day before, a day later"),
    *cue_table(
        Exposure.STOPPED,
        "before",
        "clause",
        """
        abstinent from, adequate trial of, cessation of, clean from, completed a course of, completed course
        of, could not get on with, couldnt get on with, cuts out, cutting out, did not agree with, did not
        do well on, did not get on with, did not respond to, did poorly on, did well on, did well with,
        didnt get on with, discontinuation of, eliminated, eliminating, failed, failed trials of, finished a
        course of, finished her course of, finished his course of, had been on, had been taking, had no
        response to, had previously been on, had previously taken, had tried, has failed, has previously
        taken, has previously tried, has since stopped, has tried, history of treatment with, in recovery
        from, in the past, in the past on, inadequate response to, medication trials, no benefit from, no
        longer responding to, no response to, nonresponse to, off of, once took, once tried, partial
        response to, past course of, past medication trials, past psychotropic medications, past
        psychotropics, past trial of, past trials, past trials of, poor response to, post treatment with,
        prev on, prev tried, previous course of, previous courses of, previous medication trials, previous
        trial of, previous trials of, previous use of, previously prescribed, previously treated with,
        previously tried, prior course of, prior courses of, prior medication trials, prior trials, prior
        trials of, prior use of, refrained from, remote use of, s p, sober from, status post treatment with,
        stopped her, stopped his, suboptimal response to, taken off of, took her off, took him off, treated
        in the past with, treated previously with, trialed, trialed on, trialled, trialled on, tried, tried
        and failed, tried on, used in the past, was formerly on, was taken off, was tried on, weaned off,
        were tried on, withdrawal from, withdrawal of
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "piece",
        """
        caused her to, caused him to, cessation, changed to, declined to continue, did not help, did not
        work, didnt help, didnt work, discontinued, dropped, had to be discontinued, had to be stopped, had
        to be withdrawn, has expired, has not had any, has not touched it, has not used any, has not used
        it, has since been stopped, hasnt used any, hasnt used it, have expired, in the past, ineffective,
        last used, lost its effect, no benefit, no longer needed, none since,
        not continued, not helpful, not refilled, not renewed, not restarted, not resumed, not tolerated,
        not used since, poorly tolerated, refused to carry on, refused to continue, replaced by, replaced
        with, stopped helping, stopped working, switched to, unhelpful, until, unwilling to continue, was
        changed to, was completed, was dropped, was held, was ineffective, was not continued, was not
        effective, was not refilled, was not restarted, was not resumed, was not tolerated, was poorly
        tolerated, was replaced by, was replaced with, was switched to, was tapered off, was unhelpful, was
        unsuccessful, was weaned off, were held, were ineffective, were not continued, were not tolerated,
        with no benefit, with no improvement, withdrawal, without benefit, without improvement, without
        success, years ago
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "before",
        "next",
        """
        change from, changing from, converted from, former, gave up smoking, past, prev, previous, prior,
        quit smoking, remote, stopped smoking, switch from, switching from, to replace, transitioned from
        """,
    ),
    *cue_table(
        Exposure.TAPERING,
        "after",
        "piece",
        "is being tapered, is being weaned, taper, tapering, will be tapered, to be tapered, wean",
    ),
    *cue_table(
        Exposure.STOPPED,
        "both",
        "clause",
        """
        autodiscontinued, been stopped, ceased, self discontinued, self discontinues, self stopped,
        selfdiscontinued, was ceased, was dc, was discontinue, were ceased, were dc, were discontinue
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "before",
        "next",
        """
        moderate, occasional, occasionally, rare, rarely, social, socially, sometimes
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "next",
        """
        failed
        """,
    ),
    *cue_table(
        Exposure.TAPERING,
        "before",
        "clause",
        """
        inconsistent with her, inconsistent with his, missed her last, missed his last, missed last, missed
        several doses of, missed some doses of, missed the last, non adherent to, non adherent with, non
        compliant with, nonadherence to, nonadherent to, nonadherent with, noncompliance with, noncompliant
        with, not been compliant with, not compliant with, partially compliant with, poor compliance with,
        poorly compliant with
        """,
    ),
)
"""Taking, stopped, tapering."""

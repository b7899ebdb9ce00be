"""What running text says besides the phrases that lists use: the rules of notes, as a table.

They stand beside :data:`medcheck.exposure.CUES`, which hold for lists and notes alike, and
have the same columns: phrase, what it says, on which side the medicine stands, how far it goes.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from medcheck.exposure import CUES, Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.abbreviated import spelled
from medcheck.notes.cues.advice import ADVICE_CUES
from medcheck.notes.cues.ends import END_CUES
from medcheck.notes.cues.handover import HANDOVER_CUES
from medcheck.notes.cues.options import OPTION_CUES
from medcheck.notes.cues.orders import ORDER_CUES
from medcheck.notes.cues.plans import PLAN_CUES
from medcheck.notes.cues.reactions import REACTION_CUES
from medcheck.notes.cues.refusal import REFUSAL_CUES
from medcheck.notes.cues.sayings import SAYING_CUES
from medcheck.notes.cues.shorthand import SHORTHAND_CUES
from medcheck.notes.cues.story import STORY_CUES
from medcheck.notes.cues.use import USE_CUES
from medcheck.notes.cues.visits import VISIT_CUES
from medcheck.notes.words import words

__all__ = ["BREAKS", "NEGATORS", "NOTE_CUES", "PASSIVE", "SKIPPED", "Rules", "cues_by_words"]


NOTE_CUES: Final[tuple[Cue, ...]] = (
    *USE_CUES,
    *SHORTHAND_CUES,
    *STORY_CUES,
    *END_CUES,
    *ADVICE_CUES,
    *REFUSAL_CUES,
    *PLAN_CUES,
    *OPTION_CUES,
    *REACTION_CUES,
    *HANDOVER_CUES,
    *ORDER_CUES,
    *VISIT_CUES,
    *SAYING_CUES,
    *cue_table(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        add in, add on, advise, advised, advised to start, advised to take, advised to use, agreeable to,
        agreed on, agreed start, agreed to, agreed to start, agreed to try, approval for, arrange, asked to
        take, be prescribed, bridge with, can be started on, can take, can think about, can treat, can use,
        candidate for, change to, changing to, convert to, converting to, could be started on, could
        consider, could switch over to, could switch to, could take, could think about, could treat, could
        try, decided on, decided to start, discussed starting, elected to start, eligible for, get back on,
        give, go back on, go back to, going back on, going back to, if needed use, instructed to take,
        interested in, interested in starting, interested in trying, introduce, introducing, may benefit
        from, may consider, may need, may require, may start, may switch over to, may switch to, may take,
        may try, may use, might benefit from, might consider, might need, might require, might try, next
        step is, next step would be, offered, opted for, opted to start, plan, plan is for, plan is to
        start, plan to treat, plans to start, prefers, proceed with, propose, proposed, rechallenge,
        rechallenge with, recommend starting, retrial of, retry, rx, should be started on, should be treated
        with, should start, should take, should treat, start back on, suggest, suggested, swap to, switch
        over to, switch to, switching to, take, think about, to be given, to receive, to restart, to use,
        told her to take, told him to take, transition to, transitioning to, treat for, treat with, want to
        go back on, wants, wants back on, wants to go back on, wants to try, will add, will be given, will
        be prescribed, will be started on, will consider, will continue with, will give, will need, will
        prescribe, will proceed with, will receive, will require, will resume, will trial, will try, would
        add, would benefit from, would consider, would like her to take, would like him to take, would like
        to add, would like to go back on, would like to try, would need, would prefer, would prescribe,
        would rather, would rather use, would recommend, would start, would treat, would try
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "clause",
        "will, shall, will institute, will treat with, would treat with, would use",
    ),
    *cue_table(
        None,
        "before",
        "clause",
        """
        hold parameters, holding parameters, will check, will discuss, will follow, will follow up, will
        monitor, will not, will not change, will recheck, will see
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "piece",
        """
        can be added, can be considered, can be given, can be started, can be tried, can be used, could be
        added, could be considered, could be given, could be started, could be tried, could be used, if
        needed, is an option, is on board, is planned, is recommended, is the next step, may be added, may
        be an option, may be considered, may be given, may be helpful, may be needed, may be next, may be
        started, may be tried, may be used, might be considered, might be used, might help, of choice, on
        board, pending approval, should be added, should be considered, should be given, should be started,
        should be tried, should be used, to be added, to be arranged, to be considered, to be continued, to
        be given, to be ordered, to be restarted, to be resumed, to be scheduled, was advised, was
        discussed, was offered, was recommended, was suggested, will be added, will be arranged, will be
        considered, will be given, will be initiated, will be needed, will be prescribed, will be restarted,
        will be resumed, will be scheduled, would be an option, would be given, would be helpful, would be
        next, would be the next step, would be used
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "clause",
        """
        abstain from, abstaining from, abstains from, abstinence from, advise against, advised against,
        afraid of, afraid to take, cautioned against, consumes no, contraindication to, counseled against,
        counselled against, denied any, denies any, denies current, did not fill, did not need, did not
        receive, did not require, did not start, did not want, didnt fill, didnt need, do not combine with,
        do not consume, do not mix with, do not need, does not abuse, does not consume, does not drink, does
        not need, does not require, does not smoke, does not use, does not want, does not wish, doesnt
        drink, doesnt need, doesnt use, doesnt want, dont mix with, free of, has avoided, has had no need
        for, has not filled, has not needed, has not picked up, has not received, has not required, has not
        started, has not touched, has not tried, has yet to try, hasnt needed, hasnt touched, hasnt tried,
        have avoided, have not needed, have not received, have not tried, havent touched, hesitant, hesitant
        to give, hesitant to prescribe, hesitant to start, hesitant to use, hold off, hold off on, lack of,
        must avoid, needs to avoid, negative screen for, negative tox screen for, negative urine drug screen
        for, never begun, never collected, never drank, never filled, never picked up, never prescribed,
        never received, never required, never smoked, never started, no benefit to, no contraindication to,
        no current, no evidence of, no further, no h o, no history, no hx, no hx of, no indication for, no
        known use of, no need for, no need to, no plan for, no plan to start, no plans for, no prior, no
        reason for, no reason to, no recent, no recent use of, no role for, nor, not a candidate for, not a
        good candidate for, not add, not advise, not combine it with, not combine with, not favor, not
        favour, not give, not had, not interested in, not mix it with, not mix with, not need, not now on,
        not now taking, not offered, not prescribe, not prescribed, not presently on, not presently taking,
        not receive, not received, not recommend, not recommended, not regularly taking, not require, not
        required, not requiring, not restart, not resume, not start, not suggest, not to be given, not to
        take, not to use, not treat, opposed to, rather not, recommend against, recommended against,
        recommends against, refrain from, reluctant, reluctant to give, reluctant to prescribe, reluctant to
        start, reluctant to take, reluctant to use, should not be combined with, should not be given, should
        not be on, should not have, should not receive, should not take, should not use, stay away from,
        stays away from, steer clear of, told not to take, unable to take, unwilling to take, unwilling to
        use, wants to avoid, warned against, was not prescribed, would avoid, would hold off on, would not
        recommend, would not suggest, would not use, would rather not
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "after",
        "next",
        """
        free, naive, negative, none, none currently
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "after",
        "piece",
        """
        avoided, best avoided, denied, denies, did not fill, did not take it, didnt fill, didnt take it, has
        never been tried, has not been started, has not been tried, has not started it, has not taken it,
        have not been tried, is avoided, is contraindicated, is not an option, is not taking, must be
        avoided, never collected, never filled, never picked up, never started it, never took it, never
        tried, never tried it, never used it, not advisable, not advised, not an option, not appropriate,
        not been tried, not currently taking, not indicated, not necessary, not needed, not picked up, not
        recommended, not required, not started, not started yet, not taking, not tried, not using, not
        warranted, not yet filled, patient not taking, should be avoided, to be avoided, unnecessary, was
        avoided, was declined, was denied, was negative, was never started, was never taken, were negative
        """,
    ),
    *cue_table(
        Exposure.ALLERGY,
        "before",
        "clause",
        """
        adverse reactions to, allergic reactions to, allergies are, allergies were, had not tolerated, has
        not tolerated, hasnt tolerated, have not tolerated, hives from, hives with, intolerance of, not been
        able to tolerate, poor tolerance of, poorly tolerated, rash from, rash to, rash with, reacted to,
        reacts to, side effects from, swelling with
        """,
    ),
    *cue_table(
        Exposure.ALLERGY,
        "after",
        "piece",
        """
        allergic reaction, as an allergy, caused a rash, caused an allergic reaction, caused anaphylaxis,
        caused angioedema, caused hives, caused rash, causes a rash, causes anaphylaxis, causes hives,
        causes rash, gave her a rash, gave her hives, gave him a rash, gave him hives, gave me a rash, gave
        me hives, gives her a rash, gives her hives, gives him a rash, gives him hives, gives me hives, to
        allergies, to allergy list, to her allergy list, to his allergy list
        """,
    ),
    *cue_table(
        Exposure.FAMILY,
        "before",
        "clause",
        """
        boyfriend, cousin, coworker, dtr, fiance, fiancee, friend, friends, girlfriend, granddaughter,
        grandparent, grandparents, grandson, housemate, neighbor, neighbour, nephew, niece, roommate, sib,
        sibling, siblings, sibs, stepbrother, stepdaughter, stepfather, stepmother, stepsister, stepson,
        twin
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "next",
        """
        trial, trial on, use
        """,
    ),
    *cue_table(
        Exposure.NEGATED,
        "before",
        "next",
        """
        alternative to, an alternative to, in lieu of, in place of, nil, nil history of, nil hx of, nil
        regular, nil use of, rather than
        """,
    ),
    *(
        Cue((*reaction.split(), by), Exposure.ALLERGY, "before", "clause")
        for reaction in (
            *("anaphylactic reaction", "anaphylactic shock", "anaphylaxis", "angioedema", "hives", "itching"),
            *("pruritus", "rash", "sjs", "stevens johnson", "swelling", "urticaria"),
        )
        for by in ("after", "from", "to", "with")
    ),
)

BREAKS: Final = words(
    """
    although but except however nevertheless otherwise though whereas while yet because since unless
    """
)
"""Words at which what was said before ends, as in ConText."""

NEGATORS: Final = words(
    """
    avoid cannot cant couldnt decline declined declines deny denied denies didnt doesnt dont hasnt
    havent never no not refused refuses wont without wouldnt
    """
)
"""Words that turn the rule after them around ("denies stopping")."""

SKIPPED: Final = words(
    """
    accordingly actually again also apparently consequently duly electively empirically eventually
    fortunately gradually initially intraoperatively originally postoperatively preoperatively
    probably promptly prophylactically quickly rapidly reluctantly reportedly sensibly subsequently
    successfully swiftly thankfully then therefore thus ultimately understandably unfortunately wisely
    """
)
"""Words that may stand inside a rule's phrase: "was also taking"."""

PASSIVE: Final = words(
    """
    been being is was were are be has had have
    """
)
"""A rule that begins with one of these is about what stands before it."""


Rules = tuple[tuple[tuple[str, ...], tuple[Cue, ...]], ...]


@cache
def cues_by_words() -> dict[str, dict[str, Rules]]:
    """The rules of lists and of notes by the first and second word of their phrase, longest first.

    Under the second word "" stands the rule of one word, if any; every other row ends with it.
    """
    rules: dict[tuple[str, ...], list[Cue]] = {}
    for cue in (*CUES, *NOTE_CUES):
        known = rules.setdefault(tuple(spelled(list(cue.phrase))), [])
        if all(cue.side != other.side for other in known) and all(other.side != "both" for other in known):
            known.append(cue)
    found: dict[str, dict[str, Rules]] = {}
    for phrase in sorted(rules, key=lambda p: (len(p) > 1, -len(p), p)):
        seconds = found.setdefault(phrase[0], {"": ()})
        second = phrase[1] if len(phrase) > 1 else ""
        row = ((phrase, tuple(rules[phrase])),)
        alone = seconds[""]
        longer = seconds.get(second, alone)
        seconds[second] = (*longer[: len(longer) - len(alone)], *row, *alone)
    return found

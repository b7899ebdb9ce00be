"""What is given, talked over, applied for and brought down in a visit: rules as columns."""

from __future__ import annotations

from typing import Final

from medcheck.exposure import Cue, cue_table
from medcheck.model import Exposure
from medcheck.notes.cues.columns import rows

__all__ = ["VISIT_CUES"]

_PEOPLE: Final = "her, him, them, pt, patient, me"
_BEGINNING: Final = (
    "adding, giving, introducing, prescribing, restarting, starting, trialing, trialling, trying, using"
)
_DISCHARGE: Final = "d c, dc"

VISIT_CUES: Final[tuple[Cue, ...]] = (
    # given
    *rows(
        Exposure.TAKING,
        "before",
        "next",
        "gave, giving, gives, got, had given",
        f"-, {_PEOPLE}, one of, some",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "next",
        "gave, giving, gives, got",
        "her, him, me",
        "one of her, one of his, one of my",
    ),
    *rows(
        Exposure.TAKING,
        "before",
        "next",
        """
        burst of, burst therapy, calmed with, eased with, needed, needing, nebs of, reversed with,
        required, requiring, rescued with, settled after, settled with, sedated with, treated acutely
        with, topped up with, covered by
        """,
    ),
    *cue_table(
        Exposure.TAKING,
        "after",
        "piece",
        """
        applied, applied this am, given en route, given with effect, given with good effect, given with
        relief, in situ
        """,
    ),
    *cue_table(
        None,
        "both",
        "clause",
        "got better, got worse, got on, got to, got up, had given up, needed to, required to",
    ),
    # talked over, applied for
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        "about, discuss, discussed, discussing, re, regarding",
        _BEGINNING,
    ),
    *cue_table(
        Exposure.PLANNED,
        "before",
        "next",
        """
        could possibly try, discussed, discussed trial of, maybe, maybe try, ordered, perhaps, possibly,
        then possibly
        """,
    ),
    *rows(None, "before", "clause", "discussed", "her, his, my, risks, side effects, that, the, with"),
    *rows(
        Exposure.PLANNED,
        "before",
        "next",
        """
        appeal, appeal pending, appeal submitted, application, application made, applied, awaiting
        approval, awaiting insurance approval, awaiting ins approval, awaiting pa, awaiting prior auth,
        pa, pa pending, pa sent, pa started, pa submitted, prior auth, prior auth pending, prior auth
        sent, prior auth submitted, prior authorization, prior authorization pending, prior
        authorization submitted, requested pa, requesting pa
        """,
        "for",
    ),
    *rows(
        Exposure.PLANNED,
        "after",
        "piece",
        "as, held in reserve as",
        """
        a backup, a fallback, a next step, an alternative, an option, backup, back up, fallback, next
        step, rescue if needed
        """,
    ),
    *cue_table(
        Exposure.PLANNED,
        "after",
        "next",
        "is fine, is fine to take, is ok, is ok to take, is okay, is okay to take",
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "next",
        "pa, prior auth, prior authorization, approval, appeal, funding, insurance",
        "denied, declined, refused, rejected",
        "for",
    ),
    *rows(
        Exposure.NEGATED,
        "after",
        "piece",
        "never, not, not been, never got, wasnt, was not",
        "approved, authorised, authorized, funded",
        "-, by insurance, by ins, by insurer",
    ),
    *rows(
        None, "both", "clause", "if, unless", "approved, declined, denied, refused, rejected, not approved"
    ),
    *rows(
        Exposure.NEGATED,
        "before",
        "clause",
        "prefer, prefers, preferred, would prefer",
        "not to",
        "be on, go on, restart, start, take, try, use",
    ),
    *rows(Exposure.NEGATED, "before", "clause", "not appropriate for, not suitable for, unsuitable for"),
    # brought down
    *rows(Exposure.TAPERING, "before", "clause", "came, come, coming", "down on, down off"),
    *rows(
        Exposure.TAPERING,
        "after",
        "piece",
        """
        coming down, cutting, cutting back, decreasing, dropping, reducing, reduced, weaning, being
        reduced
        """,
        "by",
    ),
    *cue_table(
        Exposure.TAPERING,
        "after",
        "clause",
        """
        aim to be off, aiming to be off, coming down slowly, hopes to be off by, hope to be off by,
        should be off by, then off, to be off by, will be off by
        """,
    ),
    *rows(Exposure.TAPERING, "after", "next", "->", "reduce, taper, wean"),
    # given up
    *rows(Exposure.STOPPED, "after", "next", "->", "d c, dc, discontinue, hold, stop, stopped"),
    *rows(
        Exposure.STOPPED,
        "after",
        "clause",
        "no longer",
        """
        needed, needing, needs, on it, takes, taking, using, uses, using it, uses it, taking it, takes
        it
        """,
    ),
    *cue_table(
        Exposure.STOPPED,
        "after",
        "piece",
        """
        non responder, nonresponder, primary failure, primary non resp, primary non response, primary
        nonresponse, secondary failure, secondary loss of response, so never again, so no more, trial
        off
        """,
    ),
    *cue_table(Exposure.STOPPED, "after", "next", "before that"),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "having not, have not, had not, not",
        "gotten on with, got on with, got along with",
    ),
    *rows(Exposure.STOPPED, "after", "piece", "change to, convert to, swap to, switch to"),
    *rows(
        Exposure.STOPPED,
        "after",
        "clause",
        "please, pls, can you, pl",
        "remove, take it off, take it off my list, remove it, remove from list, delete",
    ),
    *rows(
        Exposure.STOPPED,
        "before",
        "next",
        "find, looking for, needs, need, re, seeking, suggest, wants, want",
        "-, an, some",
        "alternative to, alternatives to",
    ),
    *cue_table(Exposure.STOPPED, "before", "clause", "get off, getting off"),
    # goes on
    *cue_table(
        Exposure.TAKING,
        "after",
        "clause",
        """
        is my current, now back on, now down to, reintroduced, restarted, resumed, takes hers, takes
        his, went back on it
        """,
    ),
    *rows(Exposure.TAKING, "after", "piece", "inc, increased, incr, dec, decr, decreased", "to"),
    *rows(Exposure.TAKING, "after", "next", "at, in", "home, the home, the house"),
    *rows(Exposure.TAKING, "after", "next", "kit, pen, supply", "at home, in the home"),
    *cue_table(Exposure.TAKING, "before", "next", "carries, carries a, carries an, carrying, keeps"),
    *cue_table(Exposure.TAKING, "before", "clause", "borrows"),
    *cue_table(Exposure.TAKING, "after", "next", "tolerating"),
    *cue_table(None, "both", "clause", "as needed, if needed, when needed"),
    *rows(Exposure.TAKING, "after", "clause", "takes, uses", "it, them, some, one, half"),
    # is said to be allergic, and is not
    *rows(
        Exposure.NEGATED,
        "after",
        "clause",
        "that is, that isnt, thats, which is, which isnt, which was",
        "incorrect, not correct, not right, not true, right, true, untrue, wrong",
    ),
    *rows(
        Exposure.ALLERGY,
        "after",
        "next",
        "that i, i",
        "cannot have, cannot take, cannot tolerate, cant have, cant take, cant tolerate",
    ),
    # turned down, left out, no longer
    *cue_table(Exposure.STOPPED, "before", "clause", "omit"),
    *rows(
        Exposure.NEGATED,
        "before",
        "next",
        "no",
        "additional, bridging, extra, long term, prophylactic, routine",
    ),
    *rows(Exposure.NEGATED, "after", "clause", "and, but", "he, she, they, i", "declined, refused"),
    *rows(Exposure.NEGATED, "after", "clause", "declined, refused", "it, this, them, to prescribe, to issue"),
    *rows(
        Exposure.STOPPED,
        "before",
        "clause",
        "no longer",
        "wishes to, wants to, willing to, keen to, prepared to",
        "be on, continue, have, take, use",
    ),
    *rows(Exposure.NEGATED, "before", "next", "-, i", "cannot, cant", "have, take, be given"),
    *rows(
        Exposure.ALLERGY,
        "before",
        "next",
        "diarrhoea, diarrhea, gi upset, stomach upset, tummy upset, vomited, vomiting",
        "from, to, with",
    ),
    *cue_table(
        Exposure.TAPERING,
        "after",
        "piece",
        "being brought down, being cut, being cut back, being stepped down, brought down by",
    ),
    *cue_table(None, "both", "clause", "may d c, may dc, might d c, might dc"),
    *cue_table(Exposure.STOPPED, "after", "next", "before without, previously with, previously without"),
    *rows(
        Exposure.STOPPED,
        "after",
        "piece",
        "last, not",
        "issued in, issued since, ordered since, collected since, requested since, dispensed since",
    ),
    # now and then, to come
    *rows(Exposure.TAKING, "after", "piece", "hardly, rarely, seldom", "needed, needs, used, uses, uses it"),
    *cue_table(Exposure.TAKING, "before", "next", "collecting, cut, cut her, cut his, picking up, picks up"),
    *cue_table(
        Exposure.PLANNED, "before", "clause", "augment with, augmenting with, going straight to, straight to"
    ),
    *rows(
        Exposure.PLANNED,
        "before",
        "clause",
        """
        consultant, doc, doctor, dr, gp, neurologist, nurse, pharmacist, psychiatrist, specialist,
        surgeon, team
        """,
        "is considering, is suggesting, is talking about, keeps mentioning, mentioned, talked about",
    ),
    # of another sense
    *rows(
        None,
        "both",
        "clause",
        """
        after, at, before, by, for, following, home at, near, nearing, on, pending, prior to, ready for,
        since, until, upon
        """,
        _DISCHARGE,
    ),
    *rows(
        None,
        "both",
        "clause",
        _DISCHARGE,
        """
        date, home, instructions, letter, meds, papers, paperwork, planning, script, scripts, summary,
        to home, to rehab, to snf, tomorrow
        """,
    ),
    *rows(
        None,
        "both",
        "clause",
        "denied, denies, denying",
        """
        abuse, adverse effects, any adverse effects, any issues, any problems, any se, any side effects,
        cravings, diversion, drowsiness, issues, misuse, overuse, problems, se, ses, sedation, side
        effects, withdrawal
        """,
    ),
)
"""Given, discussed, applied for, brought down, and words of another sense."""

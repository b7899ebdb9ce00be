"""Every fixed sentence of a report, in one place: calm, hedged as the sources hedge, no orders to stop.

The words "safe" and "no interaction" never stand here: absence of a statement is not safety.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from medcheck.model import Effect, Exposure, Finding, Verdict

__all__ = [
    "AMBIGUOUS_END", "CAUTIONS", "EFFECTS", "GRADES", "SHORT", "caution_words", "count",
    "coverage_sentence", "did_you_mean", "documented", "exposure_sentence", "grade", "in_regions",
    "listed", "not_taken_sentence", "read_as_words", "route_sentence", "verdict_sentence",
]  # fmt: skip

GRADES: Mapping[str, str] = {
    "guideline": "guideline",
    "systematic_review": "systematic review or trial",
    "trial": "systematic review or trial",
    "cohort": "cohort or cross-sectional study",
    "cross_sectional": "cohort or cross-sectional study",
    "review": "review",
    "health_service_page": "health-service page",
    "regulator": "label",
    "label": "label",
    "pharmacovigilance": "pharmacovigilance or case reports",
    "case_series": "pharmacovigilance or case reports",
    "case_report": "pharmacovigilance or case reports",
    "expert_opinion": "expert or patient organisation",
    "patient_org": "expert or patient organisation",
    "lay_web_seed": "lay web page",
}
"""The grade that people are shown for each evidence level of the data."""

SHORT: Mapping[str, str] = {
    "worsens": "worsens",
    "mixed": "sources point both ways",
    "withdrawal": "symptoms on stopping",
    "treats": "treats",
    "less_likely": "less likely to affect RLS",
    "undocumented": "nothing documented",
}
"""A verdict in two or three words, for "(documented: ...)" and for lists of ingredients."""

EFFECTS: Mapping[str, str] = {
    "may_trigger": "may trigger RLS",
    "may_worsen": "may worsen RLS",
    "withdrawal_may_trigger": "stopping may trigger RLS",
    "treats": "treats or helps RLS",
    "augmentation": "long use can make RLS worse (augmentation)",
    "preferred_alternative": "named as less likely to affect RLS",
    "no_signal": "studied, no link found",
    "mixed": "results point both ways",
    "pathway": "may matter indirectly",
}
"""What an association documents, in words."""

WITHDRAWAL = "Stopping is documented to trigger RLS symptoms; do not change it without the prescriber."
UNRECOGNISED = "Not recognised; nothing was checked."
UNREAD = "This row could not be read; nothing was checked."
AMBIGUOUS_END = "Check the pack."
TOLD_STOPPED = "Tell the prescriber if they do not know that it was stopped."

CAUTIONS: Mapping[str, str] = {
    "augmentation": "Long use can make RLS worse (augmentation).",
    "withdrawal_may_trigger": WITHDRAWAL,
    "stopped_treatment": (
        "It is also documented as a treatment of RLS, so symptoms may return without it: ask the prescriber."
    ),
    "symptoms_may_return": "Symptoms may return without it: ask the prescriber.",
    "do_not_stop": "Do not stop or change it without the prescriber.",
    "after_blood_test": "Iron only after a blood test.",
    "dependence_and_breathing": "Opioids can cause dependence and slowed breathing.",
}
"""What each caution code says; they hold whatever the verdict."""

_COVERAGE: tuple[tuple[str, str], ...] = (
    ("worsens", "documented as possibly triggering or worsening RLS"),
    ("mixed", "with sources that point both ways"),
    ("withdrawal", "whose stopping is documented to trigger RLS symptoms"),
    ("treats", "documented as a treatment of RLS or as helpful"),
    ("less_likely", "documented as less likely to affect RLS, or studied with no link found"),
    ("undocumented", "recognised, but this table holds no RLS statement about it"),
    ("ambiguous", "that could be more than one thing"),
    ("not_taken", "mentioned but not counted as taken"),
    ("unrecognised", "not recognised"),
)
REGION_NAMES: Mapping[str, str] = {
    "US": "the US",
    "CA": "Canada",
    "UK": "the UK",
    "IE": "Ireland",
    "AU": "Australia",
    "NZ": "New Zealand",
    "IN": "India",
    "EU": "the EU",
}
"""Regions in words, in the order in which they are shown."""

_ROUTES: Mapping[str, str] = {
    "eye": "eye drops",
    "ear": "ear drops",
    "nasal": "nose sprays",
    "skin": "creams and gels",
    "rectal": "rectal use",
    "vaginal": "vaginal use",
    "inhaled": "inhalers",
}
_NUMBERS = ("no", "one", "two", "three", "four")
_PEOPLE = r"\b(\d[\d,]*)\s+(?:[a-z-]+\s+){0,2}?(?:people|patients|adults|men|women|users|donors)\b"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "name"), count(3000, "name")
    ('1 name', '3,000 names')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str], last: str = "or") -> str:
    """Items in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b or c'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def documented(verdict: Verdict) -> str:
    """What is documented, in brackets after a name.

    >>> documented(Verdict.WORSENS)
    'documented: worsens'
    """
    if verdict is Verdict.UNDOCUMENTED:
        return SHORT[verdict]
    return f"documented: {SHORT[verdict]}"


def in_regions(regions: Iterable[str]) -> str:
    """Where a name has this meaning.

    >>> in_regions(("CA", "US"))
    'in the US and Canada'
    """
    known = set(regions)
    ordered = [name for code, name in REGION_NAMES.items() if code in known]
    ordered += sorted(known - REGION_NAMES.keys())
    return f"in {listed(ordered, 'and')}" if ordered else ""


def grade(level: str | None) -> str:
    """The shown grade of an evidence level; an unknown level is shown as it is."""
    return GRADES.get(level, level.replace("_", " ")) if level else ""


def coverage_sentence(coverage: Mapping[str, int]) -> str:
    """The first line of a report: every entry counted once, in words.

    >>> coverage_sentence({"entries": 2, "worsens": 1, "unrecognised": 1})
    '2 names: 1 documented as possibly triggering or worsening RLS, 1 not recognised.'
    """
    total = coverage.get("entries", 0)
    if not total:
        return "No names were given; nothing was checked."
    said = [f"{coverage[key]:,} {words}" for key, words in _COVERAGE if coverage.get(key)]
    return f"{count(total, 'name')}: {', '.join(said)}."


def people_counted(finding: Finding) -> str:
    """``" in 10,875 people"`` where the statement or its population gives a number."""
    for text in (finding.population, finding.statement):
        if match := re.search(_PEOPLE, text):
            return f" in {match.group(1)} people"
    return ""


def _less_likely(kind: str, deciding: Iterable[Finding]) -> str:
    first = next(iter(deciding), None)
    if first is not None and first.effect == Effect.NO_SIGNAL:
        return f"Studied; no link found{people_counted(first)} ({kind}). Not proof."
    return f"Documented as less likely than its class to affect RLS ({kind})."


def verdict_sentence(
    verdict: Verdict,
    strongest: str | None,
    *,
    label: str = "",
    deciding: Iterable[Finding] = (),
    exposure: Exposure = Exposure.UNKNOWN,
) -> str:
    """The fixed sentence of a verdict, with the grade of its strongest source.

    A stopped medicine is spoken of in the past.

    >>> verdict_sentence(Verdict.WORSENS, "cohort")[:63]
    'Documented as possibly triggering or worsening RLS (strongest s'
    """
    kind = grade(strongest)
    source = f" (strongest source: {kind})" if kind else ""
    past = ", while it was taken," if exposure is Exposure.STOPPED else ""
    match verdict:
        case Verdict.WORSENS:
            return f"Documented{past} as possibly triggering or worsening RLS{source}."
        case Verdict.TREATS:
            advice = "That is not advice to take it."
            return f"Documented{past} as a treatment of RLS or as helpful{source}. {advice}"
        case Verdict.MIXED:
            return f"Sources point both ways; both are shown{source}."
        case Verdict.WITHDRAWAL:
            return f"{WITHDRAWAL} Strongest source: {kind}." if kind else WITHDRAWAL
        case Verdict.LESS_LIKELY:
            return _less_likely(kind or "source not graded", deciding)
    return (
        f"Recognised as {label or 'a medicine'}; this table holds no RLS statement about it. "
        "That is not evidence that it has no effect."
    )


def exposure_sentence(exposure: Exposure, days_since: int | None = None) -> str:
    """What the text says about taking it; empty where it is simply named.

    >>> exposure_sentence(Exposure.STOPPED, 3)
    'Stopped 3 days ago.'
    """
    ago = "" if days_since is None else f" {count(days_since, 'day')} ago"
    match exposure:
        case Exposure.STOPPED:
            return f"Stopped{ago}."
        case Exposure.TAPERING:
            return "Being reduced."
        case Exposure.PLANNED:
            return "Not started yet."
        case Exposure.ALLERGY:
            return "Mentioned as an allergy; not counted as taken."
        case Exposure.NEGATED:
            return "Mentioned as not taken; not counted."
        case Exposure.FAMILY:
            return "Mentioned of someone else; not counted as taken."
    return ""


def not_taken_sentence(label: str, verdict: Verdict, strongest: str | None) -> str:
    """One line on a medicine that is mentioned but not taken."""
    if verdict is Verdict.UNDOCUMENTED:
        return f"This table holds no RLS statement about {label}."
    kind = grade(strongest)
    return f"{label} ({documented(verdict)}{'; strongest source: ' + kind if kind else ''})."


def caution_words(codes: Iterable[str], *, verdict: Verdict, exposure: Exposure) -> list[str]:
    """The sentences of caution codes, without saying twice what the verdict's sentence says."""
    chosen = dict.fromkeys(codes)
    if verdict is Verdict.TREATS and "stopped_treatment" in chosen:
        chosen["symptoms_may_return"] = chosen.pop("stopped_treatment")
    if verdict is Verdict.WITHDRAWAL:
        chosen.pop("withdrawal_may_trigger", None)
        chosen.pop("do_not_stop", None)
    if "withdrawal_may_trigger" in chosen:
        chosen.pop("do_not_stop", None)
    words = [CAUTIONS.get(code, code) for code in chosen]
    if exposure is Exposure.STOPPED:
        words = [TOLD_STOPPED if w == CAUTIONS["do_not_stop"] else w for w in words]
    return words


def did_you_mean(names: Sequence[str]) -> str:
    """The fixed words on a name that is not recognised, with what may have been meant."""
    return f"{UNRECOGNISED} Did you mean {listed(names)}?" if names else UNRECOGNISED


def read_as_words(name: str, distance: int | None, method: str) -> str:
    """How a corrected name was read.

    >>> read_as_words("diphenhydramine", 1, "fuzzy")
    'read as diphenhydramine (one letter)'
    """
    if method == "truncated":
        return f"read as {name} (cut short)"
    if not distance:
        return f"read as {name}"
    number = _NUMBERS[distance] if distance < len(_NUMBERS) else str(distance)
    return f"read as {name} ({number} letter{'s' if distance > 1 else ''})"


def route_sentence(route: str) -> str:
    """The caveat on medicines that hardly reach the blood; empty for the rest."""
    form = _ROUTES.get(route)
    return f"These statements are about medicines taken by mouth or injection, not {form}." if form else ""

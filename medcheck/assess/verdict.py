"""The rules that draw one headline from the findings of an ingredient or a class.

They work on *levelled* findings: ``(level, finding)`` where level 0 is the subject itself,
1 its nearest class, and so on. The rules are those of the project's design, rules 2 and 8:
specific beats general within one exposure, low confidence alone supersedes nothing, nothing
is averaged, withdrawal and augmentation stand beside the verdict as cautions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from medcheck.model import Confidence, Effect, Finding, Verdict

__all__ = [
    "EVIDENCE_ORDER",
    "VERDICT_ORDER",
    "Levelled",
    "draw_verdict",
    "evidence_rank",
    "most_serious",
    "strongest_evidence",
    "supersede",
]

Levelled = tuple[int, Finding]

VERDICT_ORDER: tuple[Verdict, ...] = tuple(Verdict)
"""From most to least serious."""

EVIDENCE_ORDER: tuple[str, ...] = (
    "guideline",
    "systematic_review",
    "trial",
    "cohort",
    "cross_sectional",
    "review",
    "health_service_page",
    "regulator",
    "label",
    "pharmacovigilance",
    "case_series",
    "case_report",
    "expert_opinion",
    "patient_org",
    "lay_web_seed",
)
"""Evidence levels from strongest to weakest."""

_HARM = frozenset({Effect.MAY_TRIGGER, Effect.MAY_WORSEN})
_LESS = frozenset({Effect.PREFERRED_ALTERNATIVE, Effect.NO_SIGNAL})
_CAUTIONS = frozenset({Effect.AUGMENTATION, Effect.WITHDRAWAL_MAY_TRIGGER})
_SETTLING = frozenset({Confidence.HIGH, Confidence.MODERATE})


def evidence_rank(level: str) -> int:
    """Position in :data:`EVIDENCE_ORDER`; unknown levels come last.

    >>> evidence_rank("guideline") < evidence_rank("lay_web_seed")
    True
    """
    return EVIDENCE_ORDER.index(level) if level in EVIDENCE_ORDER else len(EVIDENCE_ORDER)


def most_serious(verdicts: Iterable[Verdict]) -> Verdict:
    """The most serious of several verdicts; ``undocumented`` when there is none.

    >>> most_serious([Verdict.TREATS, Verdict.WORSENS]).value
    'worsens'
    """
    return min(verdicts, key=VERDICT_ORDER.index, default=Verdict.UNDOCUMENTED)


def _direction(finding: Finding) -> str | None:
    """Which way a headline finding points about *taking*; ``None`` for cautions and the rest."""
    if not finding.headline or finding.effect in _CAUTIONS or finding.hop is not None:
        return None
    if finding.effect in _HARM:
        return "harm"
    if finding.effect in _LESS:
        return "less"
    return finding.effect


def supersede(levelled: Sequence[Levelled]) -> list[Levelled]:
    """Mark the findings that a more specific level settles another way.

    The settling level is the nearest that holds a headline row of moderate or high confidence.
    """
    settling = min(
        (level for level, f in levelled if _direction(f) and f.confidence in _SETTLING), default=None
    )
    if settling is None:
        return list(levelled)
    deciding = [f for level, f in levelled if level == settling and _direction(f)]
    directions = {_direction(f) for f in deciding}
    best = min(
        (f for f in deciding if f.confidence in _SETTLING), key=lambda f: evidence_rank(f.evidence_level)
    )
    reason = f"more specific statements about {best.subject_label} point another way"
    return [
        (level, f._replace(superseded_by=best.subject, reason=reason))
        if level > settling and _direction(f) and _direction(f) not in directions
        else (level, f)
        for level, f in levelled
    ]


def draw_verdict(levelled: Sequence[Levelled], *, stopped: bool = False) -> tuple[Verdict, list[Finding]]:
    """The verdict of findings already superseded, and the findings that decided it.

    ``stopped`` asks about stopping or tapering: a withdrawal row then decides if there is one.
    """
    standing = [(level, f) for level, f in levelled if f.headline and not f.superseded and f.hop is None]
    withdrawal = [f for _, f in standing if f.effect == Effect.WITHDRAWAL_MAY_TRIGGER]
    if stopped and withdrawal:
        return Verdict.WITHDRAWAL, withdrawal
    by: dict[str, list[Levelled]] = {"harm": [], "treats": [], "mixed": [], "less": []}
    for level, finding in standing:
        direction = _direction(finding)
        if direction in by:
            by[direction].append((level, finding))
    verdict = _headline(by, bool(withdrawal))
    decided_by = {
        Verdict.WORSENS: ("harm",),
        Verdict.TREATS: ("treats",),
        Verdict.MIXED: ("harm", "treats", "mixed", "less"),
        Verdict.LESS_LIKELY: ("less",),
    }.get(verdict, ())
    if verdict is Verdict.WITHDRAWAL:
        return verdict, withdrawal
    return verdict, [f for key in decided_by for _, f in by[key]]


def _headline(by: dict[str, list[Levelled]], has_withdrawal: bool) -> Verdict:
    harm, treats, mixed, less = by["harm"], by["treats"], by["mixed"], by["less"]
    if harm and treats:
        return Verdict.MIXED
    if harm:
        nearest_other = min((level for level, _ in mixed + less), default=None)
        only_general = nearest_other is not None and all(level > nearest_other for level, _ in harm)
        return Verdict.MIXED if only_general else Verdict.WORSENS
    if treats and mixed:
        return Verdict.MIXED
    if treats:
        weak = all(f.confidence == Confidence.LOW for _, f in treats)
        return Verdict.WITHDRAWAL if weak and has_withdrawal else Verdict.TREATS
    if mixed:
        return Verdict.MIXED
    if less:
        return Verdict.LESS_LIKELY
    return Verdict.WITHDRAWAL if has_withdrawal else Verdict.UNDOCUMENTED


def strongest_evidence(deciding: Iterable[Finding]) -> str | None:
    """The strongest evidence level among the findings that decided a verdict."""
    return min((f.evidence_level for f in deciding), key=evidence_rank, default=None)

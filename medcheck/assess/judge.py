"""Gather the findings of one ingredient or one class word, and judge them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from medcheck.assess.disagreement import association_finding, conflicts_of
from medcheck.assess.facts import Facts
from medcheck.assess.levels import class_levels
from medcheck.assess.options import options_for
from medcheck.assess.pathways import pathway_findings
from medcheck.assess.sources import source_ref
from medcheck.assess.verdict import (
    Levelled,
    draw_verdict,
    evidence_rank,
    strongest_evidence,
    supersede,
)
from medcheck.model import (
    Basis,
    Codes,
    Conflict,
    Effect,
    Finding,
    Ingredient,
    JudgedIngredient,
    Option,
    Verdict,
)

Subject = tuple[str, str]
"""``("class", id)`` or ``("ingredient", id)``."""

ABOUT_PRESCRIBED = "it is about a medicine that a doctor prescribes"

__all__ = ["JudgedClass", "codes_of", "judge_class", "judge_ingredient", "source_ref"]


class JudgedClass(NamedTuple):
    """A class word's verdict, its findings, and the members documented otherwise."""

    class_id: str
    label: str
    verdict: Verdict
    strongest: str | None
    cautions: tuple[str, ...]
    findings: tuple[Finding, ...]
    except_members: tuple[tuple[str, str], ...]
    conflicts: tuple[Conflict, ...] = ()
    alternatives: tuple[Option, ...] = ()


def _class_label(facts: Facts, class_id: str) -> str:
    drug_class = facts.drug_class(class_id)
    return drug_class.label if drug_class else class_id


def _gather(
    facts: Facts, subjects: dict[Subject, int], labels: dict[Subject, str], *, prescribed: bool = True
) -> list[Levelled]:
    levelled: list[Levelled] = []
    for (kind, subject), level in subjects.items():
        basis = Basis.INGREDIENT if kind == "ingredient" else Basis.CLASS
        levelled.extend(
            (level, association_finding(facts, row, basis, labels[kind, subject]))
            for row in facts.associations(kind, subject)
        )
    if not prescribed:
        levelled = [
            (level, f._replace(superseded_by=f.subject, reason=ABOUT_PRESCRIBED))
            if f.effect == Effect.TREATS
            else (level, f)
            for level, f in levelled
        ]
    return supersede(levelled)


def _ordered(levelled: list[Levelled], stopped: bool) -> tuple[Finding, ...]:
    """Deciding statements first: standing before superseded, specific before general, strong before weak."""

    def key(item: Levelled) -> tuple[object, ...]:
        level, f = item
        withdrawal_first = not (stopped and f.effect == Effect.WITHDRAWAL_MAY_TRIGGER)
        year = -(f.source.year or 0)
        return (
            not f.headline,
            f.superseded,
            withdrawal_first,
            level,
            evidence_rank(f.evidence_level),
            year,
            f.association_id,
        )

    return tuple(f for _, f in sorted(levelled, key=key))


def _cautions(
    facts: Facts, subjects: dict[tuple[str, str], int], findings: tuple[Finding, ...], stopped_treatment: bool
) -> tuple[str, ...]:
    """Caution codes: documented augmentation and withdrawal, then standing advice of the data."""
    effects = {f.effect for f in findings if f.headline and not f.superseded}
    codes = [e.value for e in (Effect.AUGMENTATION, Effect.WITHDRAWAL_MAY_TRIGGER) if e in effects]
    if stopped_treatment:
        codes.append("stopped_treatment")
    standing = {c.caution for kind, subject in subjects for c in facts.cautions(kind, subject)}
    return (*codes, *sorted(standing))


def codes_of(row: Ingredient | None) -> Codes:
    """The public identifiers of an ingredient; none for an unknown one."""
    if row is None:
        return Codes()
    return Codes(unii=row.unii, drugbank=row.drugbank, atc=tuple(row.atc.split(",")) if row.atc else ())


def judge_ingredient(
    facts: Facts,
    ingredient_id: str,
    *,
    stopped: bool = False,
    prescribed: bool = True,
    label: Callable[[str, str], str] = lambda inn, us_name: us_name or inn,
) -> JudgedIngredient:
    """Judge one ingredient: every finding that applies to it, and the verdict drawn from them.

    ``stopped`` asks about stopping or tapering. ``label`` chooses the shown name from the INN and
    the US name. An unknown id is judged as undocumented: it has no findings. Without ``prescribed``
    (a street name was typed) what is documented of treatment is shown, but decides nothing.
    """
    row = facts.ingredient(ingredient_id)
    levels = class_levels(facts, row.class_ids if row else ())
    itself = ("ingredient", ingredient_id)
    subjects = {itself: 0} | {("class", c): level for c, level in levels.items()}
    shown = label(ingredient_id, row.us_name if row else "")
    labels = {("class", c): _class_label(facts, c) for c in levels} | {itself: shown}
    levelled = _gather(facts, subjects, labels, prescribed=prescribed)
    verdict, deciding = draw_verdict(levelled, stopped=stopped)
    stopped_treatment = stopped and draw_verdict(levelled)[0] is Verdict.TREATS
    findings = _ordered(levelled, stopped)
    every = findings + pathway_findings(facts, subjects, labels)
    return JudgedIngredient(
        id=ingredient_id,
        label=shown,
        classes=tuple(levels),
        codes=codes_of(row),
        verdict=verdict,
        strongest=strongest_evidence(deciding),
        effects=tuple(dict.fromkeys(f.effect for f in findings if f.headline and not f.superseded)),
        cautions=_cautions(facts, subjects, findings, stopped_treatment),
        findings=every,
        conflicts=conflicts_of(facts, every),
        alternatives=options_for(facts, subjects, labels, verdict, stopped=stopped),
    )


def _exceptions(facts: Facts, class_id: str, verdict: Verdict, stopped: bool) -> tuple[tuple[str, str], ...]:
    """What below a class is documented otherwise: whole subclasses first, then single members.

    A member is named on its own only where it also differs from the subclass it stands in.
    """
    classes: dict[str, str] = {}
    members: dict[str, str] = {}
    pending = [(class_id, verdict, False)]
    seen: set[str] = set()
    while pending:
        current, expected, special = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        if current != class_id and facts.associations("class", current):
            special = True
            own = _class_verdict(facts, current, stopped)
            if own is not expected:
                classes[_class_label(facts, current)] = own.value
                expected = own
        for member in facts.members(current):
            if special or facts.associations("ingredient", member):
                judged = judge_ingredient(facts, member, stopped=stopped)
                if judged.verdict is not expected:
                    members[judged.label] = judged.verdict.value
        pending.extend((child, expected, special) for child in facts.children(current))
    return (*sorted(classes.items()), *sorted(members.items()))


def _class_verdict(facts: Facts, class_id: str, stopped: bool) -> Verdict:
    levels = class_levels(facts, (class_id,), start=0)
    labels = {("class", c): _class_label(facts, c) for c in levels}
    return draw_verdict(
        _gather(facts, {("class", c): level for c, level in levels.items()}, labels), stopped=stopped
    )[0]


def judge_class(facts: Facts, class_id: str, *, stopped: bool = False) -> JudgedClass:
    """Judge a class word by the rows of that class and its parents.

    ``except_members`` names ``(subclass or member, verdict)`` where one is documented otherwise.
    """
    levels = class_levels(facts, (class_id,), start=0)
    subjects = {("class", c): level for c, level in levels.items()}
    labels = {("class", c): _class_label(facts, c) for c in levels}
    levelled = _gather(facts, subjects, labels)
    verdict, deciding = draw_verdict(levelled, stopped=stopped)
    findings = _ordered(levelled, stopped)
    every = findings + pathway_findings(facts, subjects, labels)
    stopped_treatment = stopped and draw_verdict(levelled)[0] is Verdict.TREATS
    return JudgedClass(
        class_id=class_id,
        label=labels["class", class_id],
        verdict=verdict,
        strongest=strongest_evidence(deciding),
        cautions=_cautions(facts, subjects, findings, stopped_treatment),
        findings=every,
        except_members=_exceptions(facts, class_id, verdict, stopped),
        conflicts=conflicts_of(facts, every, class_id),
        alternatives=options_for(facts, subjects, labels, verdict, stopped=stopped),
    )

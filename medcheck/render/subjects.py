"""What an entry was judged by, ingredient by ingredient, and the statements that decided."""

from __future__ import annotations

from typing import NamedTuple

from medcheck.model import (
    Basis,
    Conflict,
    Effect,
    Entry,
    Finding,
    JudgedIngredient,
    Meaning,
    Option,
    Resolution,
    Verdict,
)

__all__ = ["SIDES", "Subject", "deciding", "deciding_of_entry", "leading_of", "subject_of", "subjects"]

_HARM = frozenset({Effect.MAY_TRIGGER.value, Effect.MAY_WORSEN.value})
_LESS = frozenset({Effect.PREFERRED_ALTERNATIVE.value, Effect.NO_SIGNAL.value})
SIDES = (_HARM, frozenset({Effect.TREATS.value}), frozenset({Effect.MIXED.value}), _LESS)
"""The effects that are one side of a question, side by side."""

_DECIDING = {
    Verdict.WORSENS: (_HARM,),
    Verdict.TREATS: (SIDES[1],),
    Verdict.LESS_LIKELY: (_LESS,),
    Verdict.WITHDRAWAL: (frozenset({Effect.WITHDRAWAL_MAY_TRIGGER.value}),),
    Verdict.MIXED: SIDES,
    Verdict.UNDOCUMENTED: (),
}


class Subject(NamedTuple):
    """One judged thing, an ingredient or a class word, in one shape for all formats."""

    id: str
    label: str
    is_class: bool
    verdict: Verdict
    strongest: str | None
    cautions: tuple[str, ...]
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...] = ()
    alternatives: tuple[Option, ...] = ()


def subject_of(judged: JudgedIngredient) -> Subject:
    """An ingredient as a subject."""
    return Subject(
        judged.id,
        judged.label,
        False,
        judged.verdict,
        judged.strongest,
        judged.cautions,
        judged.findings,
        judged.conflicts,
        judged.alternatives,
    )


def _of_class(meaning: Meaning) -> Subject:
    return Subject(
        meaning.class_id or "",
        meaning.class_label or meaning.name,
        True,
        meaning.verdict,
        meaning.strongest,
        meaning.cautions,
        meaning.findings,
        meaning.conflicts,
        meaning.alternatives,
    )


def subjects(entry: Entry | Meaning) -> list[Subject]:
    """Every ingredient and class word that an entry or a meaning was judged by, each once, in order."""
    meanings = entry.meanings if isinstance(entry, Entry) else (entry,)
    found: dict[str, Subject] = {}
    for meaning in meanings:
        if meaning.class_id:
            found.setdefault("class:" + meaning.class_id, _of_class(meaning))
        for judged in meaning.ingredients:
            found.setdefault(judged.id, subject_of(judged))
    return list(found.values())


def deciding(subject: Subject) -> list[Finding]:
    """The statements that carry the verdict, the strongest first; for ``mixed`` one of each side."""
    standing = [
        f for f in subject.findings if f.headline and not f.superseded and f.basis is not Basis.PATHWAY
    ]
    chosen = []
    for effects in _DECIDING[subject.verdict]:
        side = [f for f in standing if f.effect in effects]
        best = next((f for f in side if f.evidence_level == subject.strongest), None)
        best = best or next(iter(side), None)
        if best is not None:
            chosen.append(best)
    return chosen


def leading_of(entry: Entry) -> Subject | None:
    """The first that has the verdict of the whole entry."""
    return next((s for s in subjects(entry) if s.verdict is entry.verdict), None)


def deciding_of_entry(entry: Entry) -> tuple[Finding, ...]:
    """The statements behind the verdict of an entry that has one answer."""
    leading = None if entry.resolution is Resolution.AMBIGUOUS else leading_of(entry)
    if leading is None:
        return ()
    return tuple(sorted(deciding(leading), key=lambda f: f.evidence_level != leading.strongest))

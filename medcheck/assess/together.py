"""The list as a whole: what its entries share, and which stand beside which. No score, no rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from medcheck.assess.facts import Facts
from medcheck.assess.sources import source_ref
from medcheck.model import (
    Effect,
    Entry,
    Exposure,
    JudgedIngredient,
    ListEntry,
    ListFinding,
    Resolution,
    Verdict,
)

__all__ = ["list_findings"]

_TAKEN = frozenset({Exposure.TAKING, Exposure.PLANNED, Exposure.TAPERING, Exposure.UNKNOWN})
_BEARS_ON_RLS = frozenset({Effect.MAY_TRIGGER, Effect.MAY_WORSEN, Effect.WITHDRAWAL_MAY_TRIGGER})
_NO_MECHANISM = frozenset({"antiemetic", "cold_allergy_medicine", "psychiatric_medicine"})
"""Groups by what they are sold for: their members do not share how they work."""


class _Taken(NamedTuple):
    """One ingredient of one entry that is taken, or about to be."""

    place: tuple[int, int]
    judged: JudgedIngredient

    @property
    def listed(self) -> ListEntry:
        return ListEntry(*self.place, self.judged.label)


def list_findings(facts: Facts, entries: Iterable[Entry]) -> tuple[ListFinding, ...]:
    """What is true of a list as a whole.

    Only entries that are taken, tapered, planned or simply named count, and only those with one
    answer: what depends on the pack is left out.
    """
    taken = [
        _Taken((entry.line, entry.part), judged)
        for entry in entries
        if entry.exposure in _TAKEN and entry.resolution in (Resolution.EXACT, Resolution.CORRECTED)
        for judged in {i.id: i for m in entry.meanings for i in m.ingredients}.values()
    ]
    if len({t.place for t in taken}) < 2:
        return ()
    return (
        *_interplay(facts, taken),
        *_treatment_and_trigger(taken),
        *_two_triggers(taken),
        *_same_ingredient(taken),
        *_same_class(facts, taken),
    )


def _entries(taken: Iterable[_Taken]) -> tuple[ListEntry, ...]:
    return tuple(sorted({t.listed for t in taken}, key=lambda e: (e.line, e.part, e.label)))


def _places(taken: Iterable[_Taken]) -> set[tuple[int, int]]:
    return {t.place for t in taken}


def _is(taken: _Taken, kind: str, subject: str) -> bool:
    return subject in taken.judged.classes if kind == "class" else subject == taken.judged.id


def _interplay(facts: Facts, taken: Sequence[_Taken]) -> Iterator[ListFinding]:
    """Two entries that a source says bear on each other."""
    for row in facts.interplay():
        one = [t for t in taken if _is(t, row.subject_kind, row.subject)]
        other = [t for t in taken if _is(t, row.other_kind, row.other)]
        if one and other and len(_places([*one, *other])) > 1:
            yield ListFinding(
                kind="interplay",
                about=row.interplay_id,
                entries=_entries(one),
                beside=_entries(other),
                statement=row.statement,
                source=source_ref(facts, row.source_id, row.locator),
            )


def _treatment_and_trigger(taken: Sequence[_Taken]) -> Iterator[ListFinding]:
    treatments = [t for t in taken if t.judged.verdict is Verdict.TREATS]
    triggers = [t for t in taken if t.judged.verdict is Verdict.WORSENS]
    if treatments and triggers and len(_places([*treatments, *triggers])) > 1:
        yield ListFinding("treatment_and_trigger", "", _entries(treatments), _entries(triggers))


def _two_triggers(taken: Sequence[_Taken]) -> Iterator[ListFinding]:
    triggers = [t for t in taken if t.judged.verdict is Verdict.WORSENS]
    if len(_places(triggers)) > 1 and len({t.judged.id for t in triggers}) > 1:
        yield ListFinding("two_triggers", "", _entries(triggers))


def _same_ingredient(taken: Sequence[_Taken]) -> Iterator[ListFinding]:
    """The same documented ingredient in two entries."""
    groups: dict[str, list[_Taken]] = {}
    for one in taken:
        if one.judged.verdict is not Verdict.UNDOCUMENTED:
            groups.setdefault(one.judged.id, []).append(one)
    for group in groups.values():
        if len(_places(group)) > 1:
            yield ListFinding("same_ingredient", group[0].judged.label, _entries(group))


def _same_class(facts: Facts, taken: Sequence[_Taken]) -> Iterator[ListFinding]:
    """Different ingredients of one class that is itself documented; of nested ones the narrowest."""
    groups: dict[str, list[_Taken]] = {}
    for one in taken:
        for class_id in one.judged.classes:
            groups.setdefault(class_id, []).append(one)
    told: list[set[str]] = []
    for class_id in sorted(groups, key=lambda c: (-_depth(c, groups[c]), c)):
        ids = {t.judged.id for t in groups[class_id]}
        if len(ids) < 2 or len(_places(groups[class_id])) < 2 or ids in told:
            continue
        if _documented(facts, class_id):
            told.append(ids)
            drug_class = facts.drug_class(class_id)
            label = drug_class.label if drug_class else class_id
            yield ListFinding("same_class", label, _entries(groups[class_id]))


def _depth(class_id: str, members: Sequence[_Taken]) -> int:
    """How many classes stand above it, at most: the more, the narrower it is."""
    return max(len(t.judged.classes) - t.judged.classes.index(class_id) for t in members)


def _documented(facts: Facts, class_id: str) -> bool:
    if class_id in _NO_MECHANISM:
        return False
    rows = facts.associations("class", class_id)
    return any(row.headline and row.effect in _BEARS_ON_RLS for row in rows)

"""What ``describe`` shows: an ingredient or a class with everything the dataset holds on it."""

from __future__ import annotations

from medcheck.answers import Answers
from medcheck.assess import judge_class
from medcheck.assess.levels import class_paths
from medcheck.model import ClassProfile, IngredientProfile
from medcheck.store import Store

__all__ = ["class_profile", "ingredient_profile"]


def _path_labels(store: Store, class_id: str) -> tuple[tuple[str, ...], ...]:
    def label(c: str) -> str:
        drug_class = store.drug_class(c)
        return drug_class.label if drug_class else c

    return tuple(tuple(label(c) for c in path) for path in class_paths(store, class_id))


def ingredient_profile(
    store: Store, answers: Answers, ingredient_id: str, region: str | None
) -> IngredientProfile | None:
    """An ingredient, judged, with every class path to the top; ``None`` if the id is unknown."""
    row = store.ingredient(ingredient_id)
    if row is None:
        return None
    paths = tuple(path for c in row.class_ids for path in _path_labels(store, c))
    return IngredientProfile(row, answers.judge(ingredient_id, False, region), paths)


def class_profile(store: Store, answers: Answers, class_id: str) -> ClassProfile | None:
    """A class, judged, with its paths, children and every member below it."""
    drug_class = store.drug_class(class_id)
    if drug_class is None:
        return None
    judged = judge_class(store, class_id)
    members = (answers.judge(i, False, None) for i in members_below(store, class_id))
    return ClassProfile(
        drug_class=drug_class,
        paths=_path_labels(store, class_id),
        verdict=judged.verdict,
        strongest=judged.strongest,
        cautions=judged.cautions,
        findings=judged.findings,
        children=store.children(class_id),
        members=tuple(sorted((m.label, m.verdict.value) for m in members)),
        conflicts=judged.conflicts,
        alternatives=judged.alternatives,
    )


def members_below(store: Store, class_id: str) -> tuple[str, ...]:
    """Every ingredient of a class and of the classes below it."""
    found: dict[str, None] = {}
    pending = [class_id]
    while pending:
        current = pending.pop()
        found |= dict.fromkeys(store.members(current))
        pending.extend(store.children(current))
    return tuple(found)

"""How far each class stands from an ingredient: specific beats general needs a measure."""

from __future__ import annotations

from collections.abc import Iterable

from medcheck.assess.facts import Facts

__all__ = ["class_levels", "class_paths"]


def class_levels(facts: Facts, direct: Iterable[str], start: int = 1) -> dict[str, int]:
    """The level of every class reachable from the ``direct`` ones, nearest first.

    A direct class has level ``start``, its parent one more. A class that is also an ancestor
    of another class of the ingredient counts at its *longest* path, so that a parent is never
    as specific as its child.
    """
    levels: dict[str, int] = {}
    pending = [(class_id, start) for class_id in direct]
    while pending:
        class_id, level = pending.pop()
        if levels.get(class_id, -1) >= level:
            continue
        levels[class_id] = level
        drug_class = facts.drug_class(class_id)
        pending.extend((parent, level + 1) for parent in (drug_class.parent_ids if drug_class else ()))
    return dict(sorted(levels.items(), key=lambda item: (item[1], item[0])))


def class_paths(facts: Facts, class_id: str) -> tuple[tuple[str, ...], ...]:
    """Every way from a class up to a class without parents, each nearest first."""
    drug_class = facts.drug_class(class_id)
    if drug_class is None or not drug_class.parent_ids:
        return ((class_id,),)
    return tuple((class_id, *path) for parent in drug_class.parent_ids for path in class_paths(facts, parent))

"""What ``describe``, ``sources`` and ``factors`` show, as JSON: the dataset's own rows, key by key."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from medcheck.model import Description
from medcheck.render.json import (
    SCHEMA,
    caution_words,
    conflict_to_dict,
    entry_to_dict,
    finding_to_dict,
    ingredient_to_dict,
    option_to_dict,
)

__all__ = ["description_to_dict", "value_to_dict", "values_to_dicts"]


def description_to_dict(described: Description) -> dict[str, Any]:
    """Everything known about one name."""
    return {
        "schema": SCHEMA,
        "query": described.query,
        "entry": entry_to_dict(described.entry),
        "ingredients": [
            value_to_dict(p.ingredient)
            | {"paths": [list(path) for path in p.paths], "judged": ingredient_to_dict(p.judged)}
            for p in described.ingredients
        ],
        "classes": [
            value_to_dict(p.drug_class)
            | {
                "paths": [list(path) for path in p.paths],
                "verdict": p.verdict.value,
                "strongest": p.strongest,
                "cautions": list(p.cautions),
                "caution_words": caution_words(p.cautions),
                "children": list(p.children),
                "members": [{"label": label, "verdict": verdict} for label, verdict in p.members],
                "findings": [finding_to_dict(f) for f in p.findings],
                "conflicts": [conflict_to_dict(c) for c in p.conflicts],
                "alternatives": [option_to_dict(o) for o in p.alternatives],
            }
            for p in described.classes
        ],
    }


def value_to_dict(row: Any) -> dict[str, Any]:
    """One row of the dataset, key by key as its dataclass has them."""
    return {name: _plain(value) for name, value in row._asdict().items()}


def values_to_dicts(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """Rows of the dataset as a list."""
    return [value_to_dict(row) for row in rows]


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value

"""What an overlay's tables must keep: the rules of ``data/``, read against the shipped ids, and two more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from medcheck.dataset import Dataset, Fault
from medcheck.lint import RULES, run
from medcheck.lint.rule import Context, Problem, rule
from medcheck.overlay.layer import LOCAL
from medcheck.store import Store
from medcheck.tables import TABLES, Table, table

__all__ = ["ALSO_SHIPPED", "OVERLAY_TABLES", "faults_of"]

ALSO_SHIPPED: Final = "also_shipped"
"""The flag of a local name that is shown beside what the shipped dataset says of that name."""


def _names() -> Table:
    """The table of names with the one flag more."""
    plain = table("names")
    columns = (
        replace(c, values=tuple(sorted((*c.values, ALSO_SHIPPED)))) if c.name == "flags" else c
        for c in plain.columns
    )
    return replace(plain, columns=tuple(columns))


OVERLAY_TABLES: Final = (
    _names(),
    *(t for t in TABLES if t.name in
      ("sources", "ingredients", "memberships", "not_drugs", "associations", "waivers")),
)  # fmt: skip
"""The tables that an overlay may have; any of them may be missing."""


class _Known(frozenset[str]):
    """Ids of the overlay, and those that the shipped dataset knows."""

    shipped: Callable[[str], Any]

    def __contains__(self, value: object) -> bool:
        return super().__contains__(value) or self.shipped(str(value)) is not None


@dataclass(frozen=True)
class OverlayContext(Context):
    """An overlay as the rules see it: what it refers to may be in the shipped dataset."""

    shipped: Store

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of every table, the shipped ones of those that an overlay can refer to among them."""
        own = dict(Context(self.dataset).ids)
        look_up = {
            "classes": self.shipped.drug_class,
            "ingredients": self.shipped.ingredient,
            "sources": lambda source_id: self.shipped.source(source_id) or (source_id == LOCAL or None),
        }
        for name, shipped in look_up.items():
            known = _Known(own[name])
            known.shipped = shipped
            own[name] = known
        return own

    @cached_property
    def parents(self) -> Mapping[str, list[str]]:
        """The parents of each class."""
        return {c.class_id: list(c.parent_ids) for c in self.shipped.classes()}


@rule("ingredients", "sources")
def local_id_is_new(context: Context) -> Iterator[Problem]:
    """An overlay adds ingredients and sources; it does not change those of the shipped dataset."""
    assert isinstance(context, OverlayContext)
    for row in context.rows("ingredients"):
        if context.shipped.ingredient(row["ingredient_id"]) is not None:
            what = f"{row['ingredient_id']} is a shipped ingredient; expected an id that is not"
            yield row, "ingredient_id", what
        for column in ("unii", "drugbank"):
            owner = context.shipped.code(row[column])
            if owner is not None:
                yield row, column, f"{row[column]} is that of {owner}; expected each code once"
    for row in context.rows("sources"):
        if row["source_id"] == LOCAL or context.shipped.source(row["source_id"]) is not None:
            yield row, "source_id", f"{row['source_id']} is a shipped source; expected an id that is not"


@rule("associations", "sources")
def local_not_seed(context: Context) -> Iterator[Problem]:
    """Only the five patient documents are ``lay_web_seed``; no overlay adds to them."""
    for name, column in (("associations", "evidence_level"), ("sources", "kind")):
        for row in context.rows(name):
            if row[column] == "lay_web_seed":
                yield row, column, f"{column} 'lay_web_seed' is kept for five documents; expected another"


_LEFT_OUT: Final = ("canonical-form", "class-has-name", "confusion-order", "seed-sha256")
_RULES: Final = (*(r for r in RULES if r.name not in _LEFT_OUT), local_id_is_new, local_not_seed)


def faults_of(dataset: Dataset, shipped: Store) -> list[Fault]:
    """Every fault of an overlay, in the order of files and lines; the order of its rows is free."""
    return run(dataset, OverlayContext(dataset, shipped), _RULES)

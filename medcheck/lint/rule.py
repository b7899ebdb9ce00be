"""What a lint rule is, and what it can look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from medcheck.dataset import Dataset, Fault, Row
from medcheck.tables import Table
from medcheck.text import NormalizedName, normalize

__all__ = ["Context", "Problem", "Rule", "rule"]

Problem = tuple[Row, str, str]
"""A row, the column at which the fault stands, and what is wrong and what was expected."""


@dataclass(frozen=True)
class Context:
    """A dataset with what several rules want to know of it, worked out once."""

    dataset: Dataset

    @property
    def tables(self) -> tuple[Table, ...]:
        """The description of every table."""
        return tuple(content.table for content in self.dataset.tables.values())

    def rows(self, *tables: str) -> Iterator[Row]:
        """The rows of the tables, one after the other."""
        for table in tables:
            yield from self.dataset.rows(table)

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of every table whose key is one column."""
        tables = self.dataset.tables.values()
        return {
            t.table.name: frozenset(row.cells[t.table.places[t.table.key[0]]] for row in t.rows)
            for t in tables
            if len(t.table.key) == 1
        }

    @cached_property
    def named(self) -> Mapping[NormalizedName, list[Row]]:
        """The rows of the names table by their folded name."""
        found: defaultdict[NormalizedName, list[Row]] = defaultdict(list)
        for row in self.rows("names"):
            found[normalize(row["name"])].append(row)
        return found

    @cached_property
    def targets(self) -> Mapping[str, frozenset[str]]:
        """The ids that a name means, by target kind."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.rows("names"):
            found[row["target_kind"]].update(row["target"].split("+"))
        return {kind: frozenset(ids) for kind, ids in found.items()}

    @cached_property
    def parents(self) -> Mapping[str, list[str]]:
        """The parents of each class."""
        return {
            row["class_id"]: row.table.column("parent_ids").split(row["parent_ids"])
            for row in self.rows("classes")
        }

    def ancestors(self, class_id: str) -> set[str]:
        """Every class above ``class_id``; with itself, if the hierarchy runs in a circle through it."""
        found: set[str] = set()
        pending = list(self.parents.get(class_id, ()))
        while pending:
            parent = pending.pop()
            if parent not in found:
                found.add(parent)
                pending.extend(self.parents.get(parent, ()))
        return found


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, the tables it looks at, what it asks for, and the check."""

    name: str
    scope: tuple[str, ...]
    about: str
    check: Callable[[Context], Iterable[Problem]]

    def faults(self, context: Context) -> Iterator[Fault]:
        """The faults that the check finds."""
        for row, column, what in self.check(context):
            yield row.fault(self.name, column, what)


def rule(*scope: str) -> Callable[[Callable[[Context], Iterable[Problem]]], Rule]:
    """Make a rule of a function; its name and docstring become those of the rule."""

    def make(check: Callable[[Context], Iterable[Problem]]) -> Rule:
        about = " ".join((check.__doc__ or "").split())
        return Rule(check.__name__.replace("_", "-"), scope, about, check)

    return make

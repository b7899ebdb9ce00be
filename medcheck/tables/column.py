"""What a column and a table of the dataset are described by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

__all__ = ["Column", "Table"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what a cell holds, in words and in a form that can be checked.

    A cell is text; with ``values`` one of these, with ``pattern`` text of that form
    (``form`` says it in words), with ``separator`` a list. ``refers_to`` is the table whose
    id the cell holds; where that depends on another column, ``refers_by`` names that column
    and ``refers_to`` has one pair for each of its values.
    """

    name: str
    meaning: str
    required: bool = False
    values: tuple[str, ...] = ()
    pattern: str = ""
    form: str = ""
    separator: str = ""
    number: bool = False
    refers_to: str | tuple[tuple[str, str], ...] = ""
    refers_by: str = ""
    attribute: str = ""

    def split(self, cell: str) -> list[str]:
        """The values in a cell: one, several where the column holds a list, none if empty."""
        if not cell:
            return []
        return cell.split(self.separator) if self.separator else [cell]


@dataclass(frozen=True)
class Table:
    """One TSV file and SQL table: its columns in order, and those that make up the key."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    dataclass: str = ""

    @property
    def file(self) -> str:
        """The name of the file under ``data/``."""
        return f"{self.name}.tsv"

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def places(self) -> dict[str, int]:
        """The index of each column by its name."""
        return {name: index for index, name in enumerate(self.header)}

    def column(self, name: str) -> Column:
        """The column of that name."""
        return self.columns[self.places[name]]

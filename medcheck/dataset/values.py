"""A dataset as values: its tables as raw rows, its faults, its canonical form and hash."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from medcheck.tables import Column, Table

__all__ = ["META_FILE", "Dataset", "DatasetMeta", "Fault", "Row", "TableRows", "canonical_text", "unix"]

META_FILE: Final = "dataset.toml"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong at one place of the dataset; ``str()`` gives ``file:line:column: what [rule]``."""

    file: str
    line: int
    column: int
    what: str
    rule: str = "readable"
    row: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.what} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, with the number of the line; ``row["name"]`` is the cell of a column."""

    table: Table
    line: int
    cells: tuple[str, ...]

    def __getitem__(self, column: str) -> str:
        return self.cells[self.table.places[column]]

    @property
    def key(self) -> tuple[str, ...]:
        """The cells of the key columns."""
        return tuple(self[column] for column in self.table.key)

    @property
    def id(self) -> str:
        """How ``waivers.tsv`` names the row: the table, and the key joined by ``|``."""
        return f"{self.table.name}:{'|'.join(self.key)}"

    def position(self, column: str) -> int:
        """The character column, from 1, at which the cell of ``column`` begins."""
        before = self.cells[: self.table.places[column]]
        return 1 + sum(map(len, before)) + len(before)

    def fault(self, rule: str, column: str, what: str) -> Fault:
        """A fault at the cell of ``column``."""
        return Fault(self.table.file, self.line, self.position(column), what, rule, self.id)


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of one table as they stand in the file, and the file's bytes."""

    table: Table
    rows: tuple[Row, ...]
    raw: bytes

    @property
    def canonical(self) -> bytes:
        """The bytes of the file in its canonical form."""
        return canonical_text(self.table, (row.cells for row in self.rows)).encode()


@dataclass(frozen=True, slots=True)
class DatasetMeta:
    """What ``dataset.toml`` says."""

    version: str = ""
    released: str = ""
    licence: str = ""
    title: str = ""
    raw: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Dataset:
    """Every table of a dataset directory as raw rows, with all faults found while reading."""

    directory: str
    meta: DatasetMeta
    tables: Mapping[str, TableRows]
    faults: tuple[Fault, ...] = ()

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of one table, in the order of the file."""
        return self.tables[table].rows

    @cached_property
    def sha256(self) -> str:
        """SHA-256 over ``dataset.toml`` and the canonical bytes of every table: what the data say."""
        digest = hashlib.sha256()
        parts = [
            (META_FILE, unix(self.meta.raw)),
            *((t.table.file, t.canonical) for t in self.tables.values()),
        ]
        for name, content in parts:
            digest.update(f"{name} {len(content)}\n".encode())
            digest.update(content)
        return digest.hexdigest()


def canonical_text(table: Table, rows: Iterable[Sequence[str]]) -> str:
    """The canonical text of a table: trimmed cells, sorted lists, sorted rows, none twice.

    >>> from medcheck.tables import table
    >>> canonical_text(table("confusions"), [["zyrtec ", "zyprexa", "ismp"], ["celebrex", "celexa", "ismp"]])
    'name_a\\tname_b\\tsource_id\\ncelebrex\\tcelexa\\tismp\\nzyrtec\\tzyprexa\\tismp\\n'
    """
    lists = [(index, column) for index, column in enumerate(table.columns) if column.separator]
    unique = sorted({_canonical_row(row, lists) for row in rows})
    return "".join("\t".join(row) + "\n" for row in (table.header, *unique))


def _canonical_row(row: Sequence[str], lists: Sequence[tuple[int, Column]]) -> tuple[str, ...]:
    line = "\t".join(row)
    if (
        line.isascii()
        and " \t" not in line
        and "\t " not in line
        and "  " not in line
        and line == line.strip(" ")
    ):
        cells = list(row)
    else:
        cells = [" ".join(unicodedata.normalize("NFC", cell).split()) for cell in row]
    for index, column in lists:
        if column.separator in cells[index]:
            parts = {part.strip() for part in column.split(cells[index])} - {""}
            cells[index] = column.separator.join(sorted(parts))
    return tuple(cells)


def unix(raw: bytes) -> bytes:
    """The bytes of a text file without byte order mark and with plain line ends."""
    return raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")

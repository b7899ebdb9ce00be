"""The rows of a dataset by their keys, wherever they stand: in text tables or in a compiled store."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from medcheck.dataset import read_dataset
from medcheck.dataset.values import META_FILE
from medcheck.errors import DataError
from medcheck.store.content import read_tables
from medcheck.tables import TABLES, Table

__all__ = ["Key", "Rows", "Snapshot", "snapshot"]

Key = tuple[str, ...]
Rows = Mapping[Key, Mapping[str, str]]

_META = ("dataset_version", "released", "sha256")


@dataclass(frozen=True)
class Snapshot:
    """One version of the data: which it is, and the cells of every row by table and key.

    ``remarks`` say what could not be read as it should be; rows are compared all the same.
    """

    path: str
    version: str
    released: str
    sha256: str
    tables: Mapping[str, Rows]
    remarks: tuple[str, ...] = ()

    def retired(self, table: str, row_id: str) -> tuple[str, str] | None:
        """The replacement of a retired id and the reason, if ``retired.tsv`` has it."""
        row = self.tables["retired"].get((row_id, table))
        return (row["replacement"], row["reason"]) if row else None


def snapshot(path: str | os.PathLike[str]) -> Snapshot:
    """Read the tables of a directory (of a checkout, or exported from git) or of a compiled store.

    Versions that lack a table or column of today are read as if it were empty.

    :raises DataError: a directory that holds no dataset.
    :raises StoreError: a file that is missing, no store, or damaged.
    """
    return _directory(Path(path)) if Path(path).is_dir() else _store(os.fspath(path))


def _directory(path: Path) -> Snapshot:
    if not (path / META_FILE).is_file():
        raise DataError(f"{path}: no tables here ({META_FILE} is missing); name the directory that holds it")
    dataset = read_dataset(path)
    tables = {
        table.name: {
            row.key: dict(zip(table.header, row.cells, strict=True)) for row in dataset.rows(table.name)
        }
        for table in TABLES
    }
    missing = {table.file for table in TABLES if not (path / table.file).exists()}
    remarks = [f"{path}: no {name}, read as empty" for name in sorted(missing)]
    others = [fault for fault in dataset.faults if fault.file not in missing]
    remarks += [f"{path}: {fault}" for fault in others]
    meta = dataset.meta
    return Snapshot(str(path), meta.version, meta.released, dataset.sha256, tables, tuple(remarks))


def _store(path: str) -> Snapshot:
    found = read_tables(path, [("meta", _META), *((table.name, table.header) for table in TABLES)])
    meta = found["meta"][0] if found.get("meta") else {}
    tables = {table.name: dict(_cells(table, row) for row in found.get(table.name, ())) for table in TABLES}
    remarks = [f"{path}: no table {table.name}, read as empty" for table in TABLES if table.name not in found]
    version, released, sha256 = (str(meta.get(name, "")) for name in _META)
    return Snapshot(path, version, released, sha256, tables, tuple(remarks))


def _cells(table: Table, row: Mapping[str, Any]) -> tuple[Key, dict[str, str]]:
    """The cells of one row as the text table has them: a number in digits, NULL as nothing."""
    values = ((name, row.get(name)) for name in table.header)
    cells = {name: "" if value is None else str(value) for name, value in values}
    return tuple(cells[name] for name in table.key), cells

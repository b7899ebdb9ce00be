"""Reading the tables of a directory, and writing them back in canonical form."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from medcheck.dataset.values import META_FILE, Dataset, DatasetMeta, Fault, Row, TableRows, unix
from medcheck.errors import DataError
from medcheck.tables import TABLES, Table, with_dictionary

__all__ = ["format_dataset", "read_dataset", "read_part"]

_META_FORMS: Final = {
    "version": (r"\d{4}\.\d{1,2}\.\d+", 'a version such as "2026.11.0"'),
    "released": (r"\d{4}-\d\d-\d\d", "a date such as 2026-11-22"),
    "licence": (r".*\S.*", "the name of a licence"),
    "title": (r".*\S.*", "a title"),
}


def read_dataset(directory: str | os.PathLike[str]) -> Dataset:
    """Read every table of ``directory``; what is wrong with them is in the ``faults`` of the result.

    :raises DataError: ``directory`` is not a directory.
    """
    root = Path(directory)
    if not root.is_dir():
        raise DataError(
            f"{root}: there is no dataset directory here; give the directory that holds {META_FILE}"
        )
    faults: list[Fault] = []
    meta = _read_meta(root, faults)
    tables = {table.name: _read_table(root, table, faults) for table in TABLES}
    known = {META_FILE, *(table.file for table in TABLES)}
    for name in sorted(path.name for path in root.glob("*.tsv")):
        if name not in known:
            faults.append(Fault(name, 1, 1, f"unknown table; expected one of {', '.join(sorted(known))}"))
    return Dataset(str(root), meta, tables, tuple(sorted(faults)))


def read_part(directory: str | os.PathLike[str], tables: Sequence[Table]) -> Dataset:
    """Read those of ``tables`` that are in ``directory``; every other table of the result is empty.

    :raises DataError: ``directory`` is not a directory.
    """
    root = Path(directory)
    if not root.is_dir():
        raise DataError(f"{root}: there is no such directory; give one that holds {_or(tables)}")
    faults: list[Fault] = []
    read = {t.name: _read_table(root, t, faults) for t in tables if (root / t.file).exists()}
    known = {table.file for table in tables}
    for name in sorted(path.name for path in root.glob("*.tsv")):
        if name not in known:
            faults.append(Fault(name, 1, 1, f"not a table that can stand here; expected {_or(tables)}"))
    if not read:
        faults.append(Fault(tables[0].file, 1, 1, f"no table is here; expected {_or(tables)}"))
    empty = {t.name: TableRows(t, (), b"") for t in (*TABLES, *tables)}
    return Dataset(str(root), DatasetMeta(), empty | read, tuple(sorted(faults)))


def _or(tables: Sequence[Table]) -> str:
    return " or ".join((", ".join(t.file for t in tables[:-1]), tables[-1].file))


def format_dataset(directory: str | os.PathLike[str]) -> list[str]:
    """Write every table in its canonical form; return the names of the files that changed.

    The data dictionary in the directory's ``README.md``, if it has one, is brought up to date too.

    :raises DataError: a table cannot be read as it stands; the message holds every fault.
    """
    dataset = read_dataset(directory)
    if dataset.faults:
        raise DataError("\n".join(map(str, dataset.faults)))
    changed = []
    for content in dataset.tables.values():
        if content.canonical != content.raw:
            path = Path(dataset.directory, content.table.file)
            new = path.with_suffix(".new")
            new.write_bytes(content.canonical)
            new.replace(path)
            changed.append(content.table.file)
    readme = Path(dataset.directory, "README.md")
    if readme.exists():
        text = readme.read_text(encoding="utf-8")
        if with_dictionary(text) != text:
            readme.write_text(with_dictionary(text), encoding="utf-8", newline="\n")
            changed.append(readme.name)
    return changed


def _read_bytes(root: Path, name: str, faults: list[Fault]) -> bytes:
    try:
        return (root / name).read_bytes()
    except OSError as error:
        faults.append(
            Fault(name, 1, 1, f"the file cannot be read ({error.strerror}); expected a table of that name")
        )
        return b""


def _decode(raw: bytes, name: str, faults: list[Fault]) -> str:
    content = unix(raw)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line, column = (
            content.count(b"\n", 0, error.start) + 1,
            error.start - content.rfind(b"\n", 0, error.start),
        )
        faults.append(Fault(name, line, column, "not UTF-8; expected text saved as UTF-8"))
        return content.decode(errors="replace")


def _read_table(root: Path, table: Table, faults: list[Fault]) -> TableRows:
    raw = _read_bytes(root, table.file, faults)
    if not raw:
        if (root / table.file).exists():
            faults.append(
                Fault(table.file, 1, 1, f"the file is empty; expected the header {' '.join(table.header)}")
            )
        return TableRows(table, (), raw)
    lines = _decode(raw, table.file, faults).split("\n")
    if lines[-1] == "":
        lines.pop()
    header = tuple(lines[0].split("\t"))
    order = _column_order(table, header, faults)
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(header):
            what = f"{len(cells)} cells; expected {len(header)}, parted by single tabs, no line empty"
            faults.append(Fault(table.file, number, len(line) + 1, what))
            cells = (cells + [""] * len(header))[: len(header)]
            if not line.strip():
                continue
        if order is not None:
            cells = [cells[index] if index >= 0 else "" for index in order]
        rows.append(Row(table, number, tuple(cells)))
    return TableRows(table, tuple(rows), raw)


def _column_order(table: Table, header: tuple[str, ...], faults: list[Fault]) -> list[int] | None:
    """Where each column of the table stands in the file, or None if the header is as it should be."""
    if header == table.header:
        return None
    position, found = 1, len(faults)
    for index, name in enumerate(header):
        if name not in table.header or name in header[:index]:
            problem = "column twice" if name in table.header else "unknown column"
            faults.append(
                Fault(table.file, 1, position, f"{problem} {name!r}; expected {' '.join(table.header)}")
            )
        position += len(name) + 1
    for name in table.header:
        if name not in header:
            faults.append(
                Fault(table.file, 1, position, f"missing column {name!r}; expected {' '.join(table.header)}")
            )
    if len(faults) == found:
        faults.append(Fault(table.file, 1, 1, f"columns out of order; expected {' '.join(table.header)}"))
    return [header.index(name) if name in header else -1 for name in table.header]


def _read_meta(root: Path, faults: list[Fault]) -> DatasetMeta:
    before = len(faults)
    raw = _read_bytes(root, META_FILE, faults)
    if len(faults) > before:
        return DatasetMeta()
    try:
        found = tomllib.loads(_decode(raw, META_FILE, faults))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        faults.append(Fault(META_FILE, line, column, f"{error}; expected TOML"))
        return DatasetMeta(raw=raw)
    for key in sorted(set(found) - set(_META_FORMS)):
        faults.append(Fault(META_FILE, 1, 1, f"unknown key {key!r}; expected {', '.join(_META_FORMS)}"))
    for key, (pattern, form) in _META_FORMS.items():
        if not re.fullmatch(pattern, str(found.get(key, ""))):
            faults.append(Fault(META_FILE, 1, 1, f"{key} is {str(found.get(key, ''))!r}; expected {form}"))
    return DatasetMeta(**{key: str(found.get(key, "")) for key in _META_FORMS}, raw=raw)

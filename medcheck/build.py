"""Compiling the text tables into the store: dataset, lint, new SQLite file, moved into place.

The same tables give the same bytes: rows go in sorted, nothing depends on the clock, and
the file is vacuumed at the end. A store is never changed, only replaced by a new one.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from struct import pack
from typing import Any

from sqlalchemy import Connection, NullPool, Table, create_engine, insert, update
from sqlalchemy.schema import CreateIndex, CreateTable

from medcheck import lint, schema
from medcheck.dataset import Dataset, Row, read_dataset
from medcheck.errors import DataError, StoreError
from medcheck.fragments import MAX_DISTANCE, IndexedKey, fragments
from medcheck.model import DatasetInfo
from medcheck.store import APPLICATION_ID, FORMAT
from medcheck.store.content import content_sha256
from medcheck.tables import TABLES, table
from medcheck.text import NormalizedName, compact, normalize

__all__ = ["build_store", "fill", "indexed_keys"]

_PAGE_SIZE = 4096
_BLOCKING_LENGTH = 5
_BACKGROUND = frozenset({"unii", "ner"})


def build_store(data_dir: str | os.PathLike[str], out_path: str | os.PathLike[str]) -> DatasetInfo:
    """Compile the tables in ``data_dir`` into a new store at ``out_path``.

    The file is written beside ``out_path`` and moved into place when it is whole, so that a
    reader sees the old store or the new one and a failed build changes nothing.

    :raises DataError: the tables break a rule; the message holds every fault, one a line.
    :raises StoreError: the file cannot be written there.
    """
    dataset = read_dataset(data_dir)
    faults = lint.run(dataset)
    if faults:
        raise DataError("\n".join(map(str, faults)))
    out = Path(out_path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".new", dir=out.parent)
    except OSError as error:
        raise StoreError(
            f"{out}: cannot be written ({error.strerror}); give a path in a directory of yours"
        ) from error
    os.close(handle)
    try:
        _write(dataset, name)
        Path(name).chmod(0o644)
        Path(name).replace(out)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    return DatasetInfo(dataset.meta.version, dataset.meta.released, dataset.sha256)


def fill(connection: Connection, dataset: Dataset) -> None:
    """Insert every row of ``dataset`` into the tables of :mod:`medcheck.schema`, which are empty."""
    for target, rows in _rows(dataset):
        if target is schema.fragment and connection.dialect.name == "sqlite":
            _insert_plainly(connection, target, rows)
        elif rows:
            connection.execute(insert(target), rows)


def _insert_plainly(connection: Connection, target: Table, rows: Sequence[dict[str, Any]]) -> None:
    """The same for many rows of plain values: without what SQLAlchemy does for each of them."""
    columns = [column.name for column in target.columns]
    statement = str(insert(target).compile(dialect=connection.dialect))
    if rows:
        connection.exec_driver_sql(statement, [tuple([row[name] for name in columns]) for row in rows])


def indexed_keys(names: Sequence[Row], marketed: frozenset[str]) -> list[IndexedKey]:
    """Every folded name once, in alphabetical order and numbered from 1.

    ``marketed`` are the ingredients in use. A key counts as marketed when one of its rows is
    hand-written or a generic name, or comes from a list of what is sold, and holds only
    ingredients in use: a misspelling is read as such a key first. The two wide background
    sources list hundreds of forgotten brands of well-known drugs, so theirs count only where they
    are flagged ``in_use``.
    """
    rows_of: defaultdict[NormalizedName, list[Row]] = defaultdict(list)
    for row in names:
        rows_of[normalize(row["name"])].append(row)
    return [
        IndexedKey(
            number,
            key,
            compact(key),
            tuple(sorted({_signature(row) for row in rows_of[key]})),
            any(_in_use(row, marketed) for row in rows_of[key]),
            not all("exact_only" in row["flags"].split(",") for row in rows_of[key]),
        )
        for number, key in enumerate(sorted(rows_of), start=1)
    ]


def _signature(row: Row) -> str:
    return f"class:{row['target']}" if row["target_kind"] == "class" else row["target"]


def _in_use(row: Row, marketed: frozenset[str]) -> bool:
    if (
        row["source_id"] in _BACKGROUND
        and row["kind"] != "generic"
        and "in_use" not in row["flags"].split(",")
    ):
        return False
    if row["source_id"] == "curated" or row["target_kind"] == "class":
        return True
    return marketed.issuperset(row["target"].split("+"))


def _write(dataset: Dataset, path: str) -> None:
    """Write the store into the empty file at ``path``."""
    engine = create_engine("sqlite://", creator=lambda: _connect(path), poolclass=NullPool)
    with engine.connect() as connection:
        _create(connection)
        fill(connection, dataset)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        content = content_sha256(connection.connection.driver_connection)  # type: ignore[arg-type]
        connection.execute(update(schema.meta).values(content_sha256=content))
        connection.commit()
    if broken:
        raise DataError(
            "\n".join(f"{row[0]}.tsv: row {row[1]} refers to no row of {row[2]}" for row in broken)
        )
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM")
    engine.dispose()


def _create(connection: Connection) -> None:
    """Create tables and indexes in an order of their names (``create_all`` follows a set's)."""
    for target in schema.metadata.sorted_tables:
        connection.execute(CreateTable(target))
        for index in sorted(target.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))


def _connect(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.executescript(
        f"PRAGMA page_size = {_PAGE_SIZE}; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; "
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};"
    )
    return connection


def _rows(dataset: Dataset) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    """Each SQL table with its rows, in an order in which references come after what they refer to."""
    meta = dataset.meta
    yield (
        schema.meta,
        [
            {
                "dataset_version": meta.version,
                "released": meta.released,
                "sha256": dataset.sha256,
                "licence": meta.licence,
                "title": meta.title,
            }
        ],
    )
    in_use = frozenset(
        row["ingredient_id"] for row in dataset.rows("ingredients") if row["status"] == "marketed"
    )
    keys = indexed_keys(dataset.rows("names"), in_use)
    yield (
        schema.name_key,
        [
            {
                "key_id": key.key_id,
                "key": key.key,
                "compact": key.compact,
                "drugs": "|".join(key.drugs),
                "marketed": int(key.marketed),
                "fuzzy": int(key.fuzzy),
            }
            for key in keys
        ],
    )
    yield schema.fragment, _fragment_rows(keys)
    key_ids = {key.key: key.key_id for key in keys}
    for spec in TABLES:
        rows = [_values(row) for row in dataset.rows(spec.name)]
        if spec.name == "names":
            for name_id, row in enumerate(rows, start=1):
                row |= {"name_id": name_id, "key_id": key_ids[normalize(row["name"])]}
        yield schema.tables[spec.name], rows
    for link in schema.LINKS:
        yield link.table, _link_rows(link, dataset.rows(link.owner))


def _values(row: Row) -> dict[str, Any]:
    """The values of one row as SQL stores them, with the folded forms beside the columns of the file."""
    found: dict[str, Any] = dict(zip(row.table.header, row.cells, strict=True))
    for column in row.table.columns:
        cell = found[column.name]
        if column.number:
            found[column.name] = int(cell) if cell else None
        elif not cell and not column.required and isinstance(column.refers_to, str) and column.refers_to:
            found[column.name] = None if not column.separator else ""
    for extra, source in schema.FOLDED.get(row.table.name, ()):
        found[extra] = normalize(found[source])
    return found


def _fragment_rows(keys: Sequence[IndexedKey]) -> list[dict[str, Any]]:
    """The deletion index: keys that may be read from a misspelling, and those that block one.

    An exact-only key of five letters or more is never answered blindly, but a string as near to
    it as to another drug must not be read as that other drug.
    """
    ids: defaultdict[str, list[int]] = defaultdict(list)
    for key in keys:
        if key.fuzzy or len(key.compact) >= _BLOCKING_LENGTH:
            for piece in fragments(key.compact, MAX_DISTANCE):
                ids[piece].append(key.key_id)
    return [
        {"fragment": piece, "key_ids": pack(f"<{len(ids[piece])}I", *ids[piece])} for piece in sorted(ids)
    ]


def _link_rows(link: schema.Link, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The pairs of a link table, in the order of its primary key."""
    ends = tuple(column.name for column in link.table.primary_key)
    owner = next(end for end in ends if end in ("name_id", *table(link.owner).key))
    other = next(end for end in ends if end != owner)
    pairs = []
    for number, row in enumerate(rows, start=1):
        if not link.target_kind or row["target_kind"] == link.target_kind:
            own = number if owner == "name_id" else row[owner]
            pairs += [
                {owner: own, other: value} for value in row.table.column(link.column).split(row[link.column])
            ]
    return sorted(pairs, key=lambda pair: tuple(pair[end] for end in ends))

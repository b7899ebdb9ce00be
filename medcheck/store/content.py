"""What a store file holds as a whole: the hash of its content, and the tables row by row."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any, Final

from medcheck.errors import StoreError
from medcheck.store import sql
from medcheck.store.reader import APPLICATION_ID, REBUILD, check_file, uri_of

__all__ = ["UNHASHED", "content_sha256", "read_tables", "table_rows", "verify"]

UNHASHED: Final = ("meta", "content_sha256")
"""The one column that the hash leaves out: it holds the hash."""

_BATCH: Final = 10_000


def content_sha256(connection: sqlite3.Connection) -> str:
    """SHA-256 over every table, index and row of a store: what it says, not how its pages lie.

    Two stores of one dataset have the same; one changed cell, lost row or dropped index gives another.
    """
    digest = hashlib.sha256()
    before, connection.text_factory = connection.text_factory, bytes
    try:
        tables = []
        for kind, name, statement in connection.execute(sql.OBJECTS).fetchall():
            digest.update(_cells((kind, name, statement)))
            if kind == b"table":
                tables.append(name.decode())
        for table in tables:
            columns, key = _columns(connection, table)
            digest.update(_cells((table.encode(), len(columns))))
            for row in connection.execute(_select(table, columns, key)):
                digest.update(_cells(row))
    finally:
        connection.text_factory = before
    return digest.hexdigest()


def verify(path: str | os.PathLike[str]) -> str:
    """Read the whole store and compare it with the hash that the build left in it; give the hash.

    :raises StoreError: it is no store of this format, a page is damaged, or the content is not what
        was built.
    """
    path = os.fspath(path)
    check_file(path)
    try:
        with closing(sqlite3.connect(uri_of(path), uri=True)) as connection:
            connection.text_factory = _lenient
            broken = [row[0] for row in connection.execute(sql.INTEGRITY) if row[0] != "ok"]
            if broken:
                raise StoreError(f"{path}: the store is damaged ({_first_line(broken)}); {REBUILD}")
            stated = connection.execute(sql.CONTENT_SHA256).fetchone()
            found = content_sha256(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: the store is damaged ({error}); {REBUILD}") from error
    if stated is None or stated[0] != found:
        was = stated[0] if stated and stated[0] else "nothing"
        raise StoreError(
            f"{path}: the content is not what was built (SHA-256 {found}, the build left {was}); {REBUILD}"
        )
    return found


def read_tables(
    path: str | os.PathLike[str], wanted: Iterable[tuple[str, Sequence[str]]]
) -> dict[str, list[dict[str, Any]]]:
    """The rows of the tables that a store has, of any format: older and newer ones can be compared.

    ``wanted`` names tables and columns; a column that the store has not is left out of its rows.

    :raises StoreError: the file is missing, not a store, or damaged.
    """
    path = os.fspath(path)
    check_file(path, any_format=True)
    found: dict[str, list[dict[str, Any]]] = {}
    try:
        with closing(sqlite3.connect(uri_of(path), uri=True)) as connection:
            if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                raise StoreError(
                    f"{path}: this SQLite file was not made by medcheck; give the path of a store"
                )
            for table, columns in wanted:
                has, key = _columns(connection, table)
                shared = [column for column in columns if column in has]
                if shared:
                    rows = connection.execute(_select(table, shared, key))
                    found[table] = [dict(zip(shared, row, strict=True)) for row in rows]
    except sqlite3.Error as error:
        raise StoreError(f"{path}: the store is damaged ({error}); {REBUILD}") from error
    return found


def table_rows(
    path: str | os.PathLike[str], table: str, columns: Sequence[str]
) -> Iterator[list[dict[str, Any]]]:
    """The rows of one table of a store of this format, in batches, in the order of the primary key."""
    path = os.fspath(path)
    check_file(path)
    try:
        with closing(sqlite3.connect(uri_of(path), uri=True)) as connection:
            _, key = _columns(connection, table)
            cursor = connection.execute(_select(table, columns, key))
            while rows := cursor.fetchmany(_BATCH):
                yield [dict(zip(columns, row, strict=True)) for row in rows]
    except sqlite3.Error as error:
        raise StoreError(f"{path}: the store is damaged ({error}); {REBUILD}") from error


def _columns(connection: sqlite3.Connection, table: str) -> tuple[list[str], list[str]]:
    """The columns of a table that are hashed and read, and those of its primary key."""
    before, connection.text_factory = connection.text_factory, str
    rows = connection.execute(sql.COLUMNS, (table,)).fetchall()
    connection.text_factory = before
    keys = sorted((place, name) for name, place in rows if place)
    return [name for name, _ in rows if (table, name) != UNHASHED], [name for _, name in keys]


def _select(table: str, columns: Sequence[str], key: Sequence[str]) -> str:
    return f"SELECT {_quoted(columns)} FROM {_quoted([table])} ORDER BY {_quoted(key)}"


def _quoted(names: Sequence[str]) -> str:
    return ", ".join('"' + name.replace('"', '""') + '"' for name in names)


def _cells(row: Sequence[Any]) -> bytes:
    """A row so that no two rows look alike: each text with its length, numbers and NULL marked."""
    return b"".join(
        [b"%d:%b" % (len(v), v) if type(v) is bytes else b"n" if v is None else b"i%d;" % v for v in row]
    )


def _lenient(raw: bytes) -> str:
    return raw.decode(errors="replace")


def _first_line(messages: Sequence[str]) -> str:
    return messages[0].strip().splitlines()[-1] if messages[0].strip() else "integrity check"

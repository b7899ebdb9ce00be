# ruff: noqa: PTH100, PTH110, PTH112, PTH123
# os.path and no pathlib: that import would cost each cold start some milliseconds
"""A compiled store as a file: what it must be to be opened, and one connection for each thread."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from medcheck.errors import StoreError

__all__ = ["APPLICATION_ID", "FORMAT", "REBUILD", "Reader", "check_file", "uri_of"]

APPLICATION_ID: Final = 0x6D656463
"""``medc``: what the header of every store says it is."""

FORMAT: Final = 3
"""The store format (``user_version``): raised when the tables change."""

REBUILD: Final = "build it again with `medcheck data build`, or reinstall medcheck"
"""The cure that most messages end with."""

_MAGIC = b"SQLite format 3\x00"
_SETTINGS = "PRAGMA query_only = 1; PRAGMA mmap_size = 268435456; PRAGMA cache_size = -8192;"
_MAX_PARAMETERS = 900


class Reader:
    """Runs statements on a store file, read-only; safe to share between threads and across ``fork``."""

    def __init__(self, path: str, check: Callable[[str], None] | None = None, cure: str = REBUILD) -> None:
        (check or check_file)(path)
        self.path = path
        self._cure = cure
        self._uri = uri_of(path)
        self._local = threading.local()
        self._lock = threading.Lock()
        self._open: list[sqlite3.Connection] = []
        self._closed = False
        self._pid = os.getpid()

    def close(self) -> None:
        """Close every connection. Reading afterwards raises :class:`StoreError`."""
        with self._lock:
            self._closed = True
            if self._pid == os.getpid():
                for connection in self._open:
                    connection.close()
            self._open.clear()

    def rows(self, statement: str, parameters: Any = ()) -> list[Any]:
        """All rows that a statement gives."""
        try:
            return self._connection().execute(statement, parameters).fetchall()
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path}: the store is damaged ({error}); {self._cure}") from error

    def rows_in(self, statement: str, values: Sequence[Any], *more: Any) -> Iterator[Any]:
        """The rows for a statement with ``IN ({})``, asked in parts where there are many values.

        ``more`` are the statement's parameters after the list.
        """
        for start in range(0, len(values), _MAX_PARAMETERS):
            part = values[start : start + _MAX_PARAMETERS]
            yield from self.rows(statement.format(",".join("?" * len(part))), (*part, *more))

    def _connection(self) -> sqlite3.Connection:
        """This thread's connection, opened on first use; never one made before a ``fork``."""
        if self._closed:
            raise StoreError(f"{self.path}: the store is closed; open it again")
        pid = os.getpid()
        if getattr(self._local, "pid", None) != pid:
            connection = sqlite3.connect(
                self._uri, uri=True, check_same_thread=False, isolation_level=None, cached_statements=64
            )
            connection.executescript(_SETTINGS)
            with self._lock:
                if self._pid != pid:
                    self._open, self._pid = [], pid
                self._open.append(connection)
            self._local.connection, self._local.pid = connection, pid
        found: sqlite3.Connection = self._local.connection
        return found


def check_file(path: str, *, any_format: bool = False) -> None:
    """Refuse what is not a whole store of this format, by its first 100 bytes and its size."""
    if not os.path.exists(path):
        raise StoreError(f"{path}: there is no store here; {REBUILD}")
    if os.path.isdir(path):
        raise StoreError(f"{path}: this is a directory, not a store; give the path of a store file")
    try:
        with open(path, "rb") as file:
            header = file.read(100)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise StoreError(f"{path}: this is not a medcheck store; {REBUILD}")
    application, version = int.from_bytes(header[68:72], "big"), int.from_bytes(header[60:64], "big")
    if application != APPLICATION_ID:
        raise StoreError(f"{path}: this SQLite file was not made by medcheck; give the path of a store")
    if version != FORMAT and not any_format:
        age = "older" if version < FORMAT else "newer"
        raise StoreError(f"{path}: store format {version} is {age} than {FORMAT}, which is needed; {REBUILD}")
    page = int.from_bytes(header[16:18], "big")
    if size != (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big"):
        raise StoreError(f"{path}: the store is incomplete; {REBUILD}")


def uri_of(path: str) -> str:
    """The read-only ``file:`` URI of a path (without the cost of importing ``urllib``)."""
    full = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if os.sep == "\\":
        full = "/" + full.replace("\\", "/")
    return f"file:{full}?mode=ro&immutable=1"

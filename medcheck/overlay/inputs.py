"""Reading a published table line by line, from a file, a directory or a zip: never all at once."""

from __future__ import annotations

import hashlib
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, NamedTuple, cast

from medcheck.errors import InputError

__all__ = ["Line", "Problems", "Release", "open_release"]

_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_SPREADSHEET: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PROGRESS: Final = 250_000
_MOST_SAID: Final = 5


class Line(NamedTuple):
    """One line of a table with its number; ``text`` is ``None`` where it is not text."""

    number: int
    text: str | None


class Problems:
    """Rows that could not be used: the first few are said, all are kept for the report."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self.rows: list[tuple[str, str, str]] = []
        self.bad = 0

    def broken(self, file: str, line: int, what: str) -> None:
        """A row that is not of the table's form."""
        self.bad += 1
        self.rows.append((f"{file}:{line}", "", what))
        if self.bad <= _MOST_SAID:
            self._say(f"{file}:{line}: {what}; the row is left out")

    def left_out(self, where: str, name: str, why: str) -> None:
        """A row that is well formed and cannot be used here."""
        self.rows.append((where, name, why))

    def sum_up(self) -> None:
        """Say how many rows were broken, if not all of them were named."""
        if self.bad > _MOST_SAID:
            self._say(f"... and {self.bad - _MOST_SAID} more rows left out, all in the report")


class Release:
    """The tables of a release, wherever they lie; ``made_from`` is the name of what was given."""

    def __init__(self, path: str, say: Callable[[str], None]) -> None:
        self.made_from = Path(path).name or str(path)
        self._path = Path(path)
        self._say = say
        self._digest = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """SHA-256 of the tables read so far."""
        return self._digest.hexdigest()

    @property
    def path(self) -> str:
        """What was given."""
        return str(self._path)

    @property
    def is_file(self) -> bool:
        """Whether a table itself was given, not a directory or an archive."""
        return self._path.is_file() and not self._is_zip()

    def find(self, name: str) -> str | None:
        """The table of that name in whatever case, the one least deep in; the file itself may be given."""
        wanted = name.casefold()
        if self.is_file:
            if self._path.name.casefold() == wanted:
                return str(self._path)
            beside = [p for p in self._path.parent.iterdir() if p.name.casefold() == wanted]
            return str(beside[0]) if beside else None
        names = self._names()
        found = [n for n in names if PurePosixPath(n.replace(os.sep, "/")).name.casefold() == wanted]
        return min(found, key=lambda n: (n.count("/") + n.count(os.sep), len(n), n), default=None)

    def _is_zip(self) -> bool:
        return zipfile.is_zipfile(self._path)

    def _names(self) -> list[str]:
        if self._path.is_dir():
            return [str(p) for p in sorted(self._path.rglob("*")) if p.is_file()]
        with zipfile.ZipFile(self._path) as archive:
            return archive.namelist()

    def lines(self, table: str, encoding: str) -> Iterator[Line]:
        """The lines of a table that :meth:`find` gave, in ``encoding``; progress is said for long ones.

        :raises InputError: it cannot be read, is empty, or is no text of this kind at all.
        """
        shown = PurePosixPath(table.replace(os.sep, "/")).name
        try:
            with self._open(table) as file:
                for number, raw in enumerate(file, start=1):
                    if number == 1:
                        _refuse(shown, raw)
                        raw = raw.removeprefix(b"\xef\xbb\xbf")
                    self._digest.update(raw)
                    if number % _PROGRESS == 0:
                        self._say(f"{shown}: {number:,} rows read")
                    try:
                        yield Line(number, raw.decode(encoding).rstrip("\r\n"))
                    except UnicodeDecodeError:
                        yield Line(number, None)
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            raise InputError(f"{shown} cannot be read ({error}); download the release again") from None

    def _open(self, table: str) -> BinaryIO:
        if self._path.is_dir() or not self._is_zip():
            return Path(table).open("rb")
        archive = zipfile.ZipFile(self._path)
        return cast(BinaryIO, archive.open(table))


def _refuse(shown: str, raw: bytes) -> None:
    if raw[:2] in _WIDE or b"\0" in raw:
        raise InputError(f"{shown}:1: not the encoding of the release; use the file as it was downloaded")
    if raw.startswith(_SPREADSHEET):
        raise InputError(f"{shown}:1: a spreadsheet or archive, not text; use the file as it was downloaded")


def open_release(path: str, say: Callable[[str], None]) -> Release:
    """The release at ``path``: a directory, a zip or one of its tables.

    :raises InputError: nothing is there, or it may not be read.
    """
    if not Path(path).exists():
        raise InputError(f"{path}: there is no such file or directory; give the release as it was downloaded")
    if not os.access(path, os.R_OK):
        raise InputError(f"{path} may not be read by you; check its permissions")
    return Release(path, say)

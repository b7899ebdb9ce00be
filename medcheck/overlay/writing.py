"""Writing a file of added names and codes: gathered in a temporary database, then laid out in order."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import groupby
from pathlib import Path
from struct import pack
from typing import Any, Final, NamedTuple

from medcheck.english import is_english
from medcheck.errors import StoreError
from medcheck.fragments import MAX_DISTANCE, fragments
from medcheck.model import Name
from medcheck.overlay.compiled import ADDED_FORMAT, ADDED_ID, INDEXES, TABLES
from medcheck.overlay.layer import BLOCKING_LENGTH, indexed_key
from medcheck.text import NormalizedName, compact, normalize

__all__ = ["Made", "Staging", "write_added"]

_STAGE: Final = """
CREATE TABLE name (key TEXT, name TEXT, kind TEXT, target TEXT, route TEXT, flags TEXT);
CREATE TABLE code (code TEXT, target TEXT, name TEXT, route TEXT);
CREATE TABLE concept (ingredient_id TEXT, code TEXT);
CREATE TABLE piece (fragment TEXT, key_id INTEGER);
"""
_ROUTE: Final = "CASE WHEN min(route) = max(route) THEN min(route) ELSE '' END"
_CURE: Final = "give a path of yours with --to"
_SHORT: Final = 3
_LONGEST: Final = 8
_MOST_MEANINGS: Final = 6


class Made(NamedTuple):
    """What an added file holds."""

    path: str
    names: int
    codes: int
    left_out: int
    sha256: str


class Staging:
    """A temporary database of names and codes, on disk where it grows large; gone when closed."""

    def __init__(self) -> None:
        self.database = sqlite3.connect("", isolation_level=None)
        self.database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _STAGE)
        self.database.execute("BEGIN")

    def name(self, name: str, kind: str, targets: Iterable[str], route: str, exact: bool = False) -> None:
        """Add a name; one without a letter, or of more words than are ever looked for, is left out."""
        key = normalize(name)
        letters = compact(key)
        if letters.isdecimal() or not letters or key.count(" ") >= _LONGEST:
            return
        flags = []
        english = is_english(key)
        if exact or english or len(letters) <= _SHORT:
            flags.append("exact_only")
        if english or len(letters) <= _SHORT:
            flags.append("not_in_text")
        row = (key, " ".join(name.split()), kind, "+".join(sorted(targets)), route, ",".join(flags))
        self.database.execute("INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)", row)

    def code(self, code: str, targets: Iterable[str], name: str, route: str) -> None:
        """Add an identifier."""
        row = (code, "+".join(sorted(targets)), " ".join(name.split()), route)
        self.database.execute("INSERT INTO code VALUES (?, ?, ?, ?)", row)

    def concept(self, ingredient_id: str, code: str) -> None:
        """Add an identifier of an ingredient itself."""
        self.database.execute("INSERT INTO concept VALUES (?, ?)", (ingredient_id, code))

    def conflicts(self) -> Iterator[tuple[str, str]]:
        """The identifiers that were added with more than one composition, each with one of its names."""
        return iter(
            self.database.execute(
                "SELECT code, min(name) FROM code GROUP BY code HAVING count(DISTINCT target) > 1 "
                "ORDER BY code"
            ).fetchall()
        )

    def vague(self) -> Iterator[tuple[str, int]]:
        """The names of so many compositions that they say nothing, each with their number."""
        return iter(
            self.database.execute(
                "SELECT min(name), count(DISTINCT target) AS n FROM name GROUP BY key HAVING n > ? "
                "ORDER BY key",
                (_MOST_MEANINGS,),
            ).fetchall()
        )

    def close(self) -> None:
        """Drop it."""
        self.database.close()


def write_added(stage: Staging, out: str, kind: str, made_from: str, sha256: str, dataset: str) -> Made:
    """Lay out what was gathered in a new file at ``out``, moved into place when it is whole.

    :raises StoreError: the file cannot be written there.
    """
    target = Path(out)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    except OSError as error:
        raise StoreError(f"{out}: cannot be written ({error.strerror}); {_CURE}") from error
    os.close(handle)
    try:
        with closing(sqlite3.connect(name, isolation_level=None)) as database:
            database.executescript(
                f"PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                f"PRAGMA application_id = {ADDED_ID}; PRAGMA user_version = {ADDED_FORMAT};{TABLES}"
            )
            database.execute("BEGIN")
            database.execute("INSERT INTO meta VALUES (?, ?, ?, ?)", (kind, made_from, sha256, dataset))
            names = _write_names(stage, database)
            codes = _write_codes(stage, database)
            database.execute("COMMIT")
            database.executescript(f"{INDEXES} VACUUM;")
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except (OSError, sqlite3.DatabaseError) as error:
        raise StoreError(f"{out}: cannot be written ({error}); {_CURE}") from error
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    return Made(str(target), names, codes, 0, sha256)


def _write_names(stage: Staging, database: sqlite3.Connection) -> int:
    found = stage.database.execute(
        f"SELECT key, min(name), min(kind), target, {_ROUTE}, min(flags) FROM name "
        "GROUP BY key, target ORDER BY key, target"
    )
    number = 0
    for key, grouped in groupby(found, key=lambda row: str(row[0])):
        rows = list(grouped)
        if len(rows) > _MOST_MEANINGS:
            continue
        number += 1
        names = [_name(row, len(rows)) for row in rows]
        entry = indexed_key(number, NormalizedName(key), names)
        read = not all("not_in_text" in name.flags for name in names)
        database.execute(
            "INSERT INTO name_key VALUES (?, ?, ?, ?, ?, ?)",
            (number, key, entry.compact, "|".join(entry.drugs), int(entry.fuzzy), int(read)),
        )
        database.executemany(
            "INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)",
            [
                (number, n.name, n.kind, "+".join(n.targets), n.route, ",".join(sorted(n.flags)))
                for n in names
            ],
        )
        if entry.fuzzy or len(entry.compact) >= BLOCKING_LENGTH:
            pieces = ((piece, number) for piece in fragments(entry.compact, MAX_DISTANCE))
            stage.database.executemany("INSERT INTO piece VALUES (?, ?)", pieces)
    found = stage.database.execute("SELECT fragment, key_id FROM piece ORDER BY fragment, key_id")
    for fragment, group in groupby(found, key=lambda row: str(row[0])):
        ids = [key_id for _, key_id in group]
        database.execute("INSERT INTO fragment VALUES (?, ?)", (fragment, pack(f"<{len(ids)}I", *ids)))
    return number


def _name(row: Any, meanings: int) -> Name:
    _, name, kind, target, route, flags = row
    found = frozenset(filter(None, flags.split(",")))
    if meanings > 1:
        found |= {"depends_on_pack"}
    return Name(name, kind, "ingredients", tuple(target.split("+")), route=route, flags=found)


def _write_codes(stage: Staging, database: sqlite3.Connection) -> int:
    """The identifiers with one composition; one that was given two means nothing certain."""
    found = stage.database.execute(
        f"SELECT code, min(target), min(name), {_ROUTE} FROM code "
        "GROUP BY code HAVING count(DISTINCT target) = 1 ORDER BY code"
    )
    database.executemany("INSERT INTO code VALUES (?, ?, ?, ?)", found)
    concepts = stage.database.execute("SELECT DISTINCT ingredient_id, code FROM concept ORDER BY 1, 2")
    database.executemany("INSERT INTO concept VALUES (?, ?)", concepts)
    return int(database.execute("SELECT count(*) FROM code").fetchone()[0])

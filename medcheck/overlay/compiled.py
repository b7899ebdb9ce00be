"""A file of added names and codes, as a layer that is read where it lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from struct import unpack
from typing import Any, Final

from medcheck.errors import StoreError
from medcheck.fragments import IndexedKey
from medcheck.model import Name, Source
from medcheck.overlay.layer import LOCAL, About, Coded
from medcheck.store.reader import Reader
from medcheck.text import CompactName, NormalizedName

__all__ = ["ADDED_FORMAT", "ADDED_ID", "TABLES", "AddedLayer"]

ADDED_ID: Final = 0x6D65646F
"""``medo``: what the header of every added file says it is."""

ADDED_FORMAT: Final = 1

TABLES: Final = """
CREATE TABLE meta (kind TEXT NOT NULL, made_from TEXT NOT NULL, sha256 TEXT NOT NULL, dataset TEXT NOT NULL)
    STRICT;
CREATE TABLE name_key (key_id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, compact TEXT NOT NULL,
    drugs TEXT NOT NULL, fuzzy INTEGER NOT NULL, in_text INTEGER NOT NULL) STRICT;
CREATE TABLE names (key_id INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL,
    route TEXT NOT NULL, flags TEXT NOT NULL) STRICT;
CREATE TABLE fragment (fragment TEXT PRIMARY KEY, key_ids BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE code (code TEXT PRIMARY KEY, target TEXT NOT NULL, name TEXT NOT NULL, route TEXT NOT NULL)
    STRICT, WITHOUT ROWID;
CREATE TABLE concept (ingredient_id TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (ingredient_id, code))
    STRICT, WITHOUT ROWID;
"""
"""``code`` holds what an identifier stands for, ``concept`` the identifiers of an ingredient itself."""

INDEXES: Final = """
CREATE INDEX ix_name_key_compact ON name_key (compact);
CREATE INDEX ix_names_key_id ON names (key_id);
"""

_TITLES: Final = {
    "rxnorm": ("RxNorm", "US National Library of Medicine", "https://www.nlm.nih.gov/research/umls/rxnorm/"),
    "ndc": ("NDC directory", "US Food and Drug Administration", "https://www.accessdata.fda.gov/scripts/cder/ndc/"),
}  # fmt: skip
_KEY = "k.key_id, k.key, k.compact, k.drugs, k.fuzzy"
_NAME = "SELECT n.name, n.kind, n.target, n.route, n.flags FROM names AS n"
_JOINED = f"{_NAME} JOIN name_key AS k ON k.key_id = n.key_id WHERE"
_ORDER = "ORDER BY n.rowid"


class AddedLayer:
    """Names and codes that ``data add-rxnorm`` or ``data add-ndc`` wrote; safe to share between threads."""

    def __init__(self, path: str) -> None:
        self._reader = Reader(path, _check, _cure(path))
        self._rows = self._reader.rows
        kind, made_from, sha256 = self._rows("SELECT kind, made_from, sha256 FROM meta")[0]
        title, who, url = _TITLES.get(kind, (kind, "", ""))
        where = f"{title}, added from {made_from}"
        source = Source(f"{LOCAL}-{kind}", where, who, kind=LOCAL, url=url, retrieved="full")
        self.about = About(kind, where, sha256, source)

    def close(self) -> None:
        """Close every connection."""
        self._reader.close()

    # --- names ------------------------------------------------------------------------------

    def names(self, key: NormalizedName) -> tuple[Name, ...]:
        """The rows of one folded name."""
        return tuple(map(self._name, self._rows(f"{_JOINED} k.key = ? {_ORDER}", (key,))))

    def names_compact(self, key: CompactName) -> tuple[Name, ...]:
        """The rows whose folded form without spaces is ``key``."""
        return tuple(map(self._name, self._rows(f"{_JOINED} k.compact = ? {_ORDER}", (key,))))

    def names_of(self, target_kind: str, target: str) -> tuple[Name, ...]:
        """Every name of a medicine with the ingredient."""
        if target_kind == "class":
            return ()
        statement = f"{_NAME} WHERE instr('+' || n.target || '+', ?) {_ORDER}"
        return tuple(map(self._name, self._rows(statement, (f"+{target}+",))))

    def keys_with_prefix(self, prefix: str, limit: int) -> list[str]:
        """The first keys that begin with ``prefix``."""
        statement = "SELECT key FROM name_key WHERE key >= ? AND key < ? ORDER BY key LIMIT ?"
        return [row[0] for row in self._rows(statement, (prefix, prefix + "{", limit))]

    def fragment_keys(self, fragments: Sequence[str]) -> list[IndexedKey]:
        """The keys that share at least one of ``fragments``."""
        ids: set[int] = set()
        blobs = self._reader.rows_in("SELECT key_ids FROM fragment WHERE fragment IN ({})", fragments)
        for (blob,) in blobs:
            ids.update(unpack(f"<{len(blob) // 4}I", blob))
        statement = f"SELECT {_KEY} FROM name_key AS k WHERE k.key_id IN ({{}}) ORDER BY k.key_id"
        return [_key(row) for row in self._reader.rows_in(statement, sorted(ids))]

    def all_keys(self) -> Iterator[IndexedKey]:
        """Every key."""
        return map(_key, self._rows(f"SELECT {_KEY} FROM name_key AS k ORDER BY k.key_id"))

    def name_keys(self) -> Iterator[tuple[str, bool]]:
        """Every folded name, and whether it may be read in running text."""
        return ((key, bool(read)) for key, read in self._rows("SELECT key, in_text FROM name_key"))

    # --- codes ------------------------------------------------------------------------------

    def coded(self, codes: Sequence[str]) -> tuple[Coded, ...]:
        """Those of the identifiers that are known here."""
        found = self._reader.rows_in("SELECT code, target, name, route FROM code WHERE code IN ({})", codes)
        return tuple(Coded(row[0], tuple(row[1].split("+")), row[2], row[3]) for row in found)

    def concepts(self, ingredient_id: str) -> tuple[str, ...]:
        """The identifiers of an ingredient itself."""
        statement = "SELECT code FROM concept WHERE ingredient_id = ? ORDER BY length(code), code"
        return tuple(row[0] for row in self._rows(statement, (ingredient_id,)))

    def _name(self, row: Any) -> Name:
        name, kind, target, route, flags = row
        return Name(
            name, kind, "ingredients", tuple(target.split("+")), ("US",), "", route,
            frozenset(filter(None, flags.split(","))) | {LOCAL}, "", self.about.source.source_id,
        )  # fmt: skip


def _key(row: Any) -> IndexedKey:
    key_id, key, compact, drugs, fuzzy = row
    return IndexedKey(key_id, key, compact, tuple(drugs.split("|")), True, bool(fuzzy))


def _cure(path: str) -> str:
    command = "add-ndc" if "ndc" in Path(path).name else "add-rxnorm"
    return f"make it again with `medcheck data {command}`, or delete it"


def _check(path: str) -> None:
    """Refuse what is not a file of added names, by its header and its size."""
    try:
        with Path(path).open("rb") as file:
            header = file.read(100)
            size = file.seek(0, 2)
    except OSError as error:
        raise StoreError(f"{path}: the overlay cannot be read ({error.strerror}); check its name") from error
    if len(header) < 100 or int.from_bytes(header[68:72], "big") != ADDED_ID:
        raise StoreError(
            f"{path}: this is no overlay; give a directory of tables, or a file made by "
            "`medcheck data add-rxnorm` or `add-ndc`"
        )
    if int.from_bytes(header[60:64], "big") != ADDED_FORMAT:
        raise StoreError(f"{path}: made by another version of medcheck; {_cure(path)}")
    if size != int.from_bytes(header[16:18], "big") * int.from_bytes(header[28:32], "big"):
        raise StoreError(f"{path}: the overlay is incomplete; {_cure(path)}")

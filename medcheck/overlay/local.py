"""A directory with a pharmacy's own tables, as a layer in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from medcheck.dataset import Dataset, Row, canonical_text, read_part
from medcheck.errors import DataError
from medcheck.fragments import MAX_DISTANCE, IndexedKey, fragments
from medcheck.model import Association, Confidence, Effect, Ingredient, Name, Source
from medcheck.overlay.checks import ALSO_SHIPPED, OVERLAY_TABLES, faults_of
from medcheck.overlay.layer import BLOCKING_LENGTH, LOCAL, About, indexed_key
from medcheck.store import Store
from medcheck.text import CompactName, NormalizedName, normalize

__all__ = ["LocalLayer", "check_directory", "read_directory"]

_MOST_FAULTS: Final = 50


def check_directory(directory: str, shipped: Store) -> tuple[Dataset, list[str]]:
    """The tables of an overlay, and every fault of theirs as ``DIR/file:line:column: what``.

    :raises DataError: ``directory`` is not a directory.
    """
    dataset = read_part(directory, OVERLAY_TABLES)
    place = dataset.directory.rstrip("/\\")
    return dataset, [f"{place}/{fault}" for fault in faults_of(dataset, shipped)]


def read_directory(directory: str, shipped: Store, number: int = 1) -> LocalLayer:
    """The overlay in ``directory``; ``number`` tells several apart.

    :raises DataError: it is not a directory, or breaks a rule; the message holds every fault.
    """
    dataset, faults = check_directory(directory, shipped)
    if faults:
        more = [f"... and {len(faults) - _MOST_FAULTS} more"] if len(faults) > _MOST_FAULTS else []
        raise DataError("\n".join([*faults[:_MOST_FAULTS], *more]))
    return LocalLayer(dataset, shipped, number)


class LocalLayer:
    """Names, phrases, ingredients and statements of one directory; not changed after it is made.

    The ids of its statements and sources begin with ``local-`` (``local2-`` in a second
    overlay), so that none is taken for a shipped one.
    """

    def __init__(self, dataset: Dataset, shipped: Store, number: int) -> None:
        self._prefix = LOCAL if number == 1 else f"{LOCAL}{number}"
        self._shipped = shipped
        where = f"overlay {dataset.directory}"
        self._note = f"local note ({where})"
        source = Source(self._prefix, where, self._note, kind=LOCAL, retrieved="full")
        self.about = About(LOCAL, where, _sha256(dataset), source)
        self.sources: dict[str, Source] = {self._prefix: source}
        self._own_sources = {row["source_id"]: row for row in dataset.rows("sources")}
        for row in dataset.rows("sources"):
            self._source_id(row["source_id"])
        self.not_drugs = {normalize(row["phrase"]): row["reason"] for row in dataset.rows("not_drugs")}
        self.memberships: dict[str, list[str]] = {}
        for row in dataset.rows("memberships"):
            self.memberships.setdefault(row["ingredient_id"], []).append(row["class_id"])
        ingredients = map(self._ingredient, dataset.rows("ingredients"))
        self.ingredients = {row.ingredient_id: row for row in ingredients}
        self.codes = {
            code: i.ingredient_id for i in self.ingredients.values() for code in (i.unii, i.drugbank) if code
        }
        self.associations = tuple(map(self._association, sorted(dataset.rows("associations"), key=_cells)))
        self._names = self._read_names(dataset)
        self._keys = [indexed_key(n, key, self._names[key]) for n, key in enumerate(sorted(self._names), 1)]
        self._by_compact: dict[str, list[IndexedKey]] = {}
        self._fragments: dict[str, list[int]] = {}
        for at, entry in enumerate(self._keys):
            self._by_compact.setdefault(entry.compact, []).append(entry)
            if entry.fuzzy or len(entry.compact) >= BLOCKING_LENGTH:
                for piece in fragments(entry.compact, MAX_DISTANCE):
                    self._fragments.setdefault(piece, []).append(at)

    # --- names ------------------------------------------------------------------------------

    def names(self, key: NormalizedName) -> tuple[Name, ...]:
        """The rows of one folded name."""
        return self._names.get(key, ())

    def names_compact(self, key: CompactName) -> tuple[Name, ...]:
        """The rows whose folded form without spaces is ``key``."""
        return tuple(name for found in self._by_compact.get(key, ()) for name in self._names[found.key])

    def names_of(self, target_kind: str, target: str) -> tuple[Name, ...]:
        """Every name that means the class, or a medicine with the ingredient."""
        return tuple(
            name
            for names in self._names.values()
            for name in names
            if name.target_kind == target_kind and target in name.targets
        )

    def keys_with_prefix(self, prefix: str, limit: int) -> list[str]:
        """The first keys that begin with ``prefix``."""
        return [str(found.key) for found in self._keys if found.key.startswith(prefix)][:limit]

    def fragment_keys(self, fragments: Sequence[str]) -> list[IndexedKey]:
        """The keys that share at least one of ``fragments``."""
        numbers = {at for piece in fragments for at in self._fragments.get(piece, ())}
        return [self._keys[at] for at in sorted(numbers)]

    def all_keys(self) -> Iterator[IndexedKey]:
        """Every key."""
        return iter(self._keys)

    def name_keys(self) -> Iterator[tuple[str, bool]]:
        """Every folded name, and whether it may be read in running text."""
        for key, names in self._names.items():
            yield key, not all("not_in_text" in name.flags for name in names)

    # --- from rows to values -------------------------------------------------------------------

    def _read_names(self, dataset: Dataset) -> dict[NormalizedName, tuple[Name, ...]]:
        found: dict[NormalizedName, list[Name]] = {}
        beside: set[NormalizedName] = set()
        for row in sorted(dataset.rows("names"), key=_cells):
            key = normalize(row["name"])
            found.setdefault(key, []).append(self._name(row))
            if ALSO_SHIPPED in row["flags"].split(","):
                beside.add(key)
        shipped = {key: self._shipped.names(key) for key in beside}
        return {key: (*names, *shipped.get(key, ())) for key, names in found.items()}

    def _name(self, row: Row) -> Name:
        flags = frozenset(filter(None, row["flags"].split(","))) - {ALSO_SHIPPED}
        return Name(
            row["name"], row["kind"], row["target_kind"], tuple(row["target"].split("+")),
            tuple(filter(None, row["region"].split(","))), row["variant"], row["route"],
            flags | {LOCAL}, row["note"], self._prefix,
        )  # fmt: skip

    def _ingredient(self, row: Row) -> Ingredient:
        classes = tuple(sorted(self.memberships.get(row["ingredient_id"], ())))
        return Ingredient(
            row["ingredient_id"], row["us_name"], row["unii"], row["drugbank"], row["atc"], row["status"],
            classes,
        )  # fmt: skip

    def _association(self, row: Row) -> Association:
        return Association(
            association_id=f"{self._prefix}-{row['association_id']}",
            subject_kind=row["subject_kind"],
            subject=row["subject"],
            effect=Effect(row["effect"]),
            evidence_level=row["evidence_level"],
            statement=row["statement"],
            source_id=self._source_id(row["source_id"]),
            also_source_ids=tuple(self._source_id(s) for s in filter(None, row["also_source_id"].split(","))),
            read_in=self._source_id(row["read_in"]) if row["read_in"] else "",
            locator=row["locator"],
            population=row["population_or_context"],
            confidence=Confidence(row["confidence"]),
            headline=row["headline"] == "yes",
        )

    def _source_id(self, source_id: str) -> str:
        """The id under which a source stands here; a shipped source gets one too, for the local note."""
        if source_id == LOCAL:
            return self._prefix
        own = f"{self._prefix}-{source_id}"
        if own not in self.sources:
            row = self._own_sources.get(source_id)
            if row is not None:
                source = Source(
                    own, row["title"], row["authors_or_org"], int(row["year"]) if row["year"] else None,
                    LOCAL, row["url"], row["pmid"], row["doi"], row["retrieved"], row["note"],
                )  # fmt: skip
            else:
                source = self._shipped.source(source_id) or Source(source_id, source_id)
            org = f"{self._note}; {source.authors_or_org}" if source.authors_or_org else self._note
            self.sources[own] = source._replace(source_id=own, kind=LOCAL, authors_or_org=org)
        return own


def _cells(row: Row) -> tuple[str, ...]:
    return row.cells


def _sha256(dataset: Dataset) -> str:
    """SHA-256 of what the tables say, whatever the order of their rows."""
    digest = hashlib.sha256()
    for table in OVERLAY_TABLES:
        text = canonical_text(table, (row.cells for row in dataset.rows(table.name))).encode()
        digest.update(f"{table.file} {len(text)}\n".encode() + text)
    return digest.hexdigest()

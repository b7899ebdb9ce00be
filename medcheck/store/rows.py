# ruff: noqa: PTH100, PTH118, PTH120
"""The rows of a store as the values of :mod:`medcheck.model`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from struct import unpack
from types import TracebackType
from typing import Final

from medcheck.errors import StoreError
from medcheck.fragments import IndexedKey
from medcheck.model import DatasetInfo, DrugClass, Ingredient, Name
from medcheck.store import sql
from medcheck.store.reader import REBUILD, Reader
from medcheck.store.statements import Statements
from medcheck.store.values import indexed_key_of, name_of, split
from medcheck.text import CompactName, NormalizedName

__all__ = ["SHIPPED", "Store"]

SHIPPED: Final = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "medcheck.sqlite")
"""The path of the store that comes with the package."""


class Store(Statements):
    """A compiled dataset, opened for reading; safe to share between threads and across ``fork``.

    Every method returns values; ids that are not in the store give ``None`` or an empty tuple.
    """

    overlays: tuple[str, ...] = ()
    """What is laid over the dataset, each with its hash (:mod:`medcheck.overlay`)."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._reader = Reader(path)
        super().__init__(self._reader)
        self._rows_in = self._reader.rows_in
        self._ingredients: dict[str, Ingredient | None] = {}
        self._classes: tuple[DrugClass, ...] | None = None
        self._class_by_id: dict[str, DrugClass] | None = None
        rows = self._rows(sql.META)
        if len(rows) != 1:
            raise StoreError(f"{path}: the store says nothing about its dataset; {REBUILD}")
        self._info = DatasetInfo(*rows[0])

    @classmethod
    def open(cls, path: str | os.PathLike[str] | None = None) -> Store:
        """Open the store at ``path``, or the one that comes with the package.

        :raises StoreError: the file is missing, not a store, of another format, or damaged.
        """
        return cls(SHIPPED if path is None else os.fspath(path))

    def close(self) -> None:
        """Close every connection. Reading afterwards raises :class:`StoreError`."""
        self._reader.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- what the store is ------------------------------------------------------------------

    def info(self) -> DatasetInfo:
        """Which dataset this store was built from."""
        return self._info

    def counts(self) -> dict[str, int]:
        """The number of rows of each table."""
        return {table: int(self._rows(sql.COUNT.format(table))[0][0]) for table in sql.COUNTED}

    def counts_by_kind(self) -> dict[str, int]:
        """The number of names of each kind."""
        return dict(self._rows(sql.COUNT_NAMES_BY_KIND))

    def counts_by_region(self) -> dict[str, int]:
        """The number of names known for each region; ``""`` counts those of no region."""
        found: dict[str, int] = {}
        for regions, count in self._rows(sql.COUNT_NAMES_BY_REGION):
            for region in regions.split(","):
                found[region] = found.get(region, 0) + count
        return dict(sorted(found.items()))

    def counts_by_class(self) -> dict[str, int]:
        """The number of ingredients that belong directly to each class."""
        return dict(self._rows(sql.COUNT_MEMBERS))

    def title(self) -> tuple[str, str]:
        """The title of the dataset, and its licence."""
        title, licence = self._rows(sql.TITLE)[0]
        return title, licence

    # --- names ------------------------------------------------------------------------------

    def names(self, key: NormalizedName) -> tuple[Name, ...]:
        """The rows of the names table whose folded form is ``key``, in canonical order."""
        return tuple(map(name_of, self._rows(sql.NAMES_BY_KEY, (key,))))

    def names_compact(self, key: CompactName) -> tuple[Name, ...]:
        """The rows whose folded form without spaces is ``key``."""
        return tuple(map(name_of, self._rows(sql.NAMES_BY_COMPACT, (key,))))

    def all_names(self) -> dict[str, tuple[Name, ...]]:
        """What :meth:`names` gives for every key of the dataset itself, without overlays."""
        found: dict[str, tuple[Name, ...]] = {}
        for key, *row in self._rows(sql.ALL_NAMES):
            found[key] = (*found.get(key, ()), name_of(row))
        return found

    def names_of_ingredient(self, ingredient_id: str) -> tuple[Name, ...]:
        """Every name of a medicine that contains the ingredient."""
        return tuple(map(name_of, self._rows(sql.NAMES_OF_INGREDIENT, (ingredient_id,))))

    def names_of_class(self, class_id: str) -> tuple[Name, ...]:
        """Every word that means the class."""
        return tuple(map(name_of, self._rows(sql.NAMES_OF_CLASS, (class_id,))))

    def keys_with_prefix(self, prefix: str, limit: int = 20) -> list[str]:
        """The first ``limit`` keys that begin with ``prefix``, in alphabetical order."""
        return [row[0] for row in self._rows(sql.KEYS_WITH_PREFIX, (prefix, prefix + "{", limit))]

    def fragment_keys(self, fragments: Sequence[str]) -> list[IndexedKey]:
        """The keys that share at least one of ``fragments``, in the order of their ids."""
        ids = self._fragment_ids(fragments)
        return [indexed_key_of(row) for row in self._rows_in(sql.KEYS_BY_ID, ids)]

    def fragment_keys_sized(self, fragments: Sequence[str], least: int, most: int) -> list[IndexedKey]:
        """The same, without the keys whose compact form is shorter than ``least`` or longer than ``most``."""
        ids = self._fragment_ids(fragments)
        return [indexed_key_of(row) for row in self._rows_in(sql.KEYS_BY_ID_SIZED, ids, least, most)]

    def _fragment_ids(self, fragments: Sequence[str]) -> list[int]:
        ids: set[int] = set()
        for (blob,) in self._rows_in(sql.FRAGMENT_KEY_IDS, fragments):
            ids.update(unpack(f"<{len(blob) // 4}I", blob))
        return sorted(ids)

    def all_keys(self) -> Iterator[IndexedKey]:
        """Every key of the vocabulary, in the order of their ids."""
        return map(indexed_key_of, self._rows(sql.ALL_KEYS))

    def code(self, code: str) -> str | None:
        """The ingredient with this UNII or DrugBank id, whatever its case."""
        rows = self._rows(sql.CODE, {"code": code.upper()}) if code else ()
        return rows[0][0] if rows else None

    def coded(self, text: str) -> tuple[Name, ...]:
        """What an RxCUI or NDC means; only overlays know these (:mod:`medcheck.overlay`)."""
        return ()

    def rxcuis(self, ingredient_id: str) -> tuple[str, ...]:
        """The RxCUIs of an ingredient; only overlays know these."""
        return ()

    def not_drug(self, key: NormalizedName) -> str | None:
        """Why ``key`` must never be read as a medicine, or ``None``."""
        rows = self._rows(sql.NOT_DRUG, (key,))
        return rows[0][0] if rows else None

    def not_drug_keys(self) -> tuple[str, ...]:
        """Every phrase that must never be read as a medicine, folded."""
        return tuple(row[0] for row in self._rows(sql.NOT_DRUG_KEYS))

    def name_keys(self) -> Iterator[tuple[str, bool]]:
        """Every folded name, and whether it may be read in running text."""
        unread = {row[0] for row in self._rows(sql.UNREAD_KEYS)}
        return ((row[0], row[0] not in unread) for row in self._rows(sql.NAME_KEYS))

    def confusions(self, key: NormalizedName) -> tuple[tuple[str, str], ...]:
        """Names that are known to be confused with ``key``, each with its source id."""
        return tuple(self._rows(sql.CONFUSIONS, {"key": key}))

    def confused_keys(self) -> tuple[str, ...]:
        """Every folded name that is known to be confused with another."""
        return tuple(row[0] for row in self._rows(sql.CONFUSED_KEYS))

    # --- ingredients and classes ------------------------------------------------------------

    def ingredient(self, ingredient_id: str) -> Ingredient | None:
        """The ingredient with its direct classes."""
        if ingredient_id not in self._ingredients:
            rows = self._rows(sql.INGREDIENT, (ingredient_id,))
            classes = tuple(row[0] for row in self._rows(sql.CLASSES_OF, (ingredient_id,)))
            self._ingredients[ingredient_id] = Ingredient(*(*rows[0], classes)) if rows else None
        return self._ingredients[ingredient_id]

    def load_ingredients(self) -> None:
        """Read every ingredient at once: for those who will ask for thousands of them."""
        classes: dict[str, list[str]] = {}
        for ingredient_id, class_id in self._rows(sql.ALL_CLASSES_OF):
            classes.setdefault(ingredient_id, []).append(class_id)
        for row in self._rows(sql.ALL_INGREDIENTS):
            self._ingredients[row[0]] = Ingredient(*(*row, tuple(classes.get(row[0], ()))))

    def classes(self) -> tuple[DrugClass, ...]:
        """Every class, in the order of their ids."""
        if self._classes is None:
            self._classes = tuple(
                DrugClass(class_id, label, split(parents, "+"), definition)
                for class_id, label, parents, definition in self._rows(sql.CLASSES)
            )
        return self._classes

    def drug_class(self, class_id: str) -> DrugClass | None:
        """One class."""
        if self._class_by_id is None:
            self._class_by_id = {c.class_id: c for c in self.classes()}
        return self._class_by_id.get(class_id)

    def members(self, class_id: str) -> tuple[str, ...]:
        """The ingredients that belong directly to the class."""
        return tuple(row[0] for row in self._rows(sql.MEMBERS, (class_id,)))

    def children(self, class_id: str) -> tuple[str, ...]:
        """The classes that belong directly to the class."""
        return tuple(row[0] for row in self._rows(sql.CHILDREN, (class_id,)))

"""Names that remember which there are, so that a million unknown words are not asked of the store."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from medcheck.model import DrugClass, Ingredient, Name
from medcheck.resolve.types import NameStore
from medcheck.text import CompactName, NormalizedName

__all__ = ["RememberedNames"]


class RememberedNames:
    """The same answers as ``store``, whose contents do not change; safe to share between threads.

    ``rows`` are those of every folded name; where they are not given, ``known`` tells which names
    there are. ``not_drugs`` and ``confused`` are the keys that :meth:`not_drug` and
    :meth:`confusions` know.
    """

    def __init__(
        self,
        store: NameStore,
        known: Container[str],
        not_drugs: Iterable[str],
        confused: Iterable[str],
        rows: Mapping[str, tuple[Name, ...]] | None = None,
    ) -> None:
        self._store = store
        self._known = known
        self._rows = rows
        self._not_drugs = frozenset(not_drugs)
        self._confused = frozenset(confused)

    def names(self, key: NormalizedName) -> tuple[Name, ...]:
        """The rows of a folded name."""
        if self._rows is not None:
            return self._rows.get(key, ())
        return self._store.names(key) if key in self._known else ()

    def names_compact(self, key: CompactName) -> tuple[Name, ...]:
        """The rows of a folded name whatever its spaces."""
        return self._store.names_compact(key)

    def not_drug(self, key: NormalizedName) -> str | None:
        """Why a folded text must never be read as a medicine, or ``None``."""
        return self._store.not_drug(key) if key in self._not_drugs else None

    def code(self, code: str) -> str | None:
        """The ingredient with this identifier."""
        return self._store.code(code)

    def coded(self, text: str) -> tuple[Name, ...]:
        """What an RxCUI or NDC means."""
        return self._store.coded(text)

    def ingredient(self, ingredient_id: str) -> Ingredient | None:
        """The ingredient with its direct classes."""
        return self._store.ingredient(ingredient_id)

    def drug_class(self, class_id: str) -> DrugClass | None:
        """One class."""
        return self._store.drug_class(class_id)

    def names_of_ingredient(self, ingredient_id: str) -> tuple[Name, ...]:
        """Every name of a medicine that contains the ingredient."""
        return self._store.names_of_ingredient(ingredient_id)

    def confusions(self, key: NormalizedName) -> tuple[tuple[str, str], ...]:
        """Names that are known to be confused with this one."""
        return self._store.confusions(key) if key in self._confused else ()

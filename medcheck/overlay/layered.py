"""The shipped store with overlays over and under it: one store to whoever asks."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from medcheck.fragments import IndexedKey
from medcheck.model import Association, Ingredient, Name, Source
from medcheck.overlay.codes import ndc_readings, rxcui_of
from medcheck.overlay.compiled import AddedLayer
from medcheck.overlay.layer import BLOCKING_LENGTH, LOCAL, Layer
from medcheck.overlay.local import LocalLayer, read_directory
from medcheck.store import SHIPPED, Store
from medcheck.text import CompactName, NormalizedName, normalize

__all__ = ["LayeredStore"]

_STRIDE: Final = 1 << 32
"""What parts the key ids of one layer from those of the next."""

_ORDER: Final = {"rxnorm": 0, "ndc": 1}


class LayeredStore(Store):
    """A store whose names are asked of local overlays first, of the dataset, then of added files.

    The first that knows a name answers it. What this class does not override is the dataset's
    alone. Safe to share between threads and across ``fork``, as the store is.
    """

    def __init__(self, path: str, local: Sequence[LocalLayer] = (), added: Sequence[AddedLayer] = ()) -> None:
        super().__init__(path)
        self._local = tuple(local)
        self._added = tuple(sorted(added, key=lambda layer: _ORDER.get(layer.about.kind, len(_ORDER))))
        self._layers: tuple[Layer, ...] = (*self._local, *self._added)
        self.overlays = tuple(f"{a.where} sha256:{a.sha256}" for a in (x.about for x in self._layers))
        self._own_sources = {
            **{layer.about.source.source_id: layer.about.source for layer in self._layers},
            **{key: source for layer in self._local for key, source in layer.sources.items()},
        }
        self._merged: dict[str, Ingredient | None] = {}
        self._no_drugs = frozenset(super().not_drug_keys()) if self._added else frozenset()

    @classmethod
    def over(
        cls, path: str | os.PathLike[str] | None, overlays: Iterable[str | os.PathLike[str]]
    ) -> LayeredStore:
        """Open the store at ``path`` (the shipped one for ``None``) and every overlay, given as it wins.

        An overlay is a directory with tables or a file made by ``data add-rxnorm`` or ``add-ndc``.
        """
        opened = SHIPPED if path is None else os.fspath(path)
        local: list[LocalLayer] = []
        added: list[AddedLayer] = []
        with Store.open(opened) as shipped:
            for overlay in dict.fromkeys(os.fspath(overlay) for overlay in overlays):
                if Path(overlay).is_file():
                    added.append(AddedLayer(overlay))
                else:
                    local.append(read_directory(overlay, shipped, len(local) + 1))
        return cls(opened, local, added)

    def close(self) -> None:
        """Close every connection."""
        for layer in self._added:
            layer.close()
        super().close()

    # --- names ------------------------------------------------------------------------------

    def names(self, key: NormalizedName) -> tuple[Name, ...]:
        """The rows of the first layer that knows the name."""
        for layer in self._local:
            if key in layer.not_drugs:
                return ()
            if rows := layer.names(key):
                return rows
        rows = super().names(key)
        if rows or not self._added or key in self._no_drugs:
            return rows
        return next((rows for layer in self._added if (rows := self._known(layer.names(key)))), ())

    def names_compact(self, key: CompactName) -> tuple[Name, ...]:
        """The rows of the first layer that knows the name, whatever its spaces."""
        for layer in self._local:
            if rows := layer.names_compact(key):
                return rows
        rows = tuple(row for row in super().names_compact(key) if not self._set_aside(normalize(row.name)))
        if rows:
            return rows
        return next((rows for layer in self._added if (rows := self._known(layer.names_compact(key)))), ())

    def names_of_ingredient(self, ingredient_id: str) -> tuple[Name, ...]:
        """Every name of a medicine that contains the ingredient."""
        return self._names_of("ingredients", ingredient_id, super().names_of_ingredient(ingredient_id))

    def names_of_class(self, class_id: str) -> tuple[Name, ...]:
        """Every word that means the class."""
        return self._names_of("class", class_id, super().names_of_class(class_id))

    def _names_of(self, kind: str, target: str, shipped: tuple[Name, ...]) -> tuple[Name, ...]:
        found = chain(shipped, *(layer.names_of(kind, target) for layer in self._layers))
        return tuple(name for name in dict.fromkeys(found) if name in self.names(normalize(name.name)))

    def keys_with_prefix(self, prefix: str, limit: int = 20) -> list[str]:
        """The first ``limit`` keys that begin with ``prefix``, in alphabetical order."""
        found = {*super().keys_with_prefix(prefix, limit)}
        for layer in self._layers:
            found.update(layer.keys_with_prefix(prefix, limit))
        return sorted(key for key in found if self.names(NormalizedName(key)))[:limit]

    def fragment_keys(self, fragments: Sequence[str]) -> list[IndexedKey]:
        """The keys that share at least one of ``fragments``, in the order of their ids."""
        shipped = super().fragment_keys(fragments)
        return self._in_force(shipped, (layer.fragment_keys(fragments) for layer in self._layers))

    def fragment_keys_sized(self, fragments: Sequence[str], least: int, most: int) -> list[IndexedKey]:
        """The same, without the keys of fewer letters than ``least`` or more than ``most``."""
        shipped = super().fragment_keys_sized(fragments, least, most)
        own = (layer.fragment_keys(fragments) for layer in self._layers)
        sized = ([key for key in keys if least <= len(key.compact) <= most] for keys in own)
        return self._in_force(shipped, sized)

    def all_keys(self) -> Iterator[IndexedKey]:
        """Every key of every layer once, in the order of their ids."""
        return iter(self._in_force(super().all_keys(), (layer.all_keys() for layer in self._layers)))

    def name_keys(self) -> Iterator[tuple[str, bool]]:
        """Every folded name, and whether it may be read in running text."""
        found: dict[str, bool] = {}
        for layer in self._local:
            found = dict(layer.name_keys()) | found
        found = dict(super().name_keys()) | found
        for file in self._added:
            found = {key: read for key, read in file.name_keys() if key not in self._no_drugs} | found
        return ((key, read) for key, read in found.items() if not self._set_aside(NormalizedName(key)))

    def _in_force(
        self, shipped: Iterable[IndexedKey], layers: Iterable[Iterable[IndexedKey]]
    ) -> list[IndexedKey]:
        """Of keys that several layers know, those of the first; with ids that tell the layers apart."""
        found: dict[str, IndexedKey] = {}
        own = list(layers)
        above = len(self._local)
        for number, keys in enumerate((*own[:above], shipped, *own[above:])):
            under = number > above
            for key in keys:
                if key.key in found or self._set_aside(key.key) or (under and self._hidden(key)):
                    continue
                found[key.key] = key._replace(key_id=key.key_id + number * _STRIDE)
        return sorted(found.values())

    def _hidden(self, key: IndexedKey) -> bool:
        """Whether a key of an added file is not to be found: it is a shipped one, or no medicine here."""
        if key.key in self._no_drugs or not all(map(self._is_known, key.drugs)):
            return True
        return len(key.compact) < BLOCKING_LENGTH and bool(super().names(key.key))

    def _set_aside(self, key: NormalizedName) -> bool:
        """Whether a local overlay says that a name is no medicine."""
        for layer in self._local:
            if key in layer.not_drugs:
                return True
            if layer.names(key):
                return False
        return False

    def _known(self, rows: tuple[Name, ...]) -> tuple[Name, ...]:
        """The rows whose ingredients this dataset knows: the file may be older or newer than it."""
        return tuple(row for row in rows if all(map(self.ingredient, row.targets)))

    def _is_known(self, drugs: str) -> bool:
        return all(map(self.ingredient, drugs.split("+")))

    # --- codes and phrases --------------------------------------------------------------------

    def code(self, code: str) -> str | None:
        """The ingredient with this UNII or DrugBank id, whatever its case."""
        own = (layer.codes.get(code.upper()) for layer in self._local)
        return next(filter(None, own), None) or super().code(code)

    def coded(self, text: str) -> tuple[Name, ...]:
        """What an RxCUI or NDC means, in any of the forms people write it in."""
        rxcui = rxcui_of(text)
        if rxcui and (rows := self._rows_of([f"rxcui:{rxcui}"])):
            return rows
        readings = ndc_readings(text)
        return self._rows_of([f"ndc:{key}" for key in readings]) if readings else ()

    def _rows_of(self, codes: Sequence[str]) -> tuple[Name, ...]:
        """The medicine of the identifiers, if only one of them is known."""
        for layer in self._added:
            found = [coded for coded in layer.coded(codes) if all(map(self.ingredient, coded.targets))]
            if len(found) > 1:
                return ()
            if found:
                code, targets, name, route = found[0]
                source = layer.about.source.source_id
                shown = name if code.startswith("ndc:") else f"{code}, {name}"
                return (
                    Name(shown, "code", "ingredients", targets, ("US",), "", route,
                         frozenset({LOCAL}), "", source),
                )  # fmt: skip
        return ()

    def rxcuis(self, ingredient_id: str) -> tuple[str, ...]:
        """The RxCUIs of an ingredient."""
        found = (layer.concepts(ingredient_id) for layer in self._added if layer.about.kind == "rxnorm")
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def not_drug(self, key: NormalizedName) -> str | None:
        """Why ``key`` must never be read as a medicine, or ``None``; a local overlay says so first."""
        for layer in self._local:
            if key in layer.not_drugs:
                return layer.not_drugs[key]
            if layer.names(key):
                return None
        return super().not_drug(key)

    def not_drug_keys(self) -> tuple[str, ...]:
        """Every phrase that must never be read as a medicine, folded."""
        keys = dict.fromkeys(chain(super().not_drug_keys(), *(layer.not_drugs for layer in self._local)))
        return tuple(sorted(key for key in keys if self.not_drug(NormalizedName(key)) is not None))

    # --- ingredients and statements -------------------------------------------------------------

    def ingredient(self, ingredient_id: str) -> Ingredient | None:
        """The ingredient with its direct classes, a local overlay's among them."""
        if ingredient_id not in self._merged:
            found = super().ingredient(ingredient_id)
            for layer in self._local:
                found = found or layer.ingredients.get(ingredient_id)
                more = layer.memberships.get(ingredient_id, ())
                if found is not None and more:
                    found = found._replace(class_ids=tuple(sorted({*found.class_ids, *more})))
            self._merged[ingredient_id] = found
        return self._merged[ingredient_id]

    def members(self, class_id: str) -> tuple[str, ...]:
        """The ingredients that belong directly to the class."""
        own = (i for layer in self._local for i, classes in layer.memberships.items() if class_id in classes)
        return tuple(sorted({*super().members(class_id), *own}))

    def associations(self, subject_kind: str, subject: str) -> tuple[Association, ...]:
        """What is documented about a class or an ingredient itself; local notes come last."""
        shipped = super().associations(subject_kind, subject)
        own = (a for layer in self._local for a in layer.associations)
        return (*shipped, *(a for a in own if (a.subject_kind, a.subject) == (subject_kind, subject)))

    def ingredients_spoken_of(self) -> frozenset[str]:
        """The ingredients with a statement, a pathway or a caution of their own, local notes among them."""
        own = (a for layer in self._local for a in layer.associations)
        return super().ingredients_spoken_of().union(a.subject for a in own if a.subject_kind == "ingredient")

    def association(self, association_id: str) -> Association | None:
        """One statement."""
        own = (a for layer in self._local for a in layer.associations if a.association_id == association_id)
        return next(own, None) or super().association(association_id)

    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of their ids; those of overlays last."""
        return (*super().sources(), *(self._own_sources[key] for key in sorted(self._own_sources)))

    def source(self, source_id: str) -> Source | None:
        """One source."""
        return self._own_sources.get(source_id) or super().source(source_id)

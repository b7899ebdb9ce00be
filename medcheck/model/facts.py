"""The dataset's own rows, each as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from medcheck.model.enums import Confidence, Effect

__all__ = [
    "Association",
    "Caution",
    "DatasetInfo",
    "DrugClass",
    "Factor",
    "Ingredient",
    "Name",
    "Pathway",
    "Source",
    "State",
]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that statements rest on; ``retrieved`` says how much of it was read."""

    source_id: str
    title: str
    authors_or_org: str = ""
    year: int | None = None
    kind: str = ""
    url: str = ""
    pmid: str = ""
    doi: str = ""
    retrieved: str = ""
    note: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class DrugClass:
    """A named group of ingredients; ``parent_ids`` are the groups it belongs to."""

    class_id: str
    label: str
    parent_ids: tuple[str, ...] = ()
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Ingredient:
    """An active substance, keyed by its lower-case INN; ``class_ids`` are its direct classes."""

    ingredient_id: str
    us_name: str = ""
    unii: str = ""
    drugbank: str = ""
    atc: str = ""
    status: str = ""
    class_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """One row of the names table: a string that means something, in some regions.

    ``target_kind`` is ``"ingredients"`` (``targets`` are ingredient ids) or ``"class"``
    (``targets`` holds one class id). ``regions`` empty means any region.
    """

    name: str
    kind: str
    target_kind: str
    targets: tuple[str, ...]
    regions: tuple[str, ...] = ()
    variant: str = ""
    route: str = ""
    flags: frozenset[str] = frozenset()
    note: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class Association:
    """One documented statement about a class or an ingredient, with where it stands."""

    association_id: str
    subject_kind: str
    subject: str
    effect: Effect
    evidence_level: str
    statement: str
    source_id: str
    also_source_ids: tuple[str, ...] = ()
    read_in: str = ""
    locator: str = ""
    population: str = ""
    confidence: Confidence = Confidence.LOW
    headline: bool = True


@dataclass(frozen=True, slots=True)
class State:
    """A body state (low iron, low B12 ...) and what is documented about it and RLS."""

    state_id: str
    label: str
    statement: str
    source_ids: tuple[str, ...]
    strength: str


@dataclass(frozen=True, slots=True)
class Pathway:
    """One hop from a class or an ingredient to a state."""

    pathway_id: str
    subject_kind: str
    subject: str
    state_id: str
    statement: str
    source_id: str
    locator: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Factor:
    """A non-drug cause, or non-drug help, that one of the five documents names."""

    factor_id: str
    label: str
    effect: Effect
    statement: str
    source_id: str
    locator: str


@dataclass(frozen=True, slots=True)
class Caution:
    """Standing advice for a class or an ingredient that is printed whatever the verdict.

    ``caution`` is one of ``do_not_stop``, ``after_blood_test``, ``dependence_and_breathing``.
    """

    subject_kind: str
    subject: str
    caution: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DatasetInfo:
    """Which dataset answered: version, release date, SHA-256 of the tables."""

    version: str
    released: str
    sha256: str

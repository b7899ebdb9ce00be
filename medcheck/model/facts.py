"""The dataset's own rows, each as one frozen value."""

from __future__ import annotations

from typing import NamedTuple

from medcheck.model.enums import Confidence, Effect

__all__ = [
    "Alternative",
    "Association",
    "Caution",
    "DatasetInfo",
    "DrugClass",
    "Factor",
    "Ingredient",
    "Interplay",
    "Name",
    "Pathway",
    "Source",
    "Stance",
    "State",
]


class Source(NamedTuple):
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


class DrugClass(NamedTuple):
    """A named group of ingredients; ``parent_ids`` are the groups it belongs to."""

    class_id: str
    label: str
    parent_ids: tuple[str, ...] = ()
    definition: str = ""


class Ingredient(NamedTuple):
    """An active substance, keyed by its lower-case INN; ``class_ids`` are its direct classes."""

    ingredient_id: str
    us_name: str = ""
    unii: str = ""
    drugbank: str = ""
    atc: str = ""
    status: str = ""
    class_ids: tuple[str, ...] = ()


class Name(NamedTuple):
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


class Association(NamedTuple):
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


class State(NamedTuple):
    """A body state (low iron, low B12 ...) and what is documented about it and RLS.

    ``test`` is what a clinician would ask for, where ``test_source_id`` says so.
    """

    state_id: str
    label: str
    statement: str
    source_ids: tuple[str, ...]
    strength: str
    test: str = ""
    test_source_id: str = ""
    test_locator: str = ""


class Pathway(NamedTuple):
    """One hop from a class or an ingredient to a state."""

    pathway_id: str
    subject_kind: str
    subject: str
    state_id: str
    statement: str
    source_id: str
    locator: str
    confidence: Confidence


class Stance(NamedTuple):
    """One side that a statement takes on a claim; ``row_id`` is an association or a pathway.

    ``stance`` is ``supports``, ``disputes`` or ``no_signal``. ``counterclaim`` is what those who
    dispute say instead, where it is more than a no.
    """

    conflict_id: str
    claim: str
    counterclaim: str
    row_kind: str
    row_id: str
    stance: str


class Alternative(NamedTuple):
    """An option for the same purpose that a source names as less likely to affect RLS."""

    subject_kind: str
    subject: str
    for_purpose: str
    option_kind: str
    option: str
    statement: str
    source_id: str
    locator: str


class Interplay(NamedTuple):
    """Two medicines that are documented to bear on each other, as a plain fact."""

    interplay_id: str
    subject_kind: str
    subject: str
    other_kind: str
    other: str
    statement: str
    source_id: str
    locator: str


class Factor(NamedTuple):
    """A non-drug cause, or non-drug help, that one of the five documents names."""

    factor_id: str
    label: str
    effect: Effect
    statement: str
    source_id: str
    locator: str


class Caution(NamedTuple):
    """Standing advice for a class or an ingredient that is printed whatever the verdict.

    ``caution`` is one of ``do_not_stop``, ``after_blood_test``, ``dependence_and_breathing``.
    """

    subject_kind: str
    subject: str
    caution: str
    reason: str = ""


class DatasetInfo(NamedTuple):
    """Which dataset answered: version, release date, SHA-256 of the tables."""

    version: str
    released: str
    sha256: str

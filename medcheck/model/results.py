"""What a question is answered with: frozen, comparable, picklable values.

``to_dict`` is the one door upward: it hands the value to :mod:`medcheck.render.json`,
where the JSON contract lives.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from medcheck.model.enums import Basis, Confidence, Exposure, Method, Resolution, Verdict
from medcheck.model.facts import DatasetInfo, DrugClass, Ingredient

__all__ = [
    "ClassProfile",
    "Codes",
    "Description",
    "Entry",
    "Finding",
    "Hop",
    "IngredientProfile",
    "JudgedIngredient",
    "LookAlike",
    "Meaning",
    "Report",
    "SourceRef",
    "Suggestion",
    "TraceStep",
    "Why",
]


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A source as it stands beside a finding, with the place in it."""

    id: str
    title: str
    year: int | None
    url: str
    locator: str
    kind: str = ""
    doi: str = ""
    pmid: str = ""
    read: str = ""
    org: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """The second half of a pathway: what the state is documented to do to RLS."""

    state: str
    label: str
    statement: str
    strength: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """An association (or pathway) as it applies to one ingredient or class word.

    ``superseded_by`` names the subject whose rows settle the matter; ``reason`` says why in
    words. ``from_documents`` marks the five patient documents' own statements.
    """

    association_id: str
    effect: str
    basis: Basis
    subject: str
    subject_label: str
    statement: str
    evidence_level: str
    confidence: Confidence
    headline: bool
    source: SourceRef
    also_source_ids: tuple[str, ...] = ()
    read_in: str = ""
    population: str = ""
    superseded_by: str | None = None
    reason: str | None = None
    from_documents: bool = False
    hop: Hop | None = None

    @property
    def superseded(self) -> bool:
        """Whether a more specific source settles the matter another way."""
        return self.superseded_by is not None

    def to_dict(self) -> dict[str, Any]:
        """This finding in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.json import finding_to_dict

        return finding_to_dict(self)


@dataclass(frozen=True, slots=True)
class Codes:
    """Public identifiers of an ingredient, as far as the dataset holds them."""

    unii: str = ""
    drugbank: str = ""
    atc: tuple[str, ...] = ()
    rxcui: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedIngredient:
    """One ingredient of a meaning with its verdict and every finding behind it.

    ``classes`` go from nearest to furthest; ``cautions`` are augmentation and withdrawal
    findings and standing advice that hold whatever the verdict.
    """

    id: str
    label: str
    classes: tuple[str, ...]
    codes: Codes
    verdict: Verdict
    strongest: str | None
    effects: tuple[str, ...]
    cautions: tuple[str, ...]
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """This ingredient in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.json import ingredient_to_dict

        return ingredient_to_dict(self)


@dataclass(frozen=True, slots=True)
class Why:
    """How a match that is not exact was judged; similarities are 0 to 1, not probabilities."""

    typed: str
    matched: str
    distance: int
    similarity: float
    runner_up: str | None = None
    runner_up_similarity: float | None = None
    margin: float | None = None
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """One reading of an entry. ``score`` is a similarity from 0 to 1, not a probability."""

    name: str
    kind: str
    regions: tuple[str, ...]
    method: Method
    score: float
    verdict: Verdict
    ingredients: tuple[JudgedIngredient, ...]
    findings: tuple[Finding, ...] = ()
    class_id: str | None = None
    class_label: str | None = None
    strongest: str | None = None
    cautions: tuple[str, ...] = ()
    except_members: tuple[tuple[str, str], ...] = ()
    read_as: str | None = None
    variant: str = ""
    route: str = ""
    flags: tuple[str, ...] = ()
    note: str = ""
    why: Why | None = None

    def to_dict(self) -> dict[str, Any]:
        """This meaning in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.json import meaning_to_dict

        return meaning_to_dict(self)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name the user may have meant; never a verdict."""

    name: str
    means: str
    score: float


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A name that regulators warn is confused with this one, and how it is documented here."""

    name: str
    means: str
    verdict: Verdict | None
    source_id: str


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One step of understanding, for ``--explain``: what was done to which text, and why."""

    action: str
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the user typed, as understood and judged.

    ``verdict`` is ``None`` for an unrecognised entry. ``line`` counts from 1 in the input;
    ``part`` numbers the medicines of a line that holds several (1 otherwise).
    """

    input: str
    line: int
    part: int
    resolution: Resolution
    exposure: Exposure
    verdict: Verdict | None
    meanings: tuple[Meaning, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    days_since: int | None = None
    exposure_words: str = ""
    notes: tuple[str, ...] = ()
    trace: tuple[TraceStep, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """This entry in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.json import entry_to_dict

        return entry_to_dict(self)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one call answers. ``entries`` are in input order, nothing dropped."""

    medcheck: str
    dataset: DatasetInfo
    disclaimer: str
    coverage: dict[str, int]
    entries: tuple[Entry, ...]
    region: str | None = None
    notes: tuple[str, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """This report in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.json import report_to_dict

        return report_to_dict(self)


@dataclass(frozen=True, slots=True)
class ClassProfile:
    """A class as ``describe`` shows it; ``members`` are ``(label, verdict)`` of everything below it."""

    drug_class: DrugClass
    paths: tuple[tuple[str, ...], ...]
    verdict: Verdict
    strongest: str | None
    cautions: tuple[str, ...]
    findings: tuple[Finding, ...]
    children: tuple[str, ...]
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class IngredientProfile:
    """An ingredient as ``describe`` shows it, with every class path to the top."""

    ingredient: Ingredient
    judged: JudgedIngredient
    paths: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Description:
    """Everything the dataset holds on a name: how it was read, its ingredients, its classes."""

    query: str
    entry: Entry
    ingredients: tuple[IngredientProfile, ...]
    classes: tuple[ClassProfile, ...]

    def to_dict(self) -> dict[str, Any]:
        """This description in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.json import description_to_dict

        return description_to_dict(self)

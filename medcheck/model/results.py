"""What a question is answered with: frozen, comparable, picklable values.

``to_dict`` is the one door upward: it hands the value to :mod:`medcheck.render.json`,
where the JSON contract lives.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from medcheck.model.enums import Exposure, Method, Resolution, Verdict
from medcheck.model.facts import DatasetInfo, DrugClass, Ingredient
from medcheck.model.findings import Conflict, Finding, ListFinding, Option

__all__ = [
    "ClassProfile",
    "Codes",
    "Coverage",
    "Description",
    "Entry",
    "IngredientProfile",
    "JudgedIngredient",
    "LookAlike",
    "Meaning",
    "Report",
    "Suggestion",
    "TraceStep",
    "Why",
]


class Codes(NamedTuple):
    """Public identifiers of an ingredient, as far as the dataset holds them."""

    unii: str = ""
    drugbank: str = ""
    atc: tuple[str, ...] = ()
    rxcui: tuple[str, ...] = ()


class JudgedIngredient(NamedTuple):
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
    conflicts: tuple[Conflict, ...] = ()
    alternatives: tuple[Option, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """This ingredient in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.json import ingredient_to_dict

        return ingredient_to_dict(self)


class Why(NamedTuple):
    """How a match that is not exact was judged; similarities are 0 to 1, not probabilities."""

    typed: str
    matched: str
    distance: int
    similarity: float
    runner_up: str | None = None
    runner_up_similarity: float | None = None
    margin: float | None = None
    parts: tuple[tuple[str, float], ...] = ()


class Meaning(NamedTuple):
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
    conflicts: tuple[Conflict, ...] = ()
    alternatives: tuple[Option, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """This meaning in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.json import meaning_to_dict

        return meaning_to_dict(self)


class Suggestion(NamedTuple):
    """A name the user may have meant; never a verdict."""

    name: str
    means: str
    score: float


class LookAlike(NamedTuple):
    """A name that regulators warn is confused with this one, and how it is documented here."""

    name: str
    means: str
    verdict: Verdict | None
    source_id: str


class TraceStep(NamedTuple):
    """One step of understanding, for ``--explain``: what was done to which text, and why."""

    action: str
    text: str
    detail: str = ""


class Entry(NamedTuple):
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

    @property
    def deciding(self) -> tuple[Finding, ...]:
        """The statements that carry the verdict, with their sources; the first is of the strongest source.

        Those of the first ingredient or class that has the entry's verdict; for ``mixed`` one of
        each side. Empty where no statement does: nothing documented, ambiguous, not recognised.
        """
        from medcheck.render.subjects import deciding_of_entry

        return deciding_of_entry(self)

    def to_dict(self) -> dict[str, Any]:
        """This entry in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.json import entry_to_dict

        return entry_to_dict(self)


class Coverage(NamedTuple):
    """How many entries got which answer; each entry counts once, so the rest sum to ``entries``."""

    entries: int = 0
    worsens: int = 0
    withdrawal: int = 0
    treats: int = 0
    mixed: int = 0
    less_likely: int = 0
    undocumented: int = 0
    ambiguous: int = 0
    unrecognised: int = 0
    not_taken: int = 0


class Report(NamedTuple):
    """Everything one call answers. ``entries`` are in input order, nothing dropped.

    ``overlays`` names what a user laid over the dataset, each with its hash.
    """

    medcheck: str
    dataset: DatasetInfo
    disclaimer: str
    coverage: Coverage
    entries: tuple[Entry, ...]
    region: str | None = None
    notes: tuple[str, ...] = ()
    list_findings: tuple[ListFinding, ...] = ()
    overlays: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """This report in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.json import report_to_dict

        return report_to_dict(self)


class ClassProfile(NamedTuple):
    """A class as ``describe`` shows it; ``members`` are ``(label, verdict)`` of everything below it."""

    drug_class: DrugClass
    paths: tuple[tuple[str, ...], ...]
    verdict: Verdict
    strongest: str | None
    cautions: tuple[str, ...]
    findings: tuple[Finding, ...]
    children: tuple[str, ...]
    members: tuple[tuple[str, str], ...]
    conflicts: tuple[Conflict, ...] = ()
    alternatives: tuple[Option, ...] = ()


class IngredientProfile(NamedTuple):
    """An ingredient as ``describe`` shows it, with every class path to the top."""

    ingredient: Ingredient
    judged: JudgedIngredient
    paths: tuple[tuple[str, ...], ...]


class Description(NamedTuple):
    """Everything the dataset holds on a name: how it was read, its ingredients, its classes."""

    query: str
    entry: Entry
    ingredients: tuple[IngredientProfile, ...]
    classes: tuple[ClassProfile, ...]

    def to_dict(self) -> dict[str, Any]:
        """This description in the form of the JSON contract (see ``report.schema.json``)."""
        from medcheck.render.rows_json import description_to_dict

        return description_to_dict(self)

"""What is said of a medicine: statements as they apply to it, disagreements, options, remarks on a list."""

from __future__ import annotations

from typing import Any, NamedTuple

from medcheck.model.enums import Basis, Confidence

__all__ = [
    "Conflict",
    "Finding",
    "Hop",
    "ListEntry",
    "ListFinding",
    "Option",
    "Position",
    "SourceRef",
]


class SourceRef(NamedTuple):
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


class Hop(NamedTuple):
    """The second half of a pathway: what the state is documented to do to RLS.

    ``chain`` is the strength of both hops together: that of the weaker one. ``test`` is what a
    clinician would ask for, where ``test_source`` says so.
    """

    state: str
    label: str
    statement: str
    strength: str
    sources: tuple[str, ...]
    chain: str = ""
    test: str = ""
    test_source: SourceRef | None = None


class Finding(NamedTuple):
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


class Position(NamedTuple):
    """One side taken on a claim: ``supports``, ``disputes`` or ``no_signal``, and who takes it."""

    stance: str
    finding: Finding


class Conflict(NamedTuple):
    """A claim on which sources disagree; the newest guideline comes first, nothing is averaged.

    With a ``counterclaim`` the other side says that instead of a plain no.
    """

    conflict_id: str
    claim: str
    positions: tuple[Position, ...]
    counterclaim: str = ""


class Option(NamedTuple):
    """Something a source names as less likely to affect RLS for the same purpose: a question to ask.

    ``instead_of`` is the label of the class or ingredient that it was named for.
    """

    kind: str
    id: str
    label: str
    instead_of: str
    for_purpose: str
    statement: str
    source: SourceRef


class ListEntry(NamedTuple):
    """An entry of the list that a remark about the whole list speaks of, by line and part."""

    line: int
    part: int
    label: str


class ListFinding(NamedTuple):
    """Something that is true of the list as a whole.

    ``kind`` is ``same_ingredient``, ``same_class``, ``two_triggers``, ``treatment_and_trigger`` or
    ``interplay``; ``about`` is the shared ingredient or class. ``entries`` and ``beside`` are the
    two sides where there are two. ``statement`` and ``source`` belong to an interplay.
    """

    kind: str
    about: str
    entries: tuple[ListEntry, ...]
    beside: tuple[ListEntry, ...] = ()
    statement: str = ""
    source: SourceRef | None = None

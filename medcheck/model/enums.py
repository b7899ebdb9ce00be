"""The closed vocabularies of the domain, spelled as they stand in data and reports."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "Basis",
    "Confidence",
    "Effect",
    "Exposure",
    "Method",
    "Resolution",
    "Verdict",
]


class Effect(StrEnum):
    """What a source documents about a medicine and RLS."""

    MAY_TRIGGER = "may_trigger"
    MAY_WORSEN = "may_worsen"
    WITHDRAWAL_MAY_TRIGGER = "withdrawal_may_trigger"
    TREATS = "treats"
    AUGMENTATION = "augmentation"
    PREFERRED_ALTERNATIVE = "preferred_alternative"
    NO_SIGNAL = "no_signal"
    MIXED = "mixed"


class Verdict(StrEnum):
    """The headline of an ingredient, meaning or entry; listed from most to least serious."""

    WORSENS = "worsens"
    MIXED = "mixed"
    WITHDRAWAL = "withdrawal"
    TREATS = "treats"
    LESS_LIKELY = "less_likely"
    UNDOCUMENTED = "undocumented"


class Resolution(StrEnum):
    """How an entry was understood."""

    EXACT = "exact"
    CORRECTED = "corrected"
    AMBIGUOUS = "ambiguous"
    UNRECOGNISED = "unrecognised"


class Exposure(StrEnum):
    """What the text says about the person and the medicine."""

    TAKING = "taking"
    PLANNED = "planned"
    STOPPED = "stopped"
    TAPERING = "tapering"
    ALLERGY = "allergy"
    NEGATED = "negated"
    FAMILY = "family"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """The level at which a finding's statement was made."""

    INGREDIENT = "ingredient"
    CLASS = "class"
    SUBSTANCE = "substance"
    PATHWAY = "pathway"


class Method(StrEnum):
    """How a name was matched. Only ``FUZZY`` and ``TRUNCATED`` change what was typed."""

    EXACT = "exact"
    SPACING = "spacing"
    PARTS = "parts"
    CODE = "code"
    FUZZY = "fuzzy"
    TRUNCATED = "truncated"


class Confidence(StrEnum):
    """How sure the auditors were that the source says so and how far it carries."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"

"""The values medcheck works with: frozen, typed, comparable, without behaviour.

The words are those of the domain: an *entry* is what the user typed, a *meaning* one
reading of it, an *association* one documented statement, a *finding* that statement as it
applies to one ingredient, a *verdict* the headline drawn from the findings.
"""

from medcheck.model.enums import (
    Basis,
    Confidence,
    Effect,
    Exposure,
    Method,
    Resolution,
    Verdict,
)
from medcheck.model.facts import (
    Association,
    Caution,
    DatasetInfo,
    DrugClass,
    Factor,
    Ingredient,
    Name,
    Pathway,
    Source,
    State,
)
from medcheck.model.results import (
    ClassProfile,
    Codes,
    Description,
    Entry,
    Finding,
    Hop,
    IngredientProfile,
    JudgedIngredient,
    LookAlike,
    Meaning,
    Report,
    SourceRef,
    Suggestion,
    TraceStep,
    Why,
)

__all__ = [
    "Association",
    "Basis",
    "Caution",
    "ClassProfile",
    "Codes",
    "Confidence",
    "DatasetInfo",
    "Description",
    "DrugClass",
    "Effect",
    "Entry",
    "Exposure",
    "Factor",
    "Finding",
    "Hop",
    "Ingredient",
    "IngredientProfile",
    "JudgedIngredient",
    "LookAlike",
    "Meaning",
    "Method",
    "Name",
    "Pathway",
    "Report",
    "Resolution",
    "Source",
    "SourceRef",
    "State",
    "Suggestion",
    "TraceStep",
    "Verdict",
    "Why",
]

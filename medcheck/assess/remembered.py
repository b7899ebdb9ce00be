"""Facts that remember what they were asked about classes, which thousands of ingredients share."""

from __future__ import annotations

from medcheck.assess.facts import Facts
from medcheck.model import (
    Alternative,
    Association,
    Caution,
    DrugClass,
    Ingredient,
    Interplay,
    Pathway,
    Source,
    Stance,
    State,
)

__all__ = ["RememberedFacts"]


class RememberedFacts:
    """The same answers as ``facts``, whose contents do not change; safe to share between threads.

    It keeps what concerns classes and states, of which there are some hundreds, and passes on
    every question about one ingredient: those are asked once, as judgements are kept.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._classes: dict[str, DrugClass | None] = {}
        self._states: dict[str, State | None] = {}
        self._associations: dict[str, tuple[Association, ...]] = {}
        self._pathways: dict[str, tuple[Pathway, ...]] = {}
        self._cautions: dict[str, tuple[Caution, ...]] = {}

    def drug_class(self, class_id: str) -> DrugClass | None:
        """One class."""
        if class_id not in self._classes:
            self._classes[class_id] = self._facts.drug_class(class_id)
        return self._classes[class_id]

    def state(self, state_id: str) -> State | None:
        """One state of the body."""
        if state_id not in self._states:
            self._states[state_id] = self._facts.state(state_id)
        return self._states[state_id]

    def associations(self, subject_kind: str, subject: str) -> tuple[Association, ...]:
        """What is documented about a class or an ingredient itself."""
        if subject_kind != "class":
            return self._facts.associations(subject_kind, subject)
        if subject not in self._associations:
            self._associations[subject] = self._facts.associations(subject_kind, subject)
        return self._associations[subject]

    def pathways(self, subject_kind: str, subject: str) -> tuple[Pathway, ...]:
        """The states that a class or an ingredient is documented to lead to."""
        if subject_kind != "class":
            return self._facts.pathways(subject_kind, subject)
        if subject not in self._pathways:
            self._pathways[subject] = self._facts.pathways(subject_kind, subject)
        return self._pathways[subject]

    def cautions(self, subject_kind: str, subject: str) -> tuple[Caution, ...]:
        """The standing advice that goes with a class or an ingredient itself."""
        if subject_kind != "class":
            return self._facts.cautions(subject_kind, subject)
        if subject not in self._cautions:
            self._cautions[subject] = self._facts.cautions(subject_kind, subject)
        return self._cautions[subject]

    def ingredient(self, ingredient_id: str) -> Ingredient | None:
        """One ingredient with its direct classes."""
        return self._facts.ingredient(ingredient_id)

    def source(self, source_id: str) -> Source | None:
        """One source."""
        return self._facts.source(source_id)

    def members(self, class_id: str) -> tuple[str, ...]:
        """The ingredients that belong directly to a class."""
        return self._facts.members(class_id)

    def children(self, class_id: str) -> tuple[str, ...]:
        """The classes that belong directly to a class."""
        return self._facts.children(class_id)

    def association(self, association_id: str) -> Association | None:
        """One documented statement."""
        return self._facts.association(association_id)

    def pathway(self, pathway_id: str) -> Pathway | None:
        """One hop from a medicine to a state."""
        return self._facts.pathway(pathway_id)

    def stances(self) -> tuple[Stance, ...]:
        """Every side taken on a claim on which sources disagree."""
        return self._facts.stances()

    def alternatives(self) -> tuple[Alternative, ...]:
        """Every option that a source names for the same purpose."""
        return self._facts.alternatives()

    def interplay(self) -> tuple[Interplay, ...]:
        """Every pair of medicines that is documented to bear on each other."""
        return self._facts.interplay()

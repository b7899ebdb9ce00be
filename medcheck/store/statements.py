"""What a store holds of medicines and RLS: statements, pathways, sources, and what goes with them."""

from __future__ import annotations

from medcheck.model import (
    Alternative,
    Association,
    Caution,
    Factor,
    Interplay,
    Pathway,
    Source,
    Stance,
    State,
)
from medcheck.store import sql
from medcheck.store.reader import Reader
from medcheck.store.values import SourceUse, association_of, factor_of, pathway_of, state_of

__all__ = ["Statements"]


class Statements:
    """The documented half of a store, by what it is about and by where it stands."""

    def __init__(self, reader: Reader) -> None:
        self._rows = reader.rows
        self._sources: dict[str, Source | None] = {}
        self._stances: tuple[Stance, ...] | None = None
        self._alternatives: tuple[Alternative, ...] | None = None

    def associations(self, subject_kind: str, subject: str) -> tuple[Association, ...]:
        """What is documented about a class or an ingredient itself, in the order of the ids."""
        return tuple(map(association_of, self._rows(sql.ASSOCIATIONS, (subject_kind, subject))))

    def ingredients_spoken_of(self) -> frozenset[str]:
        """The ingredients with a statement, a pathway or a caution of their own."""
        return frozenset(row[0] for row in self._rows(sql.INGREDIENTS_SPOKEN_OF))

    def pathways(self, subject_kind: str, subject: str) -> tuple[Pathway, ...]:
        """The states that a class or an ingredient is documented to lead to."""
        return tuple(map(pathway_of, self._rows(sql.PATHWAYS, (subject_kind, subject))))

    def association(self, association_id: str) -> Association | None:
        """One documented statement."""
        rows = self._rows(sql.ASSOCIATION, (association_id,))
        return association_of(rows[0]) if rows else None

    def pathway(self, pathway_id: str) -> Pathway | None:
        """One hop from a medicine to a state."""
        rows = self._rows(sql.PATHWAY, (pathway_id,))
        return pathway_of(rows[0]) if rows else None

    def stances(self) -> tuple[Stance, ...]:
        """Every side taken on a claim on which sources disagree."""
        if self._stances is None:
            self._stances = tuple(Stance(*row) for row in self._rows(sql.STANCES))
        return self._stances

    def alternatives(self) -> tuple[Alternative, ...]:
        """Every option that a source names for the same purpose."""
        if self._alternatives is None:
            self._alternatives = tuple(Alternative(*row) for row in self._rows(sql.ALTERNATIVES))
        return self._alternatives

    def interplay(self) -> tuple[Interplay, ...]:
        """Every pair of medicines that is documented to bear on each other."""
        return tuple(Interplay(*row) for row in self._rows(sql.INTERPLAY))

    def states(self) -> tuple[State, ...]:
        """Every body state that a pathway can lead to."""
        return tuple(map(state_of, self._rows(sql.STATES)))

    def state(self, state_id: str) -> State | None:
        """One state."""
        rows = self._rows(sql.STATE, (state_id,))
        return state_of(rows[0]) if rows else None

    def cautions(self, subject_kind: str, subject: str) -> tuple[Caution, ...]:
        """The standing advice that goes with a class or an ingredient itself."""
        return tuple(Caution(*row) for row in self._rows(sql.CAUTIONS, (subject_kind, subject)))

    def factors(self) -> tuple[Factor, ...]:
        """What the documents name beside medicines."""
        return tuple(map(factor_of, self._rows(sql.FACTORS)))

    def sources(self) -> tuple[Source, ...]:
        """Every source, in the order of their ids."""
        return tuple(Source(*row) for row in self._rows(sql.SOURCES))

    def source(self, source_id: str) -> Source | None:
        """One source."""
        if source_id not in self._sources:
            rows = self._rows(sql.SOURCE, (source_id,))
            self._sources[source_id] = Source(*rows[0]) if rows else None
        return self._sources[source_id]

    def associations_of_source(self, source_id: str) -> tuple[Association, ...]:
        """Every statement that names the source: as its own, as one that says the same, as read in it."""
        return tuple(map(association_of, self._rows(sql.ASSOCIATIONS_OF_SOURCE, {"source": source_id})))

    def use_of_source(self, source_id: str) -> SourceUse:
        """Everything that rests on the source, each table in the order of its ids."""
        asked = {"source": source_id}
        return SourceUse(
            self.associations_of_source(source_id),
            tuple(map(pathway_of, self._rows(sql.PATHWAYS_OF_SOURCE, asked))),
            tuple(map(state_of, self._rows(sql.STATES_OF_SOURCE, asked))),
            tuple(map(factor_of, self._rows(sql.FACTORS_OF_SOURCE, asked))),
            tuple(Alternative(*row) for row in self._rows(sql.ALTERNATIVES_OF_SOURCE, asked)),
            tuple(Interplay(*row) for row in self._rows(sql.INTERPLAY_OF_SOURCE, asked)),
            dict(self._rows(sql.COUNTS_OF_SOURCE, asked)),
        )

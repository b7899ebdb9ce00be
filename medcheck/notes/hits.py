"""A name found in a text, before anything is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from medcheck.model import Name
from medcheck.notes.plausible import Kind, kind_of
from medcheck.text import NormalizedName

if TYPE_CHECKING:
    from medcheck.match import MatchOutcome
    from medcheck.store import Store

__all__ = ["Hit", "Reading", "Readings"]


class Reading(NamedTuple):
    """What a folded name may mean, and what sort of name it is."""

    rows: tuple[Name, ...]
    kind: Kind


class Hit(NamedTuple):
    """A name at ``start`` to ``end``; ``key`` is "" for a combination read from its parts."""

    start: int
    end: int
    key: str
    readings: Reading
    guess: MatchOutcome | None = None

    @property
    def kind(self) -> Kind:
        """What sort of name it is."""
        return self.readings.kind


class Readings:
    """The rows of names, each asked of the store once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Reading] = {}

    def of(self, key: str) -> Reading:
        """The reading of one folded name."""
        found = self._known.get(key)
        if found is None:
            rows = self._store.names(NormalizedName(key))
            found = self._known[key] = Reading(rows, kind_of(key, rows))
        return found

    @staticmethod
    def tied(one: Hit, other: Hit) -> Reading:
        """The reading of two names that a slash makes one medicine."""
        kind = Kind(one.kind.weak and other.kind.weak, False, False, False, True)
        return Reading(one.readings.rows + other.readings.rows, kind)

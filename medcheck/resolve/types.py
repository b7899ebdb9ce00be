"""What resolving gives: the parts of a line, each with its meanings, and how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from medcheck.model import DrugClass, Exposure, Ingredient, Method, Name, TraceStep, Why

if TYPE_CHECKING:
    from medcheck.match import Candidate
    from medcheck.text import CompactName, NormalizedName

__all__ = ["NameStore", "ResolvedMeaning", "ResolvedPart"]


class NameStore(Protocol):
    """What resolving asks of :class:`medcheck.store.Store`."""

    def names(self, key: NormalizedName, /) -> tuple[Name, ...]: ...

    def names_compact(self, key: CompactName, /) -> tuple[Name, ...]: ...

    def not_drug(self, key: NormalizedName, /) -> str | None: ...

    def code(self, code: str, /) -> str | None: ...

    def coded(self, text: str, /) -> tuple[Name, ...]: ...

    def ingredient(self, ingredient_id: str, /) -> Ingredient | None: ...

    def drug_class(self, class_id: str, /) -> DrugClass | None: ...

    def names_of_ingredient(self, ingredient_id: str, /) -> tuple[Name, ...]: ...

    def confusions(self, key: NormalizedName, /) -> tuple[tuple[str, str], ...]: ...


class ResolvedMeaning(NamedTuple):
    """One reading of a name; ``read_as`` is the name it was corrected to, if it was."""

    name: Name
    method: Method
    score: float = 1.0
    read_as: str | None = None
    why: Why | None = None


class ResolvedPart(NamedTuple):
    """One medicine (or one thing not recognised) of a line.

    ``text`` is the piece of the line it was read from. Without ``meanings`` nothing was
    recognised; then ``suggestions`` may hold names near it, and ``not_drug_reason`` may say
    why it is no medicine. ``doubts`` are readings that count beside the meanings where something
    else is documented of them.
    """

    text: str
    meanings: tuple[ResolvedMeaning, ...] = ()
    corrected: bool = False
    suggestions: tuple[Candidate, ...] = ()
    exposure: Exposure = Exposure.UNKNOWN
    exposure_words: str = ""
    days_since: int | None = None
    notes: tuple[str, ...] = ()
    trace: tuple[TraceStep, ...] = ()
    route: str = ""
    not_drug_reason: str | None = None
    doubts: tuple[ResolvedMeaning, ...] = ()

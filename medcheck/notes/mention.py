"""One medicine in a text: where it stands, what it means, and what the text says of it."""

from __future__ import annotations

from dataclasses import dataclass

from medcheck.model import Exposure, Meaning, Resolution, Verdict

__all__ = ["Mention"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text, with its meanings and findings as a report has them.

    ``start`` and ``end`` count Unicode code points from 0, ``end`` is exclusive, and
    ``text`` is exactly what stands there. ``exposure_words`` are the words that decided the
    exposure (a section's heading where the section did) and ``exposure_span`` their place.
    Mentions are plain values: comparable, hashable, picklable.
    """

    start: int
    end: int
    text: str
    name: str
    kind: str
    resolution: Resolution
    exposure: Exposure
    verdict: Verdict | None
    meanings: tuple[Meaning, ...]
    section: str = ""
    exposure_words: str = ""
    exposure_span: tuple[int, int] | None = None
    days_since: int | None = None

    @property
    def read_as(self) -> str | None:
        """The name a misspelling was read as, or ``None``."""
        return next((m.read_as for m in self.meanings if m.read_as), None)

    @property
    def is_negated(self) -> bool:
        """Whether the text says it is not taken, or that the person must not have it."""
        return self.exposure in (Exposure.NEGATED, Exposure.ALLERGY)

    @property
    def is_historical(self) -> bool:
        """Whether it was taken and is not taken any more."""
        return self.exposure is Exposure.STOPPED

    @property
    def is_hypothetical(self) -> bool:
        """Whether it is planned, considered or conditional."""
        return self.exposure is Exposure.PLANNED

    @property
    def is_family(self) -> bool:
        """Whether somebody else takes it."""
        return self.exposure is Exposure.FAMILY

"""One medicine in a text: where it stands, what it means, and what the text says of it."""

from __future__ import annotations

from typing import Any, NamedTuple, NoReturn, Protocol

from medcheck.model import Exposure, Meaning, Resolution, Verdict

__all__ = ["Facts", "Mention"]


class Facts(NamedTuple):
    """Everything about a mention besides its place."""

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


class _Scene(Protocol):
    def facts(self, number: int, /) -> Facts: ...


class Mention:
    """A name found in a text, with its meanings and findings as a report has them.

    ``start`` and ``end`` count Unicode code points from 0, ``end`` is exclusive, and
    ``text`` is exactly what stands there. ``exposure_words`` are the words that decided the
    exposure (a section's heading where the section did) and ``exposure_span`` their place.

    A mention is a value: it cannot be changed, compares by what it says, is hashable and
    picklable. What is said of it and what is documented is worked out when first asked for,
    so that finding names in many texts costs no more than finding names; until then the
    mention holds on to its text.
    """

    __slots__ = ("_facts", "_number", "_scene", "end", "start", "text")

    start: int
    end: int
    text: str
    _facts: Facts | None
    _scene: _Scene | None
    _number: int

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        facts: Facts | None = None,
        scene: _Scene | None = None,
        number: int = 0,
    ) -> None:
        _START(self, start)
        _END(self, end)
        _TEXT(self, text)
        _FACTS(self, facts)
        _SCENE(self, scene)
        _NUMBER(self, number)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a mention cannot be changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a mention cannot be changed: {name}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mention):
            return NotImplemented
        place = (self.start, self.end, self.text)
        return place == (other.start, other.end, other.text) and self.facts == other.facts

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.text))

    def __reduce__(self) -> tuple[type[Mention], tuple[int, int, str, Facts]]:
        return Mention, (self.start, self.end, self.text, self.facts)

    def __repr__(self) -> str:
        return f"Mention({self.start}, {self.end}, {self.text!r}, {self.exposure.value}, {self.verdict})"

    @property
    def facts(self) -> Facts:
        """Everything besides the place, as one value."""
        facts = self._facts
        if facts is None:
            assert self._scene is not None
            facts = self._scene.facts(self._number)
            _FACTS(self, facts)
            _SCENE(self, None)
        return facts

    @property
    def name(self) -> str:
        """The name as the dataset has it."""
        return self.facts.name

    @property
    def kind(self) -> str:
        """What sort of name it is: brand, generic, class_term, substance ..."""
        return self.facts.kind

    @property
    def resolution(self) -> Resolution:
        """How it was understood."""
        return self.facts.resolution

    @property
    def exposure(self) -> Exposure:
        """What the text says of the person and this medicine."""
        return self.facts.exposure

    @property
    def verdict(self) -> Verdict | None:
        """The headline, for taking it or for having stopped it."""
        return self.facts.verdict

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """Every reading of the name, judged."""
        return self.facts.meanings

    @property
    def section(self) -> str:
        """The kind of section it stands in: medications, allergies, plan ... or ""."""
        return self.facts.section

    @property
    def exposure_words(self) -> str:
        """The words that decided the exposure."""
        return self.facts.exposure_words

    @property
    def exposure_span(self) -> tuple[int, int] | None:
        """Where those words stand; ``None`` where a section's heading decided, or nothing."""
        return self.facts.exposure_span

    @property
    def days_since(self) -> int | None:
        """How many days ago it was stopped, where the text says so."""
        return self.facts.days_since

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

    def to_dict(self) -> dict[str, Any]:
        """This mention with its findings, in the form of the JSON contract."""
        from medcheck.render.mentions import mention_to_dict

        return mention_to_dict(self)


_START, _END, _TEXT, _FACTS, _SCENE, _NUMBER = (
    vars(Mention)[name].__set__ for name in ("start", "end", "text", "_facts", "_scene", "_number")
)
"""What fills the slots: a mention's own assignment is shut."""

"""The one object that ties the rooms together: open a dataset, then check, describe, find."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medcheck._version import __version__
from medcheck.answers import Answers
from medcheck.assess import list_findings
from medcheck.model import (
    Coverage,
    DatasetInfo,
    Description,
    DrugClass,
    Entry,
    Exposure,
    Factor,
    Report,
    Resolution,
    Source,
)
from medcheck.overlay import open_store, wanted
from medcheck.resolve import NameStore, ResolvedPart, resolve_line
from medcheck.store import SHIPPED, Store

if TYPE_CHECKING:
    from medcheck.match import NameIndex
    from medcheck.notes import Mention, Scanner

__all__ = ["DISCLAIMER", "REGIONS", "KnowledgeBase", "count_coverage"]

REGIONS: tuple[str, ...] = ("US", "CA", "UK", "IE", "AU", "NZ", "IN", "EU")
"""The regions a name can be asked for."""

DISCLAIMER = (
    "This compares each medicine with what is documented about restless legs syndrome (RLS). "
    "It does not check interactions between medicines, doses, allergies, pregnancy or kidney function. "
    "It is information, not advice: do not start, stop or change a medicine because of it."
)
"""The one constant disclaimer of every report."""

_NOT_TAKEN = frozenset({Exposure.ALLERGY, Exposure.NEGATED, Exposure.FAMILY})
_REMEMBERED_LINES = 50_000
_REMEMBERED_LENGTH = 500


def count_coverage(entries: Iterable[Entry]) -> Coverage:
    """Count each entry once: by verdict, or as ambiguous, unrecognised or not taken."""
    kinds = [_counted_as(entry) for entry in entries]
    if len(kinds) == 1:
        return _single(kinds[0])
    counts = dict.fromkeys(Coverage._fields, 0)
    for kind in kinds:
        counts["entries"] += 1
        counts[kind] += 1
    return Coverage(**counts)


@cache
def _single(kind: str) -> Coverage:
    return Coverage(entries=1, **{kind: 1})


def _counted_as(entry: Entry) -> str:
    if entry.resolution is Resolution.UNRECOGNISED or entry.verdict is None:
        return "unrecognised"
    if entry.exposure in _NOT_TAKEN:
        return "not_taken"
    return "ambiguous" if entry.resolution is Resolution.AMBIGUOUS else str(entry.verdict.value)


class KnowledgeBase:
    """A compiled dataset, opened read-only, and everything that can be asked of it.

    Open it once and use it everywhere: it is safe to share between threads. Another process gets it
    as the paths it was opened with, and opens those again: it can be pickled.

    >>> kb = KnowledgeBase.open()
    >>> kb.check("Tylenol PM 2 tabs qhs").entries[0].verdict.value
    'worsens'
    """

    def __init__(
        self, store: Store, index: NameIndex | None = None, overlays: Iterable[str | Path] = ()
    ) -> None:
        self._store = store
        self._overlays = tuple(os.path.abspath(overlay) for overlay in overlays)  # noqa: PTH100
        self._index: NameIndex = index if index is not None else store
        self._names: NameStore = store
        self._answers = Answers(store)
        self._lines: dict[tuple[str, str | None], tuple[ResolvedPart, ...]] = {}
        self._scanner: Scanner | None = None

    @classmethod
    def open(
        cls,
        path: str | Path | None = None,
        *,
        in_memory: bool = False,
        overlays: Iterable[str | Path] | None = None,
    ) -> KnowledgeBase:
        """Open a compiled store: the shipped one, or ``path``, or what ``MEDCHECK_DB`` names.

        ``in_memory`` loads the whole name index first (about a second), which makes millions of
        look-ups faster; the answers are the same.

        ``overlays`` are laid over the dataset: directories with a pharmacy's own tables, the first
        before the second, and files made by ``medcheck data add-rxnorm`` or ``add-ndc``. ``None`` takes
        what ``MEDCHECK_OVERLAY`` names and what was added on this computer; ``()`` takes nothing.

        Raises:
            StoreError: a file is missing, foreign, of another version or damaged.
            DataError: an overlay's tables break a rule.
        """
        chosen = path or os.environ.get("MEDCHECK_DB") or None
        over = wanted() if overlays is None else list(overlays)
        store = open_store(chosen, over) if over else Store.open(chosen)
        base = cls(store, overlays=over)
        if in_memory:
            base.load_index()
        return base

    def __reduce__(self) -> tuple[Any, ...]:
        if self._store.overlays and not self._overlays:
            raise TypeError("this KnowledgeBase was not made by KnowledgeBase.open, so it cannot be pickled")
        path = None if self._store.path == SHIPPED else os.path.abspath(self._store.path)  # noqa: PTH100
        return _opened_again, (type(self), path, self._overlays, self._index is not self._store)

    def load_index(self) -> None:
        """Load the whole name index into memory (about a second, 80 MiB); the answers stay the same."""
        from medcheck.match import MemoryIndex
        from medcheck.resolve.remembered import RememberedNames

        if self._index is self._store:
            index = MemoryIndex.from_store(self._store)
            store = self._store
            store.load_ingredients()
            rows = None if store.overlays else store.all_names()
            self._names = RememberedNames(store, index, store.not_drug_keys(), store.confused_keys(), rows)
            self._index = index

    def check(self, names: str | Iterable[str], region: str | None = None) -> Report:
        """Check one name or many; each string is one entry, in order, nothing dropped.

        ``region`` is one of :data:`REGIONS`; without one every region's meanings are shown.

        Raises:
            ValueError: the region is not one of :data:`REGIONS`.
            TypeError: a name is no string.
        """
        return self.check_lines(enumerate(_strings(names), start=1), region)

    def check_lines(self, lines: Iterable[tuple[int, str]], region: str | None = None) -> Report:
        """Check numbered lines; a line that holds several medicines gives an entry for each."""
        entries = tuple(self.iter_entries(lines, region))
        return Report(
            medcheck=__version__,
            dataset=self.info(),
            disclaimer=DISCLAIMER,
            coverage=count_coverage(entries),
            entries=entries,
            region=_known_region(region),
            list_findings=list_findings(self._store, entries),
            overlays=self._store.overlays,
        )

    def iter_entries(
        self, lines: Iterable[tuple[int, str]], region: str | None = None, *, remember: bool = True
    ) -> Iterator[Entry]:
        """The entries of numbered lines one by one, for streams too long for one report.

        ``remember`` keeps how the lines were read, for those that come again.
        """
        region = _known_region(region)
        read = self._resolve if remember else self._read
        for number, line in lines:
            parts = read(line, region)
            for position, part in enumerate(parts, start=1):
                text = line if len(parts) == 1 else part.text
                yield self._answers.entry(text, number, position, part, region)

    def scan(self, text: str, region: str | None = None, fuzzy: bool = True) -> tuple[Mention, ...]:
        """Every medicine that a free text mentions, with its exact place and what is said of it.

        ``fuzzy`` also reads misspelled names, in words that are no English and stand like a medicine.

        >>> [m.text for m in KnowledgeBase.open().scan("She denies taking Ambien.")]
        ['Ambien']
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}{_cure(text)}")
        return tuple(self.scanner().scan(text, _known_region(region), fuzzy))

    def scanner(self) -> Scanner:
        """What :meth:`scan` uses, for texts too long for one string; made at the first call."""
        if self._scanner is None:
            from medcheck.notes import Scanner

            self._scanner = Scanner(self._store, self._index, self._answers)
        return self._scanner

    def describe(self, name: str, region: str | None = None) -> Description:
        """Everything the dataset holds on a name: ingredients, classes, every statement."""
        from medcheck.profiles import class_profile, ingredient_profile

        region = _known_region(region)
        entry = next(self.iter_entries([(1, name)], region))
        ingredients = dict.fromkeys(i.id for m in entry.meanings for i in m.ingredients)
        classes = dict.fromkeys(m.class_id for m in entry.meanings if m.class_id)
        profiles = (ingredient_profile(self._store, self._answers, i, region) for i in ingredients)
        class_profiles = (class_profile(self._store, self._answers, c) for c in classes)
        return Description(
            query=name,
            entry=entry,
            ingredients=tuple(p for p in profiles if p),
            classes=tuple(p for p in class_profiles if p),
        )

    def classes(self) -> tuple[DrugClass, ...]:
        """Every drug class of the dataset."""
        return self._store.classes()

    def sources(self) -> tuple[Source, ...]:
        """Every source of the dataset."""
        return self._store.sources()

    def factors(self) -> tuple[Factor, ...]:
        """The non-drug causes and helps that the five documents name."""
        return self._store.factors()

    def info(self) -> DatasetInfo:
        """Which dataset answers: version, release date, SHA-256."""
        return self._store.info()

    @property
    def store(self) -> Store:
        """The compiled store behind the answers."""
        return self._store

    def _resolve(self, line: str, region: str | None) -> tuple[ResolvedPart, ...]:
        known = self._lines.get((line, region))
        if known is None:
            known = self._read(line, region)
            if len(line) <= _REMEMBERED_LENGTH:
                if len(self._lines) >= _REMEMBERED_LINES:
                    self._lines.clear()
                self._lines[(line, region)] = known
        return known

    def _read(self, line: str, region: str | None) -> tuple[ResolvedPart, ...]:
        return resolve_line(line, self._index, self._names, region)


def _strings(names: str | Iterable[str]) -> Iterator[str]:
    if isinstance(names, str):
        yield names
        return
    if isinstance(names, bytes) or not isinstance(names, Iterable):
        raise TypeError(
            f"names must be a str or an iterable of str, not {type(names).__name__}{_cure(names)}"
        )
    for place, name in enumerate(names):
        if not isinstance(name, str):
            raise TypeError(f"names[{place}] must be a str, not {type(name).__name__}{_cure(name)}")
        yield name


def _cure(value: object) -> str:
    if isinstance(value, bytes):
        return "; decode it first"
    return '; give "" where there is nothing' if value is None else ""


def _opened_again(
    kind: type[KnowledgeBase], path: str | None, overlays: tuple[str, ...], in_memory: bool
) -> KnowledgeBase:
    return kind.open(path or SHIPPED, in_memory=in_memory, overlays=overlays)


def _known_region(region: str | None) -> str | None:
    if not region:
        return None
    if not isinstance(region, str):
        raise TypeError(f"region must be a str, one of {', '.join(REGIONS)}, not {type(region).__name__}")
    chosen = region.upper()
    if chosen not in REGIONS:
        raise ValueError(f"unknown region {region!r}: use one of {', '.join(REGIONS)}")
    return chosen

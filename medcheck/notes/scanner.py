"""Finds every medicine in a text: names, then plausibility, then what is said of each.

A form feed ends everything: the text after it is read as if it stood alone. Nothing is kept
between calls but caches that do not change an answer, so one scanner serves many threads.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from medcheck.answers import STOPPED, Answers
from medcheck.model import Entry, Exposure, Method
from medcheck.notes.context import Said, read_sentence
from medcheck.notes.folding import Folded, fold
from medcheck.notes.guesses import Guesses
from medcheck.notes.hits import Hit, Readings
from medcheck.notes.mention import Mention
from medcheck.notes.plausible import follows, is_finding, is_person, stands_for_dose
from medcheck.notes.sections import DEFAULTS, NO_SECTION, Section, Sections
from medcheck.notes.sentences import sentence_starts
from medcheck.notes.vocabulary import Found, Vocabulary
from medcheck.resolve import ResolvedMeaning, ResolvedPart, resolve_line

if TYPE_CHECKING:
    from medcheck.match import NameIndex
    from medcheck.store import Store

__all__ = ["Scanner"]

_GAP: Final = re.compile(r"[ \t]*(?:[ \t\-\u2010-\u2013/&+.'’]|\r?\n)[ \t]*|[ \t]*(?:\band\b|&)[ \t]*|[\u0300-\u036f]+")
_TIES: Final = ("/", "-", "+", " / ", " + ", "-/", "/ ")
_SUPPORTING: Final = frozenset(("medications", "allergies", "stopped"))
_REMEMBERED: Final = 50_000


class Scanner:
    """Reads texts with one dataset; safe to share between threads."""

    def __init__(self, store: Store, index: NameIndex, answers: Answers) -> None:
        self._store = store
        self._index = index
        self._answers = answers
        self._vocabulary = Vocabulary(store)
        self._readings = Readings(store)
        self._guesses = Guesses(store, index, self._vocabulary)
        self._judged: dict[tuple[str, str, str | None, bool], Entry | None] = {}

    def scan(self, text: str, region: str | None = None, fuzzy: bool = True) -> Iterator[Mention]:
        """The mentions of ``text``, from left to right, none inside another."""
        for mentions, _ in self.scan_parts(text, region, fuzzy):
            yield from mentions

    def scan_parts(
        self, text: str, region: str | None, fuzzy: bool, offset: int = 0, section: Section = NO_SECTION
    ) -> Iterator[tuple[list[Mention], Section]]:
        """The mentions between form feeds, each with the section the part ends in.

        ``offset`` is added to every position; ``section`` is what the text begins in. Long files
        are scanned block by block with them.
        """
        for part in text.split("\f"):
            yield self._scan(part, offset, region, fuzzy, section)
            section = NO_SECTION
            offset += len(part) + 1

    # --- one part ---------------------------------------------------------------------------

    def _scan(
        self, text: str, offset: int, region: str | None, fuzzy: bool, before: Section
    ) -> tuple[list[Mention], Section]:
        folded = fold(text)
        words = folded.text.split()
        hits = list(self._names(text, folded, words))
        if fuzzy:
            hits = self._guesses.add(text, folded, words, hits)
        sections = Sections(text, self._holds_name, before)
        if not hits:
            return [], sections.all[-1]
        starts = sentence_starts(text)
        mentions: list[Mention] = []
        at = 0
        while at < len(hits):
            section = sections.at(hits[at].start)
            here = bisect_right(starts, hits[at].start)
            begin = max(starts[here - 1], section.body if section.body <= hits[at].start else section.start)
            end = starts[here] if here < len(starts) else len(text)
            last = at + 1
            while last < len(hits) and hits[last].start < end:
                last += 1
            if sections.at(hits[last - 1].start) is not section:
                last = at + 1 + sum(sections.at(h.start) is section for h in hits[at + 1 : last])
            if hits[at].start >= section.body:
                mentions.extend(self._sentence(text, begin, end, hits[at:last], section, offset, region))
            at = last
        return mentions, sections.all[-1]

    def _holds_name(self, heading: str) -> bool:
        words = fold(heading).text.split()
        return any(r.key for found in self._vocabulary.find(words) for r in found)

    def _names(self, text: str, folded: Folded, words: list[str]) -> Iterator[Hit]:
        """The known names, longest first, with their places."""
        plain = folded.text
        position = done = 0
        for readings in self._vocabulary.find(words):
            shortest = readings[-1]
            while True:
                position = plain.find(f" {words[shortest.first]} ", position)
                ends = _ends(plain, position + 1, words[shortest.first : readings[0].last])
                if len(ends) >= shortest.last - shortest.first:
                    break
                position += 1
            start = position + 1
            position += 1
            if start < done:
                continue
            for found in readings:
                size = found.last - found.first
                if size > len(ends):
                    continue
                end = ends[size - 1]
                if size == 1 or self._is_joined(text, folded, plain, start, end, found, words):
                    done = end
                    if found.key:
                        first, last = folded.span(text, start, end)
                        yield Hit(first, last, found.key, self._readings.of(found.key))
                    break

    def _is_joined(
        self, text: str, folded: Folded, plain: str, start: int, end: int, found: Found, words: list[str]
    ) -> bool:
        """Whether nothing but spaces, hyphens and the like stands between the words of a name."""
        at = start
        for word in words[found.first : found.last]:
            begin = plain.index(word, at)
            if begin > at and at > start:
                a, b = folded.span(text, at, begin)
                gap = text[a:b].strip("®™©")
                if not _GAP.fullmatch(gap):
                    return False
                if "." in gap and at - start > 4:
                    return False
            at = begin + len(word)
        inside = words[found.first : found.last]
        if "and" in inside:
            pieces = " ".join(inside).split(" and ")
            return not all(piece in self._vocabulary.keys for piece in pieces)
        return True

    # --- one sentence -----------------------------------------------------------------------

    def _sentence(
        self, text: str, begin: int, end: int, hits: list[Hit], section: Section, offset: int, region: str | None
    ) -> Iterator[Mention]:
        kept = [
            hit
            for hit in hits
            if not is_finding(text, hit.start, hit.end, hit.kind, section.kind) and not is_person(text, hit.start)
        ]
        kept = self._tied(text, kept)
        if not kept:
            return
        said = read_sentence(text, begin, end, [(hit.start, hit.end) for hit in kept])
        counted = [self._counts(text, hit, kept, what, section) for hit, what in zip(kept, said, strict=True)]
        if not all(counted):
            kept = [hit for hit, counts in zip(kept, counted, strict=True) if counts]
            said = read_sentence(text, begin, end, [(hit.start, hit.end) for hit in kept]) if kept else []
        for hit, what in zip(kept, said, strict=True):
            mention = self._mention(text, hit, what, section, offset, region)
            if mention is not None:
                yield mention

    def _counts(self, text: str, hit: Hit, hits: Sequence[Hit], said: Said, section: Section) -> bool:
        """Whether a name that needs support has it."""
        if not hit.kind.weak:
            return True
        surface = text[hit.start : hit.end]
        dosed = stands_for_dose(text, hit.start, hit.end)
        if hit.kind.short:
            if dosed or (section.kind in _SUPPORTING and (surface.isupper() or len(hits) > 1)):
                return True
            return surface.isupper() and len(surface) > 2 and said.exposure is not Exposure.UNKNOWN
        if dosed or section.kind in _SUPPORTING:
            return True
        if said.exposure not in (Exposure.UNKNOWN, Exposure.FAMILY):
            return said.span is not None and _near(text, said.span, hit)
        return any(
            not other.kind.weak and _LISTED.fullmatch(text[min(a.end, b.end) : max(a.start, b.start)])
            for other in hits
            if other is not hit
            for a, b in [(other, hit)]
        )

    def _tied(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Join "oxycodone/acetaminophen" to one hit, and drop a salt word after its medicine."""
        done: list[Hit] = []
        for hit in hits:
            before = done[-1] if done else None
            gap = text[before.end : hit.start] if before else ""
            if before is None or len(gap) > 3:
                done.append(hit)
            elif gap in _TIES and before.kind.generic and hit.kind.generic and not before.guess and not hit.guess:
                done[-1] = Hit(before.start, hit.end, "", self._readings.tied(before, hit))
            elif gap == " " and hit.kind.analyte and hit.kind.weak and not before.kind.analyte:
                if follows(text, hit.end) and stands_for_dose(text, hit.start, hit.end):
                    done[-1] = Hit(before.start, before.end, before.key, before.readings, before.guess)
                continue
            else:
                done.append(hit)
        return done

    # --- one mention ------------------------------------------------------------------------

    def _mention(
        self, text: str, hit: Hit, said: Said, section: Section, offset: int, region: str | None
    ) -> Mention | None:
        exposure, span, words = said.exposure, said.span, ""
        default = DEFAULTS.get(section.kind)
        if default is not None and (exposure is Exposure.UNKNOWN or _overrides(section.kind, exposure)):
            exposure, span, words = default, None, section.heading
        elif span is not None:
            words = text[span[0] : span[1]]
            span = (span[0] + offset, span[1] + offset)
        surface = text[hit.start : hit.end]
        stopped = exposure in STOPPED
        entry = self._entry(surface, hit, region, stopped)
        if entry is None:
            return None
        return Mention(
            hit.start + offset,
            hit.end + offset,
            surface,
            entry.meanings[0].name,
            entry.meanings[0].kind,
            entry.resolution,
            exposure,
            entry.verdict,
            entry.meanings,
            section.kind,
            words,
            span,
            said.days if stopped else None,
        )

    def _entry(self, surface: str, hit: Hit, region: str | None, stopped: bool) -> Entry | None:
        """The judged name; each is judged once for a region and for taken or stopped."""
        key = (hit.key, "" if hit.key and not hit.guess else surface, region, stopped)
        if key in self._judged:
            return self._judged[key]
        part = self._part(surface, hit, region)
        entry = None
        if part is not None and part.meanings:
            exposure = Exposure.STOPPED if stopped else Exposure.UNKNOWN
            entry = self._answers.entry(surface, 1, 1, replace(part, exposure=exposure), region)
        if len(self._judged) >= _REMEMBERED:
            self._judged.clear()
        self._judged[key] = entry
        return entry

    def _part(self, surface: str, hit: Hit, region: str | None) -> ResolvedPart | None:
        parts = resolve_line(hit.key or surface, self._index, self._store, region)
        found = parts[0] if len(parts) == 1 and parts[0].meanings else None
        if found is None or hit.guess is None or hit.guess.accepted is None:
            return found
        read_as = found.meanings[0].name.name
        return replace(
            found,
            corrected=True,
            meanings=tuple(
                ResolvedMeaning(m.name, Method.FUZZY, hit.guess.accepted.similarity, read_as, hit.guess.why)
                for m in found.meanings
            ),
        )


_LISTED: Final = re.compile(
    r"[ \t\n]*(?:\d[\w./% ]*)?(?:[,/+&;]|\band\b|\bor\b|\bwith\b|\bplus\b|,[ \t]*and\b)[ \t\n]*(?:an?[ \t]|some[ \t]|his[ \t]|her[ \t])?", re.I
)


def _ends(plain: str, start: int, words: Sequence[str]) -> list[int]:
    """Where each of ``words`` ends if they stand one after another from ``start``; fewer if they do not."""
    ends = []
    at = start
    for word in words:
        while plain[at : at + 1] == " ":
            at += 1
        if not plain.startswith(word, at) or plain[at + len(word) : at + len(word) + 1] != " ":
            break
        at += len(word)
        ends.append(at)
    return ends


def _near(text: str, span: tuple[int, int], hit: Hit) -> bool:
    gap = text[span[1] : hit.start] if span[1] <= hit.start else text[hit.end : span[0]]
    return gap.count(" ") <= 4


def _overrides(section: str, exposure: Exposure) -> bool:
    """Whether a section's own meaning stands against what the sentence says."""
    if section == "family":
        return True
    if section == "allergies":
        return exposure not in (Exposure.NEGATED, Exposure.ALLERGY, Exposure.FAMILY)
    return section == "stopped" and exposure is Exposure.TAKING

"""Finds every medicine in a text: names, then plausibility, then what is said of each.

A form feed ends everything: the text after it is read as if it stood alone. Nothing is kept
between calls but caches that do not change an answer, so one scanner serves many threads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from medcheck.answers import Answers
from medcheck.model import Entry, Exposure, Method
from medcheck.notes.folding import Folded, fold
from medcheck.notes.guesses import Guesses
from medcheck.notes.hits import Hit, Readings
from medcheck.notes.listing import DOSE_WORDS
from medcheck.notes.mention import Mention
from medcheck.notes.scene import Scene
from medcheck.notes.sections import NO_SECTION, Section, Sections, kind_of_line
from medcheck.notes.vocabulary import Found, Vocabulary
from medcheck.resolve import ResolvedMeaning, ResolvedPart, resolve_line

if TYPE_CHECKING:
    from medcheck.match import NameIndex
    from medcheck.store import Store

__all__ = ["Scanner"]

_SPACE: Final = r"[^\S\r\n\f]*"
_GAP: Final = re.compile(rf"{_SPACE}(?:[^\S\r\n\f]|[-\u2010-\u2013/&+.'’‘´ʼ`]|\r?\n|\band\b){_SPACE}")
_UNSEEN: Final = re.compile(r"[®™©\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad]")
_TIES: Final = ("/", "-", "+", " / ", " + ", "-/", "/ ")
_WIDEST: Final = 40
"""Characters between two words of one name."""
_REMEMBERED: Final = 50_000
_ENDINGS: Final = frozenset(("inh", "mag", "sod", "succ", "sulf", "tart"))
"""Short forms that in small letters end the name before them: "salbutamol inh", "metoprolol succ"."""


class Scanner:
    """Reads texts with one dataset; safe to share between threads."""

    def __init__(self, store: Store, index: NameIndex, answers: Answers) -> None:
        self._store = store
        self._index = index
        self._answers = answers
        self.vocabulary = Vocabulary(store)
        self._readings = Readings(store)
        self._guesses = Guesses(store, index, self.vocabulary)
        self._headings: dict[tuple[str, bool], str] = {}
        self._judged: dict[tuple[str, str, str | None, bool], Entry] = {}

    def scan(self, text: str, region: str | None = None, fuzzy: bool = True) -> Iterator[Mention]:
        """The mentions of ``text``, from left to right, none inside another."""
        offset = 0
        for part in text.split("\f"):
            yield from self._scan(part, offset, region, fuzzy, NO_SECTION)[0]
            offset += len(part) + 1

    def scan_block(
        self, text: str, region: str | None, fuzzy: bool, offset: int, section: Section
    ) -> tuple[list[Mention], Section]:
        """The mentions of a piece of a longer text, and the section that the piece ends in.

        ``offset`` is added to every position; ``section`` is what the piece begins in.
        """
        found: list[Mention] = []
        for number, part in enumerate(text.split("\f")):
            mentions, sections = self._scan(part, offset, region, fuzzy, NO_SECTION if number else section)
            found.extend(mentions)
            offset += len(part) + 1
        return found, sections().all[-1]

    # --- one part ---------------------------------------------------------------------------

    def _scan(
        self, text: str, offset: int, region: str | None, fuzzy: bool, before: Section
    ) -> tuple[list[Mention], Callable[[], Sections]]:
        sections: list[Sections] = []

        def sections_of() -> Sections:
            if not sections:
                sections.append(Sections(text, self._opens, before))
            return sections[0]

        folded = fold(text)
        words = folded.text.split()
        hits = list(self._names(text, folded, words))
        if fuzzy:
            hits = self._guesses.add(text, folded, words, hits)
        if not hits:
            return [], sections_of
        hits = self._tied(text, hits, region)
        scene = Scene(text, offset, hits, sections_of, partial(self._entry, region))
        scene.keep()
        return [
            Mention(hit.start + offset, hit.end + offset, text[hit.start : hit.end], None, scene, number)
            for number, hit in enumerate(scene.hits)
        ], sections_of

    def _opens(self, heading: str, opened: bool) -> str:
        """:func:`kind_of_line`, remembered."""
        key = (heading, opened)
        kind = self._headings.get(key)
        if kind is None:
            if len(self._headings) >= _REMEMBERED:
                self._headings.clear()
            kind = self._headings[key] = kind_of_line(heading, opened, self._holds_name)
        return kind

    def _holds_name(self, heading: str) -> bool:
        words = fold(heading).text.split()
        return any(r.key for found in self.vocabulary.find(words) for r in found)

    def _names(self, text: str, folded: Folded, words: list[str]) -> Iterator[Hit]:
        """The known names, longest first, with their places."""
        plain = folded.text
        position = done = 0
        for readings in self.vocabulary.find(words):
            shortest = readings[-1]
            word = words[shortest.first]
            if len(readings) == 1 and shortest.last - shortest.first == 1:
                position = plain.find(f" {word} ", position) + 1
                if position >= done:
                    done = position + len(word)
                    if shortest.key:
                        yield self._hit(text, folded, position, done, shortest.key)
                continue
            while True:
                position = plain.find(f" {word} ", position) + 1
                ends = _ends(plain, position, words[shortest.first : readings[0].last])
                if len(ends) >= shortest.last - shortest.first:
                    break
            if position < done:
                continue
            for found in readings:
                size = found.last - found.first
                if size > len(ends):
                    continue
                if size == 1 or self._is_joined(text, folded, plain, position, found, words):
                    if (
                        size > 1
                        and words[found.last - 1] in DOSE_WORDS
                        and self._says_no_more(found, readings[-1])
                    ):
                        continue
                    done = ends[size - 1]
                    if found.key:
                        yield self._hit(text, folded, position, done, found.key)
                    break

    def _says_no_more(self, longer: Found, shorter: Found) -> bool:
        """Whether the last word of a name is only its form ("nitroglycerin tablets")."""
        if not longer.key or not shorter.key or shorter.last != longer.last - 1:
            return False

        def meaning(key: str) -> set[tuple[tuple[str, ...], str, frozenset[str]]]:
            return {(row.targets, row.route, row.flags) for row in self._readings.of(key).rows}

        return meaning(longer.key) == meaning(shorter.key)

    def _hit(self, text: str, folded: Folded, start: int, end: int, key: str) -> Hit:
        if folded.is_plain:
            return Hit(start - 1, end - 1, key, self._readings.of(key))
        first, last = folded.span(text, start, end)
        return Hit(first, last, key, self._readings.of(key))

    def _is_joined(
        self, text: str, folded: Folded, plain: str, start: int, found: Found, words: list[str]
    ) -> bool:
        """Whether nothing but spaces, hyphens and the like stands between the words of a name."""
        at = start
        for word in words[found.first : found.last]:
            begin = plain.index(word, at)
            if begin > at and at > start:
                a, b = folded.span(text, at, begin)
                if b - a > _WIDEST:
                    return False
                gap = _UNSEEN.sub("", text[a:b])
                if not _GAP.fullmatch(gap):
                    return False
                if "." in gap and not 2 <= at - start <= 3:
                    return False
            at = begin + len(word)
        inside = words[found.first : found.last]
        if "and" in inside:
            pieces = " ".join(inside).split(" and ")
            return not all(piece in self.vocabulary.keys for piece in pieces)
        return True

    # --- one mention ------------------------------------------------------------------------

    def _tied(self, text: str, hits: list[Hit], region: str | None) -> list[Hit]:
        """Join "oxycodone/acetaminophen" to one hit, and drop a salt word after its medicine."""
        done: list[Hit] = []
        for hit in hits:
            before = done[-1] if done else None
            gap = text[before.end : hit.start] if before else ""
            if before is None or len(gap) > 3:
                done.append(hit)
            elif (
                gap in _TIES
                and before.kind.generic
                and hit.kind.generic
                and not before.guess
                and not hit.guess
            ):
                both = Hit(before.start, hit.end, "", self._readings.tied(before, hit))
                whole = self._part(text[both.start : both.end], both, region) is not None
                done[-1:] = [both] if whole else [before, hit]
            elif gap == " " and hit.kind.analyte and hit.kind.weak and not before.kind.analyte:
                continue
            elif gap == " " and before.kind.generic and text[hit.start : hit.end] in _ENDINGS:
                continue  # "salbutamol inh", "metoprolol succ"
            else:
                done.append(hit)
        return done

    def _entry(self, region: str | None, surface: str, hit: Hit, stopped: bool) -> Entry:
        """The judged name; each is judged once for a region and for taken or stopped."""
        key = (hit.key, "" if hit.key and not hit.guess else surface, region, stopped)
        entry = self._judged.get(key)
        if entry is None:
            part = self._part(surface, hit, region)
            assert part is not None
            exposure = Exposure.STOPPED if stopped else Exposure.UNKNOWN
            entry = self._answers.entry(surface, 1, 1, part._replace(exposure=exposure), region)
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
        return found._replace(
            corrected=True,
            meanings=tuple(
                ResolvedMeaning(m.name, Method.FUZZY, hit.guess.accepted.similarity, read_as, hit.guess.why)
                for m in found.meanings
            ),
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

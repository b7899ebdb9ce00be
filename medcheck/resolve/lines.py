"""The long way through a line: the medicines its names make, and what is said of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from medcheck.exposure import read_exposure
from medcheck.exposure.finding import CueHit
from medcheck.model import Exposure, Method, TraceStep
from medcheck.resolve.compose import Medicine, group
from medcheck.resolve.doubts import doubtful, may_be_another
from medcheck.resolve.endings import with_endings
from medcheck.resolve.headed import parted
from medcheck.resolve.naming import NamedLine
from medcheck.resolve.readings import rows_of
from medcheck.resolve.regions import for_region, merge
from medcheck.resolve.spans import Hit
from medcheck.resolve.together import own_pieces, sold_together
from medcheck.resolve.trace import trace_of
from medcheck.resolve.types import NameStore, ResolvedMeaning, ResolvedPart
from medcheck.resolve.unknown import SHORTEST_UNKNOWN
from medcheck.sig import Token, route_of
from medcheck.sig.words import EXTENSIONS

if TYPE_CHECKING:
    from medcheck.match import NameIndex

__all__ = ["resolve_words"]

_CORRECTING: Final = (Method.FUZZY, Method.TRUNCATED)
_COLORS: Final = frozenset(["black", "blue", "brown", "green", "red", "white", "yellow"])
_SHAPES: Final = frozenset(["oblong", "oval", "round", "square"])
_DOSED: Final = ("form", "frequency", "number", "strength", "unit")


class _Parts(NamedLine):
    """The parts of one line."""

    def parts(self) -> tuple[ResolvedPart, ...]:
        """One part for each medicine, and for each thing that must be one and is not known."""
        self.cues = with_endings(self.tokens, self.hits, self.store, self.cues)
        medicines = group(self.tokens, self.hits, sold_together(self.store))
        self.tokens = own_pieces(self.tokens, [(a.last, b.first) for a, b in pairwise(medicines)])
        self.pieces = [t.piece for t in self.tokens]
        items: list[tuple[int, Medicine | list[int]]] = [(m.first, m) for m in medicines]
        items.extend((run[0], run) for run in self._strangers(len(items)))
        items.sort(key=lambda item: item[0])
        if not items:
            return (self._nothing(),)
        starts = [self._starts_at(items, n) for n in range(len(items))]
        stops = [*starts[1:], len(self.tokens)]
        return tuple(
            self._medicine_part(item, a, b, len(items))
            if isinstance(item, Medicine)
            else self._stranger_part(item, a, b)
            for (_, item), a, b in zip(items, starts, stops, strict=True)
        )

    def _strangers(self, medicines: int) -> list[list[int]]:
        """What stands like a medicine beside medicines and is not known."""
        if self.understood:
            return []
        runs = [
            run
            for run in self.tied_runs()
            if max(len(self.tokens[at].key) for at in run) >= SHORTEST_UNKNOWN and self._is_slashed(run)
        ]
        tied = {at for run in runs for at in run}
        runs.extend([at] for at in (self.leftovers() if medicines else ()) if at not in tied)
        if medicines:
            runs.extend(self.unknown(p, False) for p in self.nameless_pieces() if self._is_item(p, medicines))
        return runs

    def _is_slashed(self, run: Sequence[int]) -> bool:
        at = self._after(run)
        after = self.tokens[at].joiner if at < len(self.tokens) else ""
        return self.tokens[run[0]].joiner in ("/", "+") or after in ("/", "+")

    def _is_item(self, piece: int, medicines: int) -> bool:
        """Whether a piece without a known name stands in the list like a medicine.

        Among several medicines a few unknown words are enough; beside a single one they must
        come first in their piece and be followed by nothing but a dose, a form or a time.
        """
        words = [t for t in self.tokens if t.piece == piece and t.category not in ("joiner", "status")]
        unknown = [t for n, t in enumerate(words) if t.is_word or _colors(words[n : n + 2])]
        if not 1 <= len(unknown) <= 3 or max(len(t.key) for t in unknown) < 4:
            return False
        if any(t.category == "prose" and t not in unknown for t in words) or any(t.bracket for t in unknown):
            return False
        if all(t.key in EXTENSIONS or t.key in _COLORS or t.key in _SHAPES for t in unknown):
            return False  # "Sinus & Allergy ...", "sertraline, blue oval"
        small = sum(t.category == "noise" for t in words)
        if medicines > 1:
            return small <= 1
        return (
            small == 0
            and words[0] in unknown
            and (len(words) == len(unknown) or words[-1].category in _DOSED)
        )

    def _starts_at(self, items: Sequence[tuple[int, object]], n: int) -> int:
        """The first word of part ``n``: where its piece begins, or its name if the piece is shared."""
        if n == 0:
            return 0
        at, before = items[n][0], items[n - 1][0]
        piece = self.tokens[at].piece
        if self.tokens[before].piece == piece:
            return at
        while at > 0 and self.tokens[at - 1].piece == piece:
            at -= 1
        return at

    def _slice(self, first: int, last: int) -> str:
        """The text of the words ``first`` to ``last``, with a closing bracket that follows."""
        while last - 1 > first and self.tokens[last - 1].category == "joiner":
            last -= 1
        end = self.tokens[last - 1].end
        while end < len(self.text) and self.text[end] in ")]}":
            end += 1
        return self.text[self.tokens[first].start : end]

    def _medicine_part(self, medicine: Medicine, first: int, last: int, count: int) -> ResolvedPart:
        notes: list[str] = []
        in_force = []
        for hit in medicine.hits:
            rows = hit.rows
            if not medicine.confirming:
                rows, said = for_region(rows, self.region)
                notes.extend(n for n in said if n not in notes)
            in_force.append(merge(rows))
        rows = merge(rows_of(self.tokens, medicine, in_force))
        if medicine.confirming and len(rows) > 1:
            rows, said = for_region(rows, self.region)
            notes.extend(said)
        notes.extend(medicine.notes)
        guessed = next((hit for hit in medicine.hits if hit.guess is not None), None)
        method = guessed.method if guessed else self._method(medicine)
        meanings = tuple(
            ResolvedMeaning(
                row,
                method,
                _score(guessed),
                guessed.rows[0].name if guessed else None,
                guessed.guess.why if guessed and guessed.guess else None,
            )
            for row in rows
        )
        exposure, said_words, days = self._exposure(
            medicine.hits[0].first,
            medicine.hits[-1].last,
            medicine.hits[0].generic or medicine.hits[0].is_class,
            medicine.all_hits,
        )
        left = [t.text for t in self.tokens[first:last] if t.is_word and not t.bracket and not self._named(t)]
        if left:
            notes.append(f'Not understood in this line: "{" ".join(left)}".')
        return ResolvedPart(
            self.text.strip() if count == 1 else self._slice(first, last),
            meanings,
            corrected=guessed is not None and method in _CORRECTING,
            exposure=exposure,
            exposure_words=said_words,
            days_since=days,
            notes=tuple(notes),
            trace=trace_of(self.tokens, first, last, medicine, rows),
            route=route_of(self.tokens[first:last]),
            doubts=self._doubts(medicine),
        )

    def _doubts(self, medicine: Medicine) -> tuple[ResolvedMeaning, ...]:
        """What the name may be besides; nothing if another word of the line confirms it."""
        found = tuple(d for hit in medicine.hits for d in doubtful(self.store, hit.doubts, self.region))
        first = medicine.hits[0]
        if found or medicine.confirming or len(medicine.hits) > 1:
            return found
        accepted = first.guess.accepted if first.guess else None
        key = accepted.key.key if accepted else first.key
        return may_be_another(first.rows, key, self.guesser.index, self.store, self.region)

    def _named(self, token: Token) -> bool:
        return any(self.tokens[h.first].start <= token.start < self.tokens[h.last - 1].end for h in self.hits)

    @staticmethod
    def _method(medicine: Medicine) -> Method:
        if len(medicine.hits) > 1:
            return Method.PARTS
        return medicine.hits[0].method

    def _exposure(
        self, first: int, last: int, generic: bool, own: Sequence[Hit] = ()
    ) -> tuple[Exposure, str, int | None]:
        """What the line says of the words; "allergy" after a brand is a part of its name.

        A change from one of a medicine's ``own`` names to another is none ("Lexapro -> escitalopram").
        """
        begin, end = min((h.first for h in own), default=first), max((h.last for h in own), default=last)
        cues = [
            c
            for c in self.cues
            if (generic or c.cue.side == "before" or not self._names_a_product(c))
            and not (c.cue.reach == "turn" and begin < c.first and c.last < end)
        ]
        reading = read_exposure(
            self.words,
            first,
            last,
            cues=cues,
            clauses=self.clauses,
            pieces=self.pieces,
            mentions=[(h.first, h.last) for h in self.hits],
        )
        words = " ... ".join(self._slice(a, b).rstrip(")]}") for a, b in reading.spans)
        return reading.exposure, words, reading.days_since

    def _names_a_product(self, found: CueHit) -> bool:
        """Whether a cue is a bare "allergy" right behind a name, as in "Advil Allergy"."""
        token = self.tokens[found.first]
        bare = found.cue.phrase in (("allergy",), ("allergies",)) and not token.joiner and not token.bracket
        return bare and found.first not in self.harmed and self.text[token.end : token.end + 1] != ":"

    def _stranger_part(self, run: list[int], first: int, last: int) -> ResolvedPart:
        exposure, said_words, days = self._exposure(run[0], run[-1] + 1, True)
        return ResolvedPart(
            self._slice(first, last),
            suggestions=self.guesser.suggestions(self.tokens, run),
            exposure=exposure,
            exposure_words=said_words,
            days_since=days,
            trace=trace_of(self.tokens, first, last, None, ()),
        )

    def _nothing(self) -> ResolvedPart:
        """Nothing in the line is known: say why if that is known, and what it may have meant."""
        run = [at for at, t in enumerate(self.tokens) if t.is_word]
        reason = self.reason
        if reason is None and run:
            reason = self._not_drug(run)
        return ResolvedPart(
            self.text.strip(),
            suggestions=self.guesser.suggestions(self.tokens, run) if run and reason is None else (),
            trace=trace_of(self.tokens, 0, len(self.tokens), None, ()),
            not_drug_reason=reason,
        )


def _colors(words: Sequence[Token]) -> bool:
    """Whether a colour begins a name that no list knows: "red yeast rice", not "red tablet"."""
    return len(words) > 1 and words[0].key in _COLORS and words[1].is_word and not words[1].joiner


def _score(guessed: Hit | None) -> float:
    if guessed is None or guessed.guess is None or guessed.guess.accepted is None:
        return 1.0
    return guessed.guess.accepted.similarity


def resolve_words(
    text: str, was_cut: bool, index: NameIndex, store: NameStore, region: str | None
) -> tuple[ResolvedPart, ...]:
    """Resolve ``text`` by its words; ``was_cut`` says that the line went on."""
    line = _Parts(parted(text, store), index, store, region)
    line.find_names()
    parts = line.parts()
    if not was_cut:
        return parts
    note = f"The line is very long: only its first {len(text):,} characters were read."
    step = TraceStep("dropped", "", "the rest of a very long line")
    return (*parts[:-1], parts[-1]._replace(notes=(*parts[-1].notes, note), trace=(*parts[-1].trace, step)))

"""The words of a line that no name has taken, and which of them may be names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from medcheck.exposure import CueHit, find_cues
from medcheck.resolve.guess import Guesser
from medcheck.resolve.headed import below, headings
from medcheck.resolve.spans import Hit, Lookup
from medcheck.resolve.types import NameStore
from medcheck.sig import parse
from medcheck.text import normalize

if TYPE_CHECKING:
    from medcheck.match import NameIndex

__all__ = ["SHORTEST_UNKNOWN", "TYING", "LineOfWords"]

SHORTEST_UNKNOWN: Final = 5
"""Letters of a word joined to a name by a slash that may be a medicine of its own."""

TYING: Final = ("/", "+", "-")


class LineOfWords:
    """One line as words, with the names found in it so far."""

    def __init__(self, text: str, index: NameIndex, store: NameStore, region: str | None) -> None:
        self.text = text
        self.store = store
        self.region = region
        self.lookup = Lookup(store)
        self.guesser = Guesser(index, store, region)
        tokens = parse(text).tokens
        heading = headings(text, tokens)
        self.tokens = below(tokens, heading)
        self.words = [t.key for t in self.tokens]
        self.clauses = [t.clause for t in self.tokens]
        self.pieces = [t.piece for t in self.tokens]
        self.cues: tuple[CueHit, ...] = (*heading, *find_cues(self.words))
        if "?" in text:
            self.cues = tuple(c for c in self.cues if c.cue.reach not in ("turn", "turned"))
        self.reason: str | None = None
        self.hits: list[Hit] = []
        self.excluded: list[Hit] = []  # what the line says is not in it
        self.harmed: set[int] = set()  # where the words for a reaction begin
        self.understood = False  # whether no word is left that could be a name

    def unknown(self, piece: int, bracketed: bool) -> list[int]:
        """The words of a piece that are of no list and in no name."""
        named = {at for hit in self.hits for at in range(hit.first, hit.last)}
        return [
            at
            for at, t in enumerate(self.tokens)
            if t.piece == piece and t.is_word and at not in named and bool(t.bracket) == bracketed
        ]

    def nameless_pieces(self) -> list[int]:
        """The pieces that hold no name and yet words that may be one."""
        with_names = {self.tokens[at].piece for hit in self.hits for at in range(hit.first, hit.last)}
        found = [p for p in dict.fromkeys(self.pieces) if p not in with_names and self.run(p)]
        return [p for p in found if self._not_drug(self.run(p)) is None]

    def _not_drug(self, run: Sequence[int]) -> str | None:
        return self.store.not_drug(normalize(" ".join(self.words[at] for at in run)))

    def run(self, piece: int) -> list[int]:
        """The words of a piece that may be a misspelled name, those outside brackets first."""
        return self.unknown(piece, False) or self.unknown(piece, True)

    def tied_runs(self) -> list[list[int]]:
        """Unknown words joined to a name by a slash, a plus sign or a hyphen."""
        ends = {hit.last for hit in self.hits}
        starts = {hit.first for hit in self.hits}
        found: list[list[int]] = []
        for piece in dict.fromkeys(self.pieces):
            run: list[int] = []
            for at in self.unknown(piece, False):
                if run and (at != run[-1] + 1 or self.tokens[at].joiner):
                    found.append(run)
                    run = []
                run.append(at)
            if run:
                found.append(run)
        return [
            run
            for run in found
            if (run[0] in ends and self.tokens[run[0]].joiner in TYING)
            or (self._after(run) in starts and self.tokens[self._after(run)].joiner in TYING)
        ]

    def _after(self, run: Sequence[int]) -> int:
        """The index after a run and the salt words that follow it."""
        at = run[-1] + 1
        while at < len(self.tokens) and self.tokens[at].category == "salt" and not self.tokens[at].joiner:
            at += 1
        return at

    def _is_short_order(self, hit: Hit) -> bool:
        """Whether a short form begins the line and its dose or form follows ("Norepi gtt 0.05 ... MAP")."""
        if hit.first or hit.last >= len(self.tokens) or len(hit.key) <= SHORTEST_UNKNOWN:
            return False
        following = self.tokens[hit.last]
        dosed = following.category in ("form", "number", "route", "strength") and not following.joiner
        return dosed and all(row.kind == "abbreviation" for row in hit.rows)

    def _before_plus(self, at: int) -> bool:
        """Whether a plus sign follows the dose that begins at word ``at``."""
        while at < len(self.tokens) - 1 and self.tokens[at].category in ("number", "strength", "unit"):
            at += 1
        return at < len(self.tokens) and self.tokens[at].joiner == "+"

    def leftovers(self) -> list[int]:
        """Unknown words beside a name that are no English words: they may be medicines too."""
        pieces = {self.tokens[at].piece for hit in self.hits for at in range(hit.first, hit.last)}
        drugs = {"+".join(sorted(targets)) for hit in self.hits for targets in hit.target_sets}
        return [
            at
            for piece in sorted(pieces)
            for at in self.unknown(piece, False)
            if len(self.words[at]) >= SHORTEST_UNKNOWN
            and self.words[at].isalpha()
            and (self.guesser.is_near(self.words[at], drugs) or self._is_mineral(at))
        ]

    def _is_mineral(self, at: int) -> bool:
        """Whether the word is nearly that of a mineral and says of no name which salt it is."""
        if any(hit.last == at for hit in self.hits) and not self.tokens[at].joiner:
            return False  # "losartan potasium"
        return self.guesser.is_mineral(self.words[at])

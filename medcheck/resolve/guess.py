"""Asks the matcher for words that are no known name, and only where they must be one."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from medcheck.english import is_word
from medcheck.model import Method
from medcheck.resolve.regions import is_known_in
from medcheck.resolve.spans import Hit, reach
from medcheck.resolve.types import NameStore
from medcheck.sig import Token
from medcheck.sig.words import categories
from medcheck.text import NormalizedName, normalize

if TYPE_CHECKING:
    from medcheck.match import Candidate, IndexedKey, MatchOutcome, NameIndex, Phrase

__all__ = ["Guesser"]

_EVIDENCE: Final = frozenset(
    ["form", "frequency", "packaging", "route", "salt", "status", "strength", "unit"]
)
_DOSING: Final = frozenset(["form", "frequency", "strength", "unit"])
_MOST_WORDS: Final = 4
_MOST_UNKNOWN: Final = 24
"""Words of no list in a line beyond which it is no list of names."""

_MISREAD: Final = frozenset(["", "indication", "noise", "prose", "quantity"])
"""What a misspelled word of a name may be taken for."""

_SHORTEST_ALONE: Final = 6
_SUGGESTIONS: Final = 5
_LEAST_SIMILAR: Final = 0.75
"""How like a name a word must be that may be one although it is not certain which."""

_LIKE_A_DOSE_WORD: Final = 0.83
_LIKE_A_MINERAL: Final = 0.9
_SHORTEST_CUT: Final = 5
_MEDICINES: Final = ("arginine", "calcium", "lysine", "magnesium", "potassium")
"""Salt words that are medicines of their own."""


@cache
def _dose_words() -> tuple[str, ...]:
    """Salt and form words, which are misspelled too ("metoprolol tartate")."""
    return tuple(
        word
        for word, category in categories().items()
        if category in ("form", "frequency", "salt") and len(word) > 4 and word not in _MEDICINES
    )


class Guesser:
    """The matcher as the resolver uses it: one line's worth of questions, each asked once."""

    def __init__(self, index: NameIndex, store: NameStore, region: str | None = None) -> None:
        self.index = index
        self._store = store
        self._region = region
        self._known: dict[str, MatchOutcome] = {}

    def hit(self, tokens: Sequence[Token], run: Sequence[int], context: Sequence[Token]) -> Hit | None:
        """The name that the words at ``run`` are a misspelling of, if it can only be one.

        All the words together may always be a name. One of several words is corrected only
        beside words of a medication line (a strength, a form, "twice daily" ...), and nothing
        is corrected in a sentence without such words.
        """
        if not run or len(run) > _MOST_WORDS:
            return None
        evidence = any(t.category in _EVIDENCE or t.category == "number" for t in context)
        if not evidence and any(t.category == "prose" for t in context):
            return None
        for part in self._readings(run, evidence):
            if not self._may_be_one_name(tokens, part, run):
                continue
            key = " ".join(tokens[at].key for at in part)
            if self._store.names(NormalizedName(key)):
                continue  # known, and not meant here
            outcome = self.nearest(key)
            if outcome.accepted is not None:
                rows = self._store.names(outcome.accepted.key.key)
                if rows and is_known_in(rows, self._region):  # a name of elsewhere is only suggested
                    return Hit(part[0], part[-1] + 1, key, rows, outcome.method, False, False, outcome)
        return None

    @staticmethod
    def _may_be_one_name(tokens: Sequence[Token], part: Sequence[int], run: Sequence[int]) -> bool:
        """Whether the words at ``part`` may be a misspelled name, the rest of ``run`` not being understood.

        Ordinary words written together are none ("no pain": Nopan), and beside words that nobody
        understands a name must be followed by a dose, a form or a time ("Esika Hydracolor").
        """
        if len(part) > 1 and all(is_word(tokens[at].key) or len(tokens[at].key) < 3 for at in part):
            return False
        if len(part) == len(run) or part[-1] + 1 >= len(tokens):
            return len(part) == len(run)
        following = tokens[part[-1] + 1]
        return following.category in _DOSING or (following.category == "number" and not following.joiner)

    def phrases(self, tokens: Sequence[Token], hits: Sequence[Hit]) -> list[Phrase]:
        """The names of several words around each word that ``hits`` leave, misspelled in that word alone.

        "tylenol with cxdeine 4" is one name and not "tylenol" beside something not understood; and
        "inulin glargine" is one, not two substances that stand side by side.
        """
        covered = {at for hit in hits for at in range(hit.first, hit.last)}
        left = [at for at, t in enumerate(tokens) if t.category in _MISREAD and at not in covered]
        unknown = [at for at in left if tokens[at].is_word] or list(_side_by_side(tokens, hits))
        if not unknown or len(tokens) < 2 or len(unknown) > _MOST_UNKNOWN:
            return []
        from medcheck.match import Phrases

        words = ["" if t.key == "and" else t.key for t in tokens]
        asked = Phrases(self.index, words, self._guard())
        found: list[Phrase] = []
        for at in [*unknown, *(at for at in left if not tokens[at].is_word)]:
            if not any(phrase.first <= at < phrase.last for phrase in found):
                found.extend(asked.around(at, *reach(tokens, at)))
        return found

    def phrase_hit(self, phrase: Phrase) -> Hit | None:
        """A phrase that is certain, as a name of the line."""
        accepted, outcome = phrase.outcome.accepted, phrase.outcome
        rows = self._store.names(accepted.key.key) if accepted else ()
        if not rows or not is_known_in(rows, self._region):
            return None
        return Hit(phrase.first, phrase.last, outcome.typed, rows, outcome.method, False, False, outcome)

    def extended(self, hit: Hit, words: Sequence[str], last: int) -> Hit | None:
        """The product that ``hit`` and the ``words`` after it name together, misspelled or not.

        Where the spelling is corrected, the product must hold something that the name alone holds.
        """
        end = " ".join(words)
        named = [hit.key, *(row.name for row in hit.rows)]
        if hit.guess is not None and hit.guess.accepted is not None:
            named.insert(0, hit.guess.accepted.key.key)
        for name in dict.fromkeys(str(normalize(n)) for n in named):
            rows = self._store.names(NormalizedName(f"{name} {end}"))
            if rows:
                method = hit.method if hit.guess or name == hit.key else Method.SPACING
                return hit._replace(last=last, key=f"{hit.key} {end}", rows=rows, method=method)
        key = f"{hit.key} {end}"
        outcome = self.nearest(key)
        found = outcome.accepted
        if found is None or outcome.method is not Method.FUZZY or not found.key.key.endswith(words[-1]):
            return None
        if hit.guess is None and not found.key.key.startswith(f"{hit.key} "):
            return None  # "Ibuprofen Plus" is no slip in "Cuprofen Plus"
        rows = self._store.names(found.key.key)
        if not any(a.intersection(row.targets) for row in rows for a in hit.target_sets):
            return None
        if not is_known_in(rows, self._region):
            return None
        return hit._replace(last=last, key=key, rows=rows, method=outcome.method, guess=outcome)

    def is_near(self, key: str, named: Container[str] = ()) -> bool:
        """Whether the word is no English word and a medicine's name is within reach of it.

        Not if that medicine is one of those ``named`` (as :attr:`IndexedKey.drugs` has them).
        """
        found = self.nearest(key).candidates
        if found and any(drug in named for drug in found[0].key.drugs):
            return False
        if not found or found[0].distance > 2 or found[0].similarity < _LEAST_SIMILAR or is_word(key):
            return False
        return not self.is_dose_word(key)

    @staticmethod
    def is_dose_word(key: str) -> bool:
        """Whether the word is a salt or form word misspelled or cut off ("dihydrochl")."""
        if len(key) >= _SHORTEST_CUT and any(word.startswith(key) for word in _dose_words()):
            return True
        from difflib import get_close_matches

        return bool(get_close_matches(key, _dose_words(), 1, _LIKE_A_DOSE_WORD))

    @staticmethod
    def is_mineral(key: str) -> bool:
        """Whether the word is nearly a salt word that is a medicine too ("potasium")."""
        from difflib import get_close_matches

        return key not in categories() and bool(get_close_matches(key, _MEDICINES, 1, _LIKE_A_MINERAL))

    @staticmethod
    def _readings(run: Sequence[int], evidence: bool) -> list[Sequence[int]]:
        readings: list[Sequence[int]] = []
        if run[-1] - run[0] + 1 == len(run):
            readings.append(run)
        if len(run) > 1 and evidence:
            readings.extend([at] for at in run)
        elif not readings and len(run) == 1:
            readings.append(run)
        return readings

    def suggestions(self, tokens: Sequence[Token], run: Sequence[int]) -> tuple[Candidate, ...]:
        """Names near the words at ``run``: of all together, then of each, one per medicine."""
        whole = " ".join(tokens[at].key for at in run[:_MOST_WORDS])
        alone = [tokens[at].key for at in run[: 2 * _MOST_WORDS] if len(tokens[at].key) >= _SHORTEST_ALONE]
        return self.offered(dict.fromkeys([whole, *alone]))

    def offered(self, keys: Iterable[str]) -> tuple[Candidate, ...]:
        """Names near each of the folded texts, one per medicine."""
        best: dict[tuple[str, ...], Candidate] = {}
        for key in keys:
            for candidate in self.nearest(key).candidates:
                best.setdefault(candidate.key.drugs, candidate)
        return tuple(best.values())[:_SUGGESTIONS]

    def nearest(self, key: str) -> MatchOutcome:
        """What the matcher says of a folded text."""
        found = self._known.get(key)
        if found is None:
            from medcheck.match import closest

            found = closest(
                self.index, NormalizedName(key), limit=_SUGGESTIONS, look_alike_guard=self._guard()
            )
            self._known[key] = found
        return found

    def _guard(self) -> Callable[[IndexedKey, IndexedKey], bool]:
        """Names that regulators warn of are never corrected into one another."""

        def warned(accepted: IndexedKey, rival: IndexedKey) -> bool:
            pairs = self._store.confusions(accepted.key)
            return any(normalize(other) == rival.key for other, _ in pairs)

        return warned


def corrected(method: Method) -> bool:
    """Whether a match by this method changed what was typed."""
    return method in (Method.FUZZY, Method.TRUNCATED)


def _side_by_side(tokens: Sequence[Token], hits: Sequence[Hit]) -> Iterator[int]:
    """The words that are names of their own and stand beside another with nothing between."""
    ordered = sorted(hits, key=lambda hit: hit.first)
    for one, two in pairwise(ordered):
        if one.last == two.first and not tokens[two.first].joiner:
            yield from (hit.first for hit in (one, two) if hit.last - hit.first == 1)

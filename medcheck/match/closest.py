"""From a spelling that is no known name to the one medicine it must mean, or to suggestions.

What was typed is compared without its spaces with the names that the deletion index brings.
It is *answered* only when it is near enough for its length and nearer than any other drug;
everything else becomes a suggestion. These rules carry the safety:

* one edit away: answered only if no other drug's name is within one edit too. Whatever one
  letter does to a name, the name is within one edit: no second drug can win it;
* names that may not be corrected into (``fuzzy`` False) still stand in the way of others;
* a medicine with one drug more or fewer is another medicine;
* the beginning of a name in use is not taken for a slip in another drug's name;
* an ordinary English word is not a misspelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from medcheck.english import is_english, is_word
from medcheck.fragments import PREFIX, IndexedKey, fragments
from medcheck.match.nearby import SHORTEST, Candidate, by_distance, completions, further, measure
from medcheck.model import Method, Why
from medcheck.text import NormalizedName

__all__ = ["Candidate", "Guard", "MatchOutcome", "NameIndex", "closest", "in_use_near", "slip"]

SHORTEST_TWO_EDITS = 7
"""Letters below which two edits are not answered."""

SURE_ONE_EDIT, SURE_TWO_EDITS = 0.82, 0.85
"""The least score (0 to 1, not a probability) at which one or two edits are answered."""

SURE_SHORT = 0.89
"""The same for 5 letters and one edit, and for 7 or 8 letters and two edits."""

SHORTEST_JOINED = 8
"""Letters for each edit below which one word is no slip in a name of several ("crontab": iron tab)."""

MARGIN = 0.045
"""How much the score must exceed that of any other drug."""

SHORTEST_TRUNCATED = 6
"""Letters at the beginning of a name that may stand for all of it."""

LEAST_TRUNCATED = 0.4
"""The least share of the name's letters that may stand for all of it."""

ENOUGH = 3
"""Suggestions beyond which no further ones are sought."""

Guard = Callable[[IndexedKey, IndexedKey], bool]
"""Whether the first key must not be answered because the second is in reach too."""


class NameIndex(Protocol):
    """Where the names are: the store, or :class:`medcheck.match.MemoryIndex`.

    An index may also have ``fragment_keys_sized(fragments, least, most)``, the same without
    names of fewer or more letters; it is used where there are many names to leave out.
    """

    def fragment_keys(self, fragments: Sequence[str], /) -> list[IndexedKey]: ...


class MatchOutcome(NamedTuple):
    """What came of a look-up: at most one accepted name, and the other drugs in reach.

    ``method`` is ``FUZZY`` or ``TRUNCATED``, and ``EXACT`` where nothing was accepted.
    ``candidates`` are ranked best first, one for each drug; ``declined`` says in a word why
    the first of them was not accepted (``""`` if one was, or none came).
    """

    typed: str
    accepted: Candidate | None
    method: Method
    candidates: tuple[Candidate, ...]
    declined: str = ""

    @property
    def why(self) -> Why | None:
        """How the accepted name was judged, or ``None``."""
        best = self.accepted
        if best is None:
            return None
        rival = next((c for c in self.candidates if _another(c.key, best.key)), None)
        return Why(
            typed=self.typed,
            matched=best.key.key,
            distance=best.distance,
            similarity=best.similarity,
            runner_up=rival.key.key if rival else None,
            runner_up_similarity=rival.similarity if rival else None,
            margin=round(best.score - rival.score, 4) if rival else None,
            parts=(
                ("edit cost", best.cost),
                ("in use", round(best.score - best.similarity, 4)),
                ("score", best.score),
            ),
        )


def closest(
    index: NameIndex, typed: NormalizedName, *, limit: int = 5, look_alike_guard: Guard | None = None
) -> MatchOutcome:
    """The one name that ``typed`` must be a misspelling or a beginning of, or suggestions.

    ``typed`` is no known name: exact names are found before. ``look_alike_guard`` can refuse
    more (pairs that regulators warn of), never allow more.
    """
    text = typed.replace(" ", "")
    size = len(text)
    if size < SHORTEST - 1:
        return MatchOutcome(typed, None, Method.EXACT, (), "too short")
    asked = _one_less(text)
    keys = index.fragment_keys(asked)
    near = measure(text, keys, 1)
    best = _first_fuzzy(near)
    if best:
        sure = SURE_SHORT if size == SHORTEST else SURE_ONE_EDIT
        declined = _objection(typed, best, near, sure, look_alike_guard)
        if not declined and _begins_another(typed, text, best.key, keys):
            declined = "the beginning of another"
        if size >= SHORTEST and not declined:
            return MatchOutcome(typed, best, Method.FUZZY, _distinct(best, near, limit))
    whole = completions(text, keys) if size >= SHORTEST else []
    begins = bool(whole) and size >= SHORTEST_TRUNCATED and not _any_other(near, whole[0].key)
    if begins and not (_differ(text, whole, keys, look_alike_guard) or is_english(typed)):
        return MatchOutcome(typed, whole[0], Method.TRUNCATED, _distinct(whole[0], whole, limit))
    wide_keys = _wide_keys(index, text, asked, keys)
    wide = measure(text, wide_keys, 2)
    if not best:
        best = _first_fuzzy(wide)
        sure = SURE_SHORT if size < SHORTEST_TWO_EDITS + 2 else SURE_TWO_EDITS
        declined = _objection(typed, best, wide, sure, look_alike_guard) if best else "nothing near"
        if best and not declined:
            if size < SHORTEST_TWO_EDITS:
                declined = "too short"
            elif begins or not best.key.marketed or _begins_another(typed, text, best.key, keys):
                declined = "not sure"
            else:
                return MatchOutcome(typed, best, Method.FUZZY, _distinct(best, wide, limit))
    declined = "too short" if size < SHORTEST else declined
    wide.sort(key=by_distance)
    split = sum(c.distance <= 1 for c in wide)
    if is_english(typed):
        slips = [c for c in wide[:split] if c.key.marketed and c.key.fuzzy]
        return MatchOutcome(typed, None, Method.EXACT, _distinct(None, slips, limit), declined)
    beyond = [*whole, *wide[split:]]
    offered = _distinct(None, wide[:split], limit, beyond)
    if len(offered) < min(limit, ENOUGH):
        offered = _distinct(None, wide[:split], limit, [*beyond, *further(text, wide_keys)])
    return MatchOutcome(typed, None, Method.EXACT, offered, declined)


def slip(typed: str, keys: Sequence[IndexedKey], guard: Guard | None = None) -> MatchOutcome:
    """The name that one slip made into ``typed``; ``keys`` are all that may be so near."""
    near = measure(typed.replace(" ", ""), keys, 1)
    best = _first_fuzzy(near)
    declined = _objection(typed, best, near, SURE_ONE_EDIT, guard) if best else "nothing near"
    if best is None or declined:
        return MatchOutcome(typed, None, Method.EXACT, _distinct(None, near, ENOUGH), declined)
    return MatchOutcome(typed, best, Method.FUZZY, _distinct(best, near, ENOUGH))


def in_use_near(index: NameIndex, typed: NormalizedName) -> tuple[Candidate, ...]:
    """The names in use that a listed name would be corrected into, were it not listed: one for each drug."""
    text = typed.replace(" ", "")
    if len(text) < SHORTEST:
        return ()
    digits = [c for c in text if c.isdecimal()]
    keys = [key for key in _wide_keys(index, text, (), []) if key.marketed and key.fuzzy]
    near = [
        c
        for c in measure(text, keys, 2)
        if c.distance
        and c.score >= (SURE_ONE_EDIT if c.distance == 1 else SURE_TWO_EDITS)
        and (c.distance == 1 or len(text) >= SHORTEST_TWO_EDITS)
        and [x for x in c.key.compact if x.isdecimal()] == digits
    ]
    return _distinct(None, near, ENOUGH)


def _first_fuzzy(found: Sequence[Candidate]) -> Candidate | None:
    """The best that may be answered at all."""
    for candidate in found:
        if candidate.key.fuzzy:
            return candidate
    return None


def _one_less(text: str) -> list[str]:
    """``fragments(text, 1)``, made faster: nearly every look-up needs no more."""
    start = text[:PREFIX]
    return [start, *[start[:at] + start[at + 1 :] for at in range(len(start))]]


def _wide_keys(index: NameIndex, text: str, asked: Sequence[str], keys: list[IndexedKey]) -> list[IndexedKey]:
    """The keys that may be two edits from ``text``: many, so an index that can picks the lengths.

    ``asked`` are the fragments that have brought ``keys`` already; a key may come twice.
    """
    pieces = tuple(fragments(text, 2).difference(asked))
    sized: Callable[[Sequence[str], int, int], list[IndexedKey]] | None
    sized = getattr(index, "fragment_keys_sized", None)
    more = sized(pieces, len(text) - 2, len(text) + 2) if sized else index.fragment_keys(pieces)
    return keys + more


def _any_other(found: Iterable[Candidate], key: IndexedKey) -> bool:
    """Whether any of the candidates is another drug than ``key``."""
    return any(_another(c.key, key) for c in found)


def _another(a: IndexedKey, b: IndexedKey) -> bool:
    """Whether the two do not mean exactly the same: more or fewer drugs are another medicine too."""
    return a.drugs != b.drugs


def _objection(
    typed: str, best: Candidate, found: Sequence[Candidate], sure: float, guard: Guard | None
) -> str:
    """Why ``best`` must not be answered, or ``""``; ``found`` holds every name in reach."""
    if best.score < sure:
        return "too far"
    if " " in best.key.key and " " not in typed and len(typed) < SHORTEST_JOINED * best.distance:
        return "joined and misspelled"
    for rival in found:
        if _another(rival.key, best.key):
            if rival.distance <= min(1, best.distance) or rival.score > best.score - MARGIN:
                return "too close to another"
            if guard is not None and guard(best.key, rival.key):
                return "a look-alike in reach"
    return "an English word" if is_english(typed) else ""


def _begins_another(typed: str, text: str, best: IndexedKey, keys: Iterable[IndexedKey]) -> bool:
    """Whether ``typed`` is how another drug's name begins.

    Of a name in use a part of a word is enough ("doxyla": doxylamine, Doxylar), of any other
    its first words ("probeta": Probeta LA, and not Prometa).
    """
    size = len(text)
    words = f"{typed} "
    for key in [key for key in keys if key.compact.startswith(text) and _another(key, best)]:
        if key.key.startswith(words):
            return True
        whole = len(key.key.split(" ", 1)[0])
        in_use = key.marketed and key.fuzzy
        if in_use and SHORTEST <= size < whole and size >= LEAST_TRUNCATED * whole:
            return True
    return False


def _differ(text: str, whole: Sequence[Candidate], keys: Sequence[IndexedKey], guard: Guard | None) -> bool:
    """Whether ``text`` may stand for more than one drug, or ends with a word.

    ``keys`` are asked for names of another drug that ``text`` itself begins with
    ("dopaminerg" may be dopamine and more).
    A longer name that begins with the shorter one ("amitriptyline perphenazine") does not
    count: who writes a beginning means the shorter.
    """
    best = whole[0].key
    if not best.marketed:
        return True
    size, word = 0, ""
    for word in best.key.split(" "):
        size += len(word)
        if size >= len(text):
            break
    if " " in best.key and is_word(word):
        return True  # "dispos" is no beginning of "disposable vape"
    if size == len(text) or len(text) < LEAST_TRUNCATED * len(best.compact):
        return True
    if any(
        _another(key, best) and len(key.compact) >= SHORTEST and text.startswith(key.compact) for key in keys
    ):
        return True
    shorter = tuple(f"{c.key.key} " for c in whole if not _another(c.key, best))
    return any(
        _another(c.key, best)
        and (not c.key.key.startswith(shorter) or (guard is not None and guard(best, c.key)))
        for c in whole[1:]
    )


def _distinct(
    first: Candidate | None, found: Sequence[Candidate], limit: int, beyond: Sequence[Candidate] = ()
) -> tuple[Candidate, ...]:
    """The best candidate of each drug, ``first`` before all, then those of ``found``, then ``beyond``.

    Of each, exact-only names not in use come last.
    """
    best = {first.key.drugs: first} if first else {}
    for candidates in (found, beyond):
        for readable in (True, False):
            for c in candidates:
                if c.key.drugs not in best and (c.key.fuzzy or c.key.marketed) == readable:
                    if len(best) >= limit:
                        return tuple(best.values())
                    best[c.key.drugs] = c
    return tuple(best.values())

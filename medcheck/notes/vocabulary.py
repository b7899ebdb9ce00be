"""The names a text is searched for, arranged by their first word.

Own code and no Aho-Corasick package: ``ahocorasick-rs`` finds bare names about twice as fast
(``benchmarks/notes.py`` times both in turn), but it has to be given the text with single spaces,
gives no shorter reading where a longer one does not hold, and knows no "St. John's" or "B 12": the
engine here would stay beside it, and a compiled dependency would save a sixth of a scan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from typing import Final, NamedTuple, Protocol

from medcheck.notes.words import words

__all__ = ["Found", "KeySource", "Vocabulary"]

LONGEST: Final = 16
"""Words of the longest name that is looked for in a text."""


_UNLIKELY: Final = words(
    """
    a at by is mg or
    """
)
"""No name of several words that begins so is looked for in a text: these words are everywhere."""
_NUMBERED: Final = frozenset(("fluorouracil", "fu", "mercaptopurine", "mp"))
"""What a number before it names: "6-MP"."""


_SHORTEST_OWNER: Final = 3
"""Letters of a word that an apostrophe and "s" may stand behind at the beginning of a name ("Goody's")."""


class KeySource(Protocol):
    """What the vocabulary is filled from: :class:`medcheck.store.Store`."""

    def name_keys(self) -> Iterable[tuple[str, bool]]: ...

    def not_drug_keys(self) -> Iterable[str]: ...


class Found(NamedTuple):
    """A name at words ``first`` to ``last`` (exclusive); ``key`` is "" where the words are no medicine."""

    first: int
    last: int
    key: str


class Vocabulary:
    """Every folded name of a dataset; not changed after it is made.

    Names flagged ``not_in_text`` are known words but are never found. A phrase that is no
    medicine but holds the name of one ("iron deficiency") is found as such, with no key.
    """

    def __init__(self, source: KeySource) -> None:
        keys: dict[str, str] = {}
        words: set[str] = set()
        for key, in_text in source.name_keys():
            words.update(key.split())
            if in_text:
                keys[key] = key
        for phrase in source.not_drug_keys():
            if " " not in phrase:
                words.add(phrase)  # known, so no misspelling of a name
            if phrase not in keys and _holds_a_name(phrase, keys):
                keys[phrase] = ""
        follow: dict[str, dict[str, int]] = {}
        for key in keys:
            first, _, rest = key.partition(" ")
            if rest and rest not in _NUMBERED and (first in _UNLIKELY or first.isdecimal()):
                continue
            known = follow.setdefault(first, {})
            if rest and len(first) > _SHORTEST_OWNER and first[-1] == "s":
                owner = follow.setdefault(first[:-1], {})
                owner["s"] = max(owner.get("s", 0), min(rest.count(" ") + 3, LONGEST))
            if rest:
                second, count = rest.partition(" ")[0], min(rest.count(" ") + 2, LONGEST)
                for word in {second, second[0]} if second[1:].isdecimal() else (second,):
                    known[word] = max(known.get(word, 0), count)
        for known in follow.values():
            for word in [w for w in known if w[-1] == "s" and w[:-1] in known]:
                known[word[:-1]] = max(known[word[:-1]], known[word])
        self.keys = keys
        self.words = frozenset(words)
        self._follow = follow

    def find(self, words: list[str]) -> Iterator[tuple[Found, ...]]:
        """For each place where a name begins, from left to right, its readings, the longest first.

        Places inside a longer name are given too: whether that name holds (nothing but spaces
        and the like inside it) is for the caller to see.
        """
        follow, keys = self._follow, self.keys
        padded = [*words, "", ""]
        for at in compress(range(len(words)), map(follow.__contains__, words)):
            word = words[at]
            follows = follow[word]
            if follows:
                after = padded[at + 1]
                most = follows.get(after, 0)
                if after in _JOINED:
                    most = max(most, follows.get(padded[at + 2], 0))
                if most:
                    readings = self._readings(words, at, most)
                    if readings:
                        yield readings
                    continue
            if word in keys:
                yield (Found(at, at + 1, keys[word]),)

    def _readings(self, words: list[str], at: int, most: int) -> tuple[Found, ...]:
        keys = self.keys
        found: list[Found] = []
        beside = words[at + 1 : at + most + 2]
        if _JOINED.isdisjoint(beside) and not any(map(str.isdecimal, beside)):
            for count in range(min(most, len(words) - at), 0, -1):
                key = " ".join(words[at : at + count])
                if key in keys:
                    found.append(Found(at, at + count, keys[key]))
            return tuple(found)
        for count in range(min(most + 2, len(words) - at), 0, -1):
            for key in _spellings(words[at : at + count]):
                if key in keys:
                    found.append(Found(at, at + count, keys[key]))
        return tuple(found)


_JOINING: Final = ("and", "s")
_JOINED: Final = frozenset(_JOINING)


def _holds_a_name(phrase: str, keys: dict[str, str]) -> bool:
    words = phrase.split()
    return any(
        keys.get(" ".join(words[a:b])) for a in range(len(words)) for b in range(a + 1, len(words) + 1)
    )


def _spellings(words: list[str]) -> tuple[str, ...]:
    """The keys that words of a text may stand for: "st john s wort", "vitamin b 12", "day and night".

    >>> _spellings(["st", "john", "s", "wort"])
    ('st john s wort', 'st johns wort')
    >>> _spellings(["vitamin", "b", "12"])
    ('vitamin b 12', 'vitamin b12')
    """
    plain = " ".join(words)
    if len(words) == 1 or (_JOINED.isdisjoint(words) and not any(map(str.isdecimal, words))):
        return (plain,)
    joined: list[str] = []
    for word in words:
        if word == "and" and joined:
            continue
        if joined and (word == "s" or (word.isdecimal() and len(joined[-1]) == 1)):
            joined[-1] += word
        else:
            joined.append(word)
    other = " ".join(joined)
    return (plain,) if other == plain or words[-1] == "and" else (plain, other)

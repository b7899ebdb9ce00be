"""What is told in no fixed phrase: looked for round the words that may tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final

from medcheck.notes.advice import ADVICE
from medcheck.notes.courses import COURSES, LASTED, SPANS, Finder, Places, Told
from medcheck.notes.order import SWITCHED, substituted, switched_person

__all__ = ["STORIES", "find_stories"]

_FINDERS: Final[dict[str, Finder]] = {**COURSES, **ADVICE}
_TELLING: Final = frozenset(_FINDERS) | SWITCHED | {"substituted"}
STORIES: Final = (_TELLING - SPANS) | LASTED
"""Words without which nothing is told: a length of time alone says nothing."""


def find_stories(words: Sequence[str], mentions: Places) -> Iterator[Told]:
    """What is told of the medicines named at ``mentions``, from left to right."""
    for at in compress(range(len(words)), map(_TELLING.__contains__, words)):
        finder = _FINDERS.get(words[at])
        if finder is not None:
            if told := finder(words, mentions, at):
                yield told
        elif words[at] == "substituted":
            yield from substituted(words, mentions, at)
        elif switch := switched_person(words, mentions, at):
            yield from switch

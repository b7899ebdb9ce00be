"""The words of a sentence as the rules have them, and a quick look whether any rule may fire."""

from __future__ import annotations

import re
from itertools import compress
from typing import Final

from medcheck.exposure import SWITCHING
from medcheck.notes.abbreviated import SPELLED, spelled
from medcheck.notes.beside import may_stand_beside
from medcheck.notes.cues import SKIPPED, cues_by_words
from medcheck.notes.shorthand import MARK, has_marks, is_mark, spell_marks
from medcheck.notes.story import STORIES
from medcheck.text import normalize

__all__ = ["has_cue", "words_of"]

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_PLAIN: Final = re.compile(r"[^\W_]+")
_WORD_OR_MARK: Final = re.compile(rf"{_WORD.pattern}|{MARK}")
_PLAIN_OR_MARK: Final = re.compile(rf"{_PLAIN.pattern}|{MARK}")
_SPELLED: Final = frozenset(("w", *SPELLED))
_NOT_KEPT: Final = _SPELLED | SKIPPED


def words_of(text: str, start: int, end: int) -> tuple[list[int], list[int], list[str]]:
    """Where the words and marks of ``text[start:end]`` begin and end, and how the rules have them.

    >>> words_of("w/ Zoloft → Lexapro", 0, 19)[2]
    ['with', 'zoloft', '->', 'lexapro']
    """
    marked = has_marks(text[start:end])
    found = list((_WORD_OR_MARK if marked else _WORD).finditer(text, start, end))
    written = [m.group() for m in found]
    words = _keys([spell_marks(word) for word in written] if marked else written)
    if not _SPELLED.isdisjoint(words):
        words = _spell(words)
    return [m.start() for m in found], [m.end() for m in found], words


def _spell(words: list[str]) -> list[str]:
    if "w" in words:
        _spell_with(words)
    return spelled(words)


def _spell_with(words: list[str]) -> None:
    """ "w/" is with, "w/o" is without; in place, so that every word keeps its number."""
    for at, word in enumerate(words):
        if word == "w":
            without = words[at + 1 : at + 2] == ["o"]
            words[at] = "" if without else "with"
            if without:
                words[at + 1] = "without"


def has_cue(text: str) -> bool:
    """Whether any cue's words stand in ``text``: a quick look, which may only err towards yes."""
    plain = text.lower().replace("'", "")
    if has_marks(text):
        words = [spell_marks(word) for word in _PLAIN_OR_MARK.findall(plain)]
    else:
        words = _PLAIN.findall(plain)
    if not _NOT_KEPT.isdisjoint(words):
        words = [word for word in _spell(words) if word not in SKIPPED]
    table = cues_by_words()
    following = [*words[1:], ""]
    for at in compress(range(len(words)), map(table.__contains__, words)):
        seconds = table[words[at]]
        for phrase, _ in seconds.get(following[at]) or seconds[""]:
            if len(phrase) < 3 or tuple(words[at : at + len(phrase)]) == phrase:
                return True
    if not (SWITCHING.isdisjoint(words) and STORIES.isdisjoint(words)):
        return True
    return may_stand_beside(text, words)


def _keys(words: list[str]) -> list[str]:
    """The words as the rules have them: small letters, no apostrophes, no accents."""
    joined = " ".join(words)
    if joined.isascii():
        return joined.lower().replace("'", "").split(" ") if words else []
    return [word if is_mark(word) else str(normalize(word)) for word in words]

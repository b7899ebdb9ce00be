"""Where sentences begin and end: at full stops, in lists at every line, at paragraphs always."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from medcheck.notes.shorthand import ANSWER

__all__ = ["Sentences"]

_STOP: Final = re.compile(
    rf"[.!?;](?!(?<=\?){ANSWER})"
    r"(?<!\bDr\.)(?<!\bdr\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bSt\.)(?<!\bvs\.)(?<!\bProf\.)"
    r"(?!(?<=\bNo\.)[ \t]?\d)[\"')\]]*(?=\s(?<!\.\s)\S|\s\s?[^a-z\s]|\s*\n)"
    r"(?!\s+(?:[Tt]he same (?:applies|goes|holds|is true)|[Tt]his (?:includes|also applies|applies))\b)"
)
_ITEM: Final = re.compile(r"[ \t]*(?:[-*•·>+]|\d{1,3}[.)])[ \t]")
_DOSED: Final = re.compile(
    r"[ \t]*[a-z][a-z/-]{3,}(?:[ \t][a-z/-]+){0,2}[ \t]\(?\d[\d.,]*[ \t]?(?:mg|mcg|g|ml|units?|meq|iu|%)\b",
    re.I,
)
"""A line that begins with a name and a dose."""
_SHORT_LINE: Final = 60
_LONGEST_SENTENCE: Final = 1200
_LONGEST: Final = 4000
"""Characters beyond which a run of wrapped lines is cut at a line's end."""


class Sentences:
    """The sentences of one text, found where they are asked for.

    >>> text = "Dr. X stopped it. She feels well."
    >>> [text[a:b] for a, b in map(Sentences(text).around, (4, 20))]
    ['Dr. X stopped it.', ' She feels well.']
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._begin = self._end = 0
        self._starts: list[int] = []

    def around(self, position: int) -> tuple[int, int]:
        """Where the sentence that holds ``position`` begins and ends."""
        if not self._begin <= position < self._end:
            self._block(position)
        at = bisect_right(self._starts, position)
        return self._starts[at - 1], self._starts[at] if at < len(self._starts) else self._end

    def _block(self, position: int) -> None:
        """Find the lines around ``position`` that belong together, and the stops in them."""
        text = self._text
        begin = text.rfind("\n", 0, position) + 1
        while begin > 0 and position - begin < _LONGEST and not self._ends_line(begin - 1):
            begin = text.rfind("\n", 0, begin - 1) + 1
        end = text.find("\n", position)
        while end >= 0 and end - position < _LONGEST and not self._ends_line(end):
            end = text.find("\n", end + 1)
        self._begin, self._end = begin, len(text) if end < 0 else end + 1
        stops = [begin, *(m.end() for m in _STOP.finditer(text, begin, self._end))]
        self._starts = list(self._not_too_long(stops))

    def _not_too_long(self, stops: list[int]) -> Iterator[int]:
        """The starts, with more of them where a sentence would be longer than any is."""
        for start, end in zip(stops, [*stops[1:], self._end], strict=True):
            yield start
            while end - start > _LONGEST_SENTENCE:
                cut = self._text.rfind(" ", start + _LONGEST_SENTENCE // 2, start + _LONGEST_SENTENCE)
                start = cut if cut > 0 else start + _LONGEST_SENTENCE
                yield start

    def _ends_line(self, at: int) -> bool:
        """Whether the line break at ``at`` ends a sentence and is no mere wrap."""
        text = self._text
        following = text[at + 1 : at + 2]
        if following in ("", "\n", "\r"):
            return True
        if following.islower():
            return self._is_list(at)
        before = text[max(0, at - 2) : at].rstrip("\r")[-1:]
        if before in ("", ".", ":", ";", "!", "?", "\n"):
            return True
        begin = text.rfind("\n", 0, at) + 1
        return at - begin < _SHORT_LINE or _ITEM.match(text, at + 1) is not None

    def _is_list(self, at: int) -> bool:
        """Whether the lines before and after the break at ``at`` both begin with a name and a dose."""
        text = self._text
        begin = text.rfind("\n", 0, at) + 1
        return _DOSED.match(text, at + 1) is not None and _DOSED.match(text, begin) is not None

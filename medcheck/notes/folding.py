"""Folds a text for searching without losing a single position.

Every letter and digit becomes its folded form (as :func:`medcheck.text.normalize` has it) and
everything else a space, so that a name can be found as ``" name "``. For ASCII the folded
text has the same length; elsewhere a list of shifts leads back to the original code points.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import Final

from medcheck.text import normalize

__all__ = ["Folded", "fold"]

_TABLE: Final = {
    code: chr(code).lower() if chr(code).isascii() and chr(code).isalnum() else " " for code in range(128)
}
_ODD: Final = re.compile(r"[^\x00-\x7f]")
_APOSTROPHES: Final = frozenset("’‘´ʼ")


class Folded:
    """A folded text, one space before it and one after, and the way back to the original."""

    __slots__ = ("_at", "_back", "is_plain", "text")

    def __init__(self, text: str, at: list[int], back: list[int]) -> None:
        self.text = text
        self.is_plain = not at
        self._at = at
        self._back = back

    def origin(self, position: int) -> int:
        """The index in the original of the character at ``position`` in the folded text."""
        if not self._at:
            return position - 1
        shift = bisect_right(self._at, position) - 1
        return position + self._back[shift] if shift >= 0 else position - 1

    def span(self, original: str, start: int, end: int) -> tuple[int, int]:
        """The original span of folded ``start`` to ``end``; a letter keeps its accents.

        >>> text = "Se\u0301roquel daily"
        >>> folded = fold(text)
        >>> first, last = folded.span(text, 1, 9)
        >>> text[first:last] == "Se\u0301roquel"
        True
        """
        if not self._at:
            return start - 1, end - 1
        last = self.origin(end - 1) + 1
        while last < len(original) and unicodedata.combining(original[last]):
            last += 1
        return self.origin(start), last

    def position(self, index: int) -> int:
        """The place in the folded text of the original's character ``index`` (or of what follows it)."""
        if not self._at:
            return index + 1
        low, high = 0, len(self.text) - 1
        while low < high:
            middle = (low + high) // 2
            if self.origin(middle) < index:
                low = middle + 1
            else:
                high = middle
        return low


def fold(text: str) -> Folded:
    """Fold ``text``.

    >>> fold("Tylenol-PM, 2 tabs").text
    ' tylenol pm  2 tabs '
    >>> fold("ＬＩＴＨＩＵＭ® 💊").text
    ' lithium   '
    """
    if text.isascii():
        return Folded(f" {text.translate(_TABLE)} ", [], [])
    at: list[int] = []
    back: list[int] = []
    pieces: list[str] = []
    copied = size = 0
    for match in _ODD.finditer(text):
        index = match.start()
        folded = _letter(match.group())
        if index > copied:
            pieces.append(text[copied:index])
            size += index - copied
        copied = index + 1
        for step in range(1, len(folded)):
            at.append(size + 1 + step)
            back.append(index - (size + 1 + step))
        pieces.append(folded)
        size += len(folded)
        if len(folded) != 1:
            at.append(size + 1)
            back.append(index - size)
    pieces.append(text[copied:])
    return Folded(f" {''.join(pieces).translate(_TABLE)} ", at, back)


@cache
def _letter(char: str) -> str:
    """One character that is not ASCII as letters and digits, a space, or nothing."""
    return " " if char in _APOSTROPHES else normalize(f"x{char}x")[1:-1]

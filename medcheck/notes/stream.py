"""Scans a text of any length block by block, in constant memory, with positions in the whole.

A block ends at a form feed or an empty line if there is one, else at a line's end, else at a
space; the section a block ends in is carried into the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from medcheck.notes.mention import Mention
from medcheck.notes.scanner import Scanner
from medcheck.notes.sections import NO_SECTION

__all__ = ["BLOCK", "ScannedBlock", "scan_blocks"]

BLOCK: Final = 1 << 18
"""Characters of a block."""

_CUTS: Final = ("\f", "\n\n", "\n\r\n", "\n", " ")


class ScannedBlock(NamedTuple):
    """A stretch of the text from ``offset`` on, and the mentions in it (positions in the whole)."""

    offset: int
    text: str
    mentions: tuple[Mention, ...]


def scan_blocks(
    scanner: Scanner, pieces: Iterable[str], region: str | None = None, fuzzy: bool = True, size: int = BLOCK
) -> Iterator[ScannedBlock]:
    """The blocks of a text that comes in ``pieces`` (lines, or reads of any size), in order."""
    offset, section = 0, NO_SECTION
    for text in _blocks(pieces, size):
        found, section = scanner.scan_block(text, region, fuzzy, offset, section)
        yield ScannedBlock(offset, text, tuple(found))
        offset += len(text)


def _blocks(pieces: Iterable[str], size: int) -> Iterator[str]:
    buffer: list[str] = []
    held = 0
    for piece in pieces:
        for start in range(0, len(piece), size):
            part = piece[start : start + size]
            buffer.append(part)
            held += len(part)
            if held >= size:
                text = "".join(buffer)
                cut = _cut(text)
                yield text[:cut]
                buffer, held = [text[cut:]], len(text) - cut
    if held:
        yield "".join(buffer)


def _cut(text: str) -> int:
    """Where to end a block: after the last of the best places there are in its second half."""
    half = len(text) // 2
    for mark in _CUTS:
        at = text.rfind(mark, half)
        if at >= 0:
            return at + len(mark)
    return len(text)

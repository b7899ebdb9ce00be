"""Lines of a report before they have a width: what is said, and what kind of line says it.

The plain and the coloured report are made from the same lines, so they hold the same words.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

__all__ = ["WIDTH", "Line", "columns", "shorten", "visible", "wrap"]

WIDTH = 80
"""Columns of the plain report, whatever the terminal."""

_UNSEEN = "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"


class Line(NamedTuple):
    """One line of a report, as long as it likes; ``hang`` indents what wraps."""

    kind: str
    text: str
    indent: int = 3
    hang: int = 0


def visible(text: str) -> str:
    """Text without characters that a terminal would obey instead of show.

    >>> visible("lith\\x1b[2Jium\\tcarbonate")
    'lith\ufffd[2Jium carbonate'
    """
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_UNSEEN, "\ufffd", text.replace("\t", " ").replace("\r", " ").replace("\n", " "))


def columns(text: str) -> int:
    """How many columns a terminal needs for the text."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def shorten(text: str, width: int) -> str:
    """The text in at most ``width`` columns, with ``...`` where something was left out.

    >>> shorten("her mother called again", 12)
    'her mothe...'
    """
    if len(text) <= width and columns(text) <= width:
        return text
    kept = text[: width - 3]
    while columns(kept) > width - 3:
        kept = kept[:-1]
    return kept.rstrip() + "..."


def wrap(line: Line, width: int = WIDTH) -> list[str]:
    """The line broken into rows of at most ``width`` columns; a link is never broken.

    >>> wrap(Line("body", "one two three", indent=2), 9)
    ['  one two', '  three']
    """
    rows: list[str] = []
    margin = " " * line.indent
    row, used = "", 0
    for word in line.text.split():
        size = columns(word)
        if row and len(margin) + used + 1 + size > width:
            rows.append(margin + row)
            margin = " " * (line.indent + line.hang)
            row, used = "", 0
        row, used = (f"{row} {word}", used + 1 + size) if row else (word, size)
    if row or not rows:
        rows.append((margin + row).rstrip())
    return rows

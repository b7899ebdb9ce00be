"""The report on a terminal: the words of the plain one, with weight and colour added.

Colour never says anything alone. ``rich`` lives here and is imported only when stdout is a
terminal; ``NO_COLOR`` and a dumb terminal are honoured by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.text import Text

from medcheck.render.layout import WIDTH, Line, wrap

__all__ = ["print_lines"]

_STYLES: Mapping[str, str] = {
    "coverage": "bold",
    "title": "bold",
    "head": "bold",
    "verdict:worsens": "yellow",
    "verdict:mixed": "magenta",
    "verdict:withdrawal": "yellow",
    "verdict:treats": "green",
    "verdict:less_likely": "cyan",
    "verdict:ambiguous": "magenta",
    "verdict:unrecognised": "magenta",
    "documents": "dim",
    "indirect": "dim",
    "conflict": "",
    "question": "",
    "finding": "",
    "quiet": "dim",
    "disclaimer": "dim",
}
_NARROWEST, _WIDEST = 40, 100


def print_lines(lines: Iterable[Line], console: Console | None = None) -> None:
    """Print lines on the terminal, wrapped to its width (at most 100 columns)."""
    console = console or Console(highlight=False)
    width = max(_NARROWEST, min(console.width or WIDTH, _WIDEST))
    for line in lines:
        style = _STYLES.get(line.kind, "")
        for row in wrap(line, width):
            console.print(Text(row, style=style), soft_wrap=True, crop=False)

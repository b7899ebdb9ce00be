"""Rules made of columns: whoever writes "gave her hives" also writes "gives him a rash"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from medcheck.exposure import Cue
from medcheck.model import Exposure

__all__ = ["rows"]


def rows(exposure: Exposure | None, side: str, reach: str, *columns: str) -> Iterator[Cue]:
    """One rule for each way through the columns, whose cells commas part; "-" is an empty cell."""
    cells = [[cell.split() for cell in column.split(",")] for column in columns]
    for row in product(*cells):
        yield Cue(tuple(word for cell in row for word in cell if word != "-"), exposure, side, reach)

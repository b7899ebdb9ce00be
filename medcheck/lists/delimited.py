"""CSV and TSV: every row as it was written, and the ``rls_`` cells after it.

The user's own cells are not touched, byte for byte: an NDC keeps its zeros and a quoted cell its
quotes. Only a row of another length than the header's is brought to its width: one that is too
short gets empty cells, the last cell of one that is too long holds what is left of it, and one that
cannot be parted stands in the first cell, whole. A first line ``sep=;`` is obeyed and kept.

The cells that are added are guarded against being run as a formula by a spreadsheet; ``guard_all``
writes the user's cells anew and guards those too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain

from medcheck.errors import InputError
from medcheck.knowledge_base import DISCLAIMER
from medcheck.lists.answering import Answering, Asked, Tally
from medcheck.lists.columns import check_new
from medcheck.lists.reading import Lines
from medcheck.lists.records import Record, Records, delimiter_of, quoted
from medcheck.render.csv import guarded

__all__ = ["annotate_delimited"]

_TICK = 1 << 14
_EXCEL = re.compile(r'"?sep=([,;|\t])"?[\r\n]*')
_MOST_SHOWN = 50_000


def annotate_delimited(
    lines: Lines, write: Callable[[str], object], asked: Asked, tally: Tally, delimiter: str | None
) -> None:
    """Write the rows of ``lines`` with their answers; without a ``delimiter`` the header tells it.

    Raises:
        InputError: there is no header, or it does not name the column.
    """
    source = iter(lines)
    first = next(source, "")
    if not first:
        raise InputError(f"{tally.shown}: the file is empty; give a list whose first line names the columns")
    excel = _EXCEL.fullmatch(first)
    before = first if excel else ""
    if excel:
        delimiter, first = excel[1], next(source, "")
    if not first.strip():
        raise InputError(f"{tally.shown}: the first line is empty; it must name the columns")
    delimiter = delimiter or delimiter_of(first)
    records = Records(chain((first,), source), delimiter, before=int(bool(excel)))
    rows = iter(records)
    header = next(rows)
    if header.fault:
        raise InputError(
            f"{tally.shown}:{header.line}: {header.fault} in the names of the columns; correct the line"
        )
    column = tally.column(header.cells, asked.column)
    check_new(header.cells, asked.columns, tally.shown)
    records.width = width = len(header.cells)

    said_once = asked.columns[-1:] == ("rls_disclaimer",)
    repeated = asked.columns[:-1] if said_once else asked.columns
    tail = delimiter + quoted(guarded(DISCLAIMER), delimiter) if said_once else ""
    later = delimiter if said_once else ""

    shown = _Shown(delimiter)

    def written(cells: tuple[str, ...]) -> str:
        return "".join(map(shown.__getitem__, cells))

    if lines.bom:
        write("\ufeff")
    write(f"{before}{header.body}{written(asked.columns)}{header.end}")
    answer = Answering(asked._replace(columns=repeated), tally, written)
    for row in rows:
        line, body, end, cells, fault = row
        if not body:
            write(end)
            continue
        tally.rows += 1
        if len(cells) == width:
            added = answer(cells[column])
        else:
            fault = fault or f"{_count(len(cells))} where the header has {width}"
            tally.fault(line, fault)
            added = answer.unread(fault)
            body = _of_width(row, width, delimiter)
        if asked.guard_all:
            body = _guarded(row, width, delimiter)
        write(f"{body}{added}{tail}{end}")
        tail = later
        if asked.tick and not tally.rows % _TICK:
            asked.tick(tally.rows)
    answer.close()


class _Shown(dict[str, str]):
    """Cells as they are written, the delimiter before each; what is said of a medicine comes often."""

    def __init__(self, delimiter: str) -> None:
        self._delimiter = delimiter

    def __missing__(self, cell: str) -> str:
        if len(self) >= _MOST_SHOWN:
            self.clear()
        written = self[cell] = self._delimiter + quoted(guarded(cell), self._delimiter)
        return written


def _count(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells} cells"


def _own_cells(row: Record, width: int, delimiter: str) -> list[str]:
    """As many cells as the header has; a row that cannot be parted is the first of them."""
    cells = row.cells or [row.body]
    if len(cells) > width:
        rest = delimiter.join(quoted(cell, delimiter) for cell in cells[width - 1 :])
        return [*cells[: width - 1], rest]
    return [*cells, *[""] * (width - len(cells))]


def _of_width(row: Record, width: int, delimiter: str) -> str:
    """A row of another length than the header's, so that the output stays a rectangle."""
    if 0 < len(row.cells) < width:
        return row.body + delimiter * (width - len(row.cells))
    return delimiter.join(quoted(cell, delimiter) for cell in _own_cells(row, width, delimiter))


def _guarded(row: Record, width: int, delimiter: str) -> str:
    return delimiter.join(quoted(guarded(cell), delimiter) for cell in _own_cells(row, width, delimiter))

"""Rows of CSV and TSV, each with the text it was written as, so that it can be written again unchanged.

Reads what RFC 4180 describes and what programs write besides: quotes inside a cell that does not
begin with one, text after a closing quote, rows of another length. A quote that is opened and not
closed takes one row with it, not the rest of the file.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["Record", "Records", "delimiter_of", "quoted"]

_DELIMITERS = (",", ";", "\t", "|")
_MOST_LINES = 500
_MOST_CHARACTERS = 1 << 20
NOT_CLOSED = "a quote is opened and not closed"


class Record(NamedTuple):
    """One row: its first line's number, its text without and the line's end, its cells.

    ``cells`` is empty where the row cannot be read; then ``fault`` says why.
    """

    line: int
    body: str
    end: str
    cells: list[str]
    fault: str = ""


def delimiter_of(header: str) -> str:
    """What parts the cells of a header line: comma, semicolon, tab or bar, whichever is there most.

    >>> delimiter_of('drug;"qty, packs";sig')
    ';'
    """
    bare = re.sub(r'"[^"]*"', "", header)
    return max(_DELIMITERS, key=bare.count)


def quoted(cell: str, delimiter: str) -> str:
    """A cell as it is written.

    >>> quoted('5" tube', ","), quoted("plain", ",")
    ('"5"" tube"', 'plain')
    """
    if delimiter in cell or '"' in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


class Records:
    """The rows of lines with their ends, ``before`` of them read already; set ``width`` at the header."""

    def __init__(self, lines: Iterable[str], delimiter: str, before: int = 0) -> None:
        self.width = 0
        self._lines = iter(lines)
        self._before = before
        self._delimiter = delimiter
        not_parted = f"[^{re.escape(delimiter)}]*+"
        self._cell = re.compile(rf'"([^"]*+(?:""[^"]*+)*+)("?)({not_parted})|({not_parted})')
        self._again: deque[str] = deque()

    def __iter__(self) -> Iterator[Record]:
        number, delimiter, again, lines = self._before, self._delimiter, self._again, self._lines
        while True:
            line = again.popleft() if again else next(lines, "")
            if not line:
                return
            number += 1
            body, end = _parted(line)
            if '"' not in body:
                yield Record(number, body, end, body.split(delimiter))
                continue
            cells, _ = self._cells(body)
            if cells is not None:
                yield Record(number, body, end, cells)
                continue
            record, taken = self._longer(number, line)
            yield record
            number += taken

    def _cells(self, body: str) -> tuple[list[str] | None, bool]:
        """The cells of a row, or ``None`` while a quote is open; and whether text follows a quote."""
        simple = _simple_cells(body, self._delimiter)
        if simple is not None:
            return simple, False
        cells: list[str] = []
        at, ragged = 0, False
        while True:
            found = self._cell.match(body, at)
            assert found is not None
            inside, closing, rest, plain = found.groups()
            if inside is None:
                cells.append(plain)
            elif not closing:
                return None, ragged
            else:
                ragged = ragged or bool(rest)
                cells.append(inside.replace('""', '"') + rest)
            at = found.end() + 1
            if at > len(body):
                return cells, ragged

    def _longer(self, number: int, first: str) -> tuple[Record, int]:
        """A row whose quoted cell goes on in further lines, and how many of them it took."""
        held = [first]
        size = len(first)
        while len(held) < _MOST_LINES and size < _MOST_CHARACTERS:
            line = self._again.popleft() if self._again else next(self._lines, "")
            if not line:
                break
            held.append(line)
            size += len(line)
            if line.count('"') % 2:
                body, end = _parted("".join(held))
                cells, ragged = self._cells(body)
                if cells is not None:
                    if (ragged or len(cells) != self.width) and self._rows(held[1:]):
                        break
                    return Record(number, body, end, cells), len(held) - 1
        self._again.extendleft(reversed(held[1:]))
        return Record(number, *_parted(first), [], NOT_CLOSED), 0

    def _rows(self, lines: list[str]) -> bool:
        """Whether each of these lines is a whole row in itself, so that the quote before them was wrong."""
        if self.width < 2:
            return False
        each = (self._cells(body)[0] if (body := _parted(line)[0]) else None for line in lines)
        return all(cells is not None and len(cells) == self.width for cells in each)


def _simple_cells(body: str, delimiter: str) -> list[str] | None:
    """The cells of a row whose quotes all begin or end a cell; ``None`` for any other row."""
    parts = body.split('"')
    last = len(parts) - 1
    if last % 2:
        return None
    cells = parts[0].split(delimiter)
    for place in range(1, last, 2):
        after = parts[place + 1]
        if cells[-1] or (after[:1] != delimiter if after else place + 1 < last):
            return None
        cells[-1] = parts[place]
        if after:
            cells += after[1:].split(delimiter)
    return cells


def _parted(line: str) -> tuple[str, str]:
    if line.endswith("\r\n"):
        return line[:-2], "\r\n"
    if line.endswith(("\n", "\r")):
        return line[:-1], line[-1]
    return line, ""

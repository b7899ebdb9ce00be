"""Lines of text from bytes of any usual encoding, one at a time, each as it stands in the file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import partial

from medcheck.errors import InputError

__all__ = ["LONGEST_LINE", "NOT_TEXT", "Lines", "check_text", "encoding_of"]

LONGEST_LINE = 1 << 26
"""Characters of the longest line that is read."""

NOT_TEXT = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word, Excel or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
    b"{\\rtf": "a rich text (RTF) file",
    b"PK\x05\x06": "an empty zip file",
    b"7z\xbc\xaf": "a compressed file",
    b"\xff\xfe\0\0": "UTF-32",
    b"\0\0\xfe\xff": "UTF-32",
}
"""How files begin that people take for text, and what they are."""

_ODD = re.compile("[\udc80-\udcff]")
_MOST_NAMED = 3
_SAMPLE = 1024


def _windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def encoding_of(start: bytes) -> str:
    """The encoding that the first bytes of a file tell of; UTF-8 where they tell nothing."""
    return "utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"


def check_text(
    start: bytes, shown: str, cure: str = "save the list as CSV (UTF-8)", *, nul: bool = False
) -> None:
    """Refuse what is not text, by its first bytes; ``nul`` lets a NUL pass.

    Raises:
        InputError: it is of another kind, which the message names.
    """
    for magic, what in NOT_TEXT.items():
        if start.startswith(magic):
            if magic == b"PAR1":
                cure = "give it to `medcheck batch` with --format parquet"
            said = f"{what}, which is not read" if what == "UTF-32" else f"{what}, not text"
            raise InputError(f"{shown} is {said}; {cure} and try again")
    if encoding_of(start) == "utf-8" and b"\0" in start:
        sample = start[:_SAMPLE]
        if max(sample[::2].count(0), sample[1::2].count(0)) * 3 > len(sample):
            raise InputError(f"{shown} looks like UTF-16 without a byte order mark; {cure} and try again")
        if not nul:
            raise InputError(f"{shown} is not text; {cure} and try again")


class Lines:
    """The lines of a stream, with their ends; bytes that are not UTF-8 are read as Windows-1252.

    ``newline`` is what :class:`io.TextIOWrapper` takes: ``""`` ends lines at CR, LF and CRLF,
    ``"\\n"`` at LF alone. ``bom`` says whether a byte order mark was found, and left out.
    """

    def __init__(self, stream: io.BufferedReader, shown: str, newline: str) -> None:
        start = stream.peek(LONGEST_LINE)
        check_text(start, shown)
        encoding = encoding_of(start)
        self.shown = shown
        self.bom = encoding != "utf-8" or start.startswith(b"\xef\xbb\xbf")
        errors = "surrogateescape" if encoding == "utf-8" else "replace"
        self._text = io.TextIOWrapper(stream, encoding, errors, newline)
        self._odd: list[int] = []
        self._odd_count = 0

    def __iter__(self) -> Iterator[str]:
        read = partial(self._text.readline, LONGEST_LINE)
        for number, line in enumerate(iter(read, ""), start=1):
            if number == 1:
                line = line.removeprefix("\ufeff")
            if len(line) == LONGEST_LINE and not line.endswith(("\n", "\r")):
                raise InputError(
                    f"{self.shown}:{number}: the line is longer than {LONGEST_LINE:,} characters; "
                    "give a list with one row a line"
                )
            if not line.isascii() and _ODD.search(line):
                self._odd_count += 1
                if len(self._odd) < _MOST_NAMED:
                    self._odd.append(number)
                line = _ODD.sub(lambda m: _windows(ord(m.group()) - 0xDC00), line)
            yield line

    def warnings(self) -> list[str]:
        """What to say of the lines read so far that were not UTF-8."""
        if not self._odd:
            return []
        named = ", ".join(map(str, self._odd)) + (" ..." if self._odd_count > len(self._odd) else "")
        lines = "line" if self._odd_count == 1 else f"{self._odd_count} lines:"
        return [f"{self.shown}: {lines} {named} not UTF-8, read as Windows-1252 (Latin-1), written as UTF-8"]

    def detach(self) -> None:
        """Leave the stream open when this is gone."""
        self._text.detach()

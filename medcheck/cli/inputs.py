"""Reading lists of medicines from files and pipes: any encoding, any line ending, no line lost."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

from medcheck.errors import InputError, cannot_open
from medcheck.lists.reading import check_text

__all__ = ["NumberedLines", "read_lines"]

_BREAK = rb"\r\n|\n|\r"
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_MOST_WARNINGS = 3
_START = 1 << 16


class NumberedLines(NamedTuple):
    """The lines that name something, each with its number in the input, and what to warn of."""

    lines: list[tuple[int, str]]
    warnings: list[str]


def read_lines(path: str) -> NumberedLines:
    """Read a list from a file, or from standard input where ``path`` is ``-``.

    Empty lines and lines that begin with ``#`` are counted and left out. A line that is not
    UTF-8 is read as Latin-1, with a warning that names it.

    Raises:
        InputError: there is no such file, it is a directory, or it is not text.
    """
    shown = "standard input" if path == "-" else path
    try:
        raw = _read(path)
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise cannot_open(path, error, "a text file") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{shown} cannot be read ({error}); give a text file") from None
    check_text(raw[:_START], shown, "save the list as plain text (UTF-8)", nul=True)
    return _numbered(raw, shown)


def _read(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    return Path(path).read_bytes()


def _numbered(raw: bytes, shown: str) -> NumberedLines:
    wide = _WIDE.get(raw[:2])
    if wide:
        raw = raw.decode(wide, "replace").encode("utf-8", "replace")
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    lines: list[tuple[int, str]] = []
    odd: list[int] = []
    for number, line in enumerate(re.split(_BREAK, raw), start=1):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = line.decode("latin-1")
            odd.append(number)
        text = text.removeprefix("\ufeff")
        if text.strip() and not text.lstrip().startswith("#"):
            lines.append((number, text))
    return NumberedLines(lines, _warnings(odd, shown))


def _warnings(odd: list[int], shown: str) -> list[str]:
    if not odd:
        return []
    named = ", ".join(map(str, odd[:_MOST_WARNINGS])) + (" ..." if len(odd) > _MOST_WARNINGS else "")
    lines = "line" if len(odd) == 1 else "lines"
    return [f"{shown}: {lines} {named} not UTF-8, read as Latin-1; save the list as UTF-8 to be sure"]

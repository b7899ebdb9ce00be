"""A file in, the same file with answers out: CSV, TSV, NDJSON, Parquet, by name or by content."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from medcheck.errors import InputError, cannot_open
from medcheck.lists.answering import Asked, Tally
from medcheck.lists.reading import Lines, encoding_of
from medcheck.lists.records import delimiter_of
from medcheck.lists.writing import whole_file
from medcheck.model import Coverage

__all__ = ["FORMS", "BatchSummary", "annotate_file", "form_of_name"]

FORMS: tuple[str, ...] = ("csv", "tsv", "ndjson", "parquet")
"""The kinds of files that are read and written."""

_ENDINGS = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".parquet": "parquet",
    ".pq": "parquet",
}
_BUFFER = 1 << 16


class BatchSummary(NamedTuple):
    """What a run did. ``faults`` describes the first rows that could not be read."""

    rows: int
    unread: int
    looked_up: int
    coverage: Coverage
    faults: tuple[str, ...]
    warnings: tuple[str, ...]


class OtherFormError(InputError):
    """The name of the output says another kind than the list is."""

    exit_code = 2


def form_of_name(path: str) -> str | None:
    """The kind of a file by its ending; ``None`` where it tells nothing."""
    return _ENDINGS.get(Path(path).suffix.lower())


def annotate_file(source: str, target: str, asked: Asked, form: str | None = None) -> BatchSummary:
    """Write ``source`` to ``target`` with the columns that are asked for; ``-`` is a pipe.

    ``form`` is one of :data:`FORMS`; without one the name's ending tells it, then the content.

    Raises:
        InputError: the list cannot be read.
        OutputError: the answers cannot be written.
        MissingExtraError: Parquet, without the package that reads it.
    """
    shown = "standard input" if source == "-" else source
    tally = Tally(shown)
    warnings: list[str] = []
    with _opened(source) as stream:
        form = form or form_of_name(source) or _form_of_content(stream)
        wanted = None if target == "-" else form_of_name(target)
        if wanted and wanted != form:
            raise OtherFormError(f"{shown} is {form} and stays {form}; name the output *.{form}")
        if form == "parquet":
            from medcheck.lists.parquet import annotate_parquet

            with whole_file(target) as out:
                annotate_parquet(stream, out, asked, tally)
            warnings = tally.warnings()
        else:
            lines = Lines(stream, shown, "\n" if form == "ndjson" else "")
            try:
                with whole_file(target) as out:
                    _annotate_text(lines, out, asked, tally, form)
            finally:
                lines.detach()
            warnings = [*lines.warnings(), *tally.warnings()]
    return BatchSummary(
        tally.rows, tally.unread, tally.looked_up, tally.coverage, tuple(tally.faults), tuple(warnings)
    )


def _annotate_text(lines: Lines, out: BinaryIO, asked: Asked, tally: Tally, form: str) -> None:
    text = io.TextIOWrapper(out, "utf-8", "backslashreplace", newline="")
    try:
        if form == "ndjson":
            from medcheck.lists.ndjson import annotate_ndjson

            annotate_ndjson(lines, text.write, asked, tally)
        else:
            from medcheck.lists.delimited import annotate_delimited

            annotate_delimited(lines, text.write, asked, tally, "\t" if form == "tsv" else None)
        text.flush()
    finally:
        with contextlib.suppress(Exception):
            text.detach()


@contextlib.contextmanager
def _opened(path: str) -> Iterator[io.BufferedReader[Any]]:
    if path == "-":
        yield cast("io.BufferedReader[Any]", sys.stdin.buffer)
        return
    try:
        with Path(path).open("rb", buffering=_BUFFER) as stream:
            yield cast("io.BufferedReader[Any]", stream)
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise cannot_open(path, error, "a list") from None


def _form_of_content(stream: io.BufferedReader) -> str:
    start = stream.peek(_BUFFER)
    if start.startswith(b"PAR1"):
        return "parquet"
    text = start.decode(encoding_of(start), "replace").removeprefix("\ufeff").lstrip()
    if text.startswith(("{", "[")):
        return "ndjson"
    return "tsv" if delimiter_of(text.split("\n", 1)[0]) == "\t" else "csv"

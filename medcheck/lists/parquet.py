"""Parquet in, the same table with ``rls_`` columns out, a batch of rows at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any, BinaryIO

from medcheck.errors import InputError
from medcheck.knowledge_base import DISCLAIMER
from medcheck.lists.answering import Answering, Asked, Tally
from medcheck.lists.columns import check_new
from medcheck.lists.extras import pyarrow

__all__ = ["COUNTED", "annotate_parquet", "text_of"]

COUNTED = "rls_part_count"
"""The one added column that holds a number."""

_BATCH = 1 << 12
_ONE_TEXT = "not one text a row; give each medicine a row of its own, or join them with '; '"
_BUFFER = 1 << 16


def text_of(value: Any) -> str:
    """A value of a column as the text that is looked up; a missing one is empty.

    Raises:
        TypeError: it is a list or another value that holds several.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if hasattr(value, "__len__"):
        raise TypeError(f"the column holds {type(value).__name__} values, {_ONE_TEXT}")
    return "" if value != value else str(value)


def annotate_parquet(stream: Any, out: BinaryIO, asked: Asked, tally: Tally) -> None:
    """Write the rows of a Parquet file with their answers.

    Raises:
        InputError: it is no Parquet file, or has no such column.
        MissingExtraError: pyarrow is not installed.
    """
    pa, pq = pyarrow(), pyarrow("pyarrow.parquet")
    if not stream.seekable():
        stream = pa.BufferReader(stream.read())
    try:
        file = pq.ParquetFile(stream, buffer_size=_BUFFER)
    except (pa.ArrowInvalid, OSError) as error:
        why = str(error).split("\n", 1)[0]
        raise InputError(f"{tally.shown} cannot be read as Parquet ({why}); write it again") from None
    schema = file.schema_arrow
    column = tally.column(schema.names, asked.column)
    check_new(schema.names, asked.columns, tally.shown)
    if pa.types.is_nested(schema.field(column).type):
        raise InputError(f"{tally.shown}: the column holds {schema.field(column).type} values, {_ONE_TEXT}")
    for name in asked.columns:
        schema = schema.append(pa.field(name, pa.int64() if name == COUNTED else pa.string()))
    answer = Answering(asked, tally, tuple[str, ...])
    with pq.ParquetWriter(out, schema) as writer:
        for batch in file.iter_batches(_BATCH, use_threads=False):
            texts = map(text_of, batch.column(column).to_pylist())
            added = _columns(pa, answer, texts, asked.columns, first=tally.rows == 0)
            writer.write_batch(pa.record_batch([*batch.columns, *added], schema=schema))
            tally.rows += batch.num_rows
            if asked.tick:
                asked.tick(tally.rows)
    answer.close()


def _columns(
    pa: Any, answer: Answering[tuple[str, ...]], texts: Iterable[str], names: tuple[str, ...], *, first: bool
) -> list[Any]:
    """The added columns of a batch, each built from the distinct answers in it."""
    places: dict[str, int] = {}
    codes = array("q")
    distinct: list[tuple[str, ...]] = []
    for text in texts:
        cells = answer(text)
        place = places.get(text)
        if place is None:
            place = places[text] = len(distinct)
            distinct.append(cells)
        codes.append(place)
    chosen = pa.array(codes, pa.int64())
    found = []
    for index, name in enumerate(names):
        if name == COUNTED:
            values = pa.array([int(cells[index]) for cells in distinct], pa.int64())
        elif name == "rls_disclaimer":
            once = [DISCLAIMER] if first and len(codes) else []
            found.append(pa.array(once + [None] * (len(codes) - len(once)), pa.string()))
            continue
        else:
            values = pa.array([cells[index] or None for cells in distinct], pa.string())
        found.append(values.take(chosen))
    return found

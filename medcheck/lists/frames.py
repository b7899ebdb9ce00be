"""Tables in memory: a pandas, polars or pyarrow table in, one of the same kind with answers out.

Nothing is imported here: a table that is handed over has its package loaded already.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from medcheck.knowledge_base import DISCLAIMER, KnowledgeBase
from medcheck.lists.answering import Answering, Asked, Tally
from medcheck.lists.columns import RLS_COLUMNS, check_new, find_column
from medcheck.lists.parquet import COUNTED, text_of

__all__ = ["annotate"]

Frame = TypeVar("Frame")

ADDED: tuple[str, ...] = RLS_COLUMNS[:-1]
"""The columns that are added to a table in memory: all but the disclaimer."""


def annotate(
    frame: Frame, column: str | None = None, region: str | None = None, base: KnowledgeBase | None = None
) -> Frame:
    """A copy of a pandas, polars or pyarrow table with ``rls_`` columns on the right.

    The disclaimer goes into ``attrs["rls_disclaimer"]`` of a pandas table and into the schema's
    metadata of a pyarrow table; a polars table has no place for it.

    Raises:
        TypeError: it is none of these, ``column`` is no string, or a cell is no text.
        InputError: there is no such column.
    """
    package = _package(frame)
    if column is not None and not isinstance(column, str):
        raise TypeError(
            f"column must be a str, the name of a column or '#' and its number, not {type(column).__name__}"
        )
    names = [str(name) for name in (frame.column_names if package == "pyarrow" else frame.columns)]  # type: ignore[attr-defined]
    place = find_column(names, column, "the table")
    check_new(names, ADDED, "the table")
    asked = Asked(base or KnowledgeBase.open(), column, region, ADDED)
    answer = Answering(asked, Tally("the table"), tuple[str, ...])
    annotated: Frame = _ADDERS[package](frame, place, answer)
    return annotated


def _package(frame: object) -> str:
    for kind in type(frame).__mro__:
        package = kind.__module__.split(".")[0]
        if (package, kind.__name__) in _TABLES:
            return package
    given = f"{type(frame).__module__}.{type(frame).__qualname__}"
    cure = "; call .collect() first" if given.endswith("LazyFrame") else ""
    raise TypeError(
        f"annotate takes a pandas or polars DataFrame or a pyarrow Table, not a {given}{cure}; "
        "for files there is `medcheck batch`"
    )


_TABLES = frozenset({("pandas", "DataFrame"), ("polars", "DataFrame"), ("pyarrow", "Table")})


def _distinct(
    values: Iterable[Any], answer: Answering[tuple[str, ...]]
) -> tuple[array[int], dict[str, list[Any]]]:
    """For each row the place of its answer, and the distinct answers, column by column."""
    places: dict[str, int] = {}
    codes = array("q")
    rows: list[tuple[str, ...]] = []
    for value in values:
        text = text_of(value)
        place = places.get(text)
        if place is None:
            place = places[text] = len(rows)
            rows.append(answer(text))
        codes.append(place)
    columns: dict[str, list[Any]] = {}
    for index, name in enumerate(ADDED):
        columns[name] = [int(row[index]) if name == COUNTED else row[index] or None for row in rows]
    return codes, columns


def _pandas(frame: Any, place: int, answer: Answering[tuple[str, ...]]) -> Any:
    pd = sys.modules["pandas"]
    series = frame.iloc[:, place]
    values = series.astype(object).where(series.notna(), None)
    codes, columns = _distinct(values, answer)
    text = "str" if int(pd.__version__.split(".")[0]) >= 3 else "object"
    added = pd.DataFrame(
        {name: pd.Series(v, dtype="int64" if name == COUNTED else text) for name, v in columns.items()}
    ).take(codes)
    added.index = frame.index
    annotated = pd.concat([frame, added], axis=1)
    annotated.attrs = {**frame.attrs, "rls_disclaimer": DISCLAIMER}
    return annotated


def _polars(frame: Any, place: int, answer: Answering[tuple[str, ...]]) -> Any:
    pl = sys.modules["polars"]
    codes, columns = _distinct(frame.to_series(place), answer)
    schema = {name: pl.Int64 if name == COUNTED else pl.String for name in columns}
    added = pl.DataFrame(columns, schema=schema)[pl.Series(codes, dtype=pl.Int64)]
    return frame.hstack(added)


def _pyarrow(frame: Any, place: int, answer: Answering[tuple[str, ...]]) -> Any:
    pa = sys.modules["pyarrow"]
    codes, columns = _distinct(frame.column(place).to_pylist(), answer)
    chosen = pa.array(codes, pa.int64())
    for name, values in columns.items():
        kind = pa.int64() if name == COUNTED else pa.string()
        frame = frame.append_column(pa.field(name, kind), pa.array(values, kind).take(chosen))
    return frame.replace_schema_metadata({**(frame.schema.metadata or {}), b"rls_disclaimer": DISCLAIMER})


_ADDERS: dict[str, Callable[[Any, int, Answering[tuple[str, ...]]], Any]] = {
    "pandas": _pandas,
    "polars": _polars,
    "pyarrow": _pyarrow,
}

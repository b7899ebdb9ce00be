"""Rules that follow from the description of the columns: cells, keys, references, form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medcheck.dataset import Row
from medcheck.lint.rule import Context, Problem, rule
from medcheck.tables import TABLES

__all__ = [
    "canonical_form",
    "cell_form",
    "cell_present",
    "cell_text",
    "cell_value",
    "key_unique",
    "reference",
]

_ALL = tuple(table.name for table in TABLES)
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd]")


@rule(*_ALL)
def cell_present(context: Context) -> Iterator[Problem]:
    """A required cell is not empty."""
    for table in context.tables:
        required = [(table.places[c.name], c) for c in table.columns if c.required]
        for row in context.rows(table.name):
            for place, column in required:
                if not row.cells[place].strip():
                    yield row, column.name, f"{column.name} is empty; expected {column.meaning}"


@rule(*_ALL)
def cell_value(context: Context) -> Iterator[Problem]:
    """A cell with a fixed set of values holds one of them, or a list of them."""
    for table in context.tables:
        fixed = [(table.places[c.name], c, frozenset(c.values)) for c in table.columns if c.values]
        for row in context.rows(table.name):
            for place, column, allowed in fixed:
                cell = row.cells[place]
                if cell and cell not in allowed:
                    for value in column.split(cell):
                        if value not in allowed:
                            expected = ", ".join(column.values)
                            yield row, column.name, f"{column.name} {value!r}; expected one of {expected}"


@rule(*_ALL)
def cell_form(context: Context) -> Iterator[Problem]:
    """Ids, years, addresses, PubMed ids, DOIs, codes and hashes have their form."""
    for table in context.tables:
        formed = [(table.places[c.name], c, re.compile(c.pattern)) for c in table.columns if c.pattern]
        for row in context.rows(table.name):
            for place, column, pattern in formed:
                for value in column.split(row.cells[place]):
                    if not pattern.fullmatch(value):
                        yield row, column.name, f"{column.name} {value!r}; expected {column.form}"


@rule(*_ALL)
def cell_text(context: Context) -> Iterator[Problem]:
    """No cell holds characters that cannot be seen: controls, zero-width and no-break spaces."""
    for row in context.rows(*_ALL):
        line = "".join(row.cells)
        if not (line.isascii() and line.isprintable()):
            for column, cell in zip(row.table.header, row.cells, strict=True):
                if found := _UNSEEN.search(cell):
                    what = f"{column} holds the unseen character U+{ord(found[0]):04X}; expected plain text"
                    yield row, column, what


@rule(*_ALL)
def key_unique(context: Context) -> Iterator[Problem]:
    """No two rows of a table have the same key."""
    for table in context.tables:
        first: dict[tuple[str, ...], int] = {}
        for row in context.rows(table.name):
            line = first.setdefault(row.key, row.line)
            if line != row.line:
                key = " | ".join(row.key)
                yield row, table.key[0], f"key {key!r} is that of line {line}; expected each key once"


@rule(*_ALL)
def reference(context: Context) -> Iterator[Problem]:
    """A cell that names a class, ingredient, source or state names one that is there."""
    for table in context.tables:
        for column in (c for c in table.columns if c.refers_to):
            place, by = table.places[column.name], table.places.get(column.refers_by, 0)
            to = column.refers_to
            for row in context.rows(table.name):
                target = to if isinstance(to, str) else dict(to).get(row.cells[by], "")
                if target:
                    for value in column.split(row.cells[place]):
                        if value not in context.ids[target]:
                            yield row, column.name, f"{column.name} {value!r}; expected an id of {target}.tsv"


@rule(*_ALL)
def canonical_form(context: Context) -> Iterator[Problem]:
    """A table stands in its canonical form: rows and lists sorted, cells trimmed, nothing twice."""
    for content in context.dataset.tables.values():
        if content.raw and content.raw != content.canonical:
            lines = content.raw.split(b"\n")
            pairs = enumerate(zip(lines, content.canonical.split(b"\n"), strict=False), start=1)
            line = next((number for number, (found, wanted) in pairs if found != wanted), len(lines))
            row = next(
                (r for r in content.rows if r.line == line), Row(content.table, line, content.table.header)
            )
            what = "not in canonical form from here on; run `medcheck data format`"
            yield row, content.table.header[0], what

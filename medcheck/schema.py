"""The relational face of a dataset: SQLAlchemy tables that anyone can import and join against.

There is one table for each file under ``data/``, with the same columns, and beside them

* link tables for cells that hold a list: ``class_parent``, ``name_ingredient``,
  ``association_also_source``, ``state_source``;
* ``name_key`` and ``fragment``, the index in which names are looked up;
* ``meta``, one row that says which dataset this is.

Where a cell may refer to a class or to an ingredient (``subject``, ``target``), a computed
column ``class_id`` or ``ingredient_id`` carries the foreign key. The same tables can be
created in SQLite and in PostgreSQL.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from sqlalchemy import (
    CheckConstraint,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from medcheck import tables as data

__all__ = ["FOLDED", "LINKS", "Link", "fragment", "meta", "metadata", "name_key", "tables"]

metadata: Final = MetaData()
_STRICT: Final[dict[str, Any]] = {"sqlite_strict": True}
_NO_ROWID: Final[dict[str, Any]] = {"sqlite_strict": True, "sqlite_with_rowid": False}

meta: Final = Table(
    "meta",
    metadata,
    Column("dataset_version", Text, primary_key=True),
    Column("released", Text, nullable=False),
    Column("sha256", Text, CheckConstraint("length(sha256) = 64"), nullable=False),
    Column("licence", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("content_sha256", Text, CheckConstraint("length(content_sha256) = 64")),
    **_STRICT,
)
"""Which dataset this is: one row. ``content_sha256`` is of the compiled file, and empty elsewhere."""

name_key: Final = Table(
    "name_key",
    metadata,
    Column("key_id", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("compact", Text, nullable=False, index=True),
    Column("drugs", Text, nullable=False),
    Column("marketed", Integer, CheckConstraint("marketed IN (0, 1)"), nullable=False),
    Column("fuzzy", Integer, CheckConstraint("fuzzy IN (0, 1)"), nullable=False),
    **_STRICT,
)
"""Every folded name once; ``drugs`` holds the signatures of its targets, joined by ``|``."""

fragment: Final = Table(
    "fragment",
    metadata,
    Column("fragment", Text, primary_key=True),
    Column("key_ids", LargeBinary, CheckConstraint("length(key_ids) % 4 = 0"), nullable=False),
    **_NO_ROWID,
)
"""The deletion index: sorted key ids, four bytes each, little-endian."""

FOLDED: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "not_drugs": (("key", "phrase"),),
    "confusions": (("key_a", "name_a"), ("key_b", "name_b")),
}
"""Columns that stand only in SQL, each the folded form of a column of the file."""

_IDS: Final = {
    "associations": "association_id",
    "classes": "class_id",
    "ingredients": "ingredient_id",
    "pathways": "pathway_id",
    "sources": "source_id",
    "states": "state_id",
}


_PREFIXES: Final = {"option": "option_", "other": "other_"}
"""Cells that may refer to the same tables as another cell of their row, and how their keys begin."""


def _quoted(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _column(column: data.Column) -> Column[Any]:
    """The SQL column of one column of a file, with its checks and its plain reference."""
    arguments: list[Any] = []
    refers = isinstance(column.refers_to, str) and column.refers_to and not column.separator
    if refers:
        arguments.append(ForeignKey(f"{column.refers_to}.{_IDS[str(column.refers_to)]}"))
    if column.values and not column.separator:
        allowed = column.values if column.required else ("", *column.values)
        arguments.append(CheckConstraint(f'"{column.name}" IN ({_quoted(allowed)})'))
    elif column.required:
        arguments.append(CheckConstraint(f"\"{column.name}\" <> ''"))
    nullable = column.number or bool(refers and not column.required)
    return Column(column.name, Integer if column.number else Text, *arguments, nullable=nullable)


def _computed(column: data.Column) -> list[Column[Any]]:
    """The computed columns that carry the foreign keys of a cell that may refer to two tables."""
    if isinstance(column.refers_to, str):
        return []
    found = []
    for value, target in column.refers_to:
        if not (column.separator and target == "ingredients"):
            case = f"CASE WHEN {column.refers_by} = '{value}' THEN {column.name} END"
            reference = ForeignKey(f"{target}.{_IDS[target]}")
            name = f"{_PREFIXES.get(column.name, '')}{_IDS[target]}"
            found.append(Column(name, Text, Computed(case, persisted=True), reference))
    return found


def _table(spec: data.Table) -> Table:
    """The SQL table of one file."""
    columns = [_column(column) for column in spec.columns]
    columns += [computed for column in spec.columns for computed in _computed(column)]
    columns += [Column(name, Text, nullable=False) for name, _ in FOLDED.get(spec.name, ())]
    if spec.name == "names":
        number = Column("name_id", Integer, primary_key=True, autoincrement=False)
        key = Column("key_id", Integer, ForeignKey("name_key.key_id"), nullable=False, index=True)
        return Table(
            "names", metadata, number, *columns, key, Index("ix_names_class_id", "class_id"), **_STRICT
        )
    return Table(spec.name, metadata, *columns, PrimaryKeyConstraint(*spec.key), **_STRICT)


tables: Final[dict[str, Table]] = {spec.name: _table(spec) for spec in data.TABLES}
"""The SQL table of each file, by its name."""


class Link(NamedTuple):
    """A link table, and the column whose list it holds (of the rows with that ``target_kind`` only)."""

    table: Table
    owner: str
    column: str
    target_kind: str = ""


def _pairs(name: str, one: tuple[str, str], other: tuple[str, str]) -> Table:
    """A table of pairs, sorted by ``one``; each end is a column and the column it refers to."""
    columns = (
        Column(end, Integer if end == "name_id" else Text, ForeignKey(to), nullable=False)
        for end, to in (one, other)
    )
    return Table(name, metadata, *columns, PrimaryKeyConstraint(one[0], other[0]), **_NO_ROWID)


_SOURCE_ID: Final = ("source_id", "sources.source_id")

LINKS: Final = (
    Link(
        _pairs("class_parent", ("class_id", "classes.class_id"), ("parent_id", "classes.class_id")),
        "classes",
        "parent_ids",
    ),
    Link(
        _pairs(
            "name_ingredient", ("ingredient_id", "ingredients.ingredient_id"), ("name_id", "names.name_id")
        ),
        "names",
        "target",
        "ingredients",
    ),
    Link(
        _pairs("association_also_source", ("association_id", "associations.association_id"), _SOURCE_ID),
        "associations",
        "also_source_id",
    ),
    Link(_pairs("state_source", ("state_id", "states.state_id"), _SOURCE_ID), "states", "source_ids"),
)
"""Every link table."""

Index("ix_memberships_class_id", tables["memberships"].c.class_id)
Index("ix_associations_subject", tables["associations"].c.subject_kind, tables["associations"].c.subject)
Index("ix_pathways_subject", tables["pathways"].c.subject_kind, tables["pathways"].c.subject)
Index("ix_not_drugs_key", tables["not_drugs"].c.key, unique=True)
Index("ix_confusions_key_a", tables["confusions"].c.key_a)
Index("ix_confusions_key_b", tables["confusions"].c.key_b)
Index("ix_ingredients_unii", tables["ingredients"].c.unii)
Index("ix_ingredients_drugbank", tables["ingredients"].c.drugbank)

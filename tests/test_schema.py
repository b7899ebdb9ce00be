"""The relational face: the same columns as the files, the same tables in SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny
from sqlalchemy import create_engine, insert
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateTable

from medcheck import schema
from medcheck.build import fill
from medcheck.dataset import read_dataset
from medcheck.tables import TABLES, Table


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """A database in memory with the tiny dataset in it, foreign keys on."""
    engine = create_engine("sqlite://")
    with engine.connect() as opened:
        opened.exec_driver_sql("PRAGMA foreign_keys = ON")
        schema.metadata.create_all(opened)
        fill(opened, read_dataset(tiny.write(tmp_path)))
        opened.commit()
        yield opened
    engine.dispose()


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: spec.name)
def test_sql_columns_are_those_of_the_file(spec: Table) -> None:
    """What SQL has beside them: folded forms, computed foreign keys, and the keys of names."""
    columns = [column.name for column in schema.tables[spec.name].columns]
    extra = [name for name, _ in schema.FOLDED.get(spec.name, ())]
    extra += [c.name for c in schema.tables[spec.name].columns if c.computed is not None]
    extra += ["name_id", "key_id"] if spec.name == "names" else []
    assert [name for name in columns if name not in extra] == list(spec.header)


def test_every_table_is_strict_in_sqlite() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as opened:
        schema.metadata.create_all(opened)
        found = opened.exec_driver_sql("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict")
        assert {row[0] for row in found} == set(schema.metadata.tables)
    engine.dispose()


def test_every_table_compiles_for_postgresql() -> None:
    for table in schema.metadata.sorted_tables:
        text = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert "STRICT" not in text
        assert "BLOB" not in text


REFUSED = [
    ("associations", tiny.said(9, "antihistamine", effect="cures"), "CHECK"),
    ("associations", tiny.said(9, "antihistamine", source_id="nobody"), "FOREIGN KEY"),
    ("associations", tiny.said(9, "nothing"), "FOREIGN KEY"),
    ("associations", tiny.said(9, "antihistamine", subject_kind="ingredient"), "FOREIGN KEY"),
    ("associations", tiny.said(9, "antihistamine", locator=""), "CHECK"),
    ("associations", tiny.said(1, "antihistamine"), "UNIQUE"),
    ("ingredients", {"ingredient_id": "x", "status": "sold"}, "CHECK"),
    ("sources", {"source_id": "x", "title": "t", "kind": "cohort", "year": "n.d."}, "TEXT value in INTEGER"),
    ("memberships", {"ingredient_id": "x", "class_id": "antihistamine", "evidence": "e", "source_id": "ner"}, "FOREIGN"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "row", "why"), REFUSED)
def test_the_database_refuses_what_the_lint_refuses(
    connection: Connection, name: str, row: dict[str, str], why: str
) -> None:
    full = {column: row.get(column, "") for column in next(t for t in TABLES if t.name == name).header}
    if name == "sources" and not full["year"]:
        full["year"] = None  # type: ignore[assignment]
    with pytest.raises(IntegrityError, match=why):
        connection.execute(insert(schema.tables[name]), full)


def test_lists_stand_in_link_tables(connection: Connection) -> None:
    def pairs(name: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in connection.execute(schema.metadata.tables[name].select())]

    assert pairs("class_parent") == [("sedating_antihistamine", "antihistamine")]
    assert pairs("association_also_source") == [("a002", "seed-000")]
    assert pairs("state_source") == [("low_iron", "aasm-2025"), ("low_iron", "seed-000")]
    targets = [row["target"] for row in tiny.TINY["names"] if row["target_kind"] == "ingredients"]
    assert len(pairs("name_ingredient")) == sum(len(target.split("+")) for target in targets)

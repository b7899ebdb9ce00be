"""The dataset in another database: SQLite, and a real PostgreSQL server that these tests start."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import tiny
from click.testing import CliRunner
from test_schema import REFUSED

from medcheck import export, schema
from medcheck.build import fill
from medcheck.cli.program import cli
from medcheck.dataset import read_dataset
from medcheck.errors import MissingExtraError, StoreError
from medcheck.export import ExportError, export_dataset
from medcheck.tables import table

DATA = Path(__file__).parent.parent / "data"
JOINS = re.findall(r"```sql\n(.*?)```", (DATA / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)


# --- databases ------------------------------------------------------------------------------


def _initdb() -> Path | None:
    found = shutil.which("initdb")
    return Path(found).resolve() if found else next(iter(PROGRAMS), None)


def _someone() -> dict[str, Any]:
    """Who runs the server: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    pytest.skip("PostgreSQL does not run as root, and there is no user postgres or nobody here")


WATCH = """
"$0/initdb" -D data -U medcheck -A trust -E UTF8 --locale=C -N >initdb.log 2>&1 || exit 1
"$0/postgres" -D data -c listen_addresses= -c fsync=off -k "$PWD" >log 2>&1 &
cat >/dev/null
kill -QUIT $!
wait
rm -rf -- "$PWD"
"""
"""Runs a server until its standard input ends, so also when the tests are killed; then cleans up."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A server of its own on a socket in a new directory; gives that directory."""
    pytest.importorskip(
        "psycopg", reason='psycopg is not installed; pip install "medcheck[postgres]" to run these'
    )
    initdb = _initdb()
    if initdb is None:
        pytest.skip("no PostgreSQL server is installed here; `apt-get install postgresql` to run these")
    who = _someone()
    directory = tempfile.mkdtemp(prefix="medcheck-pg-")
    if who:
        os.chown(directory, who["user"], who["group"])
    command = ["sh", "-c", WATCH, str(initdb.parent)]
    with subprocess.Popen(
        command, cwd=directory, stdin=subprocess.PIPE, start_new_session=True, **who
    ) as watch:
        try:
            _await(watch, directory)
            yield directory
        finally:
            assert watch.stdin
            watch.stdin.close()
            watch.wait(60)
            shutil.rmtree(directory, ignore_errors=True)


def _await(watch: subprocess.Popen[bytes], directory: str) -> None:
    """Wait until the server answers."""
    import psycopg

    for _ in range(600):
        try:
            psycopg.connect(host=directory, user="medcheck", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            assert watch.poll() is None, Path(directory, "initdb.log").read_text(encoding="utf-8")
            time.sleep(0.1)
    raise AssertionError(Path(directory, "log").read_text(encoding="utf-8"))


def postgres(server: str, database: str) -> str:
    return f"postgresql+psycopg://medcheck@/{database}?host={server}"


def new_database(server: str, name: str) -> str:
    engine = sa.create_engine(
        postgres(server, "postgres"), isolation_level="AUTOCOMMIT", poolclass=sa.NullPool
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f'DROP DATABASE IF EXISTS "{name}"')
        connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
    engine.dispose()
    return postgres(server, name)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new.db'}"
    return new_database(request.getfixturevalue("server"), "test")


def ask(url: str, statement: Any) -> list[tuple[Any, ...]]:
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        result = connection.execute(sa.text(statement) if isinstance(statement, str) else statement)
        rows = [tuple(row) for row in result] if result.returns_rows else []
    engine.dispose()
    return rows


def tables_in(url: str) -> set[str]:
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    found = set(sa.inspect(engine).get_table_names())
    engine.dispose()
    return found


def everything(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, computed columns too; without the hash that only the compiled file has."""
    found = {}
    for name, target in schema.metadata.tables.items():
        columns = [column for column in target.columns if column.name != "content_sha256"]
        found[name] = sorted(ask(url, sa.select(*columns)), key=repr)
    return found


# --- both kinds -----------------------------------------------------------------------------


def test_every_row_of_every_table_arrives(url: str, tiny_path: Path) -> None:
    counts = export_dataset(url, tiny_path)
    assert everything(url) == everything(f"sqlite:///{tiny_path}")
    assert counts == {name: len(rows) for name, rows in everything(url).items()}
    assert counts["names"] == len(tiny.TINY["names"])
    assert ask(url, "SELECT content_sha256 FROM meta") == [(None,)]


def test_a_database_that_is_not_empty_is_refused_and_left_alone(url: str, tiny_path: Path) -> None:
    ask(url, "CREATE TABLE patients (id INTEGER PRIMARY KEY)")
    with pytest.raises(
        ExportError, match="not empty, it holds patients; give an empty database, or --replace"
    ):
        export_dataset(url, tiny_path)
    assert tables_in(url) == {"patients"}


def test_replace_replaces_an_earlier_export_and_nothing_else(url: str, tiny_path: Path) -> None:
    ask(url, "CREATE TABLE patients (id INTEGER PRIMARY KEY)")
    ask(url, "INSERT INTO patients VALUES (7)")
    first = export_dataset(url, tiny_path, replace=True)
    ask(url, "DELETE FROM factors")
    assert export_dataset(url, tiny_path, replace=True) == first
    assert ask(url, "SELECT id FROM patients") == [(7,)]
    assert everything(url) == everything(f"sqlite:///{tiny_path}")


def test_a_table_of_someone_else_is_never_replaced(url: str, tiny_path: Path) -> None:
    ask(url, "CREATE TABLE sources (id INTEGER PRIMARY KEY)")
    with pytest.raises(ExportError, match="its table 'sources' is not medcheck's and is not replaced"):
        export_dataset(url, tiny_path, replace=True)
    assert tables_in(url) == {"sources"}


@pytest.mark.parametrize("before", [False, True])
def test_it_is_all_there_or_as_it_was(
    url: str, tiny_path: Path, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    if before:
        export_dataset(url, tiny_path)
    was = everything(url) if before else {}
    copy = export._copy

    def fail(connection: sa.Connection, target: Any, path: str) -> None:
        copy(connection, target, path)
        if target.name == "associations":
            connection.execute(sa.insert(target), {"association_id": "a001"})

    monkeypatch.setattr(export, "_copy", fail)
    with pytest.raises(ExportError, match="nothing was written") as error:
        export_dataset(url, tiny_path, replace=before)
    assert "\n" not in str(error.value)
    assert (everything(url) if before else {}) == was
    assert bool(tables_in(url)) == before


def test_a_dataset_is_filled_in_directly(url: str, tmp_path: Path, tiny_path: Path) -> None:
    """What the build does with a new file, :func:`fill` does on any database."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        schema.metadata.create_all(connection)
        fill(connection, read_dataset(tiny.write(tmp_path / "data")))
    engine.dispose()
    assert everything(url) == everything(f"sqlite:///{tiny_path}")


@pytest.mark.parametrize(("name", "row"), [(name, row) for name, row, _ in REFUSED])
def test_the_database_refuses_what_the_lint_refuses(
    server: str, tiny_path: Path, name: str, row: dict[str, str]
) -> None:
    url = new_database(server, "refuse")
    export_dataset(url, tiny_path)
    full = {column: row.get(column, "") for column in table(name).header}
    with pytest.raises(sa.exc.DBAPIError):
        ask(url, sa.insert(schema.tables[name]).values(full))


# --- the shipped data -----------------------------------------------------------------------


@pytest.fixture(scope="session")
def shipped(server: str, store_path: Path) -> str:
    url = new_database(server, "shipped")
    export_dataset(url, store_path)
    return url


@pytest.mark.parametrize("join", JOINS, ids=[" ".join(join.split()[1:4]) for join in JOINS])
def test_the_joins_of_the_readme_give_the_same_everywhere(join: str, shipped: str, store_path: Path) -> None:
    found = ask(shipped, join)
    assert found, "a join that finds nothing shows nothing"
    assert sorted(map(repr, found)) == sorted(map(repr, ask(f"sqlite:///{store_path}", join)))


def test_the_joins_of_the_readme_run_on_the_compiled_store(store_path: Path) -> None:
    assert len(JOINS) == 4
    for join in JOINS:
        assert ask(f"sqlite:///{store_path}", join)


def test_the_shipped_rows_arrive_on_a_server(shipped: str, store_path: Path) -> None:
    for name, target in schema.metadata.tables.items():
        count = sa.select(sa.func.count()).select_from(target)
        assert ask(shipped, count) == ask(f"sqlite:///{store_path}", count), name
    for name in ("names", "name_key", "associations", "pathways"):
        columns = list(schema.metadata.tables[name].columns)
        here, there = (
            sorted(ask(at, sa.select(*columns)), key=repr) for at in (shipped, f"sqlite:///{store_path}")
        )
        assert here == there, name


def test_the_tables_can_stand_in_a_schema_of_their_own(server: str, tiny_path: Path) -> None:
    url = new_database(server, "apart")
    ask(url, "CREATE TABLE patients (id INTEGER PRIMARY KEY)")
    ask(url, "CREATE SCHEMA rls")
    export_dataset(f"{url}&options=-csearch_path%3Drls", tiny_path)
    assert ask(url, "SELECT count(*) FROM rls.names") == [(len(tiny.TINY["names"]),)]
    assert tables_in(url) == {"patients"}


# --- what is wrong is said in one line -------------------------------------------------------

WRONG = [
    ("rls.db", ExportError, "--url is no database address; write it as sqlite:///file.db"),
    ("nosuch://x", ExportError, "SQLAlchemy knows no database 'nosuch'"),
    ("sqlite:////nowhere/at/all.db", ExportError, "nothing was written (unable to open database file)"),
    ("mysql+pymysql://me:secret@localhost/x", MissingExtraError, "install it with `pip install pymysql`"),
    (
        "postgresql+psycopg://me:secret@127.0.0.1:1/x",
        ExportError,
        "me:***@127.0.0.1:1/x: nothing was written",
    ),
]


@pytest.mark.parametrize(("url", "kind", "says"), WRONG)
def test_what_is_wrong_is_said_in_one_line(
    url: str, kind: type[Exception], says: str, tiny_path: Path
) -> None:
    if "psycopg" in url:
        pytest.importorskip("psycopg")
    with pytest.raises(kind) as error:
        export_dataset(url, tiny_path)
    assert says in str(error.value)
    result = CliRunner().invoke(cli, ["data", "export", "--url", url, "--db", str(tiny_path)])
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert "secret" not in result.stderr


def test_the_extra_is_named_where_its_driver_is_missing(
    tiny_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: Any, **__: Any) -> None:
        raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")

    monkeypatch.setattr(export, "create_engine", missing)
    with pytest.raises(MissingExtraError, match=re.escape('pip install "medcheck[postgres]"')):
        export_dataset("postgresql+psycopg://localhost/x", tiny_path)


def test_a_missing_dataset_touches_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        export_dataset(f"sqlite:///{tmp_path / 'new.db'}", tmp_path / "none.sqlite")
    assert not (tmp_path / "new.db").exists()


def test_the_command_prints_the_counts(tmp_path: Path, tiny_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    arguments = ["data", "export", "--url", url, "--db", str(tiny_path)]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0
    counts = {line.split()[0]: int(line.split()[1].replace(",", "")) for line in result.stdout.splitlines()}
    assert counts.pop("total") == sum(counts.values())
    assert set(counts) == set(schema.metadata.tables)
    again = CliRunner().invoke(cli, arguments)
    assert (again.exit_code, again.stdout) == (3, "")
    assert "it holds alternatives, association_also_source" in again.stderr
    assert CliRunner().invoke(cli, [*arguments, "--replace", "--format", "json"]).exit_code == 0
    with sqlite3.connect(tmp_path / "new.db") as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()

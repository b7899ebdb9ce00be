"""The compiled dataset copied into another database, for those who join against it in their own.

The tables are those of :mod:`medcheck.schema`, created through SQLAlchemy and filled in one
transaction: the database has all of it afterwards, or is as it was before.
"""

from __future__ import annotations

import os
from typing import Any, Final

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    NullPool,
    create_engine,
    event,
    func,
    insert,
    inspect,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.schema import CreateIndex, CreateTable, DropTable

from medcheck import schema
from medcheck.errors import MedcheckError, MissingExtraError
from medcheck.store import Store
from medcheck.store.content import UNHASHED, table_rows

__all__ = ["ExportError", "export_dataset"]

_MARK: Final = {"dataset_version", "released", "sha256"}
"""The columns of ``meta`` by which an earlier export is known."""

_SHOWN: Final = 5


class ExportError(MedcheckError):
    """The database cannot be written to: not reachable, not empty, of no known kind."""


def export_dataset(
    url: str, store_path: str | os.PathLike[str] | None = None, *, replace: bool = False
) -> dict[str, int]:
    """Create the tables in the database at ``url`` and copy every row; give the rows of each table.

    The database has to be empty, or new where that makes one (SQLite). With ``replace`` the tables of
    an earlier export are dropped first, and tables that are not medcheck's are left alone.

    :raises ExportError: the database is not empty, holds other tables of these names, or refuses.
    :raises MissingExtraError: the driver for that kind of database is not installed.
    :raises StoreError: the dataset is missing or damaged.
    """
    with Store.open(store_path) as store:
        path = store.path
    parsed = _parsed(url)
    shown = parsed.render_as_string(hide_password=True)
    engine = _engine(parsed, shown)
    try:
        with engine.begin() as connection:
            _make_room(connection, shown, replace)
            _create(connection)
            for target in schema.metadata.sorted_tables:
                _copy(connection, target, path)
            return _counts(connection)
    except SQLAlchemyError as error:
        raise ExportError(f"{shown}: nothing was written ({_reason(error)})") from error
    finally:
        engine.dispose()


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError:
        raise ExportError(
            "--url is no database address; write it as sqlite:///file.db or "
            "postgresql+psycopg://user@host/database"
        ) from None


def _engine(url: URL, shown: str) -> Engine:
    try:
        engine = create_engine(url, poolclass=NullPool)
    except NoSuchModuleError:
        raise ExportError(
            f"{shown}: SQLAlchemy knows no database {url.drivername!r}; use sqlite or postgresql+psycopg"
        ) from None
    except ModuleNotFoundError as error:
        cure = 'pip install "medcheck[postgres]"' if error.name == "psycopg" else f"pip install {error.name}"
        hint = "; medcheck's own extra is for postgresql+psycopg://" if error.name != "psycopg" else ""
        raise MissingExtraError(
            f"{shown} needs the package {error.name}; install it with `{cure}`{hint}"
        ) from None
    if engine.dialect.name == "sqlite":
        _one_transaction(engine)
    return engine


def _one_transaction(engine: Engine) -> None:
    """Have SQLite begin its transaction before the tables are created, not after; check references."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _make_room(connection: Connection, shown: str, replace: bool) -> None:
    """Refuse a database that is not empty; with ``replace`` drop the tables of an earlier export."""
    found = inspect(connection)
    present = {*found.get_table_names(), *found.get_view_names()}
    if not present:
        return
    ours = set(schema.metadata.tables)
    if not replace:
        names = sorted(present)
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        raise ExportError(
            f"{shown}: not empty, it holds {', '.join(names[:_SHOWN])}{more}; give an empty database, or "
            "--replace, which replaces the tables of an earlier export and leaves others alone"
        )
    clash = sorted(present & ours)
    if clash and not ("meta" in clash and {c["name"] for c in found.get_columns("meta")} >= _MARK):
        raise ExportError(
            f"{shown}: its table {clash[0]!r} is not medcheck's and is not replaced; give another database"
        )
    for target in reversed(schema.metadata.sorted_tables):
        if target.name in present:
            connection.execute(DropTable(target))


def _create(connection: Connection) -> None:
    for target in schema.metadata.sorted_tables:
        connection.execute(CreateTable(target))
        for index in sorted(target.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))


def _copy(connection: Connection, target: Any, path: str) -> None:
    names = [c.name for c in target.columns if c.computed is None and (target.name, c.name) != UNHASHED]
    for rows in table_rows(path, target.name, names):
        connection.execute(insert(target), rows)


def _counts(connection: Connection) -> dict[str, int]:
    """The rows of each table as the database counts them."""
    tables = schema.metadata.sorted_tables
    return {t.name: int(connection.execute(select(func.count()).select_from(t)).scalar_one()) for t in tables}


def _reason(error: SQLAlchemyError) -> str:
    """What the database said, in one line."""
    said = str(getattr(error, "orig", None) or error).strip()
    return " ".join(said.splitlines()[:2]) or type(error).__name__

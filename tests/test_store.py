"""The store: what it hands out, what it refuses to open, threads and forks."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import tiny
from sqlalchemy import create_engine, text

from medcheck import schema
from medcheck.build import build_store
from medcheck.errors import StoreError
from medcheck.model import Confidence, Effect
from medcheck.store import FORMAT, SHIPPED, Store, sql
from medcheck.text import compact, normalize

STATEMENTS = {name: value for name, value in vars(sql).items() if re.fullmatch("[A-Z][A-Z_]+", name) and isinstance(value, str)}  # fmt: skip


@pytest.mark.parametrize("name", sorted(STATEMENTS))
def test_every_statement_runs_on_the_schema(name: str) -> None:
    statement = STATEMENTS[name].format("names" if name == "COUNT" else "?")
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        schema.metadata.create_all(connection)
        named = dict.fromkeys(re.findall(r":(\w+)", statement), "x")
        if named:
            connection.execute(text(statement), named)
        else:
            connection.exec_driver_sql(statement, ("1",) * statement.count("?"))
    engine.dispose()


def test_every_counted_table_is_in_the_schema() -> None:
    assert set(sql.COUNTED) <= set(schema.metadata.tables)


# --- rows ------------------------------------------------------------------------------------


def test_names(tiny_store: Store) -> None:
    uk, us = sorted(tiny_store.names(normalize("Benadryl")), key=lambda name: name.regions, reverse=True)
    assert (uk.targets, uk.regions, uk.note) == (("acrivastine",), ("UK",), "another medicine in the UK")
    assert (us.targets, us.regions, us.kind, us.flags) == (
        ("diphenhydramine",),
        ("CA", "US"),
        "brand",
        frozenset(),
    )
    assert tiny_store.names_compact(compact(normalize("tylenol p.m."))) == tiny_store.names(
        normalize("tylenol pm")
    )
    assert tiny_store.names(normalize("nothing")) == ()
    cafe = tiny_store.names(normalize("cafe au lait"))[0]
    assert (cafe.name, cafe.target_kind, cafe.flags) == ("café au lait", "class", frozenset({"not_in_text"}))
    assert tiny_store.keys_with_prefix("ac", 2) == ["acetaminophen", "acrivastine"]
    assert tiny_store.keys_with_prefix("zz", 2) == []
    assert [n.name for n in tiny_store.names_of_ingredient("acrivastine")] == ["acrivastine", "benadryl"]
    assert [n.name for n in tiny_store.names_of_class("antihistamine")] == ["antihistamine"]


@pytest.mark.parametrize("name", sorted({row["name"] for row in tiny.TINY["names"]}))
def test_every_name_is_found_by_its_key(tiny_store: Store, name: str) -> None:
    assert name in {found.name for found in tiny_store.names(normalize(name))}


def test_ingredients_and_classes(tiny_store: Store) -> None:
    ingredient = tiny_store.ingredient("diphenhydramine")
    assert ingredient is not None
    assert (ingredient.unii, ingredient.status, ingredient.atc) == (
        "8GTS82S83M",
        "marketed",
        "D04AA32,R06AA02",
    )
    assert ingredient.class_ids == ("sedating_antihistamine",)
    assert tiny_store.ingredient("nothing") is None
    assert [c.class_id for c in tiny_store.classes()] == [
        "antihistamine",
        "caffeine_source",
        "sedating_antihistamine",
    ]
    sedating = tiny_store.drug_class("sedating_antihistamine")
    assert sedating is not None and sedating.parent_ids == ("antihistamine",)
    assert tiny_store.drug_class("nothing") is None
    assert tiny_store.children("antihistamine") == ("sedating_antihistamine",)
    assert tiny_store.members("sedating_antihistamine") == ("diphenhydramine",)
    assert tiny_store.members("nothing") == ()


def test_statements(tiny_store: Store) -> None:
    (association,) = tiny_store.associations("ingredient", "diphenhydramine")
    assert association.effect is Effect.MAY_WORSEN
    assert association.confidence is Confidence.MODERATE
    assert association.also_source_ids == ("seed-000",)
    assert (association.headline, association.population, association.locator) == (
        False,
        "adults",
        "bullet 1",
    )
    assert tiny_store.associations("class", "diphenhydramine") == ()
    (pathway,) = tiny_store.pathways("class", "caffeine_source")
    assert (pathway.state_id, pathway.confidence) == ("low_iron", Confidence.LOW)
    assert tiny_store.state("low_iron") == tiny_store.states()[0]
    assert tiny_store.states()[0].source_ids == ("aasm-2025", "seed-000")
    assert tiny_store.state("nothing") is None
    assert tiny_store.factors()[0].effect is Effect.MAY_TRIGGER
    assert tiny_store.cautions("class", "antihistamine")[0].caution == "do_not_stop"
    source = tiny_store.source("aasm-2025")
    assert source is not None and (source.year, source.pmid) == (2025, "39324694")
    assert source in tiny_store.sources()
    assert tiny_store.source("nothing") is None
    curated = tiny_store.source("curated")
    assert curated is not None and curated.year is None


def test_lookups_beside_names(tiny_store: Store) -> None:
    assert tiny_store.code("8gts82s83m") == tiny_store.code("db01075") == "diphenhydramine"
    assert tiny_store.code("") is None
    assert tiny_store.code("DB99999") is None
    assert tiny_store.not_drug(normalize("Histamine level")) == "a laboratory value"
    assert tiny_store.not_drug(normalize("histamine")) is None
    assert tiny_store.confusions(normalize("benadryl")) == (("acrivastine", "curated"),)
    assert tiny_store.confusions(normalize("acrivastine")) == (("benadryl", "curated"),)


def test_counts(tiny_store: Store) -> None:
    counts = tiny_store.counts()
    assert counts["names"] == len(tiny.TINY["names"])
    assert counts["sources"] == 4
    assert tiny_store.counts_by_kind()["brand"] == 3
    assert tiny_store.counts_by_region() == {"": 9, "CA": 1, "UK": 1, "US": 2}
    assert tiny_store.counts_by_class() == {"sedating_antihistamine": 1}


def test_more_fragments_than_one_statement_holds(tiny_store: Store) -> None:
    many = [f"x{number}" for number in range(2500)]
    assert [key.key for key in tiny_store.fragment_keys([*many, "benadry"])] == ["benadryl"]
    assert tiny_store.fragment_keys([]) == []


def test_odd_text_is_only_text(tiny_store: Store) -> None:
    for odd in ("'; DROP TABLE names; --", "\x00", "%", "\ud800".encode("utf-8", "replace").decode(), "🦵"):
        assert tiny_store.names(normalize(odd)) == ()
        assert tiny_store.code(odd) is None
    assert tiny_store.counts()["names"] == len(tiny.TINY["names"])


# --- what is refused -------------------------------------------------------------------------


def _patched(place: int, value: int) -> Callable[[Path, Path], None]:
    def make(whole: Path, path: Path) -> None:
        raw = bytearray(whole.read_bytes())
        raw[place : place + 4] = value.to_bytes(4, "big")
        path.write_bytes(raw)

    return make


def _foreign(_: Path, path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE names (name TEXT)")
    database.commit()
    database.close()


def _without_meta(whole: Path, path: Path) -> None:
    shutil.copy(whole, path)
    database = sqlite3.connect(path)
    database.execute("DELETE FROM meta")
    database.commit()
    database.close()


REFUSED: list[tuple[str, Callable[[Path, Path], object], str]] = [
    ("missing", lambda whole, path: None, "there is no store here; build it again with `medcheck data build`"),
    ("directory", lambda whole, path: path.mkdir(), "this is a directory, not a store; give the path of a store"),
    ("empty", lambda whole, path: path.write_bytes(b""), "not a medcheck store; build it again"),
    ("text", lambda whole, path: path.write_text("x" * 5000), "not a medcheck store; build it again"),
    ("foreign", _foreign, "was not made by medcheck; give the path of a store"),
    ("older", _patched(60, FORMAT - 1), f"store format {FORMAT - 1} is older than {FORMAT}"),
    ("newer", _patched(60, FORMAT + 1), f"store format {FORMAT + 1} is newer than {FORMAT}"),
    ("truncated", lambda whole, path: path.write_bytes(whole.read_bytes()[:-4096]), "the store is incomplete"),
    ("cut short", lambda whole, path: path.write_bytes(whole.read_bytes()[:200]), "the store is incomplete"),
    ("no meta", _without_meta, "says nothing about its dataset; build it again"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "says"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_no_whole_store_is_refused_with_the_cure(
    tmp_path: Path, tiny_path: Path, make: Callable[[Path, Path], object], says: str
) -> None:
    path = tmp_path / "some store.sqlite"
    make(tiny_path, path)
    with pytest.raises(StoreError) as error:
        Store.open(path)
    assert says in str(error.value)
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)
    assert error.value.exit_code == 3


def test_damage_inside_is_told_when_it_is_met(tmp_path: Path, tiny_path: Path) -> None:
    raw = bytearray(tiny_path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    (tmp_path / "bad.sqlite").write_bytes(raw)
    with pytest.raises(StoreError, match=r"damaged .*; build it again"):
        Store.open(tmp_path / "bad.sqlite").counts()


def test_a_closed_store_says_so(tiny_path: Path) -> None:
    store = Store.open(tiny_path)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed; open it again"):
        store.names(normalize("benadryl"))


@pytest.mark.parametrize("name", ["plain", "per%cent", "what?", "hash#tag", "with space", "ünïcode"])
def test_any_path_can_be_opened(tmp_path: Path, tiny_path: Path, name: str) -> None:
    if os.name == "nt" and "?" in name:
        pytest.skip("not a file name on Windows")
    path = tmp_path / f"{name}.sqlite"
    shutil.copy(tiny_path, path)
    with Store.open(str(path)) as store:
        assert store.counts()["classes"] == 3
    assert [p.name for p in tmp_path.iterdir()] == [path.name], "reading leaves no file behind"


def test_reading_changes_nothing(tiny_path: Path, tiny_store: Store) -> None:
    before = tiny_path.read_bytes()
    with pytest.raises(StoreError, match=r"readonly|read-only|query_only"):
        tiny_store._rows("DELETE FROM names")
    assert tiny_path.read_bytes() == before


# --- threads, forks, imports -----------------------------------------------------------------


def test_threads_share_a_store(tiny_store: Store) -> None:
    barrier = threading.Barrier(8)

    def work(_: int) -> tuple[int, ...]:
        barrier.wait()
        for _ in range(50):
            names = tiny_store.names(normalize("benadryl"))
            ingredients = [tiny_store.ingredient(target) for name in names for target in name.targets]
        return len(names), len(ingredients), len(tiny_store.classes())

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(8))) == {(2, 2, 3)}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this platform")
def test_a_forked_process_opens_its_own_connection(tiny_path: Path) -> None:
    code = (
        "import os, sys\n"
        "from medcheck.store import Store\n"
        "from medcheck.text import normalize\n"
        "store = Store.open(sys.argv[1])\n"
        "assert len(store.names(normalize('benadryl'))) == 2\n"
        "pid = os.fork()\n"
        "good = len(store.names(normalize('benadryl'))) == 2\n"
        "if pid == 0:\n"
        "    os._exit(0 if good and len(store._reader._open) == 1 else 1)\n"
        "assert good and os.waitpid(pid, 0)[1] == 0\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    subprocess.run([sys.executable, "-c", code, str(tiny_path)], check=True, env=environment)


def test_opening_imports_only_what_it_needs() -> None:
    code = (
        "import sys\n"
        "from medcheck.store import Store\n"
        "heavy = {'sqlalchemy', 'json', 'pathlib', 'urllib.parse', 'logging', 'tomllib'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    subprocess.run([sys.executable, "-S", "-c", code], check=True, env=environment)


# --- the shipped dataset ---------------------------------------------------------------------


def test_the_shipped_store_is_small_and_answers(store_path: Path, store: Store) -> None:
    assert store_path.stat().st_size < 40 * 1024 * 1024
    assert {name.targets for name in store.names(normalize("Benadryl"))} >= {
        ("diphenhydramine",),
        ("acrivastine",),
    }
    assert Path(SHIPPED).name == "medcheck.sqlite"


def test_the_same_shipped_tables_give_the_same_bytes(store_path: Path, tmp_path: Path) -> None:
    build_store(Path(__file__).parent.parent / "data", tmp_path / "again.sqlite")
    same = (tmp_path / "again.sqlite").read_bytes() == store_path.read_bytes()
    assert same, f"{store_path} was built by other code: run `medcheck data build`"

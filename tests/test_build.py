"""The build: the same bytes twice, whole or not at all, and what its index holds."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as st

from medcheck.build import build_store
from medcheck.dataset import read_dataset
from medcheck.errors import DataError, StoreError
from medcheck.fragments import MAX_DISTANCE, PREFIX, fragments
from medcheck.store import APPLICATION_ID, FORMAT, Store
from medcheck.text import normalize

ROOT = Path(__file__).parent.parent


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    data = tiny.write(tmp_path / "data")
    build_store(data, tmp_path / "one.sqlite")
    build_store(data, tmp_path / "two.sqlite")
    assert (tmp_path / "one.sqlite").read_bytes() == (tmp_path / "two.sqlite").read_bytes()


def test_the_order_of_hashing_makes_no_difference(tmp_path: Path, tiny_path: Path) -> None:
    data = tiny.write(tmp_path / "data")
    code = (
        f"from medcheck.build import build_store; build_store({str(data)!r}, {str(tmp_path / 'x.sqlite')!r})"
    )
    environment = os.environ | {"PYTHONHASHSEED": "77", "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert (tmp_path / "x.sqlite").read_bytes() == tiny_path.read_bytes()


def test_the_build_says_what_it_built_and_leaves_nothing_else(tmp_path: Path) -> None:
    data = tiny.write(tmp_path / "data")
    info = build_store(data, tmp_path / "out.sqlite")
    assert (info.version, info.released) == ("2026.11.0", "2026-11-22")
    assert info.sha256 == read_dataset(data).sha256
    with Store.open(tmp_path / "out.sqlite") as store:
        assert store.info() == info
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out.sqlite"]
    database = sqlite3.connect(tmp_path / "out.sqlite")
    assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert database.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()


def test_faults_refuse_the_build_and_leave_the_old_store(tmp_path: Path) -> None:
    data = tiny.write(tmp_path / "data")
    out = tmp_path / "out.sqlite"
    build_store(data, out)
    before = out.read_bytes()
    tiny.write(data, tiny.merged({"names": [tiny.name("a", "tramadol")]}))
    with pytest.raises(DataError) as error:
        build_store(data, out)
    assert "names.tsv:2:" in str(error.value)
    assert len(str(error.value).splitlines()) == 2, "every fault at once"
    assert out.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out.sqlite"]


def test_a_reader_keeps_its_store_while_a_new_one_is_moved_into_place(tmp_path: Path) -> None:
    data, out = tiny.write(tmp_path / "data"), tmp_path / "out.sqlite"
    build_store(data, out)
    with Store.open(out) as old:
        build_store(tiny.write(data, tiny.merged({"names": [tiny.name("apap", "paracetamol")]})), out)
        assert old.names(normalize("apap")) == ()
        found: list[int] = []
        thread = threading.Thread(target=lambda: found.append(len(old.names(normalize("benadryl")))))
        thread.start()
        thread.join()
        assert found == [2]
        with Store.open(out) as new:
            assert len(new.names(normalize("apap"))) == 1


def test_a_directory_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        build_store(tiny.write(tmp_path / "data"), tmp_path / "nowhere" / "out.sqlite")


def test_keys_know_their_drugs_their_use_and_whether_they_are_corrections(tiny_store: Store) -> None:
    keys = {key.key: key for key in tiny_store.all_keys()}
    assert [key.key_id for key in keys.values()] == list(range(1, len(keys) + 1))
    assert list(keys) == sorted(keys)
    benadryl = keys[normalize("benadryl")]
    assert benadryl.drugs == ("acrivastine", "diphenhydramine")
    assert keys[normalize("tylenol pm")].compact == "tylenolpm"
    assert keys[normalize("tylenol pm")].drugs == ("diphenhydramine+paracetamol",)
    assert keys[normalize("antihistamine")].drugs == ("class:antihistamine",)
    assert not keys[normalize("dph")].fuzzy
    assert benadryl.fuzzy
    assert [key.key for key in keys.values() if not key.marketed] == ["diphenhydraminum"]


def test_fragments_lead_to_keys_that_are_corrections_or_stand_in_the_way_of_one(tiny_store: Store) -> None:
    for key in tiny_store.all_keys():
        hits = tiny_store.fragment_keys(sorted(fragments(key.compact, 0)))
        assert (key in hits) == (key.fuzzy or len(key.compact) >= 5)


LETTERS = st.text("abcd", min_size=1, max_size=10)


@given(LETTERS, st.data())
def test_words_two_edits_apart_share_a_fragment(word: str, data: st.DataObject) -> None:
    other = word
    for _ in range(data.draw(st.integers(0, MAX_DISTANCE))):
        place = data.draw(st.integers(0, max(len(other) - 1, 0)))
        letter = data.draw(st.sampled_from("abcd"))
        edit = data.draw(st.sampled_from(["insert", "delete", "replace"]))
        rest = other[place:] if edit == "insert" else other[place + 1 :]
        other = other[:place] + ("" if edit == "delete" else letter) + rest
    if min(len(word), len(other)) > MAX_DISTANCE:
        assert fragments(word, MAX_DISTANCE) & fragments(other, MAX_DISTANCE)


@given(LETTERS, st.integers(0, 3))
def test_fragments_are_what_is_left_of_the_prefix(word: str, distance: int) -> None:
    found = fragments(word, distance)
    assert word[:PREFIX] in found
    assert "" not in found
    assert all(len(word[:PREFIX]) - len(piece) <= distance for piece in found)

"""Reading tables, naming every fault by its place, and the canonical form."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as st

import medcheck.model
from medcheck.dataset import canonical_text, format_dataset, read_dataset
from medcheck.errors import DataError
from medcheck.tables import TABLES, Table, table, with_dictionary

DATA = Path(__file__).parent.parent / "data"

BROKEN = [
    ("classes.tsv", b"class_id\tlabel\tparent_ids\tdefinition\nx\ty\t\n", "classes.tsv:2:5: 3 cells; expected 4"),
    ("classes.tsv", b"class_id\tlabel\tparent_ids\tdefinition\nx\ty\t\td\te\n", "classes.tsv:2:9: 5 cells; expected 4"),
    ("classes.tsv", b"class_id\tlabel\tparent_ids\tdefinition\n\n", "classes.tsv:2:1: 1 cells; expected 4"),
    ("classes.tsv", b"class_id\tlabel\tparent\tdefinition\n", "classes.tsv:1:16: unknown column 'parent'; expected class_id"),
    ("classes.tsv", b"class_id\tlabel\tdefinition\n", "classes.tsv:1:27: missing column 'parent_ids'; expected class_id"),
    ("classes.tsv", b"class_id\tlabel\tlabel\tparent_ids\tdefinition\n", "classes.tsv:1:16: column twice 'label'"),
    ("classes.tsv", b"label\tclass_id\tparent_ids\tdefinition\n", "classes.tsv:1:1: columns out of order"),
    ("classes.tsv", b"", "classes.tsv:1:1: the file is empty; expected the header class_id label"),
    ("classes.tsv", b"class_id\tlabel\tparent_ids\tdefinition\nx\ty\xff\t\td\n", "classes.tsv:2:4: not UTF-8"),
    ("classes.tsv", None, "classes.tsv:1:1: the file cannot be read (No such file or directory)"),
    ("drugs.tsv", b"drug\n", "drugs.tsv:1:1: unknown table"),
    ("dataset.toml", b"version = 2026.11.0\n", "dataset.toml:1:"),
    ("dataset.toml", b'version = "1"\n', "dataset.toml:1:1: version is '1'; expected a version such as"),
    ("dataset.toml", tiny.META.encode() + b'colour = "red"\n', "dataset.toml:1:1: unknown key 'colour'"),
    ("dataset.toml", None, "dataset.toml:1:1: the file cannot be read"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "content", "expected"), BROKEN)
def test_a_fault_is_named_by_its_place(
    tmp_path: Path, file: str, content: bytes | None, expected: str
) -> None:
    tiny.write(tmp_path)
    if content is None:
        (tmp_path / file).unlink()
    else:
        (tmp_path / file).write_bytes(content)
    faults = [str(fault) for fault in read_dataset(tmp_path).faults]
    assert any(fault.startswith(expected) for fault in faults), faults


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    tiny.write(tmp_path)
    with (tmp_path / "classes.tsv").open("ab") as file:
        file.write(b"one\n\ntwo\t\n")
    (tmp_path / "states.tsv").unlink()
    found = [(fault.file, fault.line) for fault in read_dataset(tmp_path).faults]
    assert found == [("classes.tsv", 5), ("classes.tsv", 6), ("classes.tsv", 7), ("states.tsv", 1)]


@pytest.mark.parametrize("missing", ["nowhere", "file.txt"])
def test_a_directory_is_needed(tmp_path: Path, missing: str) -> None:
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")
    with pytest.raises(DataError, match="there is no dataset directory here"):
        read_dataset(tmp_path / missing)


def test_line_ends_and_byte_order_marks_make_no_difference(tmp_path: Path) -> None:
    plain = read_dataset(tiny.write(tmp_path))
    for path in tmp_path.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    other = read_dataset(tmp_path)
    assert not other.faults
    assert other.sha256 == plain.sha256
    assert {t: other.rows(t) for t in other.tables} == {t: plain.rows(t) for t in plain.tables}


def test_a_cell_knows_its_place(tmp_path: Path) -> None:
    row = next(r for r in read_dataset(tiny.write(tmp_path)).rows("names") if r["region"] == "UK")
    line = (tmp_path / "names.tsv").read_text(encoding="utf-8").split("\n")[row.line - 1]
    assert row.id == "names:benadryl|UK|ingredients|acrivastine|"
    for column in row.table.header:
        assert line[row.position(column) - 1 :].startswith(row[column])
    assert str(row.fault("some-rule", "target", "what")) == f"names.tsv:{row.line}:31: what [some-rule]"


def test_format_puts_a_table_in_its_form_and_says_which(tmp_path: Path) -> None:
    before = read_dataset(tiny.write(tmp_path))
    path = tmp_path / "names.tsv"
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    messy = [line.replace("CA,US", "US, CA").replace("\tgeneric", " \t generic") for line in lines]
    path.write_text("\r\n".join([header, *reversed(messy), messy[0]]), encoding="utf-8")
    assert read_dataset(tmp_path).sha256 == before.sha256
    assert format_dataset(tmp_path) == ["names.tsv"]
    assert format_dataset(tmp_path) == []
    assert read_dataset(tmp_path).rows("names") == before.rows("names")


def test_format_changes_nothing_that_it_cannot_read(tmp_path: Path) -> None:
    tiny.write(tmp_path)
    (tmp_path / "classes.tsv").write_bytes(b"class_id\nx\n")
    with pytest.raises(DataError, match=r"classes\.tsv:1:10: missing column 'label'"):
        format_dataset(tmp_path)
    assert (tmp_path / "classes.tsv").read_bytes() == b"class_id\nx\n"


def test_the_hash_follows_every_cell(tmp_path: Path) -> None:
    hashes = {read_dataset(tiny.write(tmp_path)).sha256}
    for name in [t.name for t in TABLES if t.name != "waivers"]:
        rows = {t: list(r) for t, r in tiny.TINY.items()}
        rows[name] = rows[name][:-1]
        hashes.add(read_dataset(tiny.write(tmp_path, rows)).sha256)
    (tmp_path / "dataset.toml").write_text(tiny.META.replace("11.0", "11.1"), encoding="utf-8")
    hashes.add(read_dataset(tmp_path).sha256)
    assert len(hashes) == len(TABLES) + 1


CELL = st.text(st.characters(exclude_characters="\t\n\r", exclude_categories=["Cs"]), max_size=8)
TABLE_ROWS = st.sampled_from(TABLES).flatmap(
    lambda t: st.tuples(st.just(t), st.lists(st.tuples(*[CELL] * len(t.columns)), max_size=5))
)


@given(TABLE_ROWS)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, drawn: tuple[Table, list[tuple[str, ...]]]
) -> None:
    which, rows = drawn
    directory = tmp_path_factory.mktemp("round")
    tiny.write(directory)
    written = canonical_text(which, rows)
    (directory / which.file).write_bytes(written.encode())
    content = read_dataset(directory).tables[which.name]
    if all(any(cell.strip() for cell in row) for row in rows):
        assert content.canonical.decode() == written, "canonical text is read back and written the same"
        assert [row.line for row in content.rows] == list(range(2, len(content.rows) + 2))
        assert len(content.rows) <= len(rows)


def test_the_shipped_tables_are_canonical_and_their_dictionary_is_current() -> None:
    dataset = read_dataset(DATA)
    assert not [str(fault) for fault in dataset.faults]
    wrong = [t.table.file for t in dataset.tables.values() if t.raw != t.canonical]
    page = (DATA / "README.md").read_text(encoding="utf-8")
    if with_dictionary(page) != page:
        wrong.append("README.md")
    assert not wrong, f"run `medcheck data format`: {wrong}"
    assert with_dictionary(page).count("### `") == len(TABLES)


@pytest.mark.parametrize("spec", [t for t in TABLES if t.dataclass], ids=lambda t: t.name)
def test_columns_are_spelled_as_in_the_dataclass(spec: Table) -> None:
    """The exceptions are those that the table declares (``attribute``), and classes of an ingredient."""
    declared = tuple(column.attribute or column.name for column in spec.columns)
    found = getattr(medcheck.model, spec.dataclass)._fields
    extra = {"Ingredient": {"class_ids"}}.get(spec.dataclass, set())
    assert sorted(declared) == sorted(set(found) - extra)
    for column in spec.columns:
        if column.attribute:
            assert column.separator or column.attribute == "population"


def test_keys_stand_in_the_order_of_the_columns() -> None:
    assert table("names").file == "names.tsv"
    assert [t.name for t in TABLES if t.key != tuple(c for c in t.header if c in t.key)] == []

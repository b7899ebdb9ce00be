"""Tables in memory and Parquet: the same table with the same answers as a CSV of it would get."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import medcheck
from medcheck import KnowledgeBase
from medcheck.knowledge_base import DISCLAIMER
from medcheck.lists.answering import Asked
from medcheck.lists.columns import RLS_COLUMNS
from medcheck.lists.files import annotate_file
from medcheck.lists.frames import ADDED, annotate

DRUGS = ["Tylenol PM", None, "metoprolol; gabapentin", "zzyx", "Tylenol PM", "seroquil 50"]
CODES = ["00045", "1", "02", "03", "00045", "6"]
VERDICTS = ["worsens", None, "worsens | treats", None, "worsens", "worsens"]
COUNTS = [1, 1, 2, 1, 1, 1]


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


def test_pandas(kb: KnowledgeBase) -> None:
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pd.DataFrame({"drug": DRUGS, "ndc": CODES}, index=list("uvwxyz"))
    before = frame.copy()
    annotated = annotate(frame, "drug", base=kb)
    pd.testing.assert_frame_equal(frame, before)
    assert list(annotated.columns) == ["drug", "ndc", *ADDED]
    assert list(annotated.index) == list("uvwxyz")
    assert annotated.attrs == {"rls_disclaimer": DISCLAIMER}
    with pytest.raises(TypeError, match="holds list values"):
        annotate(pd.DataFrame({"drug": [["a"], ["b", "c"]]}), base=kb)
    assert [None if pd.isna(v) else v for v in annotated["rls_verdict"]] == VERDICTS
    assert annotated["rls_part_count"].tolist() == COUNTS
    assert annotated["ndc"].tolist() == CODES
    assert annotate(frame.iloc[:0], "drug", base=kb).shape == (0, 2 + len(ADDED))
    assert annotate(pd.DataFrame({"drug": [4711, float("nan")]}), base=kb)["rls_resolution"].tolist() == [
        "unrecognised",
        "unrecognised",
    ]


def test_polars(kb: KnowledgeBase) -> None:
    pl = pytest.importorskip("polars", reason="polars is not installed")
    frame = pl.DataFrame({"drug": DRUGS, "ndc": CODES})
    annotated = annotate(frame, "drug", base=kb)
    assert annotated.columns == ["drug", "ndc", *ADDED]
    assert annotated["rls_verdict"].to_list() == VERDICTS
    assert annotated["rls_part_count"].to_list() == COUNTS
    assert annotated.select("drug", "ndc").equals(frame)
    assert annotate(frame.clear(), "drug", base=kb).height == 0
    with pytest.raises(TypeError, match=r"collect\(\) first"):
        annotate(frame.lazy(), "drug", base=kb)


def test_pyarrow_tables(kb: KnowledgeBase) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    table = pa.table({"drug": DRUGS, "ndc": CODES})
    annotated = annotate(table, "drug", base=kb)
    assert annotated.column_names == ["drug", "ndc", *ADDED]
    assert annotated.schema.metadata[b"rls_disclaimer"].decode() == DISCLAIMER
    assert annotated["rls_verdict"].to_pylist() == VERDICTS
    assert annotated["rls_part_count"].to_pylist() == COUNTS


def test_parquet_gives_what_csv_gives(kb: KnowledgeBase, tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    asked = Asked(kb, None, None, RLS_COLUMNS)
    table = pa.table({"drug": DRUGS, "ndc": CODES, "n": pa.array(range(6), pa.int16())})
    pq.write_table(table, tmp_path / "list.parquet", row_group_size=4)
    summary = annotate_file(str(tmp_path / "list.parquet"), str(tmp_path / "out.parquet"), asked)
    assert summary.rows == 6
    found = pq.read_table(tmp_path / "out.parquet")
    assert found.select(["drug", "ndc", "n"]).equals(table)
    with (tmp_path / "list.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["drug", "ndc"], *zip(DRUGS, CODES, strict=True)])
    annotate_file(str(tmp_path / "list.csv"), str(tmp_path / "out.csv"), asked)
    with (tmp_path / "out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    for name in RLS_COLUMNS:
        assert [row[name] for row in rows] == ["" if v is None else str(v) for v in found[name].to_pylist()]


@pytest.mark.parametrize("content", [b"", b"PAR1", b"drug\nTylenol\n", b"PAR1" + b"\0" * 100 + b"PAR1"])
def test_a_file_that_is_no_parquet(kb: KnowledgeBase, tmp_path: Path, content: bytes) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    (tmp_path / "list.parquet").write_bytes(content)
    with pytest.raises(medcheck.InputError, match="cannot be read as Parquet"):
        annotate_file(
            str(tmp_path / "list.parquet"), str(tmp_path / "o.parquet"), Asked(kb, None, None, RLS_COLUMNS)
        )
    assert [p.name for p in tmp_path.iterdir()] == ["list.parquet"]


def test_a_column_of_lists_and_columns_that_are_not_there(kb: KnowledgeBase) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    with pytest.raises(TypeError, match="holds list values, not one text a row; give each medicine"):
        annotate(pa.table({"drug": [["a", "b"]]}), base=kb)
    with pytest.raises(TypeError, match="column must be a str, the name of a column or '#' and its number"):
        annotate(pa.table({"drug": ["a"]}), 0, base=kb)  # type: ignore[arg-type]
    with pytest.raises(medcheck.InputError, match="no column 'drug'; the columns are ndc"):
        annotate(pa.table({"ndc": ["a"]}), "drug", base=kb)
    with pytest.raises(medcheck.InputError, match="holds rls_resolution already"):
        annotate(annotate(pa.table({"drug": ["a"]}), base=kb), base=kb)


def test_a_parquet_column_of_lists(kb: KnowledgeBase, tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    pq.write_table(pa.table({"drug": [["a", "b"]]}), tmp_path / "a.parquet")
    asked = Asked(kb, None, None, RLS_COLUMNS)
    with pytest.raises(medcheck.InputError, match=r"holds list<.*> values, not one text a row"):
        annotate_file(str(tmp_path / "a.parquet"), str(tmp_path / "o.parquet"), asked)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (None, "names must be a str or an iterable of str, not NoneType"),
        (b"zoloft", "names must be .* not bytes; decode it first"),
        (5, "names must be .* not int"),
        ([None], r"names\[0\] must be a str, not NoneType; give \"\" where"),
        (["zoloft", b"x"], r"names\[1\] must be a str, not bytes; decode it first"),
    ],
)
def test_names_that_are_no_text(kb: KnowledgeBase, names: Any, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        kb.check(names)


@pytest.mark.parametrize(("text", "words"), [(None, "not NoneType"), (b"x", "not bytes; decode it first")])
def test_a_note_that_is_no_text(kb: KnowledgeBase, text: Any, words: str) -> None:
    with pytest.raises(TypeError, match=f"text must be a str, {words}"):
        kb.scan(text)
    with pytest.raises(TypeError, match="region must be a str, one of US"):
        kb.check("zoloft", region=5)  # type: ignore[arg-type]


@pytest.mark.parametrize("other", [[1], {"drug": ["a"]}, "a.csv", None])
def test_anything_else_is_a_type_error_that_says_what_is_taken(other: object) -> None:
    with pytest.raises(TypeError, match="pandas or polars DataFrame or a pyarrow Table"):
        medcheck.annotate(other, "drug")


def test_parquet_without_pyarrow_names_the_extra(tmp_path: Path, store_path: Path) -> None:
    (tmp_path / "list.parquet").write_bytes(b"PAR1")
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from medcheck.cli.program import cli\n"
        f"sys.argv = ['medcheck', 'batch', 'list.parquet', '-o', 'o.parquet', '--db', {str(store_path)!r}]\n"
        "cli()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 3
    assert "pip install 'medcheck[tables]'" in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["list.parquet"]

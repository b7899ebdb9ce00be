"""Lists from file to file: nothing lost, nothing changed, nothing half written; and every bad input."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medcheck import InputError, KnowledgeBase
from medcheck.errors import OutputError
from medcheck.lists.answering import Asked
from medcheck.lists.columns import RLS_COLUMNS, chosen_columns, find_column
from medcheck.lists.files import BatchSummary, annotate_file
from medcheck.lists.records import Records, quoted
from medcheck.lists.writing import whole_file
from medcheck.render.csv import guarded

SHORT = ("rls_resolution", "rls_verdict", "rls_notes")
MEDCHECK = [sys.executable, "-m", "medcheck"]


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


@pytest.fixture
def batch(kb: KnowledgeBase, tmp_path: Path):
    """Answer a list given as bytes: the bytes that come out, and what was said of the run."""

    def run(
        content: bytes,
        name: str = "list.csv",
        columns: tuple[str, ...] = SHORT,
        column: str | None = None,
        guard_all: bool = False,
    ) -> tuple[bytes, BatchSummary]:
        source, target = tmp_path / name, tmp_path / f"out.{name}"
        source.write_bytes(content)
        summary = annotate_file(str(source), str(target), Asked(kb, column, None, columns, guard_all))
        assert not [p for p in tmp_path.iterdir() if p.suffix == ".part"]
        return target.read_bytes(), summary

    return run


def table(out: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out.decode("utf-8-sig"), newline=""), delimiter=delimiter))


# --- what a good list gives ---------------------------------------------------------------


def test_the_users_cells_stay_byte_for_byte(batch) -> None:
    rows = ['00045060015,"Tylenol PM", 3 ', "012,gabapentin,", '007,"say ""hi""",=1+1', "012,gabapentin,"]
    out, summary = batch("\r\n".join(["NDC11,Drug Name,qty", *rows]).encode())
    lines = out.decode().split("\r\n")
    assert lines[0] == "NDC11,Drug Name,qty," + ",".join(SHORT)
    assert [line.startswith(row + ",") for line, row in zip(lines[1:], rows, strict=True)] == [True] * 4
    assert [row["rls_verdict"] for row in table(out)] == ["worsens", "treats", "", "treats"]
    assert (summary.rows, summary.unread, summary.looked_up) == (4, 0, 3)
    assert summary.coverage.entries == 4


def test_all_columns_and_the_disclaimer_once(batch, kb: KnowledgeBase) -> None:
    out, _ = batch(b"drug\nTylenol PM\nTylenol PM\n", columns=RLS_COLUMNS)
    first, second = table(out)
    assert tuple(first) == ("drug", *RLS_COLUMNS)
    assert first.pop("rls_disclaimer")
    assert second.pop("rls_disclaimer") == ""
    assert first == second
    assert first["rls_ingredients"].startswith("diphenhydramine=worsens; ")
    assert first["rls_strongest"] == "guideline"
    assert first["rls_statement"]
    assert first["rls_source_url"].startswith("https://")
    assert first["rls_dataset"] == kb.info().version


def test_a_cell_of_several_medicines_gives_their_answers_in_order(batch) -> None:
    out, summary = batch(b'drug\n"metoprolol; gabapentin"\n', columns=RLS_COLUMNS)
    (row,) = table(out)
    assert (row["rls_verdict"], row["rls_part_count"]) == ("worsens | treats", "2")
    assert row["rls_parts"] == "metoprolol | gabapentin"
    assert summary.rows == 1
    assert summary.coverage.entries == 2


def test_tab_semicolon_and_crlf(batch) -> None:
    tsv, _ = batch(b"drug\tqty\r\ngabapentin\t3\r\n", "list.tsv")
    assert tsv.startswith(b"drug\tqty\trls_resolution\t")
    assert tsv.endswith(b"gabapentin\t3\texact\ttreats\t\r\n")
    semicolons, _ = batch(b"drug;qty\ngabapentin;3,5\n")
    assert semicolons.endswith(b"gabapentin;3,5;exact;treats;\n")


def test_quoted_line_ends_stay_in_their_cell(batch) -> None:
    out, summary = batch(b'drug,note\ngabapentin,"one\r\ntwo\n\nthree"\nTylenol PM,x')
    assert b'"one\r\ntwo\n\nthree",exact,treats,\nTylenol PM,x,exact,worsens,' in out
    assert (summary.rows, summary.unread) == (2, 0)


def test_what_is_added_is_guarded_and_what_was_there_only_if_asked(batch, monkeypatch) -> None:
    assert guarded("@sum") == "'@sum"
    content = b"drug,note\ngabapentin,=cmd()\n+1,-2\n"
    plain, _ = batch(content)
    assert b"gabapentin,=cmd(),exact" in plain
    every, _ = batch(content, guard_all=True)
    assert b"gabapentin,'=cmd(),exact" in every
    assert b"'+1,'-2," in every
    both, _ = batch(b'drug\n"=cmd(); @evil, gabapentin"\n', columns=RLS_COLUMNS)
    added = [value for name, value in table(both)[0].items() if name != "drug"]
    assert not [value for value in added if value.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_with_and_without_a_byte_order_mark(batch, mark: bytes) -> None:
    out, summary = batch(mark + "drug,ort\nSéroquel,Köln\n".encode())
    assert out.startswith(mark + b"drug,ort,rls_")
    assert "Séroquel,Köln,exact,".encode() in out
    assert not summary.warnings


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_written_as_utf_8(batch, encoding: str) -> None:
    out, _ = batch("\ufeffdrug,ort\r\nSéroquel,Köln 🦵\r\n".encode(encoding))
    assert out.startswith(b"\xef\xbb\xbfdrug,ort,rls_")
    assert "Séroquel,Köln 🦵,exact,".encode() in out


def test_lines_that_are_not_utf_8_are_read_as_windows_1252_and_said(batch) -> None:
    out, summary = batch("drug,ort\nSéroquel,Köln\n".encode() + "Séroquel,5 € Köln\n".encode("cp1252"))
    assert "Séroquel,5 € Köln,exact,".encode() in out
    (warning,) = summary.warnings
    assert "line 3 not UTF-8" in warning


def test_the_same_list_gives_the_same_bytes(batch) -> None:
    content = b"drug\n" + b"".join(f"{n}\n".encode() for n in ("SSRI", "seroquil", "nyquil", "zzz", "")) * 3
    assert batch(content, columns=RLS_COLUMNS)[0] == batch(content, columns=RLS_COLUMNS)[0]


def test_ndjson_keeps_the_line_and_adds_keys(batch) -> None:
    lines = [
        '{"drug": "gabapentin", "ndc": "00123", "n": 1.50}',
        '{"n":1e400,"drug":"Tylenol PM" } ',
        "{}",
        '{"drug": null}',
        "",
        '{"drug": 4711}',
    ]
    out, summary = batch("\n".join(lines).encode(), "list.ndjson", columns=RLS_COLUMNS)
    written = out.decode().split("\n")
    assert written[0].startswith('{"drug": "gabapentin", "ndc": "00123", "n": 1.50,"rls_resolution":"exact"')
    assert written[4] == ""
    read = [json.loads(line) for line in written if line]
    assert [row["rls_verdict"] for row in read] == ["treats", "worsens", None, None, None]
    assert [row["rls_part_count"] for row in read] == [1] * 5
    assert [bool(row["rls_disclaimer"]) for row in read] == [True, False, False, False, False]
    assert (summary.rows, summary.unread) == (5, 0)


def test_ndjson_escapes_the_line_ends_that_only_unicode_knows(batch) -> None:
    out, _ = batch('{"drug":"gabapentin","note":"a\u2028b\x85c"}\n'.encode(), "list.ndjson")
    (line,) = out.decode().splitlines()
    assert json.loads(line)["note"] == "a\u2028b\x85c"


# --- bad inputs ---------------------------------------------------------------------------


def test_a_row_of_another_length_is_passed_on_and_reported(batch) -> None:
    out, summary = batch(b"drug,qty,x\ngabapentin,1,2\nshort,1\nlong,1,2,3\ngabapentin,1,2\n")
    lines = out.decode().splitlines()
    assert lines[2] == "short,1,,unread,,2 cells where the header has 3"
    assert lines[3] == 'long,1,"2,3",unread,,4 cells where the header has 3'
    assert lines[1] == lines[4] == "gabapentin,1,2,exact,treats,"
    assert (summary.rows, summary.unread) == (4, 2)
    assert summary.faults[0].endswith(
        "list.csv:3: 2 cells where the header has 3; nothing was checked in this row, it is passed on"
    )


@pytest.mark.parametrize("guard_all", [False, True])
def test_the_output_is_a_rectangle_and_holds_all_that_was_given(batch, guard_all: bool) -> None:
    rows = ["gabapentin,1,2", "short", 'long,"a,b","c,d",=3', '"open,1,2', "gabapentin,1,2"]
    out, summary = batch("\n".join(["drug,qty,x", *rows]).encode(), columns=RLS_COLUMNS, guard_all=guard_all)
    read = list(csv.reader(io.StringIO(out.decode(), newline="")))
    assert {len(row) for row in read} == {3 + len(RLS_COLUMNS)}
    assert [row[:3] for row in read[2:5]] == [
        ["short", "", ""],
        ["long", "a,b", '"c,d",=3'],
        ['"open,1,2', "", ""],
    ]
    words = {row["rls_words"] for row in table(out) if row["rls_resolution"] == "unread"}
    assert words == {"This row could not be read; nothing was checked."}
    assert summary.unread == 3


def test_excels_first_line_names_the_delimiter_and_stays(batch) -> None:
    out, summary = batch(b"\xef\xbb\xbfsep=;\r\na,b;DrugName\r\n1,2;gabapentin\r\n1\r\n")
    lines = out.decode("utf-8-sig").split("\r\n")
    assert lines[:3] == ["sep=;", "a,b;DrugName;" + ";".join(SHORT), "1,2;gabapentin;exact;treats;"]
    assert ":4: 1 cell where" in summary.faults[0]


def test_ndjson_rows_without_the_key_and_numbers_that_json_has_not(batch) -> None:
    lines = ['{"drug":"gabapentin"}', '{"n":1}', '{"drug":"gabapentin","n":NaN}', '{"n":2}', '{"drug":null}']
    out, summary = batch("\n".join(lines).encode(), "list.ndjson", columns=("rls_resolution", "rls_words"))
    read = [json.loads(line, parse_constant=pytest.fail) for line in out.decode().splitlines()]
    assert read[2]["rls_unread"] == lines[2]
    assert read[2]["rls_words"].endswith("nothing was checked.")
    (fault,) = summary.faults
    assert ":3: not JSON (NaN is no number of JSON's)" in fault
    (warning,) = summary.warnings
    assert warning.endswith("2 rows do not hold 'drug'; nothing was checked there (line 2, 4)")
    assert (
        ":2: not JSON (unterminated string starting at character 10)"
        in batch(b'{"drug":"a"}\n{"drug": "a', "list.ndjson")[1].faults[0]
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.csv", b"Description,Drug,Qty\nblue box,gabapentin,3\n"),
        ("list.ndjson", b'{"Description": "blue box", "Drug": "gabapentin"}\n'),
    ],
)
def test_another_column_that_fits_is_named(batch, name: str, content: bytes) -> None:
    out, summary = batch(content, name)
    assert b"gabapentin" in out and summary.coverage.treats == 1
    (warning,) = summary.warnings
    assert "read in 'Drug' and not in 'Description'" in warning and "--column" in warning
    assert not batch(content, name, column="Drug")[1].warnings, "who names a column knows it"


def test_a_quote_that_is_not_closed_costs_one_row(batch) -> None:
    rows = ['"open,1', "gabapentin,2", '"Tylenol PM",3', "gabapentin,4"]
    out, summary = batch("\n".join(["drug,qty", *rows]).encode() + b"\n")
    lines = out.decode().splitlines()
    assert lines[1] == '"""open,1",,unread,,a quote is opened and not closed'
    assert [line.split(",")[2] for line in lines[2:]] == ["exact"] * 3
    assert summary.unread == 1
    assert ":2: a quote" in summary.faults[0]


def test_broken_and_truncated_json_lines_are_kept_as_text(batch) -> None:
    lines = [
        '{"drug":"gabapentin"}',
        '{"drug": "Tyl',
        "[1]",
        '{"drug":["a"]}',
        '{"drug":"a","drug":"b"}',
        '{"drug":"gaba',
    ]
    out, summary = batch("\n".join(lines).encode(), "list.jsonl", columns=RLS_COLUMNS)
    read = [json.loads(line) for line in out.decode().splitlines()]
    assert [row["rls_resolution"] for row in read] == ["exact", *["unread"] * 5]
    assert [row.get("rls_unread") for row in read] == [None, lines[1], lines[2], None, None, lines[5]]
    assert read[3]["drug"] == ["a"]
    assert ":2: not JSON" in summary.faults[0]
    assert (summary.rows, summary.unread) == (6, 5)


def test_a_nest_too_deep_and_a_number_too_long_are_rows_like_others(batch) -> None:
    deep = '{"drug":' + "[" * 100_000
    out, summary = batch(
        f'{{"drug":"gabapentin"}}\n{deep}\n{{"drug":{"9" * 5000}}}\n'.encode(), "list.ndjson"
    )
    assert len(out.splitlines()) == 3
    assert summary.unread == 1


def test_zero_rows(batch) -> None:
    assert batch(b"drug,qty\n")[0] == b"drug,qty," + ",".join(SHORT).encode() + b"\n"
    assert batch(b"drug")[0] == b"drug," + ",".join(SHORT).encode()
    assert batch(b"", "list.ndjson")[0] == b""
    with pytest.raises(InputError, match="the file is empty"):
        batch(b"")
    with pytest.raises(InputError, match="first line is empty"):
        batch(b"\ndrug\n")


def test_duplicate_headers(batch) -> None:
    out, _ = batch(b"x,x,drug\n1,2,gabapentin\n")
    assert out.endswith(b"1,2,gabapentin,exact,treats,\n")
    with pytest.raises(InputError, match=r"'drug' stands there 2 times \(columns 1 and 3\).*--column '#1'"):
        batch(b"drug,x,drug\na,b,c\n")
    out, _ = batch(b"drug,x,drug\nzzz,b,gabapentin\n", column="#3")
    assert b"exact,treats" in out


@pytest.mark.parametrize("name", ["list.csv", "list.ndjson"])
def test_a_column_that_is_not_there_names_those_that_are(batch, name: str) -> None:
    content = b"ndc,qty\n1,2\n" if name == "list.csv" else b'{"ndc":"1","qty":2}\n'
    with pytest.raises(
        InputError, match=r"no column 'drug'; the columns are ndc, qty; name one with --column"
    ):
        batch(content, name, column="drug")
    with pytest.raises(
        InputError, match=r"codes such as 'ndc' are not taken by themselves.*the columns are ndc, qty"
    ):
        batch(content, name)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"PK\x03\x04...", "a Word, Excel or zip file"),
        (b"PAR1....", "a Parquet file.*--format parquet"),
        (b"%PDF-1.4", "a PDF"),
        (b"drug\nx\0y\n", "not text"),
        (bytes(range(256)) * 10, "not text"),
        (b"{\\rtf1 drug}", "a rich text"),
        ("\ufeffdrug".encode("utf-32"), "UTF-32, which is not read"),
        ("drug\ngabapentin\n".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("drug\ngabapentin\n".encode("utf-16-be"), "UTF-16 without a byte order mark"),
    ],
)
def test_a_binary_file(batch, content: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        batch(content)


def test_an_answered_list_and_an_array_are_refused_with_the_cure(batch) -> None:
    with pytest.raises(InputError, match="holds rls_resolution already; give the list that it was made from"):
        batch(b"drug,rls_resolution\na,b\n")
    with pytest.raises(InputError, match=r"one JSON array.*jq -c"):
        batch(b'[\n{"drug":"a"}]', "list.ndjson")
    with pytest.raises(InputError, match="none of its first lines is a JSON object"):
        batch(b"drug,qty\na,b\n", "list.ndjson")


def test_a_line_of_50_mb(batch) -> None:
    long = b"x" * 50_000_000
    out, summary = batch(b"drug,note\ngabapentin," + long + b"\n" + long + b"\n")
    assert out.splitlines()[1].endswith(b"x,exact,treats,")
    assert (summary.rows, summary.unread) == (2, 1)
    out, summary = batch(b'{"drug":"gabapentin","n":"' + long + b'"}\n', "list.ndjson")
    assert out.endswith(b'"rls_verdict":"treats","rls_notes":null}\n')


def test_a_cell_of_a_megabyte_is_read_at_its_beginning(batch) -> None:
    out, summary = batch(b"drug\ngabapentin 300 mg " + b"x" * 1_000_000 + b"\n")
    assert summary.rows == 1
    assert b"unread" not in out


@given(
    st.lists(
        st.lists(st.text(st.sampled_from('ab ,;"\n\r\t='), max_size=6), min_size=2, max_size=4),
        min_size=1,
        max_size=6,
    ),
    st.booleans(),
)
def test_rows_are_read_as_the_csv_module_reads_them(rows: list[list[str]], every: bool) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL).writerows(rows)
    records = Records(io.StringIO(text.getvalue(), newline=""), ",")
    found = []
    for record in records:
        records.width = records.width or len(record.cells)
        found.append(record)
    assert "".join(r.body + r.end for r in found) == text.getvalue()
    if len({len(row) for row in rows}) == 1:
        assert [r.cells for r in found] == list(csv.reader(io.StringIO(text.getvalue(), newline="")))


@given(st.text(st.sampled_from('a,"\n\r'), max_size=40))
@settings(max_examples=300)
def test_no_text_at_all_is_lost_or_changed(text: str) -> None:
    records = Records(io.StringIO(text, newline=""), ",")
    records.width = 2
    assert "".join(r.body + r.end for r in records) == text


@given(st.text(), st.sampled_from(",;\t|"))
def test_a_quoted_cell_is_read_back(cell: str, delimiter: str) -> None:
    (row,) = csv.reader(
        io.StringIO(f"{quoted(cell, delimiter)}{delimiter}x", newline=""), delimiter=delimiter
    )
    assert row == [cell, "x"]


def test_headers_are_known_in_any_case_and_the_best_is_taken() -> None:
    assert find_column(["NDC", "MED NAME", "Description"], None, "x") == 1
    assert find_column(["Description", "drug-name"], None, "x") == 1
    assert find_column(["a", "Was ist es"], "was IST es", "x") == 1
    assert find_column(["#2", "b"], "#2", "x") == 0
    assert [find_column(["NDC", name], None, "x") for name in ("DrugName", "DRUGNAME", "Med_Name")] == [1] * 3
    assert chosen_columns(None) == RLS_COLUMNS


# --- the file is whole or not there -------------------------------------------------------


def test_an_error_leaves_the_old_answers_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")

    def fail() -> None:
        with whole_file(str(target)) as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]
    assert target.read_text() == "old"


@pytest.mark.skipif(os.name != "posix", reason="modes and processes as POSIX has them")
def test_the_mode_stays_and_what_a_killed_run_left_goes(tmp_path: Path) -> None:
    target = tmp_path / "o[u]t.csv"
    target.touch(mode=0o600)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / f".o[u]t.csv.{gone.pid}.part").touch()
    kept = {f".o[u]t.csv.{os.getppid()}.part", f".other.csv.{gone.pid}.part", ".o[u]t.csv.x.part"}
    for name in kept:
        (tmp_path / name).touch()
    with whole_file(str(target)) as stream:
        stream.write(b"new")
    assert target.stat().st_mode & 0o777 == 0o600
    assert {p.name for p in tmp_path.iterdir()} == {target.name, *kept}


@pytest.mark.parametrize("name", ["", "no/such/place.csv"])
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError), whole_file(str(tmp_path / name)):
        pass


def run(*arguments: str, store: Path, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "MEDCHECK_DB": str(store)}
    return subprocess.run([*MEDCHECK, "batch", *arguments], input=given, env=env, capture_output=True)


def test_pipes(store_path: Path) -> None:
    done = run("-", "-o", "-", "--only", "rls_verdict", store=store_path, given=b"drug\nTylenol PM\n")
    assert (done.returncode, done.stdout) == (0, b"drug,rls_verdict\nTylenol PM,worsens\n")
    assert (
        done.stderr.decode()
        == "medcheck: 1 row. 1 name: 1 documented as possibly triggering or worsening RLS.\n"
    )
    done = run("-", "-o", "-", "--only", "rls_verdict", store=store_path, given=b'{"drug":"Tylenol PM"}\n')
    assert json.loads(done.stdout) == {"drug": "Tylenol PM", "rls_verdict": "worsens"}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("list.csv", "-o", "list.csv"), 2, "is the list itself; give another name with -o"),
        (("list.csv", "-o", "./list.csv"), 2, "is the list itself"),
        (("list.csv", "-o", "out.ndjson"), 2, "name the output *.csv"),
        (("list.csv", "-o", "out.csv", "--only", "rls_x"), 2, "'rls_x' is not one of rls_resolution"),
        (("list.csv",), 2, "Missing option '-o'"),
        (("list.csv", "-o", ""), 2, "-o needs a name to write to"),
        (("rows", "-o", "out.csv"), 2, "rows is ndjson and stays ndjson; name the output *.ndjson"),
        (("rows", "-o", "out.tsv"), 2, "rows is ndjson and stays ndjson"),
        (("list.csv", "-o", "out.csv", "--column", "nix"), 4, "the columns are drug, qty"),
        (("none.csv", "-o", "out.csv"), 4, "there is no such file"),
        ((".", "-o", "out.csv"), 4, "is a directory"),
        (("list.csv", "-o", "no/out.csv"), 4, "cannot be written"),
    ],
)
def test_errors_are_one_line_with_the_cure(
    tmp_path: Path, store_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    (tmp_path / "list.csv").write_bytes(b"drug,qty\nTylenol PM,1\n")
    (tmp_path / "rows").write_bytes(b'{"drug":"Tylenol PM"}\n')
    done = subprocess.run(
        [*MEDCHECK, "batch", *arguments],
        cwd=tmp_path,
        env={**os.environ, "MEDCHECK_DB": str(store_path)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["list.csv", "rows"]


def test_an_unread_row_is_in_the_closing_line(store_path: Path) -> None:
    done = run("-", "-o", "-", store=store_path, given=b"drug,n\nTylenol PM,1\nx,1,2\n")
    assert done.stderr.decode().splitlines()[-1] == (
        "medcheck: 2 rows. 1 name: 1 documented as possibly triggering or worsening RLS. "
        "1 row could not be read; nothing was checked."
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "arguments",
    [
        ("batch", "-", "-o", "-"),
        ("scan", "-"),
        ("scan", "-", "--format", "json"),
        ("check", "Tylenol PM"),
        ("check", "-", "--format", "ndjson"),
        ("describe", "gabapentin"),
        ("--help",),
    ],
)
def test_a_full_disk_is_said_in_one_line(store_path: Path, arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [*MEDCHECK, *arguments],
            input=b"drug\nTylenol PM\n",
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "MEDCHECK_DB": str(store_path)},
        )
    said = done.stderr.decode()
    assert (done.returncode, said) == (
        4,
        "medcheck: standard output cannot be written (No space left on device)\n",
    )


def feed_until_it_writes(process: subprocess.Popen[bytes], directory: Path) -> None:
    """Give a run rows until its unfinished output stands in ``directory``; its input stays open."""
    assert process.stdin
    process.stdin.write(b"drug\n" + b"Tylenol PM\n" * 20_000)
    process.stdin.flush()
    deadline = time.monotonic() + 20
    while not list(directory.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGINT and SIGTERM between processes")
@pytest.mark.parametrize("how", [getattr(signal, n, signal.SIGTERM) for n in ("SIGINT", "SIGTERM", "SIGHUP")])
def test_a_run_that_is_stopped_leaves_nothing(tmp_path: Path, store_path: Path, how: signal.Signals) -> None:
    env = {**os.environ, "MEDCHECK_DB": str(store_path)}
    command = [*MEDCHECK, "batch", "-", "--format", "csv", "-o", str(tmp_path / "out.csv")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    feed_until_it_writes(process, tmp_path)
    assert [p.suffix for p in tmp_path.iterdir()] == [".part"]
    process.send_signal(how)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 128 + how
    assert not list(tmp_path.iterdir())
    assert errors == b"medcheck: stopped; nothing was written; start it again\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGHUP")
def test_a_run_under_nohup_goes_on(tmp_path: Path, store_path: Path) -> None:
    target = tmp_path / "out.csv"
    command = [*MEDCHECK, "batch", "-", "--format", "csv", "-o", str(target)]
    process = subprocess.Popen(
        ["/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh", *command],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "MEDCHECK_DB": str(store_path)},
    )
    feed_until_it_writes(process, tmp_path)
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=20)
    assert process.returncode == 0
    assert target.read_bytes().count(b"\n") == 20_001


def test_progress_without_a_terminal_is_silent(store_path: Path) -> None:
    given = b"drug\n" + b"Tylenol PM\n" * 40_000
    done = run("-", "-o", "-", store=store_path, given=given)
    assert done.stderr.count(b"\n") == 1
    assert run("-", "-o", "-", "--progress", store=store_path, given=given).stdout == done.stdout

"""The command line: arguments, inputs, outputs, exit codes, and what it says when things go wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import medcheck
from medcheck.cli.answering import argument_text
from medcheck.cli.check import FAIL_WORDS
from medcheck.cli.inputs import read_lines
from medcheck.cli.options import REGIONS
from medcheck.cli.program import cli
from medcheck.errors import InputError

ROOT = Path(medcheck.__file__).parents[1]
SCHEMA = json.loads((Path(medcheck.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, store_path: Path) -> None:
    monkeypatch.setenv("MEDCHECK_DB", str(store_path))
    for name in ("MEDCHECK_REGION", "MEDCHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)


def run(*args: str, stdin: bytes | str | None = None) -> Result:
    return CliRunner().invoke(cli, list(args), input=stdin, prog_name="medcheck")


def verdicts(result: Result) -> list[str | None]:
    return [e["verdict"] for e in json.loads(result.stdout)["entries"]]


# --- check ------------------------------------------------------------------------------


def test_a_name_gets_its_answer() -> None:
    result = run("check", "benadryl", "--region", "US")
    assert result.exit_code == 0
    assert result.stdout.startswith("1 name: 1 documented as possibly triggering or worsening RLS.")
    assert result.stderr == ""


def test_json_holds_to_its_schema() -> None:
    names = ["Tylenol PM 2 tabs qhs", "Seroquil 50mg", "SSRI", "omeprazole", "asdfgh", "", "\x00", "🦵", "יד"]
    result = run("check", "--format", "json", "--", *names)
    shown = json.loads(result.stdout)
    jsonschema.validate(shown, SCHEMA)
    assert [e["input"] for e in shown["entries"]] == names
    counts = dict(shown["coverage"])
    assert counts.pop("entries") == sum(counts.values())


def test_ndjson_has_the_header_last() -> None:
    rows = [
        json.loads(r) for r in run("check", "gabapentin", "asdfgh", "--format", "ndjson").stdout.splitlines()
    ]
    assert [row.get("input") for row in rows] == ["gabapentin", "asdfgh", None]
    assert rows[-1]["coverage"]["treats"] == 1
    assert rows[-1]["schema"] == 1
    whole = json.loads(run("check", "gabapentin", "asdfgh", "--format", "json").stdout)
    assert rows[:2] == whole.pop("entries")
    assert rows[-1] == whole


def test_csv_is_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(run("check", "=cmd", "gabapentin", "--format", "csv").stdout)))
    assert [row["input"] for row in rows] == ["'=cmd", "gabapentin"]


@pytest.mark.parametrize("flag", [("-f", "-"), ("-",)])
def test_a_pipe_is_read(flag: tuple[str, ...]) -> None:
    result = run("check", *flag, "--format", "json", stdin="gabapentin\n\n# a note\nlithium\n")
    assert [(e["line"], e["input"]) for e in json.loads(result.stdout)["entries"]] == [
        (1, "gabapentin"),
        (4, "lithium"),
    ]


def test_no_line_of_a_file_is_lost(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_bytes(
        b"\xef\xbb\xbfgabapentin\r\n\r\n  # note\r\ns\xe9roquel\r\nli\x00thium\r\n\xf0\x9f\xa6\xb5\rasdfgh"
    )
    result = run("check", "-f", str(listed), "--format", "json")
    assert result.exit_code == 0
    assert [(e["line"], e["input"]) for e in json.loads(result.stdout)["entries"]] == [
        (1, "gabapentin"),
        (4, "séroquel"),
        (5, "li\x00thium"),
        (6, "🦵"),
        (7, "asdfgh"),
    ]
    assert result.stderr.count("\n") == 1
    assert "line 4 not UTF-8, read as Latin-1" in result.stderr


def test_an_empty_file_is_no_error(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = run("check", "-f", str(empty))
    assert result.exit_code == 0
    assert "No names were given; nothing was checked." in result.stdout
    jsonschema.validate(json.loads(run("check", "-f", str(empty), "--format", "json").stdout), SCHEMA)


def test_utf16_is_read(tmp_path: Path) -> None:
    wide = tmp_path / "wide.txt"
    wide.write_text("gabapentin\nlithium\n", encoding="utf-16")
    assert verdicts(run("check", "-f", str(wide), "--format", "json")) == ["treats", "worsens"]


def test_ten_megabytes_of_one_line(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_bytes(b"x" * 10_000_000)
    result = run("check", "-f", str(long))
    assert result.exit_code == 0
    assert len(result.stdout) < 5_000
    assert "1 not recognised" in result.stdout


@pytest.mark.parametrize(
    "text", ["'; DROP TABLE names; --", "%s%n", "../../etc/passwd", "\u202eabc", "a" * 5000]
)
def test_odd_names_are_only_not_recognised(text: str) -> None:
    result = run("check", "--format", "json", "--", text)
    assert result.exit_code == 0
    assert verdicts(result) == [None]


def test_an_argument_that_is_not_utf8_is_read_as_latin1() -> None:
    assert argument_text(b"s\xe9roquel".decode("utf-8", "surrogateescape")) == "séroquel"


def test_region_from_the_environment_and_its_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = json.loads(run("check", "benadryl", "--region", "gb", "--format", "json").stdout)
    monkeypatch.setenv("MEDCHECK_REGION", "uk")
    environment = json.loads(run("check", "benadryl", "--format", "json").stdout)
    assert asked == environment
    assert asked["region"] == "UK"


def test_the_regions_are_the_librarys() -> None:
    from medcheck.knowledge_base import REGIONS as LIBRARY

    assert REGIONS == LIBRARY


def test_words_without_quotes_get_a_hint() -> None:
    result = run("check", "tylenol", "pm")
    assert result.exit_code == 0
    assert result.stderr == 'medcheck: did you mean "tylenol pm" (one name)? Then put quotes around it.\n'
    assert run("check", "gabapentin", "lithium").stderr == ""


def test_explain_shows_the_steps() -> None:
    result = run("check", "Seroquil 50mg", "--explain")
    assert "How it was read:" in result.stdout
    assert "Source aasm-2025" in result.stdout


# --- exit codes -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code"),
    [("worsens", 1), ("treats", 0), ("treats,worsens", 1), ("unrecognised", 0), ("unrecognized", 0)],
)
def test_fail_on(words: str, code: int) -> None:
    assert run("check", "metoclopramide", "--fail-on", words).exit_code == code


def test_fail_on_does_not_count_what_is_not_taken() -> None:
    assert run("check", "allergic to metoclopramide", "--fail-on", "worsens").exit_code == 0


def test_fail_on_holds_for_streams() -> None:
    assert run("check", "asdfgh", "--fail-on", "unrecognised", "--format", "ndjson").exit_code == 1


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (("check",), 2, "name a medicine"),
        (("check", "x", "-f", "y"), 2, "not both"),
        (("check", "x", "--fail-on", "bad"), 2, "'bad' is not one of worsens"),
        (("check", "x", "--region", "XX"), 2, "'XX' is not a region"),
        (("check", "x", "--format", "xml"), 2, "'xml' is not one of"),
        (("check", "--wrong"), 2, "see `medcheck check --help`"),
        (("wrong",), 2, "No such command 'wrong'"),
        (("check", "-f", "/no/such/file"), 4, "there is no such file"),
        (("check", "-f", "/"), 4, "is a directory"),
        (("check", "x", "--db", "/no/such.sqlite"), 3, "/no/such.sqlite"),
        (("check", "x", "--db", __file__), 3, ""),
        (("sources", "no-such-source"), 2, "no source is called 'no-such-source'"),
        (("data", "lint", "/tmp/none-here"), 3, "dataset.toml is missing"),
    ],
)
def test_errors_are_one_line_with_the_cure(args: tuple[str, ...], code: int, says: str) -> None:
    result = run(*args)
    assert result.exit_code == code
    assert result.stdout == ""
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("start", "what"), [(b"%PDF-1.7", "a PDF"), (b"PK\x03\x04", "a Word"), (b"\x89PNG", "a picture")]
)
def test_what_is_not_text_is_named(tmp_path: Path, start: bytes, what: str) -> None:
    path = tmp_path / "list"
    path.write_bytes(start + b"...")
    with pytest.raises(InputError, match=what):
        read_lines(str(path))


def test_a_damaged_store_is_an_error_not_a_traceback(tmp_path: Path, store_path: Path) -> None:
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(store_path.read_bytes()[:50_000])
    result = run("check", "benadryl", "--db", str(damaged))
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert "this should not happen" not in result.stderr


def test_json_on_stdout_stays_parseable_beside_warnings() -> None:
    result = run("check", "-", "--format", "json", stdin=b"lithium\ns\xe9roquel\n")
    assert result.stderr
    assert len(json.loads(result.stdout)["entries"]) == 2


# --- browsing ---------------------------------------------------------------------------


def test_describe_shows_everything_known() -> None:
    shown = run("describe", "Pepcid", "AC").stdout
    assert "famotidine" in shown
    assert "Class: " in shown
    assert "[a" in shown
    assert "May matter indirectly:" in shown
    described = json.loads(run("describe", "gabapentin", "--format", "json").stdout)
    findings = described["ingredients"][0]["judged"]["findings"]
    assert any(f["superseded"] and f["from_documents"] for f in findings)


def test_describe_a_class_names_the_members_documented_otherwise() -> None:
    shown = " ".join(run("describe", "anticonvulsant").stdout.split())
    treats = shown.split("Documented otherwise (treats): ")[1].split("Members judged")[0]
    assert "gabapentin" in treats
    assert "pregabalin" in treats


def test_describe_knows_class_ids() -> None:
    assert "H2 blocker (class h2_blocker)" in run("describe", "h2_blocker").stdout


def test_describe_an_unknown_name() -> None:
    assert "Not recognised; nothing was checked." in run("describe", "asdfgh").stdout


def test_find_lists_names_and_never_answers() -> None:
    result = run("find", "gabapen", "--limit", "3")
    assert "gabapentin" in result.stdout
    assert "documented" not in result.stdout.lower()
    found = json.loads(run("find", "gabapen", "--limit", "3", "--format", "json").stdout)
    assert len(found["names"]) == 3
    assert found["more"] is True
    assert "No name" in run("find", "9999999999").stdout


def test_classes_sources_and_factors() -> None:
    assert "sedating_antihistamine" in run("classes").stdout
    assert "aasm-2025" in run("sources").stdout
    one = run("sources", "aasm-2025").stdout
    assert "statements rest on it" in one
    assert "10.5664/jcsm.11390" in one
    factors = " ".join(run("factors").stdout.split())
    assert "pregnancy" in factors
    assert "[seed-000, bullet 4]" in factors
    for command in ("classes", "sources", "factors"):
        assert json.loads(run(command, "--format", "json").stdout)


@pytest.mark.parametrize("command", ["describe x", "classes", "sources", "factors", "check x"])
def test_text_fits_eighty_columns(command: str) -> None:
    rows = run(*command.split()).stdout.splitlines()
    assert all(len(row) <= 80 or "://" in row for row in rows)


def test_data_info() -> None:
    info = json.loads(run("data", "info", "--format", "json").stdout)
    assert info["sha256"]
    assert info["counts"]["names"] > 1000
    assert sum(info["names_by_kind"].values()) == info["counts"]["names"]
    assert info["names_by_kind"]["combination"] >= 900
    assert {"US", "CA", "UK", "IE", "AU", "NZ", "IN"} <= set(info["names_by_region"])
    classes = info["medicines_by_class"]
    assert classes["antihistamine"]["with_subclasses"] > classes["antihistamine"]["own"]
    assert info["overlays"] == []


def test_data_info_in_words_counts_names_and_medicines() -> None:
    text = run("data", "info").stdout
    for wanted in ("names by kind\n", "names by region\n", "any region", "medicines by class", "opioid "):
        assert wanted in text


def test_data_info_names_what_is_laid_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    header = "name\tregion\tkind\ttarget_kind\ttarget\tvariant\troute\tflags\tnote\tsource_id\n"
    (tmp_path / "names.tsv").write_text(
        f"{header}house sleep mixture\t\tbrand\tingredients\tdiphenhydramine\t\t\t\t\tlocal\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("MEDCHECK_OVERLAY", str(tmp_path))
    assert "laid over it: overlay " in run("data", "info").stdout
    assert len(json.loads(run("data", "info", "--format", "json").stdout)["overlays"]) == 1


# --- help and version -------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", ["", "check", "describe", "find", "classes", "sources", "factors", "data", "data lint",
                "data format", "data build", "data info"]
)  # fmt: skip
def test_help_is_a_page_with_an_example(command: str) -> None:
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "medcheck " in result.stdout.split("\n", 1)[1] or command == "factors"
    assert "See ``" not in result.stdout


def test_version_names_code_and_data() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert f"medcheck {medcheck.__version__}\ndataset " in result.stdout
    assert "sha256 " in result.stdout


def test_every_verdict_can_be_failed_on() -> None:
    from medcheck.model import Verdict

    assert {v.value for v in Verdict} | {"ambiguous", "unrecognised"} == set(FAIL_WORDS)


# --- the real program -------------------------------------------------------------------


def test_the_program_writes_utf8_whatever_the_locale() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "medcheck", "check", "🦵", "--format", "json"],
        capture_output=True,
        env=environment,
    )
    assert json.loads(done.stdout.decode())["entries"][0]["input"] == "🦵"
    assert done.stderr == b""


def test_a_closed_pipe_is_quiet() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    writer = subprocess.Popen(
        [sys.executable, "-m", "medcheck", "classes"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    )  # fmt: skip
    assert writer.stdout is not None
    writer.stdout.close()
    assert writer.stderr is not None
    assert writer.stderr.read() == b""
    assert writer.wait(60) == 0
    writer.stderr.close()


def test_check_loads_neither_sqlalchemy_nor_rich_nor_json() -> None:
    code = (
        "import sys; from medcheck.cli.program import cli\n"
        "try: cli(['check', 'benadryl'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('sqlalchemy', 'rich', 'json', 'csv', 'importlib.metadata') if m in sys.modules],"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert done.stderr.decode().strip() == "[]"


# --- a person's list, on the shipped data -----------------------------------------------

LISTS = {
    "the main job": (
        "Tylenol PM 2 tabs qhs|lithium carbonate 300 mg cap BID|Seroquil 50mg|gabapentin 300|"
        "metoprolol succ ER 25|Pepcid AC|Mirapex 0.25 mg|zopiclone 7.5 nocte|lorazepam 0.5 prn|imipramine|"
        "oxycodone/APAP 5/325|Tylenol 3"
    ),
    "a referral letter": (
        "sertraline 100 mg daily|quetiapine 50 mg at night|mirtazapine 15 mg|Benadryl 25 mg prn|"
        "ropinirole 1 mg qhs|clonazepam 0.5 mg|omeprazole 20 mg|metformin 500 mg BID|atorvastatin 20|"
        "lisinopril 10 mg|ferrous sulfate 325|metoclopramide 10 mg tid"
    ),
}


@pytest.mark.parametrize("listed", LISTS.values(), ids=LISTS)
def test_a_list_of_twelve_fits_a_hundred_lines_of_eighty_columns(listed: str) -> None:
    rows = run("check", "-", stdin=listed.replace("|", "\n")).stdout.splitlines()
    assert max(map(len, rows)) <= 80
    assert len(rows) <= 100, "are the sources' organisations filled in (SourceRef.org)?"


def test_citations_name_the_organisation() -> None:
    assert "[AASM 2025, doi.org/10.5664/jcsm.11390" in " ".join(run("check", "gabapentin").stdout.split())


def test_stopping_is_only_told_where_it_is_documented() -> None:
    disclaimer = "do not start, stop or change a medicine because of it."
    benadryl = " ".join(run("check", "stopped Benadryl last week").stdout.split()).replace(disclaimer, "")
    assert "Stopping is documented" not in benadryl
    assert "do not stop" not in benadryl.lower()
    assert "prescriber" not in benadryl
    lorazepam = " ".join(run("check", "stopped lorazepam 3 days ago").stdout.split())
    assert "Stopped 3 days ago. Stopping is documented to trigger RLS symptoms;" in lorazepam

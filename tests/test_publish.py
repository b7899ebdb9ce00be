"""The dataset as a product: what changed, how to cite it, what rests on a source, whether it is whole."""

from __future__ import annotations

import json
import random
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pybtex.database
import pybtex.richtext
import pytest
import tiny
from click.testing import CliRunner, Result

from medcheck import KnowledgeBase, age, lint
from medcheck.age import age_remark
from medcheck.build import build_store
from medcheck.cli.program import cli
from medcheck.dataset import read_dataset
from medcheck.errors import DataError, StoreError
from medcheck.model import Source
from medcheck.publish import dataset_source, difference, snapshot, to_bibtex, to_citation_text, to_csl_json
from medcheck.render import FORMATS, render
from medcheck.render.lines import report_lines
from medcheck.store import Store
from medcheck.store.content import verify
from medcheck.tables import TABLES

DATA = Path(__file__).parent.parent / "data"


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args), prog_name="medcheck")


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, store_path: Path) -> None:
    monkeypatch.setenv("MEDCHECK_DB", str(store_path))


# --- diff -----------------------------------------------------------------------------------

CHANGES: tiny.Rows = {
    "associations": [
        {"association_id": "a002"},
        tiny.said(1, "antihistamine", statement="A document now says that some may do so."),
        tiny.said(3, "antihistamine", source_id="aasm-2025"),
    ],
    "retired": [{"id": "a002", "table": "associations", "replacement": "a003", "reason": "read again"}],
    "conflicts": [
        {"conflict_id": "tiny", "row_id": "a002", "stance": "disputes"},
        tiny.TINY["conflicts"][1] | {"row_id": "a003"},
    ],
    "names": [{"name": "dph", "region": "", "target_kind": "ingredients", "target": "diphenhydramine", "variant": ""}],
    "factors": [{"factor_id": "pregnancy"}],
}  # fmt: skip


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tiny.write(tmp_path / "old"), tiny.write(tmp_path / "new", tiny.merged(CHANGES))
    (new / "dataset.toml").write_text(tiny.META.replace("11.0", "12.0"), encoding="utf-8")
    return old, new


def test_diff_names_rows_added_changed_and_retired(versions: tuple[Path, Path]) -> None:
    result = run("data", "diff", *map(str, versions))
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.splitlines() == [
        f"old: 2026.11.0, released 2026-11-22 ({versions[0]})",
        f"new: 2026.12.0, released 2026-11-22 ({versions[1]})",
        "names: 0 added, 0 changed, 1 retired",
        "  - dph |  | ingredients | diphenhydramine | ",
        "associations: 1 added, 1 changed, 1 retired",
        "  + a003",
        "  ~ a001",
        '      statement: "Row 1: a document says that some antihistamine may do so." -> "A document now says that some may do so."',
        "  - a002 (now a003: read again)",
        "factors: 0 added, 0 changed, 1 retired",
        "  - pregnancy (not in retired.tsv)",
        "conflicts: 1 added, 0 changed, 1 retired",
        "  + tiny | a003 | disputes",
        "  - tiny | a002 | disputes",
        "retired: 1 added, 0 changed, 0 retired",
        "  + a002 | associations",
    ]
    summary = run("data", "diff", *map(str, versions), "--summary").stdout
    assert [line for line in result.stdout.splitlines() if line[0] != " "] == summary.splitlines()


def test_diff_as_json(versions: tuple[Path, Path]) -> None:
    found = json.loads(run("data", "diff", *map(str, versions), "--format", "json").stdout)
    assert (found["old"]["version"], found["new"]["version"]) == ("2026.11.0", "2026.12.0")
    assert list(found["tables"]) == [table.name for table in TABLES]
    part = found["tables"]["associations"]
    assert part["counts"] == {"added": 1, "changed": 1, "retired": 1}
    assert part["added"][0]["row"]["source_id"] == "aasm-2025"
    assert part["changed"][0]["key"] == ["a001"]
    assert list(part["changed"][0]["columns"]) == ["statement"]
    assert part["retired"][0]["replacement"] == "a003"
    assert found["tables"]["factors"]["retired"][0]["replacement"] is None
    assert "replacement" not in found["tables"]["names"]["retired"][0]
    assert found["tables"]["sources"] == {"counts": dict.fromkeys(part["counts"], 0)} | {
        side: [] for side in part["counts"]
    }


def test_tables_and_the_store_made_of_them_are_the_same(versions: tuple[Path, Path], tmp_path: Path) -> None:
    stores = []
    for directory in versions:
        stores.append(tmp_path / f"{directory.name}.sqlite")
        build_store(directory, stores[-1])
        assert not any(difference(snapshot(directory), snapshot(stores[-1])).tables)
        assert snapshot(directory).sha256 == snapshot(stores[-1]).sha256
    between = [
        difference(snapshot(a), snapshot(b)).tables
        for a in (versions[0], stores[0])
        for b in (versions[1], stores[1])
    ]
    assert all(tables == between[0] for tables in between)


def test_the_shipped_tables_and_their_store_are_the_same(store_path: Path) -> None:
    assert run("data", "diff", str(DATA), str(store_path)).stdout.splitlines()[2:] == ["no row differs"]


def test_an_older_version_without_some_tables_and_columns_is_compared(tmp_path: Path) -> None:
    old, new = tiny.write(tmp_path / "old"), tiny.write(tmp_path / "new")
    (old / "interplay.tsv").unlink()
    lines = (old / "factors.tsv").read_text(encoding="utf-8").splitlines()
    cut = ["\t".join(line.split("\t")[:-1]) for line in lines]
    (old / "factors.tsv").write_text("\n".join(cut) + "\n", encoding="utf-8")
    result = run("data", "diff", str(old), str(new))
    assert result.exit_code == 0
    assert "no interplay.tsv, read as empty" in result.stderr
    assert "missing column 'locator'" in result.stderr
    assert "interplay: 1 added" in result.stdout
    assert '      locator: "" -> "bullet 2"' in result.stdout


def test_an_older_store_is_compared(tmp_path: Path, tiny_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    old.write_bytes(tiny_path.read_bytes())
    with sqlite3.connect(old) as database:
        database.execute("PRAGMA user_version = 1")
        database.execute("DROP TABLE interplay")
    database.close()
    result = run("data", "diff", str(old), str(tiny_path))
    assert "interplay: 1 added, 0 changed, 0 retired" in result.stdout
    assert "no table interplay, read as empty" in result.stderr


@pytest.mark.parametrize("make", ["missing", "empty", "text", "foreign"])
def test_diff_refuses_what_is_no_dataset(tmp_path: Path, tiny_path: Path, make: str) -> None:
    path = tmp_path / make
    if make == "empty":
        path.mkdir()
    elif make == "text":
        path.write_text("no store", encoding="utf-8")
    elif make == "foreign":
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE meta (sha256 TEXT)")
        database.close()
    with pytest.raises((DataError, StoreError), match=str(path)):
        snapshot(path)
    assert run("data", "diff", str(path), str(tiny_path)).exit_code == 3


# --- the changelog and ids that went --------------------------------------------------------


def test_the_changelog_has_a_section_for_this_version() -> None:
    sections = re.findall(
        r"^## (.+)$", (DATA / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert sections[0] == read_dataset(DATA).meta.version, "data/CHANGELOG.md: add a section for the version"
    assert sections == sorted(set(sections), key=lambda v: tuple(map(int, v.split("."))), reverse=True)


def retired(row_id: str, replacement: str = "", table: str = "associations") -> dict[str, str]:
    return {"id": row_id, "table": table, "replacement": replacement, "reason": "an example"}


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([retired("a001")], "'a001' is in associations.tsv again; expected a new id"),
        ([retired("a009", "a777")], "'a777' is no id of associations.tsv"),
        ([retired("a009", "a009")], "'a009' is replaced by itself"),
        ([retired("a008", "a009"), retired("a009", "a008")], "'a008' is replaced by itself"),
        ([retired("x", table="names")], "table 'names'; expected one of associations"),
        ([retired("a009"), retired("a008", "a009"), retired("a007", "a001"), retired("a001", table="states")], ""),
    ],
)  # fmt: skip
def test_an_id_is_never_used_again(tmp_path: Path, rows: list[dict[str, str]], says: str) -> None:
    found = [str(f) for f in lint.run(read_dataset(tiny.write(tmp_path, tiny.merged({"retired": rows}))))]
    assert any(says in fault for fault in found) if says else not found, found


# --- cite -----------------------------------------------------------------------------------

CSL_NAME = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("family", "given", "literal")},
    "additionalProperties": False,
    "anyOf": [{"required": ["family", "given"]}, {"required": ["literal"]}],
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "title"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["article-journal", "webpage", "report", "document", "dataset"]},
            "author": {"type": "array", "items": CSL_NAME, "minItems": 1},
            "issued": {
                "type": "object",
                "required": ["date-parts"],
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "items": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
                        "minItems": 1,
                        "maxItems": 2,
                    }
                },
            },
        }
        | {name: {"type": "string", "minLength": 1} for name in ("title", "genre", "DOI", "PMID", "URL", "note")},
    },
}  # fmt: skip
"""The part of the schema of CSL-JSON (csl-data.json, 1.0.2) that is used here."""


def plain(latex: str) -> str:
    text: Any = pybtex.richtext.Text.from_latex(latex)
    return str(text)


def test_bibtex_of_every_source_is_read_by_a_parser(store: Store) -> None:
    text = run("cite", "--format", "bibtex").stdout
    read = pybtex.database.parse_string(text, "bibtex").entries
    assert list(read) == ["medcheck", *(source.source_id for source in store.sources())]
    for source in store.sources():
        entry = read[source.source_id]
        assert plain(entry.fields["title"]) == source.title
        assert entry.fields.get("year", "") == str(source.year or "")
        assert entry.fields.get("doi", "") == source.doi
        assert entry.fields.get("pmid", "") == source.pmid
        assert entry.fields.get("url", "") == source.url
        assert entry.type == ("misc" if "howpublished" in entry.fields else "article")
        kept = " ".join(
            [plain(entry.fields.get("note", "")), *(str(p) for p in entry.persons.get("author", ()))]
        )
        for word in re.findall(r"\w{4,}", source.authors_or_org):
            assert word in kept, f"{source.source_id}: nothing of the cell of authors is lost"
    assert [str(p) for p in read["aan-2016"].persons["author"]] == [
        "Winkelman, JW", "Armstrong, MJ", "Allen, RP", "others",
    ]  # fmt: skip
    assert "year" not in read["ner"].fields
    assert read["seed-000"].type == "misc"


ODD = Source(
    "odd_1.x",
    r"50% of $2 & #1 {x}_y ~ ^ \z é",
    "Müller & Søn_{A}",
    None,
    "label",
    "https://e.org/a_b?c=1&d=%20{x}#y",
)


def test_bibtex_escapes_what_tex_would_obey() -> None:
    entry = pybtex.database.parse_string(to_bibtex([ODD]), "bibtex").entries["odd_1.x"]
    assert entry.fields["title"] == (
        r"{50\% of \$2 \& \#1 \textbraceleft{}x\textbraceright{}\_y \textasciitilde{} "
        r"\textasciicircum{} \textbackslash{}z é}"
    )
    assert entry.fields["url"] == "https://e.org/a_b?c=1&d=%20%7Bx%7D#y"
    assert str(entry.persons["author"][0]) == r"{Müller \& Søn\_\textbraceleft{}A\textbraceright{}}"
    assert json.loads(to_csl_json([ODD]))[0] == {
        "id": "odd_1.x", "type": "document", "title": ODD.title, "author": [{"literal": ODD.authors_or_org}],
        "genre": "Medicine label", "URL": ODD.url,
    }  # fmt: skip


def test_csl_json_of_every_source_holds_to_its_schema(store: Store) -> None:
    shown = json.loads(run("cite", "--format", "csl-json").stdout)
    jsonschema.validate(shown, CSL)
    assert [item["id"] for item in shown] == ["medcheck", *(source.source_id for source in store.sources())]
    of = {item["id"]: item for item in shown}
    for source in store.sources():
        item = of[source.source_id]
        assert (item["title"], item.get("DOI", ""), item.get("PMID", "")) == (
            source.title,
            source.doi,
            source.pmid,
        )
        assert item.get("issued") == ({"date-parts": [[source.year]]} if source.year else None)
    assert of["aan-2016"]["author"][0] == {"family": "Winkelman", "given": "JW"}
    assert "and others" in of["aan-2016"]["note"]
    assert of["seed-000"]["type"] == "webpage"
    assert of["medcheck"]["type"] == "dataset"


def test_the_dataset_is_cited_by_version_and_hash(store: Store) -> None:
    info = store.info()
    text = run("cite", "medcheck").stdout
    assert text.startswith("[medcheck] The medcheck developers. (2026). ")
    assert info.version in text
    assert info.sha256 in text
    assert store.source("medcheck") is None, "the key of the dataset is no source's"
    assert dataset_source(info, *store.title()).note in to_bibtex([dataset_source(info, *store.title())])


def test_only_the_sources_asked_for_are_cited_in_that_order() -> None:
    text = run("cite", "aasm-2025", "aan-2016", "aasm-2025").stdout
    assert [line.split("]")[0] for line in text.splitlines()] == ["[aasm-2025", "[aan-2016"]
    assert (
        "(2016). Practice guideline summary: treatment of restless legs syndrome in adults. https://doi.org/10.1212"
        in text
    )
    assert len(run("cite").stdout.splitlines()) == len(read_dataset(DATA).rows("sources")) + 1
    wrong = run("cite", "aasm-2025", "nothing")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "no source is called 'nothing'" in wrong.stderr


def test_a_line_says_no_more_than_is_known() -> None:
    assert to_citation_text(Source("a", "Why?")) == "(no date). Why?"
    assert to_citation_text(
        Source("a", "T", "B C.", 2001, "cohort", "https://doi.org/10.1/x", "12", "10.1/x")
    ) == ("B C. (2001). T. https://doi.org/10.1/x, PMID 12")


# --- sources --------------------------------------------------------------------------------


def test_everything_that_rests_on_a_source_is_found(store: Store) -> None:
    dataset = read_dataset(DATA)
    named = {
        "associations": ("association_id", ("source_id", "also_source_id", "read_in")),
        "pathways": ("pathway_id", ("source_id",)),
        "states": ("state_id", ("source_ids", "test_source_id")),
        "factors": ("factor_id", ("source_id",)),
        "interplay": ("interplay_id", ("source_id",)),
    }
    found: dict[str, int] = {}
    for source in store.sources():
        use = store.use_of_source(source.source_id)
        for table, (key, columns) in named.items():
            wanted = [
                row[key]
                for row in dataset.rows(table)
                if any(source.source_id in re.split("[,+]", row[column]) for column in columns)
            ]
            assert [value[0] for value in getattr(use, table)] == wanted, (source.source_id, table)
            found[table] = found.get(table, 0) + len(wanted)
        assert store.associations_of_source(source.source_id) == use.associations
        for table in ("names", "memberships", "not_members", "confusions"):
            rows = dataset.rows(table)
            assert use.counts[table] == sum(row["source_id"] == source.source_id for row in rows)
        found["alternatives"] = found.get("alternatives", 0) + len(use.alternatives)
    assert found["alternatives"] == len(dataset.rows("alternatives"))
    assert all(found[table] >= len(dataset.rows(table)) for table in named)


def test_a_source_is_shown_with_all_its_rows(tiny_path: Path) -> None:
    one = run("sources", "aasm-2025", "--db", str(tiny_path)).stdout
    assert "5 statements rest on it." in one
    for shown in ("[a002]", "[p001]", "[low_iron]", "[i001]", "acrivastine as an option beside"):
        assert shown in one
    also = run("sources", "seed-000", "--db", str(tiny_path)).stdout
    assert "(it says the same as aasm-2025)" in also
    assert "[pregnancy]" in also
    shown = json.loads(run("sources", "aasm-2025", "--db", str(tiny_path), "--format", "json").stdout)
    assert [row["association_id"] for row in shown["associations"]] == ["a002"]
    assert [
        len(shown[table]) for table in ("pathways", "states", "factors", "alternatives", "interplay")
    ] == [1, 1, 0, 1, 1]
    words = run("sources", "curated", "--db", str(tiny_path)).stdout
    assert "0 statements rest on it." in words
    assert "The vocabulary rests on it for 11 names, 1 class membership" in words


# --- age ------------------------------------------------------------------------------------

DAYS = [
    ("2026-11-22", "2026-11-22", False),
    ("2026-11-22", "2027-11-22", False),
    ("2026-11-22", "2027-11-23", True),
    ("2028-02-29", "2029-02-28", False),
    ("2028-02-29", "2029-03-01", True),
    ("2026-11-22", "2020-01-01", False),
    ("2026-11-22", "2126-01-01", True),
]


@pytest.mark.parametrize(("released", "on", "old"), DAYS)
def test_data_are_old_after_a_year(released: str, on: str, old: bool) -> None:
    assert bool(age_remark(released, on)) == old
    assert released in age_remark(released, on) or not old


def test_the_age_stands_in_the_text_report_and_nowhere_else(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = KnowledgeBase(store).check("gabapentin")
    young = [line.text for line in report_lines(report, on="2027-01-01")]
    old = [line.text for line in report_lines(report, on="2030-01-01")]
    assert [line for line in old if line not in young] == [age_remark(report.dataset.released, "2030-01-01")]
    assert old.index(age_remark(report.dataset.released, "2030-01-01")) == 1, "right under the coverage line"
    before = {form: render(report, form) for form in FORMATS}
    monkeypatch.setattr(age.time, "strftime", lambda _: "2030-01-01")
    assert {form: render(report, form) for form in FORMATS} == before
    for form in FORMATS:
        shown = run("check", "gabapentin", "--format", form).stdout
        assert ("more than a year old" in shown) == (form == "text")
    assert "more than a year old" in run("data", "info").stdout
    assert "more than a year old" not in run("data", "info", "--format", "json").stdout


def test_the_day_is_that_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", age.today())
    monkeypatch.setattr(age, "today", lambda: "2031-05-06")
    assert age_remark("2026-11-22")
    assert not age_remark("2030-11-22")


# --- verify ---------------------------------------------------------------------------------


def test_the_shipped_store_is_whole(store_path: Path) -> None:
    result = run("data", "verify")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(f"content sha256 {verify(store_path)}\n")


def changed(path: Path, change: Callable[[bytes], bytes]) -> Path:
    path.write_bytes(change(path.read_bytes()))
    return path


@pytest.fixture
def copy(tmp_path: Path, tiny_path: Path) -> Path:
    (tmp_path / "copy.sqlite").write_bytes(tiny_path.read_bytes())
    return tmp_path / "copy.sqlite"


def test_a_changed_figure_is_found(copy: Path) -> None:
    changed(copy, lambda raw: raw.replace(b"Among 40 adults, 12%", b"Among 40 adults, 13%"))
    with sqlite3.connect(copy) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    result = run("data", "verify", "--db", str(copy))
    assert (result.exit_code, result.stdout) == (3, "")
    assert "the content is not what was built" in result.stderr
    assert "build it again with `medcheck data build`, or reinstall medcheck" in result.stderr
    assert result.stderr.count("\n") == 1


STATEMENTS = [
    "UPDATE names SET flags = 'trace' WHERE name = 'dph'",
    "DELETE FROM association_also_source",
    "DROP INDEX ix_not_drugs_key",
    "UPDATE fragment SET key_ids = x'01000000' WHERE fragment = 'dph'",
    "UPDATE meta SET released = '2027-01-01'",
    "UPDATE meta SET content_sha256 = NULL",
    "UPDATE meta SET content_sha256 = printf('%064d', 0)",
    "DELETE FROM meta",
    "CREATE TABLE more (x TEXT PRIMARY KEY)",
]  # fmt: skip


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_changed_row_is_found(copy: Path, statement: str) -> None:
    with sqlite3.connect(copy) as database:
        if "fragment" in statement:
            statement = statement.replace("'dph'", "(SELECT min(fragment) FROM fragment)")
        assert database.execute(statement).rowcount != 0
    database.close()
    with pytest.raises(StoreError, match="not what was built"):
        verify(copy)


def test_the_hash_is_of_what_is_said_and_not_of_how_it_lies(copy: Path, tiny_path: Path) -> None:
    database = sqlite3.connect(copy)
    database.execute("PRAGMA page_size = 8192")
    database.execute("VACUUM")
    database.close()
    assert copy.read_bytes() != tiny_path.read_bytes()
    assert verify(copy) == verify(tiny_path)


def content(path: Path) -> list[tuple[str, list[Any]]]:
    database = sqlite3.connect(path)
    tables = [
        row[0]
        for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    ]
    found = [(table, sorted(map(repr, database.execute(f'SELECT * FROM "{table}"')))) for table in tables]
    database.close()
    return found


def test_a_flipped_byte_is_found_or_changes_nothing_that_is_read(copy: Path, tiny_path: Path) -> None:
    raw, whole, chance = tiny_path.read_bytes(), content(tiny_path), random.Random(5)
    found = 0
    used = [place for place, byte in enumerate(raw) if byte]
    for place in chance.sample(used, 300):
        broken = bytearray(raw)
        broken[place] ^= 1 << chance.randrange(8)
        copy.write_bytes(broken)
        try:
            verify(copy)
        except StoreError as error:
            found += 1
            assert "medcheck" in str(error)
        else:
            assert content(copy) == whole, f"byte {place}"
    assert found > 200


@pytest.mark.parametrize("cut", [50, 5000, -1])
def test_a_cut_store_is_refused(copy: Path, cut: int) -> None:
    changed(copy, lambda raw: raw[:cut])
    assert run("data", "verify", "--db", str(copy)).exit_code == 3


# --- help -----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["cite", "data diff", "data verify", "data export"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    shown = run(*command.split(), "--help").stdout
    assert f"  medcheck {command}" in shown.split("Options:")[0]
    assert max(map(len, shown.splitlines())) <= 80

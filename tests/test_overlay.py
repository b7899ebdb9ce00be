"""Overlays of a pharmacy's own tables: who wins, what is marked, what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import medcheck
from medcheck import KnowledgeBase
from medcheck.cli.program import cli
from medcheck.errors import DataError, StoreError
from medcheck.match import MemoryIndex, closest
from medcheck.overlay import open_store
from medcheck.overlay.checks import OVERLAY_TABLES
from medcheck.render import FORMATS, render
from medcheck.store import Store
from medcheck.text import normalize

SCHEMA = json.loads((Path(medcheck.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def _dataset(monkeypatch: pytest.MonkeyPatch, store_path: Path) -> None:
    monkeypatch.setenv("MEDCHECK_DB", str(store_path))


def row(name: str, target: str, **cells: str) -> dict[str, str]:
    return {
        "name": name,
        "kind": "brand",
        "target_kind": "ingredients",
        "target": target,
        "source_id": "local",
    } | cells


NOTE = {
    "association_id": "a001",
    "subject_kind": "ingredient",
    "subject": "simvastatin",
    "effect": "may_worsen",
    "evidence_level": "expert_opinion",
    "statement": "Two of our customers said that their legs were worse on it.",
    "source_id": "local",
    "locator": "counter book, page 12",
    "population_or_context": "customers of one pharmacy",
    "confidence": "low",
    "headline": "yes",
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an overlay: rows by table, in the order given."""

    def make(directory: str = "own", **tables: list[dict[str, str]]) -> Path:
        place = tmp_path / directory
        place.mkdir(exist_ok=True)
        for name, rows in tables.items():
            header = next(t.header for t in OVERLAY_TABLES if t.name == name)
            lines = ["\t".join(header), *("\t".join(r.get(c, "") for c in header) for r in rows)]
            (place / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return place

    return make


def run(*args: str, **env: str) -> Result:
    return CliRunner().invoke(cli, list(args), prog_name="medcheck", env=env)


def over(*directories: Path) -> KnowledgeBase:
    return KnowledgeBase.open(overlays=list(directories))


def targets(base: KnowledgeBase, text: str, region: str | None = None) -> list[str]:
    return [
        "+".join(i.id for i in m.ingredients) or str(m.class_id)
        for m in base.check(text, region).entries[0].meanings
    ]


# --- who wins ---------------------------------------------------------------------------------


def test_a_local_name_is_known_and_wins_over_the_shipped_one(write: Write) -> None:
    own = write(names=[row("House Mixture", "diphenhydramine"), row("Benadryl", "cetirizine")])
    base = over(own)
    assert targets(base, "house mixture 10 ml at night") == ["diphenhydramine"]
    assert targets(base, "BENADRYL") == ["cetirizine"]
    assert "acrivastine" in targets(KnowledgeBase.open(overlays=()), "benadryl")
    assert targets(base, "tylenol pm") == targets(KnowledgeBase.open(overlays=()), "tylenol pm")


def test_a_row_can_ask_for_the_shipped_meanings_beside_it(write: Write) -> None:
    base = over(write(names=[row("benadryl", "cetirizine", flags="also_shipped")]))
    assert {"cetirizine", "acrivastine", "diphenhydramine"} <= set(targets(base, "benadryl"))
    flags = {m.ingredients[0].id: m.flags for m in base.check("benadryl").entries[0].meanings}
    assert "local" in flags["cetirizine"]
    assert "local" not in flags["acrivastine"]


def test_a_local_class_word_a_region_and_a_combination(write: Write) -> None:
    own = write(
        names=[
            row("calm pills", "antihistamine", kind="class_term", target_kind="class"),
            row("Noxalin", "cetirizine", region="UK"),
            row("Noxalin", "loratadine", region="US"),
            row("Duomix", "paracetamol+diphenhydramine"),
        ]
    )
    base = over(own)
    assert targets(base, "calm pills") == ["antihistamine"]
    assert targets(base, "noxalin", "UK") == ["cetirizine"]
    assert targets(base, "duomix") == ["paracetamol+diphenhydramine"]
    parts = base.check("noxalin/paracetamol", "UK").entries[0]
    assert "local" in parts.meanings[0].flags
    assert any("local name" in note for note in parts.notes)


def test_a_local_phrase_is_no_medicine_and_a_local_name_is_one(write: Write) -> None:
    own = write(
        names=[row("lithium level", "cetirizine")],
        not_drugs=[{"phrase": "seroquel", "category": "ordinary word", "reason": "the name of our cat"}],
    )
    base = over(own)
    entry = base.check("Seroquel").entries[0]
    assert entry.meanings == ()
    assert "the name of our cat" in entry.notes
    assert targets(base, "lithium level") == ["cetirizine"]
    assert not base.scan("Seroquel sleeps on the sofa.", fuzzy=False)
    assert not base.store.names_compact("seroquel")  # type: ignore[arg-type]


def test_the_first_of_several_overlays_wins(write: Write) -> None:
    one, two = (
        write("one", names=[row("noxalin", "cetirizine")]),
        write("two", names=[row("noxalin", "loratadine"), row("zorbal", "loratadine")]),
    )
    assert targets(over(one, two), "noxalin") == ["cetirizine"]
    assert targets(over(two, one), "noxalin") == ["loratadine"]
    assert targets(over(one, two), "zorbal") == ["loratadine"]
    assert "(overlay" in over(one, two).check("zorbal").entries[0].notes[-1]
    assert str(two) in over(one, two).check("zorbal").entries[0].notes[-1]


# --- spelling, texts, threads -------------------------------------------------------------------


def test_local_names_are_spelling_targets_and_block_other_readings(write: Write) -> None:
    base = over(
        write(names=[row("Noxalivan", "cetirizine"), row("Zorbalinex", "loratadine", flags="exact_only")])
    )
    corrected = base.check("noxalvan").entries[0]
    assert (corrected.resolution.value, corrected.meanings[0].read_as) == ("corrected", "Noxalivan")
    assert not base.check("zorbalinx").entries[0].meanings


def test_the_index_in_memory_gives_the_same(write: Write, store_path: Path) -> None:
    own = write(
        names=[row("Noxalivan", "cetirizine"), row("benadryl", "cetirizine"), row("dulcolux", "loratadine")]
    )
    with open_store(store_path, [own]) as layered:
        memory = MemoryIndex.from_store(layered)
        keys = list(layered.all_keys())
        assert len({key.key_id for key in keys}) == len({key.key for key in keys}) == len(keys) == len(memory)
        for typed in ("noxalvan", "benadril", "dulcolax", "seroquil", "noxalivn", "dulcolix"):
            assert closest(layered, normalize(typed)) == closest(memory, normalize(typed)), typed


def test_texts_are_searched_for_local_names(write: Write) -> None:
    own = write(names=[row("Noxalivan", "cetirizine"), row("calm", "loratadine", flags="not_in_text")])
    mentions = over(own).scan("She is calm and takes Noxalivan 10 mg daily.")
    assert [(m.text, m.meanings[0].flags) for m in mentions] == [("Noxalivan", ("local",))]
    note = own.parent / "note.txt"
    note.write_text("She takes Noxalivan.\n", encoding="utf-8")
    for form in ("text", "json", "ndjson", "brat", "w3c", "html"):
        assert "(local name)" in run("scan", str(note), "--format", form, "--overlay", str(own)).stdout, form


def test_threads_get_the_same_answer(write: Write) -> None:
    base = over(write(names=[row("noxalin", "cetirizine")]))
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(targets(base, "noxalin"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [["cetirizine"]] * 4


def test_looking_around(write: Write) -> None:
    store = over(write(names=[row("noxalin", "cetirizine"), row("benadryl", "loratadine")])).store
    assert "noxalin" in {n.name for n in store.names_of_ingredient("cetirizine")}
    assert "benadryl" not in {n.name.casefold() for n in store.names_of_ingredient("acrivastine")}
    assert store.names_of_class("antihistamine")
    assert store.keys_with_prefix("noxal", 5) == ["noxalin"]
    found = run("describe", "noxalin", "--overlay", str(write()))
    assert "local name (overlay" in " ".join(found.stdout.split())


# --- own ingredients and notes --------------------------------------------------------------------


def test_a_local_note_takes_part_and_is_marked(write: Write) -> None:
    own = write(
        associations=[NOTE, NOTE | {"association_id": "a002", "source_id": "aasm-2025", "headline": "no",
                                    "statement": "We read the guideline so.", "subject": "paracetamol"}]
    )  # fmt: skip
    base = over(own)
    entry = base.check("simvastatin").entries[0]
    assert entry.verdict is not None
    assert entry.verdict.value == "worsens"
    finding = next(f for f in entry.meanings[0].ingredients[0].findings if f.association_id == "local-a001")
    assert (finding.source.kind, finding.source.id) == ("local", "local")
    assert not finding.from_documents
    cited = next(
        f
        for f in base.check("paracetamol").entries[0].meanings[0].ingredients[0].findings
        if f.association_id == "local-a002"
    )
    assert (cited.source.kind, cited.source.id) == ("local", "local-aasm-2025")
    shipped = base.store.source("aasm-2025")
    assert shipped is not None
    assert shipped.kind == "guideline"
    assert base.store.association("local-a001") is not None
    assert "local" in {s.source_id for s in base.sources()}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_marks_what_is_local(write: Write, form: str) -> None:
    own = write(names=[row("noxalin", "simvastatin")], associations=[NOTE])
    report = over(own).check("noxalin")
    text = " ".join(render(report, form).split())
    assert f"(overlay {own})" in text.replace("\\", "")
    assert "local name" in text.casefold()
    assert (
        "local note" in text.casefold()
        or '"kind":"local"' in text
        or "local" in text.split("simvastatin")[-1]
    )
    assert "local note" in " ".join(render(report, "text").split())


def test_a_local_ingredient_with_its_class_and_codes(write: Write) -> None:
    own = write(
        ingredients=[
            {"ingredient_id": "noxalinum", "unii": "0123456789", "drugbank": "DB99999", "status": "marketed"}
        ],
        memberships=[
            {
                "ingredient_id": "noxalinum",
                "class_id": "sedating_antihistamine",
                "evidence": "hand",
                "source_id": "local",
            }
        ],
        names=[row("noxalinum", "noxalinum", kind="generic")],
    )
    base = over(own)
    for text in ("noxalinum 10 mg", "db99999", "0123456789"):
        entry = base.check(text).entries[0]
        assert entry.verdict is not None
        assert entry.verdict.value == "worsens", text
    assert "noxalinum" in base.store.members("sedating_antihistamine")
    assert "alimemazine" in base.store.members("sedating_antihistamine")


# --- what is refused ------------------------------------------------------------------------------

FAULTS: list[tuple[str, dict[str, list[dict[str, str]]], str]] = [
    ("unknown target", {"names": [row("noxalin", "cetirizin")]},
     "names.tsv:2:28: target 'cetirizin'; expected an id of ingredients.tsv [reference]"),
    ("unknown kind", {"names": [row("noxalin", "cetirizine", kind="trade")]}, "names.tsv:2:10: kind 'trade'; expected one of"),
    ("short name", {"names": [row("nx", "cetirizine")]}, "'nx' is short; expected the flag exact_only"),
    ("two meanings", {"names": [row("noxalin", "cetirizine"), row("noxalin", "loratadine")]}, "names.tsv:3:"),
    ("source", {"names": [row("noxalin", "cetirizine", source_id="nobody")]}, "source_id 'nobody'; expected an id of sources.tsv"),
    ("shipped ingredient", {"ingredients": [{"ingredient_id": "cetirizine", "status": "marketed"}],
                            "names": [row("cetirizine", "cetirizine")]}, "cetirizine is a shipped ingredient"),
    ("shipped code", {"ingredients": [{"ingredient_id": "noxalinum", "drugbank": "DB00641", "status": "marketed"}],
                      "names": [row("noxalinum", "noxalinum")]}, "DB00641 is that of simvastatin"),
    ("shipped source", {"sources": [{"source_id": "aasm-2025", "title": "x", "kind": "guideline", "url": "https://a.b"}]},
     "aasm-2025 is a shipped source"),
    ("seed", {"associations": [NOTE | {"evidence_level": "lay_web_seed"}]}, "kept for five documents"),
    ("safe", {"associations": [NOTE | {"statement": "It is safe."}]}, "statement says 'safe'"),
    ("effect", {"associations": [NOTE | {"effect": "cures"}]}, "effect 'cures'; expected one of"),
    ("member above", {"memberships": [{"ingredient_id": "diphenhydramine", "class_id": "nothing", "evidence": "hand",
                                       "source_id": "local"}]}, "class_id 'nothing'; expected an id of classes.tsv"),
    ("name and phrase", {"names": [row("noxalin", "cetirizine")],
                         "not_drugs": [{"phrase": "Noxalin", "category": "x", "reason": "y"}]}, "expected one or the other"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "tables", "message"), FAULTS, ids=[f[0] for f in FAULTS])
def test_faults_are_reported_as_those_of_data(
    write: Write, why: str, tables: dict[str, list[dict[str, str]]], message: str
) -> None:
    own = write(**tables)
    with pytest.raises(DataError) as caught:
        over(own)
    assert message in str(caught.value)
    assert all(line.startswith(f"{own}/") for line in str(caught.value).splitlines())
    result = run("check", "--overlay", str(own), "benadryl")
    assert (result.exit_code, result.stdout) == (3, "")
    assert message in result.stderr
    linted = run("data", "lint-overlay", str(own))
    assert linted.exit_code == 3
    assert message in linted.stdout


def test_all_faults_come_at_once_and_a_waiver_waives(write: Write) -> None:
    own = write(names=[row("nx", "cetirizine"), row("ny", "nothing")])
    with pytest.raises(DataError) as caught:
        over(own)
    assert len(str(caught.value).splitlines()) == 3
    waived = write(
        "waived",
        names=[row("nx", "cetirizine")],
        waivers=[
            {"rule": "short-exact-only", "row": "names:nx||ingredients|cetirizine|", "reason": "asked for"}
        ],
    )
    assert targets(over(waived), "nx") == ["cetirizine"]


def test_what_is_no_overlay(tmp_path: Path, write: Write) -> None:
    with pytest.raises(DataError, match="there is no such directory"):
        KnowledgeBase.open(overlays=[tmp_path / "nowhere"])
    with pytest.raises(DataError, match=r"no table is here; expected names\.tsv"):
        over(write("empty"))
    other = write("other", names=[row("noxalin", "cetirizine")])
    (other / "classes.tsv").write_text("class_id\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"classes\.tsv:1:1: not a table that can stand here"):
        over(other)
    odd = write("odd")
    (odd / "names.tsv").write_bytes("name\tcafé\n".encode("latin-1"))
    with pytest.raises(DataError, match=r"names\.tsv:1:9: not UTF-8"):
        over(odd)
    (odd / "names.tsv").write_bytes(b"")
    with pytest.raises(DataError, match="the file is empty; expected the header"):
        over(odd)
    text = tmp_path / "list.txt"
    text.write_text("benadryl\n" * 50, encoding="utf-8")
    with pytest.raises(StoreError, match="this is no overlay; give a directory"):
        KnowledgeBase.open(overlays=[text])


# --- which overlays are in use ----------------------------------------------------------------------


def test_the_report_and_the_version_name_the_overlays(write: Write, tmp_path: Path) -> None:
    own = write(names=[row("noxalin", "cetirizine"), row("zorbal", "loratadine")])
    report = over(own).check("noxalin")
    assert len(report.overlays) == 1
    assert report.overlays[0].startswith(f"overlay {own} sha256:")
    result = run("check", "--format", "json", "--overlay", str(own), "noxalin")
    shown = json.loads(result.stdout)
    jsonschema.validate(shown, SCHEMA)
    assert shown["overlays"] == list(report.overlays)
    assert shown["entries"][0]["meanings"][0]["flags"] == ["local"]
    assert f"with {report.overlays[0]}" in run("--version", MEDCHECK_OVERLAY=str(own)).stdout
    turned = write("own", names=[row("zorbal", "loratadine"), row("noxalin", "cetirizine")])
    assert over(turned).check("noxalin").overlays == report.overlays, "the order of rows is free"
    changed = write("own", names=[row("zorbal", "loratadine"), row("noxalin", "loratadine")])
    assert over(changed).check("noxalin").overlays != report.overlays


def test_the_environment_names_overlays(write: Write) -> None:
    one, two = (
        write("one", names=[row("noxalin", "cetirizine")]),
        write("two", names=[row("zorbal", "loratadine")]),
    )
    both = run("check", "--format", "json", "noxalin", "zorbal", MEDCHECK_OVERLAY=f"{one}:{two}")
    assert [e["meanings"][0]["ingredients"][0]["id"] for e in json.loads(both.stdout)["entries"]] == [
        "cetirizine",
        "loratadine",
    ]
    quick = subprocess.run(
        [sys.executable, "-m", "medcheck", "check", "noxalin"],
        env={**dict(__import__("os").environ), "MEDCHECK_OVERLAY": str(one)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Local name" in quick.stdout


def test_without_overlays_nothing_of_them_is_loaded(store_path: Path) -> None:
    code = (
        "import sys, medcheck\n"
        "report = medcheck.check('benadryl')\n"
        "assert report.overlays == ()\n"
        "heavy = [m for m in sys.modules if m.startswith(('medcheck.overlay.', 'medcheck.lint', 'medcheck.dataset'))]\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert KnowledgeBase.open(store_path, overlays=()).store.overlays == ()


NAMES_API = {"names", "names_compact", "names_of_ingredient", "names_of_class", "keys_with_prefix", "fragment_keys",
             "fragment_keys_sized", "all_keys", "name_keys", "code", "coded", "rxcuis", "not_drug", "not_drug_keys",
             "ingredient", "members", "associations", "association", "sources", "source", "close"}  # fmt: skip
SHIPPED_ONLY = {"open", "over", "info", "counts", "confusions", "confused_keys",
                "all_names", "classes", "drug_class", "children", "pathways", "pathway",
                "stances", "alternatives", "interplay", "states", "state", "cautions", "factors"}  # fmt: skip


def test_every_method_of_the_store_is_layered_or_the_datasets_alone() -> None:
    from medcheck.overlay.layered import LayeredStore

    public = {name for name, value in vars(Store).items() if callable(value) and not name.startswith("_")}
    assert set(vars(LayeredStore)) >= NAMES_API
    unsorted = {
        n for n in public - NAMES_API - SHIPPED_ONLY - {"open"} if "name" in n or "key" in n or "code" in n
    }
    assert not unsorted, "decide whether overlays take part in these methods"

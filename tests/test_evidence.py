"""The evidence as the report tells it: both sides, both hops, questions and no advice, plain words."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from medcheck import KnowledgeBase
from medcheck.assess.pathways import CHAIN_ORDER, chain_strength
from medcheck.model import Basis, Confidence, Entry, Finding, JudgedIngredient, Meaning, Verdict
from medcheck.render import render
from medcheck.store import Store

DATA = Path(__file__).parent.parent / "data"
DIRECTIVES = re.compile(r"\b(you should|must|switch to|stop taking|take .* instead)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


def rows(table: str) -> list[dict[str, str]]:
    with (DATA / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def judged(kb: KnowledgeBase, name: str) -> JudgedIngredient | Meaning:
    meaning = kb.check(name, "US").entries[0].meanings[0]
    return meaning.ingredients[0] if meaning.ingredients else meaning


def one(text: str) -> str:
    return " ".join(text.split())


# --- associations -----------------------------------------------------------------------------


def test_every_audited_row_is_there_with_source_locator_and_id(store: Store) -> None:
    found = rows("associations")
    assert len(found) >= 289
    assert len({(r["subject_kind"], r["subject"]) for r in found}) >= 132
    for row in found:
        assert row["locator"]
        assert store.source(row["source_id"]) is not None
        assert store.association(row["association_id"]) is not None


def test_explain_prints_id_source_locator_and_every_side(kb: KnowledgeBase) -> None:
    text = one(render(kb.check("sertraline"), explain=True))
    for finding in judged(kb, "sertraline").findings:
        assert finding.association_id in text
        assert finding.source.id in text
        assert one(finding.statement) in text
    assert "supports it: In an uncontrolled study" in text
    assert "found no link: A Danish study of 10,875 people" in text


# --- conflicts --------------------------------------------------------------------------------

CONFLICTS = [
    ("sertraline", "ssri"), ("mirtazapine", "mirtazapine_size"), ("bupropion", "bupropion"),
    ("aripiprazole", "aripiprazole"), ("vortioxetine", "vortioxetine"), ("quetiapine", "quetiapine"),
    ("risperidone", "risperidone"), ("haloperidol", "haloperidol"), ("famotidine", "h2_blocker"),
    ("omeprazole", "ppi_iron"), ("oxycodone", "opioid"), ("tramadol", "tramadol"),
    ("pramipexole", "dopamine_agonist"), ("levodopa", "levodopa"), ("clonazepam", "clonazepam"),
    ("lorazepam", "benzodiazepine"), ("carbamazepine", "carbamazepine"),
    ("gabapentin", "anticonvulsant_class"), ("vasodilator", "vasodilator"), ("red wine", "alcohol"),
    ("coffee", "caffeine"), ("loratadine", "antihistamine_kinds"), ("venlafaxine", "antidepressant_size"),
    ("fluoxetine", "ssri_men_women"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "conflict_id"), CONFLICTS)
def test_a_conflict_is_told_with_both_sides(kb: KnowledgeBase, name: str, conflict_id: str) -> None:
    conflict = next(c for c in judged(kb, name).conflicts if c.conflict_id == conflict_id)
    stances = {stance for stance, _ in conflict.positions}
    assert "supports" in stances
    assert stances & {"disputes", "no_signal"}
    assert "Sources disagree:" in render(kb.check(name, "US"))


def test_the_newest_guideline_comes_first(kb: KnowledgeBase) -> None:
    (conflict, *_) = judged(kb, "pramipexole").conflicts
    guidelines = [f.source.year for _, f in conflict.positions if f.evidence_level == "guideline"]
    assert guidelines == sorted(guidelines, key=lambda year: -(year or 0))
    assert conflict.positions[0].finding.evidence_level == "guideline"


@pytest.mark.parametrize("name", ["diphenhydramine", "dipyridamole", "hydralazine", "metoprolol"])
def test_where_no_source_differs_on_a_medicine_nothing_is_said(kb: KnowledgeBase, name: str) -> None:
    assert judged(kb, name).conflicts == ()


# --- pathways ---------------------------------------------------------------------------------


@pytest.mark.parametrize("first", list(Confidence))
@pytest.mark.parametrize("second", CHAIN_ORDER)
def test_a_chain_is_no_stronger_than_its_weaker_hop(first: Confidence, second: str) -> None:
    hop = {"high": "strong", "moderate": "moderate", "low": "weak"}[first]
    strength = CHAIN_ORDER.index(chain_strength(first, second))
    assert strength == max(CHAIN_ORDER.index(hop), CHAIN_ORDER.index(second))


def test_pathways_cite_both_hops_come_last_and_change_no_verdict(kb: KnowledgeBase, store: Store) -> None:
    found = judged(kb, "metformin")
    assert found.verdict is Verdict.UNDOCUMENTED
    assert next(f.hop.state for f in found.findings if f.hop) == "vitamin_b12_deficiency"
    for finding in judged(kb, "omeprazole").findings:
        if finding.hop:
            assert finding.source.id
            assert all(store.source(s) for s in finding.hop.sources)
    bases = [f.basis for f in judged(kb, "omeprazole").findings]
    assert bases == sorted(bases, key=lambda b: b is Basis.PATHWAY)


def test_the_test_for_low_iron_is_the_guidelines(kb: KnowledgeBase) -> None:
    hop = next(f.hop for f in judged(kb, "omeprazole").findings if f.hop and f.hop.state == "iron_deficiency")
    assert hop.test == "ferritin and transferrin saturation"
    assert hop.test_source is not None
    assert hop.test_source.id == "aasm-2025"


PATHWAYS = [
    ("warfarin", "iron_deficiency_anaemia"), ("gentamicin", "magnesium_deficiency"),
    ("tacrolimus", "magnesium_deficiency"), ("paclitaxel", "peripheral_neuropathy"),
    ("vincristine", "peripheral_neuropathy"), ("oxaliplatin", "peripheral_neuropathy"),
    ("bortezomib", "peripheral_neuropathy"), ("ciprofloxacin", "peripheral_neuropathy"),
    ("adalimumab", "peripheral_neuropathy"), ("furosemide", "magnesium_deficiency"),
    ("glimepiride", "hypoglycaemia"), ("insulin glargine", "hypoglycaemia"), ("lithium", "hypothyroidism"),
    ("amiodarone", "hypothyroidism"), ("peginterferon alfa-2a", "hypothyroidism"),
    ("interferon alfa-2b", "peripheral_neuropathy"), ("nitrous oxide", "vitamin_b12_deficiency"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "state"), PATHWAYS)
def test_members_of_the_pathway_classes_reach_their_state(kb: KnowledgeBase, name: str, state: str) -> None:
    assert state in {f.hop.state for f in judged(kb, name).findings if f.hop}


def test_the_short_report_has_one_line_for_pathways(kb: KnowledgeBase) -> None:
    assert render(kb.check("omeprazole")).count("May matter indirectly") == 1


# --- stopping -----------------------------------------------------------------------------------


def test_stopping_tells_withdrawal_first_with_days_and_the_treatment_as_such(kb: KnowledgeBase) -> None:
    report = kb.check("ran out of pramipexole 2 days ago", "US")
    (entry,) = report.entries
    assert entry.verdict is Verdict.WITHDRAWAL
    assert entry.meanings[0].ingredients[0].findings[0].effect == "withdrawal_may_trigger"
    text = one(render(report))
    assert "Stopped 2 days ago. Stopping is documented to trigger RLS symptoms" in text
    assert "also documented as a treatment of RLS" in text
    assert "Symptoms may return without it" in one(render(kb.check("stopped gabapentin")))


# --- alternatives -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "option"),
    [("Benadryl", "nonsedating_antihistamine"), ("Benadryl", "decongestant"), ("sertraline", "bupropion"),
     ("pramipexole", "gabapentinoid")],
)  # fmt: skip
def test_an_option_is_a_question_with_its_source(kb: KnowledgeBase, name: str, option: str) -> None:
    options = judged(kb, name).alternatives
    assert option in {o.id for o in options}
    assert all(o.source.title and o.source.locator for o in options)
    text = one(render(kb.check(name, "US")))
    assert "A question for the prescriber or pharmacist: if taken for" in text
    assert not DIRECTIVES.search(" ".join(o.statement for o in options))


@pytest.mark.parametrize("name", ["bupropion", "loratadine", "atorvastatin", "stopped Benadryl"])
def test_no_option_where_there_is_nothing_to_ask(kb: KnowledgeBase, name: str) -> None:
    assert judged(kb, name).alternatives == ()


# --- the list as a whole --------------------------------------------------------------------------


def kinds(kb: KnowledgeBase, *names: str) -> dict[str, Any]:
    return {f.kind: f for f in kb.check(names, "US").list_findings}


def test_the_list_says_what_stands_beside_what(kb: KnowledgeBase) -> None:
    found = kinds(kb, "Benadryl", "gabapentin", "sertraline", "mirtazapine", "tramadol", "naltrexone")
    assert set(found) == {"interplay", "treatment_and_trigger", "two_triggers", "same_class"}
    assert [e.line for e in found["treatment_and_trigger"].entries] == [2, 5]
    assert [e.line for e in found["same_class"].entries] == [3, 4]
    assert found["interplay"].source is not None


def test_only_what_is_taken_counts(kb: KnowledgeBase) -> None:
    assert kinds(kb, "allergic to Benadryl", "gabapentin") == {}
    assert kinds(kb, "stopped sertraline last week", "gabapentin") == {}


def test_the_same_ingredient_twice_is_told(kb: KnowledgeBase) -> None:
    assert kinds(kb, "Tylenol PM", "Benadryl")["same_ingredient"].about == "diphenhydramine"


def test_one_medicine_is_no_list(kb: KnowledgeBase) -> None:
    assert kinds(kb, "Tylenol PM") == {}
    assert "About the list" not in render(kb.check("Tylenol PM"))


def test_the_list_is_in_every_format_that_has_a_place_for_it(kb: KnowledgeBase) -> None:
    report = kb.check(["pramipexole", "metoclopramide"], "US")
    assert "About the list" in render(report)
    assert "## About the list" in render(report, "md")
    found = json.loads(render(report, "json"))["list_findings"]
    assert "interplay" in {f["kind"] for f in found}
    assert "score" not in json.dumps(found)


# --- the documents' statement ------------------------------------------------------------------


def documents(entry: Entry) -> list[Finding]:
    return [f for m in entry.meanings for i in m.ingredients for f in i.findings if f.from_documents]


def test_diphenhydramine_shows_the_antihistamine_statement(kb: KnowledgeBase) -> None:
    report = kb.check("diphenhydramine")
    assert {"antihistamine", "antiemetic"} <= {f.subject for f in documents(report.entries[0])}
    text = one(render(report))
    assert "on the group antihistamine: Certain medicines, antihistamines among them" in text
    assert "anti-nausea" not in text


# --- plain words ------------------------------------------------------------------------------


def readable(statement: str, words: re.Pattern[str]) -> str:
    """A statement with the names of medicines and classes replaced, as a reader who knows them reads it."""
    text = words.sub("this medicine", statement)
    return re.sub(r"this medicine((, | and | or |/| )this medicine)+", "this medicine", text)


def test_statements_read_easily() -> None:
    textstat = pytest.importorskip("textstat")
    names = {r["ingredient_id"] for r in rows("ingredients")} | {r["us_name"] for r in rows("ingredients")}
    names |= {r["label"].split(" (")[0] for r in rows("classes")}
    names |= {r["name"] for r in rows("names") if r["kind"] == "class_term"}
    longest = sorted((n for n in names if len(n) > 3), key=len, reverse=True)
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})s?\b", re.IGNORECASE)
    tables = ("associations", "pathways", "states", "factors", "alternatives", "interplay")
    grades = {
        row["statement"]: textstat.flesch_kincaid_grade(readable(row["statement"], words))
        for table in tables
        for row in rows(table)
    }
    assert median(grades.values()) <= 9
    assert [s for s, grade in grades.items() if grade > 13] == []

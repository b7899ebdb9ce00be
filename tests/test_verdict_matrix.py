"""A matrix a specialist would agree with: what each well-known medicine comes out as, and why."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from medcheck import KnowledgeBase, Resolution

MATRIX = Path(__file__).parent / "cases" / "verdicts.tsv"

with MATRIX.open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t"))


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


@pytest.mark.parametrize("row", ROWS, ids=[r["name"] for r in ROWS])
def test_the_verdict_is_the_one_a_specialist_expects(kb: KnowledgeBase, row: dict[str, str]) -> None:
    (entry,) = kb.check(row["name"]).entries
    assert entry.resolution is Resolution.EXACT
    assert entry.verdict == row["verdict"], row["why"]
    cautions = {c for m in entry.meanings for i in m.ingredients for c in i.cautions}
    cautions |= {c for m in entry.meanings for c in m.cautions}
    assert cautions >= {c for c in row["must_mention"].split(",") if c}


def statements(kb: KnowledgeBase, name: str) -> list[tuple[str, str]]:
    (entry,) = kb.check(name).entries
    return [(f.subject, f.effect) for m in entry.meanings for i in m.ingredients for f in i.findings]


def test_dipyridamole_is_never_judged_by_the_vasodilator_statement(kb: KnowledgeBase) -> None:
    assert "vasodilator" not in {subject for subject, _ in statements(kb, "dipyridamole")}


def test_nicotine_replacement_is_not_judged_as_tobacco(kb: KnowledgeBase) -> None:
    subjects = {subject for subject, _ in statements(kb, "nicotine gum")}
    assert "nicotine" in subjects
    assert "tobacco" not in subjects


def test_tobacco_contains_nicotine_too(kb: KnowledgeBase) -> None:
    assert {"nicotine", "tobacco"} <= {subject for subject, _ in statements(kb, "cigarettes")}


def test_the_strongest_evidence_is_printed_with_the_verdict(kb: KnowledgeBase) -> None:
    judged = {
        name: kb.check(name).entries[0].meanings[0].ingredients[0].strongest
        for name in ("metoprolol", "diphenhydramine", "phenytoin")
    }
    assert judged == {
        "metoprolol": "case_report",
        "diphenhydramine": "guideline",
        "phenytoin": "lay_web_seed",
    }


def test_no_treatment_of_rls_is_told_as_a_plain_trigger(kb: KnowledgeBase) -> None:
    """Every ingredient with a headline 'treats' row of its own that is not weak is never 'worsens'."""
    for subject in ("gabapentin", "pramipexole", "ropinirole", "rotigotine", "oxycodone", "pregabalin"):
        (entry,) = kb.check(subject).entries
        assert entry.verdict == "treats"

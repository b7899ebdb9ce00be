"""Each subject of the five documents answers through its class word, its generics and its brands."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from medcheck import KnowledgeBase, Resolution

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


NAMES = rows("document_names.tsv")
STATEMENTS = rows("documents.tsv")
IN_A_CLASS_OF_ITS_OWN = {"imipramine"}


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


def test_every_subject_of_the_documents_has_a_word_a_generic_and_a_brand() -> None:
    kinds = defaultdict(set)
    for row in NAMES:
        kinds[row["subject"]].add(row["kind"])
    for subject in {s["subject"] for s in STATEMENTS}:
        assert kinds[subject] & {"generic", "substance"}, subject
        assert kinds[subject] & {"brand", "substance"}, subject
        assert "class" in kinds[subject] or subject in IN_A_CLASS_OF_ITS_OWN


@pytest.mark.parametrize("row", NAMES, ids=[f"{r['subject']}: {r['name']}" for r in NAMES])
def test_the_documents_statement_is_reported(kb: KnowledgeBase, row: dict[str, str]) -> None:
    (entry,) = kb.check(row["name"]).entries
    assert entry.resolution in (Resolution.EXACT, Resolution.AMBIGUOUS)
    said = {
        (finding.source.id, finding.subject, finding.effect)
        for meaning in entry.meanings
        for findings in (meaning.findings, *(i.findings for i in meaning.ingredients))
        for finding in findings
    }
    wanted = {
        (s["document"], s["subject"], s["effect"]) for s in STATEMENTS if s["subject"] == row["subject"]
    }
    assert wanted
    assert wanted <= said


@pytest.mark.parametrize("name", ["sedatives", "vasodilators", "imipramine", "zopiclone", "Imdur", "opioids"])
def test_withdrawal_statements_come_first_when_it_was_stopped(kb: KnowledgeBase, name: str) -> None:
    (entry,) = kb.check(f"stopped {name} 2 days ago").entries
    assert entry.verdict == "withdrawal"
    assert entry.days_since == 2

"""Every drug and substance statement of the five documents has its row, and nothing was missed."""

from __future__ import annotations

import csv
import hashlib
import os
import re
from pathlib import Path

import pytest

from medcheck.dataset import read_dataset
from medcheck.store import Store
from medcheck.text import normalize

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
SEEDS = Path(os.environ.get("MEDCHECK_SEEDS", ROOT.parent / "shared" / "seeds"))
DOCUMENTS = ("seed-000", "seed-001", "seed-002", "seed-003", "seed-004")
LONGEST_NAME = 5

needs_documents = pytest.mark.skipif(
    not SEEDS.is_dir(),
    reason=f"the five documents are not at {SEEDS}: set MEDCHECK_SEEDS to check against them",
)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


STATEMENTS = rows(CASES / "documents.tsv")
EXCEPTIONS = rows(CASES / "document_exceptions.tsv")
ASSOCIATIONS = [r for r in rows(ROOT / "data" / "associations.tsv") if r["evidence_level"] == "lay_web_seed"]
FACTORS = rows(ROOT / "data" / "factors.tsv")


@pytest.mark.parametrize("case", STATEMENTS, ids=[c["case_id"] for c in STATEMENTS])
def test_each_statement_of_the_documents_has_an_association(case: dict[str, str]) -> None:
    assert len(case["key_words"].split()) <= 8, "marks are of at most eight words"
    wanted = (case["document"], case["locator"], case["subject_kind"], case["subject"], case["effect"])
    assert wanted in {
        (r["source_id"], r["locator"], r["subject_kind"], r["subject"], r["effect"]) for r in ASSOCIATIONS
    }


@pytest.mark.parametrize("row", ASSOCIATIONS, ids=[r["association_id"] for r in ASSOCIATIONS])
def test_each_association_of_a_document_has_a_case(row: dict[str, str]) -> None:
    assert any(
        (c["document"], c["subject_kind"], c["subject"], c["effect"])
        == (row["source_id"], row["subject_kind"], row["subject"], row["effect"])
        for c in STATEMENTS
    )


def document_text(document: str) -> str:
    (path,) = SEEDS.glob(f"{document.removeprefix('seed-')}_*.txt")
    return path.read_text(encoding="utf-8")


@needs_documents
def test_the_documents_are_the_ones_that_were_read() -> None:
    dataset = read_dataset(ROOT / "data")
    known = {r["source_id"]: r["sha256"] for r in rows(ROOT / "data" / "sources.tsv")}
    assert dataset is not None
    for document in DOCUMENTS:
        (path,) = SEEDS.glob(f"{document.removeprefix('seed-')}_*.txt")
        assert known[document] == hashlib.sha256(path.read_bytes()).hexdigest()


def places(text: str) -> list[tuple[frozenset[str], str]]:
    """A document as ``(labels of the place, line)``: bullets and headings numbered as locators name them."""
    found: list[tuple[frozenset[str], str]] = []
    bullet, heading, title = 0, "", ""
    for line in (raw.strip() for raw in text.splitlines()):
        if not line:
            continue
        if line.startswith("•"):
            bullet += 1
            found.append((frozenset({f"bullet {bullet}"}), line))
        elif numbered := re.match(r"(\d+)\. ", line):
            heading, title = f"heading {numbered[1]}", ""
            found.append((frozenset({heading}), line))
        elif len(line) < 90 and not line.endswith((".", ":", ",")):
            heading, title = "", line
            found.append((frozenset({title}), line))
        else:
            where = "after" if bullet else "opening"
            labels = {heading, title} - {""} if not bullet else set()
            found.append((frozenset(labels | {where}), line))
    return found


def covers(locator: str, labels: frozenset[str]) -> bool:
    """Whether a row's locator names the place."""
    spoken = locator.casefold()
    numbers = {
        f"{kind} {n}"
        for kind in ("bullet", "heading")
        for group in re.findall(rf"{kind}s? ([\d, and;]+)", spoken)
        for n in re.findall(r"\d+", group)
    }
    if labels & numbers:
        return True
    if "after" in labels and ("final paragraphs" in spoken or "after the bullets" in spoken):
        return True
    if "opening" in labels and "opening" in spoken:
        return True
    return any(
        len(label) > 10 and (label.casefold() in spoken or spoken.split(",")[-1].strip() in label.casefold())
        for label in labels
    )


def hits(store: Store, line: str) -> list[tuple[str, set[str]]]:
    """Every shipped name in a line, longest first, with the subjects it means."""
    words = re.findall(r"[\w'’-]+", line)
    found: list[tuple[str, set[str]]] = []
    position = 0
    while position < len(words):
        for length in range(min(LONGEST_NAME, len(words) - position), 0, -1):
            phrase = " ".join(words[position : position + length])
            names = store.names(normalize(phrase))
            if names and not all("not_in_text" in n.flags for n in names):
                found.append((phrase, {t for n in names for t in n.targets}))
                position += length
                break
        else:
            position += 1
    return found


def family(store: Store, subject: str) -> set[str]:
    """A subject with its classes and everything above them."""
    ingredient = store.ingredient(subject)
    pending = [subject, *(ingredient.class_ids if ingredient else ())]
    found: set[str] = set()
    while pending:
        current = pending.pop()
        if current not in found:
            found.add(current)
            drug_class = store.drug_class(current)
            pending.extend(drug_class.parent_ids if drug_class else ())
    return found


@needs_documents
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_in_the_documents_is_covered(document: str, store_path: Path) -> None:
    store = Store.open(store_path)
    excused = {normalize(e["words"]) for e in EXCEPTIONS if e["document"] in (document, "any")}
    about = [(r["locator"], {r["subject"]}) for r in ASSOCIATIONS if r["source_id"] == document]
    missed = []
    for labels, line in places(document_text(document)):
        for phrase, targets in hits(store, line):
            if normalize(phrase) in excused:
                continue
            related = set().union(*(family(store, t) for t in targets))
            if not any(subjects & related and covers(locator, labels) for locator, subjects in about):
                missed.append((phrase, sorted(targets), sorted(labels)))
    assert not missed, "cover these with a row, or list them in document_exceptions.tsv with a reason"

"""A dataset of a few rows that breaks no rule, and how to write one to disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from medcheck.dataset import canonical_text
from medcheck.tables import TABLES

Rows = Mapping[str, Iterable[Mapping[str, str]]]

META = """\
version = "2026.11.0"
released = 2026-11-22
licence = "CC0-1.0"
title = "a few rows"
"""

SHA = "ab" * 32


def name(text: str, target: str, **cells: str) -> dict[str, str]:
    """A row of names.tsv: a generic name from nowhere in particular, unless told otherwise."""
    return {
        "name": text,
        "kind": "generic",
        "target_kind": "ingredients",
        "target": target,
        "source_id": "curated",
    } | cells


def said(number: int, subject: str, effect: str = "may_worsen", **cells: str) -> dict[str, str]:
    """A row of associations.tsv, of a patient document about a class, unless told otherwise."""
    return {
        "association_id": f"a{number:03}",
        "subject_kind": "class",
        "subject": subject,
        "effect": effect,
        "evidence_level": "lay_web_seed",
        "statement": f"Row {number}: a document says that some {subject} may do so.",
        "source_id": "seed-000",
        "locator": "bullet 1",
        "confidence": "moderate",
        "headline": "yes",
    } | cells


TINY: dict[str, list[dict[str, str]]] = {
    "sources": [
        {"source_id": "curated", "title": "Written by hand", "kind": "vocabulary"},
        {"source_id": "ner", "title": "A dictionary", "kind": "vocabulary"},
        {"source_id": "seed-000", "title": "A patient page", "kind": "lay_web_seed", "sha256": SHA},
        {"source_id": "aasm-2025", "title": "A guideline", "year": "2025", "kind": "guideline",
         "url": "https://example.org/a", "pmid": "39324694", "doi": "10.5664/jcsm.11390"},
    ],
    "classes": [
        {"class_id": "antihistamine", "label": "antihistamine", "definition": "Blocks histamine H1."},
        {"class_id": "sedating_antihistamine", "label": "sedating antihistamine", "parent_ids": "antihistamine",
         "definition": "Reaches the brain."},
        {"class_id": "caffeine_source", "label": "caffeine", "definition": "Drinks with caffeine."},
    ],
    "ingredients": [
        {"ingredient_id": "diphenhydramine", "unii": "8GTS82S83M", "drugbank": "DB01075", "atc": "D04AA32,R06AA02",
         "status": "marketed"},
        {"ingredient_id": "paracetamol", "us_name": "acetaminophen", "unii": "362O9ITL9D", "status": "marketed"},
        {"ingredient_id": "acrivastine", "unii": "A20F9XAI7W", "status": "listed"},
    ],
    "memberships": [
        {"ingredient_id": "diphenhydramine", "class_id": "sedating_antihistamine", "evidence": "hand",
         "source_id": "curated"},
    ],
    "not_members": [
        {"ingredient_id": "paracetamol", "class_id": "antihistamine", "reason": "a painkiller", "source_id": "curated"},
    ],
    "names": [
        name("diphenhydramine", "diphenhydramine"),
        name("paracetamol", "paracetamol"),
        name("acetaminophen", "paracetamol", kind="synonym"),
        name("acrivastine", "acrivastine"),
        name("benadryl", "diphenhydramine", kind="brand", region="CA,US"),
        name("benadryl", "acrivastine", kind="brand", region="UK", note="another medicine in the UK"),
        name("tylenol pm", "diphenhydramine+paracetamol", kind="brand", region="US"),
        name("dph", "diphenhydramine", kind="abbreviation", flags="exact_only"),
        name("diphenhydraminum", "diphenhydramine", kind="inn_form", source_id="ner", flags="exact_only"),
        name("antihistamine", "antihistamine", kind="class_term", target_kind="class"),
        name("sedating antihistamine", "sedating_antihistamine", kind="class_term", target_kind="class"),
        name("café au lait", "caffeine_source", kind="substance", target_kind="class", flags="not_in_text"),
    ],
    "not_drugs": [{"phrase": "histamine level", "category": "lab", "reason": "a laboratory value"}],
    "confusions": [{"name_a": "acrivastine", "name_b": "benadryl", "source_id": "curated"}],
    "associations": [
        said(1, "antihistamine"),
        said(2, "diphenhydramine", subject_kind="ingredient", source_id="aasm-2025", evidence_level="guideline",
             statement="Among 40 adults, 12% said so.", also_source_id="seed-000", population_or_context="adults",
             headline="no"),
    ],
    "states": [
        {"state_id": "low_iron", "label": "low iron", "statement": "Low iron goes with it.",
         "source_ids": "aasm-2025,seed-000", "strength": "strong"},
    ],
    "pathways": [
        {"pathway_id": "p001", "subject_kind": "class", "subject": "caffeine_source", "state_id": "low_iron",
         "statement": "Tea may lower iron.", "source_id": "aasm-2025", "locator": "Table 2", "confidence": "low"},
    ],
    "factors": [
        {"factor_id": "pregnancy", "label": "pregnancy", "effect": "may_trigger",
         "statement": "It may begin in pregnancy.", "source_id": "seed-000", "locator": "bullet 2"},
    ],
    "cautions": [
        {"subject_kind": "class", "subject": "antihistamine", "caution": "do_not_stop", "reason": "an example"},
    ],
    "conflicts": [
        {"conflict_id": "tiny", "claim": "It does so.", "row_kind": "association", "row_id": "a001",
         "stance": "supports"},
        {"conflict_id": "tiny", "claim": "It does so.", "row_kind": "association", "row_id": "a002",
         "stance": "disputes"},
    ],
    "alternatives": [
        {"subject_kind": "class", "subject": "sedating_antihistamine", "for_purpose": "allergy",
         "option_kind": "ingredient", "option": "acrivastine", "statement": "A page says that it may do so less.",
         "source_id": "aasm-2025", "locator": "page 2"},
    ],
    "interplay": [
        {"interplay_id": "i001", "subject_kind": "ingredient", "subject": "diphenhydramine",
         "other_kind": "class", "other": "caffeine_source", "statement": "Each may work against the other.",
         "source_id": "aasm-2025", "locator": "page 3"},
    ],
    "retired": [
        {"id": "a000", "table": "associations", "replacement": "a001", "reason": "said twice"},
    ],
    "waivers": [],
}  # fmt: skip


def merged(changes: Rows) -> dict[str, list[Mapping[str, str]]]:
    """The tiny dataset with further rows; one with the key of a row takes its place, one of only the key drops it."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for table in TABLES:

        def key(row: Mapping[str, str], columns: tuple[str, ...] = table.key) -> tuple[str, ...]:
            return tuple(row.get(column, "") for column in columns)

        extra = list(changes.get(table.name, ()))
        replaced = {key(row) for row in extra}
        kept = [row for row in TINY[table.name] if key(row) not in replaced]
        found[table.name] = [*kept, *(row for row in extra if set(row) - set(table.key))]
    return found


def write(directory: Path, tables: Rows | None = None) -> Path:
    """Write a dataset in canonical form: the tiny one, or ``tables``."""
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "dataset.toml").write_text(META, encoding="utf-8")
    for table in TABLES:
        rows = (TINY if tables is None else tables)[table.name]
        text = canonical_text(table, ([row.get(column, "") for column in table.header] for row in rows))
        (directory / table.file).write_bytes(text.encode())
    return directory

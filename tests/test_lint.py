"""Every lint rule with rows it accepts and rows it refuses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import tiny
from tiny import Rows, name, said

from medcheck import lint
from medcheck.dataset import read_dataset
from medcheck.tables import TABLES

DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Case:
    """Rows added to the tiny dataset: the bad ones break the rule at ``at``, the good ones break none."""

    rule: str
    bad: Rows
    at: str
    good: Rows = field(default_factory=dict)
    says: str = ""


def cls(class_id: str, **cells: str) -> dict[str, str]:
    return {"class_id": class_id, "label": class_id, "definition": "A group."} | cells


def ingredient(ingredient_id: str, **cells: str) -> dict[str, str]:
    return {"ingredient_id": ingredient_id, "status": "listed"} | cells


def source(source_id: str, **cells: str) -> dict[str, str]:
    return {
        "source_id": source_id,
        "title": "A study",
        "kind": "cohort",
        "url": "https://example.org",
    } | cells


def member(ingredient_id: str, class_id: str) -> dict[str, str]:
    return {"ingredient_id": ingredient_id, "class_id": class_id, "evidence": "hand", "source_id": "curated"}


def pair(one: str, other: str) -> dict[str, str]:
    return {"name_a": one, "name_b": other, "source_id": "curated"}


def phrase(text: str) -> dict[str, str]:
    return {"phrase": text, "category": "lab", "reason": "a value"}


def factor(statement: str, **cells: str) -> dict[str, str]:
    row = {
        "factor_id": "zinc",
        "label": "zinc",
        "effect": "may_trigger",
        "source_id": "seed-000",
        "locator": "bullet 3",
    }
    return row | {"statement": statement} | cells


def waiver(rule: str, row: str) -> dict[str, str]:
    return {"rule": rule, "row": row, "reason": "a reason"}


def names(*rows: Mapping[str, str]) -> Rows:
    return {"names": rows}


def claims(*rows: Mapping[str, str]) -> Rows:
    return {"associations": rows}


def sources(*rows: Mapping[str, str]) -> Rows:
    return {"sources": rows}


AGAIN = said(1, "antihistamine")["statement"]
SHORT = name("apap", "paracetamol", kind="abbreviation")


def retired(row_id: str, replacement: str = "") -> Rows:
    return {
        "retired": [
            {"id": row_id, "table": "associations", "replacement": replacement, "reason": "an example"}
        ]
    }


CASES = [
    Case("cell-present", claims(said(3, "antihistamine", statement="", locator="bullet 2")), "associations.tsv:4:"),
    Case("cell-present", claims(said(3, "antihistamine", locator="")), "associations.tsv:4:", says="locator is empty"),
    Case("cell-present", claims(said(3, "antihistamine", source_id="")), "associations.tsv:4:", says="source_id is empty"),
    Case("cell-value", claims(said(3, "antihistamine", effect="cures")), "associations.tsv:4:26:", claims(said(3, "antihistamine", effect="no_signal")), "effect 'cures'; expected one of may_trigger"),
    Case("cell-value", claims(said(3, "antihistamine", evidence_level="hearsay")), "associations.tsv:4:", says="evidence_level 'hearsay'"),
    Case("cell-value", claims(said(3, "antihistamine", confidence="very")), "associations.tsv:4:", says="confidence 'very'"),
    Case("cell-value", claims(said(3, "antihistamine", headline="true")), "associations.tsv:4:", says="headline 'true'"),
    Case("cell-value", names(name("apap", "paracetamol", region="UK,USA")), "names.tsv:5:6:", names(name("apap", "paracetamol", region="UK,US")), "region 'USA'"),
    Case("cell-value", names(name("apap", "paracetamol", flags="rare")), "names.tsv:5:", names(name("apap", "paracetamol", flags="slang")), "flags 'rare'"),
    Case("cell-form", sources(source("x", year="n.d.")), "sources.tsv:6:", sources(source("x", year="1999")), "year 'n.d.'; expected four-digit year"),
    Case("cell-form", sources(source("x", pmid="PMC12")), "sources.tsv:6:", sources(source("x", pmid="12")), "pmid 'PMC12'"),
    Case("cell-form", sources(source("x", doi="https://doi.org/10.1/a")), "sources.tsv:6:", sources(source("x", doi="10.1000/a(b)")), "expected DOI that begins with 10."),
    Case("cell-form", sources(source("x", url="www.example.org")), "sources.tsv:6:", says="url 'www.example.org'"),
    Case("cell-form", {"ingredients": [ingredient("Zinc")], **names(name("zinc", "Zinc"))}, "ingredients.tsv:2:1:", {"ingredients": [ingredient("zinc")], **names(name("zinc", "zinc"))}, "ingredient_id 'Zinc'"),
    Case("cell-form", {"ingredients": [ingredient("acrivastine", unii="A20F9XAI7")]}, "ingredients.tsv:2:", says="unii"),
    Case("cell-form", {"ingredients": [ingredient("acrivastine", atc="R06AX18,R6")]}, "ingredients.tsv:2:", {"ingredients": [ingredient("acrivastine", atc="R06AX18")]}, "atc 'R6'"),
    Case("cell-text", names(name("ap\u200bap", "paracetamol")), "names.tsv:5:1:", names(name("apäp", "paracetamol")), "U+200B"),
    Case("key-unique", {"cautions": [{"subject_kind": "class", "subject": "antihistamine", "caution": "do_not_stop", "reason": "one"}, {"subject_kind": "class", "subject": "antihistamine", "caution": "do_not_stop", "reason": "two"}]}, "cautions.tsv:3:1:", {"cautions": [{"subject_kind": "class", "subject": "antihistamine", "caution": "after_blood_test", "reason": "two"}]}, "is that of line 2"),
    Case("reference", claims(said(3, "antihistamines")), "associations.tsv:4:12:", says="subject 'antihistamines'; expected an id of classes.tsv"),
    Case("reference", claims(said(3, "antihistamine", subject_kind="ingredient")), "associations.tsv:4:17:", says="expected an id of ingredients.tsv"),
    Case("reference", claims(said(3, "antihistamine", source_id="nobody")), "associations.tsv:4:", says="expected an id of sources.tsv"),
    Case("reference", claims(said(3, "antihistamine", also_source_id="ner,nobody")), "associations.tsv:4:", claims(said(3, "antihistamine", also_source_id="curated,ner")), "'nobody'"),
    Case("reference", {"classes": [cls("caffeine_source", parent_ids="drinks")]}, "classes.tsv:3:", says="parent_ids 'drinks'"),
    Case("reference", names(name("apap", "paracetamol+tramadol")), "names.tsv:5:", names(name("apap", "diphenhydramine+paracetamol")), "target 'tramadol'"),
    Case("class-circle", {"classes": [cls("antihistamine", parent_ids="sedating_antihistamine")]}, "classes.tsv:2:29:", {"classes": [cls("antihistamine", parent_ids="caffeine_source")]}, "is its own ancestor"),
    Case("membership-nearest", {"memberships": [member("diphenhydramine", "antihistamine")]}, "memberships.tsv:2:17:", {"memberships": [member("diphenhydramine", "caffeine_source")]}, "antihistamine follows from sedating_antihistamine"),
    Case("membership-denied", {"not_members": [{"ingredient_id": "diphenhydramine", "class_id": "antihistamine", "reason": "a test", "source_id": "curated"}]}, "memberships.tsv:2:17:", {"not_members": [{"ingredient_id": "diphenhydramine", "class_id": "caffeine_source", "reason": "a test", "source_id": "curated"}]}, "says that it is no antihistamine"),
    Case("class-has-name", {"classes": [cls("sedative")]}, "classes.tsv:5:1:", {"classes": [cls("sedative")], **names(name("sedative", "sedative", kind="class_term", target_kind="class"))}),
    Case("ingredient-has-name", {"ingredients": [ingredient("caffeine")], **names(name("x-caf", "caffeine+paracetamol"))}, "ingredients.tsv:3:1:", {"ingredients": [ingredient("caffeine")], **names(name("caffeine", "caffeine"))}),
    Case("code-unique", {"ingredients": [ingredient("acrivastine", unii="8GTS82S83M")]}, "ingredients.tsv:3:18:", says="is that of acrivastine"),
    Case("name-folds", names(name("???", "paracetamol")), "names.tsv:2:1:"),
    Case("name-collision", names(name("apap", "paracetamol"), name("APAP", "acrivastine")), "names.tsv:6:", names(name("apap", "paracetamol", variant="a"), name("apap", "acrivastine", variant="b")), "means paracetamol here and acrivastine on line 2"),
    Case("name-collision", names(name("apap", "paracetamol", region="UK,US"), name("apap", "acrivastine", region="IE,UK")), "names.tsv:", names(name("apap", "paracetamol", region="US"), name("apap", "acrivastine"))),
    Case("name-collision", names(name("apap", "paracetamol"), name("apap", "acrivastine", flags="depends_on_pack")), "names.tsv:", names(name("apap", "paracetamol", flags="depends_on_pack"), name("apap", "acrivastine", flags="depends_on_pack"))),
    Case("name-collision", names(name("apap", "paracetamol"), name("apap", "acrivastine")), "names.tsv:", names(SHORT, name("apap", "acrivastine"))),
    Case("one-class", names(name("apap", "antihistamine+caffeine_source", target_kind="class")), "names.tsv:5:"),
    Case("class-term-target", names(name("apap", "paracetamol", kind="class_term")), "names.tsv:5:18:"),
    Case("word-not-in-text", names(name("frontal", "paracetamol", kind="brand")), "names.tsv:11:", names(name("frontal", "paracetamol", kind="brand", flags="not_in_text"), SHORT)),
    Case("short-exact-only", names(name("a.p", "paracetamol")), "names.tsv:2:", names(name("a.p", "paracetamol", flags="exact_only"), SHORT)),
    Case("ner-exact-only", names(name("apap", "paracetamol", source_id="ner")), "names.tsv:5:", names(name("apap", "paracetamol", source_id="ner", flags="exact_only"))),
    Case("name-not-drug", {"not_drugs": [phrase("Benadryl")]}, "not_drugs.tsv:2:1:", {"not_drugs": [phrase("benadryl level")]}, "is a name on line 5 of names.tsv"),
    Case("phrase-unique", {"not_drugs": [phrase("histamine-level")]}, "not_drugs.tsv:3:1:", {"not_drugs": [phrase("histamine levels")]}, "folds to the phrase of line 2"),
    Case("phrase-unique", {"not_drugs": [phrase("--")]}, "not_drugs.tsv:2:1:"),
    Case("confusion-order", {"confusions": [pair("paracetamol", "acetaminophen")]}, "confusions.tsv:3:1:", {"confusions": [pair("acetaminophen", "paracetamol")]}, "alphabetical order"),
    Case("confusion-order", {"confusions": [pair("acetaminophen", "acetazolamide")]}, "confusions.tsv:2:15:", says="is no name of names.tsv"),
    Case("forbidden-word", claims(said(3, "antihistamine", statement="It is Safe.")), "associations.tsv:4:", claims(said(3, "antihistamine", statement="A safety agency warns of it.")), "statement says 'Safe'"),
    Case("forbidden-word", claims(said(3, "antihistamine", statement="It never helps.")), "associations.tsv:4:", claims(said(3, "antihistamine", statement="The page says: never stop suddenly."))),
    Case("forbidden-word", {"factors": [factor("It always does.")]}, "factors.tsv:3:", {"factors": [factor("It may do.")]}),
    Case("forbidden-word", names(name("apap", "paracetamol", note="no interaction known")), "names.tsv:5:"),
    Case("statement-sentence", {"factors": [factor("It may do")]}, "factors.tsv:3:", {"factors": [factor("12 people said so.")]}),
    Case("statement-sentence", {"factors": [factor("it may do.")]}, "factors.tsv:3:"),
    Case("statement-duplicate", claims(said(3, "antihistamine", statement=AGAIN, source_id="aasm-2025")), "associations.tsv:4:", claims(said(3, "antihistamine", "no_signal")), "the statement of a001 again"),
    Case("statement-duplicate", claims(said(3, "caffeine_source", "no_signal", statement=AGAIN)), "associations.tsv:4:"),
    Case("conflict-two-sides", {"conflicts": [{"conflict_id": "x", "claim": "So.", "row_kind": "association", "row_id": "a001", "stance": "supports"}]}, "conflicts.tsv:4:", says="one side only"),
    Case("conflict-two-sides", {"conflicts": [{"conflict_id": "tiny", "claim": "Not so.", "row_kind": "association", "row_id": "a002", "stance": "no_signal"}]}, "conflicts.tsv:4:", says="another claim"),
    Case("state-test-source", {"states": [{"state_id": "low_b12", "label": "low B12", "statement": "It goes with it.", "source_ids": "aasm-2025", "strength": "weak", "test": "vitamin B12"}]}, "states.tsv:2:", {"states": [{"state_id": "low_b12", "label": "low B12", "statement": "It goes with it.", "source_ids": "aasm-2025", "strength": "weak", "test": "vitamin B12", "test_source_id": "aasm-2025", "test_locator": "page 1"}]}),
    Case("figure-population", claims(said(3, "antihistamine", statement="About 12% had it.")), "associations.tsv:4:", claims(said(3, "antihistamine", statement="About 12% had it.", population_or_context="120 adults")), "the figure '12%'"),
    Case("figure-population", claims(said(3, "antihistamine", statement="The odds ratio was 2.")), "associations.tsv:4:", claims(said(3, "antihistamine", statement="It began after 3 days."))),
    Case("figure-population", claims(said(3, "antihistamine", statement="It was seen in 3 of 10 people.")), "associations.tsv:4:"),
    Case("locator-says-where", claims(said(3, "antihistamine", locator="Not recorded")), "associations.tsv:4:", claims(said(3, "caffeine_source", locator="abstract"))),
    Case("source-findable", sources({"source_id": "x", "title": "A study", "kind": "cohort"}), "sources.tsv:6:", sources({"source_id": "x", "title": "A study", "kind": "cohort", "pmid": "12"})),
    Case("seed-sha256", sources(source("x", sha256=tiny.SHA)), "sources.tsv:6:", sources(source("x", kind="lay_web_seed", sha256=tiny.SHA))),
    Case("seed-sha256", sources(source("x", kind="lay_web_seed")), "sources.tsv:6:"),
    Case("waiver-used", {"waivers": [waiver("short-exact-only", "names:apap||ingredients|paracetamol|")], **names(SHORT)}, "waivers.tsv:2:18:", {"waivers": [waiver("short-exact-only", "names:apa||ingredients|paracetamol|")], **names(name("apa", "paracetamol"))}, "does not break short-exact-only"),
    Case("waiver-used", {"waivers": [waiver("no-rule", "names:x")]}, "waivers.tsv:2:1:", says="no rule is called 'no-rule'"),
    Case("retired-id", retired("a001"), "retired.tsv:3:1:", retired("a009"), "'a001' is in associations.tsv again"),
    Case("retired-replacement", retired("a009", "a777"), "retired.tsv:3:", retired("a009", "a002"), "'a777' is no id"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_refuses_the_bad_rows_and_accepts_the_good(tmp_path: Path, case: Case) -> None:
    bad = [
        str(fault) for fault in lint.run(read_dataset(tiny.write(tmp_path / "bad", tiny.merged(case.bad))))
    ]
    hit = [fault for fault in bad if fault.endswith(f"[{case.rule}]") and fault.startswith(case.at)]
    assert hit, bad
    assert any(case.says in fault for fault in hit), hit
    good = lint.run(read_dataset(tiny.write(tmp_path / "good", tiny.merged(case.good))))
    assert [str(fault) for fault in good] == []


MESSY: list[tuple[str, Callable[[bytes], bytes], int]] = [
    ("names.tsv", lambda raw: raw.replace(b"CA,US", b"US,CA"), 5),
    ("names.tsv", lambda raw: raw.rstrip(b"\n"), 13),
    ("classes.tsv", lambda raw: raw.replace(b"\n", b"\r\n"), 1),
    ("classes.tsv", lambda raw: raw.replace(b"Reaches the", b"Reaches  the"), 4),
    ("classes.tsv", lambda raw: raw + raw.splitlines(keepends=True)[-1], 5),
    ("states.tsv", lambda raw: raw.replace(b"aasm-2025,seed-000", b"seed-000,aasm-2025"), 2),
]


@pytest.mark.parametrize(("file", "change", "line"), MESSY)
def test_canonical_form_names_the_first_line_and_the_cure(
    tmp_path: Path, file: str, change: Callable[[bytes], bytes], line: int
) -> None:
    path = tiny.write(tmp_path) / file
    path.write_bytes(change(path.read_bytes()))
    found = [str(fault) for fault in lint.run(read_dataset(tmp_path)) if fault.rule == "canonical-form"]
    assert found == [
        f"{file}:{line}:1: not in canonical form from here on; run `medcheck data format` [canonical-form]"
    ]


def test_every_rule_has_a_case_and_says_what_it_asks_for() -> None:
    rules = {rule.name for rule in lint.RULES} | {lint.WAIVER}
    assert rules == {case.rule for case in CASES} | {"canonical-form"}
    tables = {table.name for table in TABLES}
    for rule in lint.RULES:
        assert rule.about.endswith("."), rule.name
        assert rule.scope and set(rule.scope) <= tables, rule.name


def test_faults_of_reading_and_of_rules_come_together(tmp_path: Path) -> None:
    tiny.write(tmp_path, tiny.merged(names(name("apap", "tramadol"))))
    with (tmp_path / "classes.tsv").open("ab") as file:
        file.write(b"one\n")
    found = [(fault.file, fault.rule) for fault in lint.run(read_dataset(tmp_path))]
    assert ("classes.tsv", "readable") in found
    assert ("names.tsv", "reference") in found
    assert found == sorted(found, key=lambda item: item[0])


def test_the_shipped_tables_keep_every_rule() -> None:
    assert [str(fault) for fault in lint.run(read_dataset(DATA))] == []

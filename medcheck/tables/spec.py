"""The columns of every table under ``data/``, written down once.

Reading, linting, the SQL schema and the data dictionary all follow this one description.
A column is spelled the same in the TSV header, in SQL and in the dataclass of
:mod:`medcheck.model`; where one cell holds a list, the dataclass has the plural
(``attribute``).
"""

from __future__ import annotations

from typing import Final

from medcheck.tables.column import Column, Table
from medcheck.tables.evidence import EVIDENCE_TABLES

__all__ = ["EVIDENCE", "REGIONS", "TABLES", "table"]

REGIONS: Final = ("AU", "CA", "EU", "IE", "IN", "NZ", "UK", "US")
EVIDENCE: Final = (
    "guideline", "systematic_review", "trial", "cohort", "cross_sectional", "review", "case_report",
    "case_series", "health_service_page", "label", "regulator", "pharmacovigilance", "expert_opinion",
    "patient_org", "lay_web_seed",
)  # fmt: skip
EFFECTS: Final = (
    "may_trigger", "may_worsen", "withdrawal_may_trigger", "treats", "augmentation",
    "preferred_alternative", "no_signal", "mixed",
)  # fmt: skip
NAME_KINDS: Final = (
    "brand", "generic", "synonym", "salt", "abbreviation", "combination", "class_term", "substance",
    "inn_form", "code",
)  # fmt: skip
ROUTES: Final = ("eye", "nasal", "skin", "ear", "inhaled", "patch", "injection", "rectal", "vaginal")
FLAGS: Final = ("depends_on_pack", "discontinued", "exact_only", "in_use", "not_in_text", "slang", "trace")
CAUTIONS: Final = ("do_not_stop", "after_blood_test", "dependence_and_breathing")
SUBJECTS: Final = ("class", "ingredient")
CONFIDENCE: Final = ("high", "moderate", "low")
IDENTIFIED: Final = (
    "associations", "classes", "factors", "ingredients", "interplay", "pathways", "sources", "states",
)  # fmt: skip

_ID: Final = r"[a-z0-9][a-z0-9_.\-]*"


def _source(meaning: str = "the source it rests on", required: bool = True) -> Column:
    return Column("source_id", meaning, required, refers_to="sources")


def _subject(of: str) -> tuple[Column, Column]:
    to = (("class", "classes"), ("ingredient", "ingredients"))
    return (
        Column("subject_kind", "whether the subject is a class or one ingredient", True, SUBJECTS),
        Column("subject", f"the class or ingredient {of}", True, refers_to=to, refers_by="subject_kind"),
    )


_LOCATOR: Final = Column("locator", "where in the source it stands: heading, section, table, bullet", True)
_STATEMENT: Final = "what the source says, in our own words, hedged exactly as the source hedges"

TABLES: Final = (
    Table(
        "sources",
        "Every document that a row rests on.",
        ("source_id",),
        (
            Column("source_id", "short stable id, never reused", True, pattern=_ID, form="lower-case id"),
            Column("title", "title of the document", True),
            Column("authors_or_org", "authors, or the organisation that publishes it"),
            Column("year", "year of publication; empty where none is given", pattern=r"(19|20)\d\d",
                   form="four-digit year", number=True),
            Column("kind", "what kind of document it is", True, (*EVIDENCE, "vocabulary")),
            Column("url", "address of the document", pattern=r"https?://[^\s]+", form="http(s) address"),
            Column("pmid", "PubMed id", pattern=r"[1-9]\d{0,8}", form="PubMed id in digits"),
            Column("doi", "digital object identifier", pattern=r"10\.\d{4,9}/\S+",
                   form="DOI that begins with 10."),
            Column("retrieved", "how much of it was read: full, page, abstract, summary ..."),
            Column("note", "what a second reading found"),
            Column("sha256", "SHA-256 of the document; only for the five patient documents",
                   pattern=r"[0-9a-f]{64}", form="SHA-256 of 64 lower-case hex digits"),
        ),
        "Source",
    ),
    Table(
        "classes",
        "Drug classes and substance groups: what a drug *is*, not what it is used for.",
        ("class_id",),
        (
            Column("class_id", "stable id", True, pattern=r"[a-z0-9][a-z0-9_]*", form="lower_case id"),
            Column("label", "the class as a reader knows it", True),
            Column("parent_ids", "the classes it belongs to", separator="+", refers_to="classes"),
            Column("definition", "one sentence: what belongs, and what does not", True),
        ),
        "DrugClass",
    ),
    Table(
        "ingredients",
        "Active substances, keyed by the lower-case international name (INN).",
        ("ingredient_id",),
        (
            Column("ingredient_id", "the INN in lower case", True, pattern=r"[^A-Z+|]+",
                   form="lower-case name without + or |"),
            Column("us_name", "the name used in the US, where it differs"),
            Column("unii", "FDA substance id (UNII)", pattern=r"[0-9A-Z]{10}",
                   form="UNII of ten capitals and digits"),
            Column("drugbank", "DrugBank id", pattern=r"DB\d{5}", form="DrugBank id, DB and five digits"),
            Column("atc", "ATC codes that a source at hand shows", separator=",",
                   pattern=r"[A-Z]\d\d([A-Z]([A-Z](\d\d)?)?)?", form="ATC code"),
            Column("status",
                   "marketed: a register or pharmacopoeia shows it in use; listed: known by name only",
                   True, ("marketed", "listed")),
        ),
        "Ingredient",
    ),
    Table(
        "memberships",
        "Which ingredient belongs to which class, and how that is known.",
        ("ingredient_id", "class_id"),
        (
            Column("ingredient_id", "the ingredient", True, refers_to="ingredients"),
            Column("class_id", "the most specific class it belongs to", True, refers_to="classes"),
            Column("evidence", "how it is known: hand, stem, atc, joined by +", True),
            _source(),
        ),
    ),
    Table(
        "not_members",
        "Ingredients that could be taken for members of a class by their name or use, and are none.",
        ("ingredient_id", "class_id"),
        (
            Column("ingredient_id", "the ingredient", True, refers_to="ingredients"),
            Column("class_id", "the class it does not belong to", True, refers_to="classes"),
            Column("reason", "why not, in a few words", True),
            _source(),
        ),
    ),
    Table(
        "names",
        "Every string that means a medicine, class or substance. Several rows are several meanings.",
        ("name", "region", "target_kind", "target", "variant"),
        (
            Column("name", "the name as people write it", True),
            Column("region", "where it means this; empty for anywhere", values=REGIONS, separator=",",
                   attribute="regions"),
            Column("kind", "what sort of name it is", True, NAME_KINDS),
            Column("target_kind", "whether the target is ingredients or one class", True,
                   ("ingredients", "class")),
            Column("target", "the ingredients it contains, or the class it means", True, separator="+",
                   refers_to=(("class", "classes"), ("ingredients", "ingredients")), refers_by="target_kind",
                   attribute="targets"),
            Column("variant", "short label of the pack or formula this row means; empty for the plain name"),
            Column("route", "the route, only where the name itself means it", values=ROUTES),
            Column("flags", "how the name may be used", values=FLAGS, separator=","),
            Column("note", "anything a reader of the answer should know"),
            _source(),
        ),
        "Name",
    ),
    Table(
        "not_drugs",
        "Words and phrases that must never be read as a medicine.",
        ("phrase",),
        (
            Column("phrase", "the phrase in lower case", True),
            Column("category", "lab, diagnosis, food, person, ordinary word ...", True),
            Column("reason", "why it is no medicine", True),
        ),
    ),
    Table(
        "confusions",
        "Look-alike and sound-alike pairs that regulators or safety bodies warn of.",
        ("name_a", "name_b"),
        (
            Column("name_a", "the one name, first in the alphabet", True),
            Column("name_b", "the other name", True),
            _source("who warns"),
        ),
    ),
    Table(
        "associations",
        "One documented statement about a class or an ingredient and RLS.",
        ("association_id",),
        (
            Column("association_id", "stable id, never reused", True, pattern=r"a\d{3,}",
                   form="a and at least three digits"),
            *_subject("it is about"),
            Column("effect", "what is documented", True, EFFECTS),
            Column("evidence_level", "the kind of evidence behind it", True, EVIDENCE),
            Column("statement", _STATEMENT, True),
            _source(),
            Column("also_source_id", "further sources that say the same", separator=",", refers_to="sources",
                   attribute="also_source_ids"),
            Column("read_in", "the source in which it was read, where not in the original"),
            _LOCATOR,
            Column("population_or_context", "who was studied, and any figures' group",
                   attribute="population"),
            Column("confidence", "how sure the reader is that the source says so", True, CONFIDENCE),
            Column("headline", "whether it takes part in the verdict", True, ("yes", "no")),
        ),
        "Association",
    ),
    Table(
        "states",
        "Body states that a medicine can lead to and that are linked to RLS.",
        ("state_id",),
        (
            Column("state_id", "stable id", True, pattern=r"[a-z0-9][a-z0-9_]*", form="lower_case id"),
            Column("label", "the state as a reader knows it", True),
            Column("statement", _STATEMENT, True),
            Column("source_ids", "the sources of the statement", True, separator=",", refers_to="sources"),
            Column("strength", "how well the link to RLS is documented", True,
                   ("strong", "moderate", "weak", "lay_only")),
            Column("test", "the test that a clinician would ask for, where a source says so"),
            Column("test_source_id", "the source that says so", refers_to="sources"),
            Column("test_locator", "where it says so"),
        ),
        "State",
    ),
    Table(
        "pathways",
        "Indirect associations: a class or ingredient that can lead to a state.",
        ("pathway_id",),
        (
            Column("pathway_id", "stable id, never reused", True, pattern=r"p\d{3,}",
                   form="p and at least three digits"),
            *_subject("that leads to the state"),
            Column("state_id", "the state it can lead to", True, refers_to="states"),
            Column("statement", _STATEMENT, True),
            _source(),
            _LOCATOR,
            Column("confidence", "how sure the reader is that the source says so", True, CONFIDENCE),
        ),
        "Pathway",
    ),
    Table(
        "factors",
        "What the five patient documents name beside medicines: conditions, deficiencies, habits, helps.",
        ("factor_id",),
        (
            Column("factor_id", "stable id", True, pattern=r"[a-z0-9][a-z0-9_.\-]*", form="lower-case id"),
            Column("label", "the factor as a reader knows it", True),
            Column("effect", "what is documented", True, EFFECTS),
            Column("statement", _STATEMENT, True),
            _source(),
            _LOCATOR,
        ),
        "Factor",
    ),
    Table(
        "cautions",
        "Standing advice that goes with a class or an ingredient, whatever the verdict.",
        ("subject_kind", "subject", "caution"),
        (
            *_subject("it goes with"),
            Column("caution", "which advice", True, CAUTIONS),
            Column("reason", "why, in a few words that follow 'because'", True),
        ),
        "Caution",
    ),
    *EVIDENCE_TABLES,
    Table(
        "retired",
        "Ids that are no longer used, and what took their place. An id is never used again.",
        ("id", "table"),
        (
            Column("id", "the id that was retired", True),
            Column("table", "the table it stood in", True, IDENTIFIED),
            Column("replacement", "the id that took its place; empty if none did"),
            Column("reason", "why it was retired", True),
        ),
    ),
    Table(
        "waivers",
        "Rows that may break a lint rule, each with the reason.",
        ("rule", "row"),
        (
            Column("rule", "name of the rule", True),
            Column("row", "the table and its key, as `names:tylenol|US|ingredients|paracetamol|`", True),
            Column("reason", "why the row is right all the same", True),
        ),
    ),
)  # fmt: skip
"""Every table, in an order in which each refers only to earlier ones, itself, or none."""


def table(name: str) -> Table:
    """The table of that name.

    >>> table("classes").header
    ('class_id', 'label', 'parent_ids', 'definition')
    """
    return next(t for t in TABLES if t.name == name)

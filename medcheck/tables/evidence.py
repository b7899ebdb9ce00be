"""The columns of the tables that weigh statements against each other and set medicines side by side."""

from __future__ import annotations

from typing import Final

from medcheck.tables.column import Column, Table

__all__ = ["EVIDENCE_TABLES"]

_SUBJECTS: Final = ("class", "ingredient")
_STANCES: Final = ("supports", "disputes", "no_signal")
_LOCATOR: Final = Column("locator", "where in the source it stands: heading, section, table, bullet", True)
_STATEMENT: Final = Column(
    "statement", "what the source says, in our own words, hedged exactly as the source hedges", True
)
_SOURCE: Final = Column("source_id", "the source it rests on", True, refers_to="sources")


def _either(kind: str, name: str, meaning: str) -> tuple[Column, Column]:
    """The two columns that name a class or an ingredient."""
    to = (("class", "classes"), ("ingredient", "ingredients"))
    return (
        Column(kind, f"whether the {name} is a class or one ingredient", True, _SUBJECTS),
        Column(name, meaning, True, refers_to=to, refers_by=kind),
    )


EVIDENCE_TABLES: Final = (
    Table(
        "conflicts",
        "Claims on which sources disagree, and which side each statement takes; nothing is averaged.",
        ("conflict_id", "row_id", "stance"),
        (
            Column("conflict_id", "short stable id of the claim", True, pattern=r"[a-z0-9][a-z0-9_]*",
                   form="lower_case id"),
            Column("claim", "the claim in one sentence, the same in every row of the conflict", True),
            Column("counterclaim", "what the other side says, where it is more than a no; as the claim"),
            Column("row_kind", "whether the row is an association or a pathway", True,
                   ("association", "pathway")),
            Column("row_id", "the statement that takes a side", True,
                   refers_to=(("association", "associations"), ("pathway", "pathways")),
                   refers_by="row_kind"),
            Column("stance", "the side it takes; a study with two results may stand on two", True, _STANCES),
        ),
        "Stance",
    ),
    Table(
        "alternatives",
        "Options for the same purpose that a source names as less likely to affect RLS: questions to "
        "take to the prescriber, no advice.",
        ("subject_kind", "subject", "for_purpose", "option_kind", "option", "source_id"),
        (
            *_either("subject_kind", "subject", "the class or ingredient that may be taken now"),
            Column("for_purpose", "what both are taken for, in a word or two", True),
            *_either("option_kind", "option", "the class or ingredient that the source names"),
            _STATEMENT,
            _SOURCE,
            _LOCATOR,
        ),
        "Alternative",
    ),
    Table(
        "interplay",
        "Two medicines of one list that are documented to bear on each other, as a plain fact.",
        ("interplay_id",),
        (
            Column("interplay_id", "stable id, never reused", True, pattern=r"i\d{3,}",
                   form="i and at least three digits"),
            *_either("subject_kind", "subject", "the one class or ingredient"),
            *_either("other_kind", "other", "the other class or ingredient"),
            _STATEMENT,
            _SOURCE,
            _LOCATOR,
        ),
        "Interplay",
    ),
)  # fmt: skip
"""Every table here refers only to tables that come earlier in the dataset."""

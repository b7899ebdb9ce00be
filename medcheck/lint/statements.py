"""Rules on what is said, and on the sources it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medcheck.dataset import Row
from medcheck.lint.rule import Context, Problem, rule
from medcheck.text import normalize

__all__ = [
    "conflict_two_sides",
    "figure_population",
    "forbidden_word",
    "locator_says_where",
    "seed_sha256",
    "source_findable",
    "state_test_source",
    "statement_duplicate",
    "statement_sentence",
]

_STATED = {
    "associations": ("statement", "population_or_context"),
    "pathways": ("statement",),
    "states": ("label", "statement"),
    "factors": ("label", "statement"),
    "cautions": ("reason",),
    "conflicts": ("claim", "counterclaim"),
    "alternatives": ("statement",),
    "interplay": ("statement",),
    "classes": ("label", "definition"),
    "names": ("note",),
}
_FORBIDDEN = re.compile(
    r"\b(safe|safer|safest|safely|always|never(?! stop suddenly)|no interactions?)\b", re.IGNORECASE
)
_FIGURE = re.compile(
    r"\d[\d.,]*\s*(%|per ?cent\b|-?fold\b|times\b)|\b(odds|risk|hazard|rate|reporting)\s+ratio"
    r"|\b(OR|RR|HR|ROR|aOR)\s*[=:]?\s*\d|\d\s+(of|in|out of)\s+(the\s+)?\d",
)
_NOWHERE = frozenset(
    {"", "none", "not recorded", "unknown", "not known", "n a", "tbd", "todo", "whole document"}
)


@rule(*_STATED)
def forbidden_word(context: Context) -> Iterator[Problem]:
    """No sentence promises: "safe", "always", "never" (but "never stop suddenly"), "no interaction"."""
    for table, columns in _STATED.items():
        for row in context.rows(table):
            for column in columns:
                if found := _FORBIDDEN.search(row[column]):
                    yield (
                        row,
                        column,
                        f"{column} says {found[0]!r}; expected words that hedge as the source does",
                    )


@rule("associations", "pathways", "states", "factors", "alternatives", "interplay")
def statement_sentence(context: Context) -> Iterator[Problem]:
    """A statement is a sentence: it begins with a capital or a digit and ends with a full stop."""
    for row in context.rows("associations", "pathways", "states", "factors", "alternatives", "interplay"):
        text = row["statement"]
        if text and not ((text[0].isupper() or text[0].isdigit()) and text[-1] == "."):
            yield (
                row,
                "statement",
                "not a sentence; expected a capital at the beginning and a full stop at the end",
            )


@rule("associations")
def statement_duplicate(context: Context) -> Iterator[Problem]:
    """No statement is made twice, of one subject or of two."""
    first: dict[str, str] = {}
    for row in context.rows("associations"):
        said = normalize(row["statement"])
        owner = first.setdefault(said, row["association_id"])
        if owner != row["association_id"]:
            yield row, "statement", f"the statement of {owner} again; expected each statement once"


@rule("associations")
def figure_population(context: Context) -> Iterator[Problem]:
    """A statement with a figure says whom it was counted in."""
    for row in context.rows("associations"):
        if not row["population_or_context"] and (found := _FIGURE.search(row["statement"])):
            what = f"the statement has the figure {found[0]!r}; expected the people it was counted in"
            yield row, "population_or_context", what


@rule("associations", "pathways", "factors", "alternatives", "interplay")
def locator_says_where(context: Context) -> Iterator[Problem]:
    """A locator names a place in the source."""
    for row in context.rows("associations", "pathways", "factors", "alternatives", "interplay"):
        if row["locator"] and normalize(row["locator"]) in _NOWHERE:
            yield row, "locator", f"locator {row['locator']!r}; expected a heading, section, table or bullet"


@rule("conflicts")
def conflict_two_sides(context: Context) -> Iterator[Problem]:
    """A conflict is one claim, which one statement supports and another does not."""
    first: dict[str, Row] = {}
    stances: dict[str, set[str]] = {}
    for row in context.rows("conflicts"):
        claim = first.setdefault(row["conflict_id"], row)["claim"]
        stances.setdefault(row["conflict_id"], set()).add(row["stance"])
        if row["claim"] != claim:
            yield row, "claim", f"another claim than {claim!r}; expected one claim for {row['conflict_id']}"
        counterclaim = first[row["conflict_id"]]["counterclaim"]
        if row["counterclaim"] != counterclaim:
            yield row, "counterclaim", f"another than {counterclaim!r}; expected one for {row['conflict_id']}"
    for conflict_id, taken in stances.items():
        if "supports" not in taken or len(taken) < 2:
            what = f"{conflict_id} has one side only; expected a row that supports it and one that does not"
            yield first[conflict_id], "stance", what


@rule("states")
def state_test_source(context: Context) -> Iterator[Problem]:
    """A test of a state has a source that says so and the place in it; neither stands alone."""
    for row in context.rows("states"):
        if len({bool(row[c]) for c in ("test", "test_source_id", "test_locator")}) > 1:
            yield row, "test_source_id", "expected a test with its source and locator, or none of the three"


@rule("sources")
def source_findable(context: Context) -> Iterator[Problem]:
    """A source can be found again: it has an address, a PubMed id, a DOI or a hash."""
    for row in context.rows("sources"):
        if row["kind"] != "vocabulary" and not (row["url"] or row["pmid"] or row["doi"] or row["sha256"]):
            yield row, "url", f"{row['source_id']} cannot be found again; expected a url, pmid, doi or sha256"


@rule("sources")
def seed_sha256(context: Context) -> Iterator[Problem]:
    """The five patient documents carry the hash of the text that was read; no other source does."""
    for row in context.rows("sources"):
        if (row["kind"] == "lay_web_seed") != bool(row["sha256"]):
            yield (
                row,
                "sha256",
                "expected a SHA-256 for a patient document (kind lay_web_seed), and only there",
            )

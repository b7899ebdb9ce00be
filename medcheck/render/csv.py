"""The report as CSV: one row for each entry, every finding of the first screen in its ``rls_`` columns.

Cells that a spreadsheet would run as a formula are guarded with an apostrophe. The disclaimer
stands once, in the first row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from medcheck.model import Entry, Finding, Meaning, Report, Resolution
from medcheck.render.entry import NOT_TAKEN, said_of_entry
from medcheck.render.statements import documents_words, link
from medcheck.render.subjects import deciding, subjects
from medcheck.render.weigh import conflict_words, question_words
from medcheck.render.wording import caution_words, grade

__all__ = ["COLUMNS", "answer_cells", "entry_cells", "entry_row", "guarded", "report_to_csv"]

COLUMNS: tuple[str, ...] = (
    "line",
    "part",
    "input",
    "rls_resolution",
    "rls_exposure",
    "rls_days_since",
    "rls_verdict",
    "rls_words",
    "rls_read_as",
    "rls_method",
    "rls_score",
    "rls_names",
    "rls_regions",
    "rls_ingredients",
    "rls_strongest",
    "rls_effects",
    "rls_statement",
    "rls_source",
    "rls_source_year",
    "rls_source_url",
    "rls_locator",
    "rls_documents",
    "rls_cautions",
    "rls_suggestions",
    "rls_look_alikes",
    "rls_notes",
    "rls_dataset",
    "rls_disclaimer",
    "rls_conflicts",
    "rls_questions",
)
"""The columns, in order; new ones are only ever added on the right."""

_OF_THE_REPORT = frozenset({"rls_dataset", "rls_disclaimer"})
_OF_AN_ENTRY = tuple(name for name in COLUMNS if name not in _OF_THE_REPORT)
_NO_MEANING = ("",) * 5
_ROW = COLUMNS.index("rls_dataset")
_ANSWER = COLUMNS.index("rls_resolution")

_MOST_KEPT = 20_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula.

    >>> guarded("=1+1"), guarded("Tylenol PM")
    ("'=1+1", 'Tylenol PM')
    """
    return "'" + cell if cell.startswith(_FORMULA) else cell


def report_to_csv(report: Report) -> str:
    """The report as CSV text with a header row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, entry in enumerate(report.entries):
        cells = _cells(entry)
        tail = (report.dataset.version, "" if number else report.disclaimer)
        writer.writerow([guarded(cell) for cell in (*cells[:_ROW], *tail, *cells[_ROW:])])
    return out.getvalue()


def _joined(items: Iterable[str]) -> str:
    found = tuple(items)
    if len(found) == 1:
        return found[0]
    found = tuple([item for item in found if item])
    return "; ".join(dict.fromkeys(found)) if len(found) > 1 else found[0] if found else ""


def entry_cells(entry: Entry) -> dict[str, str]:
    """The cells of one entry by their column, without those that are about the whole report."""
    return dict(zip(_OF_AN_ENTRY, _cells(entry), strict=True))


def answer_cells(entry: Entry, known: dict[object, tuple[str, ...]]) -> list[str]:
    """The cells of one entry from ``rls_resolution`` on, in the order of :data:`COLUMNS`.

    ``known`` keeps what is said of the same ingredients, for lists of many names; it is of use only
    within one dataset and one region.
    """
    return _cells(entry, known)[_ANSWER:]


def entry_row(entry: Entry) -> list[str]:
    """The cells of one entry, without the dataset and the disclaimer."""
    return _cells(entry)[:_ROW]


def _cells(entry: Entry, known: dict[object, tuple[str, ...]] | None = None) -> list[str]:
    sentence, *judged = _said(entry, known)
    return [
        str(entry.line),
        str(entry.part),
        entry.input,
        entry.resolution.value,
        entry.exposure.value,
        "" if entry.days_since is None else str(entry.days_since),
        entry.verdict.value if entry.verdict else "",
        sentence,
        *_of_meanings(entry.meanings),
        *judged[:-2],
        _joined([s.name for s in entry.suggestions]) if entry.suggestions else "",
        _joined([other.name for other in entry.look_alikes]) if entry.look_alikes else "",
        _joined(entry.notes) if entry.notes else "",
        *judged[-2:],
    ]


def _of_meanings(meanings: tuple[Meaning, ...]) -> Iterable[str]:
    if len(meanings) == 1:
        return _of_meaning(meanings[0])
    return map(_joined, zip(*map(_of_meaning, meanings), strict=True)) if meanings else _NO_MEANING


def _of_meaning(meaning: Meaning) -> tuple[str, ...]:
    return (
        meaning.read_as or "",
        meaning.method.value,
        f"{meaning.score:.4g}",
        meaning.name,
        ",".join(meaning.regions),
    )


def _said(entry: Entry, known: dict[object, tuple[str, ...]] | None) -> tuple[str, ...]:
    """The cells that say what is documented: the same for every name of the same ingredients."""
    if known is None or len(entry.meanings) != 1 or entry.resolution is Resolution.AMBIGUOUS:
        return _documented(entry)
    meaning = entry.meanings[0]
    if entry.exposure in NOT_TAKEN:
        return _documented(entry)
    told_apart = ("slang" in meaning.flags, "trace" in meaning.flags)
    key = (meaning.class_id, tuple([i.id for i in meaning.ingredients]), told_apart, entry.exposure)
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST_KEPT:
            known.clear()
        found = known[key] = _documented(entry)
    return found


_NOTHING_DOCUMENTED = ("",) * 11
"""The cells of :func:`_documented` after the verdicts, where no statement is held."""


def _documented(entry: Entry) -> tuple[str, ...]:
    judged = subjects(entry)
    if not any(s.findings or s.cautions or s.conflicts or s.alternatives for s in judged):
        verdicts = _joined([f"{s.label}={s.verdict.value}" for s in judged])
        return (said_of_entry(entry), verdicts, *_NOTHING_DOCUMENTED)
    first = next((s for s in judged if s.verdict is entry.verdict), None)
    decided: list[Finding] = deciding(first) if first else []
    cautions = (
        words
        for s in judged
        for words in caution_words(s.cautions, verdict=s.verdict, exposure=entry.exposure)
    )
    return (
        said_of_entry(entry),
        _joined(f"{s.label}={s.verdict.value}" for s in judged),
        grade(first.strongest) if first else "",
        _joined(str(f.effect) for s in judged for f in s.findings if f.headline and not f.superseded),
        _joined(f.statement for f in decided),
        _joined(f.source.id for f in decided),
        _joined(str(f.source.year or "") for f in decided),
        _joined(link(f) for f in decided),
        _joined(f.source.locator for f in decided),
        _joined(words for s in judged for words, _ in documents_words(s, ())),
        _joined(cautions),
        _joined(map(conflict_words, judged)),
        _joined(map(question_words, judged)),
    )

"""A report as lines, in the order a person reads them: coverage, each entry, one disclaimer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from medcheck.age import age_remark
from medcheck.model import Report
from medcheck.render import wording
from medcheck.render.entry import entry_lines
from medcheck.render.layout import Line, wrap
from medcheck.render.weigh import list_lines

__all__ = ["report_lines"]

_ROOMY = 8
"""Up to this many entries each statement has its own line; a longer list is set closer."""

_HANG = 2
"""How far the rows of an entry of a long list are set in."""

_PARAGRAPHS = {
    "ingredients": "statement",
    "caution": "statement",
    "note": "statement",
    "statement": "statement",
    "documents": "statement",
    "indirect": "statement",
    "conflict": "statement",
}


def report_lines(report: Report, *, explain: bool = False, on: str | None = None) -> Iterator[Line]:
    """Every line of a report; ``explain`` adds every step and every statement.

    ``on`` is the day on which a person reads it: data more than a year old get a remark. Without it
    there is none, and the same report gives the same lines on every day.
    """
    compact = len(report.entries) > _ROOMY and not explain
    legend = " (+n): n more with --explain." if compact else ""
    yield Line("coverage", wording.coverage_sentence(report.coverage._asdict()) + legend, 0)
    if on and (remark := age_remark(report.dataset.released, on)):
        yield Line("note", remark, 0)
    for note in report.notes:
        yield Line("note", note, 0)
    shared = {e.line for e in report.entries if e.part > 1}
    told: dict[str, str] | None = {} if compact else None
    for position, entry in enumerate(report.entries):
        if not compact or not position:
            yield Line("blank", "", 0)
        several = entry.line in shared
        lines = entry_lines(entry, several=several, explain=explain, compact=compact, told=told)
        yield from _closer(lines) if compact else lines
        if explain:
            from medcheck.render.explain import explain_lines

            yield from explain_lines(entry)
    yield from list_lines(report, explain=explain, brief=compact)
    if report.entries:
        yield Line("blank", "", 0)
    yield Line("disclaimer", report.disclaimer, 0)


def _closer(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of one entry as few paragraphs: the answer, the ingredients, the statements, remarks."""
    paragraphs: dict[str, list[Line]] = {}
    for line in lines:
        paragraphs.setdefault(_PARAGRAPHS.get(line.kind, line.kind), []).append(line)
    head = paragraphs.pop("head")[0]
    answers = [line for kind in list(paragraphs) if kind in _ANSWERS or kind.startswith("verdict:")
               for line in paragraphs.pop(kind)]  # fmt: skip
    kind = next((line.kind for line in answers if line.kind.startswith("verdict:")), "head")
    words = f"{head.text.rstrip('.')}. {' '.join(line.text for line in answers)}"
    answer = Line(kind, words.strip(), 0, _HANG)
    rest = [
        group[0]._replace(text=" ".join(line.text for line in group), indent=_HANG)
        for group in paragraphs.values()
    ]
    if rest:
        joined = answer._replace(text=f"{answer.text} {rest[0].text}")
        if len(wrap(joined)) < len(wrap(answer)) + len(wrap(rest[0])):
            answer, rest = joined, rest[1:]
    yield answer
    yield from rest


_ANSWERS = frozenset({"exposure", "body"})

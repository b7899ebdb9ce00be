"""From a report to what people and programs read: text, terminal, JSON, NDJSON, CSV, Markdown.

Every format shows the same facts. Each renderer is imported when it is first asked for, so
that a plain text answer never pays for the others.

>>> FORMATS
('text', 'json', 'csv', 'md', 'ndjson')
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from medcheck.model import Report

__all__ = ["FORMATS", "render"]

FORMATS: tuple[str, ...] = ("text", "json", "csv", "md", "ndjson")
"""The formats that :func:`render` knows."""


def render(report: Report, form: str = "text", *, explain: bool = False) -> str:
    """The report as text in one of :data:`FORMATS`, ending in a newline.

    ``explain`` adds every step and every statement to ``text`` and ``md``; the other formats
    always hold them all.

    Raises:
        ValueError: the format is not one of :data:`FORMATS`.
    """
    if form == "text":
        from medcheck.render.text import report_to_text

        return report_to_text(report, explain=explain)
    if form == "json":
        from medcheck.render.json import report_to_json

        return report_to_json(report)
    if form == "ndjson":
        from medcheck.render.json import report_to_ndjson

        return report_to_ndjson(report)
    if form == "csv":
        from medcheck.render.csv import report_to_csv

        return report_to_csv(report)
    if form == "md":
        from medcheck.render.markdown import report_to_markdown

        return report_to_markdown(report, explain=explain)
    raise ValueError(f"unknown format {form!r}: use one of {', '.join(FORMATS)}")

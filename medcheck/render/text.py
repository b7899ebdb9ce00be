"""The plain report: 80 columns, no colour, nothing to install."""

from __future__ import annotations

from collections.abc import Iterable

from medcheck.model import Report
from medcheck.render.layout import WIDTH, Line, wrap
from medcheck.render.lines import report_lines

__all__ = ["lines_to_text", "report_to_text"]


def lines_to_text(lines: Iterable[Line], width: int = WIDTH) -> str:
    """Lines wrapped to ``width`` columns, ending in a newline."""
    rows = [row for line in lines for row in wrap(line, width)]
    return "\n".join(rows) + "\n" if rows else ""


def report_to_text(report: Report, *, explain: bool = False, width: int = WIDTH) -> str:
    """The report as plain text of ``width`` columns."""
    return lines_to_text(report_lines(report, explain=explain), width)

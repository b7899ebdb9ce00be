"""The data dictionary: the description of the tables as a page to read."""

from __future__ import annotations

import re

from medcheck.tables.column import Column, Table
from medcheck.tables.spec import TABLES

__all__ = ["dictionary", "with_dictionary"]

_BEGIN = "<!-- data dictionary: written by `medcheck data format`, do not edit -->"
_END = "<!-- end of the data dictionary -->"


def dictionary() -> str:
    """Every table and column in Markdown."""
    return "\n\n".join(map(_section, TABLES)) + "\n"


def with_dictionary(text: str) -> str:
    """A page with the data dictionary in it brought up to date; a page without one is left as it is.

    >>> with_dictionary("# Notes\\n")
    '# Notes\\n'
    """
    block = re.compile(f"{re.escape(_BEGIN)}.*?{re.escape(_END)}", re.DOTALL)
    return block.sub(lambda _: f"{_BEGIN}\n\n{dictionary()}\n{_END}", text)


def _section(table: Table) -> str:
    key = " + ".join(f"`{name}`" for name in table.key)
    lines = [
        f"### `{table.file}`",
        "",
        table.about,
        "",
        f"Key: {key}",
        "",
        "| column | holds | |",
        "|---|---|---|",
    ]
    lines += [f"| `{c.name}` | {_escape(c.meaning)} | {_escape(_rules(c))} |" for c in table.columns]
    return "\n".join(lines)


def _rules(column: Column) -> str:
    """What a cell must look like, in words."""
    found = ["required"] if column.required else []
    if column.separator:
        found.append(f"list joined by `{column.separator}`")
    if column.values:
        found.append("one of " + ", ".join(f"`{value}`" for value in column.values))
    if column.form:
        found.append(column.form)
    if isinstance(column.refers_to, str):
        found += [f"an id of `{column.refers_to}.tsv`"] if column.refers_to else []
    else:
        cases = (
            f"`{target}.tsv` where `{column.refers_by}` is `{value}`" for value, target in column.refers_to
        )
        found.append("an id of " + ", of ".join(cases))
    return "; ".join(found)


def _escape(text: str) -> str:
    return text.replace("|", "\\|")

"""Rules on ids that are no longer used: they stay out of use, and say what took their place."""

from __future__ import annotations

from collections.abc import Iterator

from medcheck.lint.rule import Context, Problem, rule

__all__ = ["retired_id", "retired_replacement"]


@rule("retired")
def retired_id(context: Context) -> Iterator[Problem]:
    """An id is never used again: what stands in ``retired.tsv`` stands in no table."""
    for row in context.rows("retired"):
        if row["id"] in context.ids.get(row["table"], ()):
            what = f"{row['id']!r} is in {row['table']}.tsv again; expected a new id there, or no row here"
            yield row, "id", what


@rule("retired")
def retired_replacement(context: Context) -> Iterator[Problem]:
    """What took the place of a retired id is an id of the same table, itself in use or retired later."""
    out = {(row["table"], row["id"]): row["replacement"] for row in context.rows("retired")}
    for row in context.rows("retired"):
        table, seen, found = row["table"], {row["id"]}, row["replacement"]
        while found and found not in seen and (table, found) in out:
            seen.add(found)
            found = out[(table, found)]
        if found in seen:
            yield row, "replacement", f"{row['id']!r} is replaced by itself; expected another id"
        elif found and found not in context.ids.get(table, ()):
            yield row, "replacement", f"{found!r} is no id of {table}.tsv; expected one in use, or nothing"

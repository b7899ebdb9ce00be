"""Looking around in the dataset: ``describe``, ``find``, ``classes``, ``sources``, ``factors``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from medcheck.cli.answering import argument_text, open_knowledge_base
from medcheck.cli.options import db_option, format_option, overlay_option, region_option
from medcheck.cli.output import show, write_out

if TYPE_CHECKING:
    from medcheck.knowledge_base import KnowledgeBase
    from medcheck.render.layout import Line

__all__ = ["classes", "describe", "factors", "find", "sources"]

_MOST_FOUND = 500


def _print_json(value: Any) -> None:
    from medcheck.render.json import to_json

    write_out(to_json(value) + "\n")


DESCRIBE = """Show everything known about one name.

NAME is a brand, a generic name, a substance or a class; quotes are not needed.
It lists each meaning of the name, the classes above each ingredient, every
statement with its id, grade, source and place in the source, also those that
do not count for the answer of `check`, and what may matter indirectly. For a
class it lists the members, those documented otherwise first.

\b
  medcheck describe metoclopramide
  medcheck describe Tylenol PM
  medcheck describe SSRI
  medcheck describe antihistamine --format json
"""


@click.command(help=DESCRIBE)
@click.argument("name", nargs=-1, required=True)
@format_option("text", "json")
@region_option
@db_option
@overlay_option
def describe(
    name: tuple[str, ...], form: str, region: str | None, db: str | None, overlays: tuple[str, ...]
) -> None:
    """See ``DESCRIBE``."""
    base = open_knowledge_base(db, overlays)
    described = base.describe(_class_name(base, " ".join(map(argument_text, name))), region)
    if form == "json":
        from medcheck.render.rows_json import description_to_dict

        _print_json(description_to_dict(described))
    else:
        from medcheck.render.browse import description_lines

        show(description_lines(described))


def _class_name(base: KnowledgeBase, name: str) -> str:
    """A class id as ``classes`` prints it stands for the class's label."""
    found = base.store.drug_class(name.strip().lower().replace(" ", "_").replace("-", "_"))
    if found is None or base.store.names(_normalized(name)):
        return name
    named = base.store.names_of_class(found.class_id)
    return named[0].name if named else name


def _normalized(text: str) -> Any:
    from medcheck.text import normalize

    return normalize(text)


FIND = """List the names that begin with TEXT, then those that resemble it.

Use it when you remember how a name starts. It shows what each name means, and
never an answer: ask `medcheck check` for that.

\b
  medcheck find metocl
  medcheck find tylenol --limit 50
"""


@click.command(help=FIND)
@click.argument("text", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(1, _MOST_FOUND),
    default=20,
    show_default=True,
    help="The most names to list.",
)
@format_option("text", "json")
@db_option
def find(text: tuple[str, ...], limit: int, form: str, db: str | None) -> None:
    """See ``FIND``."""
    base = open_knowledge_base(db)
    begun = " ".join(map(argument_text, text))
    found = list(_names_like(base, begun, limit + 1))
    more = len(found) > limit
    found = found[:limit]
    if form == "json":
        _print_json({"query": begun, "names": [{"name": n, "means": m} for n, m in found], "more": more})
        return
    from medcheck.render.layout import Line, visible

    lines = [Line("body", f"{name} = {means}", 0, 4) for name, means in found]
    if not found:
        lines = [Line("body", f'No name in this table is like "{visible(begun)}".', 0)]
    elif more:
        lines.append(Line("quiet", "There are more: ask for them with --limit.", 0))
    show(lines)


def _names_like(base: KnowledgeBase, text: str, limit: int) -> Iterator[tuple[str, str]]:
    """Names for a beginning, likeliest first, each with what it means in which region or pack."""
    from medcheck.completion import find as names_for
    from medcheck.render.wording import in_regions

    for key in names_for(base.store, text, limit):
        rows = base.store.names(key)
        means: dict[str, None] = {}
        for row in rows:
            where = row.variant or in_regions(row.regions)
            means[" + ".join(row.targets).replace("_", " ") + (f" ({where})" if where else "")] = None
        if rows:
            yield rows[0].name, " or ".join(means)


CLASSES = """Show the tree of medicine classes.

Each line has the class's id, its label, how many ingredients belong to it
directly, and how many statements are made of the class itself.

\b
  medcheck classes
  medcheck describe beta_blocker       one class with its members
"""


@click.command(help=CLASSES)
@format_option("text", "json")
@db_option
def classes(form: str, db: str | None) -> None:
    """See ``CLASSES``."""
    base = open_knowledge_base(db)
    rows = base.classes()
    statements = {c.class_id: len(base.store.associations("class", c.class_id)) for c in rows}
    members = {c.class_id: len(base.store.members(c.class_id)) for c in rows}
    if form == "json":
        _print_json(
            [
                {
                    "id": c.class_id,
                    "label": c.label,
                    "parents": list(c.parent_ids),
                    "definition": c.definition,
                    "members": members[c.class_id],
                    "statements": statements[c.class_id],
                }
                for c in rows
            ]
        )
        return
    from medcheck.render.browse import class_tree_lines

    show(class_tree_lines(rows, members, statements))


SOURCES = """List the sources, or show one with every statement that rests on it.

\b
  medcheck sources                     all of them, by kind
  medcheck sources aasm-2025           one, with its statements
"""


@click.command(help=SOURCES)
@click.argument("source_id", metavar="[ID]", required=False)
@format_option("text", "json")
@db_option
def sources(source_id: str | None, form: str, db: str | None) -> None:
    """See ``SOURCES``."""
    base = open_knowledge_base(db)
    if source_id is None:
        if form == "json":
            from medcheck.render.rows_json import values_to_dicts

            _print_json(values_to_dicts(base.sources()))
            return
        from medcheck.render.browse import source_list_lines

        show(source_list_lines(base.sources()))
        return
    source = base.store.source(source_id)
    if source is None:
        known = [s.source_id for s in base.sources() if s.source_id.startswith(source_id[:4])]
        hint = f" Did you mean {', '.join(known[:5])}?" if known else ""
        raise click.UsageError(f"no source is called '{source_id}'.{hint} List them with `medcheck sources`")
    use = base.store.use_of_source(source_id)
    if form == "json":
        from medcheck.render.rows_json import value_to_dict, values_to_dicts

        rows = {
            table: values_to_dicts(found) for table, found in zip(use._fields[:-1], use[:-1], strict=True)
        }
        _print_json(value_to_dict(source) | rows | {"counts": use.counts})
        return
    from medcheck.render.source import source_lines

    show(source_lines(source, use))


FACTORS = """Show the causes and helps that are not medicines.

These are what the five patient documents behind medcheck name: low iron,
pregnancy, kidney failure, too little sleep, and more. Each has the statement
of each document and where it stands.
"""


@click.command(help=FACTORS)
@format_option("text", "json")
@db_option
def factors(form: str, db: str | None) -> None:
    """See ``FACTORS``."""
    base = open_knowledge_base(db)
    if form == "json":
        from medcheck.render.rows_json import values_to_dicts

        _print_json(values_to_dicts(base.factors()))
        return
    from medcheck.render.browse import factor_lines

    lines: Iterator[Line] = factor_lines(base.factors())
    show(lines)

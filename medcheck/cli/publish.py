"""The dataset as a product: ``cite``, and of ``data``: ``diff``, ``verify``, ``export``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from medcheck.cli.options import db_option, format_option
from medcheck.cli.output import complain, write_out

if TYPE_CHECKING:
    from medcheck.model import Source

__all__ = ["cite", "diff", "export", "verify"]

_MOST_REMARKS = 5

CITE = """Say how to cite the dataset, and cite the sources it rests on.

Without an ID: the dataset first, then every source. With IDs: only these; the
dataset itself has the ID medcheck. The formats are text, bibtex and csl-json,
which Zotero and others import. What the tables do not hold is left out: some
sources have no year, and journals stand in the note.

\b
  medcheck cite medcheck                        the dataset only
  medcheck cite aasm-2025 --format bibtex       one source
  medcheck cite --format csl-json > rls.json    all of them
"""


@click.command(help=CITE)
@click.argument("source_ids", metavar="[SOURCE_ID]...", nargs=-1)
@format_option("text", "bibtex", "csl-json")
@db_option
def cite(source_ids: tuple[str, ...], form: str, db: str | None) -> None:
    """See ``CITE``."""
    from medcheck.publish import to_bibtex, to_citation_text, to_csl_json

    chosen = _cited(source_ids, db)
    if form == "bibtex":
        write_out(to_bibtex(chosen))
    elif form == "csl-json":
        write_out(to_csl_json(chosen))
    else:
        write_out("".join(f"[{source.source_id}] {to_citation_text(source)}\n" for source in chosen))


def _cited(source_ids: tuple[str, ...], db: str | None) -> list[Source]:
    """The sources of these ids, or the dataset and all of them, in the order asked for."""
    from medcheck.cli.answering import open_knowledge_base
    from medcheck.publish import dataset_source

    store = open_knowledge_base(db).store
    known = {
        source.source_id: source
        for source in (dataset_source(store.info(), *store.title()), *store.sources())
    }
    unknown = [source_id for source_id in source_ids if source_id not in known]
    if unknown:
        raise click.UsageError(f"no source is called '{unknown[0]}'; list them with `medcheck sources`")
    return [known[source_id] for source_id in dict.fromkeys(source_ids or known)]


DIFF = """Show what changed between two versions of the data.

OLD and NEW are each a directory of tables (of a checkout, or exported from
git), or a compiled dataset file. Rows are compared by their keys: + is a row
added, ~ one changed, - one retired. Exit code 0 whether rows differ or not.

\b
  medcheck data diff old-data data
  medcheck data diff old.sqlite new.sqlite --summary
  git archive v1 data | tar -x -C /tmp && medcheck data diff /tmp/data data
"""


@click.command(help=DIFF)
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option("--summary", is_flag=True, help="Print the numbers only, not the rows.")
@format_option("text", "json")
def diff(old: str, new: str, summary: bool, form: str) -> None:
    """See ``DIFF``."""
    from medcheck.publish import difference, difference_lines, difference_to_dict, snapshot

    found = difference(snapshot(old), snapshot(new))
    for side in (found.old, found.new):
        for remark in side.remarks[:_MOST_REMARKS]:
            complain(f"medcheck: {remark}")
        if len(side.remarks) > _MOST_REMARKS:
            complain(f"medcheck: {side.path}: {len(side.remarks) - _MOST_REMARKS} further remarks")
    if form == "json":
        from medcheck.render.json import to_json

        write_out(to_json(difference_to_dict(found, rows=not summary)) + "\n")
    else:
        write_out("".join(f"{line}\n" for line in difference_lines(found, rows=not summary)))


VERIFY = """Check that the compiled dataset is whole and is what was built.

Reads every page and every row, and compares the hash of the content with the
one that the build left in the file. Exit code 3 when they differ.

\b
  medcheck data verify
  medcheck data verify --db my.sqlite
"""


@click.command(help=VERIFY)
@db_option
def verify(db: str | None) -> None:
    """See ``VERIFY``."""
    from medcheck.store import SHIPPED
    from medcheck.store.content import verify as verified

    path = db or SHIPPED
    write_out(f"{path}\nwhole, and as it was built: content sha256 {verified(path)}\n")


EXPORT = """Copy the dataset into a database of yours, to join against.

The database has to be empty, or a new SQLite file. All tables are created and
filled in one transaction: afterwards it has everything, or is as it was.
data/README.md describes the tables and shows joins. PostgreSQL needs an extra:
pip install "medcheck[postgres]".

\b
  medcheck data export --url sqlite:///rls.db
  medcheck data export --url postgresql+psycopg://me@localhost/rls
  medcheck data export --url sqlite:///rls.db --replace
"""


@click.command(help=EXPORT)
@click.option("--url", required=True, metavar="URL", help="The database, as SQLAlchemy writes its address.")
@click.option(
    "--replace",
    is_flag=True,
    help="Replace the tables of an earlier export; tables that are not medcheck's are left alone.",
)
@format_option("text", "json")
@db_option
def export(url: str, replace: bool, form: str, db: str | None) -> None:
    """See ``EXPORT``."""
    from medcheck.export import export_dataset

    counts = export_dataset(url, db, replace=replace)
    if form == "json":
        from medcheck.render.json import to_json

        write_out(to_json({"counts": counts}) + "\n")
        return
    width = max(map(len, counts))
    for table, number in sorted(counts.items()):
        write_out(f"{table.ljust(width)}  {number:>9,}\n")
    write_out(f"{'total'.ljust(width)}  {sum(counts.values()):>9,}\n")

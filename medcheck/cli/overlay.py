"""``medcheck data add-rxnorm``, ``add-ndc`` and ``lint-overlay``: what users add to the dataset."""

from __future__ import annotations

import os

import click

from medcheck.cli.options import db_option
from medcheck.cli.output import complain, write_out

__all__ = ["add_ndc", "add_rxnorm", "lint_overlay"]

BROKEN = 3

ADD_RXNORM = """Make every RxCUI and brand name of an RxNorm release known here.

PATH is a release of the US National Library of Medicine as downloaded: the
zip, its directory, or RXNCONSO.RRF with RXNREL.RRF beside it. The prescribable
content will do. Only rows of RxNorm itself are read.

\b
  medcheck data add-rxnorm RxNorm_full_prescribe_11032025.zip
  medcheck check rxcui:36567

The file is made once and found from then on. Concepts with an ingredient that
the dataset does not know are left out and listed beside it.
"""

ADD_NDC = """Make the product codes and brand names of the FDA's NDC directory known here.

PATH is the directory's zip as downloaded, or product.txt. A code may then be
given with hyphens or without, with or without its package, in 10 or 11 digits.

\b
  medcheck data add-ndc ndctext.zip
  medcheck check 0071-0155-23

The file is made once and found from then on. Products with an ingredient that
the dataset does not know are left out and listed beside it.
"""


def _to(function: click.decorators.FC) -> click.decorators.FC:
    return click.option(
        "--to",
        "out",
        type=click.Path(),
        metavar="FILE",
        help="Where to write it; without this, in MEDCHECK_HOME or your own data directory, where it is "
        "found by itself. Use one written elsewhere with --overlay FILE.",
    )(function)


@click.command(name="add-rxnorm", help=ADD_RXNORM)
@click.argument("path", type=click.Path())
@_to
@db_option
def add_rxnorm(path: str, out: str | None, db: str | None) -> None:
    """See ``ADD_RXNORM``."""
    _add("rxnorm", path, out, db)


@click.command(name="add-ndc", help=ADD_NDC)
@click.argument("path", type=click.Path())
@_to
@db_option
def add_ndc(path: str, out: str | None, db: str | None) -> None:
    """See ``ADD_NDC``."""
    _add("ndc", path, out, db)


def _add(kind: str, path: str, out: str | None, db: str | None) -> None:
    from medcheck.overlay.adding import add, report_of
    from medcheck.store import Store

    with Store.open(db or os.environ.get("MEDCHECK_DB") or None) as store:
        made = add(kind, path, out, store, lambda text: complain(f"medcheck: {text}"))
    write_out(f"{made.path}\n{made.codes:,} codes, {made.names:,} names\nsha256 {made.sha256}\n")
    if made.left_out:
        complain(f"medcheck: {made.left_out:,} rows left out; {report_of(made.path)} says which and why")


@click.command(
    name="lint-overlay",
    help="""List every fault of an overlay, one a line, as file:line:column.

    DIR holds your own tables, in the form of data/: names.tsv, not_drugs.tsv,
    associations.tsv, sources.tsv, ingredients.tsv, memberships.tsv, any of them.

    \b
      medcheck data lint-overlay my-names
      medcheck check --overlay my-names "house cough mixture"
    """,
)
@click.argument("directory", metavar="DIR", type=click.Path())
@db_option
def lint_overlay(directory: str, db: str | None) -> int:
    """Run every rule that holds for an overlay over its tables."""
    from medcheck.overlay.local import check_directory
    from medcheck.store import Store

    with Store.open(db or os.environ.get("MEDCHECK_DB") or None) as store:
        _, faults = check_directory(directory, store)
    for fault in faults:
        write_out(f"{fault}\n")
    complain(f"medcheck: {directory}: {len(faults) or 'no'} {'fault' if len(faults) == 1 else 'faults'}")
    return BROKEN if faults else 0

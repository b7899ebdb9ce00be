"""``medcheck data``: for those who write the tables that medcheck answers from."""

from __future__ import annotations

from pathlib import Path

import click

import medcheck
from medcheck.cli.lazy import LazyGroup
from medcheck.cli.output import complain, write_out
from medcheck.errors import DataError

__all__ = ["data"]

BROKEN = 3

HELP = """Check, tidy and compile the text tables that medcheck answers from.

\b
  medcheck data lint          every fault, as file:line:column
  medcheck data format        write the tables in their one canonical form
  medcheck data build         compile them into the dataset file
  medcheck data info          what the compiled dataset holds
  medcheck data verify        whether it is whole and as it was built
  medcheck data diff          what changed between two versions
  medcheck data export        a copy in a database of yours
  medcheck data rebuild-vocabulary   the background names, made again
  medcheck data lint-overlay  the same for a directory of your own names
  medcheck data add-rxnorm    RxCUIs and brand names from an RxNorm release
  medcheck data add-ndc       NDCs and brand names from the FDA's directory

The tables are described in data/README.md, with "add one record" in six steps.
"""


@click.group(
    cls=LazyGroup,
    help=HELP,
    commands_in={
        "lint": "medcheck.cli.data:lint",
        "format": "medcheck.cli.data:tidy",
        "build": "medcheck.cli.data:build",
        "info": "medcheck.cli.info:info",
        "verify": "medcheck.cli.publish:verify",
        "diff": "medcheck.cli.publish:diff",
        "lint-overlay": "medcheck.cli.overlay:lint_overlay",
        "add-rxnorm": "medcheck.cli.overlay:add_rxnorm",
        "add-ndc": "medcheck.cli.overlay:add_ndc",
        "export": "medcheck.cli.publish:export",
        "rebuild-vocabulary": "medcheck.cli.rebuild:rebuild_vocabulary",
    },
)
def data() -> None:
    """See ``HELP``."""


def _tables(directory: str | None) -> Path:
    """The directory of the tables: the one given, ``./data``, or the source checkout's."""
    candidates = (
        [Path(directory)]
        if directory
        else [Path("data"), Path(medcheck.__file__).resolve().parents[1] / "data"]
    )
    for candidate in candidates:
        if (candidate / "dataset.toml").is_file():
            return candidate
    where = directory or "the current directory or the source checkout"
    raise DataError(f"no tables in {where} (dataset.toml is missing); name their directory")


_DIRECTORY = click.argument("directory", required=False, type=click.Path())


@click.command(
    help="""List every fault of the tables, one a line, as file:line:column.

    Nothing is printed on stdout when there is none. Exit code 3 with faults.

    \b
      medcheck data lint
      medcheck data lint path/to/data
    """
)
@_DIRECTORY
def lint(directory: str | None) -> int:
    """Run every rule over the tables."""
    from medcheck.dataset import read_dataset
    from medcheck.lint import RULES, run

    root = _tables(directory)
    faults = run(read_dataset(root))
    for fault in faults:
        write_out(f"{fault}\n")
    found = f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}" if faults else "no faults"
    complain(f"medcheck: {root}: {found} ({len(RULES)} rules)")
    return BROKEN if faults else 0


@click.command(
    name="format",
    help="""Write the tables in their one canonical form: sorted, no stray spaces.

    Prints the names of the files that it changed.

    \b
      medcheck data format
      medcheck data format --check      change nothing, exit 3 if it would
    """,
)
@_DIRECTORY
@click.option("--check", is_flag=True, help="Change nothing; exit 3 if a file is not in canonical form.")
def tidy(directory: str | None, check: bool) -> int:
    """Tidy the tables, or say which are untidy."""
    root = _tables(directory)
    if check:
        from medcheck.dataset import read_dataset
        from medcheck.lint import run

        untidy = sorted({str(f).split(":")[0] for f in run(read_dataset(root)) if "canonical" in f.rule})
        for name in untidy:
            write_out(f"{name}\n")
        return BROKEN if untidy else 0
    from medcheck.dataset import format_dataset

    for name in format_dataset(root):
        write_out(f"{name}\n")
    return 0


@click.command(
    help="""Compile the tables into the dataset file that medcheck reads.

    The new file is moved into place when it is whole; the same tables give the
    same bytes. Tables with faults are refused.

    \b
      medcheck data build
      medcheck data build path/to/data --output my.sqlite
      medcheck check --db my.sqlite benadryl
    """
)
@_DIRECTORY
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    metavar="PATH",
    help="Where to write it; without this, where medcheck looks for it.",
)
def build(directory: str | None, output: str | None) -> None:
    """Compile and say what was compiled."""
    from medcheck.build import build_store
    from medcheck.store import SHIPPED

    target = output or str(SHIPPED)
    try:
        info = build_store(_tables(directory), target)
    except OSError as error:
        raise DataError(f"{target} cannot be written ({error.strerror}); choose another with -o") from None
    write_out(f"{target}\ndataset {info.version}, released {info.released}\nsha256 {info.sha256}\n")

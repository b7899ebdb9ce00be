"""``medcheck check``: names in, what is documented about each of them and RLS out."""

from __future__ import annotations

from collections.abc import Sequence

import click

from medcheck.cli.answering import answer, argument_text, open_knowledge_base
from medcheck.cli.options import db_option, format_option, overlay_option, region_option
from medcheck.cli.output import complain

__all__ = ["check"]

FAIL_WORDS = (
    "worsens",
    "mixed",
    "withdrawal",
    "treats",
    "less_likely",
    "undocumented",
    "ambiguous",
    "unrecognised",
)

HELP = """Say what is documented about each medicine and restless legs (RLS).

Each NAME is one medicine as you would write it: a brand, a generic name, a
group such as SSRI, or a substance such as coffee. Doses and times may stay in,
small spelling mistakes are read over, and the answer says so. Put quotes
around a name of several words.

\b
  medcheck check "Tylenol PM" gabapentin      two names
  medcheck check "stopped lorazepam 3 days ago"
  medcheck check --region UK Benadryl         as sold in the UK
  medcheck check -f my-list.txt               a file, one medicine a line
  pbpaste | medcheck check -                  from the clipboard or a pipe
  medcheck check -f list.txt --format csv > answers.csv

In a file, empty lines and lines that begin with # are left out. Every other
line gets an answer, in the same order.

The answer to a name is one of: may trigger or worsen RLS, treats or helps,
symptoms on stopping, sources point both ways, less likely to affect RLS,
recognised but nothing documented, could be more than one thing, not
recognised. Nothing documented is not a promise that it does nothing.

Exit codes: 0 it ran, whatever it found; 1 only with --fail-on; 2 wrong usage;
3 the dataset is missing or damaged; 4 the list cannot be read.
"""


def _fail_on(_: click.Context, __: click.Parameter, values: Sequence[str]) -> frozenset[str]:
    words = [word.strip().lower().replace("-", "_") for value in values for word in value.split(",")]
    words = ["unrecognised" if word == "unrecognized" else word for word in words if word]
    for word in words:
        if word not in FAIL_WORDS:
            raise click.BadParameter(f"'{word}' is not one of {', '.join(FAIL_WORDS)}")
    return frozenset(words)


@click.command(help=HELP)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "-f", "--file", "path", metavar="FILE", help="Read the names from FILE, one a line; - is a pipe."
)
@format_option("text", "json", "csv", "md", "ndjson")
@region_option
@click.option(
    "--explain", is_flag=True, help="Show every step of the reading and every statement, with its source."
)
@click.option(
    "--fail-on",
    multiple=True,
    callback=_fail_on,
    metavar="WORD[,WORD]",
    help=f"Leave with exit code 1 when any name taken gets one of these answers: {', '.join(FAIL_WORDS)}.",
)
@db_option
@overlay_option
def check(
    names: tuple[str, ...],
    path: str | None,
    form: str,
    region: str | None,
    explain: bool,
    fail_on: frozenset[str],
    db: str | None,
    overlays: tuple[str, ...],
) -> int:
    """See ``HELP``."""
    if names == ("-",):
        names, path = (), path or "-"
    if names and path:
        raise click.UsageError("give names or a file, not both")
    if not names and not path:
        raise click.UsageError('name a medicine ("medcheck check benadryl"), or give a list with -f FILE')
    if path:
        from medcheck.cli.inputs import read_lines

        lines, warnings = read_lines(path)
    else:
        lines, warnings = list(enumerate(map(argument_text, names), start=1)), []
    for warning in warnings:
        complain(f"medcheck: {warning}")
    return answer(
        open_knowledge_base(db, overlays),
        lines,
        form=form,
        region=region,
        explain=explain,
        fail_on=fail_on,
        hint=bool(names),
    )

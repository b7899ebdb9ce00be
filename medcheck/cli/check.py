"""``medcheck check``: names in, what is documented about each of them and RLS out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from medcheck.cli.options import argument_text, db_option, format_option, open_knowledge_base, region_option
from medcheck.cli.output import complain, show, write_out

if TYPE_CHECKING:
    from medcheck.knowledge_base import KnowledgeBase
    from medcheck.model import Entry

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
_NOT_TAKEN = frozenset({"allergy", "negated", "family"})
_MOST_WORDS = 4
_MOST_ARGUMENTS = 40

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
def check(
    names: tuple[str, ...],
    path: str | None,
    form: str,
    region: str | None,
    explain: bool,
    fail_on: frozenset[str],
    db: str | None,
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
    base = open_knowledge_base(db)
    if len(names) > 1:
        _hint_quotes(base, [text for _, text in lines])
    if form == "ndjson":
        return _stream(base, lines, region, fail_on)
    report = base.check_lines(lines, region)
    if form == "text":
        from medcheck.render.lines import report_lines

        show(report_lines(report, explain=explain))
    else:
        from medcheck.render import render

        write_out(render(report, form, explain=explain))
    return int(_fails(report.entries, fail_on))


def _fails(entries: Iterable[Entry], fail_on: frozenset[str]) -> bool:
    """Whether a name that is taken has one of the answers; an ambiguous one counts with its worst too."""
    return any(
        entry.exposure not in _NOT_TAKEN and (entry.verdict in fail_on or entry.resolution in fail_on)
        for entry in entries
    )


def _stream(
    base: KnowledgeBase, lines: Iterable[tuple[int, str]], region: str | None, fail_on: frozenset[str]
) -> int:
    """Write one entry a line as they come, then the header and the coverage; memory stays small."""
    from medcheck.knowledge_base import count_coverage
    from medcheck.render.json import entry_to_dict, header_to_dict, to_json

    coverage: dict[str, int] = {}
    failed = False
    for entry in base.iter_entries(lines, region):
        write_out(to_json(entry_to_dict(entry), indent=None) + "\n")
        for key, number in count_coverage([entry]).items():
            coverage[key] = coverage.get(key, 0) + number
        failed = failed or _fails([entry], fail_on)
    header = header_to_dict(base.check_lines([], region))
    header["coverage"] |= coverage
    write_out(to_json(header, indent=None) + "\n")
    return int(failed)


def _hint_quotes(base: KnowledgeBase, words: Sequence[str]) -> None:
    """Hint at quotes where arguments that stand side by side make up one longer known name."""
    from medcheck.text import normalize

    words = [word for word in words if word.strip()]
    if len(words) > _MOST_ARGUMENTS:
        return
    start = 0
    while start < len(words) - 1:
        for end in range(min(len(words), start + _MOST_WORDS), start + 1, -1):
            pieces = words[start:end]
            if not base.store.names(normalize(" ".join(pieces))):
                continue
            if all(base.store.names(normalize(piece)) for piece in pieces):
                continue
            joined = " ".join(pieces)
            complain(f'medcheck: did you mean "{joined}" (one name)? Then put quotes around it.')
            start = end - 1
            break
        start += 1

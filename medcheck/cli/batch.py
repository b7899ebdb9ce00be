"""``medcheck batch``: a table of medicines in, the same table with answers beside each row out."""

from __future__ import annotations

import gc
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

import click

from medcheck.cli.answering import open_knowledge_base
from medcheck.cli.options import db_option, overlay_option, region_option
from medcheck.cli.output import complain, quiet_end

if TYPE_CHECKING:
    from medcheck.lists.files import BatchSummary

__all__ = ["batch"]

INTERRUPTED = 130
_SECONDS = 5
_SELDOM = (50_000, 20, 50)
"""How seldom Python looks for unreachable objects: an index in memory makes each look dear."""

FORMS = ("csv", "tsv", "ndjson", "parquet")

HELP = """Answer a table: one medicine a row in, the same rows with answers out.

IN is CSV, TSV, NDJSON (one JSON object a line) or Parquet; - is a pipe. All
rows and columns stay as they are and in order; columns that begin with rls_ are
added on the right. Each distinct text is looked up once, so a million rows take
seconds.

\b
  medcheck batch dispensed.csv -o answers.csv
  medcheck batch export.tsv --column "Drug Name" -o answers.tsv
  medcheck batch rows.ndjson -o - | jq .rls_verdict
  medcheck batch list.csv --only rls_verdict,rls_source -o short.csv

The medicines are looked for in a column drug_name, drug, medication, med_name,
medicine or description; --column names another. A row that cannot be read is
passed on with rls_resolution = unread, and reported with its line; in CSV and
TSV the cells that it has too many stand together in its last cell. OUT is
written when all is done: a run that is stopped leaves nothing, and can be
started again.

Text that was not UTF-8 is written as UTF-8. Cells that are added are guarded
(with an apostrophe) where a spreadsheet would run them as a formula; --guard-all
guards your own cells too.

Exit codes: 0 it ran, whatever it found; 2 wrong usage; 3 the dataset or a
needed package is missing; 4 the list cannot be read (also: no such column) or
OUT cannot be written.
"""


@click.command(help=HELP)
@click.argument("source", metavar="IN")
@click.option("-o", "--output", "target", required=True, metavar="OUT", help="Where to write; - is a pipe.")
@click.option("--column", metavar="NAME", help="The column of the medicines, or # and its number.")
@click.option("--format", "form", type=click.Choice(FORMS), help="What IN is, where its name does not tell.")
@click.option("--only", metavar="COLUMN[,COLUMN]", help="Add these rls_ columns only.")
@click.option("--guard-all", is_flag=True, help="Guard your own cells against formulas too (CSV and TSV).")
@region_option
@click.option("--progress/--no-progress", default=None, help="Show how far it is; the default on a terminal.")
@db_option
@overlay_option
def batch(
    source: str,
    target: str,
    column: str | None,
    form: str | None,
    only: str | None,
    guard_all: bool,
    region: str | None,
    progress: bool | None,
    db: str | None,
    overlays: tuple[str, ...],
) -> int:
    """See ``HELP``."""
    from medcheck.lists.answering import Asked
    from medcheck.lists.columns import chosen_columns
    from medcheck.lists.files import annotate_file, form_of_name
    from medcheck.lists.writing import same_file

    if not target:
        raise click.UsageError("-o needs a name to write to, or - for a pipe")
    if same_file(source, target):
        raise click.UsageError(f"{target} is the list itself; give another name with -o")
    given, wanted = form or form_of_name(source), form_of_name(target)
    if given and wanted and given != wanted and target != "-":
        raise click.UsageError(f"{source} is {given} and stays {given}; name the output *.{given}")
    try:
        columns = chosen_columns(only)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--only") from None
    base = open_knowledge_base(db, overlays)
    gc.set_threshold(*_SELDOM)
    try:
        with _stopped_cleanly(), _progress(progress) as tick:
            asked = Asked(base, column, region, columns, guard_all, tick)
            summary = annotate_file(source, target, asked, form)
    except BrokenPipeError:
        quiet_end()
        return 0
    except (KeyboardInterrupt, SystemExit) as stop:
        left = "what came out is not the whole" if target == "-" else "nothing was written"
        complain(f"medcheck: stopped; {left}; start it again")
        return stop.code if isinstance(stop, SystemExit) and isinstance(stop.code, int) else INTERRUPTED
    _tell(summary)
    return 0


def _tell(summary: BatchSummary) -> None:
    from medcheck.render.wording import count, coverage_sentence

    for words in (*summary.warnings, *summary.faults):
        complain(f"medcheck: {words}")
    if summary.unread > len(summary.faults):
        complain(f"medcheck: and {summary.unread - len(summary.faults):,} more rows that could not be read")
    said = f"{count(summary.rows, 'row')}. {coverage_sentence(summary.coverage._asdict())}"
    if summary.unread:
        said += f" {count(summary.unread, 'row')} could not be read; nothing was checked."
    complain(f"medcheck: {said}")


def _progress(wanted: bool | None) -> AbstractContextManager[Callable[[int], None] | None]:
    """A line that counts the rows, on a terminal; plain lines elsewhere, if asked for."""
    terminal = sys.stderr.isatty()
    if wanted is False or (wanted is None and not terminal):
        return nullcontext(None)
    if terminal:
        try:
            from medcheck.render.progress import counting
        except ImportError:
            pass
        else:
            return counting("rows")
    return nullcontext(_plain_lines())


def _plain_lines() -> Callable[[int], None]:
    last = time.monotonic()

    def tick(rows: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _SECONDS:
            last = time.monotonic()
            complain(f"medcheck: {rows:,} rows")

    return tick


@contextmanager
def _stopped_cleanly() -> Iterator[None]:
    """While it lasts, being told to end (SIGTERM, SIGHUP) ends like Ctrl-C does: nothing is left behind.

    What is ignored stays ignored: that is what nohup asks for.
    """

    def leave(number: int, _: object) -> None:
        sys.exit(128 + number)

    told = [signal.SIGTERM, *([signal.SIGHUP] if sys.platform != "win32" else [])]
    told = [how for how in told if signal.getsignal(how) is not signal.SIG_IGN]
    before = [signal.signal(how, leave) for how in told]
    try:
        yield
    finally:
        for how, old in zip(told, before, strict=True):
            signal.signal(how, old)

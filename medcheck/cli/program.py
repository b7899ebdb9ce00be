"""The program as click knows it: its subcommands, its help, and errors as one line."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from medcheck.cli.lazy import LazyGroup
from medcheck.cli.output import complain, confess, write_out

__all__ = ["cli"]

INTERRUPTED = 130


class Program(LazyGroup):
    """The outermost group: every error becomes one line on stderr and an exit code."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run and exit; ``standalone_mode=False`` returns the exit code and lets errors through."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            code = super().main(args, prog_name or "medcheck", complete_var, standalone_mode=False, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            complain(error.format_message())
            sys.exit(error.exit_code)
        except click.UsageError as error:
            _usage(error)
        except click.ClickException as error:
            complain(f"medcheck: {error.format_message()}")
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(INTERRUPTED)
        except Exception as error:
            sys.exit(confess(error))
        sys.exit(code if isinstance(code, int) else 0)


def _usage(error: click.UsageError) -> NoReturn:
    path = error.ctx.command_path if error.ctx else "medcheck"
    complain(f"{path}: {error.format_message().rstrip('.')}; see `{path} --help`")
    sys.exit(error.exit_code)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from medcheck._version import __version__

    write_out(f"medcheck {__version__}\n")
    from medcheck.knowledge_base import KnowledgeBase

    base = KnowledgeBase.open()
    info = base.info()
    write_out(f"dataset {info.version}, released {info.released}\nsha256 {info.sha256}\n")
    for overlay in base.store.overlays:
        write_out(f"with {overlay}\n")
    ctx.exit()


HELP = """Which medicines are documented to trigger, worsen or relieve restless legs
syndrome (RLS), and who says so.

Works without a network: a medicine's name never leaves this computer.

\b
  medcheck check "Tylenol PM"          one name
  medcheck check -f my-list.txt        a list, one medicine a line
  medcheck batch table.csv -o out.csv  a table, answers beside each row
  medcheck scan letter.txt             a note, with the place of each medicine
  medcheck describe metoclopramide     everything known about one name
  medcheck factors                     causes that are not medicines

It is information, not advice: do not start, stop or change a medicine because
of it.
"""


@click.group(
    cls=Program,
    help=HELP,
    commands_in={
        "check": "medcheck.cli.check:check",
        "batch": "medcheck.cli.batch:batch",
        "scan": "medcheck.cli.scan:scan",
        "describe": "medcheck.cli.browse:describe",
        "find": "medcheck.cli.browse:find",
        "classes": "medcheck.cli.browse:classes",
        "sources": "medcheck.cli.browse:sources",
        "factors": "medcheck.cli.browse:factors",
        "cite": "medcheck.cli.publish:cite",
        "data": "medcheck.cli.data:data",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Print the versions of the program and of its dataset, and leave.",
)
def cli() -> None:
    """See ``HELP``."""

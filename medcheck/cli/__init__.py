"""The command line: parse, call the library, print, exit.

Exit codes: 0 it ran, whatever it found; 1 only with ``--fail-on``; 2 wrong usage; 3 the store
or the data are missing, foreign or damaged; 4 the input cannot be read. Each subcommand's
module is imported when it is called, so that ``check`` starts fast.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from medcheck.cli.output import complain, write_out
from medcheck.errors import MedcheckError

__all__ = ["cli", "main"]

INTERRUPTED = 130
BROKEN = 3


class LazyGroup(click.Group):
    """A group that imports the module of a subcommand only when it is needed."""

    def __init__(self, *args: Any, commands_in: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._home = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands, in the order in which a newcomer needs them."""
        return list(self._home)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one subcommand: its home is written ``module:function``."""
        home = self._home.get(cmd_name)
        if home is None:
            return None
        module, _, function = home.partition(":")
        command: click.Command = getattr(import_module(module), function)
        return command


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
        except MedcheckError as error:
            complain(f"medcheck: {error}")
            sys.exit(error.exit_code)
        except Exception as error:
            if os.environ.get("MEDCHECK_DEBUG"):
                raise
            complain(
                f"medcheck: this should not happen ({type(error).__name__}: {error}); "
                "set MEDCHECK_DEBUG=1 to see where, and report it"
            )
            sys.exit(BROKEN)
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
    from medcheck.store import Store

    info = Store.open(os.environ.get("MEDCHECK_DB") or None).info()
    write_out(f"dataset {info.version}, released {info.released}\nsha256 {info.sha256}\n")
    ctx.exit()


HELP = """Which medicines are documented to trigger, worsen or relieve restless legs
syndrome (RLS), and who says so.

Works without a network: a medicine's name never leaves this computer.

\b
  medcheck check "Tylenol PM"          one name
  medcheck check -f my-list.txt        a list, one medicine a line
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
        "describe": "medcheck.cli.browse:describe",
        "find": "medcheck.cli.browse:find",
        "classes": "medcheck.cli.browse:classes",
        "sources": "medcheck.cli.browse:sources",
        "factors": "medcheck.cli.browse:factors",
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


def main() -> None:
    """The entry point of the ``medcheck`` program."""
    cli()

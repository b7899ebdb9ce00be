"""The command line: parse, call the library, print, exit.

Exit codes: 0 it ran, whatever it found; 1 only with ``--fail-on``; 2 wrong usage; 3 the store
or the data are missing, foreign or damaged; 4 the input cannot be read.

``medcheck check NAME...`` without any option has nothing to parse, so it is answered without
loading click, which would take longer than the answer. Every other call goes through
:mod:`medcheck.cli.program`, and both give the same answer.
"""

from __future__ import annotations

import os
import sys

from medcheck.cli.output import confess

__all__ = ["main"]

INTERRUPTED = 130
_CALLS_FOR_PARSING = ("MEDCHECK_REGION", "MEDCHECK_OVERLAY", "_MEDCHECK_COMPLETE")


def main() -> None:
    """The entry point of the ``medcheck`` program."""
    names = _plain_names(sys.argv[1:])
    if not names:
        from medcheck.cli.program import cli

        cli()
        return
    try:
        code = _check(names)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        code = confess(error)
    sys.exit(code)


def _plain_names(arguments: list[str]) -> list[str]:
    """The names of ``check NAME...`` if nothing else was asked; otherwise none."""
    if arguments[:1] != ["check"] or any(a.startswith("-") for a in arguments):
        return []
    if any(os.environ.get(variable) for variable in _CALLS_FOR_PARSING):
        return []
    return arguments[1:]


def _check(names: list[str]) -> int:
    from medcheck.cli.answering import answer, argument_text, open_knowledge_base

    lines = list(enumerate(map(argument_text, names), start=1))
    return answer(open_knowledge_base(None), lines, hint=True)

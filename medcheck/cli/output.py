"""Writing to stdout and stderr: UTF-8 on every platform, quiet when the reader has gone."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from medcheck.errors import MedcheckError, OutputError

if TYPE_CHECKING:
    from medcheck.render.layout import Line

__all__ = ["complain", "confess", "quiet_end", "show", "write_out"]

BROKEN = 3


def write_out(text: str) -> None:
    """Write text to stdout as UTF-8; a closed pipe ends the output without a word.

    A lone surrogate is written as its ``\\udXXX`` escape, which is what JSON wants too.

    Raises:
        OutputError: the disk is full, or standard output is closed.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        quiet_end()
    except OSError as error:
        raise OutputError(f"standard output cannot be written ({error.strerror or error})") from error
    except AttributeError:
        raise OutputError("standard output is closed; nothing can be written") from None


def complain(text: str) -> None:
    """Write one message to stderr."""
    try:
        sys.stderr.buffer.write((text + "\n").encode("utf-8", "backslashreplace"))
        sys.stderr.buffer.flush()
    except BrokenPipeError:
        _discard(sys.stderr.fileno())


def confess(error: Exception) -> int:
    """Say in one line what went wrong, and give the exit code; ``MEDCHECK_DEBUG`` lets it through."""
    if isinstance(error, MedcheckError):
        if isinstance(error, OutputError):
            quiet_end()
        complain(f"medcheck: {error}")
        return error.exit_code
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return confess(OutputError(f"standard output cannot be written ({error.strerror})"))
    if os.environ.get("MEDCHECK_DEBUG"):
        raise error
    complain(
        f"medcheck: this should not happen ({type(error).__name__}: {error}); "
        "set MEDCHECK_DEBUG=1 to see where, and report it"
    )
    return BROKEN


def show(lines: Iterable[Line]) -> None:
    """Print a text report: in colour on a terminal, plain and 80 columns wide anywhere else."""
    if sys.stdout and sys.stdout.isatty():
        try:
            from medcheck.render.terminal import print_lines
        except ImportError:
            pass
        else:
            print_lines(lines)
            return
    from medcheck.render.text import lines_to_text

    write_out(lines_to_text(lines))


def quiet_end() -> None:
    """The reader of stdout has gone: what is still to be written goes nowhere, without a word."""
    try:
        _discard(sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):  # closed already
        return


def _discard(descriptor: int) -> None:
    """Send what is still written to nowhere, so that leaving does not complain either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)

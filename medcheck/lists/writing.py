"""A file appears under its name when it is whole, or not at all."""

from __future__ import annotations

import contextlib
import glob
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from medcheck.errors import OutputError

__all__ = ["same_file", "whole_file"]


def same_file(source: str, target: str) -> bool:
    """Whether two paths are one file."""
    try:
        return Path(source).samefile(target)
    except OSError:
        return False


@contextlib.contextmanager
def whole_file(target: str) -> Iterator[BinaryIO]:
    """A stream to write to; ``-`` is standard output.

    What is written goes to a hidden file beside ``target``, which takes its place at the end and is
    removed if anything goes wrong before. It keeps the permissions of the file it takes the place of.
    What a killed run left there is removed. A pipe or a device is written to directly.

    Raises:
        OutputError: it cannot be written.
    """
    if target == "-":
        if not sys.stdout:
            raise OutputError("standard output is closed; nothing can be written")
        try:
            sys.stdout.flush()
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            why = error.strerror or str(error)
            raise OutputError(f"standard output cannot be written ({why})") from error
        return
    path = Path(os.path.realpath(target))
    try:
        if path.is_dir():
            raise OutputError(f"{target} is a directory; name a file in it")
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            with path.open("wb") as stream:
                yield stream
            return
        _remove_left(path)
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as stream:
                yield stream
            if path.exists():
                part.chmod(stat.S_IMODE(path.stat().st_mode))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        why = error.strerror or str(error)
        raise OutputError(f"{target} cannot be written ({why}); nothing was left there") from error


def _remove_left(path: Path) -> None:
    """Remove what runs left beside ``path`` whose processes are gone."""
    if os.name != "posix":
        return
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        process = left.name.removesuffix(".part").rpartition(".")[2]
        if not process.isdecimal():
            continue
        try:
            os.kill(int(process), 0)
        except ProcessLookupError:
            left.unlink(missing_ok=True)
        except (OSError, OverflowError):
            continue

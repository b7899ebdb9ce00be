"""Every error medcheck raises on purpose.

A medicine that is not known is an answer, never an error. These are for broken
input, data or installation, and each message says what, where and the cure::

    MedcheckError
    ├── StoreError        the compiled store is missing, foreign, old or damaged   (exit code 3)
    ├── DataError         a table under data/ breaks a rule                        (exit code 3)
    ├── InputError        a file or stream cannot be read as text                  (exit code 4)
    ├── OutputError       a file cannot be written                                 (exit code 4)
    └── MissingExtraError an optional package is not installed                     (exit code 3)
"""

from __future__ import annotations

__all__ = [
    "DataError",
    "InputError",
    "MedcheckError",
    "MissingExtraError",
    "OutputError",
    "StoreError",
    "cannot_open",
]


class MedcheckError(Exception):
    """Base of all errors that medcheck raises on purpose; ``exit_code`` is what the CLI returns."""

    exit_code = 3


class StoreError(MedcheckError):
    """The compiled store is missing, was made by another program or version, or is damaged."""


class DataError(MedcheckError):
    """A text table cannot be read or breaks a rule; the message holds ``file:line:column``."""


class InputError(MedcheckError):
    """What the user gave cannot be read as text (missing file, directory, undecodable bytes)."""

    exit_code = 4


class OutputError(MedcheckError):
    """What the user asked for cannot be written there (no such directory, full disk)."""

    exit_code = 4


class MissingExtraError(MedcheckError):
    """A feature needs an optional package; the message names the extra that installs it."""


def cannot_open(path: object, error: OSError, wanted: str) -> InputError:
    """Why the file that a user named cannot be opened, and the cure; ``wanted`` is what to name instead.

    >>> str(cannot_open("x.txt", FileNotFoundError(), "a text file"))
    'x.txt: there is no such file; check the name'
    """
    if isinstance(error, FileNotFoundError):
        return InputError(f"{path}: there is no such file; check the name")
    if isinstance(error, IsADirectoryError):
        return InputError(f"{path} is a directory; name {wanted} in it")
    return InputError(f"{path} may not be read by you; check its permissions")

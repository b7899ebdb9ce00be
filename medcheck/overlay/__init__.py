# ruff: noqa: PTH110, PTH111, PTH118
# os.path and no pathlib: every cold start looks here whether anything was added
"""What a user adds to the shipped dataset, laid over it when it is opened.

* A *local overlay* is a directory with tables of the same form as ``data/``: a pharmacy's own
  names and notes (``--overlay DIR``, ``MEDCHECK_OVERLAY``). It is read and linted when it is opened.
* An *added file* is compiled once from an RxNorm release or an NDC directory (``medcheck data
  add-rxnorm``, ``add-ndc``) and kept in :func:`home`, where it is found from then on.

Who wins where two of them know the same name, first to last: local overlays in the order
given, the shipped dataset, RxNorm, NDC. Only the winner's rows are shown. Codes add up: they are
asked of every layer in the same order. Whatever does not come from the shipped dataset carries the
flag ``local``, and a note says where it is from.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from medcheck.store import Store

__all__ = ["KEPT", "VARIABLE", "added", "chosen", "home", "open_store", "wanted"]

VARIABLE = "MEDCHECK_OVERLAY"
"""Names overlays, parted as the paths in ``PATH`` are."""

KEPT = ("rxnorm.sqlite", "ndc.sqlite")
"""The files that are kept in :func:`home`, in the order in which they are asked."""


def home() -> str:
    """Where added files are kept: ``MEDCHECK_HOME``, or the platform's place for a user's data."""
    own = os.environ.get("MEDCHECK_HOME")
    if own:
        return own
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    return os.path.join(base, "medcheck")


def added() -> list[str]:
    """The added files that are there."""
    place = home()
    return [path for name in KEPT if os.path.exists(path := os.path.join(place, name))]


def wanted() -> list[str]:
    """The overlays that hold where none are named: those of ``MEDCHECK_OVERLAY``, and the added files."""
    return chosen(os.environ.get(VARIABLE, "").split(os.pathsep))


def chosen(overlays: Iterable[str]) -> list[str]:
    """The overlays given on a command line, and the added files."""
    return [*filter(None, overlays), *added()]


def open_store(path: str | os.PathLike[str] | None, overlays: Iterable[str | os.PathLike[str]]) -> Store:
    """The store at ``path`` (the shipped one for ``None``) with the overlays laid over it.

    :raises StoreError: the store or an added file is missing, foreign or damaged.
    :raises DataError: a local overlay breaks a rule; the message holds every fault.
    """
    from medcheck.overlay.layered import LayeredStore

    return LayeredStore.over(path, overlays)

"""Packages that only some lists need, imported when one of those comes."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from medcheck.errors import MissingExtraError

__all__ = ["pyarrow"]


def pyarrow(module: str = "pyarrow") -> Any:
    """PyArrow, or a module of it.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError(
            "Parquet needs pyarrow; install it with: pip install 'medcheck[tables]'"
        ) from None

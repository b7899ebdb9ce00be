"""Packaging hook: compiles ``data/`` into ``medcheck/medcheck.sqlite`` when a package is built.

It runs for the wheel and for ``pip install -e .``, so that a source checkout answers like
an installed package. The store is never committed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class StoreBuildHook(BuildHookInterface[Any]):
    """Builds the store and puts it into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before the files of a target are collected."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from medcheck.build import build_store

            build_store(root / "data", root / "medcheck" / "medcheck.sqlite")
        finally:
            sys.path.remove(str(root))
        build_data["artifacts"].append("medcheck/medcheck.sqlite")

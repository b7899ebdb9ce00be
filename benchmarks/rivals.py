"""What others would do with the same names: each takes a text and ranks names or answers.

Every method of this file sees the vocabulary that medcheck sees, except
``drug-named-entity-recognition``, which brings its own.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cases import Answer, Names
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

Ranked = Callable[[str], list[str]]
"""Folded names, best first; the first is the answer, none means declined."""

_MOST = 40


def scan(names: Names, scorer: Callable[..., float], cutoff: float) -> Ranked:
    """The best names of a whole-list scan at or above ``cutoff``."""
    choices = [key.key for key in names.keys]

    def ranked(text: str) -> list[str]:
        found = process.extract(text, choices, scorer=scorer, score_cutoff=cutoff, limit=_MOST)
        return [name for name, _, _ in found]

    return ranked


def jaro_winkler(names: Names) -> Ranked:
    """The method of drugstandards: Jaro-Winkler at least .90."""
    return scan(names, JaroWinkler.similarity, 0.90)


def wratio(names: Names) -> Ranked:
    """rapidfuzz's default scorer at 85."""
    return scan(names, fuzz.WRatio, 85)


def symspell(names: Names) -> tuple[Ranked, Any]:
    """symspellpy with edit distance 2, nearest first; also the object itself."""
    from symspellpy import SymSpell, Verbosity

    speller = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
    for key in names.keys:
        speller.create_dictionary_entry(key.key, 2 if key.marketed else 1)

    def ranked(text: str) -> list[str]:
        return [s.term for s in speller.lookup(text, Verbosity.ALL, max_edit_distance=2)][:_MOST]

    return ranked, speller


def recogniser(names: Names, folder: Path | None) -> Callable[[str, bool], set[Answer]] | None:
    """drug-named-entity-recognition 2.0.9 (its own dictionary), or ``None`` if not installed."""
    if folder:
        sys.path.append(str(folder))
    try:
        module = importlib.import_module("drug_named_entity_recognition")
    except ImportError:
        return None

    def answer(text: str, fuzzy: bool) -> set[Answer]:
        try:
            found = module.find_drugs(text.split(), is_fuzzy_match=fuzzy)
        except UnboundLocalError:  # its fuzzy mode fails on some two-word texts
            return set()
        return {frozenset([names.fold(match[0]["name"])]) for match in found if match[0].get("name")}

    return answer


def first_other(ranked: list[str], names: Names, banned: Answer) -> Iterator[str]:
    """The ranked names that do not mean ``banned``."""
    for name in ranked:
        if banned not in names.answers([names.by_key[name]]):
            yield name

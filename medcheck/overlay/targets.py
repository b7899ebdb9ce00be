"""From the name of a substance, as a register writes it, to the dataset's ingredient."""

from __future__ import annotations

import re
from typing import Final

from medcheck.store import Store
from medcheck.text import NormalizedName, normalize
from medcheck.vocabulary.forms import METALS, base_keys

__all__ = ["Substances", "route_of"]

_PRODUCTS: Final = frozenset({"brand", "combination"})

_ROUTES: Final = (
    ("eye", r"ophthalm|intraocular|conjunctiv|intravitreal"),
    ("ear", r"\botic\b|auricular"),
    ("nasal", r"\bnasal\b"),
    ("inhaled", r"inhal|respiratory"),
    ("patch", r"transdermal|\bpatch\b"),
    ("skin", r"topical|cutaneous|\bcream\b|\bointment\b|\blotion\b"),
    ("rectal", r"\brectal\b"),
    ("vaginal", r"\bvaginal\b"),
    ("injection",
     r"inject|intravenous|intramuscular|subcutaneous|intrathecal|epidural|intra-articular|prefilled"),
)  # fmt: skip
_PATTERNS: Final = tuple((route, re.compile(pattern, re.IGNORECASE)) for route, pattern in _ROUTES)


class Substances:
    """The ingredients of a dataset by the names of registers, each looked up once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, tuple[str, ...] | None] = {}

    def of(self, name: str) -> tuple[str, ...] | None:
        """The ingredients that ``name`` means, or ``None`` if it is not known or means several things.

        Where the name itself is not known, words for a salt or ester are taken off it; a metal
        that would be left says nothing ("sodium chloride" is not sodium).
        """
        if name not in self._known:
            self._known[name] = self._exactly(normalize(name)) or self._base(name)
        return self._known[name]

    def _base(self, name: str) -> tuple[str, ...] | None:
        for key in base_keys(name):
            found = self._exactly(key)
            if found is not None:
                return None if METALS.issuperset(found) else found
        return None

    def _exactly(self, key: NormalizedName) -> tuple[str, ...] | None:
        rows = [row for row in self._store.names(key) if row.target_kind == "ingredients"]
        generic = [row for row in rows if row.kind not in _PRODUCTS]
        targets = {tuple(sorted(row.targets)) for row in generic or rows}
        return targets.pop() if len(targets) == 1 else None


def route_of(words: str) -> str:
    """The one route that a product's form or routes name; "" for by mouth, several, or none.

    >>> route_of("timolol 2.5 MG/ML Ophthalmic Solution"), route_of("ORAL"), route_of("NASAL; ORAL")
    ('eye', '', '')
    """
    found = {next((r for r, p in _PATTERNS if p.search(part)), "") for part in words.split(";")}
    return found.pop() if len(found) == 1 else ""

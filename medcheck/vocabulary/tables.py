"""Small hand-written tables that steer the rebuild, under ``data/vocabulary/``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from medcheck.errors import DataError
from medcheck.text import NormalizedName, normalize

__all__ = ["FOLDER", "HEADERS", "Steering", "read_steering", "read_table"]

FOLDER: Final = "vocabulary"
HEADERS: Final = {
    "suppressed": ("name", "target", "reason"),
    "ordinary_words": ("name", "flags"),
    "national_forms": ("us_name", "forms"),
    "pages": ("name", "target", "page"),
    "families": ("name",),
    "in_use": ("name",),
    "plain": ("ingredient_id",),
}


@dataclass(frozen=True, slots=True)
class Steering:
    """What the hand-written tables say: rows never to take, words with flags, national spellings, on
    which page a name of the source ``labels`` was read with its ingredients, first words of names
    that stand for any of a family of products, brands of the public lists that are in use, and
    ingredients of which the lists' further names are not taken: plants and foods have too many.
    """

    suppressed: dict[tuple[NormalizedName, str], str]
    flags: dict[NormalizedName, str]
    national: dict[NormalizedName, tuple[str, ...]]
    pages: dict[tuple[NormalizedName, str], str]
    families: frozenset[NormalizedName] = frozenset()
    in_use: frozenset[NormalizedName] = frozenset()
    plain: frozenset[str] = frozenset()


def read_table(path: Path, header: Sequence[str]) -> list[tuple[str, ...]]:
    """The rows of a small table.

    :raises DataError: it is missing or has other columns.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(f"{path}: the table cannot be read ({error.strerror})") from None
    rows = [tuple(line.split("\t")) for line in lines]
    if not rows or rows[0] != tuple(header):
        raise DataError(f"{path}:1:1: expected the header {' '.join(header)}")
    for number, row in enumerate(rows, start=1):
        if len(row) != len(header):
            raise DataError(f"{path}:{number}:1: {len(row)} cells; expected {len(header)}")
    return rows[1:]


def read_steering(data_dir: Path) -> Steering:
    """Every table of the folder."""
    read = {name: read_table(data_dir / FOLDER / f"{name}.tsv", header) for name, header in HEADERS.items()}
    return Steering(
        {(normalize(name), target): reason for name, target, reason in read["suppressed"]},
        {normalize(name): flags for name, flags in read["ordinary_words"]},
        {normalize(name): tuple(forms.split(",")) for name, forms in read["national_forms"]},
        {(normalize(name), target): page for name, target, page in read["pages"]},
        frozenset(normalize(name) for (name,) in read["families"]),
        frozenset(normalize(name) for (name,) in read["in_use"]),
        frozenset(ingredient for (ingredient,) in read["plain"]),
    )

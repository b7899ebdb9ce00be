"""An FDA NDC directory (``product.txt``): product codes and brand names of known ingredients.

A row counts only where every one of its substances is known; the others are listed with the
substance that is not. The directory is written in Windows-1252.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from medcheck.errors import InputError
from medcheck.overlay.codes import product_key
from medcheck.overlay.inputs import Problems, Release
from medcheck.overlay.targets import Substances, route_of
from medcheck.overlay.writing import Staging
from medcheck.text import normalize

__all__ = ["gather"]

_FILE: Final = "product.txt"
_NEEDED: Final = ("PRODUCTNDC", "PROPRIETARYNAME", "SUBSTANCENAME")
_USED: Final = (*_NEEDED, "PROPRIETARYNAMESUFFIX", "ROUTENAME", "NONPROPRIETARYNAME")
_NDC: Final = re.compile(r"(\d{4,5})-(\d{3,4})")


def gather(release: Release, stage: Staging, substances: Substances, problems: Problems) -> None:
    """Read the directory and stage its codes and brand names."""
    table = release.find(_FILE)
    if table is None and release.is_file:
        table = release.path
    if table is None:
        raise InputError(f"{release.made_from}: no {_FILE} in it; give the NDC directory's zip as downloaded")
    for number, row in _rows(release, table, problems):
        _stage_row(number, row, stage, substances, problems)


def _rows(release: Release, table: str, problems: Problems) -> Iterator[tuple[int, dict[str, str]]]:
    header: list[str] | None = None
    for number, text in release.lines(table, "cp1252"):
        if text is None:
            problems.broken(_FILE, number, "not Windows-1252; expected the file as it was downloaded")
            continue
        cells = [cell.strip().strip('"') for cell in text.split("\t")]
        if header is None:
            header = [cell.upper() for cell in cells]
            missing = [name for name in _NEEDED if name not in header]
            if missing:
                raise InputError(
                    f"{_FILE}:{number}: no column {', '.join(missing)}; expected the tab-separated NDC "
                    "directory with its header"
                )
        elif len(cells) != len(header):
            problems.broken(_FILE, number, f"{len(cells)} columns; expected {len(header)}, parted by tabs")
        else:
            found = dict(zip(header, cells, strict=True))
            yield number, {name: found.get(name, "") for name in _USED}
    if header is None:
        raise InputError(f"{_FILE} is empty; download the NDC directory again")


def _stage_row(
    number: int, row: dict[str, str], stage: Staging, substances: Substances, problems: Problems
) -> None:
    code = _NDC.fullmatch(row["PRODUCTNDC"])
    if not code or len(code[1]) + len(code[2]) < 8:
        problems.broken(_FILE, number, f"PRODUCTNDC {row['PRODUCTNDC']!r}; expected 4-4, 5-3 or 5-4 digits")
        return
    brand = " ".join(f"{row['PROPRIETARYNAME']} {row['PROPRIETARYNAMESUFFIX']}".split())
    shown = brand or row["NONPROPRIETARYNAME"]
    where = f"{_FILE}:{number}"
    names = [part.strip() for part in row["SUBSTANCENAME"].split(";") if part.strip()]
    known = [substances.of(name) for name in names]
    unknown = [name for name, targets in zip(names, known, strict=True) if not targets]
    if unknown or not names:
        what = ", ".join(unknown) if names else "(none given)"
        why = f"the dataset does not know the ingredient {what}"
        problems.left_out(where, f"{row['PRODUCTNDC']} {shown}", why)
        return
    targets = sorted({i for found in known for i in found or ()})
    route = route_of(row["ROUTENAME"])
    stage.code(f"ndc:{product_key(code[1], code[2])}", targets, f"NDC {row['PRODUCTNDC']}, {shown}", route)
    if brand:
        stage.name(brand, "brand", targets, route, exact=" " in normalize(brand))

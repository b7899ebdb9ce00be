"""Which column of a table holds the medicines, and which columns are added to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from medcheck.errors import InputError
from medcheck.render.csv import COLUMNS

__all__ = ["ANSWERS", "RLS_COLUMNS", "UNREAD", "check_new", "chosen_columns", "find_column", "passed_over"]

_ONCE = frozenset({"rls_dataset", "rls_disclaimer"})

ANSWERS: tuple[str, ...] = tuple(c for c in COLUMNS if c.startswith("rls_") and c not in _ONCE)
"""The columns of the CSV report that are about one medicine."""

RLS_COLUMNS: tuple[str, ...] = (*ANSWERS, "rls_part_count", "rls_parts", "rls_dataset", "rls_disclaimer")
"""The columns that are added, in order. ``rls_disclaimer`` is filled in the first row alone."""

UNREAD = "unread"
"""What ``rls_resolution`` says of a row that could not be read."""

MEDICINES: tuple[str, ...] = (
    "drug_name",
    "drug",
    "medication",
    "med_name",
    "medication_name",
    "medicine",
    "medicine_name",
    "description",
)
"""The headers that are read as the medicines, in any case and with anything or nothing between words;
the first one found is taken."""

CODES: tuple[str, ...] = ("ndc", "ndc11", "rxcui")
"""Headers of codes: such a column is kept as it is and never taken for the medicines."""

_MOST_NAMED = 20
_BETWEEN_WORDS = re.compile(r"[\s\-._]+")


def _folded(header: str) -> str:
    return _BETWEEN_WORDS.sub("", header.casefold())


def find_column(header: Sequence[str], wanted: str | None, shown: str) -> int:
    """The index of the column that holds the medicines.

    ``wanted`` is a header, in any case, or ``#`` and a number counted from 1.

    >>> find_column(["NDC11", "Drug Name", "Qty"], None, "a.csv")
    1
    >>> find_column(["drug", "drug"], "#2", "a.csv")
    1

    Raises:
        InputError: there is no such column, or there are several.
    """
    if wanted is None:
        return _recognised(header, shown)
    for same in (str.strip, _folded):
        found = [i for i, name in enumerate(header) if same(name) == same(wanted)]
        if len(found) == 1:
            return found[0]
        if found:
            raise InputError(_several(header, found, shown))
    number = wanted.removeprefix("#")
    if wanted.startswith("#") and number.isdecimal() and 1 <= int(number) <= len(header):
        return int(number) - 1
    raise InputError(f"{shown}: there is no column {wanted!r}; {_found(header)}; name one with --column")


def passed_over(header: Sequence[str], taken: int) -> list[str]:
    """The other headers that could be the medicines too.

    >>> passed_over(["Drug", "Qty", "Description"], 0)
    ['Description']
    """
    known = {_folded(name) for name in MEDICINES}
    return [name for i, name in enumerate(header) if i != taken and _folded(name) in known]


def _recognised(header: Sequence[str], shown: str) -> int:
    folded = [_folded(name) for name in header]
    for name in MEDICINES:
        found = [i for i, other in enumerate(folded) if other == _folded(name)]
        if len(found) == 1:
            return found[0]
        if found:
            raise InputError(_several(header, found, shown))
    codes = [name for name, other in zip(header, folded, strict=True) if other in CODES]
    why = f" (codes such as {codes[0]!r} are not taken by themselves)" if codes else ""
    raise InputError(
        f"{shown}: no column is known to hold medicines{why}; {_found(header)}; name one with --column, "
        "or use `medcheck check -f` for a plain list without a header"
    )


def _several(header: Sequence[str], found: Sequence[int], shown: str) -> str:
    places = " and ".join(str(i + 1) for i in found)
    return (
        f"{shown}: the column {header[found[0]]!r} stands there {len(found)} times (columns {places}); "
        f"choose one by its number: --column '#{found[0] + 1}'"
    )


def _found(header: Sequence[str]) -> str:
    if not any(name.strip() for name in header):
        return "no column has a name"
    named = ", ".join(name.strip()[:60] or "(no name)" for name in header[:_MOST_NAMED])
    more = f" and {len(header) - _MOST_NAMED} more" if len(header) > _MOST_NAMED else ""
    return f"the columns are {named}{more}"


def check_new(header: Sequence[str], columns: Sequence[str], shown: str) -> None:
    """Refuse a table that holds one of the columns already.

    Raises:
        InputError: it does.
    """
    taken = [name for name in columns if name in set(header)]
    if taken:
        raise InputError(f"{shown} holds {taken[0]} already; give the list that it was made from")


def chosen_columns(only: str | None) -> tuple[str, ...]:
    """The columns to add: all, or those of a list with commas, in their own order.

    >>> chosen_columns("rls_source,rls_verdict")
    ('rls_verdict', 'rls_source')

    Raises:
        ValueError: one of them is not known.
    """
    if not only:
        return RLS_COLUMNS
    asked = [word.strip() for word in only.split(",") if word.strip()]
    for word in asked:
        if word not in RLS_COLUMNS:
            raise ValueError(f"'{word}' is not one of {', '.join(RLS_COLUMNS)}")
    return tuple(name for name in RLS_COLUMNS if name in asked)

"""What changed between two versions of the data: rows added, changed and retired, table by table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from medcheck.publish.snapshot import Key, Snapshot
from medcheck.tables import TABLES, Table, table

__all__ = ["Difference", "TableDifference", "difference", "difference_lines", "difference_to_dict"]

_IDENTIFIED = frozenset(table("retired").column("table").values)
_LONGEST = 60


@dataclass(frozen=True)
class TableDifference:
    """The changes of one table by key; a changed row has the old and the new cell of each column."""

    table: Table
    added: Mapping[Key, Mapping[str, str]]
    changed: Mapping[Key, Mapping[str, tuple[str, str]]]
    retired: Mapping[Key, Mapping[str, str]]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.retired)


@dataclass(frozen=True)
class Difference:
    """The changes between two versions, a part for each table in the order of the dataset."""

    old: Snapshot
    new: Snapshot
    tables: tuple[TableDifference, ...]


def difference(old: Snapshot, new: Snapshot) -> Difference:
    """Compare two versions by the keys of their rows."""
    return Difference(old, new, tuple(_compare(spec, old, new) for spec in TABLES))


def _compare(spec: Table, old: Snapshot, new: Snapshot) -> TableDifference:
    before, after = old.tables[spec.name], new.tables[spec.name]
    changed = {}
    for key in sorted(before.keys() & after.keys()):
        if before[key] != after[key]:
            cells = ((name, before[key][name], after[key][name]) for name in spec.header)
            changed[key] = {name: (was, now) for name, was, now in cells if was != now}
    return TableDifference(
        spec,
        {key: after[key] for key in sorted(after.keys() - before.keys())},
        changed,
        {key: before[key] for key in sorted(before.keys() - after.keys())},
    )


# --- as text ------------------------------------------------------------------------------


def difference_lines(found: Difference, *, rows: bool = True) -> Iterator[str]:
    """The changes as lines: ``+`` a row added, ``~`` one changed, ``-`` one retired; or only counts."""
    for name, side in (("old", found.old), ("new", found.new)):
        yield f"{name}: {side.version or '?'}, released {side.released or '?'} ({side.path})"
    different = [part for part in found.tables if part]
    if not different:
        yield "no row differs"
    for part in different:
        yield (
            f"{part.table.name}: {len(part.added)} added, {len(part.changed)} changed, "
            f"{len(part.retired)} retired"
        )
        if rows:
            yield from _row_lines(part, found.new)


def _row_lines(part: TableDifference, new: Snapshot) -> Iterator[str]:
    for key in part.added:
        yield f"  + {_key(key)}"
    for key, cells in part.changed.items():
        yield f"  ~ {_key(key)}"
        for column, (was, now) in cells.items():
            yield f"      {column}: {_shown(was, now)} -> {_shown(now, was)}"
    for key in part.retired:
        yield f"  - {_key(key)}{_fate(part.table, key, new)}"


def _fate(spec: Table, key: Key, new: Snapshot) -> str:
    """What became of a retired id, or that ``retired.tsv`` does not say so."""
    if spec.name not in _IDENTIFIED:
        return ""
    known = new.retired(spec.name, key[0])
    if known is None:
        return " (not in retired.tsv)"
    replacement, reason = known
    return f" (now {replacement}: {reason})" if replacement else f" ({reason})"


def _key(key: Key) -> str:
    return " | ".join(key)


def _shown(cell: str, other: str) -> str:
    """A cell cut to where it begins to differ from the other, in quotes."""
    if len(cell) <= _LONGEST:
        return f'"{cell}"'
    same = next(
        (n for n, (a, b) in enumerate(zip(cell, other, strict=False)) if a != b), min(len(cell), len(other))
    )
    start = max(0, min(same - _LONGEST // 3, len(cell) - _LONGEST))
    end = start + _LONGEST
    return f'"{"..." if start else ""}{cell[start:end]}{"..." if end < len(cell) else ""}"'


# --- as JSON ------------------------------------------------------------------------------


def difference_to_dict(found: Difference, *, rows: bool = True) -> dict[str, Any]:
    """The changes as plain values: every table by name with its counts, and rows with key and cells."""
    tables = {}
    for part in found.tables:
        sides = {"added": part.added, "changed": part.changed, "retired": part.retired}
        counts = {side: len(changes) for side, changes in sides.items()}
        tables[part.table.name] = {"counts": counts} | (_part(part, found.new) if rows else {})
    return {"old": _side(found.old), "new": _side(found.new), "tables": tables}


def _side(side: Snapshot) -> dict[str, str]:
    return {"version": side.version, "released": side.released, "sha256": side.sha256, "path": side.path}


def _part(part: TableDifference, new: Snapshot) -> dict[str, Any]:
    return {
        "added": [{"key": list(key), "row": dict(row)} for key, row in part.added.items()],
        "changed": [
            {
                "key": list(key),
                "columns": {name: {"old": was, "new": now} for name, (was, now) in cells.items()},
            }
            for key, cells in part.changed.items()
        ],
        "retired": [
            {"key": list(key), "row": dict(row)} | _known_fate(part.table, key, new)
            for key, row in part.retired.items()
        ],
    }


def _known_fate(spec: Table, key: Key, new: Snapshot) -> dict[str, str | None]:
    if spec.name not in _IDENTIFIED:
        return {}
    known = new.retired(spec.name, key[0])
    return {"replacement": known[0], "reason": known[1]} if known else {"replacement": None, "reason": None}

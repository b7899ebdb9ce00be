"""An RxNorm release: every RxCUI that consists of known ingredients, and the brand and other names.

Only rows of RxNorm itself are read (``SAB=RXNORM``): those of other vocabularies in the same files
have licences of their own. Suppressed rows give no name and no code; they count only where a
concept is made of them, so that none is given a part of its ingredients.

What a concept consists of follows from its relations to simpler ones: an ingredient is looked up by
name, and a brand, a clinical drug, a branded drug or a pack has the ingredients of all the simpler
concepts it is tied to. The two ends are ordered by their term types, not by the direction of the
relation. A concept tied to an ingredient that the dataset does not know is left out, with the reason.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from medcheck.errors import InputError
from medcheck.overlay.inputs import Problems, Release
from medcheck.overlay.targets import Substances, route_of
from medcheck.overlay.writing import Staging

__all__ = ["gather"]

RANKS: Final = {
    "IN": 0, "PIN": 1, "MIN": 2, "BN": 3,
    "SCDC": 4, "SCDF": 4, "SCDG": 4, "SCDFP": 4, "SCDGP": 4,
    "SBDC": 5, "SBDF": 5, "SBDG": 5, "SBDFP": 5,
    "SCD": 6, "SBD": 7, "GPCK": 8, "BPCK": 9,
}  # fmt: skip
"""Term types, each simpler than those after it."""

RELATIONS: Final = frozenset(
    (
        "has_ingredient", "ingredient_of", "has_ingredients", "ingredients_of", "has_precise_ingredient",
        "precise_ingredient_of", "tradename_of", "has_tradename", "consists_of", "constitutes", "contains",
        "contained_in", "has_form", "form_of", "has_part", "part_of", "isa", "inverse_isa",
    )
)  # fmt: skip
"""Relations that say what something consists of."""

_NAMING: Final = {"IN": "generic", "PIN": "salt", "BN": "brand"}
_SYNONYMS: Final = ("SY", "TMSY")
_COLUMNS, _RELATION_COLUMNS = 18, 16
_PRODUCTS: Final = (5, 7)
"""Ranks of products that tell the route of their brand."""

_TABLES: Final = """
CREATE TABLE atom (rxcui INTEGER, tty TEXT, name TEXT);
CREATE TABLE rx (rxcui INTEGER PRIMARY KEY, rank INTEGER, name TEXT, live INTEGER);
CREATE TABLE edge (high INTEGER, low INTEGER, PRIMARY KEY (high, low)) WITHOUT ROWID;
CREATE TABLE made_of (rxcui INTEGER PRIMARY KEY, target TEXT);
CREATE TABLE missing (rxcui INTEGER PRIMARY KEY, why TEXT);
"""


def gather(release: Release, stage: Staging, substances: Substances, problems: Problems) -> None:
    """Read the two tables of the release and stage its names and codes."""
    concepts, relations = release.find("RXNCONSO.RRF"), release.find("RXNREL.RRF")
    for table, name in ((concepts, "RXNCONSO.RRF"), (relations, "RXNREL.RRF")):
        if table is None:
            raise InputError(f"{release.made_from}: no {name} in it; give the release's directory or zip")
    database = stage.database
    database.executescript(_TABLES)  # ends the transaction that is open
    database.execute("BEGIN")
    _read_concepts(release, str(concepts), database, problems)
    _read_relations(release, str(relations), database, problems)
    _judge_ingredients(database, substances)
    for rank in sorted(set(RANKS.values()) - {0}):
        _judge_rank(database, rank, substances)
    _stage_all(stage, problems)


def _rows(release: Release, table: str, columns: int, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """The rows of an RRF table: cells parted by ``|``, one more at the end of each line."""
    shown = "RXNCONSO.RRF" if columns == _COLUMNS else "RXNREL.RRF"
    for number, text in release.lines(table, "utf-8"):
        if text is None:
            problems.broken(shown, number, "not UTF-8; expected the file as it was downloaded")
            continue
        cells = text.split("|")
        if len(cells) == columns + 1 and not cells[-1]:
            cells.pop()
        if len(cells) != columns:
            problems.broken(shown, number, f"{len(cells)} columns; expected {columns}, parted by |")
        elif not cells[0].isdecimal():
            problems.broken(shown, number, f"RXCUI {cells[0]!r}; expected a number")
        else:
            yield number, cells


def _read_concepts(release: Release, table: str, database: sqlite3.Connection, problems: Problems) -> None:
    count = 0
    for _, cells in _rows(release, table, _COLUMNS, problems):
        rxcui, sab, tty, name, suppress = int(cells[0]), cells[11], cells[12], cells[14], cells[16]
        if sab != "RXNORM":
            continue
        count += 1
        live = suppress in ("N", "")
        if tty in RANKS:
            database.execute(
                "INSERT INTO rx VALUES (?, ?, ?, ?) ON CONFLICT (rxcui) DO UPDATE SET rank = excluded.rank, "
                "name = excluded.name, live = excluded.live WHERE excluded.live > live",
                (rxcui, RANKS[tty], name, live),
            )
        if live and (tty in _NAMING or tty in _SYNONYMS):
            database.execute("INSERT INTO atom VALUES (?, ?, ?)", (rxcui, tty, name))
    if not count:
        raise InputError("RXNCONSO.RRF: no row with SAB=RXNORM; give the release as it was downloaded")


def _read_relations(release: Release, table: str, database: sqlite3.Connection, problems: Problems) -> None:
    ranks = dict(database.execute("SELECT rxcui, rank FROM rx"))
    for number, cells in _rows(release, table, _RELATION_COLUMNS, problems):
        one, other, relation, sab, suppress = cells[0], cells[4], cells[7], cells[10], cells[14]
        if sab != "RXNORM" or relation not in RELATIONS or suppress not in ("N", ""):
            continue
        if not other.isdecimal():
            problems.broken("RXNREL.RRF", number, f"RXCUI2 {other!r}; expected a number")
            continue
        low, high = sorted((int(one), int(other)), key=lambda rxcui: ranks.get(rxcui, -1))
        if 0 <= ranks.get(low, -1) < ranks.get(high, -1):
            database.execute("INSERT OR IGNORE INTO edge VALUES (?, ?)", (high, low))


def _judge_ingredients(database: sqlite3.Connection, substances: Substances) -> None:
    for rxcui, name in database.execute("SELECT rxcui, name FROM rx WHERE rank = 0").fetchall():
        targets = substances.of(name)
        if targets:
            database.execute("INSERT INTO made_of VALUES (?, ?)", (rxcui, "+".join(targets)))
        else:
            why = f"the dataset does not know the ingredient {name}"
            database.execute("INSERT INTO missing VALUES (?, ?)", (rxcui, why))


def _judge_rank(database: sqlite3.Connection, rank: int, substances: Substances) -> None:
    """What the concepts of one rank consist of: everything they are tied to, if all of that is known."""
    found = database.execute(
        "SELECT r.rxcui, r.name, e.low, m.target, coalesce(x.why, '') FROM rx AS r "
        "LEFT JOIN edge AS e ON e.high = r.rxcui LEFT JOIN made_of AS m ON m.rxcui = e.low "
        "LEFT JOIN missing AS x ON x.rxcui = e.low WHERE r.rank = ? ORDER BY r.rxcui, e.low",
        (rank,),
    ).fetchall()
    for (rxcui, name), group in groupby(found, key=lambda row: (row[0], row[1])):
        parts = list(group)
        if all(target for *_, target, _ in parts):
            made = sorted({i for *_, target, _ in parts for i in target.split("+")})
        else:
            alone = parts[0][2] is None and rank == RANKS["PIN"]
            made = list(substances.of(name) or ()) if alone else []
        if made:
            database.execute("INSERT INTO made_of VALUES (?, ?)", (rxcui, "+".join(made)))
        else:
            why = next((why for *_, why in parts if why), "no relation says what it consists of")
            database.execute("INSERT INTO missing VALUES (?, ?)", (rxcui, why))


def _stage_all(stage: Staging, problems: Problems) -> None:
    database = stage.database
    routes = _brand_routes(database)
    rows = (
        "SELECT r.rxcui, r.rank, r.name, m.target FROM rx AS r JOIN made_of AS m USING (rxcui) WHERE r.live"
    )
    for rxcui, rank, name, target in database.execute(rows).fetchall():
        route = route_of(name) if rank > RANKS["BN"] else routes.get(rxcui, "")
        stage.code(f"rxcui:{rxcui}", target.split("+"), name, route)
        if rank == RANKS["IN"] and "+" not in target:
            stage.concept(target, str(rxcui))
    names = (
        "SELECT a.rxcui, a.name, r.rank, m.target FROM atom AS a JOIN rx AS r USING (rxcui) "
        "JOIN made_of AS m USING (rxcui) WHERE r.live AND r.rank IN (0, 1, 3)"
    )
    kinds = {RANKS[tty]: kind for tty, kind in _NAMING.items()}
    for rxcui, name, rank, target in database.execute(names).fetchall():
        stage.name(name, kinds[rank], target.split("+"), routes.get(rxcui, ""))
    unknown = "FROM rx AS r JOIN missing AS x USING (rxcui) WHERE r.live ORDER BY r.rxcui"
    left = f"SELECT r.rxcui, r.name, x.why {unknown}"
    for rxcui, name, why in database.execute(left):
        problems.left_out(f"rxcui:{rxcui}", name, why)


def _brand_routes(database: sqlite3.Connection) -> dict[int, str]:
    """The route of each brand whose products all have the same one."""
    products = database.execute(
        "SELECT e.low, r.name FROM edge AS e JOIN rx AS r ON r.rxcui = e.high "
        "JOIN rx AS b ON b.rxcui = e.low WHERE b.rank = ? AND r.live AND r.rank IN (?, ?) ORDER BY e.low",
        (RANKS["BN"], *_PRODUCTS),
    )
    found = {}
    for brand, group in groupby(products, key=lambda row: int(row[0])):
        routes = {route_of(name) for _, name in group}
        if len(routes) == 1 and (route := routes.pop()):
            found[brand] = route
    return found

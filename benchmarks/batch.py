"""A long list from file to file: rows a second and the peak of memory, each run in a process of its own.

    python benchmarks/batch.py [--rows 1000000] [--distinct 20000] [--db FILE] [--keep DIR]

The list is made here and always the same: distinct texts drawn from the names of the store, a
quarter of them with dose and times, a tenth with one letter changed, thrown over the rows so that
some stand in many (Zipf). Every line of it has six columns, one quoted.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from medcheck.store import Store

LETTERS = "aeiourstlnm"
DIRECTIONS = (" 25 mg tab", " 2 tabs qhs", " 10mg po bid prn", " ER 50 mg cap daily")
CASES = (
    ("csv", ()),
    ("csv", ("--only", "rls_resolution,rls_verdict,rls_ingredients,rls_source_url")),
    ("tsv", ()),
    ("ndjson", ()),
    ("parquet", ()),
)
HEADER = ("rx_id", "drug_name", "ndc11", "sig", "qty", "patient")
CHILD = """
import json, os, resource, sys, time
start = time.perf_counter()
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}) if hasattr(os, "sched_setaffinity") else None
from medcheck.cli.program import cli
code = cli.main(json.loads(sys.argv[1]), standalone_mode=False)
used = resource.getrusage(resource.RUSAGE_SELF)
peak = used.ru_maxrss
if os.path.exists("/proc/self/status"):  # the figure above may be that of the process that started this one
    peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(json.dumps([code, time.perf_counter() - start, used.ru_utime + used.ru_stime, peak]))
"""


def misspelled(name: str, chance: random.Random) -> str:
    """The name with one letter left out, put in or changed."""
    place = chance.randrange(1, len(name))
    put = chance.choice(("", chance.choice(LETTERS), name[place] + chance.choice(LETTERS)))
    return name[:place] + put + name[place + 1 :]


def texts(db: str | None, distinct: int) -> list[str]:
    """So many different texts, always the same ones."""
    chance = random.Random(20_000)
    with Store.open(db) as store:
        names = sorted(str(key.key) for key in store.all_keys() if len(key.key) > 4)
    found: dict[str, None] = {}
    while len(found) < distinct:
        name = chance.choice(names)
        kind = chance.random()
        if kind < 0.1:
            name = misspelled(name, chance)
        elif kind < 0.35:
            name += chance.choice(DIRECTIONS)
        found[name.title() if chance.random() < 0.5 else name] = None
    return list(found)


def rows(drugs: list[str], count: int) -> Iterator[tuple[str, ...]]:
    """The rows: every text at least once, then as chance has it, the first ones most often."""
    chance = random.Random(1)
    last = len(drugs)
    for number in range(count):
        place = number if number < last else int(last ** chance.random()) - 1
        ndc = f"{chance.randrange(10**11):011d}"
        yield (str(number), drugs[place], ndc, "take as told, with water", "30", f"p{number % 9973}")


def make(path: Path, drugs: list[str], count: int) -> None:
    """Write the list in the form that the file's ending names."""
    if path.suffix == ".parquet":
        from importlib import import_module

        columns = zip(*rows(drugs, count), strict=True)
        table = import_module("pyarrow").table(dict(zip(HEADER, map(list, columns), strict=True)))
        import_module("pyarrow.parquet").write_table(table, path)
        return
    delimiter = "\t" if path.suffix == ".tsv" else ","
    with path.open("w", encoding="utf-8", newline="") as file:
        if path.suffix != ".ndjson":
            file.write(delimiter.join(HEADER) + "\n")
        for row in rows(drugs, count):
            if path.suffix == ".ndjson":
                file.write(json.dumps(dict(zip(HEADER, row, strict=True))) + "\n")
            else:
                file.write(delimiter.join(f'"{c}"' if "," in c else c for c in row) + "\n")


def run(source: Path, options: tuple[str, ...], db: str | None) -> tuple[float, float, float, Path]:
    """Seconds, seconds of one processor, and MiB at the peak of one run."""
    target = source.with_name("answers" + source.suffix)
    arguments = ["batch", str(source), "-o", str(target), "--column", "drug_name", *options]
    environment = {**os.environ, **({"MEDCHECK_DB": db} if db else {})}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, json.dumps(arguments)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    code, wall, processor, peak = json.loads(done.stdout)
    assert not code, done.stderr
    return wall, processor, peak / 1024, target


def main() -> None:
    """Run every case and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--distinct", type=int, default=20_000)
    parser.add_argument("--db")
    parser.add_argument("--form", choices=("csv", "tsv", "ndjson", "parquet"))
    parser.add_argument("--keep", type=Path, help="work in this directory and leave the files there")
    asked = parser.parse_args()
    drugs = texts(asked.db, asked.distinct)
    print(f"{asked.rows:,} rows, {len(drugs):,} different texts")
    print("| form | columns | seconds | processor s | rows/s | peak MiB | in MiB | out MiB |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as directory:
        for form, options in CASES:
            if asked.form not in (None, form):
                continue
            source = (asked.keep or Path(directory)) / f"list.{form}"
            if not source.exists():
                make(source, drugs, asked.rows)
            wall, processor, peak, target = run(source, options, asked.db)
            sizes = source.stat().st_size >> 20, target.stat().st_size >> 20
            chosen = "some" if options else "all"
            print(
                f"| {form} | {chosen} | {wall:.1f} | {processor:.1f} | {asked.rows / processor:,.0f} "
                f"| {peak:.0f} | {sizes[0]} | {sizes[1]} |",
                flush=True,
            )


if __name__ == "__main__":
    main()

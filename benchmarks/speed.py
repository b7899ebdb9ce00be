"""How fast a spelling is looked up, beside a whole-list scan and symspellpy, in one process.

    python benchmarks/speed.py --eval DIR [--db FILE] [--quick]

Every figure is the median over blocks of one method, the methods taking turns. "x" is the
time of ``rapidfuzz.process.extractOne`` with OSA over the same names, divided by ours.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from cases import ROOT, Names, Row, read
from rapidfuzz import process
from rapidfuzz.distance import OSA

from medcheck import KnowledgeBase
from medcheck.completion import find
from medcheck.lists.answering import Answering, Asked, Tally
from medcheck.lists.columns import RLS_COLUMNS
from medcheck.match import IndexedKey, MemoryIndex, closest
from medcheck.store import Store
from medcheck.text import CompactName, NormalizedName, normalize

Ask = Callable[[NormalizedName], Any]


def take_turns(methods: dict[str, tuple[Ask, Sequence[NormalizedName]]], blocks: int) -> dict[str, float]:
    """Seconds per query of each method: the median of its blocks."""
    times: dict[str, list[float]] = {name: [] for name in methods}
    for _ in range(blocks):
        for name, (ask, queries) in methods.items():
            start = time.perf_counter()
            for query in queries:
                ask(query)
            times[name].append((time.perf_counter() - start) / len(queries))
    return {name: statistics.median(found) for name, found in times.items()}


def typos(names: Names, rows: list[Row], edits: str) -> list[NormalizedName]:
    """The distinct misspellings of so many edits that are no known name."""
    texts = dict.fromkeys(normalize(row["typed"]) for row in rows if row["dist"] == edits)
    return [text for text in texts if not names.exact(text)][:300]


def damaged(keys: Sequence[IndexedKey], count: int, edits: int) -> list[NormalizedName]:
    """Distinct names with so many letters changed at random."""
    chance = random.Random(1)
    long = [key.compact for key in keys if len(key.compact) >= 8 and key.fuzzy]
    found: dict[str, None] = {}
    while len(found) < count:
        letters = list(chance.choice(long))
        for _ in range(edits):
            letters[chance.randrange(1, len(letters))] = chance.choice("aeiolnrst")
        found["".join(letters)] = None
    return [NormalizedName(text) for text in found]


def invented(keys: Sequence[IndexedKey], count: int) -> list[IndexedKey]:
    """``count`` keys: real ones, then halves of real ones put together anew."""
    chance = random.Random(2)
    chosen = chance.sample(list(keys), min(count, len(keys)))
    known: set[str] = {key.compact for key in chosen}
    while len(chosen) < count:
        one, two = chance.choice(keys).compact, chance.choice(keys).compact
        text = one[: len(one) // 2] + two[len(two) // 2 :]
        if len(text) > 4 and text not in known:
            known.add(text)
            name = NormalizedName(text)
            chosen.append(IndexedKey(0, name, CompactName(text), (f"invented {text}",), True, True))
    return [key._replace(key_id=number) for number, key in enumerate(chosen, start=1)]


def ratios(names: Names, rows: list[Row], blocks: int) -> None:
    """In memory and from the store, beside the scan and symspellpy."""
    from rivals import symspell
    from symspellpy import Verbosity

    choices = [key.key for key in names.keys]
    speller = symspell(names)[1]
    store = Store.open(names.store.path)
    for edits in ("1", "2"):
        queries = typos(names, rows, edits)
        found = take_turns(
            {
                "in memory": (lambda q: closest(names.index, q), queries),
                "from the store": (lambda q: closest(store, q), queries[:100]),
                "symspellpy": (lambda q: speller.lookup(q, Verbosity.TOP, max_edit_distance=2), queries),
                "scan": (
                    lambda q: process.extractOne(q, choices, scorer=OSA.normalized_similarity),
                    queries[:20],
                ),
            },
            blocks,
        )
        print(f"{edits} edit(s), {len(queries)} misspellings over {len(choices)} names")
        for name, seconds in found.items():
            print(f"  {name:16} {1e6 * seconds:9.1f} us {found['scan'] / seconds:8.1f}x")
        each = sorted(take_turns({"one": (lambda q: closest(store, q), [q])}, 3)["one"] for q in queries)
        print(f"  from the store, warm: p95 {1e3 * each[int(0.95 * len(each))]:.2f} ms")


def throughput(names: Names, blocks: int) -> None:
    """Look-ups a second on one core."""
    slips = damaged(names.keys, 4000, 1)
    exact = [key.key.title() for key in names.keys]
    many = random.Random(3).choices(exact[:500], k=50_000)
    remembered: dict[str, IndexedKey | None] = {}

    def repeated(text: str) -> IndexedKey | None:
        if text not in remembered:
            remembered[text] = names.index.get(normalize(text))
        return remembered[text]

    found = take_turns(
        {
            "distinct typos": (lambda q: closest(names.index, q), slips),
            "distinct exact names": (lambda q: names.index.get(normalize(q)), exact),  # type: ignore[dict-item]
            "repeated exact names": (repeated, many),  # type: ignore[dict-item]
            "find, in memory": (lambda q: find(names.index, q[:4]), slips[:50]),
            "find, from the store": (lambda q: find(names.store, q[:4]), slips[:50]),
        },
        blocks,
    )
    print("a second, on one core")
    for name, seconds in found.items():
        print(f"  {name:22} {1 / seconds:12,.0f}   ({1e6 * seconds:.2f} us each)")


def batch(names: Names) -> None:
    """Distinct texts a second: read and judged, and through all of ``batch`` but reading and writing."""
    base = KnowledgeBase(names.store)
    base.load_index()
    gc.set_threshold(50_000, 20, 50)  # as the command does
    asked = Asked(base, None, None, RLS_COLUMNS[:-1])
    answer = Answering(asked, Tally(""), lambda cells: cells)
    slips = [text.title() for text in damaged(names.keys, 24_000, 1)]
    exact = random.Random(4).sample([key.key.title() for key in names.keys], 44_000)

    def judged(text: str) -> None:
        tuple(base.iter_entries([(1, text)], remember=False))

    asks: dict[str, tuple[Callable[[str], object], list[str]]] = {
        "typos, read and judged": (judged, slips[4000:]),
        "typos, through batch": (answer, slips[4000:]),
        "exact names, read and judged": (judged, exact[20_000:]),
        "exact names, through batch": (answer, exact[20_000:]),
    }
    rates: dict[str, list[float]] = {name: [] for name in asks}
    for text in (*slips[:4000], *exact[:20_000]):
        answer(text)
    for start in range(0, 20_000, 2000):
        for name, (ask, texts) in asks.items():
            block = texts[start : start + 2000]
            before = time.process_time()
            for text in block:
                ask(text)
            rates[name].append(len(block) / (time.process_time() - before))
    for name, found in rates.items():
        print(f"  distinct {name}: {statistics.median(found):,.0f} a second of processor time")


def growth(names: Names, blocks: int) -> None:
    """What ten and forty times the names cost per query."""
    first: dict[int, float] = {}
    print("names and cost per query (names beyond the real ones are put together from halves)")
    for count in (5_000, 20_000, 50_000, 200_000):
        keys = invented(names.keys, count)
        index = MemoryIndex(keys)
        cells = []
        for edits in (1, 2):
            queries = damaged(keys, 300, edits)
            seconds = take_turns({"x": (partial(closest, index), queries)}, blocks)["x"]
            first.setdefault(edits, seconds)
            cells.append(f"{edits} edit(s) {1e6 * seconds:7.1f} us ({seconds / first[edits]:.1f}x)")
        print(f"  {count:7,}: {'   '.join(cells)}")


def memory(names: Names) -> None:
    """Resident memory of a process that holds the whole index, and what loading takes."""
    code = (
        "import time\n"
        "from medcheck.store import Store\nfrom medcheck.match import MemoryIndex, closest\n"
        "start = time.perf_counter()\n"
        f"index = MemoryIndex.from_store(Store.open({str(names.store.path)!r}))\n"
        "took = time.perf_counter() - start\n"
        "[closest(index, 'seroquil') for _ in range(100)]\n"
        "peak = next(line for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "print(f'loaded in {took:.2f} s, {int(peak.split()[1]) / 1024:.0f} MiB')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    print(f"memory index: {done.stdout.strip()}")


def cold(names: Names, blocks: int) -> None:
    """A first look-up in a new process, beside ``import sqlalchemy``."""
    look_up = (
        "from medcheck.store import Store\nfrom medcheck.match import closest\n"
        f"closest(Store.open({str(names.store.path)!r}), 'seroquil')"
    )
    times: dict[str, list[float]] = {"pass": [], look_up: [], "import sqlalchemy": []}
    for _ in range(blocks):
        for code, found in times.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
            found.append(time.perf_counter() - start)
    bare, ours, theirs = (1e3 * statistics.median(found) for found in times.values())
    print(
        f"cold: python {bare:.0f} ms, one fuzzy look-up {ours:.0f} ms, import sqlalchemy {theirs:.0f} ms",
        end="",
    )
    print(f" ({ours / theirs:.2f}x)")


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--eval", type=Path, required=True, help="the folder with misspellings.tsv")
    parser.add_argument("--db", type=Path, help="a compiled store (default: the shipped one)")
    parser.add_argument("--quick", action="store_true", help="three blocks instead of seven, and no growth")
    options = parser.parse_args()
    blocks = 3 if options.quick else 7
    names = Names(options.db, options.eval)
    ratios(names, read(options.eval / "misspellings.tsv"), blocks)
    throughput(names, blocks)
    batch(names)
    if not options.quick:
        growth(names, 3)
    memory(names)
    cold(names, blocks)


if __name__ == "__main__":
    main()

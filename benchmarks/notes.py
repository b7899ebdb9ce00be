"""Measure the reading of free text: what is found, what is said of it, how fast.

    python benchmarks/notes.py --eval DIR [--prose FILE ...]

``DIR`` holds ``notes/`` with ``mentions.tsv`` and ``list_sections.tsv``; every miss is listed.
``--prose`` are texts of ordinary English, in which every mention is shown. Those of the README:
``apt-get download fortunes anarchism debian-handbook`` and ``dpkg-deb -x``. The peer is timed in
the same run where ``drug-named-entity-recognition`` is installed, and so is ``ahocorasick-rs``.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import html
import re
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from medcheck import KnowledgeBase
from medcheck.notes import Mention
from medcheck.notes.folding import fold

CONTEXT = {"taking": "current", "unknown": "current", "planned": "planned", "stopped": "stopped",
           "tapering": "stopped", "allergy": "allergy", "negated": "negated", "family": "family"}  # fmt: skip
REPEATS = 15
PEER = "drug-named-entity-recognition"
_DRUNK = ("ethanol", "caffeine", "tobacco", "alcohol")


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a TSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def measure_notes(base: KnowledgeBase, folder: Path) -> None:
    """Spans and exposure against labelled notes; a span counts if it overlaps."""
    rows = rows_of(folder / "mentions.tsv")
    found = wrong = right = exact = total = strict = 0
    for name in dict.fromkeys(row["file"] for row in rows):
        text = (folder / name).read_bytes().decode("utf-8")
        mentions = base.scan(text)
        used: set[Mention] = set()
        for row in (r for r in rows if r["file"] == name and r["kind"] != "lab"):
            total += 1
            start, end = int(row["start"]), int(row["end"])
            hit = next((m for m in mentions if m.start < end and start < m.end), None)
            if hit is None:
                print(f"  missed     {name}:{start} {row['text']!r} ({row['kind']}, {row['context']})")
                continue
            used.add(hit)
            found += 1
            exact += (hit.start, hit.end) == (start, end)
            strict += hit.exposure.value != "unknown"
            if CONTEXT[hit.exposure.value] == row["context"]:
                right += 1
            else:
                print(
                    f"  exposure   {name}:{start} {row['text']!r} is {row['context']}, "
                    f"read {hit.exposure.value}"
                )
        for mention in mentions:
            if mention not in used:
                wrong += 1
                print(f"  too much   {name}:{mention.start} {mention.text!r} {mention.exposure.value}")
    print(
        f"notes: recall {found}/{total} = {found / total:.1%}, precision {found}/{found + wrong} = "
        f"{found / (found + wrong):.1%}, exact spans {exact}/{found}, exposure {right}/{found} = "
        f"{right / found:.1%} ({found - strict} of them unknown, counted as current)"
    )


def measure_lists(base: KnowledgeBase, folder: Path) -> None:
    """The ingredients of each column; of several mentions of one medicine the last decides."""
    same: dict[str, str] = {}
    for row in rows_of(folder / "synonyms.tsv"):
        canonical, aliases = list(row.values())[:2]
        for alias in aliases.split(";"):
            same[alias.strip().lower()] = canonical.lower()

    def fold(names: str) -> str:
        return "+".join(
            sorted(same.get(n.strip("."), n.strip(".")).replace(".", "") for n in names.split("+"))
        )

    rows, right = rows_of(folder / "list_sections.tsv"), 0
    for row in rows:
        heading = "ALLERGIES" if row["section"] == "ALLERGY" else row["section"]
        last: dict[str, str] = {}
        for mention in base.scan(f"{heading}: {row['text']}"):
            meaning = mention.meanings[0]
            last[fold("+".join(i.id for i in meaning.ingredients) or meaning.name)] = CONTEXT[
                mention.exposure.value
            ]
        wanted, open_ended = {}, False
        for column in ("current", "stopped", "allergy"):
            for names in filter(None, row[column].split(",")):
                open_ended = open_ended or names.startswith("?")
                if not names.startswith("?"):
                    wanted[fold(names.lower())] = column
        good = wanted.items() <= last.items() if open_ended else wanted == last
        right += good
        if not good:
            print(f"  list       {row['mts_dialog_id']} wanted {wanted}, read {last}")
    print(f"list sections: {right}/{len(rows)} right")


def prose_of(path: Path) -> str:
    """The text of a file; markup and compression are taken off."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8", "replace")
    return html.unescape(re.sub(r"<[^>]+>", " ", text)) if ".htm" in path.name else text


def measure_prose(base: KnowledgeBase, paths: list[Path]) -> None:
    """Mentions in ordinary English: substances (wine, coffee) are counted apart, being what they say."""
    words, names, substances = 0, Counter[str](), Counter[str]()
    for path in paths:
        text = prose_of(path)
        words += len(re.findall(r"[A-Za-z']+", text))
        for mention in base.scan(text):
            ids = {i.id for m in mention.meanings for i in m.ingredients} | {
                m.class_id or "" for m in mention.meanings
            }
            drunk = mention.kind == "substance" or not ids.isdisjoint(
                ("ethanol", "caffeine", "tobacco", "alcohol")
            )
            (substances if drunk else names)[("~" if mention.read_as else "") + mention.text.lower()] += 1
    for what, found in (("medicines", names), ("substances", substances)):
        print(
            f"prose: {found.total()} {what} in {words} words = "
            f"{found.total() / words * 10_000:.2f} per 10,000"
        )
        print("  " + ", ".join(f"{name} {count}" for name, count in found.most_common(60)))


def side_by_side(runs: dict[str, Callable[[], object]], repeats: int = REPEATS) -> dict[str, float]:
    """The median processor time of one call of each, in seconds; one call of each in turn."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(repeats):
        for name, run in runs.items():
            start = time.process_time()
            run()
            times[name].append(time.process_time() - start)
    return {name: median(taken) for name, taken in times.items()}


def _all_facts(base: KnowledgeBase, text: str, fuzzy: bool) -> list[object]:
    return [mention.facts for mention in base.scan(text, fuzzy=fuzzy)]


def _peer(find_drugs: Callable[..., object], text: str, blind: bool) -> object:
    return find_drugs(re.split(r"\s+", text), is_ignore_case=blind)


def _single_spaced(text: str) -> str:
    return " ".join(fold(text).text.split())


def measure_speed(base: KnowledgeBase, folder: Path) -> None:
    """Megabytes a second on about 100 KB of notes, in turn with the peer; medians."""
    text = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))) * 7
    size = len(text.encode()) / 1e6
    vocabulary = base.scanner().vocabulary
    runs: dict[str, Callable[[], object]] = {
        "exact, the mentions": partial(base.scan, text, None, False),
        "fuzzy, the mentions": partial(base.scan, text, None, True),
        "exact, with everything said of each": partial(_all_facts, base, text, False),
        "fuzzy, with everything said of each": partial(_all_facts, base, text, True),
        "names alone": lambda: list(vocabulary.find(fold(text).text.split())),
    }
    try:
        import ahocorasick_rs  # type: ignore[import-not-found]
    except ImportError:
        print("ahocorasick-rs is not installed")
    else:
        kinds = ahocorasick_rs.MatchKind
        machine = ahocorasick_rs.AhoCorasick(
            [f" {key} " for key in vocabulary.keys], matchkind=kinds.LeftmostLongest
        )
        runs["names alone, ahocorasick-rs"] = lambda: machine.find_matches_as_indexes(_single_spaced(text))
    peers = {}
    try:
        from drug_named_entity_recognition import find_drugs  # type: ignore[import-not-found]
    except ImportError:
        print("drug-named-entity-recognition is not installed")
    else:
        peers = {f"{PEER}, exact": False, f"{PEER}, exact, any case": True}
        runs |= {name: partial(_peer, find_drugs, text, blind) for name, blind in peers.items()}
    for run in runs.values():
        run()
    taken = side_by_side(runs)
    for name, seconds in taken.items():
        print(f"speed, {name}: {size / seconds:.1f} MB/s")
    for name in peers:
        print(f"exact mentions against {name}: {taken[name] / taken['exact, the mentions']:.2f}x")
    print(f"{len(base.scan(text, fuzzy=False))} mentions in {size * 1e3:.0f} KB")


def main() -> None:
    """Run what the arguments allow."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--eval", type=Path, required=True, metavar="DIR")
    parser.add_argument("--prose", type=Path, nargs="*", default=[], metavar="FILE")
    arguments = parser.parse_args()
    base = KnowledgeBase.open()
    measure_notes(base, arguments.eval / "notes")
    measure_lists(base, arguments.eval)
    if arguments.prose:
        measure_prose(base, arguments.prose)
    measure_speed(base, arguments.eval / "notes")


if __name__ == "__main__":
    main()

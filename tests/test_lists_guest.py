"""medcheck inside another program: quiet, shared between threads, alive after a fork, one answer on every path."""

from __future__ import annotations

import csv
import io
import json
import multiprocessing
import os
import pickle
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from medcheck import KnowledgeBase
from medcheck.answers import Answers, label_for
from medcheck.assess import judge_ingredient
from medcheck.lists.answering import Asked
from medcheck.lists.columns import ANSWERS, RLS_COLUMNS
from medcheck.lists.files import annotate_file
from medcheck.overlay import open_store
from medcheck.render.csv import entry_cells
from medcheck.store import Store
from medcheck.tables import TABLES

LETTERS = "aeioustrnl"


@pytest.fixture(scope="module")
def names(store: Store) -> list[str]:
    """Names of the store, misspelled ones, dosed ones, several in one line; always the same."""
    chance = random.Random(11)
    keys = sorted(str(key.key) for key in store.all_keys() if len(key.key) > 4)
    chosen = chance.sample(keys, 120)
    typos = []
    for name in chance.sample(keys, 80):
        place = chance.randrange(1, len(name))
        typos.append(name[:place] + chance.choice(("", chance.choice(LETTERS))) + name[place + 1 :])
    lines = [f"{a.title()} 25 mg tab po qhs" for a in chance.sample(keys, 30)]
    pairs = [f"{a}; {b}" for a, b in zip(chosen[:20], typos[:20], strict=True)]
    said = [
        "stopped lorazepam 3 days ago",
        "denies benadryl",
        "allergic to codeine",
        "SSRI",
        "nyquil",
        "zzyx",
        "🦵",
    ]
    return [*chosen, *typos, *lines, *pairs, *said]


def test_check_the_library_and_batch_agree(names: list[str], store_path: Path, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "medcheck", "check", "-f", "names.txt", "--format", "json"]
    env = {**os.environ, "MEDCHECK_DB": str(store_path)}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=True)
    printed = json.loads(done.stdout)["entries"]

    kb = KnowledgeBase.open(store_path)
    report = kb.check(names)
    assert report.to_dict()["entries"] == printed

    in_memory = KnowledgeBase.open(store_path, in_memory=True)
    assert in_memory.check(names) == report

    with (tmp_path / "names.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["drug"], *([name] for name in names)])
    annotate_file(str(tmp_path / "names.csv"), str(tmp_path / "out.csv"), Asked(kb, None, None, RLS_COLUMNS))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"), newline="")))
    assert len(rows) == len(names)
    for number, row in enumerate(rows, start=1):
        entries = [e for e in report.entries if e.line == number]
        assert row["rls_part_count"] == str(len(entries))
        for name in ANSWERS:
            cells = [entry_cells(entry)[name] for entry in entries]
            expected = " | ".join(cells) if any(cells) else ""
            assert row[name].removeprefix("'") == expected


def test_eight_threads_share_one_knowledge_base(names: list[str], store_path: Path) -> None:
    expected = KnowledgeBase.open(store_path).check(names)
    shared = KnowledgeBase.open(store_path)

    def work(seed: int) -> bool:
        order = random.Random(seed).sample(names, len(names))
        for name in order:
            shared.check(name)
        return shared.check(names) == expected

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(8)))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_child_answers_and_the_parent_goes_on(store_path: Path) -> None:
    kb = KnowledgeBase.open(store_path)
    expected = pickle.dumps(kb.check(["Tylenol PM", "seroquil"]))
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        code = 1
        try:
            os.close(reading)
            answered = pickle.dumps(kb.check(["Tylenol PM", "seroquil"])) == expected
            code = 0 if answered and kb.check("gabapentin").entries[0].verdict == "treats" else 2
        finally:
            os._exit(code)
    os.close(writing)
    os.close(reading)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert pickle.dumps(kb.check(["Tylenol PM", "seroquil"])) == expected


def test_reports_are_picklable_hashable_and_equal(names: list[str], store_path: Path) -> None:
    kb = KnowledgeBase.open(store_path)
    report = kb.check(names)
    again = KnowledgeBase.open(store_path).check(names)
    assert report == again
    assert hash(report) == hash(again)
    assert pickle.loads(pickle.dumps(report)) == report
    assert len({*report.entries, *again.entries}) == len(set(report.entries))
    description = kb.describe("quetiapine")
    assert pickle.loads(pickle.dumps(description)) == description
    assert hash(description)


def test_nothing_is_printed_and_nothing_global_is_changed(store_path: Path) -> None:
    code = (
        "import csv, locale, logging, os, signal, sys, threading, warnings\n"
        "def state():\n"
        "    return (logging.root.handlers[:], logging.root.level, sorted(logging.root.manager.loggerDict),\n"
        "            warnings.filters[:], signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT),\n"
        "            csv.field_size_limit(), sys.getrecursionlimit(), locale.setlocale(locale.LC_ALL),\n"
        "            sys.excepthook, os.getcwd(), dict(os.environ), threading.active_count())\n"
        "before = state()\n"
        "import medcheck\n"
        f"kb = medcheck.KnowledgeBase.open({str(store_path)!r})\n"
        "kb.check(['Tylenol PM', 'seroquil', 'zzyx']); kb.scan('She takes Ambien.'); kb.describe('ssri')\n"
        "import medcheck.lists.files, medcheck.lists.frames\n"
        "assert state() == before\n"
        "assert not {'pandas', 'polars', 'pyarrow', 'rich', 'click', 'sqlalchemy'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_judgements_shared_by_class_are_those_judged_alone(store: Store) -> None:
    signatures = (signature for key in store.all_keys() for signature in key.drugs)
    drugs = sorted({i for s in signatures if not s.startswith("class:") for i in s.split("+")})
    answers = Answers(store)
    for number, drug in enumerate(sorted(drugs, key=lambda d: (d[::-1], d))[::5]):
        stopped = bool(number % 2)
        alone = judge_ingredient(store, drug, stopped=stopped, label=lambda inn, us: label_for("UK", inn, us))
        assert answers.judge(drug, stopped, "UK") == alone


def test_a_knowledge_base_goes_to_other_processes(store_path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    header = "\t".join(next(table.header for table in TABLES if table.name == "not_drugs"))
    (own / "not_drugs.tsv").write_text(header + "\n", encoding="utf-8")
    for base in (
        KnowledgeBase.open(store_path),
        KnowledgeBase.open(store_path, in_memory=True),
        KnowledgeBase.open(store_path, overlays=[own]),
    ):
        again = pickle.loads(pickle.dumps(base))
        assert again.check("Tylenol PM, seroquil").entries == base.check("Tylenol PM, seroquil").entries
        assert len(again.store.overlays) == len(base.store.overlays)
        assert pickle.dumps(again) == pickle.dumps(base)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.map(KnowledgeBase.open(store_path).scan, ["takes Zoloft"])[0][0].text == "Zoloft"
    with pytest.raises(TypeError, match=r"not made by KnowledgeBase\.open"):
        pickle.dumps(KnowledgeBase(open_store(store_path, [own])))

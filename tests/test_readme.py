"""The README tells the truth: its commands run, its output is real, CI calls its test command."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from medcheck import KnowledgeBase
from medcheck.render.wording import grade

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MEDCHECK = [sys.executable, "-m", "medcheck"]

INSTALL, TESTS, *_ = re.findall(r"^\$ (.+)$", README, flags=re.MULTILINE)
COMMANDS = [
    line.split("#")[0].strip() for line in re.findall(r"^\$ (medcheck .+)$", README, flags=re.MULTILINE)
]


def run(command: str, cwd: Path, store: Path) -> str:
    done = subprocess.run(
        [*MEDCHECK, *shlex.split(command)[1:]],
        cwd=cwd,
        env={**os.environ, "MEDCHECK_DB": str(store), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def test_the_output_shown_first_is_what_the_first_command_prints(tmp_path: Path, store_path: Path) -> None:
    shown = re.search(r"```text\n(.*?)```", README, flags=re.DOTALL)
    assert shown
    job = INSTALL.split(" && ")[-1].replace(".venv/bin/", "")
    assert run(job, tmp_path, store_path) == shown[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_readme_runs(command: str, tmp_path: Path, store_path: Path) -> None:
    (tmp_path / "my-list.txt").write_text("Benadryl\nlithium 300\n", encoding="utf-8")
    (tmp_path / "note.txt").write_text("Takes Tylenol PM. Stopped lithium.\n", encoding="utf-8")
    (tmp_path / "dispensed.csv").write_text("drug_name,ndc\nBenadryl,00045\n", encoding="utf-8")
    assert run(command, tmp_path, store_path) or (tmp_path / "answers.csv").read_text(encoding="utf-8")


EXAMPLES = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)


def printed(number: int, store: Path) -> list[str]:
    env = {**os.environ, "MEDCHECK_DB": str(store), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", EXAMPLES[number]], check=True, env=env, capture_output=True, encoding="utf-8"
    )
    return done.stdout.splitlines()


def test_the_first_example_prints_the_answers(store_path: Path) -> None:
    assert printed(0, store_path) == ["Tylenol PM 2 tabs qhs exact worsens", "gabapentin 300 exact treats"]


def test_the_cards_name_the_source_that_they_speak_of(store_path: Path) -> None:
    shown = printed(1, store_path)
    assert [card.split(" - ")[0] for card in shown] == [
        "Tylenol PM 2 tabs qhs: worsens",
        "gabapentin 300 mg cap: treats",
        "metoprolol succ ER 25: worsens",
        "zolpidam: withdrawal",
        "xyzzy: not recognised",
    ]
    base = KnowledgeBase.open(store_path)
    for card in shown[:-1]:
        (entry,) = base.check([card.split(": ")[0]], region="US").entries
        strongest = next(i.strongest for i in entry.meanings[0].ingredients if i.verdict is entry.verdict)
        assert entry.deciding[0].evidence_level == strongest
        assert card.endswith(entry.deciding[0].source.url)
        assert re.search(rf"[Ss]trongest source: {re.escape(grade(strongest))}\b", card)
    assert shown[0].endswith("(strongest source: guideline). https://doi.org/10.5664/jcsm.11390")


def test_the_note_is_marked(store_path: Path) -> None:
    shown = "\n".join(printed(2, store_path))
    for words in (
        'allergy: [a-z]+">codeine<',
        'stopped: [a-z_]+">lorazepam<',
        'taking: worsens">Tylenol PM<',
    ):
        assert re.search(words, shown), words


def test_ci_calls_exactly_the_readmes_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert TESTS in script

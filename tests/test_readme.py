"""The README tells the truth: its commands run, its output is real, CI calls its test command."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_the_library_example_runs(store_path: Path) -> None:
    for example in re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL):
        env = {**os.environ, "MEDCHECK_DB": str(store_path)}
        subprocess.run([sys.executable, "-c", example], check=True, env=env, capture_output=True)


def test_ci_calls_exactly_the_readmes_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert TESTS in script

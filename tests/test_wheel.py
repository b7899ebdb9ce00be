"""The package as people install it: the built wheel, in an environment without the checkout."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from medcheck.store import Store

ROOT = Path(__file__).parent.parent
PARTS = ("medcheck", "data", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built in a copy of it."""
    source = tmp_path_factory.mktemp("source")
    for part in PARTS:
        if (ROOT / part).is_dir():
            leave = shutil.ignore_patterns("__pycache__", "*.sqlite*")
            shutil.copytree(ROOT / part, source / part, ignore=leave)
        else:
            shutil.copy(ROOT / part, source / part)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "out"], cwd=source, check=True,
        capture_output=True,
    )  # fmt: skip
    return next((source / "out").glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel; what it depends on is lent by this one, behind it."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False)
    variables = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", "venv", variables))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    lent = sysconfig.get_path("purelib")
    (site / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    return Path(sysconfig.get_path("scripts", "venv", variables)) / "python"


def run(python: Path, program: str, cwd: Path) -> str:
    done = subprocess.run(
        [str(python), "-E", "-c", program], cwd=cwd, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def test_the_wheel_holds_the_store_and_nothing_of_the_checkout(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {"medcheck/medcheck.sqlite", "medcheck/py.typed", "medcheck/english_words.txt"} <= names
    assert not [n for n in names if n.startswith(("tests/", "data/", "benchmarks/"))]


def test_the_wheel_answers_from_its_own_store(python: Path, tmp_path: Path, store: Store) -> None:
    program = (
        "import json, medcheck; kb = medcheck.KnowledgeBase.open(); "
        "report = kb.check(['tylenol pm', 'quetiapine', 'zzz']); "
        "print(json.dumps([medcheck.__file__, kb.info().sha256, "
        "[e.verdict and e.verdict.value for e in report.entries]]))"
    )
    file, sha256, verdicts = json.loads(run(python, program, tmp_path))
    assert Path(file).is_relative_to(python.parent.parent)
    assert sha256 == store.info().sha256
    assert verdicts == ["worsens", "worsens", None]


def test_spacy_finds_the_component_of_the_wheel_by_its_entry_point(python: Path, tmp_path: Path) -> None:
    program = (
        "import sys, spacy; nlp = spacy.blank('en'); nlp.add_pipe('medcheck'); "
        "doc = nlp('She denies taking Ambien.'); "
        "print(doc.spans['medcheck'][0].text, sys.modules['medcheck.spacy_component'].__file__)"
    )
    text, file = run(python, program, tmp_path).split(" ", 1)
    assert text == "Ambien"
    assert Path(file.strip()).is_relative_to(python.parent.parent)

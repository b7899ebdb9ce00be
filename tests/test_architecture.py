"""The map of the house: imports only go down, and each third-party package has its own rooms."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "medcheck"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors", "model", "text", "_version", "age"),
    ("fragments", "tables", "exposure", "spelling", "english"),
    ("dataset", "schema", "store", "sig"),
    ("lint", "match", "assess"),
    ("build", "publish", "export", "resolve", "completion", "vocabulary"),
    ("answers", "overlay"),
    ("profiles", "notes"),
    ("knowledge_base",),
    ("render",),
    ("lists",),
    ("__init__",),
    ("cli", "spacy_component"),
    ("__main__",),
)
"""From the ground up: a room may import rooms of lower floors, and its own."""

THIRD_PARTY: dict[str, set[str]] = {
    "sqlalchemy": {"schema", "build", "export"},
    "rapidfuzz": {"match", "completion"},
    "click": {"cli"},
    "rich": {"render"},
    "spacy": {"spacy_component"},
    "pyarrow": {"lists"},
}

DOORWAYS = {
    ("model", "medcheck.render.json"),
    ("model", "medcheck.render.rows_json"),
    ("model", "medcheck.render.subjects"),
    ("notes", "medcheck.render.mentions"),
}
"""The only imports that go up: a result hands itself to what shows it, the JSON contract above all."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add(node.module or "")
            if node.module == "medcheck":
                found |= {f"medcheck.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down_and_packages_stay_in_their_rooms(path: Path) -> None:
    floor = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
    room = room_of(path)
    assert room in floor, f"{room} has no place on the map: give it a floor in this test"
    for name in imports_of(path):
        top, _, rest = name.partition(".")
        if top == "medcheck" and rest:
            target = rest.split(".")[0]
            if (room, ".".join(name.split(".")[:3])) in DOORWAYS:
                continue
            if target == "__version__":
                continue
            assert target in floor, f"{path.name} imports {name}, which has no place on the map"
            assert target == room or floor[target] < floor[room], f"{path.name} imports upward: {name}"
        elif top in THIRD_PARTY:
            assert room in THIRD_PARTY[top], f"{path.name} imports {top}, whose rooms are {THIRD_PARTY[top]}"
        else:
            assert top in sys.stdlib_module_names or top in {"medcheck", "__future__"}, f"{path.name}: {name}"


def test_no_module_is_much_over_300_lines() -> None:
    long = {
        str(p.relative_to(PACKAGE)): n
        for p in MODULES
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 330
    }
    assert not long


def test_checking_never_imports_sqlalchemy_or_rich() -> None:
    code = (
        "import sys, medcheck\n"
        "assert not [m for m in sys.modules if m.startswith('medcheck.')"
        " and m != 'medcheck._version'], 'import does no work'\n"
        "medcheck.check(['benadryl', 'seroquil', 'ssri'])\n"
        "heavy = {'sqlalchemy', 'rich', 'click', 'logging'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

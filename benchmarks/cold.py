"""A cold ``medcheck check``, piped, beside ``python -c "import sqlalchemy"``: time and memory.

Run it with the Python of an environment in which medcheck is installed the ordinary way
(``pip install .``): an editable checkout without written bytecode compiles its modules each time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 21
PROGRAM = str(Path(sys.executable).parent / "medcheck")
COMMANDS: dict[str, list[str]] = {
    "import sqlalchemy": [sys.executable, "-c", "import sqlalchemy"],
    "python -c pass": [sys.executable, "-c", "pass"],
    "check benadryl (exact)": [PROGRAM, "check", "benadryl"],
    "check seroquil (misspelt)": [PROGRAM, "check", "seroquil"],
    "check --region US benadryl": [PROGRAM, "check", "--region", "US", "benadryl"],
}


def once(command: list[str]) -> tuple[float, float]:
    """Wall time in seconds and peak resident memory in MiB of one run."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/"
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    """Interleave the commands, so that a busy machine is busy for all of them, and print medians."""
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    memory: dict[str, float] = {}
    for command in COMMANDS.values():
        once(command)
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            taken, memory[name] = once(command)
            seconds[name].append(taken)
    base = statistics.median(seconds["import sqlalchemy"])
    print(f"{'':28} {'median ms':>10} {'ratio':>6} {'MiB':>6}")
    for name, taken_list in seconds.items():
        median = statistics.median(taken_list)
        print(f"{name:28} {median * 1000:10.1f} {median / base:6.2f} {memory[name]:6.1f}")


if __name__ == "__main__":
    main()

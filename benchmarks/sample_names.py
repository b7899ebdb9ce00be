"""200 names to read by eye, drawn with a seed that nobody chose.

    python benchmarks/sample_names.py [DATA] [--rows 200] [--skip 0]

The seed is the first eight hex digits of the SHA-256 of the tables, so that it changes with them.
``--skip N`` draws rows N+1 and on of the same order.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from medcheck.dataset import read_dataset


def main() -> int:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", nargs="?", default="data")
    parser.add_argument("--rows", type=int, default=200)
    parser.add_argument("--skip", type=int, default=0)
    arguments = parser.parse_args()
    dataset = read_dataset(arguments.data)
    seed = dataset.sha256[:8]
    rows = list(dataset.rows("names"))
    random.Random(seed).shuffle(rows)
    print(f"seed {seed}, {len(rows)} rows")
    for row in rows[arguments.skip : arguments.skip + arguments.rows]:
        said = [
            row[c] for c in ("name", "region", "kind", "target", "variant", "route", "flags", "source_id")
        ]
        print(" | ".join(said))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

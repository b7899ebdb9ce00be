"""``python -m medcheck.vocabulary --wheels DIR``: rebuild the background names of a dataset."""

from __future__ import annotations

import argparse
import sys

from medcheck.errors import MedcheckError
from medcheck.vocabulary.command import rebuild_vocabulary


def main() -> int:
    """Read the arguments and rebuild."""
    parser = argparse.ArgumentParser(prog="python -m medcheck.vocabulary", description=main.__doc__)
    parser.add_argument("data", nargs="?", default="data", help="the directory of the tables")
    parser.add_argument("--wheels", required=True, help="where the two pinned wheels lie")
    parser.add_argument("--out", default="build/vocabulary", help="where the names left out are written")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 3 if it would change")
    arguments = parser.parse_args()
    try:
        text, changed = rebuild_vocabulary(arguments.data, arguments.wheels, arguments.out, arguments.check)
    except MedcheckError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    sys.stdout.write(text)
    return 3 if arguments.check and changed else 0


if __name__ == "__main__":
    raise SystemExit(main())

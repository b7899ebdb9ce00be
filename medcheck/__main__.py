"""``python -m medcheck`` is the same program as ``medcheck``."""

from medcheck.cli import main

if __name__ == "__main__":
    main()

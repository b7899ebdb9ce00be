"""Make ``medcheck/english_words.txt`` anew from SCOWL, the word lists of spelling checkers.

    apt-get download scowl && dpkg-deb -x scowl_*.deb scowl
    python benchmarks/make_english_words.py scowl/usr/share/dict/scowl

Taken are the words of SCOWL sizes up to 70 (the size at which no real misspelling of a
medicine is taken for a word yet; at 80 there are) and proper names up to 60, in lower case,
of at least three letters, without the names that ``data/names.tsv`` knows; a name that is flagged
``not_in_text`` is an ordinary word and stays.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("english", "american", "british", "canadian", "australian")
SIZES = {"words": 70, "upper": 60, "proper-names": 60}


def main(scowl: Path) -> None:
    """Write the list and its licence notice."""
    names = (ROOT / "data" / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in names]
    known = {name.casefold() for name, *rest in cells if "not_in_text" not in rest[6].split(",")}
    words: set[str] = set()
    for path in scowl.iterdir():
        language, _, rest = path.name.partition("-")
        kind, _, size = rest.rpartition(".")
        if language in LANGUAGES and int(size or 0) <= SIZES.get(kind, -1):
            for line in path.read_text(encoding="latin-1").splitlines():
                word = line.lower().replace("'", "")
                if len(word) >= 3 and word.isascii() and word.isalpha() and word not in known:
                    words.add(word)
    package = ROOT / "medcheck"
    (package / "english_words.txt").write_text(
        "\n".join(sorted(words)) + "\n", encoding="ascii", newline="\n"
    )
    print(f"{len(words)} words")
    notice = scowl.parent.parent / "doc" / "scowl" / "copyright"
    if notice.exists():
        (package / "english_words.LICENSE").write_bytes(notice.read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Which kinds of one-letter error are slips, and which tell two drugs apart.

    python benchmarks/kinds.py --eval DIR [--db FILE]

For each kind of edit: how often it stands between a real misspelling and a name of its drug,
how often between the names of two different drugs in use, and the logarithm of the odds. The
costs of ``medcheck/spelling.py`` follow from it: about ``0.8 - 0.15 * log(odds)``.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from pathlib import Path

from cases import Names, read
from rapidfuzz.distance import OSA

from medcheck.text import compact, normalize

VOWELS = frozenset("aeiouy")
SOUNDS = frozenset(map(frozenset, ("ck", "cs", "sz", "kq", "kx", "gj")))


def kind(a: str, b: str) -> str:
    """The kind of the one edit between ``a`` and ``b``."""
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        if a[at + 1 : at + 2] == b[at] and a[at] == b[at + 1 : at + 2]:
            return "two swapped"
        x, y = a[at], b[at]
        if not at:
            return "first letter changed"
        if {x, y} <= VOWELS:
            return "i and y" if {x, y} == {"i", "y"} else "vowel changed"
        if frozenset((x, y)) in SOUNDS:
            return "same sound"
        return "vowel for consonant" if {x, y} & VOWELS else "consonant changed"
    longer, verb = (a, "added") if len(a) > len(b) else (b, "lost")
    letter, last = longer[at], at + 1 == len(longer)
    if letter in (longer[at - 1 : at], longer[at + 1 : at + 2]):
        return f"doubled letter {verb}"
    if not at:
        return f"first letter {verb}"
    if last:
        return f"last e {verb}" if letter == "e" else f"last letter {verb}"
    return f"{'h' if letter == 'h' else 'vowel' if letter in VOWELS else 'consonant'} {verb}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--eval", type=Path, required=True, help="the folder with misspellings.tsv")
    parser.add_argument("--db", type=Path, help="a compiled store (default: the shipped one)")
    options = parser.parse_args()
    names = Names(options.db, options.eval)
    slips: Counter[str] = Counter()
    for row in read(options.eval / "misspellings.tsv"):
        text = compact(normalize(row["typed"]))
        if row["tier"] in ("easy", "faers") and not names.exact(row["typed"]):
            expected = names.expected(row["expected_generic"])
            for key in names.index.fragment_keys([text[:7], *(text[:i] + text[i + 1 : 7] for i in range(7))]):
                if OSA.distance(text, key.compact) == 1 and expected in names.answers([key]):
                    slips[kind(text, key.compact)] += 1
                    break
    drugs: Counter[str] = Counter()
    used = [key for key in names.keys if key.marketed and key.fuzzy and len(key.compact) >= 6]
    for key in random.Random(1).sample(used, min(6000, len(used))):
        text = key.compact
        for other in names.index.fragment_keys([text[:7], *(text[:i] + text[i + 1 : 7] for i in range(7))]):
            if OSA.distance(text, other.compact) == 1 and not set(key.drugs) & set(other.drugs):
                drugs[kind(text, other.compact)] += 1
    print(f"{'kind':24}{'misspellings':>13}{'other drugs':>13}{'log odds':>10}")
    for name in sorted(slips | drugs, key=lambda name: (-slips[name], name)):
        odds = (slips[name] + 1) / slips.total() / ((drugs[name] + 1) / drugs.total())
        print(f"{name:24}{slips[name]:13}{drugs[name]:13}{math.log(odds):10.2f}")


if __name__ == "__main__":
    main()

"""What one wrong letter does to every name that matters here: is another drug ever answered?

    python benchmarks/near_names.py [--db FILE] [--share 1.0] [--rest 0.01] [--lines 0] [--seed 0]

Every deletion, substitution, transposition and insertion of one letter is made of each name of
5 letters or more whose medicine has something documented about RLS (``--share`` of the names),
and of ``--rest`` of the other names. A string that is itself a listed name is left out. The rest
is looked up as one name; an answer whose ingredients differ is a *wrong drug*, and a *wrong
verdict* if what is said of it differs too. Every wrong drug is listed. ``--lines`` of the strings
are also checked as whole lines, where a shorter name inside them may be found: counted are those
of which something else is said than of the name, and among them the *silent* ones, where no entry
says that the line could be more than one thing or holds something that is not recognised.
"""

from __future__ import annotations

import argparse
import random
import string
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from medcheck import KnowledgeBase
from medcheck.match import MemoryIndex, closest
from medcheck.model import Resolution
from medcheck.store import Store
from medcheck.text import NormalizedName

_SHORTEST = 5
_SURE = (Resolution.EXACT, Resolution.CORRECTED)


def one_letter_changes(word: str) -> Iterator[str]:
    """Every string one letter away from ``word``; spaces stay where they are."""
    letters = string.ascii_lowercase
    for at, letter in enumerate(word):
        if letter != " ":
            yield word[:at] + word[at + 1 :]
            yield from (word[:at] + c + word[at + 1 :] for c in letters if c != letter)
            if at + 1 < len(word) and word[at + 1] not in (" ", letter):
                yield word[:at] + word[at + 1] + letter + word[at + 2 :]
    yield from (word[:at] + c + word[at:] for at in range(len(word) + 1) for c in letters)


class Judge:
    """What is said of a name."""

    def __init__(self, db: str | None) -> None:
        self._kb = KnowledgeBase.open(db)
        self.verdict = cache(self._verdict)

    def _verdict(self, name: str) -> str:
        (entry,) = self._kb.check([name]).entries[:1]
        return str(entry.verdict)

    def said(self, text: str) -> str:
        """What is answered to a line."""
        read = [f"{e.meanings[0].name} {e.verdict}" for e in self._kb.check([text]).entries if e.meanings]
        return "answered as " + " and ".join(read)

    def line_differs(self, text: str, name: str) -> tuple[bool, bool]:
        """Whether the line is answered otherwise than the name, and whether it is so silently."""
        every = self._kb.check([text]).entries
        entries = [entry for entry in every if entry.meanings]
        differs = bool(entries) and [str(entry.verdict) for entry in entries] != [self.verdict(name)]
        return differs, differs and all(entry.resolution in _SURE for entry in every)


def main() -> int:
    """Make the changes, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--db", help="a compiled store (default: the shipped one)")
    parser.add_argument("--share", type=float, default=1.0, help="of the names with something documented")
    parser.add_argument("--rest", type=float, default=0.01, help="of the other names")
    parser.add_argument("--lines", type=float, default=0.0, help="share of the strings checked as lines")
    parser.add_argument("--seed", default="0")
    arguments = parser.parse_args()
    store, judge = Store.open(arguments.db), Judge(arguments.db)
    index = MemoryIndex.from_store(store)
    dice = random.Random(arguments.seed)
    keys = [k for k in store.all_keys() if len(k.compact) >= _SHORTEST]
    relevant = [k for k in keys if judge.verdict(k.key) not in ("undocumented", "None")]
    others = sorted({k.key for k in keys} - {k.key for k in relevant})
    by_key = {k.key: k for k in keys}
    chosen = [k for k in relevant if dice.random() < arguments.share]
    chosen += [by_key[name] for name in others if dice.random() < arguments.rest]
    asked = answered = wrong_drug = wrong_verdict = hidden = lines = lines_differ = silent = 0
    start = time.perf_counter()
    for key in chosen:
        for changed in sorted(set(one_letter_changes(key.key))):
            text = " ".join(changed.split())
            if text == key.key or index.get(text) or index.get_compact(text.replace(" ", "")):
                continue
            asked += 1
            if dice.random() < arguments.lines:
                lines += 1
                differs, silently = judge.line_differs(text, key.key)
                lines_differ += differs
                silent += silently
                if silently:
                    print(f"  line {text!r} from {key.key!r}: {judge.verdict(key.key)}, {judge.said(text)}")
            accepted = closest(index, NormalizedName(text)).accepted
            if accepted is None:
                continue
            answered += 1
            if accepted.key.drugs != key.drugs:
                wrong_drug += 1
                said = (judge.verdict(key.key), judge.verdict(accepted.key.key))
                wrong_verdict += said[0] != said[1]
                hidden += not set(key.drugs) <= set(accepted.key.drugs)
                print(f"  {text!r} from {key.key!r} answered as {accepted.key.key!r}: {said[0]} / {said[1]}")
    print(
        f"{len(relevant)} names with something documented, {len(chosen)} names changed, {asked:,} strings, "
        f"{answered / max(asked, 1):.1%} answered, {wrong_drug} as another drug, "
        f"{wrong_verdict} with another verdict, {hidden} without the true drug among the meanings "
        f"({time.perf_counter() - start:.0f} s)"
    )
    if lines:
        print(
            f"{lines:,} checked as lines: {lines_differ} ({lines_differ / lines:.2%}) answered otherwise, "
            f"{silent} of them ({silent / lines:.2%}) silently"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""The short way for a line that is one word and no known name: straight to the nearest spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from medcheck.exposure import begins_cue
from medcheck.model import TraceStep
from medcheck.resolve.doubts import may_be_another
from medcheck.resolve.guess import Guesser, corrected
from medcheck.resolve.regions import for_region, is_known_in, merge
from medcheck.resolve.types import NameStore, ResolvedMeaning, ResolvedPart
from medcheck.sig.words import ABBREVIATIONS, categories
from medcheck.text import NormalizedName

if TYPE_CHECKING:
    from medcheck.match import NameIndex

__all__ = ["resolve_word"]

_SHORTEST: Final = 5


def resolve_word(
    line: str, key: NormalizedName, index: NameIndex, store: NameStore, region: str | None
) -> tuple[ResolvedPart, ...] | None:
    """What :func:`resolve_words` gives, or ``None`` if ``line`` is not a plain word of no list.

    ``key`` is its folded form: no known name, no phrase that is no medicine, and no identifier.
    """
    text = line.strip()
    if len(key) < _SHORTEST or not key.isalpha() or text.lower() != key:
        return None
    if key in categories() or key in ABBREVIATIONS or begins_cue(key):
        return None
    guesser = Guesser(index, store, region)
    outcome = guesser.nearest(key)
    best = outcome.accepted
    rows = store.names(best.key.key) if best else ()
    if best is None or not rows or not is_known_in(rows, region):
        step = TraceStep("not understood", text)
        return (ResolvedPart(text, suggestions=guesser.offered((key,)), trace=(step,)),)
    name, why = rows[0].name, outcome.why
    meant = " or ".join(dict.fromkeys(" + ".join(row.targets) for row in rows))
    step = TraceStep("corrected", text, f"{name} ({rows[0].kind}): {meant}")
    in_force, notes = for_region(rows, region)
    return (
        ResolvedPart(
            text,
            tuple(
                ResolvedMeaning(row, outcome.method, best.similarity, name, why) for row in merge(in_force)
            ),
            corrected=corrected(outcome.method),
            notes=notes,
            trace=(step,),
            doubts=may_be_another(rows, best.key.key, index, store, region),
        ),
    )

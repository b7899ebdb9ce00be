"""From a line as people write it to the medicines it names.

In this order: the whole line as it stands, a phrase that is no medicine, an identifier; then
the line without dose, form, route and frequency: the longest known names in it, brand and
generic together, combinations by their parts, lists split where that is certain; last,
and only for words that must be a name, the nearest spelling. What is left is never dropped
in silence: it is in the trace, and a thing not recognised is a part of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from medcheck.model import Method, Name, TraceStep
from medcheck.resolve.doubts import may_be_another
from medcheck.resolve.regions import for_region, merge
from medcheck.resolve.types import NameStore, ResolvedMeaning, ResolvedPart
from medcheck.text import normalize

if TYPE_CHECKING:
    from medcheck.match import NameIndex

__all__ = ["NameStore", "ResolvedMeaning", "ResolvedPart", "resolve_line"]

LONGEST_LINE: Final = 4_000
"""Characters of a line that are read; a longer line says so in its notes."""

_LONGEST_NAME: Final = 300
_READ_AS_TYPED: Final = (TraceStep("read as", "", "the whole line is a known name"),)


def resolve_line(
    line: str, index: NameIndex, store: NameStore, region: str | None = None
) -> tuple[ResolvedPart, ...]:
    """The medicines that ``line`` names, at least one part for any text at all.

    ``region`` chooses among the meanings of a name (None: all are given); ``index`` answers
    misspellings and may be the store itself.
    """
    if len(line) <= _LONGEST_NAME:
        key = normalize(line)
        rows = store.names(key) if key else ()
        if rows and not _is_doubled(key):
            part = _exact(line, rows, region, Method.EXACT)
            doubts = may_be_another(rows, key, index, store, region)
            return (part._replace(doubts=doubts) if doubts else part,)
        reason = store.not_drug(key) if key else None
        if reason is not None:
            step = TraceStep("set aside", line.strip(), reason)
            return (ResolvedPart(line.strip(), not_drug_reason=reason, trace=(step,)),)
        rows = _identifier(line.strip(), store)
        if rows:
            return (_exact(line, rows, None, Method.CODE),)
        from medcheck.resolve.word import resolve_word

        parts = resolve_word(line, key, index, store, region)
        if parts is not None:
            return parts
    from medcheck.resolve.lines import resolve_words

    return resolve_words(_beginning(line), len(line) > LONGEST_LINE, index, store, region)


def _is_doubled(key: str) -> bool:
    """Whether a name is written twice ("benadryl benadryl"): that is no other name."""
    half = len(key) // 2
    return key[half : half + 1] == " " and key[:half] == key[half + 1 :]


def _beginning(line: str) -> str:
    """As much of a line as is read, not cut inside a word if that can be helped."""
    if len(line) <= LONGEST_LINE:
        return line
    text = line[:LONGEST_LINE]
    return text[: text.rfind(" ", LONGEST_LINE // 2)] if " " in text[LONGEST_LINE // 2 :] else text


def _exact(line: str, rows: tuple[Name, ...], region: str | None, method: Method) -> ResolvedPart:
    notes: tuple[str, ...] = ()
    if region is not None:
        rows, notes = for_region(rows, region)
    if len(rows) > 1:
        rows = merge(rows)
    meanings = tuple([ResolvedMeaning(row, method) for row in rows])
    return ResolvedPart(line.strip(), meanings, notes=notes, trace=_READ_AS_TYPED)


def _identifier(text: str, store: NameStore) -> tuple[Name, ...]:
    """What a UNII (10 letters and digits), a DrugBank id (DB and 5 digits), an RxCUI or NDC stands for."""
    if (len(text) == 10 and text.isalnum() and text.isascii()) or (
        len(text) == 7 and text[:2].upper() == "DB" and text[2:].isdecimal()
    ):
        ingredient = store.code(text)
        if ingredient:
            return (Name(text.upper(), "code", "ingredients", (ingredient,)),)
    return store.coded(text)

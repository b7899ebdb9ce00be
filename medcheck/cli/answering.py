"""Answering a list of names, without click: shared by ``check`` and by the quick way into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from medcheck.cli.output import complain, show, write_out

if TYPE_CHECKING:
    from medcheck.knowledge_base import KnowledgeBase
    from medcheck.model import Entry

__all__ = ["answer", "argument_text", "open_knowledge_base"]

_NOT_TAKEN = frozenset({"allergy", "negated", "family"})
_MOST_WORDS = 4
_MOST_ARGUMENTS = 40


def argument_text(argument: str) -> str:
    """An argument as text: bytes that are not UTF-8 are read as Latin-1."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        return argument.encode("utf-8", "surrogateescape").decode("latin-1")
    return argument


def open_knowledge_base(path: str | None, overlays: Sequence[str] = ()) -> KnowledgeBase:
    """Open the dataset that a subcommand was asked to use, with what is laid over it."""
    from medcheck.knowledge_base import KnowledgeBase

    if not overlays:
        return KnowledgeBase.open(path)
    from medcheck.overlay import chosen

    return KnowledgeBase.open(path, overlays=chosen(overlays))


def answer(
    base: KnowledgeBase,
    lines: Sequence[tuple[int, str]],
    *,
    form: str = "text",
    region: str | None = None,
    explain: bool = False,
    fail_on: frozenset[str] = frozenset(),
    hint: bool = False,
) -> int:
    """Print what is documented about each line, and give the exit code.

    ``hint`` looks for arguments that stand side by side and make up one longer name.
    """
    if hint and len(lines) > 1:
        _hint_quotes(base, [text for _, text in lines])
    if form == "ndjson":
        return _stream(base, lines, region, fail_on)
    report = base.check_lines(lines, region)
    if form == "text":
        from medcheck.age import today
        from medcheck.render.lines import report_lines

        show(report_lines(report, explain=explain, on=today()))
    else:
        from medcheck.render import render

        write_out(render(report, form, explain=explain))
    return int(_fails(report.entries, fail_on))


def _fails(entries: Iterable[Entry], fail_on: frozenset[str]) -> bool:
    """Whether a name that is taken has one of the answers; an ambiguous one counts with its worst too."""
    return any(
        entry.exposure not in _NOT_TAKEN and (entry.verdict in fail_on or entry.resolution in fail_on)
        for entry in entries
    )


def _stream(
    base: KnowledgeBase, lines: Iterable[tuple[int, str]], region: str | None, fail_on: frozenset[str]
) -> int:
    """Write one entry a line as they come, then the header and the coverage; memory stays small."""
    from medcheck.knowledge_base import count_coverage
    from medcheck.render.json import entry_to_dict, header_to_dict, to_json

    coverage: dict[str, int] = {}
    failed = False
    for entry in base.iter_entries(lines, region):
        write_out(to_json(entry_to_dict(entry), indent=None) + "\n")
        for key, number in count_coverage([entry])._asdict().items():
            coverage[key] = coverage.get(key, 0) + number
        failed = failed or _fails([entry], fail_on)
    header = header_to_dict(base.check_lines([], region))
    header["coverage"] |= coverage
    write_out(to_json(header, indent=None) + "\n")
    return int(failed)


def _hint_quotes(base: KnowledgeBase, words: Sequence[str]) -> None:
    """Hint at quotes where arguments that stand side by side make up one longer known name."""
    from medcheck.text import normalize

    words = [word for word in words if word.strip()]
    if len(words) > _MOST_ARGUMENTS:
        return
    start = 0
    while start < len(words) - 1:
        for end in range(min(len(words), start + _MOST_WORDS), start + 1, -1):
            pieces = words[start:end]
            if not base.store.names(normalize(" ".join(pieces))):
                continue
            if all(base.store.names(normalize(piece)) for piece in pieces):
                continue
            joined = " ".join(pieces)
            complain(f'medcheck: did you mean "{joined}" (one name)? Then put quotes around it.')
            start = end - 1
            break
        start += 1

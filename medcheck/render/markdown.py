"""The report as Markdown: a table to look over, the statements, the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medcheck.model import Entry, Finding, Report, Resolution, SourceRef
from medcheck.render import wording
from medcheck.render.entry import entry_lines, shown_findings
from medcheck.render.layout import visible
from medcheck.render.subjects import subjects
from medcheck.render.weigh import conflict_lines, list_lines, option_lines

__all__ = ["escaped", "report_to_markdown"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_LINK = re.compile(r"https?://[^\s|<>]+\Z")
_INLINE = (
    "verdict", "exposure", "ingredients", "caution", "note", "statement", "documents", "indirect", "conflict",
    "question", "body",
)  # fmt: skip


def escaped(text: str) -> str:
    """Text that Markdown shows as it is.

    >>> escaped("a|b *c*")
    'a\\\\|b \\\\*c\\\\*'
    """
    words = visible(text).split(" ")
    return " ".join(w if _LINK.match(w) else _SPECIAL.sub(r"\\\1", w) for w in words)


def report_to_markdown(report: Report, *, explain: bool = False) -> str:
    """The report as a Markdown page; ``explain`` lists every statement, not only the deciding ones."""
    return "\n".join(_page(report, explain)) + "\n"


def _page(report: Report, explain: bool) -> Iterator[str]:
    yield "# Medicines and restless legs syndrome (RLS)"
    yield ""
    yield wording.coverage_sentence(report.coverage._asdict())
    if report.entries:
        yield ""
        yield "| line | name | read as | documented | strongest source |"
        yield "|---:|---|---|---|---|"
        yield from (_row(e) for e in report.entries)
    for entry in report.entries:
        yield ""
        yield from _section(entry, explain)
    about = [line for line in list_lines(report, explain=explain) if line.kind == "list"]
    if about:
        yield ""
        yield "## About the list"
        yield ""
        yield from (f"- {escaped(line.text.removeprefix('- '))}" for line in about)
    used = _sources(report, explain)
    if used:
        yield ""
        yield "## Sources"
        yield ""
        yield from (_source(s) for s in used)
    yield ""
    yield "---"
    yield ""
    yield escaped(report.disclaimer)
    yield ""
    yield from (f"With {escaped(overlay)}\n" for overlay in report.overlays)
    yield f"medcheck {report.medcheck}, dataset {report.dataset.version} (`{report.dataset.sha256[:12]}`)"


def _verdict(entry: Entry) -> str:
    if entry.resolution in (Resolution.AMBIGUOUS, Resolution.UNRECOGNISED) or entry.verdict is None:
        return entry.resolution.value
    return wording.SHORT[entry.verdict]


def _row(entry: Entry) -> str:
    judged = subjects(entry)
    labels = " + ".join(s.label for s in judged)
    strongest = next((s.strongest for s in judged if s.verdict is entry.verdict), None)
    cells = (str(entry.line), entry.input, labels, _verdict(entry), wording.grade(strongest))
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"


def _section(entry: Entry, explain: bool) -> Iterator[str]:
    lines = list(entry_lines(entry, explain=explain))
    yield f"## {escaped(lines[0].text)}"
    yield ""
    yield from (f"- {escaped(line.text)}" for line in lines[1:] if line.kind.split(":")[0] in _INLINE)
    if explain:
        for subject in subjects(entry):
            yield ""
            yield f"All statements on {escaped(subject.label)}:"
            yield ""
            yield from (_finding(f) for f in subject.findings)
            beside = (*conflict_lines(subject.conflicts), *option_lines(subject.alternatives))
            yield from (f"- {escaped(line.text.removeprefix('- '))}" for line in beside)


def _finding(finding: Finding) -> str:
    effect = wording.EFFECTS.get(finding.effect, finding.effect)
    superseded = f" *Superseded: {escaped(finding.reason or '')}.*" if finding.superseded else ""
    return (
        f"- {escaped(finding.statement)} ({escaped(effect)}; {wording.grade(finding.evidence_level)}, "
        f"{finding.confidence} confidence; `{finding.association_id}`, `{finding.source.id}`, "
        f"{escaped(finding.source.locator)}){superseded}"
    )


def _sources(report: Report, explain: bool) -> list[SourceRef]:
    found: dict[str, SourceRef] = {}
    for entry in report.entries:
        every = (f for subject in subjects(entry) for f in subject.findings)
        for finding in every if explain else shown_findings(entry):
            found.setdefault(finding.source.id, finding.source)
    return [found[source_id] for source_id in sorted(found)]


def _source(source: SourceRef) -> str:
    title = escaped(source.title)
    target = source.url.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
    linked = f"[{title}]({target})" if target.startswith(("http://", "https://")) else title
    org = f" {escaped(source.org)}," if source.org else ""
    read = f" Read: {escaped(source.read)}." if source.read else ""
    return f"- `{source.id}`:{org} {linked}, {source.year or 'no date'}.{read}"

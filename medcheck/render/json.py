"""The report as JSON, schema version 1: the contract that programs rely on.

Keys are never renamed within a schema version; ``report.schema.json`` beside the package
describes them and the tests hold the two together.
"""

from __future__ import annotations

import json
from typing import Any

from medcheck.model import (
    Codes,
    Conflict,
    Entry,
    Finding,
    JudgedIngredient,
    ListFinding,
    Meaning,
    Option,
    Report,
    SourceRef,
    TraceStep,
    Why,
)
from medcheck.render.entry import said_of_entry
from medcheck.render.wording import CAUTIONS

__all__ = [
    "SCHEMA",
    "caution_words",
    "conflict_to_dict",
    "entry_to_dict",
    "finding_to_dict",
    "header_to_dict",
    "ingredient_to_dict",
    "list_finding_to_dict",
    "meaning_to_dict",
    "one_line",
    "option_to_dict",
    "report_to_dict",
    "report_to_json",
    "report_to_ndjson",
    "to_json",
]

SCHEMA = 1
"""The version of the report's shape."""


_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def to_json(value: Any, *, indent: int | None = 2) -> str:
    """A value as JSON text with letters of every script readable; always the same bytes."""
    separators = None if indent else (",", ":")
    return one_line(json.dumps(value, ensure_ascii=False, indent=indent, separators=separators))


def one_line(text: str) -> str:
    """JSON text with the line ends escaped that only Unicode knows, for readers that split at those too."""
    return text if text.isascii() else text.translate(_LINE_ENDS)


def report_to_json(report: Report) -> str:
    """The whole report as one JSON document."""
    return to_json(report_to_dict(report)) + "\n"


def report_to_ndjson(report: Report) -> str:
    """One entry a line, then one line with the header and the coverage."""
    lines = [to_json(entry_to_dict(e), indent=None) for e in report.entries]
    lines.append(to_json(header_to_dict(report), indent=None))
    return "\n".join(lines) + "\n"


def report_to_dict(report: Report) -> dict[str, Any]:
    """The report as plain dictionaries and lists."""
    return header_to_dict(report) | {"entries": [entry_to_dict(e) for e in report.entries]}


def header_to_dict(report: Report) -> dict[str, Any]:
    """What holds for the whole report: versions, disclaimer, coverage."""
    return {
        "schema": SCHEMA,
        "medcheck": report.medcheck,
        "dataset": {
            "version": report.dataset.version,
            "sha256": report.dataset.sha256,
            "released": report.dataset.released,
        },
        "disclaimer": report.disclaimer,
        "region": report.region,
        "notes": list(report.notes),
        "coverage": report.coverage._asdict(),
        "list_findings": [list_finding_to_dict(f) for f in report.list_findings],
        "overlays": list(report.overlays),
    }


def entry_to_dict(entry: Entry) -> dict[str, Any]:
    """One entry; ``words`` is the fixed sentence that answers it."""
    return {
        "input": entry.input,
        "line": entry.line,
        "part": entry.part,
        "resolution": entry.resolution.value,
        "exposure": entry.exposure.value,
        "exposure_words": entry.exposure_words,
        "days_since": entry.days_since,
        "verdict": entry.verdict.value if entry.verdict else None,
        "words": said_of_entry(entry),
        "meanings": [meaning_to_dict(m) for m in entry.meanings],
        "suggestions": [{"name": s.name, "means": s.means, "score": s.score} for s in entry.suggestions],
        "look_alikes": [
            {
                "name": other.name,
                "means": other.means,
                "verdict": other.verdict.value if other.verdict else None,
                "source": other.source_id,
            }
            for other in entry.look_alikes
        ],
        "notes": list(entry.notes),
        "trace": [_trace(step) for step in entry.trace],
    }


def meaning_to_dict(meaning: Meaning) -> dict[str, Any]:
    """One reading of an entry."""
    return {
        "name": meaning.name,
        "kind": meaning.kind,
        "regions": list(meaning.regions),
        "variant": meaning.variant,
        "route": meaning.route,
        "method": meaning.method.value,
        "score": meaning.score,
        "read_as": meaning.read_as,
        "why": _why(meaning.why) if meaning.why else None,
        "verdict": meaning.verdict.value,
        "strongest": meaning.strongest,
        "class": {"id": meaning.class_id, "label": meaning.class_label} if meaning.class_id else None,
        "except": [{"label": label, "verdict": verdict} for label, verdict in meaning.except_members],
        "cautions": list(meaning.cautions),
        "caution_words": caution_words(meaning.cautions),
        "flags": list(meaning.flags),
        "note": meaning.note,
        "ingredients": [ingredient_to_dict(i) for i in meaning.ingredients],
        "findings": [finding_to_dict(f) for f in meaning.findings],
        "conflicts": [conflict_to_dict(c) for c in meaning.conflicts],
        "alternatives": [option_to_dict(o) for o in meaning.alternatives],
    }


def ingredient_to_dict(judged: JudgedIngredient) -> dict[str, Any]:
    """One ingredient with its own verdict and findings."""
    return {
        "id": judged.id,
        "label": judged.label,
        "classes": list(judged.classes),
        "codes": _codes(judged.codes),
        "verdict": judged.verdict.value,
        "strongest": judged.strongest,
        "effects": list(judged.effects),
        "cautions": list(judged.cautions),
        "caution_words": caution_words(judged.cautions),
        "findings": [finding_to_dict(f) for f in judged.findings],
        "conflicts": [conflict_to_dict(c) for c in judged.conflicts],
        "alternatives": [option_to_dict(o) for o in judged.alternatives],
    }


def finding_to_dict(finding: Finding) -> dict[str, Any]:
    """One statement as it applies here, with its source; a pathway also has its second hop."""
    shown: dict[str, Any] = {
        "id": finding.association_id,
        "effect": str(finding.effect),
        "basis": finding.basis.value,
        "subject": finding.subject,
        "subject_label": finding.subject_label,
        "headline": finding.headline,
        "from_documents": finding.from_documents,
        "superseded": finding.superseded,
        "superseded_by": finding.superseded_by,
        "reason": finding.reason,
        "statement": finding.statement,
        "evidence_level": finding.evidence_level,
        "confidence": finding.confidence.value,
        "population": finding.population,
        "source": _source(finding.source),
        "also_sources": list(finding.also_source_ids),
        "read_in": finding.read_in,
    }
    if finding.hop is not None:
        hop = finding.hop
        shown["then"] = {
            "state": hop.state,
            "label": hop.label,
            "statement": hop.statement,
            "strength": hop.strength,
            "sources": list(hop.sources),
            "chain": hop.chain,
            "test": hop.test,
            "test_source": _source(hop.test_source) if hop.test_source else None,
        }
    return shown


def conflict_to_dict(conflict: Conflict) -> dict[str, Any]:
    """A claim on which sources disagree, with every side in full."""
    return {
        "id": conflict.conflict_id,
        "claim": conflict.claim,
        "counterclaim": conflict.counterclaim,
        "positions": [{"stance": stance, **finding_to_dict(f)} for stance, f in conflict.positions],
    }


def option_to_dict(option: Option) -> dict[str, Any]:
    """A question to take to the prescriber, with who names the option."""
    return {
        "kind": option.kind,
        "id": option.id,
        "label": option.label,
        "instead_of": option.instead_of,
        "for_purpose": option.for_purpose,
        "statement": option.statement,
        "source": _source(option.source),
    }


def list_finding_to_dict(finding: ListFinding) -> dict[str, Any]:
    """Something that is true of the list as a whole."""
    return {
        "kind": finding.kind,
        "about": finding.about,
        "entries": [e._asdict() for e in finding.entries],
        "beside": [e._asdict() for e in finding.beside],
        "statement": finding.statement,
        "source": _source(finding.source) if finding.source else None,
    }


def caution_words(codes: tuple[str, ...]) -> list[str]:
    return [CAUTIONS.get(code, code) for code in codes]


def _source(source: SourceRef) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "org": source.org,
        "year": source.year,
        "kind": source.kind,
        "url": source.url,
        "doi": source.doi,
        "pmid": source.pmid,
        "read": source.read,
        "locator": source.locator,
    }


def _codes(codes: Codes) -> dict[str, Any]:
    return {
        "unii": codes.unii,
        "drugbank": codes.drugbank,
        "atc": list(codes.atc),
        "rxcui": list(codes.rxcui),
    }


def _why(why: Why) -> dict[str, Any]:
    parts = [{"part": part, "similarity": similarity} for part, similarity in why.parts]
    return why._asdict() | {"parts": parts}


def _trace(step: TraceStep) -> dict[str, str]:
    return {"action": step.action, "text": step.text, "detail": step.detail}

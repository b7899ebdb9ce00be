"""Every step and every statement behind an entry: what ``--explain`` and ``describe`` print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from medcheck.model import Entry, Finding, Hop, Meaning
from medcheck.render import wording
from medcheck.render.layout import Line, visible
from medcheck.render.statements import citation
from medcheck.render.subjects import subjects
from medcheck.render.weigh import conflict_lines, option_lines

__all__ = ["explain_lines", "finding_lines"]


def explain_lines(entry: Entry) -> Iterator[Line]:
    """How an entry was read, step by step, and every statement that applies to it."""
    yield Line("title", "How it was read:")
    for step in entry.trace:
        detail = f" ({step.detail})" if step.detail else ""
        yield Line("quiet", visible(f"- {step.action}: {step.text}{detail}"), 5, 2)
    if entry.exposure_words:
        yield Line("quiet", visible(f"- exposure: {entry.exposure} ({entry.exposure_words})"), 5, 2)
    for meaning in entry.meanings:
        yield Line("quiet", visible(f"- {_match(meaning)}"), 5, 2)
    if not entry.trace and not entry.meanings:
        yield Line("quiet", "- nothing in it is a name of this table", 5, 2)
    for subject in subjects(entry):
        strongest = f", strongest source: {wording.grade(subject.strongest)}" if subject.strongest else ""
        yield Line("title", f"{subject.label}: {subject.verdict}{strongest}")
        for judged in (i for m in entry.meanings for i in m.ingredients if i.id == subject.id):
            if judged.classes and not subject.is_class:
                yield Line("quiet", f"Classes, nearest first: {', '.join(judged.classes)}.", 5)
            break
        yield from finding_lines(subject.findings)
        yield from conflict_lines(subject.conflicts)
        if subject.alternatives:
            yield Line("title", "Questions for the prescriber or pharmacist:", 5)
            yield from option_lines(subject.alternatives)


def _match(meaning: Meaning) -> str:
    """How a meaning was matched, with the numbers of a match that is not exact."""
    targets = meaning.class_label or " + ".join(i.label for i in meaning.ingredients)
    where = f" [{', '.join(meaning.regions)}]" if meaning.regions else ""
    variant = f", {meaning.variant}" if meaning.variant else ""
    words = f"match: {meaning.name}{variant}{where} ({meaning.kind}) = {targets}; method {meaning.method}"
    if meaning.why is None:
        return words
    why = meaning.why
    words += (
        f"; '{why.typed}' read as '{why.matched}', {wording.count(why.distance, 'edit')}, "
        f"similarity {why.similarity:.3f}"
    )
    if why.runner_up:
        other = f" {why.runner_up_similarity:.3f}" if why.runner_up_similarity is not None else ""
        words += f"; next other medicine '{why.runner_up}'{other}"
    return words


def finding_lines(findings: Iterable[Finding], indent: int = 5) -> Iterator[Line]:
    """Each statement with its id, grade, source, locator and standing in the verdict."""
    none = True
    for finding in findings:
        none = False
        effect = wording.EFFECTS.get(finding.effect, finding.effect)
        yield Line(
            "finding",
            f"- [{finding.association_id}] {effect}; {wording.grade(finding.evidence_level)}, "
            f"{finding.confidence} confidence; {_said_of(finding)}.",
            indent,
            2,
        )
        yield Line("statement", finding.statement, indent + 2)
        yield Line("quiet", f"Source {finding.source.id}: {citation(finding, short=False)}.", indent + 2)
        for words in _standing(finding):
            yield Line("quiet", words, indent + 2)
        if finding.hop is not None:
            hop = finding.hop
            yield Line(
                "statement",
                f"Then {hop.label}: {hop.statement} ({hop.strength} link; {', '.join(hop.sources)})",
                indent + 2,
            )
            yield Line("quiet", f"The chain is no stronger than its weaker hop: {_chain(hop)}.", indent + 2)
            if hop.test and hop.test_source:
                where = f"{hop.test_source.id}, {hop.test_source.locator}"
                yield Line("quiet", f"A test that a doctor can ask for: {hop.test} [{where}].", indent + 2)
    if none:
        yield Line("quiet", "No statement in this table.", indent)


def _chain(hop: Hop) -> str:
    return "lay web page alone" if hop.chain == "lay_only" else hop.chain


def _said_of(finding: Finding) -> str:
    basis = {"ingredient": "said of", "class": "said of the class", "pathway": "said of"}
    return f"{basis.get(finding.basis.value, 'said of')} {finding.subject_label}"


def _standing(finding: Finding) -> Iterator[str]:
    """What else a reader needs to weigh the statement."""
    if finding.population:
        yield f"About: {finding.population}."
    read = finding.source.read
    if finding.read_in or (read and read != "full"):
        where = f"; read in {finding.read_in}" if finding.read_in else ""
        yield f"What was read: {read or 'not recorded'}{where}."
    if finding.also_source_ids:
        yield f"Said also by: {', '.join(finding.also_source_ids)}."
    if finding.superseded:
        yield f"Superseded by {finding.superseded_by}: {finding.reason or 'a more specific statement'}."
    if not finding.headline and finding.hop is None:
        yield "Shown for completeness; not used for the verdict."

"""What stands beside the statements: disagreements, indirect links, questions to ask, the list as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from medcheck.model import (
    Conflict,
    Effect,
    Exposure,
    Finding,
    Hop,
    ListEntry,
    ListFinding,
    Option,
    Report,
    Resolution,
    SourceRef,
    Verdict,
)
from medcheck.render import wording
from medcheck.render.layout import Line
from medcheck.render.statements import citation, short_label, who
from medcheck.render.subjects import Subject, subjects

__all__ = [
    "beside_lines",
    "conflict_lines",
    "conflict_words",
    "indirect_words",
    "list_lines",
    "option_lines",
    "question_words",
]

_ANSWERS = {"supports": "yes", "disputes": "no", "no_signal": "no link found"}
_EFFECTS = {
    Effect.MAY_TRIGGER: "may trigger",
    Effect.MAY_WORSEN: "may worsen",
    Effect.WITHDRAWAL_MAY_TRIGGER: "symptoms on stopping",
    Effect.TREATS: "treats",
    Effect.AUGMENTATION: "worse with long use",
    Effect.PREFERRED_ALTERNATIVE: "less likely",
    "pathway": "indirectly",
}
_SIDES = {
    "supports": "supports it",
    "disputes": "disputes it",
    "no_signal": "found no link",
}
_CHAINS = {"lay_only": "a lay web page alone"}
_ROW = 77
"""Columns of one row of a report, its indent left out."""
_SLACK = 12
_SHORT_NAME = 24
_NOT_TAKEN = frozenset({Exposure.ALLERGY, Exposure.NEGATED, Exposure.FAMILY})
_MOST_PLACES = 6
_MOST_PAIRS = 3


def beside_lines(judged: Sequence[Subject], *, brief: bool = False) -> Iterator[Line]:
    """What stands beside the statements of an entry, each sentence once.

    In a long list (``brief``) the questions are gathered at its end.
    """
    for kind, words in (
        ("conflict", [conflict_words(s, brief=brief) for s in judged if not brief or _one_sided(s)]),
        ("indirect", [indirect_words(s, brief=brief) for s in judged][:1]),
        ("question", [] if brief else [question_words(s) for s in judged]),
    ):
        yield from (Line(kind, said) for said in dict.fromkeys(words) if said)


def _one_sided(subject: Subject) -> bool:
    """Whether the statements shown tell one side only: those of a ``mixed`` verdict tell both."""
    return subject.verdict is not Verdict.MIXED


def conflict_words(subject: Subject, *, brief: bool = False) -> str:
    """The nearest disagreement in one or two rows, the newest guideline first; empty where there is none."""
    if not subject.conflicts:
        return ""
    conflict = subject.conflicts[0]
    sides: dict[str, list[Finding]] = {}
    for stance, finding in conflict.positions:
        sides.setdefault(stance, []).append(finding)
    if brief and (said := _briefly(sides)):
        return f"Sources disagree: {said}."
    if conflict.counterclaim:
        return _both_sides(conflict, sides)
    said = "; ".join(f"{_ANSWERS[stance]}: {_named(sides[stance])}" for stance in sides)
    return f'Sources disagree: "{conflict.claim}" {said[:1].upper()}{said[1:]}.'


def _both_sides(conflict: Conflict, sides: Mapping[str, Sequence[Finding]]) -> str:
    """A disagreement that is more than a yes and a no: each side in its own words."""
    words = {"supports": conflict.claim, "disputes": conflict.counterclaim, "no_signal": "No link found."}
    said = "; ".join(
        f"{words[stance].removesuffix('.')} ({_named(found)})" for stance, found in sides.items()
    )
    return f"Sources disagree: {said}."


def _briefly(sides: Mapping[str, Sequence[Finding]]) -> str:
    """One source of each side with what it says; empty where their effects do not tell them apart."""
    said: dict[str, str] = {}
    for stance, findings in sides.items():
        finding = next((f for f in findings if f.effect != Effect.MIXED), findings[0])
        effect = "no link" if stance == "no_signal" else _EFFECTS.get(finding.effect, _SIDES[stance])
        said.setdefault(effect, f"{_source(finding, brief=True)} ({effect})")
    return ", ".join(said.values()) if len(said) > 1 else ""


def _named(findings: Sequence[Finding]) -> str:
    names = list(dict.fromkeys(map(_source, findings)))
    return f"{names[0]} and {len(names) - 1} more" if len(names) > 1 else names[0]


def _source(finding: Finding, brief: bool = False) -> str:
    """Who and when, and that it is a guideline or a lay page."""
    if finding.from_documents:
        return wording.grade(finding.evidence_level)
    name = who(finding.source).removesuffix(" et al." if brief else "\0")
    name = name if len(name) <= _SHORT_NAME else f"{name[:_SHORT_NAME].rsplit(' ', 1)[0]}..."
    year = f" {finding.source.year}" if finding.source.year else ""
    kind = " (guideline)" if finding.evidence_level == "guideline" and not brief else ""
    return f"{name}{year}{kind}"


def conflict_lines(conflicts: Iterable[Conflict], indent: int = 5) -> Iterator[Line]:
    """Every disagreement with both sides in full."""
    for conflict in conflicts:
        other = f' "{conflict.counterclaim}"' if conflict.counterclaim else ""
        yield Line("conflict", f'Sources disagree: "{conflict.claim}"{other}', indent)
        for stance, finding in conflict.positions:
            cited = f"{finding.association_id}; {citation(finding, short=False)}"
            words = f"- {_SIDES[stance]}: {finding.statement} [{cited}]"
            yield Line("quiet", words, indent + 2, 2)


def indirect_words(subject: Subject, *, brief: bool = False) -> str:
    """What may matter indirectly, each chain as strong as its weaker hop; ``brief`` in one row.

    The test that a doctor can ask for is named for the strongest chain that has one.
    """
    chains: dict[str, Hop] = {}
    for finding in subject.findings:
        if finding.hop is not None:
            chains.setdefault(finding.hop.state, finding.hop)
    test = next((hop.test for hop in chains.values() if hop.test), "")
    end = "" if brief or not test else f" A doctor can test {test}."
    room = _ROW if brief else 2 * _ROW - len(end) - _SLACK
    said = ""
    for number, hop in enumerate(chains.values()):
        link = f" ({_CHAINS.get(hop.chain, f'{hop.chain} link')})" if hop.chain else ""
        item = f"{hop.label}{link}"
        if said and len(f"{said}, {item}, 9 more.") > room:
            return f"{said}, {len(chains) - number} more.{end}"
        said = f"{said}, {item}" if said else f"May matter indirectly: {item}"
    return f"{said}.{end}" if said else ""


def question_words(subject: Subject) -> str:
    """What to ask about, with who names it; a question, never advice."""
    asked = [
        f"if taken for {purpose}, could {labels} be an option? [{sources}]"
        for purpose, labels, sources in _asked(subject)
    ]
    return f"A question for the prescriber or pharmacist: {' '.join(asked)}" if asked else ""


def _asked(subject: Subject) -> list[tuple[str, str, str]]:
    """What it may be taken for, the options in words, and who names them: one question for each purpose."""
    purposes: dict[str, list[Option]] = {}
    for option in subject.alternatives:
        purposes.setdefault(option.for_purpose, []).append(option)
    return [
        (
            purpose,
            wording.listed(list(dict.fromkeys(map(_article, options)))),
            "; ".join(dict.fromkeys(_cited(o.source) for o in options)),
        )
        for purpose, options in purposes.items()
    ]


def _article(option: Option) -> str:
    label = short_label(option.label)
    if option.kind != "class":
        return label
    return f"{'an' if label[:1] in 'aeiou' else 'a'} {label}"


def option_lines(options: Iterable[Option], indent: int = 5) -> Iterator[Line]:
    """Every option with what its source says."""
    for option in options:
        place = f"{_cited(option.source)}, {option.source.locator}"
        words = (
            f"- if taken for {option.for_purpose}, in place of {short_label(option.instead_of)}: "
            f"{short_label(option.label)}. {option.statement} [{option.source.id}; {place}]"
        )
        yield Line("quiet", words, indent, 2)


def list_lines(report: Report, *, explain: bool = False, brief: bool = False) -> Iterator[Line]:
    """What is true of the list as a whole: facts beside each other, no score."""
    shared = {e.line for e in report.entries if e.part > 1}
    pairs = [f for f in report.list_findings if f.kind == "interplay"]
    shown = pairs if explain else pairs[: 1 if brief else _MOST_PAIRS]
    kinds = {f.kind for f in report.list_findings}
    told = {"two_triggers"} if brief and "treatment_and_trigger" in kinds else set()
    said = [
        _about(finding, shared, brief)
        for finding in report.list_findings
        if finding.kind not in told and (finding.kind != "interplay" or finding in shown)
    ]
    if len(shown) < len(pairs):
        said.append(f"{wording.count(len(pairs) - len(shown), 'more pair')} with --explain.")
    questions = _questions(report, shared) if brief else ""
    if said and not brief:
        yield Line("blank", "", 0)
    if said and brief:
        yield Line("list", f"About the list: {' '.join(said)}", 0, 3)
    elif said:
        yield Line("title", "About the list", 0)
        yield from (Line("list", f"- {words}", 0, 2) for words in said)
    if questions:
        yield Line("list", questions, 0, 3)


def _questions(report: Report, shared: set[int]) -> str:
    """The questions of a long list in one paragraph."""
    asked: dict[tuple[str, str], list[str]] = {}
    for entry in report.entries:
        if entry.exposure in _NOT_TAKEN or entry.resolution is Resolution.AMBIGUOUS:
            continue
        number = f"{entry.line}.{entry.part}" if entry.line in shared else f"{entry.line}"
        for subject in subjects(entry):
            for purpose, labels, sources in _asked(subject):
                first = sources.split(";")[0].replace(" et al.", "")
                asked.setdefault((purpose, f"{labels} [{first}]"), []).append(number)
    said = [
        f"for {p} (line{'s' if len(set(n)) > 1 else ''} {wording.listed([*dict.fromkeys(n)], 'and')}), {o}"
        for (p, o), n in asked.items()
    ]
    return f"Questions for the prescriber or pharmacist: {'; '.join(said)}?" if said else ""


def _about(finding: ListFinding, shared: set[int], brief: bool) -> str:
    one, other = _places(finding.entries, shared), _places(finding.beside, shared)
    named = "" if brief else f" ({_labels(finding.entries)})"
    match finding.kind:
        case "interplay":
            pair = f"{_labels(finding.entries)} ({one}) and {_labels(finding.beside)} ({other})"
            pair = f"{one} and {other}" if brief else pair
            cited = f" [{_cited(finding.source)}]" if finding.source else ""
            return f"{pair}: {finding.statement}{cited}"
        case "treatment_and_trigger":
            if brief:
                return f"Treatments of RLS ({one}) stand beside possible triggers ({other})."
            beside = f"{other} ({_labels(finding.beside)})"
            return (
                f"A documented treatment of RLS in {one}{named} stands beside a possible trigger in {beside}."
            )
        case "two_triggers":
            return (
                f"More than one possible trigger: {one}{named}. What they do together is not documented here."
            )
        case "same_ingredient":
            return f"{finding.about} is in more than one: {one}."
    return f"One group, {short_label(finding.about)}: {one}{named}."


def _cited(source: SourceRef) -> str:
    return f"{who(source)} {source.year}" if source.year else who(source)


def _labels(entries: Sequence[ListEntry]) -> str:
    labels = list(dict.fromkeys(e.label for e in entries))
    more = len(labels) - _MOST_PLACES
    return (
        wording.listed(labels, "and") if more <= 0 else f"{', '.join(labels[:_MOST_PLACES])} and {more} more"
    )


def _places(entries: Sequence[ListEntry], shared: set[int]) -> str:
    numbers = [f"{e.line}.{e.part}" if e.line in shared else f"{e.line}" for e in entries]
    numbers = list(dict.fromkeys(numbers))
    more = len(numbers) - _MOST_PLACES
    if more > 0:
        numbers = [*numbers[:_MOST_PLACES], f"{more} more"]
    return f"{'line' if len(numbers) == 1 else 'lines'} {wording.listed(numbers, 'and')}"

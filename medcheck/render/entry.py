"""One entry as lines: how it was read, the verdict, the statements behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from medcheck.model import Entry, Exposure, Finding, Meaning, Method, Resolution, Verdict
from medcheck.render import wording
from medcheck.render.layout import Line, visible
from medcheck.render.statements import citation, documents_words, group_label, short_label, statement_words
from medcheck.render.subjects import Subject, deciding, leading_of, subjects
from medcheck.render.weigh import beside_lines
from medcheck.text import normalize

__all__ = [
    "NOT_TAKEN",
    "entry_lines",
    "meaning_label",
    "said_of_entry",
    "shown_findings",
]

NOT_TAKEN = frozenset({Exposure.ALLERGY, Exposure.NEGATED, Exposure.FAMILY})
_MOST_CHOICES = 3
_SAID = frozenset({"statement", "documents"})
_MOST_STATEMENTS = 3
_MOST_SHOWN = 6


def entry_lines(
    entry: Entry,
    *,
    several: bool = False,
    explain: bool = False,
    compact: bool = False,
    told: dict[str, str] | None = None,
) -> Iterator[Line]:
    """The short form of one entry: how it was read, the verdict, the statements behind it.

    ``compact`` says what the documents say in one row, for a long list; ``told`` holds the
    statements printed so far with the number of their entry, so that a long list says each once.
    """
    number = f"{entry.line}.{entry.part}" if several else f"{entry.line}"
    yield Line("head", f"{number}. {_typed(entry)}{_read_as(entry)}", 0, 3)
    if entry.resolution is Resolution.UNRECOGNISED or not entry.meanings:
        said = [s.name if s.means in ("", s.name) else f"{s.name} ({s.means})" for s in entry.suggestions]
        yield Line("verdict:unrecognised", visible(wording.did_you_mean(said)))
    elif entry.exposure in NOT_TAKEN:
        yield from _not_taken(entry)
    else:
        yield from _judged(entry, number, explain, compact, told)
    for words in _remarks(entry):
        yield Line("note", visible(words))


def _typed(entry: Entry) -> str:
    text = visible(entry.input).strip()
    if not text:
        return "(nothing)"
    return text if len(text) <= 140 else text[:137] + "..."


def _ingredients(meaning: Meaning) -> str:
    return meaning.class_label or " + ".join(i.label for i in meaning.ingredients)


def _read_as(entry: Entry) -> str:
    """What stands behind what was typed, where that is another word, and the group it belongs to."""
    if len(entry.meanings) != 1:
        return ""
    meaning = entry.meanings[0]
    behind = _ingredients(meaning)
    judged = subjects(meaning)
    said = []
    if normalize(behind) not in normalize(meaning.read_as or entry.input) and len(judged) == 1:
        said.append(behind)
    if len(judged) == 1 and (group := group_label(judged[0])):
        said.append(group)
    inside = ", ".join(said)
    if not meaning.read_as:
        return f" ({inside})" if inside else ""
    distance = meaning.why.distance if meaning.why else None
    words = wording.read_as_words(meaning.read_as, distance, meaning.method.value)
    return f": {words}{': ' + inside if inside else ''}"


def meaning_label(meaning: Meaning) -> str:
    """What a meaning is, told apart from the other meanings of the same name."""
    where = meaning.variant or wording.in_regions(meaning.regions)
    return f"{_ingredients(meaning)}, {where}" if where else _ingredients(meaning)


def _documented(meaning: Meaning) -> str:
    return f"{meaning_label(meaning)} ({wording.documented(meaning.verdict)})"


def said_of_entry(entry: Entry) -> str:
    """The one fixed sentence that answers an entry; the words of every format."""
    if not entry.meanings or entry.verdict is None:
        return wording.UNRECOGNISED
    if entry.resolution is Resolution.AMBIGUOUS:
        return f"{_choices(entry)} {wording.AMBIGUOUS_END}"
    if entry.exposure in NOT_TAKEN:
        return " ".join((wording.exposure_sentence(entry.exposure), *_mentioned(entry)))
    leading = leading_of(entry)
    labels = " + ".join(dict.fromkeys(_ingredients(m) for m in entry.meanings))
    return wording.verdict_sentence(
        entry.verdict,
        leading.strongest if leading else None,
        label=labels,
        deciding=deciding(leading) if leading else (),
        exposure=entry.exposure,
    )


def _choices(entry: Entry) -> str:
    """What an ambiguous entry could be; many packs are gathered by what is documented of them."""
    choices = list(dict.fromkeys(_documented(m) for m in entry.meanings))
    if len(choices) == 1:
        choices.append("another pack of the same name")
    if len(choices) <= _MOST_CHOICES:
        return f"Could be {wording.listed(choices)}."
    packs: dict[Verdict, dict[str, None]] = {verdict: {} for verdict in Verdict}
    for meaning in entry.meanings:
        packs[meaning.verdict][meaning.variant or meaning_label(meaning)] = None
    said = [f"{', '.join(names)} ({wording.documented(v)})" for v, names in packs.items() if names]
    return f"Could be one of {len(choices)} packs: {'; '.join(said)}."


def _not_taken(entry: Entry) -> Iterator[Line]:
    yield Line("exposure", wording.exposure_sentence(entry.exposure))
    for words in _mentioned(entry):
        yield Line("body", words)


def _mentioned(entry: Entry) -> Iterator[str]:
    for meaning in entry.meanings[:_MOST_SHOWN]:
        yield wording.not_taken_sentence(meaning_label(meaning), meaning.verdict, meaning.strongest)


def _judged(
    entry: Entry, number: str, explain: bool, compact: bool, told: dict[str, str] | None
) -> Iterator[Line]:
    judged = subjects(entry)
    said = [wording.exposure_sentence(entry.exposure, entry.days_since), said_of_entry(entry)]
    several = len(judged) > 1
    kind = "ambiguous" if entry.resolution is Resolution.AMBIGUOUS else str(entry.verdict)
    cautions = list(_cautions(judged, entry))
    if not several:
        said += cautions
    yield Line(f"verdict:{kind}", " ".join(s for s in said if s))
    if several and (entry.resolution is not Resolution.AMBIGUOUS or _combined(entry)):
        yield Line("ingredients", f"{_own_verdicts(judged)}.")
    if several and entry.resolution is not Resolution.AMBIGUOUS:
        yield from _packs(entry)
    if several:
        yield from (Line("caution", words) for words in cautions)
    yield from _exceptions(entry)
    lines, shown = _statements(entry, judged, compact)
    if told is not None:
        lines = _not_twice(lines, shown, number, told)
    everything = {f.association_id for s in judged for f in s.findings}
    more = 0 if explain else len(everything - shown.keys())
    yield from _with_rest([line for _, line in lines], more, compact)


def _combined(entry: Entry) -> bool:
    return any(len(meaning.ingredients) > 1 for meaning in entry.meanings)


def _own_verdicts(judged: list[Subject]) -> str:
    """Each ingredient with its own verdict; of many, those with nothing documented are gathered."""
    without = [s.label for s in judged if s.verdict is Verdict.UNDOCUMENTED]
    if len(without) < _MOST_CHOICES:
        return "; ".join(map(_own_verdict, judged))
    said = [_own_verdict(s) for s in judged if s.verdict is not Verdict.UNDOCUMENTED]
    return "; ".join([*said, f"{', '.join(without)}: {wording.SHORT['undocumented']}"])


def _own_verdict(subject: Subject) -> str:
    kind = wording.grade(subject.strongest)
    group = group_label(subject)
    label = f"{subject.label} ({group})" if group else subject.label
    return f"{label}: {wording.SHORT[subject.verdict]}{f' ({kind})' if kind else ''}"


def _packs(entry: Entry) -> Iterator[Line]:
    """Where one name has several packs or meanings with the same verdict: what each of them holds."""
    labels = list(dict.fromkeys(meaning_label(m) for m in entry.meanings))
    if len(labels) < 2:
        return
    more = f"; {len(labels) - _MOST_SHOWN} more with --explain" if len(labels) > _MOST_SHOWN else ""
    yield Line("note", f"This name means: {'; '.join(labels[:_MOST_SHOWN])}{more}.")


def _exceptions(entry: Entry) -> Iterator[Line]:
    """The members of a class word that are documented otherwise."""
    for meaning in entry.meanings:
        if not meaning.class_id or not meaning.except_members:
            continue
        named = [f"{label} ({wording.SHORT.get(v, v)})" for label, v in meaning.except_members]
        more = len(named) - _MOST_SHOWN
        tail = f" and {more} more (medcheck describe)" if more > 0 else ""
        yield Line("note", f"Except: {', '.join(named[:_MOST_SHOWN])}{tail}.")


def _cautions(judged: list[Subject], entry: Entry) -> Iterator[str]:
    """What holds whatever the verdict; in a combination it says of which ingredient it speaks."""
    spoken: dict[str, list[str]] = {}
    for subject in judged:
        own = subject.verdict if len(judged) == 1 else Verdict.UNDOCUMENTED
        words = wording.caution_words(subject.cautions, verdict=own, exposure=entry.exposure)
        if words:
            spoken.setdefault(" ".join(words), []).append(subject.label)
    for sentences, labels in spoken.items():
        yield sentences if len(judged) == 1 else f"{wording.listed(labels, 'and')}: {sentences}"


def shown_findings(entry: Entry) -> list[Finding]:
    """The statements that the short form of an entry shows."""
    if entry.exposure in NOT_TAKEN:
        return []
    return list(_statements(entry, subjects(entry), compact=False)[1].values())


def _statements(
    entry: Entry, judged: list[Subject], compact: bool
) -> tuple[list[tuple[str, Line]], dict[str, Finding]]:
    """The deciding statements with their citation and the documents' own words, each with its id."""
    lines: list[tuple[str, Line]] = []
    shown: dict[str, Finding] = {}
    order = sorted(judged, key=lambda s: s.verdict is not entry.verdict)
    if compact and entry.resolution is Resolution.AMBIGUOUS:
        order = order[:1]
    for subject in order:
        chosen = [f for f in deciding(subject) if f.association_id not in shown]
        if lines and len(shown) + len(chosen) > _MOST_STATEMENTS:
            continue
        for finding in chosen:
            shown[finding.association_id] = finding
            words = f"{statement_words(finding, subject)} [{citation(finding, place=not compact)}]"
            lines.append((finding.association_id, Line("statement", words)))
        for words, finding in documents_words(subject, shown.values(), brief=compact):
            if finding.association_id not in shown:
                shown[finding.association_id] = finding
                lines.append((finding.association_id, Line("documents", words)))
    if not (compact and entry.resolution is Resolution.AMBIGUOUS):
        lines += [(line.text, line) for line in beside_lines(order, brief=compact)]
    return lines, shown


def _not_twice(
    lines: list[tuple[str, Line]], shown: dict[str, Finding], number: str, told: dict[str, str]
) -> list[tuple[str, Line]]:
    """Point to the entry under which a statement was printed already."""
    kept = []
    earlier: dict[str, dict[str, None]] = {}
    for association_id, line in lines:
        if association_id in told and association_id not in shown:
            continue
        if association_id in told:
            label = short_label(shown[association_id].subject_label)
            earlier.setdefault(label, {})[told[association_id]] = None
        else:
            if association_id:
                told[association_id] = number
            kept.append((association_id, line))
    for label, numbers in earlier.items():
        kept.append(("", Line("statement", f"On {label}: see {wording.listed(list(numbers), 'and')} above.")))
    return kept


def _with_rest(lines: list[Line], more: int, compact: bool) -> Iterator[Line]:
    """The lines, and at the end how many statements ``--explain`` would add."""
    if not more:
        yield from lines
        return
    count = f"(+{more})" if compact else f"({more} more with --explain)"
    last = max((n for n, line in enumerate(lines) if line.kind in _SAID), default=-1)
    if last < 0:
        yield from lines
        yield Line("documents", count)
        return
    yield from lines[:last]
    yield lines[last]._replace(text=f"{lines[last].text} {count}")
    yield from lines[last + 1 :]


def _remarks(entry: Entry) -> Iterable[str]:
    """Look-alikes, the route, and what was noted while reading the entry."""
    if entry.look_alikes:
        names = [
            f"{other.name} ({wording.documented(other.verdict)})" if other.verdict else other.name
            for other in entry.look_alikes
        ]
        yield f"Easily confused with {wording.listed(names)}. Check the label."
    for route in dict.fromkeys(m.route for m in entry.meanings):
        if words := wording.route_sentence(route):
            yield words
    if entry.meanings and all(m.method is Method.TRUNCATED for m in entry.meanings):
        yield "The name was cut short: check that this is the one that is meant."
    for note in dict.fromkeys(entry.notes):
        yield f"{note[:1].upper()}{note[1:].rstrip('.')}."

"""Which statements a short report shows: the deciding one, the documents' own, and how many more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from medcheck.model import (
    Basis,
    Effect,
    Finding,
    SourceRef,
)
from medcheck.render.subjects import SIDES, Subject, deciding
from medcheck.render.wording import EFFECTS

__all__ = [
    "citation",
    "documents_words",
    "group_label",
    "link",
    "short_label",
    "statement_words",
    "who",
]

_HEDGES = ("Some ", "Certain ", "In some cases")
_SHORT_LOCATOR = 32
_SHORT_LINK = 48
_SHORT_TITLE = 40


def link(finding: Finding) -> str:
    """The most lasting address of a finding's source."""
    source = finding.source
    if source.doi:
        return f"https://doi.org/{source.doi}"
    if source.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
    return source.url


def _short_link(finding: Finding) -> str:
    source = finding.source
    if source.doi:
        return f"doi.org/{source.doi}"
    if source.pmid:
        return f"PMID {source.pmid}"
    address = source.url.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return address if len(address) <= _SHORT_LINK else address.split("/")[0]


def who(source: SourceRef, *, short: bool = True) -> str:
    """The source's authors or organisation, or its title where they are not known."""
    if not short:
        return f"{source.org}: {source.title}," if source.org else f"{source.title},"
    if not source.org or source.org.startswith("PMC"):
        return source.title if len(source.title) <= _SHORT_TITLE else _cut(source.title)
    author, acronym = _author(source.org), _acronym(source.org)
    if author and acronym:
        return acronym
    if author:
        several = "," in source.org.split("(")[0].split(".")[0] or "et al" in source.org
        return author + (" et al." if several else "")
    return _until(source.org, " (", "; ", ", Sleep", ". ")


def _cut(title: str) -> str:
    return title[: _SHORT_TITLE - 3].rsplit(" ", 1)[0] + "..."


def _until(text: str, *marks: str) -> str:
    """The text before the first of the marks."""
    for mark in marks:
        text = text.split(mark, 1)[0]
    return text.strip()


def _author(org: str) -> str:
    """The surname at the start of a list of authors ("Park YM, ..."); empty for an organisation."""
    *surname, initials = _until(org, ",", ".").split() or [""]
    named = 1 <= len(surname) <= 2 and not surname[0].isupper() and "/" not in surname
    return " ".join(surname) if named and len(initials) <= 3 and initials.isupper() else ""


def _acronym(org: str) -> str:
    """An organisation's letters in brackets ("(AASM)")."""
    for piece in org.split("(")[1:]:
        letters = piece.split(")", 1)[0]
        if 2 <= len(letters) <= 9 and letters.isalpha() and letters.isupper():
            return letters
    return ""


def _read(finding: Finding) -> str:
    """The mark of a source that was not read itself, unless its locator says so already."""
    if "reported by" in finding.source.locator or "listed in" in finding.source.locator:
        return ""
    if finding.read_in:
        return " (read in a report of it)"
    return " (read in a summary)" if finding.source.read == "summary" else ""


def citation(finding: Finding, *, short: bool = True, place: bool = True) -> str:
    """Who says so and when, with the ``place`` where to read it; ``short`` for a line of a report."""
    source = finding.source
    if not place:
        return f"{who(source)}{f' {source.year}' if source.year else ''}{_read(finding)}"
    year = f" {source.year}" if source.year else ", no date" if short else " no date"
    address = _short_link(finding) if short else link(finding)
    where = f", {address}" if address else ""
    locator = "" if source.locator == "not recorded" else source.locator
    if short and len(locator) > _SHORT_LOCATOR:
        locator = _until(locator, ";", ",", "(")
        locator = locator if len(locator) <= _SHORT_LOCATOR else ""
    inside = f", {locator}" if locator else ""
    return f"{who(source, short=short)}{year}{where}{_read(finding)}{inside}"


def _group(effect: str) -> frozenset[str]:
    return next((side for side in SIDES if effect in side), frozenset({effect}))


def _plain(statement: str) -> str:
    """A document's statement without the clause that says it is a web page: the line says so itself."""
    start = statement.find(", according to a")
    end = statement.find("page", start)
    return statement if start < 0 or end < 0 else statement[:start] + statement[end + len("page") :]


def _brief(finding: Finding) -> str:
    """What a document says in the fewest words, as hedged as it says it."""
    some = "some " if finding.statement.startswith(_HEDGES) else ""
    match finding.effect:
        case Effect.MAY_TRIGGER | Effect.MAY_WORSEN:
            return f"{some}{EFFECTS[finding.effect]}"
        case Effect.WITHDRAWAL_MAY_TRIGGER:
            return "stopping may trigger RLS"
        case Effect.TREATS:
            return f"{some}may help RLS"
    return EFFECTS.get(finding.effect, finding.effect)


def documents_words(
    subject: Subject, shown: Iterable[Finding], *, brief: bool = False
) -> Iterator[tuple[str, Finding]]:
    """The five documents' statements in a line each: one for each direction that they take.

    A direction is left out where its statement is shown already as the deciding one. The line
    says so where a document speaks of a group and not of the medicine. ``brief`` says it in fewer
    words, never with fewer hedges.
    """
    shown = tuple(shown)
    already = {f.association_id for f in shown}
    near = {f.subject for f in deciding(subject)}
    told: set[frozenset[str]] = set()
    documents = sorted((f for f in subject.findings if f.from_documents), key=lambda f: f.subject not in near)
    for finding in documents:
        side = _group(finding.effect)
        alike = [f for f in documents if f.effect in side]
        if side in told or any(f.association_id in already for f in alike):
            continue
        told.add(side)
        pages = len({f.source.id for f in alike})
        who = "Lay web page" if pages == 1 else f"Lay web page (1 of {pages})"
        where = _spoken_of(finding, subject, brief)
        if brief:
            words = f"{who}{where or f' on {subject.label}'}: {_brief(finding)}."
            words += " Superseded by a more specific source." if finding.superseded else ""
        else:
            words = f"{who}{where}: {_plain(finding.statement)}"
            if finding.superseded:
                words += f" Superseded: {finding.reason or 'a more specific source says otherwise'}."
        yield words, finding


def _spoken_of(finding: Finding, subject: Subject, brief: bool) -> str:
    if subject.is_class or not _of_group(finding, subject):
        return ""
    label = short_label(finding.subject_label)
    return " on its group" if brief and label == group_label(subject) else f" on the group {label}"


def short_label(label: str) -> str:
    """A class's label without its bracket.

    >>> short_label("anticonvulsant (antiseizure medicine)")
    'anticonvulsant'
    >>> short_label("non-sedating (second-generation) antihistamine")
    'non-sedating antihistamine'
    """
    before, _, rest = label.partition(" (")
    return before + rest.partition(")")[2]


def group_label(subject: Subject) -> str:
    """The group of which the shown statements speak, where they do not speak of the ingredient itself."""
    if subject.is_class:
        return ""
    chosen = deciding(subject)[:1] or [f for f in subject.findings if f.from_documents][:1]
    return next((short_label(f.subject_label) for f in chosen if _of_group(f, subject)), "")


def _of_group(finding: Finding, subject: Subject) -> bool:
    return finding.basis is Basis.CLASS and finding.subject_label.casefold() != subject.label.casefold()


def statement_words(finding: Finding, subject: Subject) -> str:
    """A statement that says of which group it speaks, where neither it nor the entry's head names it."""
    label = short_label(finding.subject_label)
    if subject.is_class or not _of_group(finding, subject) or label == group_label(subject):
        return finding.statement
    if label.casefold() in finding.statement.casefold():
        return finding.statement
    return f"On the group {label}: {finding.statement}"

"""Sources as other programs cite them: BibTeX, CSL-JSON, and a line to read.

Only what the sources table holds is written. It has no column for journals: where the cell of
authors ends in one, that stands in ``note``, and a cell of a study that names no person is not
passed off as its author. A source without a year is written without one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from medcheck.model import DatasetInfo, Source

__all__ = ["DATASET_KEY", "dataset_source", "to_bibtex", "to_citation_text", "to_csl_json"]

DATASET_KEY: Final = "medcheck"
"""The citation key of the dataset itself; no source has that id."""

_DATASET_KIND: Final = "dataset"
_AUTHOR: Final = "The medcheck developers"

_STUDIES: Final = frozenset({
    "guideline", "systematic_review", "trial", "cohort", "cross_sectional", "review", "case_report",
    "case_series", "pharmacovigilance", "expert_opinion",
})  # fmt: skip
_PAGES: Final = frozenset({"health_service_page", "patient_org", "lay_web_seed"})
_CSL: Final = {"regulator": "report", "label": "document", "vocabulary": "dataset", _DATASET_KIND: "dataset"}
_WHAT: Final = {
    "label": "Medicine label",
    "regulator": "Regulator's publication",
    "vocabulary": "Vocabulary",
    "health_service_page": "Web page of a health service",
    "patient_org": "Web page of a patient organisation",
    "lay_web_seed": "Patient web page",
    _DATASET_KIND: "Dataset",
}

_NOBODY: Final = "unattributed"

_PERSON: Final = r"[A-Z][^\W\d_A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*"
_NAME: Final = rf"{_PERSON}(?: [^\W\d_]+(?:['’-][^\W\d_]+)*)* [A-Z]{{1,3}}(?: (?:Jr|Sr|II|III))?"
_AUTHORS: Final = re.compile(
    rf"(?P<names>{_NAME}(?:, {_NAME})*)"
    r"(?:(?P<others>,? et al\b)(?P<more>.*)|(?P<rest>$|[.;] .*| \(.*))"
)


class _People(NamedTuple):
    """The cell of authors taken apart: persons, whether there are more, an organisation, what is left."""

    persons: tuple[tuple[str, str], ...] = ()
    others: bool = False
    organisation: str = ""
    rest: str = ""


def dataset_source(info: DatasetInfo, title: str, licence: str) -> Source:
    """The dataset as something to cite: its version and hash say exactly which one was used."""
    note = f"Version {info.version}, released {info.released}, licence {licence}, SHA-256 {info.sha256}"
    return Source(DATASET_KEY, title, _AUTHOR, int(info.released[:4]), _DATASET_KIND, note=note)


# --- BibTeX -------------------------------------------------------------------------------


def to_bibtex(sources: Iterable[Source]) -> str:
    """BibTeX entries in UTF-8, keyed by the source ids."""
    return "\n".join(map(_bibtex, sources))


def _bibtex(source: Source) -> str:
    people = _people(source)
    authors = [f"{_tex(family)}, {_tex(given)}" for family, given in people.persons]
    if people.organisation:
        authors.append(f"{{{_tex(people.organisation)}}}")
    if people.others:
        authors.append("others")
    fields = {
        "author": " and ".join(authors),
        "title": f"{{{_tex(source.title)}}}",
        "year": str(source.year or ""),
        "howpublished": _tex(_WHAT.get(source.kind, "")),
        "doi": _verbatim(source.doi),
        "pmid": source.pmid,
        "url": _verbatim(source.url),
        "note": _tex("; ".join(_notes(source, people))),
    }
    kind = "article" if source.kind in _STUDIES else "misc"
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{source.source_id},\n{rows}}}\n"


_TEX: Final = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


def _tex(text: str) -> str:
    """Text so that TeX prints it as it stands; BibTeX counts braces, escaped or not, so they go by name."""
    return text.translate(_TEX)


def _verbatim(address: str) -> str:
    """An address for ``\\url`` and the like, which print what they are given; only braces would disturb."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


# --- CSL-JSON -----------------------------------------------------------------------------


def to_csl_json(sources: Iterable[Source]) -> str:
    """A CSL-JSON list, as reference managers import it, ending in a newline."""
    return json.dumps([_csl(source) for source in sources], ensure_ascii=False, indent=2) + "\n"


def _csl(source: Source) -> dict[str, Any]:
    people = _people(source)
    authors: list[dict[str, str]] = [{"family": family, "given": given} for family, given in people.persons]
    if people.organisation:
        authors.append({"literal": people.organisation})
    kind = "article-journal" if source.kind in _STUDIES else "webpage" if source.kind in _PAGES else ""
    fields = {
        "id": source.source_id,
        "type": kind or _CSL.get(source.kind, "document"),
        "title": source.title,
        "author": authors,
        "issued": {"date-parts": [[source.year]]} if source.year else None,
        "genre": _WHAT.get(source.kind, ""),
        "DOI": source.doi,
        "PMID": source.pmid,
        "URL": source.url,
        "note": "; ".join([*["and others"] * people.others, *_notes(source, people)]),
    }
    return {name: value for name, value in fields.items() if value}


# --- a line to read -----------------------------------------------------------------------


def to_citation_text(source: Source) -> str:
    """A source in one line: who, when, what, where."""
    who = f"{source.authors_or_org.rstrip('.')}. " if source.authors_or_org else ""
    where = [source.url]
    if source.doi and source.doi not in source.url:
        where.append(f"doi:{source.doi}")
    if source.pmid and source.pmid not in source.url:
        where.append(f"PMID {source.pmid}")
    if source.kind == _DATASET_KIND:
        where.append(source.note)
    found = ", ".join(part for part in where if part)
    title = source.title if source.title.endswith((".", "?", "!")) else f"{source.title}."
    return f"{who}({source.year or 'no date'}). {title} {found}".rstrip()


# --- who wrote it -------------------------------------------------------------------------


def _people(source: Source) -> _People:
    """Take the cell of authors apart as far as it is written as one list of names.

    >>> _people(Source("a", "t", "Park EJ, Park YM. Chronobiol Med", kind="review"))
    _People(persons=(('Park', 'EJ'), ('Park', 'YM')), others=False, organisation='', rest='Chronobiol Med')
    >>> _people(Source("a", "t", "US FDA", kind="regulator")).organisation
    'US FDA'
    >>> _people(Source("a", "t", "BMC Psychiatry", kind="case_report"))
    _People(persons=(), others=False, organisation='', rest='BMC Psychiatry')
    """
    cell = source.authors_or_org
    found = _AUTHORS.fullmatch(cell) if source.kind in _STUDIES else None
    if found is None:
        if source.kind in _STUDIES or cell.startswith(_NOBODY):
            return _People(rest=cell)
        return _People(organisation=cell)
    persons = tuple(_person(name) for name in found["names"].split(", "))
    rest = (found["rest"] or found["more"] or "").strip(" .;")
    if rest.startswith("(") and rest.find(")") == len(rest) - 1:
        rest = rest[1:-1]
    return _People(persons, bool(found["others"]), "", rest)


def _person(name: str) -> tuple[str, str]:
    """Family name and initials; ``Jr`` goes with the initials."""
    words = name.split(" ")
    split = -2 if words[-1] in {"Jr", "Sr", "II", "III"} else -1
    return " ".join(words[:split]), " ".join(words[split:])


def _notes(source: Source, people: _People) -> list[str]:
    notes = [people.rest]
    if source.kind == _DATASET_KIND:
        notes.append(source.note)
    if not source.url and not source.doi and source.sha256:
        notes.append(f"SHA-256 of the text read: {source.sha256}")
    return [note for note in notes if note]

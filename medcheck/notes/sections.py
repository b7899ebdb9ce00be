"""The sections of a note: which headings there are, and what stands under them.

The rules are a table in code, like those of :mod:`medcheck.exposure`: a table of the store
would be read at every start for fifty rows that change with the code that reads them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Final, NamedTuple

from medcheck.model import Exposure
from medcheck.notes.words import words
from medcheck.text import normalize

__all__ = ["NO_SECTION", "Section", "Sections", "kind_of_heading", "kind_of_line"]


class Section(NamedTuple):
    """A stretch of a note under one heading; ``kind`` is one of :data:`DEFAULTS` or "other"."""

    start: int
    body: int
    kind: str
    heading: str


DEFAULTS: Final[dict[str, Exposure]] = {
    "medications": Exposure.TAKING,
    "substances": Exposure.TAKING,
    "stopped": Exposure.STOPPED,
    "allergies": Exposure.ALLERGY,
    "family": Exposure.FAMILY,
    "plan": Exposure.PLANNED,
}
"""What a section says of a medicine of which its sentence says nothing."""

NO_SECTION: Final = Section(0, 0, "", "")

_RULES: Final[tuple[tuple[str, str], ...]] = (
    # (words that must all be there; "a/b" is either), kind: the first rule that fits
    ("family", "family"),
    ("allergies/allergy/allergic/intolerances/intolerance/sensitivities/hypersensitivities", "allergies"),
    ("adverse reactions/reaction", "allergies"),
    ("medication/medications/meds/medicine/medicines/drugs reconciliation", "medications"),
    ("discontinue/stop/withheld/held medication/medications/meds/medicines/drugs", "stopped"),
    ("discontinue/discontinued/stopped/ceased", "stopped"),
    ("past/previous/former/prior/failed medication/medications/meds/drugs trials/trial", "stopped"),
    ("past/previous/former/prior/failed/earlier trials/trial", "stopped"),
    ("past/previous/former/prior/failed psychiatric/psychotropic medication/medications/meds", "stopped"),
    ("prior/admission to/prior admission/arrival/hospitalization", "admission"),
    ("past/previous/former/failed medication/medications/meds/medicines/drugs", "stopped"),
    ("start/planned medication/medications/meds/medicines", "plan"),
    ("medication/medications/meds/medicine/medicines/prescriptions/pharmacotherapy", "medications"),
    ("drugs current/home/regular/discharge/admission", "medications"),
    ("drug history", "medications"),
    ("rx/dhx/dh", "medications"),
    ("supplements/vitamins/otc/otcs", "medications"),
    ("lab/labs/laboratory/laboratories/chemistry/chemistries/bloods/bmp/cmp/electrolytes", "labs"),
    ("toxicology/tox", "screen"),
    ("diagnostic studies/data/tests/results", "labs"),
    ("assessment/impression/a and/plan/recommendation/recommendations", "assessment"),
    ("plan/plans/recommendations/recommendation", "plan"),
    ("social/habits/substance/substances/tobacco/alcohol/etoh/lifestyle", "substances"),
)

_KNOWN: Final[dict[str, str]] = {
    "a p": "assessment",
    "acute": "medications",
    "acutes": "medications",
    "advice": "plan",
    "assessment": "assessment",
    "assessment plan": "assessment",
    "chief complaint": "other",
    "course": "other",
    "current therapy": "medications",
    "current treatment": "medications",
    "diagnoses": "other",
    "diagnosis": "other",
    "disposition": "other",
    "examination": "other",
    "fh": "family",
    "findings": "other",
    "follow up": "other",
    "followup": "other",
    "history": "other",
    "history of present illness": "other",
    "hospital course": "other",
    "hpi": "other",
    "impression": "assessment",
    "imp": "assessment",
    "instructions": "plan",
    "investigations": "labs",
    "interval history": "other",
    "medical history": "other",
    "objective": "other",
    "on examination": "other",
    "past history": "other",
    "past medical history": "other",
    "past surgical history": "other",
    "physical exam": "other",
    "physical examination": "other",
    "pmh": "other",
    "presenting complaint": "other",
    "present illness": "other",
    "problem list": "other",
    "problems": "other",
    "procedures": "other",
    "procedure": "other",
    "psh": "other",
    "reason for consultation": "other",
    "reason for visit": "other",
    "repeat": "medications",
    "repeats": "medications",
    "review of systems": "other",
    "ros": "other",
    "sh": "substances",
    "subjective": "other",
    "surgical history": "other",
    "treatment": "medications",
    "treatment plan": "plan",
    "vital signs": "other",
    "vitals": "other",
}

_MOST_WORDS: Final = 7
_NOWHERE: Final = 1 << 62
_LINE: Final = re.compile(
    r"^[ \t#*>|_-]*+(?:\d{1,2}[.)][ \t]*+)?([A-Za-z][A-Za-z0-9 \t/&,'()\u2019.*_-]{1,70}+)(?::|(?=\r?$))",
    re.M,
)
_INLINE: Final = re.compile(r"[.;!?][ \t]{1,4}([A-Z][A-Za-z/& ]{1,40}+):")


def kind_of_heading(heading: str) -> str:
    """The kind of section that a heading opens; "" where the words are no known heading.

    >>> kind_of_heading("MEDICATIONS PRIOR TO ADMISSION"), kind_of_heading("Discontinued meds")
    ('medications', 'stopped')
    >>> kind_of_heading("The patient is discharged with")
    ''
    """
    key = normalize(heading)
    words = key.split()
    if not words or len(words) > _MOST_WORDS:
        return ""
    if key in _KNOWN:
        return _KNOWN[key]
    if not {"the", "is", "are", "was", "were", "takes", "has", "he", "she", "i"}.isdisjoint(words):
        return ""
    present = set(words)
    for wanted, kind in _RULES:
        if all(not present.isdisjoint(either.split("/")) for either in wanted.split()):
            if kind == "admission":
                return "medications" if _MEDICATIONS & present else "other"
            return kind
    return "other" if _ENDINGS & present else ""


_MEDICATIONS: Final = frozenset(["medication", "medications", "meds", "medicines", "drugs"])
_ENDINGS: Final = words(
    """
    history examination exam course diagnosis diagnoses systems signs
    """
)


class Sections:
    """The sections of one text, asked by position."""

    def __init__(self, text: str, opens: Callable[[str, bool], str], before: Section = NO_SECTION) -> None:
        """``opens`` is :func:`kind_of_line` (remembered); ``before`` is the section the text begins in."""
        found = [before._replace(start=0, body=0)]
        for match in _LINE.finditer(text):
            kind = opens(match.group(1), match.end() > match.end(1))
            if kind:
                found.append(Section(match.start(), match.end(), kind, match.group(1).strip(" \t*_")))
        inline = [
            Section(m.start(1), m.end(), kind, m.group(1))
            for m in _INLINE.finditer(text)
            if (kind := opens(m.group(1), True))
        ]
        if inline:
            found = sorted({s.start: s for s in inline + found}.values())
        self.all = _with_family_ended(text, found)
        found = self.all
        self._starts = [s.start for s in found]

    def at(self, position: int) -> Section:
        """The section that holds ``position``."""
        return self.all[bisect_right(self._starts, position) - 1]

    def end(self, section: Section) -> int:
        """Where a section ends: at the next heading, or nowhere (a very large number)."""
        at = bisect_right(self._starts, section.start)
        return self._starts[at] if at < len(self._starts) else _NOWHERE


_FAMILY_LINE: Final = re.compile(r"\.[ \t]*\r?\n(?=[A-Z])")
_RELATION: Final = re.compile(
    r"\b(?:aunt|brother|cousin|dad|daughter|famil|father|grand|maternal|mo[mt]her|mum|mom|nephew|niece|parent|"
    r"paternal|relative|sibling|sister|son|twin|uncle|child)[a-z]*\b", re.I
)  # fmt: skip


def _with_family_ended(text: str, found: list[Section]) -> list[Section]:
    """A family's section ends at a line that begins a sentence about nobody of the family."""
    done: list[Section] = []
    for section, following in zip(found, [*found[1:], None], strict=True):
        done.append(section)
        if section.kind != "family" or not section.heading or section.body == 0:
            continue
        stop = following.start if following else len(text)
        for match in _FAMILY_LINE.finditer(text, section.body, stop):
            end = text.find("\n", match.end(), stop)
            line = text[match.end() : end if end >= 0 else stop]
            if not _RELATION.search(line) and _RELATION.search(text, section.body, match.start()):
                done.append(Section(match.end(), match.end(), "other", ""))
                break
    return done


def kind_of_line(heading: str, opened: bool, names: Callable[[str], bool]) -> str:
    """The kind of section that a line's beginning opens, or "".

    ``opened`` says that a colon follows; otherwise ``heading`` is the whole line. ``names``
    says whether words hold a medicine's name: "ASPIRIN: 81 mg" is no heading.
    """
    heading = heading.strip(" \t*_")
    letters = [c for c in heading if c.isalpha()]
    capitals = len(letters) > 2 and all(c.isupper() for c in letters)
    if opened:
        kind = kind_of_heading(heading)
        if kind:
            return kind
        return "other" if capitals and not names(heading) else ""
    if heading.endswith(".") or not heading[:1].isupper():
        return ""
    count = len(heading.split())
    kind = kind_of_heading(heading)
    if kind and (capitals or count <= 4):
        return kind
    return "other" if capitals and len(letters) >= 8 and count > 1 and not names(heading) else ""

"""The sections of a note: where each begins, and what stands under its heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from medcheck.model import Exposure
from medcheck.notes.headings import NEED_A_COLON, NEED_CAPITALS, ONE_LINE, kind_of_heading
from medcheck.notes.tokens import has_cue

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

_NOWHERE: Final = 1 << 62
_LINE: Final = re.compile(
    r"\n[ \t#*>|_-]*+(?:\d{1,2}[.)][ \t]*+)?"
    r"([A-Za-z][A-Za-z0-9 \t/&,'()\u2019.*_-]{1,70}+)(?::|(?<!\.)(?=\r?$))",
    re.M,
)
"""The beginning of a line, with the break before it: a pattern that begins with a letter is found fast."""
_INLINE: Final = re.compile(r"(?:[.;!?][ \t]{1,4}|,)([A-Z][A-Za-z/& -]{1,40}):\Z")
"""A heading after a sentence, or between the commas of an export that has lost its line breaks."""
_WIDEST_INLINE: Final = 47
_EXPORTED: Final = re.compile(r"[ \t]?,")


class Sections:
    """The sections of one text, asked by position."""

    def __init__(self, text: str, opens: Callable[[str, bool], str], before: Section = NO_SECTION) -> None:
        """``opens`` is :func:`kind_of_line` (remembered); ``before`` is the section the text begins in."""
        found = [before._replace(start=0, body=0)]
        ends: set[int] = set()
        for match in _LINE.finditer(f"\n{text}"):
            heading, end = match.group(1), match.end() - 1
            kind = opens(heading, end >= match.end(1))
            if kind:
                found.append(Section(match.start(), end, kind, heading.strip(" \t*_")))
                if "." not in heading and "," not in heading:
                    ends.add(end)
        inline = [
            Section(start, end, kind, text[start : end - 1])
            for start, end in _inline(text, ends)
            if (kind := opens(text[start : end - 1], True))
        ]
        if inline:
            found = sorted({s.start: s for s in inline + found}.values())
        self.all = _with_lists_ended(text, _with_family_ended(text, _with_lines_ended(text, found)))
        found = self.all
        self._starts = [s.start for s in found]

    def at(self, position: int) -> Section:
        """The section that holds ``position``."""
        return self.all[bisect_right(self._starts, position) - 1]

    def end(self, section: Section) -> int:
        """Where a section ends: at the next heading, or nowhere (a very large number)."""
        at = bisect_right(self._starts, section.start)
        return self._starts[at] if at < len(self._starts) else _NOWHERE


def _inline(text: str, known: set[int]) -> Iterator[tuple[int, int]]:
    """Where headings inside a line begin and end, looked for at the colons that end no ``known`` one."""
    end = 0
    while end := text.find(":", end) + 1:
        if end in known:
            continue
        match = _INLINE.search(text, max(0, end - _WIDEST_INLINE), end)
        if match is not None and (text[match.start()] != "," or _EXPORTED.match(text, end)):
            yield match.start(1), end


def _with_lines_ended(text: str, found: list[Section]) -> list[Section]:
    """A heading for its own line gives way to the section before it: "Hold: metformin" among orders."""
    done: list[Section] = []
    outer = found[0]
    for section, following in zip(found, [*found[1:], None], strict=True):
        done.append(section)
        if section.heading.lower() not in ONE_LINE:
            outer = section
            continue
        stop = following.start if following else len(text)
        line = text.find("\n", section.body, stop)
        if line >= 0 and line + 1 < stop and text[section.body : line].strip():
            done.append(Section(line + 1, line + 1, outer.kind, outer.heading))
    return done


_OWN_SENTENCE: Final = re.compile(
    r"\n[ \t]*(?=(?:the )?(?:patient|pt)[ \t]+(?:is|takes|has|was|stopped|started|currently|denies)\b)", re.I
)
"""A line in the section of a family that is about the patient."""
_FAMILY_LINE: Final = re.compile(r"\r?\n[ \t]*(?=[A-Z])")
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
        if own := _OWN_SENTENCE.search(text, section.body, stop):
            done.append(Section(own.end(), own.end(), "other", ""))
            continue
        for match in _FAMILY_LINE.finditer(text, section.body, stop):
            end = text.find("\n", match.end(), stop)
            line = text[match.end() : end if end >= 0 else stop]
            if not _RELATION.search(line) and _RELATION.search(text, section.body, match.start()):
                done.append(Section(match.end(), match.end(), "other", ""))
                break
    return done


_NEXT_SENTENCE: Final = re.compile(
    r"(?:[.;)][ \t]+|\n[ \t]*)(?=(?:add|continue|currently|decrease|denies|give|given|he|her|his|hold|i|"
    r"increase|instr|instructions|meds|mr|mrs|ms|my|no|on|patient|plan|prior|pt|recently|refill|resume|rx|she|start|"
    r"started|stop|stopped|switch|take|takes|taking|thank|the (?:patient|pt)|this|today|was|we|will)\b)"
    r"([^.;\n]*)", re.I
)  # fmt: skip
_SAME_LINE: Final = re.compile(r"\.[ \t]+(?=[A-Za-z+↑↓?])([^.;\n]*)")
_MOST_WORDS: Final = 3
"""Words of a sentence that may be one more name in a list of allergies."""
_NOTHING: Final = re.compile(
    r"[ \t]*(?:nkd?a|nil|nil known|none|none known|no known(?: drug| medication)? allergies|no|n/a)\b"
    r"[ \t.]*\r?\n",
    re.I,
)
"""A heading with nothing under it: what stands on the next line is no part of it."""
_ALLERGIC: Final = re.compile(
    r"allerg|anaphyl|caus|develop|gets|hives|intoler|itch|rash|react|respon|sensitiv|swell|tolera", re.I
)
_REACTION: Final = re.compile(
    rf"{_ALLERGIC.pattern}|breath|confus|cough|diarr|dizz|gave|gives|headache|made|makes|nausea|sick|stomach|"
    r"throat|upset|vomit|wheez|[ \t][-–](?!>)|[-–][ \t]|[=(]",
    re.I,
)


def _with_lists_ended(text: str, found: list[Section]) -> list[Section]:
    """What is no longer taken ends at a sentence about something else: "Allergic: sulfa. Rx Keflex"."""
    done: list[Section] = []
    for section, following in zip(found, [*found[1:], None], strict=True):
        done.append(section)
        if section.kind not in ("allergies", "stopped") or not section.heading:
            continue
        stop = following.start if following else len(text)
        if nothing := _NOTHING.match(text, section.body, stop):
            done.append(Section(nothing.end(), nothing.end(), "other", ""))
            continue
        sentences = _NEXT_SENTENCE.finditer(text, section.body, stop)
        end = next((match.start(1) for match in sentences if not _ALLERGIC.search(match.group(1))), stop)
        if section.kind == "allergies":
            listed = _end_of_allergies(text, section, end)
            end = end if listed is None else min(end, listed)
        if end < stop:
            done.append(Section(end, end, "other", ""))
    return done


_TOLERATES: Final = re.compile(r"(?<!not )(?<!cannot )(?<!n[’']t )\btolerat(?:es|ing)\b", re.I)
_LABEL: Final = re.compile(r"\n[ \t]*(?=[A-Z][A-Za-z/&. ]{1,20}:([^\n]*))")
"""A line with a label that may be of the list ("Sulfa: hives") or something else ("Instr: hold Ozempic")."""


def _end_of_allergies(text: str, section: Section, stop: int) -> int | None:
    """Where the line of a list of allergies goes on about something else, or a heading inside one ends."""
    line = text.find("\n", section.body, stop)
    end = line if line >= 0 else stop
    if not text[section.body : end].strip():
        return _other_line(text, end, stop, listed=" to " not in section.heading)
    for match in _SAME_LINE.finditer(text, section.body, end):
        said = _TOLERATES.sub("", match.group(1))
        if not _REACTION.search(said) and (
            len(said.split()) > _MOST_WORDS or any(c.isdecimal() for c in said)
        ):
            return match.start(1)
    inside = section.start > 0 and text[section.start - 1] != "\n"
    if inside and line >= 0 and not text[line + 1 : line + 2].islower():
        return line + 1
    if (other := _other_line(text, end, stop)) is not None:
        return other
    labels = (label for label in _LABEL.finditer(text, end, stop) if not _REACTION.search(label.group(1)))
    return next((label.end() for label in labels), None)


def _other_line(text: str, end: int, stop: int, *, listed: bool = False) -> int | None:
    """The first line after ``end`` that is no further item of a list of allergies.

    An item tells a reaction, or is a name or two of which nothing is said; if ``listed``, the first line is.
    """
    while 0 <= end < stop:
        begin = end + 1
        while begin < stop and text[begin] in " \t\r\n":
            begin += 1
        end = text.find("\n", begin, stop)
        line = text[begin : end if end >= 0 else stop]
        if not listed and line and not line[0].islower() and not _is_item(line, text[:begin].rstrip()[-1:]):
            return begin
        listed = listed and not line.strip()
    return None


def _is_item(line: str, before: str) -> bool:
    line = _NUMBERED.sub("", line)
    if before == "," or _ALLERGIC.search(line) or _UPSET.search(line):
        return True
    if _DOSED.search(line) or _LABELLED.match(line):
        return False
    if _REACTION.search(line):
        return True
    few = len(line.split()) <= _MOST_WORDS and not any(c.isdecimal() for c in line)
    return few and not has_cue(line)


_NUMBERED: Final = re.compile(r"\A[ \t]*(?:\d{1,2}[.)]|[-*•])[ \t]*")
_DOSED: Final = re.compile(
    r"\b\d[\d.,]*[ \t]?(?:mg|mcg|g|ml|units?|iu)\b|"
    r"\b(?:daily|bd|bid|tds|tid|qds|qid|od|nocte|mane|prn|charted)\b",
    re.I,
)
_LABELLED: Final = re.compile(r"[A-Z][A-Za-z/ ]{1,20}:[ \t]*(?:[^\s:]+[ \t]+){3}")
"""A label with a sentence behind: no reaction, which is a word or two ("Codeine: unknown")."""
_UPSET: Final = re.compile(
    r"breath|confus|cough|diarr|dizz|headache|nausea|sick|stomach|throat|upset|vomit|wheez", re.I
)


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
    if heading.lower() in NEED_A_COLON or any(c.isdigit() for c in heading):
        return ""
    if count > 1 and not capitals and not NEED_CAPITALS.isdisjoint(heading.lower().split()):
        return ""
    kind = kind_of_heading(heading)
    if kind and (capitals or count <= 4):
        return kind
    return "other" if capitals and len(letters) >= 8 and count > 1 and not names(heading) else ""

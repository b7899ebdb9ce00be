"""One text with the names found in it: which of them count, and what is said of each.

Headings and sentences are looked for where they are asked for: a text whose mentions nobody
looks at closer is only searched for names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from medcheck.answers import STOPPED
from medcheck.model import Entry, Exposure
from medcheck.notes.context import Said, read_sentence
from medcheck.notes.findings import is_finding, is_item, is_plain_dose, stands_for_dose
from medcheck.notes.fragments import follows_order, is_bare_dose, said_by_fragment, says_the_same
from medcheck.notes.hits import Hit
from medcheck.notes.mention import Facts
from medcheck.notes.plausible import UNMISTAKABLE, is_capitals, is_person
from medcheck.notes.questions import answered
from medcheck.notes.regimen import said_by_regimen
from medcheck.notes.sections import DEFAULTS, Section, Sections
from medcheck.notes.sentences import Sentences
from medcheck.notes.sequel import continued
from medcheck.notes.smoking import VERBS, said_by_verb, somebody_smokes

__all__ = ["Scene"]

_SAME_SPAN: Final = 160
_ROW: Final = re.compile(r"[^;\n]{0,60}(?:;|\n)[ \t]*")
"""From a name to the next that begins a clause."""
Judge = Callable[[str, Hit, bool], Entry]
_BESIDE_DOSED: Final = re.compile(r"[ \t\w./,-]{1,30}")
"""Between two of a list: a dose and a time."""
_HEADING: Final = 60
_SUPPORTING: Final = frozenset(("medications", "allergies", "stopped"))
_LISTED: Final = re.compile(
    r"[ \t\n]*(?:\d[\w./% ]*)?(?:[,/+&;]|\band\b|\bor\b|\bwith\b|\bplus\b|,[ \t]*and\b)[ \t\n]*"
    r"(?:an?[ \t]|some[ \t]|his[ \t]|her[ \t])?", re.I
)  # fmt: skip
_TIED: Final = re.compile(r"[ \t]*(?:\d[\w.]*[ \t]*)?[+&/][ \t]*")
"""Between two that are given together: "ketamine + roc"."""


class Scene:
    """A text between form feeds. Caches are filled with values that do not depend on the order."""

    def __init__(
        self,
        text: str,
        offset: int,
        hits: Sequence[Hit],
        sections: Callable[[], Sections],
        judge: Judge,
    ) -> None:
        self.text = text
        self.offset = offset
        self._sections = sections
        self._judge = judge
        self._sentences = Sentences(text)
        self._said: dict[int, Said] = {}
        self.hits: list[Hit] = list(hits)

    def keep(self) -> None:
        """Leave out the names that are no medicines here."""
        text = self.text
        kept = [
            h
            for h in self.hits
            if not self._is_finding(h) and not is_person(text, h.start) and not self._is_heading(h)
        ]
        self.hits = kept
        if any(hit.kind.weak for hit in kept):
            self.hits = [h for n, h in enumerate(kept) if not h.kind.weak or self._counts(n)]
            self._said.clear()

    def facts(self, number: int) -> Facts:
        """Everything about one mention besides its place."""
        hit, said = self.hits[number], self.said(number)
        exposure, span, words = said.exposure, said.span, ""
        if exposure is Exposure.UNKNOWN and hit.key in VERBS:
            exposure = said_by_verb(self.text, hit.start, hit.end)
            span = (hit.start, hit.end)
        section = self._section(hit)
        default = DEFAULTS.get(section.kind)
        if exposure is Exposure.UNKNOWN and default is None:
            exposure, span = self._said_by_fragment(number)
        said_by = "" if span is None else self.text[span[0] : span[1]]
        if default is not None and (
            exposure is Exposure.UNKNOWN or _overrides(section.kind, exposure, said_by)
        ):
            exposure, span, words = default, None, section.heading
        elif span is not None:
            words = said_by
            span = (span[0] + self.offset, span[1] + self.offset)
        stopped = exposure in STOPPED
        entry = self._judge(self.text[hit.start : hit.end], hit, stopped)
        first = entry.meanings[0]
        return Facts(
            first.name,
            first.kind,
            entry.resolution,
            exposure,
            entry.verdict,
            entry.meanings,
            section.kind,
            words,
            span,
            said.days if stopped else None,
        )

    def said(self, number: int) -> Said:
        """What the sentence says of one mention; read once for all of the sentence."""
        known = self._said.get(number)
        if known is not None:
            return known
        hits = self.hits
        begin, end = self._bounds(hits[number])
        first, last = number, number + 1
        while first and hits[first - 1].start >= begin:
            first -= 1
        while last < len(hits) and hits[last].start < end:
            last += 1
        found = read_sentence(self.text, begin, end, [(h.start, h.end) for h in hits[first:last]])
        if self.text[end - 1] == "?":
            found = answered(found, self.text, end)
        following = hits[last].start if last < len(hits) else len(self.text)
        found = continued(found, self.text, end, self._sentences.around, following)
        self._said.update(enumerate(found, first))
        return found[number - first]

    def _said_by_fragment(self, number: int) -> tuple[Exposure, tuple[int, int] | None]:
        hit = self.hits[number]
        found = said_by_fragment(self.text, hit.start, hit.end)
        if found is not None:
            return found
        if number and says_the_same(self.text, hit.end):
            before = self.hits[number - 1]
            if hit.start - before.end < _SAME_SPAN:
                said = self.said(number - 1)
                return said.exposure, said.span
        if self._section(hit).kind == "assessment" and self._is_in_its_place(number):
            return Exposure.PLANNED, (hit.start, hit.end)
        return self._said_by_dose(number) or (Exposure.UNKNOWN, None)

    def _said_by_dose(self, number: int) -> tuple[Exposure, tuple[int, int]] | None:
        """What the dose says; of one without a time what is said beside it: "ASA 81, Brilinta 90 BID"."""
        text, hit = self.text, self.hits[number]
        found = said_by_regimen(text, hit.start, hit.end)
        if found is not None or not (text[hit.end - 1].isdecimal() or is_plain_dose(text, hit.end)):
            return found
        for other in (*self.hits[max(0, number - 1) : number], *self.hits[number + 1 : number + 2]):
            between = text[min(hit.end, other.end) : max(hit.start, other.start)]
            if "," in between and _BESIDE_DOSED.fullmatch(between):
                told = said_by_regimen(text, other.start, other.end)
                if told is not None and told[0] is Exposure.TAKING:
                    return told
        return None

    def _is_in_its_place(self, number: int) -> bool:
        """Whether a bare dose follows an order to stop another: "d/c lisinopril; losartan 50 qd"."""
        while number > 0 and self.said(number).exposure is Exposure.UNKNOWN:
            hit, before = self.hits[number], self.hits[number - 1]
            begin, end = self._bounds(hit)
            if not is_bare_dose(self.text, begin, hit.start, hit.end, end) or before.end > begin:
                return False
            if follows_order(self.text, begin):
                return True
            if self._bounds(before)[1] != begin:
                return False
            number -= 1
        return False

    def _section(self, hit: Hit) -> Section:
        return self._sections().at(hit.start)

    def _bounds(self, hit: Hit) -> tuple[int, int]:
        sections = self._sections()
        section = sections.at(hit.start)
        begin, end = self._sentences.around(hit.start)
        return max(begin, section.body if section.body <= hit.start else section.start), min(
            end, sections.end(section)
        )

    def _is_finding(self, hit: Hit) -> bool:
        kind = hit.kind
        section = self._section(hit).kind if kind.analyte or kind.monitored else ""
        return is_finding(self.text, hit.start, hit.end, kind, section)

    def _is_heading(self, hit: Hit) -> bool:
        """Whether the name is part of a heading ("ALCOHOL USE: none")."""
        if self.text.find(":", hit.end, hit.end + _HEADING) < 0:
            return False
        return hit.start < self._section(hit).body

    def _counts(self, number: int) -> bool:
        """Whether a name that needs support has it."""
        text, hit = self.text, self.hits[number]
        surface = text[hit.start : hit.end]
        section = self._section(hit).kind
        if hit.key in VERBS:
            return somebody_smokes(text, hit.start, hit.end, section)
        dosed = stands_for_dose(text, hit.start, hit.end)
        beside = [h for h in self.hits[max(0, number - 1) : number + 2] if h is not hit]
        if hit.kind.short:
            if (
                dosed
                or hit.key in UNMISTAKABLE
                or (not surface.isupper() and is_item(text, hit.start, hit.end))
                or (section in _SUPPORTING and (surface.isupper() or bool(beside)))
                or (len(surface) > 2 and _is_listed(text, hit, beside, _TIED))
            ):
                return True
            return (
                (is_capitals(surface) or self._opens(hit))
                and len(surface) > 2
                and (
                    is_plain_dose(text, hit.end)
                    or self._is_row(number)
                    or _is_listed(text, hit, beside)
                    or self.said(number).exposure is not Exposure.UNKNOWN
                )
            )
        if dosed or section in _SUPPORTING:
            return True
        said = self.said(number)
        says = said.exposure not in (Exposure.UNKNOWN, Exposure.FAMILY)
        if says and said.span is not None and _near(text, said.span, hit):
            return True
        return _is_listed(text, hit, beside)

    def _opens(self, hit: Hit) -> bool:
        """Whether a name with a capital begins its sentence: "Sux not used"."""
        begin = self._bounds(hit)[0]
        return self.text[hit.start].isupper() and not self.text[begin : hit.start].strip()

    def _is_row(self, number: int) -> bool:
        """Whether a name stands between two that begin clauses, as it does: "Lasix 40; KCl ok; Tikosyn"."""
        if not 0 < number < len(self.hits) - 1:
            return False
        return all(
            not self.hits[n].kind.weak and _ROW.fullmatch(self.text, self.hits[a].end, self.hits[a + 1].start)
            for n, a in ((number - 1, number - 1), (number + 1, number))
        )


def _is_listed(text: str, hit: Hit, beside: Sequence[Hit], joint: re.Pattern[str] = _LISTED) -> bool:
    """Whether a name stands in a list with one beside it that needs no support."""
    return any(
        not other.kind.weak
        and max(other.start, hit.start) - min(other.end, hit.end) <= _HEADING
        and joint.fullmatch(text[min(other.end, hit.end) : max(other.start, hit.start)])
        for other in beside
    )


def _near(text: str, span: tuple[int, int], hit: Hit) -> bool:
    gap = text[span[1] : hit.start] if span[1] <= hit.start else text[hit.end : span[0]]
    return gap.count(" ") <= 4


def _overrides(section: str, exposure: Exposure, words: str) -> bool:
    """Whether a section's own meaning stands against what the sentence says."""
    if section == "family":
        return True
    if section == "allergies":
        told = exposure in (Exposure.NEGATED, Exposure.ALLERGY, Exposure.FAMILY)
        return not told and not words.lower().startswith(_OF_USE) and "tolerat" not in words
    return section == "stopped" and exposure is Exposure.TAKING and not words.lower().startswith(_IN_PLACE)


_OF_USE: Final = ("carr", "keeps", "takes", "uses")
"""What is said of a medicine for an allergy: "peanut - carries EpiPen"."""
_IN_PLACE: Final = ("changed to", "replaced", "switched to")

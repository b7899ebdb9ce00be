"""Tests, their values and conditions that are named after a medicine, and doses beside names."""

from __future__ import annotations

import re
from typing import Final

from medcheck.notes.listing import DOSE_WORDS
from medcheck.notes.plausible import Kind
from medcheck.notes.words import words
from medcheck.sig.words import after_drug_reason

__all__ = ["follows", "is_finding", "is_item", "is_plain_dose", "stands_for_dose"]

_DOSE_UNITS: Final = words(
    """
    mg mgs mcg ug g gm gms gram grams meq meqs mmol ml mls cc iu unit units u tab tabs tablet tablets
    cap caps capsule capsules puff puffs drop drops spray sprays patch patches amp ampule tsp tbsp daily
    bid tid qid qd qhs prn po iv im x pack packs cup cups glass glasses beers drinks by
    """
)
_CONCENTRATION: Final = re.compile(
    r"\s*(?:mg|mcg|ug|ng|pg|g|meq|mmol|umol|nmol|pmol|u|iu|units?)\s*/\s*(?:d?l|ml|liter|litre)\b", re.I
)
_VALUE: Final = re.compile(
    r"(?P<link>[ \t]*+(?:\([^()\n]{1,15}\)[ \t]*+)?(?:(?:(?:level|levels|was|were|is|of|at|around|about|"
    r"today|now|only|still|low|high|normal|elevated|stable)\b|[=:<>~,↑↓-])[ \t]*+)*+)\n?[ \t]*+[<>~]?"
    r"(?P<number>\d+(?:[.,]\d+)*+)(?P<percent>[ \t]*+%)?[ \t-]*+(?P<unit>[A-Za-z]+)?",
    re.I,
)
_RATIO: Final = re.compile(r"[ \t]*\(?1:\d")
_VERBS: Final = frozenset(("is", "remained", "remains", "was", "were"))
_SOMETHING_ELSE: Final = words(
    """
    belly colored coloured ground grounds house pad pads receptor receptors resistant resistance shop
    shops stain stained stains susceptible susceptibility swabs table wipe wipes
    """
)
"""Words after a name that make it something else: a germ, a stain, a shop."""
_BESIDE: Final = frozenset((" ", "-", "\t", ","))
_DOSING: Final = frozenset(("one a day", "once a day"))
"""Names that in small letters say how often."""
_VITAMINS: Final = frozenset(("vit d", "vitamin d"))
_SHORTEST: Final = 4
_PERCENT: Final = re.compile(r"[2-9]\d[ \t]?%[ \t]\Z")
"""A share of what is expected: "FEV1 72% pred"."""
_RESULTS: Final = frozenset(
    ("check", "checked", "deficiency", "deficient", "lab", "level", "levels", "result", "results")
)
_DAY: Final = re.compile(r"d\d")
_VITAMIN_DOSE: Final = re.compile(
    r"[ \t]*[-:,]?[ \t]*\d[\d,]{2,}|[ \t]+\d+[ \t]?(?:iu|units?|u|mcg|k)\b", re.I
)
"""What follows a vitamin; elsewhere "d3" is a day: "doxy d3/5"."""
_FOLIC_DOSE: Final = re.compile(r"[ \t]+(?:1|5|0?\.4|0?\.8|400|800)(?![\d.%/]\w)")
_HIGHEST_LEVEL: Final = 120
_BLOOD_ALCOHOL: Final = frozenset(("alcohol", "ethanol", "etoh"))
_NEXT: Final = re.compile(r"[ \t]*+[-,:]?[ \t]*+\r?\n?[ \t]*+([^\W_]+)")
_MEASURED: Final = re.compile(
    r"(?:\b(?:serum|plasma|blood|urine|urinary|low|high|elevated|decreased|increased|normal|ionized|ionised|total|free|"
    r"corrected|dietary|added|whose|abnormal|check|recheck|fasting|random|repeat|mild|hypo|hyper|"
    r"fish|cod|crude|olive|cast|solid|pure|his|metal)[ \t]+)\Z",
    re.I,
)
_AFTER_ANALYTE: Final = words(
    """
    diet diets intake restricted restriction restrict balance channel channels excretion retention
    wasting metabolism homeostasis was were is remained remains normal low high elevated within stable
    wnl replaced repleted stores studies saturation binding panel profile total deficit loss losses
    normalized normalised improved rose fell dropped trended climbed rich free containing meter
    monitoring control tolerance check checks checked monitor monitored result results value values
    study rods rod bars bar gate gates chain chains door ore mine mines works age
    """
)


_GIVEN: Final = re.compile(
    r"[ \t]+(?:was|were|has been|had been)[ \t]+(?:not[ \t]+)?(?:administered|begun|continued|discontinued|"
    r"drawn up|given|held|needed|repeated|required|started|stopped|used|weaned)\b",
    re.I,
)
_DOSE_OF: Final = re.compile(r"\bdoses? of[ \t]+\Z", re.I)
"""What is done with a medicine that the body makes too: "epinephrine was given"."""


def follows(text: str, end: int) -> str:
    """The next word of the text, in lower case, or ""."""
    match = _NEXT.match(text, end)
    return match.group(1).lower() if match else ""


def is_finding(text: str, start: int, end: int, kind: Kind, section: str) -> bool:
    """Whether a name stands for a test, its value or a condition ("lithium level 0.8", "potassium 3.4")."""
    after = text[end : end + 1]
    word = follows(text, end) if after in _BESIDE else ""
    if after != "," and (word in _SOMETHING_ELSE or after_drug_reason(word) is not None):
        return True
    if after == "-" and word == "sensitive":
        return True
    surface = text[start:end]
    if surface in _DOSING:
        return True
    if len(surface) <= _SHORTEST and _PERCENT.search(text, max(0, start - 6), start):
        return not _says_dose(text, end)
    if surface.lower() in _VITAMINS:
        return word in _RESULTS or _is_small_number(text, end)
    if _DAY.fullmatch(surface) and not _VITAMIN_DOSE.match(text, end):
        return True
    if not (kind.analyte or kind.monitored):
        return False
    if kind.analyte and (_GIVEN.match(text, end) or _DOSE_OF.search(text, max(0, start - 12), start)):
        return False
    if kind.analyte and (
        (word in _AFTER_ANALYTE and (kind.weak or word not in _VERBS) and not _says_dose(text, end))
        or _MEASURED.search(text, max(0, start - 20), start)
    ):
        return True
    if surface.lower() == "folic acid" and section != "labs" and _FOLIC_DOSE.match(text, end):
        return False
    if _RATIO.match(text, end):
        return False
    value = _VALUE.match(text, end)
    if value is None:
        return section == "labs" and kind.analyte
    unit = (value.group("unit") or "").lower()
    if _CONCENTRATION.match(text, value.end("percent") if value.group("percent") else value.end("number")):
        return True
    if unit in _DOSE_UNITS or unit in DOSE_WORDS:
        return section == "labs"
    if kind.analyte:
        return True
    if section == "labs" or any(
        link in value.group("link").lower() for link in ("level", "was", "is", "of", "=", ":")
    ):
        return "." in value.group("number") or section == "labs"
    number = value.group("number")
    if text[start:end].lower() in _BLOOD_ALCOHOL and number.isdecimal() and not unit:
        return len(number) > 1
    return "." in number and 0.3 <= _number(number) <= 5 and not unit


def _is_small_number(text: str, end: int) -> bool:
    """Whether a number without a unit follows that is a level and no dose: "vitamin D 22"."""
    value = _VALUE.match(text, end)
    return value is not None and not value.group("unit") and _number(value.group("number")) <= _HIGHEST_LEVEL


def _number(text: str) -> float:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return 0.0


def _says_dose(text: str, end: int) -> bool:
    value = _VALUE.match(text, end)
    return value is not None and (value.group("unit") or "").lower() in _DOSE_UNITS


def stands_for_dose(text: str, start: int, end: int) -> bool:
    """Whether a dose, form, route or time stands directly beside ``text[start:end]``."""
    word = follows(text, end)
    if word in DOSE_WORDS and word not in _NO_SUPPORT:
        return True
    if word[:1] == "x" and _ATTACHED.fullmatch(word):
        return True
    if word[:1].isdecimal():
        if _RATIO.match(text, end):
            return True
        value = _VALUE.match(text, end)
        if value is not None and value.group("unit"):
            return value.group("unit").lower() in DOSE_WORDS | _DOSE_UNITS and value.group(
                "link"
            ).strip() in ("", ",", ":", "-")
        return bool(_ATTACHED.fullmatch(word))
    before = _BEFORE.search(text, max(0, start - 24), start)
    return before is not None


def is_plain_dose(text: str, end: int) -> bool:
    """Whether a number of a dose's size follows, without a unit: "ASA 324 given"."""
    return _PLAIN_DOSE.match(text, end) is not None


def is_item(text: str, start: int, end: int) -> bool:
    """Whether a name and a number are one item of a list: "; dex 0.4 -> 0.7;"."""
    return _AMOUNT.match(text, end) is not None and _ITEM.search(text, max(0, start - 4), start) is not None


_AMOUNT: Final = re.compile(
    r"[ \t]+\d{1,4}(?:\.\d+)?(?:[ \t]*(?:-+>|→)[ \t]*\d[\d.]*)?[ \t]*(?:[,;.](?:\s|\Z)|\(|-+>|→|\+|\n|\Z)"
)
_ITEM: Final = re.compile(r"(?:[,;:+(/]|\n|-+>|→|\.[ \t])[ \t]*\Z")

_PLAIN_DOSE: Final = re.compile(r"[ \t]+[1-9]\d{1,2}(?![\w/%:-]|[.,]\d)")
_ATTACHED: Final = re.compile(r"x\d+|\d+(?:mg|mcg|g|ml|meq|iu|units?)")
_NO_SUPPORT: Final = words(
    """
    left right day days night evening morning week month year years monday today times time ring free
    both home box boxes tin chew liquid bar film drop drops under mouth ear ears eye eyes each hour
    hours meal meals dinner lunch breakfast supper pen pens strip cup cups plain slow hard wash regular
    ago once twice every od ed la x am pm bag bags pack tongue powder solution immediate sugar salt fast
    rapid noon os top feeding push sol
    """
)  # fmt: skip
_BEFORE: Final = re.compile(
    r"\b(?:1:[\d,]+|\d+(?:[.,]\d+)?[ \t]*(?:mg|mcg|g|gm|grams|meq|units?|iu|tablets?|tabs?|"
    r"capsules?|caps?|puffs?)(?:/l)?)[ \t]+(?:of[ \t]+)?\Z",
    re.I,
)

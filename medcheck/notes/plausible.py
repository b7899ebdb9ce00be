"""Which names need support before they are read as medicines, and which are people.

A name that is an ordinary word too, or a mineral that is measured in blood, or a short
abbreviation, counts only with *support*: a dose or form beside it, a list of medicines, a cue
("takes", "stopped"), or another medicine it is listed with. The rules go by kinds of names.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from medcheck.model import Name
from medcheck.notes.smoking import VERBS
from medcheck.notes.words import words

__all__ = ["UNMISTAKABLE", "Kind", "is_capitals", "is_person", "kind_of"]


class Kind(NamedTuple):
    """What sort of name it is, as far as reading it in a text goes."""

    weak: bool
    analyte: bool
    monitored: bool
    short: bool
    generic: bool


_ANALYTES: Final = words(
    """
    albumin b12 bicarbonate calcium carbon carbonate chloride dioxide cholesterol copper cortisol
    creatinine estradiol ferritin fibrinogen folate folic glucose hemoglobin insulin iron lactate lead
    magnesium mercury phosphate phosphorus potassium progesterone prolactin selenium sodium testosterone
    thyroxine urea zinc fluoride iodine nitrogen oxygen protein sulfur sulphur silver gold manganese
    chromium aluminium aluminum cobalt nickel tin melatonin histamine serotonin dopamine epinephrine
    norepinephrine adrenaline noradrenaline ammonia alcohol ethanol
    """
)
_NEED_NO_SUPPORT: Final = frozenset(("alcohol", "folic acid", "insulin", "melatonin"))
_MONITORED: Final = re.compile(
    r"lithium|digoxin|phenytoin|valpro|divalproex|carbamazepine|vancomycin|gentamicin|tobramycin|amikacin|tacrolimus|"
    r"c[iy]closporin|theophylline|phenobarb|lamotrigine|levetiracetam|sirolimus|everolimus|clozapine|salicylate|"
    r"paracetamol|acetaminophen|ethanol|methotrexate"
)
_GENERIC: Final = words(
    """
    abbreviation generic inn_form salt substance synonym
    """
)
_SHORT: Final = 3

_POTASSIUM: Final = "K."
_TITLES: Final = words(
    """
    Dr Mr Mrs Ms Miss Prof Doctor Professor Sir Madam Lady Lord Nurse Sister Saint
    """
)


def kind_of(key: str, rows: tuple[Name, ...]) -> Kind:
    """The kind of a name, from its folded form and its rows."""
    parts = key.split()
    analyte = (
        len(parts) <= 2
        and parts[0] in _ANALYTES
        and all(w in _ANALYTES or w in ("acid", "ion", "ions") for w in parts)
    )
    targets = {t for row in rows for t in row.targets}
    monitored = any(_MONITORED.match(t) for t in targets) and not analyte
    short = len(key) <= _SHORT
    weak = short or key in VERBS or (analyte and key not in _NEED_NO_SUPPORT)
    return Kind(weak, analyte, monitored, short, any(row.kind in _GENERIC for row in rows))


UNMISTAKABLE: Final = words(
    """
    aza cbz dhe gtn hcq kcl ldn ltg mmf mtx mvi nac ntg ocp oxc pcm pht ptu ssz tnk tpm txa vpa zns 5fu 6mp
    """
)
"""Abbreviations that stand for nothing else in a note."""


def is_capitals(surface: str) -> bool:
    """Whether letters are written large as those of an abbreviation are.

    >>> is_capitals("MTX"), is_capitals("KCl"), is_capitals("Asa")
    (True, True, False)
    """
    return surface.isupper() or sum(letter.isupper() for letter in surface) > 1


def is_person(text: str, start: int) -> bool:
    """Whether a capitalised word at ``start`` follows a title or an initial, as a surname does.

    >>> is_person("Dr. Allegra", 4), is_person("Mrs J. Allegra", 7), is_person("on Allegra", 3)
    (True, True, False)
    """
    if not text[start].isupper() or start < 2 or text[start - 1] not in " \t":
        return False
    if text[start - 2] in " \t" and "." in text[start - 5 : start - 2]:
        return False  # two spaces begin a sentence: "seen by Dr. B.  Adderall helps"
    before = text[max(0, start - 14) : start].split()
    if not before:
        return False
    word = before[-1]
    if len(word) == 2 and word[1] == "." and word[0].isupper():
        return word != _POTASSIUM or (len(before) > 1 and before[-2].rstrip(".") in _TITLES)
    return word.rstrip(".") in _TITLES

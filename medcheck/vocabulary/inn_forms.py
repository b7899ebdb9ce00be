"""International forms of a drug name by rule.

The rules are the regular ways in which the WHO's Latin, French and Spanish names, and the
German, Italian and Portuguese national ones, differ from the English one: the ending, and the
Romance spelling (ph to f, th to t, y to i, chl to cl ...). Languages: de es fr it la pt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["inn_forms"]


def _table(columns: str, text: str) -> dict[str, dict[str, str]]:
    """A table in a string: the first word of a line, and what stands under each column."""
    names = columns.split()
    rows = (line.split() for line in text.strip().splitlines())
    return {
        row[0]: dict(zip(names, (cell.replace("_", " ") for cell in row[1:]), strict=True)) for row in rows
    }


_ENDINGS: Final = _table(
    "la de fr es it pt",
    """
    floxacin floxacinum floxacin floxacine floxacino floxacina floxacino
    ine inum in ine ina ina ina
    in inum in ine ina ina ina
    ide idum id ide ida ide ida
    one onum on one ona one ona
    ate atum at ate ato ato ato
    ole olum ol ole ol olo ol
    ol olum ol ol ol olo ol
    ene enum en ene eno ene eno
    fen fenum fen fene feno fene feno
    phen phenum phen phene feno fene feno
    ane anum an ane ano ano ano
    ose osum ose ose osa osio ose
    ile ilum il ile ilo ile ilo
    al alum al al al ale al
    ium ium ium ium io io io
    """,
)
"""The first English ending that fits, and what takes its place."""

_CATIONS: Final = _table(
    "es it pt fr de",
    """
    ferrous ferroso ferroso ferroso ferreux eisen(ii)
    magnesium de_magnesio di_magnesio de_magnesio de_magnesium magnesium
    zinc de_zinc di_zinco de_zinco de_zinc zink
    lithium de_litio di_litio de_litio de_lithium lithium
    calcium de_calcio di_calcio de_calcio de_calcium calcium
    """,
)
_ANIONS: Final = _table(
    "es it pt fr de",
    """
    sulfate sulfato solfato sulfato sulfate sulfat
    fumarate fumarato fumarato fumarato fumarate fumarat
    gluconate gluconato gluconato gluconato gluconate gluconat
    ascorbate ascorbato ascorbato ascorbato ascorbate ascorbat
    carbonate carbonato carbonato carbonato carbonate carbonat
    citrate citrato citrato citrato citrate citrat
    oxide oxido ossido oxido oxyde oxid
    hydroxide hidroxido idrossido hidroxido hydroxyde hydroxid
    chloride cloruro cloruro cloreto chlorure chlorid
    lactate lactato lattato lactato lactate lactat
    acetate acetato acetato acetato acetate acetat
    aspartate aspartato aspartato aspartato aspartate aspartat
    """,
)
_GERMAN_ACIDS: Final = {
    "valproic": "valproin",
    "acetylsalicylic": "acetylsalicyl",
    "salicylic": "salicyl",
    "folic": "fol",
    "ascorbic": "ascorbin",
    "nicotinic": "nicotin",
    "tranexamic": "tranexam",
    "mefenamic": "mefenamin",
    "aminocaproic": "aminocapron",
    "ursodeoxycholic": "ursodesoxychol",
}
_LATIN_UM: Final = re.compile(
    r"(?:am|an|il|on|en|er|ir|ib|ab|ist|ant|ast|at|et|ex|yl|ac|im|el|or|ad|ap|id|ot)$"
)
"""Other final consonants: Latin adds -um, the living languages change the spelling only."""

_DOUBLED: Final = re.compile(r"(ll|mm|nn|pp|tt|ff|cc(?![ei])|dd|bb|gg)")
_ROMANCE: Final = ("es", "it", "pt")
_SHORTEST_STEM: Final = 3


def inn_forms(inn: str) -> dict[str, str]:
    """Forms of one name in other languages: form -> languages. The name itself is not among them.

    >>> inn_forms("metformin")
    {'metformina': 'es,it,pt', 'metformine': 'fr', 'metforminum': 'la'}
    """
    name = inn.strip().lower()
    if found := re.fullmatch(r"([a-z]{3,})ic acid", name):
        pairs = _acid(found[1])
    elif re.fullmatch(r"[a-z]{5,}", name):
        pairs = _word(name)
    elif name.count(" ") == 1:
        pairs = _metal_salt(*name.split(" "))
    else:
        pairs = []
    forms: dict[str, set[str]] = {}
    for form, language in pairs:
        if form != name:
            forms.setdefault(form, set()).add(language)
    return {form: ",".join(sorted(languages)) for form, languages in sorted(forms.items())}


def _acid(stem: str) -> Iterable[tuple[str, str]]:
    yield f"acidum {stem}icum", "la"
    yield f"acide {stem}ique", "fr"
    for language in _ROMANCE:
        romance = _romance(stem, language)
        if language == "it":
            yield f"acido {romance.replace('ct', 'tt')}ico", language
        else:
            yield f"acido {romance}ico", language
            yield f"{romance}ico acido", language
    german = _GERMAN_ACIDS.get(stem + "ic")
    if german:
        yield german + "säure", "de"
        yield german + "saeure", "de"


def _word(word: str) -> Iterable[tuple[str, str]]:
    for ending, by_language in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            for language, new in by_language.items():
                form = word[: -len(ending)] + new
                yield (_romance(form, language) if language in _ROMANCE else form), language
            return
    if _LATIN_UM.search(word):
        yield word + "um", "la"
    for language in _ROMANCE:
        yield _romance(word, language), language


def _metal_salt(metal: str, acid: str) -> Iterable[tuple[str, str]]:
    cation, anion = _CATIONS.get(metal), _ANIONS.get(acid)
    if cation and anion:
        for language in ("es", "it", "pt", "fr"):
            yield f"{anion[language]} {cation[language]}", language
        hyphen = "-" if "(" in cation["de"] else ""
        yield f"{cation['de']}{hyphen}{anion['de']}", "de"
        if metal == "ferrous":
            yield "eisen" + anion["de"], "de"


def _romance(stem: str, language: str) -> str:
    """The spelling changes of Spanish, Italian and Portuguese, on a lower-case word."""
    w = stem.replace("ph", "f").replace("th", "t").replace("rh", "r")
    w = re.sub(r"ch(?=[lr])", "c", w)  # chlor > clor
    if language == "it":
        w = w.replace("oxy", "ossi")  # oxycodone > ossicodone
        w = w.replace("dihydro", "diidro").replace("hydr", "idr")
        w = re.sub(r"^h(?=[aeiouy])", "", w)  # haloperidol > aloperidolo
    w = w.replace("y", "i")
    if language != "it":
        w = w.replace("ii", "i")
        w = re.sub(r"^s(?=[cpqt])", "es", w)  # spironolactone > espironolactona
        w = _DOUBLED.sub(lambda found: found[1][0], w)
    if language == "pt":
        w = re.sub(r"k(?=[ei])", "c", w)  # ketamine > cetamina
        w = w.replace("k", "c") if not w.endswith("k") else w
    return w

"""Which strings of the public lists are no names of medicines, each rule a small named function.

A rule gives the reason why a name is dropped, or an empty string. The first reason counts,
and the name of the rule is written beside what it dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

__all__ = ["EXCIPIENTS", "RULES", "Rule", "dropped", "split_tags"]

_EXCIPIENT_IDS: Final = """
    sucrose glucose fructose lactose starch edetic_acid glycerol mineral_oil petrolatum propylene_glycol
    macrogol polyethylene_glycol_400 polyethylene_glycol_3350 polyethylene_glycol_4000 sorbitan
    polysorbate_80 lanolin carbomer carmellose hypromellose hyprolose hyetellose povidone crospovidone
    talc titanium_dioxide silicon_dioxide kaolin lactic_acid citric_acid stearic_acid oleic_acid
    benzyl_alcohol phenol nonoxinol polyvinyl_alcohol betadex gelatin acacia tragacanth soybean_oil
    coconut_oil olive_oil sodium_metabisulfite tartaric_acid acetic_acid hydrochloric_acid sulfuric_acid
    sodium_hydroxide sodium_benzoate benzoic_acid ferric_oxide_red carmoisine medium-chain_triglycerides
    trolamine diolamine invert_sugar calcium_sulfate copper acetone ammonia air casein edetate_disodium
    sodium_alginate mexenone dioxybenzone sulisobenzone acid_red_87 erythrosine tartrazine
    indigotindisulfonate polynoxylin
    """

EXCIPIENTS: Final = frozenset(name.replace("_", " ") for name in _EXCIPIENT_IDS.split())
"""Fillers, solvents, colours and foods: their trade names are no names of medicines."""

Rule = Callable[[str], bool]

_TAG = re.compile(r"\s*\[([^\[\]]*)\]$")
_SCHEDULE = re.compile(r" c(i|ii|iii|iv|v)$")
_LOCANT = re.compile(r"\d,\d|\d'|\d-[a-z]|[a-z]-\d|\(\d|\d\)|^\d+[a-z]?-|-\d")
_GREEK = re.compile(
    r"\.(alpha|beta|gamma|delta|epsilon|omega|kappa|lambda|mu|pi|tau|zeta|eta|psi)\.|[\u0370-\u03ff]|"
    r"\([rsez+-]|\([+/-]+\)|^[ldn]l?-|, [dl]l?-"
)
_CHEMICAL = re.compile(
    r"(phenyl|methyl|ethyl|propyl|butyl|oxy|amino|chloro|bromo|fluoro|hydroxy|acetyl|benzo|carb|phen|nitro|"
    r"sulfon|pyri|imid|azol|amid|yl)"
)
_MIXED = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]+\Z")
_VITAMIN = re.compile(r"(b12|b1|b2|b3|b5|b6|b7|b9|d2|d3|k1|k2|q10|t3|t4|i131|f18|c14|5fu)\Z")
_COMPONENT = re.compile(r"\b(component|impurity|related compound|degradant|metabolite|intermediate)\b")
_REGISTER = re.compile(r"\b(dea|fema|ins|caswell|c\.?i\.?|ec|e) (no|code)\b|\bno\.? ?\d|\bnumber\b")
_FORM = re.compile(
    r"\bunspecified\b|biosimilar|license holder|licence holder|recombinant\)|genetical recombination|"
    r"\(human|\bauthori[sz]ed\b|\bfor (veterinary|animal)\b"
)
_PART: Final = "top|leaf|leaves|root|seed|flower|fruit|bark|bud|twig|resin|rhizome|stem|bulb|peel|herb|whole"
_EXTRACT = re.compile(
    r"\b(pollen|allergenic|dander|venom protein|seed extract|juice)|"
    rf"\b({_PART}|husk)/|^\w+ \w+ (\w+ )?(flowering )?({_PART})( with \w+)?( oil)?( extract)?( powder)?$"
)
_SUNSCREEN = re.compile(r"\b(sunscreen|spf|uv filter|sanitizer|sanitiser|handwash|hand wash|antiseptic)\b")
_COLOUR = re.compile(r"\b(ci \d|fd and c|d and c|fd&c|d&c|pigment|lake)\b")
_LONGEST: Final = 48
_MANY_LETTERS: Final = 2


def split_tags(name: str) -> tuple[str, frozenset[str]]:
    """A name of the FDA's list in lower case without its marks, and the marks.

    >>> split_tags("METFORMIN HYDROCHLORIDE [ORANGE BOOK]")
    ('metformin hydrochloride', frozenset({'ORANGE BOOK'}))
    """
    tags = []
    while found := _TAG.search(name):
        tags.append(found[1])
        name = name[: found.start()]
    return " ".join(name.lower().split()), frozenset(tags)


def unprintable(name: str) -> bool:
    """With characters that cannot be seen."""
    return not name.isprintable()


def too_long(name: str) -> bool:
    """Longer than anything written on a pack."""
    return len(name) > _LONGEST


def bracketed(name: str) -> bool:
    """With brackets or signs of chemical notation in it."""
    return any(sign in name for sign in "()[]{}*<>=;:")


def inverted(name: str) -> bool:
    """Turned round for an index ("menthol, dl-"), or a list."""
    return "," in name


def systematic(name: str) -> bool:
    """A systematic chemical name: locants, stereo marks, Greek letters."""
    return bool(_GREEK.search(name)) or (bool(_LOCANT.search(name)) and bool(_CHEMICAL.search(name)))


def code(name: str) -> bool:
    """A laboratory or company code: letters and digits mixed in one token, or mostly digits."""
    tokens = re.split(r"[\s/-]+", name)
    if any(_MIXED.fullmatch(t) and not _VITAMIN.fullmatch(t) for t in tokens):
        return True
    digits = sum(c.isdigit() for c in name)
    return digits > _MANY_LETTERS or (digits > 0 and len(name) - digits < 2 * digits)


def component(name: str) -> bool:
    """A component, impurity or metabolite, not a product."""
    return bool(_COMPONENT.search(name))


def register_number(name: str) -> bool:
    """A number in a register."""
    return bool(_REGISTER.search(name)) or bool(_SCHEDULE.search(name))


def manufacturing_form(name: str) -> bool:
    """A note on how it is made or licensed."""
    return bool(_FORM.search(name))


def plant_part_or_allergen(name: str) -> bool:
    """Pollens, test extracts and lists of parts of plants."""
    return bool(_EXTRACT.search(name))


def sunscreen_or_sanitiser(name: str) -> bool:
    """Sunscreens, sanitisers and disinfectants."""
    return bool(_SUNSCREEN.search(name))


def colouring(name: str) -> bool:
    """Colour index numbers and colourings."""
    return bool(_COLOUR.search(name))


def too_short(name: str) -> bool:
    """Fewer than two letters or digits."""
    return sum(c.isalnum() for c in name) < _MANY_LETTERS


RULES: Final[tuple[Rule, ...]] = (
    unprintable,
    too_short,
    too_long,
    component,
    register_number,
    manufacturing_form,
    plant_part_or_allergen,
    sunscreen_or_sanitiser,
    colouring,
    bracketed,
    inverted,
    systematic,
    code,
)
"""Every rule, in the order in which they are asked."""


def dropped(name: str) -> str:
    """The name of the first rule that drops ``name``; empty if none does."""
    return next((rule.__name__ for rule in RULES if rule(name)), "")

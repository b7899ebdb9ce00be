"""Salts and esters: finding the base ingredient of a substance by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from medcheck.text import NormalizedName, normalize

__all__ = ["METALS", "SALT_WORDS", "base_keys", "folded_to", "holds_own_generic", "is_salt_of"]

METALS: Final = frozenset(
    [
        "iron",
        "ferrous",
        "ferric",
        "zinc",
        "magnesium",
        "lithium",
        "calcium",
        "potassium",
        "sodium",
        "aluminium",
        "aluminum",
        "copper",
        "cupric",
        "manganese",
        "selenium",
        "chromium",
        "barium",
        "bismuth",
        "silver",
        "gold",
        "strontium",
        "ammonium",
        "ammonia",
        "hydrogen",
        "iodine",
        "phosphate",
        "chloride",
        "iodide",
        "bromide",
        "fluoride",
    ]
)
"""Bases that no salt is folded to: their salts are ingredients of their own, with a class of their own."""

SALT_WORDS: Final = frozenset(
    [
        "acetate",
        "acistrate",
        "adipate",
        "alafenamide",
        "anhydrous",
        "arginine",
        "ascorbate",
        "aspartate",
        "axetil",
        "benzathine",
        "benzoate",
        "besilate",
        "besylate",
        "bisulfate",
        "bisulphate",
        "bitartrate",
        "bromide",
        "bromhydrate",
        "calcium",
        "camphorate",
        "camphosulfonate",
        "camsilate",
        "camsylate",
        "carbonate",
        "cation",
        "chloride",
        "cilexetil",
        "citrate",
        "cyclamate",
        "cypionate",
        "decanoate",
        "diacetate",
        "dibromide",
        "dibudinate",
        "dichloride",
        "dicitrate",
        "dicyclohexylamine",
        "diethanolamine",
        "difumarate",
        "dihydrate",
        "dihydrobromide",
        "dihydrochloride",
        "dimaleate",
        "dimesilate",
        "dimesylate",
        "dinitrate",
        "diolamine",
        "diphosphate",
        "dipotassium",
        "dipropionate",
        "dipivoxil",
        "disodium",
        "disoproxil",
        "ditosylate",
        "edisilate",
        "edisylate",
        "embonate",
        "enantate",
        "enanthate",
        "epolamine",
        "erbumine",
        "esilate",
        "estolate",
        "esylate",
        "etabonate",
        "ethanolate",
        "ethylsuccinate",
        "fendizoate",
        "ferrocyanide",
        "formate",
        "fumarate",
        "furoate",
        "gluceptate",
        "gluconate",
        "glucuronate",
        "glutamate",
        "glycerophosphate",
        "glycinate",
        "hcl",
        "hbr",
        "hemicalcium",
        "hemiethanolate",
        "hemifumarate",
        "hemihydrate",
        "hemimagnesium",
        "hemioxalate",
        "hemipentahydrate",
        "hemisuccinate",
        "hemisulfate",
        "hemisulphate",
        "hemitartrate",
        "heptahydrate",
        "hexahydrate",
        "hexanoate",
        "hippurate",
        "hyclate",
        "hydrate",
        "hydrobromide",
        "hydrochloride",
        "hydrogen",
        "hydrogentartrate",
        "hydroxide",
        "hydroxynaphthoate",
        "iodide",
        "ion",
        "isethionate",
        "isetionate",
        "isobutyrate",
        "lactate",
        "lauroxil",
        "laurylsulfate",
        "lithium",
        "lysine",
        "lysinate",
        "magnesium",
        "malate",
        "maleate",
        "malonate",
        "medoxomil",
        "meglumine",
        "mesilate",
        "mesylate",
        "methanesulfonate",
        "methobromide",
        "methonitrate",
        "methylbromide",
        "methyliodide",
        "methylnitrate",
        "methylsulfate",
        "metilsulfate",
        "mofetil",
        "monohydrate",
        "monohydrobromide",
        "monohydrochloride",
        "monomaleate",
        "monophosphate",
        "monopotassium",
        "monosodium",
        "mucate",
        "napadisilate",
        "napsilate",
        "napsylate",
        "nicotinate",
        "nitrate",
        "octahydrate",
        "olamine",
        "orotate",
        "oxalate",
        "oxoglurate",
        "palmitate",
        "pamoate",
        "pantothenate",
        "pentahydrate",
        "phenylpropionate",
        "phosphate",
        "picrate",
        "piperazine",
        "pivalate",
        "pivoxil",
        "polacrilex",
        "polistirex",
        "polygalacturonate",
        "potassium",
        "procaine",
        "propionate",
        "propanediol",
        "propylene",
        "proxetil",
        "resinate",
        "saccharate",
        "saccharinate",
        "salicylate",
        "salt",
        "sesquihydrate",
        "sesquioleate",
        "silver",
        "sodium",
        "solvate",
        "stearate",
        "stearoylglycolate",
        "succinate",
        "sulfate",
        "sulphate",
        "sulfite",
        "sulfosalicylate",
        "sulfonate",
        "tannate",
        "tartrate",
        "teoclate",
        "tetrahydrate",
        "tetrahydrochloride",
        "tetrasodium",
        "thiocyanate",
        "tocofersolate",
        "tosilate",
        "tosylate",
        "triacetate",
        "triethanolamine",
        "trifluoroacetate",
        "trihydrate",
        "trihydrochloride",
        "triphosphate",
        "trisodium",
        "trolamine",
        "trometamol",
        "tromethamine",
        "undecanoate",
        "undecylate",
        "undecylenate",
        "valerate",
        "xinafoate",
        "zinc",
        "glycol",
        "ethanolamine",
        "bromohydrate",
        "chlorhydrate",
        "dl",
        "racemic",
    ]
)
"""Words that name a salt, an ester or water of crystallisation at the end of a substance's name."""

_MOST_WORDS: Final = 4


def base_keys(name: str) -> list[NormalizedName]:
    """The folded names that ``name`` leaves when salt words are taken off it, the longest first.

    >>> base_keys("indinavir sulfate ethanolate")
    ['indinavir sulfate', 'indinavir']
    """
    words = normalize(name).split()
    found = []
    for _ in range(_MOST_WORDS):
        if len(words) == 1 or not SALT_WORDS & {words[-1], words[0]}:
            break
        words = words[:-1] if words[-1] in SALT_WORDS else words[1:]
        found.append(NormalizedName(" ".join(words)))
    return found


def folded_to(name: str, ingredients: Mapping[NormalizedName, str]) -> str:
    """The ingredient whose salt or ester ``name`` is; empty if it is none's, or a salt of a metal."""
    for key in base_keys(name):
        found = ingredients.get(key)
        if found is not None:
            return "" if found in METALS else found
    return ""


def is_salt_of(name: str, base: NormalizedName) -> bool:
    """Whether ``name`` is ``base`` and salt words, in either order ("sodium valproate")."""
    words, own = normalize(name).split(), base.split()
    if len(words) <= len(own):
        return False
    if words[: len(own)] == own:
        rest = words[len(own) :]
    elif words[-len(own) :] == own:
        rest = words[: -len(own)]
    else:
        return False
    return all(word in SALT_WORDS for word in rest)


def holds_own_generic(name: str, generics: frozenset[NormalizedName]) -> bool:
    """Whether a brand merely contains its own generic ("sandoz lisdexamfetamine"): the parser's job."""
    key = f" {normalize(name)} "
    return any(f" {generic} " in key and key.strip() != generic for generic in generics)

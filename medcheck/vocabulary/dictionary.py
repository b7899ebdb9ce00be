"""The names that the second package's dictionary adds: the least trusted, matched exactly only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from typing import Final

from medcheck.text import NormalizedName, normalize
from medcheck.vocabulary.background import Found, Ingredient
from medcheck.vocabulary.forms import METALS, folded_to, holds_own_generic, is_salt_of
from medcheck.vocabulary.rules import EXCIPIENTS, dropped
from medcheck.vocabulary.wheels import Dictionary

__all__ = ["name_variants"]

_LIST = re.compile(r",? and |, ")
_FEWEST_LETTERS: Final = 3
_ALIKE: Final = 5
_LIKE_OWN: Final = 4
_GENERIC_END: Final = re.compile(
    r"(ine|ina|ol|one|ona|ide|ate|ato|at|acid|ium|um|ein|yl|ene|ane|ose|ase|ether|saure|sulf|chlorid|hydrat)\Z|\d"
)


def name_variants(
    dictionary: Dictionary,
    ingredients: Mapping[str, Ingredient],
    owners: Mapping[NormalizedName, str],
    elsewhere: Set[NormalizedName] = frozenset(),
) -> Iterator[Found | tuple[str, str, str]]:
    """Each variant as a row found, or as (name, target, reason) where a rule leaves it out.

    ``elsewhere`` are names that the first list gives to substances that are no ingredient here.
    """
    by_drugbank = {i.drugbank: i.id for i in ingredients.values() if i.drugbank}
    for variant, mains in sorted(dictionary.variants.items()):
        name = " ".join(variant.lower().split())
        for main in mains[:1]:
            facts = dictionary.facts.get(main, {})
            target = _meaning(main, facts, by_drugbank, owners)
            if not target:
                continue
            listed = "+" in target
            reason = dropped(name)
            if listed:
                reason = "" if name == main else reason or _part_of(name, target, ingredients)
            if len(normalize(name).replace(" ", "")) < _FEWEST_LETTERS:
                reason = "too_short"
            own = frozenset() if listed else frozenset(normalize(n) for n in ingredients[target].own_names)
            salt = any(is_salt_of(name, g) for g in own)
            if not reason and not salt and not listed:
                reason = _another(name, target, elsewhere)
            if not reason and not salt and holds_own_generic(name, own):
                reason = "holds_own_generic"
            if reason:
                yield name, target, reason
            elif listed:
                yield Found(name, "combination", target, "medlineplus", 0)
            else:
                yield Found(name, "salt" if salt else _kind(name, ingredients[target]), target, "ner", 2)


def _another(name: str, target: str, elsewhere: Set[NormalizedName]) -> str:
    """Why ``name`` is not the ingredient itself: a substance of its own, a metal compound, a filler's."""
    if normalize(name) in elsewhere:
        return "another_substance"
    if target in EXCIPIENTS:
        return "trade_name_of_an_excipient"
    first = name.split()[0]
    return "another_metal" if first in METALS and " " in name and first not in target.split() else ""


def _part_of(name: str, target: str, ingredients: Mapping[str, Ingredient]) -> str:
    """Why ``name`` is no name of a combination: it looks like that of one of its parts."""
    own = (n for part in target.split("+") for n in ingredients[part].own_names)
    alike = any(n[:_ALIKE] == name[:_ALIKE] for n in own) and " and " not in name
    return "part_of_a_combination" if alike else ""


def _kind(name: str, ingredient: Ingredient) -> str:
    """A word that neither begins like the generic name nor ends like one is taken for a brand."""
    if " " in name or _GENERIC_END.search(name):
        return "synonym"
    return "synonym" if any(n[:_LIKE_OWN] == name[:_LIKE_OWN] for n in ingredient.own_names) else "brand"


def _meaning(
    main: str,
    facts: Mapping[str, str],
    by_drugbank: Mapping[str, str],
    owners: Mapping[NormalizedName, str],
) -> str:
    """The ingredient a main name stands for, the ingredients of a listed combination, or nothing."""
    if facts.get("medline_plus_id") and " and " in main:
        parts = {owners.get(normalize(part)) or folded_to(part, owners) for part in _LIST.split(main)}
        if len(parts) > 1:
            return "+".join(sorted(part for part in parts if part)) if all(parts) else ""
    own = owners.get(normalize(main))
    return own or by_drugbank.get(facts.get("drugbank_id", "")) or folded_to(main, owners)

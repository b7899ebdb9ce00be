"""Whether the UNII and DrugBank id of each ingredient are those that the two public lists give it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from medcheck.text import NormalizedName, normalize
from medcheck.vocabulary.background import Ingredient
from medcheck.vocabulary.rules import split_tags
from medcheck.vocabulary.wheels import Dictionary, UniiName

__all__ = ["WrongId", "wrong_ids"]

_SAME: Final = frozenset((
    "anhydrous", "bromide", "calcium", "cation", "chloride", "dipotassium", "hydrate", "hydrochloride", "iii",
    "iodide", "ion", "potassium", "sodium", "tartrate",
))  # fmt: skip
"""Words that a list may add to a name without meaning another medicine; esters are others."""


class WrongId(NamedTuple):
    """An identifier that a list gives to something else, or that is missing; ``right`` is its own, or ""."""

    ingredient_id: str
    column: str
    value: str
    right: str

    def __str__(self) -> str:
        instead = f"expected {self.right}" if self.right else "leave it out"
        found = f"{self.value} is of another name" if self.value else "is missing"
        return f"ingredients.tsv: {self.ingredient_id}: {self.column} {found}; {instead}"


def wrong_ids(
    ingredients: Sequence[Ingredient],
    synonyms: Mapping[str, Iterable[str]],
    unii: Iterable[UniiName],
    dictionary: Dictionary,
) -> Iterator[WrongId]:
    """The identifiers that stand beside an ingredient none of whose names they have.

    ``synonyms`` are further names of an ingredient that are no salts or brands. An id
    that another ingredient has is not expected.
    """
    by_unii, by_name = _index((line.unii, split_tags(line.name)[0]) for line in unii)
    by_drugbank, drugbank_of = _index(
        (facts["drugbank_id"], name) for name, facts in dictionary.facts.items() if "drugbank_id" in facts
    )
    taken = {code: one.id for one in ingredients for code in (one.unii, one.drugbank)}
    for one in ingredients:
        own = {normalize(name) for name in one.own_names}
        given = {c for name in own for c in by_name[name] if taken.get(c, one.id) == one.id}
        if one.unii not in given and (len(given) == 1 or (one.unii and one.unii not in by_unii)):
            yield WrongId(one.id, "unii", one.unii, _only(given))
        given = {c for name in own for c in drugbank_of[name] if taken.get(c, one.id) == one.id}
        names = by_drugbank[one.drugbank]
        if one.drugbank in given or (len(given) != 1 and not one.drugbank):
            continue  # right, or none is known, or two are
        if given or not (_mean_the_same(own, names) or names & set(map(normalize, synonyms.get(one.id, ())))):
            yield WrongId(one.id, "drugbank", one.drugbank, _only(given))


def _index(
    pairs: Iterable[tuple[str, str]],
) -> tuple[defaultdict[str, set[NormalizedName]], defaultdict[NormalizedName, set[str]]]:
    names: defaultdict[str, set[NormalizedName]] = defaultdict(set)
    codes: defaultdict[NormalizedName, set[str]] = defaultdict(set)
    for code, name in pairs:
        names[code].add(normalize(name))
        codes[normalize(name)].add(code)
    return names, codes


def _mean_the_same(own: set[NormalizedName], names: set[NormalizedName]) -> bool:
    plain = {" ".join(w for w in name.split() if w not in _SAME) for name in own}
    return any(" ".join(w for w in name.split() if w not in _SAME) in plain for name in names)


def _only(codes: set[str]) -> str:
    return next(iter(codes)) if len(codes) == 1 else ""

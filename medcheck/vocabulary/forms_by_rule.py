"""Forms of a name made by rule: INN forms of other languages, and British spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from medcheck.text import NormalizedName, normalize
from medcheck.vocabulary.background import Ingredient
from medcheck.vocabulary.inn_forms import inn_forms
from medcheck.vocabulary.tables import Steering

__all__ = ["Form", "forms_by_rule"]

_SHORTEST: Final = 5
_SPELLINGS: Final = (
    (re.compile("sulf"), "sulph"),
    (re.compile("aluminum"), "aluminium"),
    (re.compile(r"\bestr"), "oestr"),
)
_OTHER_WORDS: Final = frozenset(
    [
        "iron",
        "zinc",
        "magnesium",
        "kratom",
        "khat",
        "tobacco",
        "opium",
        "kava",
        "senega",
        "ipecac",
        "cannabis",
        "multivitamin",
        "alcohol",
        "dandelion",
        "thyroid",
        "histidine",
        "water",
        "oxygen",
        "multivitamins",
    ]
)
"""Ingredients whose names are words of the language, with words of their own in other languages."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form made by rule; ``near`` if it is one letter from a name of another ingredient."""

    name: str
    target: str
    near: bool


def forms_by_rule(
    ingredients: Mapping[str, Ingredient],
    wanted: frozenset[str],
    named: Mapping[NormalizedName, frozenset[str]],
    plain: frozenset[NormalizedName],
    steering: Steering,
) -> Iterator[Form | tuple[str, str, str]]:
    """Forms of the names of ``wanted``, or (form, ingredient, reason) where one is left out.

    ``plain`` are the names that British spellings are made of. A form that is a name already is
    not made; one that two ingredients would share, or that is
    one letter from a name of another ingredient and further from its own, is left out.
    """
    made: defaultdict[NormalizedName, dict[str, tuple[str, str]]] = defaultdict(dict)
    for ingredient in ingredients.values():
        if ingredient.id in _OTHER_WORDS or ingredient.id not in wanted:
            continue
        for base in _bases(ingredient, named, steering):
            for form in inn_forms(base):
                key = normalize(form)
                if key and key not in made[key].get(ingredient.id, ("", ""))[0]:
                    made[key].setdefault(ingredient.id, (form, base))
    made |= {k: v for k, v in _spellings(named, plain).items() if k not in made}
    near = _Neighbours(named)
    accepted: dict[NormalizedName, tuple[str, str, str]] = {}
    for key, owners in sorted(made.items()):
        if key in named:
            continue
        for target, (form, base) in owners.items():
            reason = _refused(key, owners, near, target, base)
            if reason:
                yield form, target, reason
            else:
                accepted[key] = (form, target, base)
    among = _Neighbours({key: frozenset({target}) for key, (_, target, _) in accepted.items()})
    for key, (form, target, base) in accepted.items():
        if among.other(key, target) and not _within_one(key, normalize(base)):
            yield form, target, "form_one_letter_from_another_form"
        else:
            yield Form(form, target, bool(near.other(key, target)))


def _bases(
    ingredient: Ingredient, named: Mapping[NormalizedName, frozenset[str]], steering: Steering
) -> list[str]:
    """The names that forms are made of: its own, and national ones that mean it alone."""
    own = [n.lower() for n in ingredient.own_names]
    national = [form for name in own for form in steering.national.get(normalize(name), ())]
    alone = frozenset({ingredient.id})
    return [n for n in dict.fromkeys([*own, *national]) if named.get(normalize(n), alone) == alone]


def _spellings(
    named: Mapping[NormalizedName, frozenset[str]], plain: frozenset[NormalizedName]
) -> dict[NormalizedName, dict[str, tuple[str, str]]]:
    """British spellings of names that mean one thing."""
    found: dict[NormalizedName, dict[str, tuple[str, str]]] = {}
    for key, targets in named.items():
        if len(targets) == 1 and key in plain:
            for pattern, new in _SPELLINGS:
                form = pattern.sub(new, key)
                if form != key and "+" not in min(targets):
                    found[NormalizedName(form)] = {min(targets): (form, form)}
    return found


def _refused(
    key: NormalizedName, owners: Mapping[str, tuple[str, str]], near: _Neighbours, target: str, base: str
) -> str:
    if len(owners) > 1:
        return "form_of_several: " + " / ".join(sorted(owners))
    if len(key.replace(" ", "")) < _SHORTEST:
        return "form_too_short"
    if near.other(key, target) and not _within_one(key, normalize(base)):
        return "form_one_letter_from_another_name: " + near.other(key, target)
    return ""


class _Neighbours:
    """Which names are one letter from a string (deletion, substitution, insertion or swap)."""

    def __init__(self, named: Mapping[NormalizedName, frozenset[str]]) -> None:
        self._named = named
        self._by_shorter: defaultdict[str, list[NormalizedName]] = defaultdict(list)
        for key in named:
            if len(key) >= _SHORTEST - 1:
                for shorter in _shortened(key):
                    self._by_shorter[shorter].append(key)

    def other(self, key: NormalizedName, target: str) -> str:
        """The first name one letter away that can mean something else than ``target``."""
        candidates = {other for shorter in _shortened(key) for other in self._by_shorter.get(shorter, ())}
        close = (
            o for o in sorted(candidates) if o != key and self._named[o] - {target} and _within_one(key, o)
        )
        return next(close, "")


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _within_one(one: str, other: str) -> bool:
    """Whether at most one letter is deleted, inserted, substituted, or swapped with its neighbour."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = next((i for i, c in enumerate(one) if c != other[i]), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    swapped = one[:start] + one[start : start + 2][::-1] + one[start + 2 :]
    return one[start + 1 :] == other[start + 1 :] or swapped == other

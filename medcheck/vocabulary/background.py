"""Choosing the background names: which string of the public lists means which ingredients."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from medcheck.text import NormalizedName, normalize
from medcheck.vocabulary.forms import folded_to, holds_own_generic, is_salt_of
from medcheck.vocabulary.rules import EXCIPIENTS, dropped, split_tags
from medcheck.vocabulary.wheels import UniiName

__all__ = ["Found", "Ingredient", "Substances", "name_substances"]

_KINDS: Final = {"bn": "brand", "of": "synonym", "cn": "synonym"}
_COMPONENT: Final = " component "
_OWN: Final = ("of", "cn")


@dataclass(frozen=True, slots=True)
class Ingredient:
    """A row of ``ingredients.tsv``, as far as the rebuild asks for it."""

    id: str
    us_name: str
    unii: str
    drugbank: str

    @property
    def own_names(self) -> tuple[str, ...]:
        """Its id and, where it differs, its US name."""
        return (self.id, self.us_name) if self.us_name else (self.id,)


@dataclass(frozen=True, slots=True)
class Found:
    """One background row before flags: a name, what kind, what it means, from which list, how sure."""

    name: str
    kind: str
    target: str
    source: str
    rank: int
    marked: bool = True


@dataclass(slots=True)
class Substances:
    """What the FDA's list gives: the rows found, the rest with the reason, and what each name means.

    ``elsewhere`` are names of substances that are no ingredient here.
    """

    found: list[Found] = field(default_factory=list)
    left_out: list[tuple[str, str, str]] = field(default_factory=list)
    owners: dict[NormalizedName, str] = field(default_factory=dict)
    elsewhere: set[NormalizedName] = field(default_factory=set)


def name_substances(
    names: Iterable[UniiName],
    ingredients: Mapping[str, Ingredient],
    hand: Mapping[NormalizedName, str],
    second: frozenset[NormalizedName],
) -> Substances:
    """The names of every ingredient and of its salts and esters.

    ``hand`` are the names written by hand that mean one ingredient; ``second`` are the names that
    a second list knows too. A common name that no register marks is taken only if it is there.
    """
    by_unii = {i.unii: i.id for i in ingredients.values() if i.unii}
    own = {normalize(n): i.id for i in ingredients.values() for n in i.own_names}
    direct: list[UniiName] = []
    others: defaultdict[str, list[UniiName]] = defaultdict(list)
    for name in names:
        if name.unii in by_unii:
            direct.append(name)
        else:
            others[name.unii].append(name)
    result = Substances()
    known = {**_unambiguous(direct, by_unii), **hand, **own}
    parts: defaultdict[str, set[str]] = defaultdict(set)
    generics = {i.id: frozenset(map(normalize, i.own_names)) for i in ingredients.values()}
    for name in direct:
        _take(name, by_unii[name.unii], 0, generics, result, parts)
    for lines in others.values():
        display = lines[0].display.lower()
        target = hand.get(normalize(display)) or folded_to(display, known)
        if target and target not in EXCIPIENTS:
            for name in lines:
                _take(name, target, 1, generics, result, parts)
        else:
            result.elsewhere.update(
                normalize(split_tags(name.name)[0]) for name in lines if name.type in _OWN
            )
    result.found = _confirmed(result, second)
    for product, ids in parts.items():
        if len(ids) > 1:
            reason = dropped(product)
            if reason:
                result.left_out.append((product, "+".join(sorted(ids)), reason))
            else:
                result.found.append(Found(product, "combination", "+".join(sorted(ids)), "unii", 0))
    result.owners = known
    return result


def _unambiguous(names: Iterable[UniiName], by_unii: Mapping[str, str]) -> dict[NormalizedName, str]:
    owners: defaultdict[NormalizedName, set[str]] = defaultdict(set)
    for name in names:
        if name.type != "cd":
            owners[normalize(split_tags(name.name)[0])].add(by_unii[name.unii])
    return {key: next(iter(ids)) for key, ids in owners.items() if len(ids) == 1}


def _confirmed(result: Substances, second: frozenset[NormalizedName]) -> list[Found]:
    """The rows found, without the common names that stand in this list only and bear no mark."""
    marked = {normalize(item.name) for item in result.found if item.marked} | second
    kept = []
    for item in result.found:
        if normalize(item.name) in marked:
            kept.append(item)
        else:
            result.left_out.append((item.name, item.target, "unmarked_common_name"))
    return kept


def _take(
    line: UniiName,
    target: str,
    rank: int,
    generics: Mapping[str, frozenset[NormalizedName]],
    result: Substances,
    parts: defaultdict[str, set[str]],
) -> None:
    """Put one line of the list where it belongs: a row, a component of a product, or left out."""
    name, tags = split_tags(line.name)
    if _COMPONENT in name:
        parts[name.split(_COMPONENT, 1)[0]].add(target)
        return
    reason = "code" if line.type == "cd" else "homoeopathic" if tags == {"HPUS"} else dropped(name)
    own = generics[target]
    salt = any(is_salt_of(name, g) for g in own)
    if not reason and line.type == "bn" and target in EXCIPIENTS:
        reason = "trade_name_of_an_excipient"
    if not reason and not salt and line.type == "bn" and holds_own_generic(name, own):
        reason = "holds_own_generic"
    if reason:
        result.left_out.append((name, target, reason))
        return
    kind = _KINDS[line.type]
    if kind == "synonym" and (salt or (rank and folded_to(name, dict.fromkeys(own, target)))):
        kind = "salt"
    if normalize(name) == normalize(target):
        kind = "generic"
    source = "inn" if kind == "generic" else "unii"
    result.found.append(Found(name, kind, target, source, rank, bool(tags) or line.type != "cn"))

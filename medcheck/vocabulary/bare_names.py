"""Names that lack their last word: "Trokendi" for "Trokendi XR", "tranexamic" for "tranexamic acid".

People leave the form out. A name is made of the first word where every listed name that begins
with it is the same medicine and one of them adds nothing but the form, or the word "acid". A
number is no form: "Exdol 15" holds codeine, "Exdol" did not. Where the members of a family differ
("Cheratussin AC", "Cheratussin DAC") the first word, if it is written in ``families.tsv``, means
any of them: it depends on the pack.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from medcheck.english import is_word
from medcheck.sig.words import categories
from medcheck.text import NormalizedName, normalize

__all__ = ["BareName", "Listed", "bare_names", "family_names"]

_SHORTEST: Final = 5
_ANOTHER_PRODUCT: Final = frozenset(["contin", "drops", "extra", "fa", "forte", "gum", "plus", "spray"])
"""Form words that often tell one product of a family from another with other ingredients."""

_SUBSTANCES: Final = ("generic", "inn_form", "synonym")


class BareName(NamedTuple):
    """A name made by rule; ``regions`` is empty where it is known everywhere."""

    name: str
    kind: str
    target: str
    regions: tuple[str, ...]
    route: str
    exact_only: bool = False
    variant: str = ""


class Listed(NamedTuple):
    """What a listed name means, as far as this rule asks."""

    name: str
    kind: str
    target: str
    regions: tuple[str, ...] = ()
    route: str = ""
    exact_only: bool = False


def bare_names(listed: Iterable[Listed], wanted: Collection[str]) -> Iterator[BareName]:
    """The first words of ``listed`` that can only mean one medicine and are no names yet.

    "... acid" is shortened for the ingredients in ``wanted`` alone: the rest is chemistry.
    """
    listed = list(listed)
    names = {normalize(item.name) for item in listed}
    for first, family in sorted(_families(listed).items()):
        if first in names or len(first) < _SHORTEST or not first.isalpha() or is_word(first):
            continue
        if len({item.target for _, item in family}) > 1:
            continue
        forms = [item for rest, item in family if _adds_form(rest, item)]
        acids = [i for rest, i in family if rest == ["acid"] and i.kind in _SUBSTANCES and i.target in wanted]
        chosen = forms or acids
        if chosen:
            routes = {item.route for item in chosen}
            yield BareName(
                first,
                chosen[0].kind if forms else "synonym",
                chosen[0].target,
                _everywhere(chosen),
                routes.pop() if len(routes) == 1 else "",
                all(item.exact_only or (not forms and item.kind != "generic") for item in chosen),
            )


def family_names(listed: Iterable[Listed], chosen: Collection[NormalizedName]) -> Iterator[BareName]:
    """Each of ``chosen`` as every medicine that the listed names beginning with it are.

    Members of one composition make one row, whose variant is what the shortest name adds.
    """
    listed = list(listed)
    known = {(normalize(item.name), item.target) for item in listed}
    for first, family in sorted(_families(listed).items()):
        if first not in chosen:
            continue
        by_target: defaultdict[str, list[tuple[list[str], Listed]]] = defaultdict(list)
        for rest, item in family:
            by_target[item.target].append((rest, item))
        for target, members in sorted(by_target.items()):
            rest, item = min(members, key=lambda m: (m[1].kind != "generic", len(" ".join(m[0])), m[0]))
            if (first, target) not in known:
                regions = _everywhere([member for _, member in members])
                yield BareName(first, item.kind, target, regions, item.route, variant=" ".join(rest).upper())


def _families(listed: Iterable[Listed]) -> dict[str, list[tuple[list[str], Listed]]]:
    """The names of several words by their first word, each with the words that follow it."""
    found: defaultdict[str, list[tuple[list[str], Listed]]] = defaultdict(list)
    for item in listed:
        words = normalize(item.name).split()
        if len(words) > 1:
            found[words[0]].append((words[1:], item))
    return found


def _adds_form(rest: Iterable[str], item: Listed) -> bool:
    known = categories()
    return item.kind in ("brand", "combination") and all(
        known.get(word) == "form" and word not in _ANOTHER_PRODUCT for word in rest
    )


def _everywhere(items: Iterable[Listed]) -> tuple[str, ...]:
    regions = [item.regions for item in items]
    return () if not all(regions) else tuple(sorted({region for some in regions for region in some}))

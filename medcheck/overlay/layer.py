"""What every layer has, whether it lies in memory or in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol

from medcheck.fragments import IndexedKey
from medcheck.model import Name, Source
from medcheck.text import CompactName, NormalizedName, compact

__all__ = ["BLOCKING_LENGTH", "LOCAL", "About", "Coded", "Layer", "indexed_key", "signature"]

LOCAL: Final = "local"
"""The flag of every name, and the source kind of every statement, that is not of the shipped dataset."""

BLOCKING_LENGTH: Final = 5
"""Letters from which a name that is exact-only still stands in the way of a correction."""


class About(NamedTuple):
    """Which layer this is: ``kind`` is ``local``, ``rxnorm`` or ``ndc``, ``where`` what to tell the user."""

    kind: str
    where: str
    sha256: str
    source: Source


class Coded(NamedTuple):
    """What an identifier stands for: ingredients, the product's own name, its route."""

    code: str
    targets: tuple[str, ...]
    name: str
    route: str


class Layer(Protocol):
    """Names and codes that are laid over or under those of the shipped dataset."""

    @property
    def about(self) -> About: ...

    def names(self, key: NormalizedName, /) -> tuple[Name, ...]: ...

    def names_compact(self, key: CompactName, /) -> tuple[Name, ...]: ...

    def names_of(self, target_kind: str, target: str, /) -> tuple[Name, ...]: ...

    def keys_with_prefix(self, prefix: str, limit: int, /) -> list[str]: ...

    def fragment_keys(self, fragments: Sequence[str], /) -> list[IndexedKey]: ...

    def all_keys(self) -> Iterator[IndexedKey]: ...

    def name_keys(self) -> Iterator[tuple[str, bool]]: ...


def signature(name: Name) -> str:
    """The target of a name as the matcher compares it."""
    return f"class:{name.targets[0]}" if name.target_kind == "class" else "+".join(sorted(name.targets))


def indexed_key(number: int, key: NormalizedName, names: Iterable[Name]) -> IndexedKey:
    """A key with what its rows mean; what a user adds counts as in use."""
    names = tuple(names)
    drugs = tuple(sorted({signature(name) for name in names}))
    return IndexedKey(
        number, key, compact(key), drugs, True, not all("exact_only" in name.flags for name in names)
    )

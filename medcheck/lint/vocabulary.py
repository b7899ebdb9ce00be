"""Rules on classes, ingredients and names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from medcheck.dataset import Row
from medcheck.english import is_word
from medcheck.lint.rule import Context, Problem, rule
from medcheck.text import compact, normalize

__all__ = [
    "class_circle",
    "class_has_name",
    "class_term_target",
    "code_unique",
    "confusion_order",
    "ingredient_has_name",
    "membership_denied",
    "membership_nearest",
    "name_collision",
    "name_folds",
    "name_not_drug",
    "ner_exact_only",
    "one_class",
    "phrase_unique",
    "short_exact_only",
    "word_not_in_text",
]

_SHORT = 3
_SEVERAL = ("abbreviation", "class_term")


@rule("classes")
def class_circle(context: Context) -> Iterator[Problem]:
    """No class is its own ancestor."""
    for row in context.rows("classes"):
        if row["class_id"] in context.ancestors(row["class_id"]):
            yield (
                row,
                "parent_ids",
                f"{row['class_id']} is its own ancestor; expected parents that lead upwards",
            )


@rule("memberships")
def membership_nearest(context: Context) -> Iterator[Problem]:
    """An ingredient is listed in its nearest classes only, not in their ancestors as well."""
    classes = defaultdict(set)
    for row in context.rows("memberships"):
        classes[row["ingredient_id"]].add(row["class_id"])
    for row in context.rows("memberships"):
        for other in sorted(classes[row["ingredient_id"]] - {row["class_id"]}):
            if row["class_id"] in context.ancestors(other):
                yield (
                    row,
                    "class_id",
                    f"{row['class_id']} follows from {other}; expected the nearest class only",
                )
                break


@rule("memberships", "not_members")
def membership_denied(context: Context) -> Iterator[Problem]:
    """No ingredient is listed in a class, or below it, that `not_members` says it does not belong to."""
    denied = {(row["ingredient_id"], row["class_id"]): row for row in context.rows("not_members")}
    for row in context.rows("memberships"):
        for class_id in sorted({row["class_id"], *context.ancestors(row["class_id"])}):
            denial = denied.get((row["ingredient_id"], class_id))
            if denial is not None:
                what = f"line {denial.line} of not_members.tsv says that it is no {class_id}"
                yield row, "class_id", f"{what}; expected one or the other"


@rule("classes", "names")
def class_has_name(context: Context) -> Iterator[Problem]:
    """Every class can be reached by a name."""
    for row in context.rows("classes"):
        if row["class_id"] not in context.targets.get("class", ()):
            yield (
                row,
                "class_id",
                f"no name means the class {row['class_id']}; expected a class_term in names.tsv",
            )


@rule("ingredients", "names")
def ingredient_has_name(context: Context) -> Iterator[Problem]:
    """Every ingredient can be reached by a name of its own."""
    own = {row["target"] for row in context.rows("names") if row["target_kind"] == "ingredients"}
    for row in context.rows("ingredients"):
        if row["ingredient_id"] not in own:
            what = (
                f"no name means {row['ingredient_id']} alone; expected at least its generic name in names.tsv"
            )
            yield row, "ingredient_id", what


@rule("ingredients")
def code_unique(context: Context) -> Iterator[Problem]:
    """A UNII or DrugBank id belongs to one ingredient."""
    for column in ("unii", "drugbank"):
        first: dict[str, str] = {}
        for row in context.rows("ingredients"):
            owner = first.setdefault(row[column], row["ingredient_id"])
            if row[column] and owner != row["ingredient_id"]:
                yield row, column, f"{column} {row[column]} is that of {owner}; expected each code once"


@rule("names")
def name_folds(context: Context) -> Iterator[Problem]:
    """A name has letters or digits left when it is folded."""
    for row in context.named.get(normalize(""), ()):
        yield row, "name", f"name {row['name']!r} has no letter a-z or digit; expected one to look it up by"


@rule("names")
def name_collision(context: Context) -> Iterator[Problem]:
    """Rows of one folded name with different targets say how they differ: region, variant or pack."""
    for rows in context.named.values():
        if len(rows) > 1 and len({(row["target_kind"], row["target"]) for row in rows}) > 1:
            for index, row in enumerate(rows):
                other = next((earlier for earlier in rows[:index] if _collide(earlier, row)), None)
                if other is not None:
                    both = f"{row['target']} here and {other['target']} on line {other.line}"
                    expected = "expected different regions or variants, or the flag depends_on_pack"
                    yield row, "target", f"{row['name']!r} means {both}; {expected}"


def _collide(one: Row, other: Row) -> bool:
    """Whether two rows of one name mean different things without saying when."""
    if (one["target_kind"], one["target"]) == (other["target_kind"], other["target"]):
        return False
    if one["variant"] != other["variant"] or {one["kind"], other["kind"]} & set(_SEVERAL):
        return False
    if "depends_on_pack" in one["flags"] and "depends_on_pack" in other["flags"]:
        return False
    if not (one["region"] and other["region"]):
        return one["region"] == other["region"]
    return not set(one["region"].split(",")).isdisjoint(other["region"].split(","))


@rule("names")
def one_class(context: Context) -> Iterator[Problem]:
    """A name that means a class means one."""
    for row in context.rows("names"):
        if row["target_kind"] == "class" and "+" in row["target"]:
            yield row, "target", f"{row['name']!r} means {row['target']}; expected one class in a row"


@rule("names")
def class_term_target(context: Context) -> Iterator[Problem]:
    """A class term means a class."""
    for row in context.rows("names"):
        if row["kind"] == "class_term" and row["target_kind"] != "class":
            yield row, "target_kind", f"class term {row['name']!r} means {row['target']}; expected a class"


@rule("names")
def short_exact_only(context: Context) -> Iterator[Problem]:
    """A name of three letters or fewer is never the reading of another spelling."""
    for key, rows in context.named.items():
        if len(key) <= 2 * _SHORT and len(compact(key)) <= _SHORT:
            for row in rows:
                if "exact_only" not in row["flags"].split(","):
                    yield row, "flags", f"{row['name']!r} is short; expected the flag exact_only"


@rule("names")
def word_not_in_text(context: Context) -> Iterator[Problem]:
    """A brand that is an ordinary English word is never read in running text."""
    for row in context.rows("names"):
        key = normalize(row["name"])
        if row["kind"] not in ("brand", "combination") or " " in key or not is_word(key):
            continue
        if "not_in_text" not in row["flags"].split(","):
            yield row, "flags", f"{row['name']!r} is an English word; expected the flag not_in_text"


@rule("names")
def ner_exact_only(context: Context) -> Iterator[Problem]:
    """A name known from the `ner` dictionary alone is never the reading of another spelling."""
    for row in context.rows("names"):
        if row["source_id"] == "ner" and not {"exact_only", "in_use"} & set(row["flags"].split(",")):
            yield row, "flags", f"{row['name']!r} is known from ner alone; expected the flag exact_only"


@rule("names", "not_drugs")
def name_not_drug(context: Context) -> Iterator[Problem]:
    """No name is also a phrase that must never be read as a medicine."""
    for row in context.rows("not_drugs"):
        for name in context.named.get(normalize(row["phrase"]), ())[:1]:
            what = f"{row['phrase']!r} is a name on line {name.line} of names.tsv; expected one or the other"
            yield row, "phrase", what


@rule("not_drugs")
def phrase_unique(context: Context) -> Iterator[Problem]:
    """A phrase has letters or digits when it is folded, and no other phrase folds to the same."""
    first: dict[str, int] = {}
    for row in context.rows("not_drugs"):
        key = normalize(row["phrase"])
        line = first.setdefault(key, row.line)
        if not key:
            yield (
                row,
                "phrase",
                f"{row['phrase']!r} has no letter a-z or digit; expected one to look it up by",
            )
        elif line != row.line:
            yield (
                row,
                "phrase",
                f"{row['phrase']!r} folds to the phrase of line {line}; expected each phrase once",
            )


@rule("confusions", "names")
def confusion_order(context: Context) -> Iterator[Problem]:
    """A pair of names is written once, the first in the alphabet first, and both are names."""
    for row in context.rows("confusions"):
        if row["name_a"] >= row["name_b"]:
            what = (
                f"{row['name_a']!r} is not before {row['name_b']!r}; expected the pair in alphabetical order"
            )
            yield row, "name_a", what
        for column in ("name_a", "name_b"):
            if normalize(row[column]) not in context.named:
                yield row, column, f"{row[column]!r} is no name of names.tsv; expected one"

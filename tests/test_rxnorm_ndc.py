"""Identifiers: UNII and DrugBank ids, and the user's own RxNorm release and NDC directory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import medcheck
from medcheck import KnowledgeBase
from medcheck.cli.program import cli
from medcheck.errors import StoreError
from medcheck.model import Method
from medcheck.store import Store

SCHEMA = json.loads((Path(medcheck.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, store_path: Path, tmp_path: Path) -> Path:
    monkeypatch.setenv("MEDCHECK_DB", str(store_path))
    monkeypatch.setenv("MEDCHECK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args), prog_name="medcheck")


def ingredients(text: str, region: str | None = None) -> list[str]:
    return [
        "+".join(i.id for i in m.ingredients)
        for m in KnowledgeBase.open().check(text, region).entries[0].meanings
    ]


# --- UNII and DrugBank ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "ingredient"),
    [("DB00641", "simvastatin"), ("db00641", "simvastatin"), (" Db00641 ", "simvastatin"),
     ("8GTS82S83M", "diphenhydramine"), ("8gts82s83m", "diphenhydramine"), ("362O9ITL9D", "paracetamol")],
)  # fmt: skip
def test_unii_and_drugbank_ids_are_names(code: str, ingredient: str) -> None:
    shown = json.loads(run("check", "--format", "json", "--", code).stdout)
    meaning = shown["entries"][0]["meanings"][0]
    assert (meaning["method"], meaning["kind"], meaning["ingredients"][0]["id"]) == (
        "code",
        "code",
        ingredient,
    )
    assert code.strip().upper() in (
        meaning["ingredients"][0]["codes"]["unii"],
        meaning["ingredients"][0]["codes"]["drugbank"],
    )
    assert "method code" in run("check", "--explain", code).stdout


def test_codes_that_are_none() -> None:
    for text in ("DB99999", "DB0064", "8GTS82S83X", "rxcui:36567", "0071-0155-23", "36567", "00071015523"):
        assert KnowledgeBase.open().check(text).entries[0].meanings == (), text


# --- RxNorm -----------------------------------------------------------------------------------

CONCEPTS = [
    ("36567", "IN", "simvastatin"), ("196503", "BN", "Zocor"), ("312961", "SCD", "simvastatin 20 MG Oral Tablet"),
    ("104491", "SBD", "simvastatin 20 MG Oral Tablet [Zocor]"), ("1", "BN", "Noxalivan"),
    ("161", "IN", "acetaminophen"), ("7804", "IN", "oxycodone"), ("42844", "BN", "Percoxal"),
    ("214183", "MIN", "acetaminophen / oxycodone"), ("1049621", "SCD", "acetaminophen 325 MG / oxycodone 5 MG Oral Tablet"),
    ("10600", "IN", "timolol"), ("203213", "PIN", "timolol maleate"), ("2", "BN", "Timoxalic"),
    ("3", "SBD", "timolol 2.5 MG/ML Ophthalmic Solution [Timoxalic]"), ("4", "IN", "unheardofine"),
    ("5", "BN", "Unheardix"), ("6", "BN", "Mixedunheard"), ("7", "BN", "Seroquel"), ("8", "BN", "Relief"), ("9", "BN", "Nowhere"),
    ("10", "GPCK", "{1 (simvastatin 20 MG Oral Tablet) } Pack"),
]  # fmt: skip
RELATIONS = [
    ("36567", "tradename_of", "196503"), ("312961", "has_tradename", "104491"), ("36567", "ingredient_of", "312961"),
    ("196503", "has_ingredient", "104491"), ("1", "has_tradename", "36567"), ("161", "has_tradename", "42844"), ("7804", "has_tradename", "42844"),
    ("214183", "has_part", "161"), ("214183", "has_part", "7804"), ("1049621", "has_ingredients", "214183"),
    ("203213", "form_of", "10600"), ("2", "tradename_of", "10600"), ("3", "has_ingredient", "2"),
    ("5", "tradename_of", "4"), ("6", "tradename_of", "4"), ("6", "tradename_of", "161"), ("7", "tradename_of", "161"),
    ("8", "tradename_of", "161"), ("10", "contains", "312961"),
]  # fmt: skip


def concept(rxcui: str, tty: str, name: str, sab: str = "RXNORM", suppress: str = "N") -> str:
    cells = [
        rxcui,
        "ENG",
        "",
        "",
        "",
        "",
        "",
        f"9{rxcui}",
        "",
        rxcui,
        "",
        sab,
        tty,
        rxcui,
        name,
        "",
        suppress,
        "4096",
    ]
    return "|".join(cells) + "|\n"


def relation(one: str, name: str, other: str, sab: str = "RXNORM", suppress: str = "") -> str:
    cells = [one, "", "CUI", "RO", other, "", "CUI", name, "1", "", sab, sab, "", "", suppress, ""]
    return "|".join(cells) + "|\n"


def rxnorm(
    directory: Path, more: Iterable[str] = (), more_relations: Iterable[str] = (), folder: str = "rrf"
) -> Path:
    place = directory / folder
    place.mkdir(parents=True, exist_ok=True)
    lines = [*(concept(*c) for c in CONCEPTS), *more]
    (place / "RXNCONSO.RRF").write_text("".join(lines), encoding="utf-8")
    (place / "RXNREL.RRF").write_text(
        "".join([*(relation(*r) for r in RELATIONS), *more_relations]), encoding="utf-8"
    )
    return directory


def test_rxcuis_and_brand_names_resolve(tmp_path: Path, home: Path) -> None:
    result = run("data", "add-rxnorm", str(rxnorm(tmp_path / "release")))
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[0] == str(home / "rxnorm.sqlite")
    for text in ("rxcui:36567", "RxCUI 36567", "RXNORM: 36567", "36567", "http://www.nlm.nih.gov/research/umls/rxnorm|36567",
                 "rxcui:312961", "104491", "rxcui 196503", "rxcui:10", "Noxalivan 20 mg at night"):  # fmt: skip
        assert ingredients(text) == ["simvastatin"], text
    assert (
        ingredients("rxcui:42844")
        == ingredients("percoxal 5/325")
        == ingredients("1049621")
        == ["oxycodone+paracetamol"]
    )
    assert ingredients("rxcui:203213") == ["timolol"]
    base = KnowledgeBase.open()
    entry = base.check("rxcui:104491").entries[0]
    meaning = entry.meanings[0]
    assert (meaning.method, meaning.flags, meaning.regions) == (Method.CODE, ("local",), ("US",))
    assert meaning.name == "rxcui:104491, simvastatin 20 MG Oral Tablet [Zocor]"
    assert meaning.ingredients[0].codes.rxcui == ("36567",)
    assert entry.notes == ("local name (RxNorm, added from release)",)
    assert base.check("zocor").entries[0].meanings[0].ingredients[0].codes.rxcui == ("36567",)
    assert base.check("noxalvan").entries[0].meanings[0].read_as == "Noxalivan"
    report = base.check("rxcui:36567")
    assert len(report.overlays) == 1
    assert report.overlays[0].startswith("RxNorm, added from release sha256:")
    jsonschema.validate(report.to_dict(), SCHEMA)
    assert "RxCUI 36567" in " ".join(run("describe", "simvastatin").stdout.split())


def test_bare_numbers_are_doses_unless_they_are_long(tmp_path: Path) -> None:
    run("data", "add-rxnorm", str(rxnorm(tmp_path / "release")))
    assert ingredients("161") == []
    assert ingredients("7804") == []
    assert ingredients("rxcui:161") == ["paracetamol"]
    assert ingredients("99999999") == []
    assert ingredients("paracetamol 36567") == ["paracetamol"]


def test_eye_drops_keep_their_route(tmp_path: Path) -> None:
    run("data", "add-rxnorm", str(rxnorm(tmp_path / "release")))
    base = KnowledgeBase.open()
    assert [base.check(t).entries[0].meanings[0].route for t in ("timoxalic", "rxcui:3", "rxcui:10600")] == [
        "eye",
        "eye",
        "",
    ]


def test_shipped_names_win_over_rxnorm_and_local_ones_over_both(tmp_path: Path) -> None:
    run("data", "add-rxnorm", str(rxnorm(tmp_path / "release")))
    assert ingredients("seroquel") == ["quetiapine"]
    own = tmp_path / "own"
    own.mkdir()
    header = "name\tregion\tkind\ttarget_kind\ttarget\tvariant\troute\tflags\tnote\tsource_id\n"
    (own / "names.tsv").write_text(
        header + "noxalivan\t\tbrand\tingredients\tloratadine\t\t\t\t\tlocal\n", encoding="utf-8"
    )
    shown = json.loads(
        run("check", "--overlay", str(own), "--format", "json", "noxalivan", "rxcui:36567").stdout
    )
    assert [e["meanings"][0]["ingredients"][0]["id"] for e in shown["entries"]] == [
        "loratadine",
        "simvastatin",
    ]
    assert len(shown["overlays"]) == 2
    assert KnowledgeBase.open(overlays=()).check("noxalivan").entries[0].meanings == ()


def test_what_is_not_known_is_left_out_and_listed(tmp_path: Path, home: Path) -> None:
    result = run("data", "add-rxnorm", str(rxnorm(tmp_path / "release")))
    assert "4 rows left out" in result.stderr
    report = (home / "rxnorm.left-out.tsv").read_text(encoding="utf-8").splitlines()
    assert report[0] == "where\tname\twhy it is left out"
    assert "rxcui:6\tMixedunheard\tthe dataset does not know the ingredient unheardofine" in report
    assert "rxcui:9\tNowhere\tno relation says what it consists of" in report
    assert len(report) == 5
    for text in ("mixedunheard", "rxcui:6", "unheardix", "rxcui:4"):
        assert ingredients(text) == [], text


def test_english_words_are_no_names_in_a_text(tmp_path: Path) -> None:
    run("data", "add-rxnorm", str(rxnorm(tmp_path / "release")))
    base = KnowledgeBase.open()
    assert [m.text for m in base.scan("A relief: she takes Noxalivan 20 mg.", fuzzy=False)] == ["Noxalivan"]


def test_other_vocabularies_and_suppressed_rows_are_not_read(tmp_path: Path) -> None:
    more = [concept("11", "BN", "Foreignbrand", sab="GS"), concept("12", "BN", "Oldbrandix", suppress="O"),
            concept("13", "IN", "loratadine", suppress="O"), concept("14", "BN", "Halfbrand")]  # fmt: skip
    relations = [relation("11", "tradename_of", "161"), relation("12", "tradename_of", "161"), relation("14", "tradename_of", "161"),
                 relation("14", "tradename_of", "13"), relation("36567", "has_tradename", "42844", sab="MMSL"),
                 relation("36567", "has_tradename", "42844", suppress="O"), relation("36567", "cooccurs_with", "42844")]  # fmt: skip
    run("data", "add-rxnorm", str(rxnorm(tmp_path / "release", more, relations)))
    for text in ("foreignbrand", "rxcui:11", "oldbrandix", "rxcui:12", "rxcui:13"):
        assert ingredients(text) == [], text
    assert ingredients("halfbrand") == ["loratadine+paracetamol"], "no part of a product is dropped"
    assert ingredients("rxcui:42844") == ["oxycodone+paracetamol"]


@pytest.mark.parametrize("shape", ["zip", "file", "prescribe"])
def test_a_release_comes_in_any_shape(tmp_path: Path, shape: str) -> None:
    release = rxnorm(tmp_path / "release", folder="prescribe/rrf" if shape == "prescribe" else "rrf")
    given = release
    if shape == "zip":
        given = tmp_path / "RxNorm_full_11032025.zip"
        with zipfile.ZipFile(given, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in ("RXNCONSO.RRF", "RXNREL.RRF"):
                archive.write(release / "rrf" / name, f"rrf/{name}")
                archive.writestr(f"prescribe/rrf/deeper/{name}", "not this one\n")
    elif shape == "file":
        given = release / "rrf" / "RXNCONSO.RRF"
    out = tmp_path / "mine.sqlite"
    result = run("data", "add-rxnorm", str(given), "--to", str(out))
    assert result.exit_code == 0, result.stderr
    assert ingredients("rxcui:36567") == [], "not in the place where it is found by itself"
    shown = json.loads(run("check", "--overlay", str(out), "--format", "json", "rxcui:36567").stdout)
    assert shown["entries"][0]["meanings"][0]["ingredients"][0]["id"] == "simvastatin"
    again = tmp_path / "again.sqlite"
    run("data", "add-rxnorm", str(given), "--to", str(again))
    assert again.read_bytes() == out.read_bytes()


def test_broken_rows_are_named_and_left_out(tmp_path: Path, home: Path) -> None:
    release = rxnorm(
        tmp_path / "release",
        ["36567|ENG|cut off\n", concept("x1", "BN", "Badcode"), "\n"],
        ["36567||CUI|RO\n"],
    )
    conso = release / "rrf" / "RXNCONSO.RRF"
    conso.write_bytes(conso.read_bytes() + concept("15", "BN", "caf\u00e9").encode("latin-1"))
    result = run("data", "add-rxnorm", str(release))
    assert result.exit_code == 0
    line = len(CONCEPTS) + 1
    assert f"RXNCONSO.RRF:{line}: 3 columns; expected 18, parted by |; the row is left out" in result.stderr
    assert f"RXNCONSO.RRF:{line + 1}: RXCUI 'x1'; expected a number" in result.stderr
    assert f"RXNCONSO.RRF:{line + 3}: not UTF-8" in result.stderr
    assert f"RXNREL.RRF:{len(RELATIONS) + 1}: 4 columns; expected 16" in result.stderr
    assert "Traceback" not in result.stderr
    assert ingredients("rxcui:36567") == ["simvastatin"]


# --- NDC --------------------------------------------------------------------------------------

HEADER = [
    "PRODUCTID", "PRODUCTNDC", "PRODUCTTYPENAME", "PROPRIETARYNAME", "PROPRIETARYNAMESUFFIX", "NONPROPRIETARYNAME",
    "DOSAGEFORMNAME", "ROUTENAME", "STARTMARKETINGDATE", "ENDMARKETINGDATE", "MARKETINGCATEGORYNAME", "APPLICATIONNUMBER",
    "LABELERNAME", "SUBSTANCENAME", "ACTIVE_NUMERATOR_STRENGTH", "ACTIVE_INGRED_UNIT", "PHARM_CLASSES", "DEASCHEDULE",
    "NDC_EXCLUDE_FLAG", "LISTING_RECORD_CERTIFIED_THROUGH",
]  # fmt: skip
PRODUCTS = [
    ("0071-0155", "Noxator", "", "ATORVASTATIN CALCIUM TRIHYDRATE", "ORAL"),
    ("50580-449", "Tylexal", "PM", "ACETAMINOPHEN; DIPHENHYDRAMINE HYDROCHLORIDE", "ORAL"),
    ("50580-450", "Tylexal", "", "ACETAMINOPHEN", "ORAL"),
    ("12345-6789", "Pr\u00e9cisal\u00ae", "", "SIMVASTATIN", "ORAL"),
    ("24208-0498", "Timoxalic", "", "TIMOLOL MALEATE", "OPHTHALMIC"),
    ("60000-100", "Seroquel", "", "ACETAMINOPHEN", "ORAL"),
    ("60000-101", "Unheardix", "", "ACETAMINOPHEN; UNHEARDOFINE", "ORAL"),
    ("60000-102", "Emptyx", "", "", "ORAL"),
    ("60000-103", "Twoways", "", "SIMVASTATIN", "ORAL"),
    ("60000-104", "Twoways", "", "ACETAMINOPHEN", "ORAL"),
    ("60000-105", "Kitty", "", "SIMVASTATIN", "ORAL"),
    ("60000-105", "Kitty", "", "ACETAMINOPHEN", "ORAL"),
]  # fmt: skip


def product(code: str, brand: str, suffix: str, substances: str, route: str) -> str:
    cells = dict.fromkeys(HEADER, "") | {
        "PRODUCTID": f"{code}_x", "PRODUCTNDC": code, "PROPRIETARYNAME": brand, "PROPRIETARYNAMESUFFIX": suffix,
        "SUBSTANCENAME": substances, "ROUTENAME": route, "NDC_EXCLUDE_FLAG": "N", "PRODUCTTYPENAME": "HUMAN OTC DRUG",
    }  # fmt: skip
    return "\t".join(cells.values()) + "\r\n"


def ndc(directory: Path, *more: str, header: list[str] | None = None) -> Path:
    directory.mkdir(exist_ok=True)
    text = (
        "\t".join(HEADER if header is None else header)
        + "\r\n"
        + "".join(product(*p) for p in PRODUCTS)
        + "".join(more)
    )
    (directory / "product.txt").write_bytes(text.encode("cp1252"))
    return directory / "product.txt"


def test_ndcs_resolve_in_every_form(tmp_path: Path, home: Path) -> None:
    result = run("data", "add-ndc", str(ndc(tmp_path)))
    assert result.exit_code == 0, result.stderr
    assert result.stdout.splitlines()[0] == str(home / "ndc.sqlite")
    for text in ("0071-0155", "0071-0155-23", "00071-0155-23", "00071015523", "0071015523", "NDC 0071-0155-23", "ndc:0071-0155",
                 "http://hl7.org/fhir/sid/ndc|0071-0155-23", "Noxator 20 mg"):  # fmt: skip
        assert ingredients(text) == ["atorvastatin"], text
    for text in ("50580-449", "50580-449-02", "50580-0449-02", "50580044902", "5058044902", "tylexal pm"):
        assert ingredients(text) == ["diphenhydramine+paracetamol"], text
    assert ingredients("tylexal") == ["paracetamol"]
    for text in ("12345-6789", "12345-6789-1", "12345678901", "1234567891", "precisal"):
        assert ingredients(text) == ["simvastatin"], text
    meaning = KnowledgeBase.open().check("00071015523").entries[0].meanings[0]
    assert (meaning.method, meaning.name, meaning.flags) == (
        Method.CODE,
        "NDC 0071-0155, Noxator",
        ("local",),
    )
    assert KnowledgeBase.open().check("24208-0498").entries[0].meanings[0].route == "eye"
    assert KnowledgeBase.open().check("timoxalic").entries[0].meanings[0].route == "eye"


def test_ten_digits_that_fit_two_products_mean_neither(tmp_path: Path) -> None:
    run("data", "add-ndc", str(ndc(tmp_path, product("5058-0449", "Othermix", "", "SIMVASTATIN", "ORAL"))))
    assert ingredients("5058044902") == []
    assert ingredients("50580-449-02") == ["diphenhydramine+paracetamol"]
    assert ingredients("5058-0449-02") == ["simvastatin"]


def test_products_with_unknown_substances_are_left_out(tmp_path: Path, home: Path) -> None:
    result = run("data", "add-ndc", str(ndc(tmp_path)))
    assert "rows left out" in result.stderr
    report = (home / "ndc.left-out.tsv").read_text(encoding="utf-8")
    assert (
        "product.txt:8\t60000-101 Unheardix\tthe dataset does not know the ingredient UNHEARDOFINE" in report
    )
    assert "60000-102 Emptyx\tthe dataset does not know the ingredient (none given)" in report
    assert "listed with several compositions" in report
    for text in ("60000-101", "unheardix", "60000-102", "60000-105"):
        assert ingredients(text) == [], text
    entry = KnowledgeBase.open().check("twoways").entries[0]
    assert entry.resolution.value == "ambiguous"
    assert ingredients("seroquel") == ["quetiapine"]


def test_rxnorm_goes_before_ndc(tmp_path: Path) -> None:
    run(
        "data",
        "add-rxnorm",
        str(
            rxnorm(
                tmp_path / "release",
                [concept("99901", "BN", "Noxator")],
                [relation("99901", "tradename_of", "161")],
            )
        ),
    )
    run("data", "add-ndc", str(ndc(tmp_path / "ndc")))
    assert ingredients("noxator") == ["paracetamol"]
    assert ingredients("0071-0155") == ["atorvastatin"]
    version = run("--version").stdout.splitlines()
    assert [line.split(",")[0] for line in version[3:]] == ["with RxNorm", "with NDC directory"]


def test_a_directory_or_zip_and_broken_rows(tmp_path: Path) -> None:
    file = ndc(tmp_path / "d", "cut\toff\r\n", product("12-34", "Badcode", "", "SIMVASTATIN", "ORAL"))
    archive = tmp_path / "ndctext.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.write(file, "product.txt")
        opened.writestr("package.txt", "x\n")
    for given in (file.parent, archive, file):
        result = run("data", "add-ndc", str(given))
        assert result.exit_code == 0, result.stderr
        assert f"product.txt:{len(PRODUCTS) + 2}: 2 columns; expected 20, parted by tabs" in result.stderr
        assert (
            f"product.txt:{len(PRODUCTS) + 3}: PRODUCTNDC '12-34'; expected 4-4, 5-3 or 5-4 digits"
            in result.stderr
        )
        assert ingredients("0071-0155") == ["atorvastatin"]


# --- what cannot be read ------------------------------------------------------------------------


def _bad(directory: Path, name: str, content: bytes) -> str:
    directory.mkdir(exist_ok=True)
    (directory / name).write_bytes(content)
    if name == "RXNCONSO.RRF":
        (directory / "RXNREL.RRF").write_text("", encoding="utf-8")
    return str(directory)


@pytest.mark.parametrize(
    ("kind", "name", "content", "message"),
    [
        ("rxnorm", "RXNCONSO.RRF", b"", "no row with SAB=RXNORM"),
        (
            "rxnorm",
            "RXNCONSO.RRF",
            "\ufeff".encode("utf-16") + "1|ENG".encode("utf-16"),
            "not the encoding of the release",
        ),
        ("rxnorm", "RXNCONSO.RRF", concept("1", "BN", "x", sab="MMX").encode(), "no row with SAB=RXNORM"),
        ("rxnorm", "RXNCONSO.RRF", b"name,rxcui\nzocor,1\n", "RXNCONSO.RRF:1: 1 columns; expected 18"),
        ("rxnorm", "other.txt", b"x", "no RXNCONSO.RRF in it; give the release's directory or zip"),
        ("rxnorm", "RXNCONSO.RRF", concept("4", "IN", "unheardofine").encode(), "no row of it could be used"),
        ("ndc", "product.txt", b"", "product.txt is empty; download"),
        (
            "ndc",
            "product.txt",
            b"name\tcode\n",
            "product.txt:1: no column PRODUCTNDC, PROPRIETARYNAME, SUBSTANCENAME",
        ),
        (
            "ndc",
            "product.txt",
            "PRODUCTNDC\t".encode("utf-16"),
            "product.txt:1: not the encoding of the release",
        ),
        ("ndc", "product.txt", "\t".join(HEADER).encode(), "no row of it could be used"),
        ("ndc", "product.txt", b"PK\x03\x04 broken", "product.txt:1: a spreadsheet or archive, not text"),
        ("ndc", "other.txt", b"x", "no product.txt in it"),
    ],
)
def test_input_that_is_no_release(
    tmp_path: Path, home: Path, kind: str, name: str, content: bytes, message: str
) -> None:
    result = run("data", f"add-{kind}", _bad(tmp_path / "bad", name, content))
    assert result.exit_code == 4, result.stderr
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
    assert not list(home.glob("*.sqlite"))


def test_missing_files_and_places(tmp_path: Path) -> None:
    gone = run("data", "add-rxnorm", str(tmp_path / "nowhere"))
    assert (gone.exit_code, "there is no such file or directory" in gone.stderr) == (4, True)
    alone = rxnorm(tmp_path / "release")
    (alone / "rrf" / "RXNREL.RRF").unlink()
    assert "no RXNREL.RRF in it" in run("data", "add-rxnorm", str(alone)).stderr
    (tmp_path / "file").write_text("x", encoding="utf-8")
    unwritable = run(
        "data", "add-ndc", str(ndc(tmp_path / "n")), "--to", str(tmp_path / "file" / "out.sqlite")
    )
    assert (unwritable.exit_code, "cannot be written" in unwritable.stderr) == (3, True)
    broken = tmp_path / "broken.zip"
    with zipfile.ZipFile(broken, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(ndc(tmp_path / "m"), "product.txt")
    raw = bytearray(broken.read_bytes())
    raw[60:200] = bytes(140)
    broken.write_bytes(raw)
    assert run("data", "add-ndc", str(broken)).exit_code == 4


def test_an_added_file_that_is_damaged_or_foreign_is_refused(
    tmp_path: Path, home: Path, store_path: Path
) -> None:
    run("data", "add-ndc", str(ndc(tmp_path / "n")))
    whole = (home / "ndc.sqlite").read_bytes()
    (home / "ndc.sqlite").write_bytes(whole[:-4096])
    with pytest.raises(StoreError, match=r"incomplete; make it again with `medcheck data add-ndc`"):
        KnowledgeBase.open()
    (home / "ndc.sqlite").write_bytes(whole[:60] + (99).to_bytes(4, "big") + whole[64:])
    assert run("check", "benadryl").exit_code == 3
    with pytest.raises(StoreError, match="this is no overlay"):
        KnowledgeBase.open(overlays=[store_path])
    with pytest.raises(StoreError, match="was not made by medcheck"):
        Store.open(_written(tmp_path / "x.sqlite", whole))


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_the_quick_way_sees_what_was_added(tmp_path: Path) -> None:
    run("data", "add-ndc", str(ndc(tmp_path)))
    found = subprocess.run(
        [sys.executable, "-m", "medcheck", "check", "0071-0155-23"],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "atorvastatin" in found.stdout
    assert "NDC directory, added from product.txt" in " ".join(found.stdout.split())


def test_a_long_release_says_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medcheck.overlay.inputs._PROGRESS", 10)
    assert "RXNCONSO.RRF: 20 rows read" in run("data", "add-rxnorm", str(rxnorm(tmp_path / "release"))).stderr

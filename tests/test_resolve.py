"""Lines as people write them: a row for each kind, against a vocabulary made for the test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medcheck.fragments import IndexedKey
from medcheck.match import MemoryIndex
from medcheck.model import DrugClass, Ingredient, Name
from medcheck.resolve import ResolvedPart, resolve_line
from medcheck.resolve.lines import resolve_words
from medcheck.resolve.regions import for_region, merge
from medcheck.store import Store
from medcheck.text import CompactName, NormalizedName, compact, normalize

VOCABULARY = """
generic: acrivastine; acetylsalicylic acid; alprazolam; amitriptyline; atenolol; calcium; calcium carbonate; cetirizine; citalopram
generic: codeine; diphenhydramine; doxylamine; gabapentin; glucose; hydralazine; hydrochlorothiazide; hydrocodone
generic: hydroxyzine; ibuprofen; iron; lisinopril; lithium; lorazepam; magnesium oxide; melatonin; memantine; metoprolol
generic: oxycodone; paracetamol; perphenazine; potassium chloride; pramipexole; quetiapine; salbutamol; sertraline
generic: sodium chloride; trazodone; valsartan; zolpidem; caffeine; carteolol; omeprazole; sodium bicarbonate; peppermint
synonym: acetaminophen = paracetamol; albuterol = salbutamol; aspirin = acetylsalicylic acid
salt: lithium carbonate = lithium; metoprolol succinate = metoprolol; diphenhydramine hydrochloride = diphenhydramine
abbreviation: apap = paracetamol; hctz = hydrochlorothiazide; vitamin b12 = cyanocobalamin; b12 = cyanocobalamin
abbreviation: co q10 = ubidecarenone; coq10 = ubidecarenone; asa = acetylsalicylic acid !exact_only
brand: seroquel = quetiapine; zoloft = sertraline; celexa = citalopram; ambien = zolpidem; zyrtec = cetirizine
brand: mirapex = pramipexole; neurontin = gabapentin; xanax = alprazolam; ocupress = carteolol; tylenol = paracetamol
brand: q-tapp = iron; night nurse = doxylamine; night time cough = doxylamine !exact_only; nopan = buprenorphine; hydrochlor = hydrochlorothiazide; excedrin = acetylsalicylic acid
substance: white tea = caffeine; disposable vape = nicotine
salt: omeprazole sodium = omeprazole
brand: advil = ibuprofen; equate nighttime sleep aid = diphenhydramine; depo shot = codeine
abbreviation: lev = levetiracetam; hydroxyz = hydroxyzine !exact_only
generic: carbidopa; pseudoephedrine; levodopa; levetiracetam; pralidoxime
brand: pam = pralidoxime; life = iron !exact_only
brand: tide = iron !not_in_text; fast mix = codeine !depends_on_pack
combination: acetaminophen pm = diphenhydramine + paracetamol; tylenol allergy = paracetamol + chlorphenamine; tylenol sinus = paracetamol + pseudoephedrine
combination: caredopa = carbidopa + levodopa; cuprofen plus = codeine + ibuprofen
combination: tylenol pm = diphenhydramine + paracetamol; tylenol codeine = codeine + paracetamol; tylenol 3 = codeine + paracetamol
combination: co-diovan = hydrochlorothiazide + valsartan
combination: norgesic = acetylsalicylic acid + caffeine
combination: aspirin forte = acetylsalicylic acid + codeine !exact_only
combination: zyrtec d = cetirizine + pseudoephedrine; hydrocodone acetaminophen = hydrocodone + paracetamol
class_term: cough meds = class:antitussive; water tablets = class:diuretic; rapid acting insulin = class:insulin; ssri = class:ssri; sleep aid = class:sedative; benzos = class:benzodiazepine
substance: red wine = ethanol; coffee = caffeine; cigarettes = nicotine; nicotine patch = nicotine
"""

FORGOTTEN = (
    Name("celexane", "brand", "ingredients", ("suriclone",), source_id="unii"),
    Name("suriclon", "synonym", "ingredients", ("suriclone",), source_id="unii"),
    Name("suriclone", "generic", "ingredients", ("suriclone",), source_id="inn"),
    Name("ambiene", "brand", "ingredients", ("lithium",), source_id="unii"),
    Name("clexane", "brand", "ingredients", ("enoxaparin",), source_id="curated"),
    Name("surislone", "brand", "ingredients", ("iron",), source_id="curated"),
)
REGIONAL = (
    Name("benadryl", "brand", "ingredients", ("diphenhydramine",), ("CA", "US")),
    Name("benadryl", "brand", "ingredients", ("acrivastine",), ("UK",)),
    Name("desimax", "brand", "ingredients", ("ibuprofen",), ("IN",)),
    Name("lunesta", "brand", "ingredients", ("eszopiclone",), ("US",)),
    Name("calmnight", "brand", "ingredients", ("doxylamine",), flags=frozenset(["depends_on_pack"])),
    Name("calmnight", "brand", "ingredients", ("melatonin",), flags=frozenset(["depends_on_pack"])),
    Name("panadeine", "brand", "ingredients", ("codeine", "paracetamol"), ("AU",)),
)


class TinyStore:
    """The names above, asked as the real store is asked."""

    def __init__(self) -> None:
        self.rows: dict[str, tuple[Name, ...]] = {}
        for row in (*_rows(), *REGIONAL, *FORGOTTEN):
            key = normalize(row.name)
            self.rows[key] = (*self.rows.get(key, ()), row)

    def names(self, key: NormalizedName) -> tuple[Name, ...]:
        return self.rows.get(key, ())

    def names_compact(self, key: CompactName) -> tuple[Name, ...]:
        return tuple(r for k, rows in self.rows.items() if compact(NormalizedName(k)) == key for r in rows)

    def not_drug(self, key: NormalizedName) -> str | None:
        return {"hypertension": "a condition", "clarity": "an ordinary word"}.get(key)

    def code(self, code: str) -> str | None:
        return {"DB00193": "tramadol", "2S3PL1B6UJ": "quetiapine"}.get(code.upper())

    def coded(self, text: str) -> tuple[Name, ...]:
        return ()

    def ingredient(self, ingredient_id: str) -> Ingredient | None:
        status = "listed" if ingredient_id == "suriclone" else "marketed"
        return Ingredient(ingredient_id, "", "", "", "", status)

    def drug_class(self, class_id: str) -> DrugClass | None:
        return None

    def names_of_ingredient(self, ingredient_id: str) -> tuple[Name, ...]:
        return tuple(r for rows in self.rows.values() for r in rows if ingredient_id in r.targets)

    def confusions(self, key: NormalizedName) -> tuple[tuple[str, str], ...]:
        return ()

    def all_keys(self) -> Iterator[IndexedKey]:
        for number, (key, rows) in enumerate(sorted(self.rows.items())):
            drugs = tuple(sorted("+".join(r.targets) for r in rows))
            fuzzy = not all("exact_only" in r.flags for r in rows)
            name = NormalizedName(key)
            yield IndexedKey(number, name, compact(name), drugs, True, fuzzy)


def _rows() -> Iterator[Name]:
    for line in VOCABULARY.strip().splitlines():
        kind, _, cells = line.partition(": ")
        for cell in cells.split("; "):
            cell, _, flag = cell.partition(" !")
            name, _, target = cell.partition(" = ")
            target = target or name
            flags = frozenset([flag] if flag else [])
            if target.startswith("class:"):
                yield Name(name, kind, "class", (target.removeprefix("class:"),), flags=flags)
            else:
                yield Name(name, kind, "ingredients", tuple(target.split(" + ")), flags=flags)


STORE = TinyStore()
INDEX = MemoryIndex.from_store(STORE)


def resolve(line: str, region: str | None = None) -> tuple[ResolvedPart, ...]:
    return resolve_line(line, INDEX, STORE, region)


def shown(part: ResolvedPart) -> str:
    return " | ".join("+".join(m.name.targets) for m in part.meanings)


LINES = [
    # whole names, and longer readings first
    ("Zoloft", ["sertraline"]),
    ("Tylenol PM 500/25 2 tabs qhs", ["diphenhydramine+paracetamol"]),
    ("Tylenol 3", ["codeine+paracetamol"]),
    ("Tylenol #3 2 tabs", ["codeine+paracetamol"]),
    ("Tylenol 3 tabs qhs", ["paracetamol"]),
    ("Zyrtec-D 12 hour", ["cetirizine+pseudoephedrine"]),
    ("Co-Q10 200 mg", ["ubidecarenone"]),
    ("vitamin B12 1000 mcg", ["cyanocobalamin"]),
    ("Equate Nighttime Sleep Aid", ["diphenhydramine"]),
    ("sero quel 25", ["quetiapine"]),
    # dose, form, route, time, packing
    ("lithium carbonate ER 300mg BID", ["lithium"]),
    ("1 x Seroquel XR 50", ["quetiapine"]),
    ("diphenhydrAMINE HCl 25 mg tab PO qhs prn", ["diphenhydramine"]),
    ("metoprolol succ ER 25", ["metoprolol"]),
    ("*NF* Memantine 5mg Tablet 10 mg PO", ["memantine"]),
    ("OCUPRESS /01264102/", ["carteolol"]),
    ("ALBUTEROL/00139501/", ["salbutamol"]),
    ("NEURONTIN 1500 MG, QD, 900 MG EVENING, 300 MG MORNING AND MIDDAY", ["gabapentin"]),
    ("Potassium Chl 20 mEq / 1000 mL", ["potassium chloride"]),
    ("low-dose aspirin", ["acetylsalicylic acid"]),
    ("Zoloft for anxiety", ["sertraline"]),
    ("Teva-Quetiapine 25mg", ["quetiapine"]),
    # brand and generic
    ("Seroquel (quetiapine) 25 mg tablet", ["quetiapine"]),
    ("sertraline (generic for Zoloft)", ["sertraline"]),
    ("Diphenhydramine [Benadryl]", ["diphenhydramine"]),
    ("BENADRYL (ACRIVASTINE)", ["acrivastine"]),
    ("BENADRYL (DIPHENYDRAMINE)", ["diphenhydramine"]),
    ("Benadryl", ["diphenhydramine | acrivastine"]),
    ("Q-PAP TABLETS 325MG (ACETAMINOPHEN) (TABLETS)", ["paracetamol"]),
    ("ASA (ACETYLSALICYLCI ACID)", ["acetylsalicylic acid"]),
    ("sleep aid (doxylamine)", ["doxylamine"]),
    ("SSRI (Zoloft)", ["sertraline"]),
    ("albuterol (ATENOLOL)", ["salbutamol | atenolol"]),
    # combinations
    ("oxycodone/APAP 5/325", ["oxycodone+paracetamol"]),
    ("HCTZ/lisinopril", ["hydrochlorothiazide+lisinopril"]),
    ("hydrocodone-acetaminophen", ["hydrocodone+paracetamol"]),
    ("HYDROCHLOROTHIAZIDE (+) VALSARTAN", ["hydrochlorothiazide+valsartan"]),
    ("amitriptyline perphenazine 25-4", ["amitriptyline+perphenazine"]),
    ("amitryptiline/perphenazine", ["amitriptyline+perphenazine"]),
    ("Acetaminophen 300 MG / HYDROcodone 5 MG", ["hydrocodone+paracetamol"]),
    ("aspirin with codeine", ["acetylsalicylic acid+codeine"]),
    # what brackets list belongs to the product, or the pack must be looked at
    ("Advil (ibuprofen/diphenhydramine)", ["ibuprofen | diphenhydramine+ibuprofen"]),
    ("Tylenol (apap, caffeine)", ["paracetamol | caffeine+paracetamol"]),
    ("Tylenol (acetaminophen + asa)", ["paracetamol | acetylsalicylic acid+paracetamol"]),
    ("Tylenol PM (acetaminophen/diphenhydramine)", ["diphenhydramine+paracetamol"]),
    ("Tylenol (acetaminophen, cafeine)", ["paracetamol | caffeine+paracetamol"]),
    ("Advil (Zyrtec, ibuprofen)", ["ibuprofen | cetirizine"]),
    # short forms in a list are read by what its other parts are sold with
    ("aspirin/caff", ["acetylsalicylic acid+caffeine"]),
    ("hydroc/apap 5/325", ["hydrocodone+paracetamol"]),
    ("cetirizine/pse", ["cetirizine+pseudoephedrine"]),
    ("carbidopa/lev", ["carbidopa+levodopa"]),
    ("carbidopa-levodop", ["carbidopa+levodopa"]),
    ("sertraline/lev", ["sertraline"]),
    ("sertraline/caff", ["sertraline"]),
    # several medicines
    ("Tylenol Zyrtec", ["paracetamol", "cetirizine"]),
    ("Benadryl Panadeine", ["diphenhydramine | acrivastine", "codeine+paracetamol"]),
    ("Tylenol Panadeine", ["paracetamol", "codeine+paracetamol"]),
    ("Benadryl diphenhydramine", ["diphenhydramine"]),
    ("calmnight melatonin", ["doxylamine | melatonin", "melatonin"]),
    ("Celexa and Benadryl at night", ["citalopram", "diphenhydramine | acrivastine"]),
    ("Zoloft, trazodone, melatonin", ["sertraline", "trazodone", "melatonin"]),
    ("Includes lisinopril, Celexa, and Neurontin.", ["lisinopril", "citalopram", "gabapentin"]),
    ("1. Zoloft. 2. Trazodone p.r.n.", ["sertraline", "trazodone"]),
    ("Zyrtec with gabapentin", ["cetirizine", "gabapentin"]),
    ("hydroxyzine or cetirizine", ["hydroxyzine", "cetirizine"]),
    ("aspirin 81 mg metoprolol 25 mg", ["acetylsalicylic acid", "metoprolol"]),
    ("Zoloft 50 mg, foobarol, trazodone", ["sertraline", "", "trazodone"]),
    ("oxycodone/foobarol", ["oxycodone", ""]),
    ("seroquil and benadril at night", ["quetiapine", "diphenhydramine | acrivastine"]),
    # spelling
    ("Seroquil 50mg", ["quetiapine"]),
    ("take seroquil at night", ["quetiapine"]),
    ("acetominophen pm", ["diphenhydramine+paracetamol"]),
    ("tylonol pm 2 tabs", ["diphenhydramine+paracetamol"]),
    ("zyrtek-d", ["cetirizine+pseudoephedrine"]),
    ("tylonol cold", ["paracetamol"]),
    ("lisinaprill hctz", ["hydrochlorothiazide+lisinopril"]),
    ("hydrocodone acetaminophine", ["hydrocodone+paracetamol"]),
    ("gabapentin trazodonne 50 mg", ["gabapentin+trazodone"]),
    ("aspirin seroquell", ["acetylsalicylic acid", ""]),
    ("metoprolol sucinate", ["metoprolol"]),
    # a name of several words with a slip in one is that name, and not the shorter one inside it
    ("tylenol codiene", ["codeine+paracetamol"]),
    ("tylonol codeine 2 tabs", ["codeine+paracetamol"]),
    ("zoloft and equate nighttime sleeep aid", ["sertraline", "diphenhydramine"]),
    ("tylenol sinuss 2 tabs, zoloft", ["paracetamol+pseudoephedrine", "sertraline"]),
    ("zoloft tablts", ["sertraline"]),
    ("sertralina zoloft", ["sertraline"]),
    # a listed name is not corrected into another because a word follows it
    ("ibuprofen plus", ["ibuprofen"]),
    ("HYDROXYZ PAM CAP 25MG", ["hydroxyzine"]),
    ("cetirizine dihydrochl", ["cetirizine"]),
    # what a shop calls its own is read by what follows
    ("Life Brand Sleep Aid", ["sedative"]),
    ("Foster & Thrive Ibuprofen", ["ibuprofen"]),
    ("H-E-B ibuprofen", ["ibuprofen"]),
    # the same name twice, and names that go on
    ("benadryl benadryl", ["diphenhydramine | acrivastine"]),
    ("Zoloft Zoloft 50 mg", ["sertraline"]),
    ("Advil Allergy & Congestion", ["ibuprofen"]),
    ("Tylenol Cold & Flu nighttime", ["paracetamol"]),
    ("Tylenol Sinus & Allergy", ["paracetamol+pseudoephedrine"]),
    ("Zoloft & Advil", ["sertraline", "ibuprofen"]),
    # codes, classes, substances
    ("DB00193", ["tramadol"]),
    ("2S3PL1B6UJ", ["quetiapine"]),
    ("SSRI", ["ssri"]),
    ("2 glasses of red wine", ["ethanol"]),
    ("cup of coffee every morning", ["caffeine"]),
    # no medicine, or not known to be one
    ("her mother called", [""]),
    ("asdfgh", [""]),
    ("lithium level 0.8", [""]),
    ("serum lithium", [""]),
    ("iron deficiency", [""]),
    ("hypertension", [""]),
    ("Emily Zolofta", [""]),
    ("Dr. Zoloft", [""]),
    ("dr zoloft", [""]),
    ("Sarah Zoloft", [""]),
    ("Xyzzyvar Zoloft", [""]),
    ("Zoloft DR", ["sertraline"]),
    ("Teva Sertraline", ["sertraline"]),
    ("Sarah takes Zoloft", ["sertraline"]),
    ("Sarah Zoloft 50 mg", ["sertraline"]),
    ("coffee table", [""]),
    ("tide pods", [""]),
    ("5 ml", [""]),
    ("as needed for pain", [""]),
    ("something for my nerves", [""]),
    ("1234567", [""]),
    ("", [""]),
    ("\x00", [""]),
    ("💊", [""]),
    ("'; DROP TABLE names; --", [""]),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_lines_are_read_as_the_medicines_they_name(line: str, expected: list[str]) -> None:
    assert [shown(part) for part in resolve(line)] == expected


METHODS = [
    ("zoloft", "exact", 1.0),
    ("sero quel", "spacing", 1.0),
    ("oxycodone / apap", "parts", 1.0),
    ("DB00193", "code", 1.0),
]


@pytest.mark.parametrize(("line", "method", "score"), METHODS)
def test_the_way_a_name_was_found_is_told(line: str, method: str, score: float) -> None:
    meaning = resolve(line)[0].meanings[0]
    assert (meaning.method.value, meaning.score) == (method, score)


def test_a_correction_says_what_it_was_read_as_and_why() -> None:
    part = resolve("Seroquil 50mg")[0]
    (meaning,) = part.meanings
    assert part.corrected
    assert meaning.read_as == "seroquel"
    assert meaning.why is not None and meaning.why.distance == 1
    assert meaning.score < 1


def test_an_unknown_name_has_suggestions_and_no_meaning() -> None:
    part = resolve("Emily Zolofta")[0]
    assert part.meanings == ()
    assert [c.key.key for c in part.suggestions] == ["zoloft"]


def test_the_reason_why_something_is_no_medicine_is_given() -> None:
    assert resolve("hypertension")[0].not_drug_reason == "a condition"
    assert "level" in (resolve("lithium level 0.8")[0].not_drug_reason or "")


PACKS = [
    # whether the name may go on into another product, so that the pack must be looked at
    ("Advil PM", True),
    ("Advil-D 20 tabs", True),
    ("Celexa plus", True),
    ("paracetamol night", True),
    ("ibuprofin pm", True),
    ("advill pm", True),
    ("Advil Allergy", True),
    ("Advil Allergy & Congestion", True),
    ("Tylenol Sinus & Allergy", True),
    ("gabapentin nt", True),
    ("Neurontin P 300", True),
    ("neurontin-at", True),
    ("lisinopril h", True),
    ("Celexa forte", True),
    ("calcium & D", True),
    ("desimax mr", True),
    ("Tylenol Antigrippine", True),
    ("Zoloft Beta 50 mg", True),
    ("Zoloft xyzzy for anxiety", True),
    ("Tylenol Pain Night", True),
    ("Advil Extra Strength Night", True),
    ("Tylenol Children's Cold", True),
    ("Tylenol Sleep", True),
    ("Tylenol Sleep Aid", True),
    ("Advil Severe", True),
    ("Zyrtec eye itch relief", True),
    ("Advil (ibuprofen/diphenhydramine)", True),
    ("gabapentin/xyz", True),
    ("Acetaminophen 300 MG / xyz 30 MG", True),
    ("sertraline/lev", True),
    ("apap/but/hydroc", True),
    ("oxycodone and/or apap", False),
    ("Tylenol PM", False),
    ("Tylenol for pain at night", False),
    ("Tylenol Extra Strength 500 mg", False),
    ("Zoloft knocks me out at night", False),
    ("I think Zoloft legs", False),
    ("Zoloft tablts", False),
    ("Zoloft - legs", False),
    ("Zoloft restless legs", False),
    ("Tylenol plus aspirin", False),
    ("albuterol 90 mcg/actuation", False),
    ("oxycodone/apap", False),
    ("Advil 200 mg pm", False),
    ("sertraline pm", False),
    ("sertraline night", False),
    ("melatonin at night", False),
    ("Celexa at bedtime", False),
    ("gabapentin mr", False),
    ("Celexa, cold today", False),
    ("codeine allergy", False),
]


@pytest.mark.parametrize(("line", "unsure"), PACKS)
def test_a_name_that_goes_on_unknown_depends_on_the_pack(line: str, unsure: bool) -> None:
    part = resolve(line)[0]
    assert all(("depends_on_pack" in m.name.flags) == unsure for m in part.meanings)
    assert any("check the pack" in note for note in part.notes) == unsure


IN_A_LINE = [
    # a line, and what is read of its parts
    ("Night Nurse 20 ml", ["doxylamine"]),
    ("Zoloft, Night Nurse capsules", ["sertraline", "doxylamine"]),
    ("Zoloft 50 mg at night", ["sertraline"]),
    ("Zoloft every night", ["sertraline"]),
    ("q-tapp 5 ml", ["iron"]),
    ("aspirin 81 mg q-day", ["acetylsalicylic acid"]),
    ("time cough night", [""]),
    ("cough meds, one twice daily", ["antitussive"]),
    ("took her water tablets 2 days", ["diuretic"]),
    ("codeine 30 mg cough meds", ["codeine"]),
    ("Advil 200 mg, rapid-acting insulin", ["ibuprofen", "insulin"]),
    ("Advil 200 mg, water tablets", ["ibuprofen", "diuretic"]),
    ("Advil 200 mg, tablets", ["ibuprofen"]),
]


@pytest.mark.parametrize(("line", "expected"), IN_A_LINE)
def test_names_of_dose_and_time_words_in_a_line(line: str, expected: list[str]) -> None:
    assert [shown(part) for part in resolve(line)] == expected


MORE_OR_LESS = [
    # a line, what is read, whether it may be another pack
    ("xyzcof with codeine", "codeine", True),
    ("Xyzcof w/codeine 5 ml", "codeine", True),
    ("breakfast with codeine", "codeine", False),
    ("Tylenol with codeine", "codeine+paracetamol", False),
    ("Sandoz with codeine", "codeine", False),
    ("tylenol #4", "paracetamol", True),
    ("acetaminophen no. 2", "paracetamol", True),
    ("tylenol #3", "codeine+paracetamol", False),
    ("acetaminophen #30", "paracetamol", False),
    ("Zoloft #3", "sertraline", False),
    ("excedrin aspirin free", "acetylsalicylic acid", True),
    ("tylenol aspirin-free", "paracetamol", False),
    ("tylenol caffeine free", "paracetamol", False),
    ("non-aspirin", "", False),
    ("childrens non aspirin", "", False),
    ("aspirin free", "", False),
    ("caffeine free 20", "", False),
    ("gabapentin with chamomile and white tea flavors", "gabapentin", False),
    ("gabapentin peppermint flavour", "gabapentin", False),
    ("white tea", "caffeine", False),
    ("peppermint 200 mg", "peppermint", False),
    ("equate night time cough", "doxylamine", False),
    ("equate night time", "", False),
    ("Equate nightly gabapentin", "gabapentin", False),
    ("omeprazole and sodium bicarbonate", "omeprazole", False),
    ("omeprazole/sodium bicarbonate 20 mg", "omeprazole+sodium bicarbonate", False),
    ("omeprazole sodium 20 mg", "omeprazole", False),
]


@pytest.mark.parametrize(("line", "expected", "unsure"), MORE_OR_LESS)
def test_what_a_product_holds_besides_or_does_not_hold(line: str, expected: str, unsure: bool) -> None:
    part = resolve(line)[0]
    assert shown(part) == expected
    assert bool(part.meanings) == bool(expected)
    assert any("check the pack" in note for note in part.notes) == unsure


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("no pain more gain", ""),
        ("nopann 5 mcg", "buprenorphine"),
        ("esika hydrochlar spf 25", ""),
        ("esika hydrochlar 25 mg", "hydrochlorothiazide"),
        ("kerr triple dispos", ""),
        ("disposable vape", "nicotine"),
    ],
)
def test_a_slip_is_not_sought_among_words_that_nobody_understands(line: str, expected: str) -> None:
    assert shown(resolve(line)[0]) == expected


def test_a_flag_of_one_part_is_kept_by_the_combination() -> None:
    assert "depends_on_pack" in resolve("fast mix / aspirin")[0].meanings[0].name.flags


def test_what_is_not_understood_beside_a_name_is_told() -> None:
    part = resolve("xyzzy Zoloft 50")[0]
    assert shown(part) == "sertraline"
    assert part.notes == ('Not understood in this line: "xyzzy".',)


DOUBTS = [
    # what is read, and what the words beside it nearly spell besides
    ("zyrtec dm", "cetirizine", ["cetirizine+pseudoephedrine"]),
    ("tylenol pmx", "paracetamol", ["diphenhydramine+paracetamol"]),
    ("soothe drps", "", []),
    ("aspirin forta", "acetylsalicylic acid", ["acetylsalicylic acid+codeine"]),
    ("Zoloft xyzzy", "sertraline", []),
    ("Zoloft DM", "sertraline", []),
    # a listed name of a medicine not in use may be a slip in the name of one that is
    ("celexane", "suriclone", ["enoxaparin", "citalopram"]),
    ("celexane 20 mg", "suriclone", ["enoxaparin", "citalopram"]),
    ("celexxane", "suriclone", ["enoxaparin", "citalopram"]),
    ("celexane (suriclone)", "suriclone", []),
    ("suriclon", "suriclone", []),
    ("ambiene", "lithium", []),
]


@pytest.mark.parametrize(("line", "read", "doubts"), DOUBTS)
def test_a_longer_name_that_is_nearly_spelled_is_a_doubt(line: str, read: str, doubts: list[str]) -> None:
    part = resolve(line)[0]
    assert shown(part) == read
    assert ["+".join(m.name.targets) for m in part.doubts] == doubts


EXPOSED = [
    ("stopped Benadryl last week", [("stopped", 7)]),
    ("stopped lorazepam 3 days ago", [("stopped", 3)]),
    ("metoprolol 50 mg (hold for HR<60)", [("unknown", None)]),
    ("d/c ambien", [("stopped", None)]),
    ("dc'd trazodone", [("stopped", None)]),
    ("Ambien discontinued yesterday", [("stopped", 1)]),
    ("Zoloft 50 mg - stopped; trazodone 50 mg qhs", [("stopped", None), ("unknown", None)]),
    ("Zoloft 50, trazodone stopped", [("unknown", None), ("stopped", None)]),
    ("Zoloft, stopped in 2019", [("stopped", None)]),
    ("stopped Zoloft and Xanax 2 months ago", [("stopped", 60), ("stopped", 60)]),
    ("discontinue benadryl, start melatonin", [("stopped", None), ("planned", None)]),
    ("Allergies: codeine, foobarol, aspirin", [("allergy", None)] * 3),
    ("codeine allergy", [("allergy", None)]),
    ("Zyrtec Allergy 10 mg", [("unknown", None)]),
    ("Advil Allergy & Congestion", [("unknown", None)]),
    ("Advil Allergy & Sinus, Zoloft", [("unknown", None)] * 2),
    ("Tylenol Allergy, Zoloft", [("unknown", None)] * 2),
    ("allergy: Advil", [("allergy", None)]),
    ("allergic to Advil", [("allergy", None)]),
    ("Advil intolerance", [("allergy", None)]),
    ("SSRI allergy", [("allergy", None)]),
    ("mother takes sertraline", [("family", None)]),
    ("not taking melatonin", [("negated", None)]),
    ("start Zoloft on Monday", [("planned", None)]),
    ("tapering Xanax", [("tapering", None)]),
]


@pytest.mark.parametrize(("line", "expected"), EXPOSED)
def test_exposure_belongs_to_its_medicine(line: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(p.exposure.value, p.days_since) for p in resolve(line)] == expected


def test_the_words_that_decided_are_exactly_those_of_the_line() -> None:
    assert resolve("Stopped  Benadryl last week")[0].exposure_words == "Stopped ... last week"


REGIONS = [
    ("benadryl", None, "diphenhydramine | acrivastine", ""),
    ("benadryl", "US", "diphenhydramine", ""),
    ("benadryl", "UK", "acrivastine", ""),
    ("benadryl 25 mg", "UK", "acrivastine", ""),
    ("benadryl", "IE", "acrivastine", "read as in UK"),
    ("benadryl", "AU", "diphenhydramine | acrivastine", "listed for CA, UK, US only"),
    ("panadeine", "NZ", "codeine+paracetamol", "read as in AU"),
    ("zoloft", "UK", "sertraline", ""),
    ("benadryl (acrivastine)", "US", "acrivastine", ""),
]


@pytest.mark.parametrize(("line", "region", "expected", "note"), REGIONS)
def test_a_region_chooses_among_meanings(line: str, region: str | None, expected: str, note: str) -> None:
    part = resolve(line, region)[0]
    assert shown(part) == expected
    assert note in " ".join(part.notes)
    assert bool(note) == bool(part.notes)


CORRECTIONS = [("lunessta", None, "eszopiclone"), ("lunessta", "US", "eszopiclone"), ("lunessta", "UK", "")]


@pytest.mark.parametrize(("line", "region", "expected"), CORRECTIONS)
def test_a_correction_does_not_leave_the_region(line: str, region: str | None, expected: str) -> None:
    part = resolve(line, region)[0]
    assert shown(part) == expected
    assert expected or [c.key.key for c in part.suggestions] == ["lunesta"]


def test_rows_of_the_region_win_over_rows_of_no_region() -> None:
    anywhere = Name("urex", "brand", "ingredients", ("methenamine",))
    listed = Name("urex", "brand", "ingredients", ("furosemide",), ("AU",))
    assert for_region((anywhere, listed), "AU") == ((listed,), ())
    assert for_region((anywhere, listed), "US") == ((anywhere,), ())
    assert for_region((anywhere, listed), "NZ")[0] == (listed,)


def test_rows_of_one_target_are_one_meaning() -> None:
    one = Name("x", "brand", "ingredients", ("a",), ("US",), variant="tablets", flags=frozenset(["slang"]))
    two = Name(
        "x", "brand", "ingredients", ("a",), ("UK",), variant="drops", flags=frozenset(["depends_on_pack"])
    )
    three = Name("x", "brand", "ingredients", ("b",), ("UK",))
    first, second = merge((one, two, three))
    assert (first.regions, first.variant, first.flags) == (
        ("UK", "US"),
        "tablets; drops",
        {"depends_on_pack"},
    )
    assert second == three


def test_every_word_of_a_line_is_in_the_trace() -> None:
    for line, _ in LINES:
        for part in resolve(line):
            traced = "".join(step.text for step in part.trace if step.action != "combined")
            if part.trace and part.trace[0].text:
                words = [w for w in part.text.replace("/", " ").split() if w.isalpha()]
                assert all(word in traced for word in words), (line, word_list(part))


def word_list(part: ResolvedPart) -> list[tuple[str, str]]:
    return [(step.action, step.text) for step in part.trace]


LONG = [
    "a" * 10_000_000,
    "zoloft " * 1_500_000,
    "zoloft, " * 5_000,
    "x," * 1_000_000,
    "(" * 100_000 + "zoloft",
    "abcde/" * 10_000,
    "stopped zoloft " * 10_000,
]


@pytest.mark.parametrize("line", LONG, ids=lambda line: line[:12])
def test_a_very_long_line_is_read_at_its_beginning_and_says_so(line: str) -> None:
    parts = resolve(line)
    assert any("very long" in note for note in parts[-1].notes)
    assert all(part.text in line for part in parts)


PIECES = st.sampled_from(
    [
        "zoloft",
        "Seroquil",
        "aspirin",
        "25",
        "mg",
        "tab",
        "(quetiapine)",
        "/",
        "+",
        ",",
        ";",
        "and",
        ".",
        "stopped",
        "last",
        "week",
        "not",
        "for",
        "mother",
        "[",
        ")",
        "💊",
        "é",
        "level",
    ]
)
TEXT = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(TEXT, st.sampled_from([None, "US", "UK", "IE"]))
def test_any_text_is_answered_and_always_alike(line: str, region: str | None) -> None:
    parts = resolve(line, region)
    assert parts
    assert parts == resolve(line, region)
    for part in parts:
        assert part.text in line
        assert part.meanings == () or all(m.name.targets for m in part.meanings)
        assert not (part.meanings and part.not_drug_reason)


@settings(deadline=None)
@given(st.sampled_from(sorted(STORE.rows)), st.data(), st.sampled_from([None, "US", "IN"]))
def test_a_single_word_is_read_alike_by_its_short_way(
    name: str, data: st.DataObject, region: str | None
) -> None:
    word = list(name.replace(" ", ""))
    at = data.draw(st.integers(0, len(word) - 1))
    word[at] = data.draw(st.sampled_from(["", "a", "zz", word[at] * 2]))
    line = data.draw(st.sampled_from(["{}", " {} ", "{}\n"])).format("".join(word).title())
    key = normalize(line)
    if key and not STORE.names(key) and not STORE.not_drug(key):
        assert resolve(line, region) == resolve_words(line, False, INDEX, STORE, region)


def test_the_store_and_the_index_in_memory_give_the_same_answers(store: Store) -> None:
    index = MemoryIndex.from_store(store)
    for line, _ in LINES:
        assert resolve_line(line, store, store) == resolve_line(line, index, store), line

"""Lines of labels and lists against the shipped table: which medicines a line names, and how surely."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcheck import KnowledgeBase


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


READ = [
    # (line, for each part its resolution and what it holds)
    # a second medicine is seen
    ("D5 1/2NS + 20 mEq KCl 1000 mL", "exact: glucose+potassium chloride+sodium chloride"),
    ("potasium 20 meq with lasix", "corrected: potassium | exact: furosemide"),
    ("losartan potasium 50 mg", "corrected: losartan"),
    ("CoQ10 200, red yeast rice", "exact: ubidecarenone | exact: red yeast rice"),
    ("CoQ10, lasix, red yumyum", "exact: ubidecarenone | exact: furosemide | unrecognised"),
    ("zoloft, lexapro, blue pill", "exact: sertraline | exact: escitalopram"),
    ("sertraline, blue oval", "exact: sertraline"),
    ("Sinus & Allergy phenylephrine", "exact: phenylephrine"),
    (
        "glucosamine chondroitin msm",
        "exact: chondroitin sulfate+glucosamine+methylsulfonylmethane",
    ),
    ("ALUM & MAG HYDROXIDE-SIMETH", "exact: aluminium hydroxide+magnesium hydroxide+simethicone"),
    (
        "Aluminum-Magnesium Hydrox.-Simethicone",
        "exact: aluminium hydroxide+magnesium hydroxide+simethicone",
    ),
    ("alum", "exact: potassium alum"),
    # two medicines, and no combination
    ("sertraline replaced by bupropion", "exact: sertraline | exact: bupropion"),
    ("Sertraline -> bupropion", "exact: sertraline | exact: bupropion"),
    ("carbidopa/levodopa", "exact: carbidopa+levodopa"),
    ("lisinopril cont. metoprolol", "exact: lisinopril | exact: metoprolol"),
    # a plus sign: two medicines, each with its own dose, or one product
    ("cefTRIAXone 1 g IVPB q24h + azithromycin 500 mg IV q24h", "exact: ceftriaxone | exact: azithromycin"),
    ("ferrous sulfate 325 + vit C 500 qod", "exact: ferrous sulfate | exact: ascorbic acid"),
    ("Humalog 6u ac + metformin 1000 bid", "exact: insulin lispro | exact: metformin"),
    (
        "oxycodone/apap + gabapentin + iron gluc",
        "exact: oxycodone+paracetamol | exact: gabapentin | exact: ferrous gluconate",
    ),
    ("paracetamol 500 mg + codeine 30 mg tablet", "exact: codeine+paracetamol"),
    ("amlodipine 5 mg + valsartan 160 mg once daily", "exact: amlodipine+valsartan"),
    (
        "amlodipine 5 mg + valsartan 160 mg + hydrochlorothiazide 12.5 mg",
        "exact: amlodipine+hydrochlorothiazide+valsartan",
    ),
    ("Tylenol + codeine", "exact: codeine+paracetamol"),
    ("lisinopril + hctz", "exact: hydrochlorothiazide+lisinopril"),
    (
        "glucosamine + chondroitin + msm",
        "exact: chondroitin sulfate+glucosamine+methylsulfonylmethane",
    ),
    ("senna-docusate 8.6-50 mg", "exact: docusate+sennosides"),
    ("docusate-senna 50-8.6 mg", "exact: docusate+sennosides"),
    ("senna 2 tabs + colace 100 bid", "exact: senna leaf | exact: docusate"),
    # vitamins by their letter
    ("K2", "ambiguous: synthetic cannabinoids: vitamin k2"),
    ("K2 100 mcg", "exact: vitamin k2"),
    ("D3 / K2", "exact: colecalciferol+vitamin k2"),
    ("K2/spice", "exact: synthetic cannabinoids"),
    ("smokes K2", "exact: synthetic cannabinoids"),
    ("vitamin K2 100 mcg", "exact: vitamin k2"),
    (
        "mag oxide 400, B6 50, folic acid 1mg",
        "exact: magnesium oxide | exact: pyridoxine | exact: folic acid",
    ),
    ("lisinopril 10, C 500", "exact: lisinopril | exact: ascorbic acid"),
    ("C 500", "exact: ascorbic acid"),
    ("c 500", "unrecognised"),
    ("hepatitis C 500", "unrecognised"),
    # short forms in a list of medicines, and in a combination
    (
        "Vanc/Zosyn/Flagyl day 3",
        "exact: vancomycin | exact: piperacillin+tazobactam | exact: metronidazole",
    ),
    (
        "FOLFOX + Aloxi + dex + Emend",
        "exact: fluorouracil+folinic acid+oxaliplatin | exact: palonosetron"
        " | exact: dexamethasone: dexamfetamine: dextromethorphan | exact: aprepitant",
    ),
    (
        "dex 12 + Zofran 8",
        "exact: dexamethasone: dexamfetamine: dextromethorphan | exact: ondansetron",
    ),
    ("dex/promethazine", "exact: dextromethorphan+promethazine"),
    ("carbidopa/lev", "exact: carbidopa+levodopa"),
    ("carb/lev 25-100", "exact: carbidopa+levodopa"),
    ("Sinemet/lev", "ambiguous: carbidopa+levodopa"),
    ("Percocet/gabapentin", "exact: oxycodone+paracetamol | exact: gabapentin"),
    # what it is for, behind the times of day
    ("Elequis 5 mg am & pm blood thinner", "corrected: apixaban"),
    ("hydroxyzine 25 am & hs antihistamine", "exact: hydroxyzine"),
    ("Zoloft 50 am + pm antidepressant", "exact: sertraline"),
    ("gabapentin 300 am and bedtime nerve pill", "exact: gabapentin"),
    ("metformin 500 morning and night", "exact: metformin"),
    (
        "ibuprofen at noon and Night Nurse",
        "exact: ibuprofen | exact: dextromethorphan+paracetamol+promethazine",
    ),
    ("gabapentin am and Ambien hs", "exact: gabapentin | exact: zolpidem"),
    ("ibuprofen at noon and Ambien at night", "exact: ibuprofen | exact: zolpidem"),
    # beginnings, joined and parted words
    ("diphenhydr", "corrected: diphenhydramine"),
    ("amitrip", "exact: amitriptyline"),
    ("promethazin", "exact: promethazine"),
    ("sero quel", "exact: quetiapine"),
    ("tylenolpm", "corrected: diphenhydramine+paracetamol"),
    ("eastrogen", "corrected: "),
    ("ozemp", "unrecognised"),
    # ends that tell a product apart
    ("tylenol number three", "ambiguous: paracetamol"),
    ("tylenol three", "ambiguous: paracetamol"),
    ("take tylenol three times a day", "exact: paracetamol"),
    ("tylenol two tablets", "exact: paracetamol"),
    ("claritin s", "ambiguous: loratadine"),
    ("hms contin", "ambiguous: medrysone"),
    ("ms contin", "exact: morphine"),
    ("metoprolol 25 l", "exact: metoprolol"),
    ("inulin glargine", "corrected: insulin glargine"),
    # flavours and names that go on
    (
        "Laxido Orange oral powder sachets sugar free",
        "exact: polyethylene glycol 3350+potassium chloride+sodium bicarbonate+sodium chloride",
    ),
    ("Fybogel lemon", "exact: psyllium husk"),
    ("Panadol Antigrippine", "ambiguous: paracetamol"),
    ("Neosporin + Pain Relief Dual Action cream", "exact: neomycin+polymyxin b+pramocaine"),
    ("PANADEINE CO", "exact: codeine+paracetamol"),
    # labels of US pharmacies
    ("METHYLPRED TAB 4MG DOSE PK - USE AS DIRECTED", "exact: methylprednisolone"),
    ("AMOX/K CLAV TAB 875-125", "exact: amoxicillin+clavulanic acid"),
    ("AMOX-POT CLAV", "exact: amoxicillin+clavulanic acid"),
    ("FLUTIC/SALME AER 250/50", "exact: fluticasone+salmeterol"),
    ("BUDESON/FORMOT", "exact: budesonide+formoterol"),
    ("METOPROL TAR", "exact: metoprolol"),
    ("METOPROL SUC TAB 25MG ER", "exact: metoprolol"),
    ("POT CL MICRO TAB", "exact: potassium chloride"),
    ("GUAIF/COD SYP", "exact: codeine+guaifenesin"),
    ("PROMETH/COD SYP", "exact: codeine+promethazine"),
    ("DIPHEN/ATROP TAB 2.5MG", "exact: atropine+diphenoxylate"),
    ("DIPHENHYDRAM CAP 25MG", "exact: diphenhydramine"),
    ("BUPREN/NALOX SUB 8-2MG", "exact: buprenorphine+naloxone"),
    ("Multivitamins W/minerals 1 TAB", "exact: multivitamin"),
    ("GERI-KOT TAB 8.6MG", "exact: sennosides"),
    ("PROCHLORPERAZINE MAL 10 MG TAB", "exact: prochlorperazine"),
    ("AMLODIPINE BESYL 5MG TAB", "exact: amlodipine"),
    # words that are no other product
    ("diphenhydramine PM", "exact: diphenhydramine"),
    ("acetaminophen PM", "exact: diphenhydramine+paracetamol"),
    ("ZzzQuil Nighttime Sleep-Aid Warming Berry liquid", "exact: diphenhydramine"),
    ("phenergan w/ codeine cough syrup", "exact: codeine+promethazine"),
    ("phenergan w/ codeine cough and cold", "ambiguous: codeine+promethazine"),
    ("Norepi gtt 0.05 mcg/kg/min titrate MAP > 65", "exact: norepinephrine"),
    ("norepi happy birthday", "unrecognised"),
    # a pack of which the line names all that it holds
    ("EQUATE NIGHTTIME SLEEP AID Doxylamine Succinate Tablets 25 mg, 96 ct", "exact: doxylamine"),
    ("EQUATE NIGHTTIME SLEEP AID", "ambiguous: diphenhydramine: doxylamine"),
    (
        "up&up Nighttime Cold & Flu Relief acetaminophen/dextromethorphan HBr/doxylamine softgels",
        "exact: dextromethorphan+doxylamine+paracetamol",
    ),
    (
        "up&up Nighttime Cold & Flu Relief acetaminophen",
        "ambiguous: dextromethorphan+doxylamine+paracetamol",
    ),
    # RxNorm
    (
        "insulin isophane, human 70 UNT/ML / insulin, regular, human 30 UNT/ML [Humulin]",
        "exact: insulin human+insulin isophane",
    ),
    ("insulin glargine 100 UNT/ML / lixisenatide 0.033 MG/ML", "exact: insulin glargine+lixisenatide"),
    ("nitrofurantoin, macrocrystals 25 MG / nitrofurantoin, monohydrate 75 MG", "exact: nitrofurantoin"),
    ("metformin, extended release 500 MG / sitagliptin 50 MG", "exact: metformin+sitagliptin"),
    ("zoloft, tabs, lexapro", "exact: sertraline | exact: escitalopram"),
    # strengths and forms
    ("sulfamethoxazole-trimethoprim SS", "exact: sulfamethoxazole+trimethoprim"),
    ("Tylenol DS", "ambiguous: paracetamol"),
    ("Ozempic shot", "exact: semaglutide"),
    ("Humira jab", "exact: adalimumab"),
    ("flu shot", "unrecognised"),
    ("DOLIPRANE 500 MG COMPRIME", "exact: paracetamol"),
    ("Nasonex Mucosal Spray", "exact: mometasone"),
    ("Nurofen minitabs", "exact: ibuprofen"),
]


@pytest.mark.parametrize(("line", "expected"), READ, ids=[line for line, _ in READ])
def test_which_medicines_a_line_names(kb: KnowledgeBase, line: str, expected: str) -> None:
    said = []
    for entry in kb.check([line]).entries:
        holds = {"+".join(part.id for part in meaning.ingredients) for meaning in entry.meanings}
        said.append(": ".join([entry.resolution.value, *sorted(holds)]))
    assert " | ".join(said) == expected

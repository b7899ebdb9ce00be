"""What clipped notes and forum posts say: one line per kind, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcheck import KnowledgeBase
from medcheck.notes.sections import kind_of_heading


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


ARROWS = [
    ("Heparin gtt -> Eliquis 5 bid.", "stopped taking"),
    ("Switched: Zoloft → Lexapro 10", "stopped unknown"),
    ("Lisinopril cough → losartan.", "stopped unknown"),
    ("Trulicity (N/V) → Ozempic 0.25.", "stopped unknown"),
    ("Subutex 8 -> Suboxone tomorrow", "taking planned"),
    ("Consider Adderall → Vyvanse", "taking planned"),
    ("Stop citalopram -> mirtazapine.", "stopped unknown"),
    ("Codeine stopped -> constipation, senna started", "stopped taking"),
    ("PCN -> rash", "allergy"),
    ("BP stable; → propofol TIVA", "planned"),
    ("↑ Lamictal 250, ↓ Norvasc", "taking taking"),
    ("Lisinopril 10 -> 20 mg, metformin 1 g bid", "taking taking"),
    ("metoprolol tartrate → metoprolol succinate", "unknown unknown"),
    ("K 5.9 -> Kayexalate 15 g", "unknown"),
    ("Aspirin → Nexium added", "unknown unknown"),
]

DATES = [
    ("Enbrel 3/12-6/14, Humira 2014-2016, Actemra 2/17-present", "stopped stopped taking"),
    ("Suboxone 2017-19, relapsed", "stopped"),
    ("Prozac (2009 - 2012)", "stopped"),
    ("Vivitrol x3 inj 2019", "stopped"),
    ("MTX 2013-> now, 20 mg/wk", "taking"),
    ("Prednisone burst x1 Feb", "stopped"),
    ("Last cocaine use 3 mo ago", "stopped"),
    ("Norco 5/325-10/325 q6h prn", "taking"),
    ("Tramadol 50-100 mg q6h", "taking"),
    ("Percocet 5/325 1-2 tabs", "unknown"),
    ("Lisinopril 2015", "unknown"),
    ("Lotrel 5/20-10/20", "unknown"),
    ("Her last methadone dose increase was 3 wks ago", "unknown"),
    ("She never took any Accutane since 2021.", "negated"),
]

ANSWERS = [
    ("Took own Viagra? - denies. On metoprolol.", "negated taking"),
    ("On blood thinners? No.", "negated"),
    ("Took aspirin? yes", "taking"),
    ("Namenda? not at this time.", "negated"),
    ("Any problems with the Lipitor? No, tolerating well.", "unknown"),
    ("Does she need refills on Norvasc? No.", "taking"),
    ("TG 310 - fish oil? can add Vascepa.", "planned planned"),
    ("Metformin: no", "negated"),
    ("Plavix - never missed", "unknown"),
    ("Lantus - no hypos", "unknown"),
]

HELD = [
    ("Apixaban still withheld, Lovenox 40 mg SC 1800.", "stopped unknown"),
    ("Home Norvasc/losartan/Eliquis held; Lantus 10 u.", "stopped stopped stopped unknown"),
    ("Bisoprolol given, amlodipine & losartan omitted (BP 92/50).", "taking stopped stopped"),
    ("Levophed off 0300; Precedex 0.6", "stopped unknown"),
    ("Metformin off since Tues", "stopped"),
    ("Insulin gtt off, start Lantus", "unknown planned"),
    ("Gabapentin off label for pain", "unknown"),
    ("Took day off, ibuprofen prn", "taking"),
    ("Metformin, glipizide held", "unknown stopped"),
    ("Januvia stopped w/ GLP1 start.", "stopped planned"),
    ("Diazepam weaned off over 2 weeks", "stopped"),
    ("Amlodipine was omitted from the med list.", "unknown"),
    ("Old amitriptyline removed from dosette; aspirin crossed off", "stopped stopped"),
    ("Home Antabuse - not taken since relapse.", "stopped"),
]

ORDERS = [
    ("Lorazepam PRN charted, none given.", "negated"),
    ("Ondansetron PRN nil required", "negated"),
    ("Naloxone not req'd", "negated"),
    ("Movicol - not having.", "negated"),
    ("Zofran - not having any side effects", "unknown"),
    ("Codeine not charted, tramadol PRN", "negated taking"),
    ("NSAIDs - avoid.", "negated"),
    ("no change to Synthroid; delete Ditropan", "taking stopped"),
    ("Delayed script amoxicillin 500 tds - only to cash in if fever", "planned"),
    ("Stop Augmentin, cefdinir 300 bid called to CVS.", "stopped planned"),
    ("Metformin refill sent to pharmacy", "unknown"),
    ("Stop Celexa, Remeron instead.", "stopped planned"),
    ("Takes Tylenol instead of aspirin", "taking negated"),
    ("A/P: d/c lisinopril; losartan 50 qd. Flonase 2 sp qd.", "stopped planned planned"),
    ("A/P: d/c lisinopril. Metoprolol working well.", "stopped taking"),
    ("For Venofer infusion once ferritin back.", "planned"),
    ("For pain takes Tylenol", "taking"),
    ("Lipitor start tomorrow", "planned"),
    ("Metformin not covered by insurance", "negated"),
    ("UDS: neg benzos, pos for oxycodone", "negated taking"),
    ("Lasix neg 1.5 L overnight", "unknown"),
    ("Naltrexone tried 2x AMA.", "stopped"),
    ("Neupogen if ANC <500.", "planned"),
    ("Ibuprofen if headache", "unknown"),
    ("Lasix 40 once daily", "taking"),
    ("Lovenox not for now. Metolazone never needed.", "unknown negated"),
    ("Plan bump Buspar; Coumadin past.", "taking stopped"),
    ("She may have taken Ambien.", "taking"),
]

PEOPLE = [
    ("Dtr brings Metamucil.", "unknown"),
    ("Wife sets up pillbox, Lasix 40", "unknown"),
    ("Dtr takes Metamucil", "family"),
    ("Wife's Xanax x1 this AM.", "taking"),
    ("Wife's Xanax is locked up", "family"),
    ("Hubby takes Requip", "family"),
    ("has anyone switched to Wellbutrin?", "unknown"),
    ("anyone else on gabapentin?", "taking"),
]

FORUMS = [
    ("topamax = brain fog city", "stopped"),
    ("sulfa = hives", "allergy"),
    ("Lyrica I gained 30 lbs", "stopped"),
    ("on Lyrica I gained 30 lbs", "taking"),
    ("Requip did nothing for me", "stopped"),
    ("Ambien used to be my best friend", "stopped"),
    ("Metoprolol used to be 50 mg, now 100", "unknown"),
    ("Xanax my doctor won't let me", "negated"),
    ("my doc won't let me try Mirapex", "negated"),
    ("Paxil my doctor won't let me quit", "taking"),
    ("thinking of adding iron, I already take magnesium", "planned taking"),
    ("does not usually take aspirin", "negated"),
    ("is it ok to take with my Celexa?", "taking"),
    ("lasted 3 weeks. ambien helped. was on lyrica. zoloft now", "unknown stopped unknown"),
    ("Mirapex (5 yrs, gambling), Requip (puked)", "stopped stopped"),
    ("Lipitor - no myalgias", "unknown"),
    ("Paxil - weight gain but wants to stay on it", "unknown"),
    ("Gabapentin (pain), Lasix (swelling)", "unknown unknown"),
    ("Mirapex did nothing. Requip same deal.", "stopped stopped"),
]

SECTIONS = [
    ("Adverse rxns: Macrobid (pulm), Zocor (myalgia).", "allergy allergy"),
    ("Allergies: sulfa. Induction propofol 120, fentanyl 100.", "allergy unknown unknown"),
    ("Allergies: Penicillin. Codeine. Sulfa.", "allergy allergy allergy"),
    ("All: sulfa rash.\nInstr: last Pradaxa 11/30. Take diltiazem that morning.", "allergy unknown planned"),
    ("Allergies: sulfa\nCodeine: nausea\nDispo: start Zoloft", "allergy allergy planned"),
    ("ALLERGIES:\nPenicillin: rash\nCodeine: unknown", "allergy allergy"),
    ("Allergies: codeine.\nHold Ozempic on Monday.", "allergy stopped"),
    ("Allergies: Penicillin. Codeine upsets her stomach.", "allergy allergy"),
    ("Seen. Allergy: Bactrim.\n2. Jones: Insulin sliding scale.", "allergy unknown"),
    ("Premed: omeprazole 40 night before. Post-op: PCA morphine", "planned planned"),
]

SHORT = [
    ("ASA 324 given by EMS", ["ASA"]),
    ("RA: HCQ, SSZ and MTX.", ["HCQ", "SSZ", "MTX"]),
    ("NTG x1, Lasix 40", ["NTG", "Lasix"]),
    ("Lasix 40 qd; KCl ok; Tikosyn missed", ["Lasix", "KCl", "Tikosyn"]),
    ("sedation Precedex 1, dex 0.4 -> 0.7.", ["Precedex", "dex"]),
    ("ASA 3, GA for hernia", []),
    ("Vitamin D result back; doxy d3/5", ["doxy"]),
    ("Dex is a friend of hers", []),
]


@pytest.mark.parametrize(
    ("text", "exposures"), ARROWS + DATES + ANSWERS + HELD + ORDERS + PEOPLE + FORUMS + SECTIONS
)
def test_what_shorthand_says(kb: KnowledgeBase, text: str, exposures: str) -> None:
    assert " ".join(mention.exposure.value for mention in kb.scan(text)) == exposures


@pytest.mark.parametrize(("text", "names"), SHORT)
def test_short_names_need_a_dose_or_a_list(kb: KnowledgeBase, text: str, names: list[str]) -> None:
    assert [mention.text for mention in kb.scan(text)] == names


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Adverse rxns", "allergies"),
        ("Drug reactions", "allergies"),
        ("Prev meds", "stopped"),
        ("Pressors", "medications"),
        ("Next", "plan"),
        ("Rx hx", "other"),
    ],
)
def test_headings_in_shorthand(heading: str, kind: str) -> None:
    assert kind_of_heading(heading) == kind

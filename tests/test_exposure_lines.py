"""What single lines of a list say, a row for each kind: what a note would say in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcheck import KnowledgeBase
from medcheck.exposure.courses import is_just_now
from medcheck.exposure.line_cues import LINE_CUES


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


LINES = [
    # "allergy" in the name of a product, and of a person
    ("Kirkland Allergy Cetirizine", "unknown"),
    ("GoodSense All Day Allergy Cetirizine HCl Tablets", "unknown"),
    ("Leader Allergy Fexofenadine 180 mg", "unknown"),
    ("Children's Allergy Diphenhydramine HCl oral solution", "unknown"),
    ("Up&Up Nighttime Allergy diphenhydramine 25mg", "unknown"),
    ("Equate Non-Drowsy Allergy Loratadine", "unknown"),
    ("Sinus & Allergy phenylephrine", "unknown"),
    ("Allergy cetirizine 10 mg tablets", "unknown"),
    ("Allergy codeine", "allergy"),
    ("allergy: cetirizine 10 mg", "allergy"),
    ("Kirkland, allergy to cetirizine", "allergy"),
    ("known allergy codeine", "allergy"),
    ("Hx allergy codeine", "allergy"),
    ("allergies codeine, morphine", "allergy allergy"),
    ("Documented allergy codeine", "allergy"),
    ("seasonal allergies Zyrtec", "unknown"),
    ("allergy shots, Zyrtec", "unknown"),
    ("Codeine allergy, Kirkland Allergy Cetirizine", "allergy unknown"),
    ("takes Zyrtec, allergy amoxicillin", "taking allergy"),
    # the last dose, and the latest
    ("Currently on dabigatran 150 bid, last dose this am", "taking"),
    ("oxycodone 5 mg q6h, last dose 0800", "taking"),
    ("warfarin, last dose 8pm yesterday", "unknown"),
    ("methadone 80 mg daily, last dose verified by clinic", "taking"),
    ("Eliquis - taking, last dose this am", "taking"),
    ("Apixaban 5 mg BID, last dose this AM", "taking"),
    ("Zofran 4 mg, last dose 2 h ago", "unknown"),
    ("Zofran 4 mg q8h prn, last dose 2 h ago", "unknown"),
    ("amoxicillin 500 tid, last dose in May", "stopped"),
    ("warfarin last dose 3 weeks ago", "stopped"),
    ("prednisone last dose in May", "stopped"),
    ("warfarin last dose 2019", "stopped"),
    ("prednisone, last dose", "stopped"),
    # an end to come
    ("Prednisone 40 mg x3d, 30 mg x3d, 20 mg x3d, 10 mg x3d then stop", "tapering"),
    ("Prednisone 40 mg x3d, 20 mg x3d then off", "tapering"),
    ("Take ciprofloxacin for 7 days then stop", "taking"),
    ("dexamethasone 4 mg bd then d/c on Friday", "taking"),
    ("warfarin then stopped", "stopped"),
    ("naproxen then off", "unknown"),
    ("stop lexapro then start zoloft", "stopped planned"),
    ("Zyprexa decreased from 20 to 10 mg, plan to stop in 2 wks", "tapering"),
    ("Zyprexa 10 mg, plan to stop in 2 wks", "taking"),
    ("doctor says I am going to stop Zoloft", "taking"),
    # a lowered dose for a while and then nothing; a single course is none
    ("Decrease amitriptyline to 25 mg qHS x 2 wks, then d/c", "tapering"),
    ("reduce sertraline to 50 mg for 2 weeks then discontinue", "tapering"),
    ("gabapentin decreased to 300 mg x 1 wk then stop", "tapering"),
    ("Cymbalta 30 mg x 1 wk then off, start Effexor XR 37.5 tomorrow", "tapering planned"),
    ("mirtazapine 15 mg qhs x 7 d then dc", "tapering"),
    ("sertraline 50 mg x7d then stop", "tapering"),
    ("Zoloft 50 x 1 wk, 25 x 1 wk, off", "tapering"),
    ("ciprofloxacin 500 bid for 7 days then stop", "taking"),
    ("oxycodone 5 mg q6h x 3 days then stop", "taking"),
    ("bupropion 150 mg bid x 12 wks then stop", "taking"),
    ("reduce prednisone to 5 mg, ciprofloxacin 500 bid x 7 days then stop", "unknown taking"),
    ("Zoloft 50 x 1 wk, stop", "stopped"),
    # what is said behind the second of two dosed medicines
    ("gabapentin 300 qhs + quetiapine 25 qhs prn - stopped last week", "unknown stopped"),
    ("sertraline 50 mg daily + haloperidol 5 mg bid (d/c'd)", "unknown stopped"),
    ("stopped gabapentin 300 qhs + quetiapine 25 qhs", "stopped stopped"),
    ("sertraline + haloperidol stopped", "stopped stopped"),
    # reactions
    ("Intolerant of statins - myalgia on atorvastatin and rosuvastatin", "allergy allergy allergy"),
    ("Rash on amoxicillin", "allergy"),
    ("rash on amoxicillin and cephalexin", "allergy allergy"),
    ("rash on amoxicillin, lisinopril 10 mg", "allergy unknown"),
    ("cough on lisinopril", "allergy"),
    ("cough on lisinopril and takes losartan", "allergy taking"),
    ("Myalgia on simvastatin", "allergy"),
    ("muscle pain on oxycodone", "taking"),
    ("cough on codeine", "taking"),
    ("itching on Zyrtec", "taking"),
    ("rash on face, hydrocortisone cream", "unknown"),
    ("No rash on amoxicillin", "taking"),
    ("Penicillin - rash", "allergy"),
    ("Lisinopril - cough", "allergy"),
    ("lisinopril 10 mg - cough", "unknown"),
    ("hydrocortisone - rash", "unknown"),
    ("Zofran - nausea", "unknown"),
    ("Bactrim (rash)", "allergy"),
    ("hydrocortisone (rash)", "unknown"),
    ("EpiPen - anaphylaxis", "unknown"),
    ("Benadryl - hives", "unknown"),
    ("amoxicillin - hives", "allergy"),
    ("sertraline - nausea", "unknown"),
    ("Codeine - nausea/vomiting (intolerance)", "allergy"),
    ("Zetia - statin intolerance", "unknown allergy"),
    ("tramadol caused seizure - avoid", "allergy"),
    ("Miralax for opioid caused constipation", "unknown"),
    # a reaction behind "allergy" settles that no product of that name is meant
    ("Benadryl allergy - paradoxical agitation", "allergy"),
    ("Zyrtec allergy - rash", "allergy"),
    ("Zyrtec allergy: hives", "allergy"),
    ("Tylenol allergy - hives", "allergy"),
    ("Benadryl allergy (hives)", "allergy"),
    ("Zyrtec allergy (itching relief)", "unknown"),
    ("Zyrtec Allergy - 10 mg", "unknown"),
    ("Zyrtec allergy: for hives", "unknown"),
    ("Benadryl Allergy - itchy eyes", "unknown"),
    ("no hx of allergy to penicillin", "unknown"),
    # one dose of a standing order, and the order
    ("levETIRAcetam 500 mg IV BID (not given - pt off unit)", "unknown"),
    ("gabapentin 300 mg TID not given 0900", "unknown"),
    ("gabapentin 300 refused x1", "unknown"),
    ("metoclopramide 10 mg held x1 dose", "unknown"),
    ("metoclopramide 10 mg held x 3 days", "stopped"),
    ("metoclopramide held", "stopped"),
    ("metoprolol held 2019", "stopped"),
    ("ondansetron 4 mg q6h prn not given", "negated"),
    ("ondansetron not given", "negated"),
    ("gabapentin refused", "negated"),
    # never had
    ("no h/o methadone use", "negated"),
    ("no hx of lithium use", "negated"),
    ("no hx of Haldol or Risperdal", "negated negated"),
    ("no prior use of metoclopramide", "negated"),
    ("no prior Reglan, lisinopril 10 mg", "negated unknown"),
    ("no prior auth for Ozempic", "unknown"),
    ("prior Reglan", "unknown"),
    # what was tried, one after the other
    (
        "ropinirole then pramipexole then rotigotine (all augmented), now on methadone",
        "stopped stopped stopped taking",
    ),
    ("ropinirole then pramipexole", "unknown unknown"),
    ("gabapentin, now on methadone", "unknown taking"),
    ("tried ropinirole, pramipexole, rotigotine", "stopped stopped stopped"),
    ("tried ropinirole, now on methadone", "stopped taking"),
    ("tried ropinirole, lisinopril 10 mg daily", "stopped unknown"),
    ("tried melatonin last night", "unknown"),
    ("tried gabapentin, helps", "unknown"),
    ("tried to stop Zoloft", "unknown"),
    ("tried increasing Requip", "unknown"),
    ("hasn't tried Mirapex", "negated"),
    ("never tried Mirapex", "negated"),
    # from one medicine to another
    ("changed to famotidine from ranitidine", "taking stopped"),
    ("ranitidine (recalled) changed to famotidine", "stopped taking"),
    ("sertraline replaced by bupropion", "stopped taking"),
    ("Sertraline -> bupropion", "stopped taking"),
    ("lasix 40 → torsemide 20 mg", "stopped taking"),
    ("Consider Adderall → Vyvanse", "planned planned"),
    ("possible Zoloft -> Lexapro", "unknown unknown"),
    ("Zoloft -> Lexapro?", "unknown unknown"),
    ("Not changed to Lexapro from Zoloft", "negated negated"),
    ("Subutex -> Suboxone tomorrow", "unknown unknown"),
    ("K 5.9 -> Kayexalate 15 g", "unknown"),
    ("Lexapro -> escitalopram", "unknown"),
    ("amoxicillin -> Augmentin", "stopped taking"),
    ("Aspirin -> Plavix -> Brilinta", "stopped stopped taking"),
    ("sertraline 50 mg -> 100 mg", "unknown"),
    ("sertraline 50 mg changed to 100 mg", "unknown"),
    ("sertraline will be switched to bupropion", "taking planned"),
    # headings and short words
    ("Home meds: lisinopril, sertraline", "taking taking"),
    ("Meds: Zoloft, not taking Lexapro, stopped Paxil", "taking negated stopped"),
    ("Discharge medications: stop Zoloft, start Lexapro", "stopped planned"),
    ("CHANGE how you take: metoprolol 25 mg", "taking"),
    ("NEW: sertraline 50 mg", "planned"),
    ("New York: sertraline 50 mg", "unknown"),
    ("metoprolol Start: Tomorrow - 1000", "planned"),
    ("sertraline start 5/2", "planned"),
    ("zoloft start in 2 weeks", "planned"),
    ("cephalexin start date 5/2/2024", "unknown"),
    ("cephalexin stop date 5/9/2024", "unknown"),
    ("Due for Prolia next month", "planned"),
    ("due to nausea, Zofran", "unknown"),
    ("Cont levothyroxine", "taking"),
    ("propofol cont infusion", "unknown"),
    ("Resumed sertraline", "taking"),
    ("Never started the Chantix", "negated"),
    ("never filled sertraline", "negated"),
    ("sertraline but not using", "negated"),
    ("sertraline, not taking lexapro", "unknown negated"),
    ("haloperidol: avoid", "negated"),
    ("warfarin avoid NSAIDs", "unknown"),
    ("doxycycline avoid sun", "unknown"),
    ("prednisone dose pack - on day 4 of 6", "taking"),
    ("Zithromax 500 mg on day 1 then 250 mg on days 2-5", "unknown"),
]


@pytest.mark.parametrize(("line", "exposures"), LINES, ids=[line for line, _ in LINES])
def test_what_a_line_says(kb: KnowledgeBase, line: str, exposures: str) -> None:
    assert " ".join(entry.exposure.value for entry in kb.check([line]).entries) == exposures


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        *(("0800", True), ("8pm", True), ("at 2130", True), ("2 hours ago", True), ("yesterday", True)),
        *(("2019", False), ("2 weeks ago", False), ("in May", False), ("", False)),
    ],
)
def test_the_latest_dose_is_not_the_last(said: str, expected: bool) -> None:
    assert is_just_now(("last", "dose"), ["last", "dose", *said.split()], 2) is expected


def test_the_rules_of_lines_are_a_table_without_doubles() -> None:
    keys = [(cue.phrase, cue.side) for cue in LINE_CUES]
    assert [key for key in set(keys) if keys.count(key) > 1] == []

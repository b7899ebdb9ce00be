"""What handovers, charts, pharmacists and forum posts say: one line per kind, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcheck import KnowledgeBase
from medcheck.notes.sections import kind_of_heading


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


STOPPED = [
    ("Everything else struck off: Lasix, Plavix, Zocor.", "stopped stopped stopped"),
    ("Not tolerated: Zocor. Lipitor fine.", "stopped unknown"),
    ("Meds not given: aspirin, Plavix.", "stopped stopped"),
    ("Apixaban rx lapsed.", "stopped"),
    ("Prednisone burst done. Lasix 40.", "stopped unknown"),
    ("She can't do Crestor anymore.", "stopped"),
    ("Sertraline doesn't work anymore.", "unknown"),
    ("No more Ambien for me.", "stopped"),
    ("Xanax: no more than 2 a day.", "unknown"),
    ("Never got on with Zocor.", "stopped"),
    ("Chucked the Lyrica, kept the Cymbalta.", "stopped taking"),
    ("Eliquis replaces warfarin.", "unknown stopped"),
    ("Metformin off inpt; glargine 10 started.", "stopped taking"),
    ("Entresto held (SBP 86) → hydralazine.", "stopped unknown"),
    ("Lopressor hold HR<55", "taking"),
    ("Colchicine → diarrhea. Colace → no BM.", "stopped unknown"),
    ("Recd 2 doses of Zosyn, vanc discontd 2 wks ago.", "taking stopped"),
    ("Meds held exc metoprolol.", "unknown"),
    ("In 1st pregnancy had labetalol. Has Diclegis now.", "stopped unknown"),
    ("Nexium subbed w/ Prilosec.", "stopped unknown"),
    ("Xarelto tonight. abc no.", "unknown"),
    ('"some thyroid pill", "blood pressure thing she quit"', "unknown"),
]

DATES = [
    ("Coumadin '98-'05, Eliquis '19-> now", "stopped taking"),
    ("Zoloft 2014 nausea, Lexapro 2018→", "stopped taking"),
    ("Zoloft 2014, still on it", "taking"),
    ("Reclast x3 yrs (last '20)", "stopped"),
    ("Lamictal 200 (↑ from 100)", "taking"),
    ("Warfarin ↑ 7.5 daily", "taking"),
    ("LFTs ↑ 300. Lipitor 20", "unknown"),
]

NEGATED = [
    ("Ø NSAIDs, ∅ aspirin", "negated negated"),
    ("On Prozac at home - not charted.", "taking"),
    ("Prozac - not charted.", "negated"),
    ("Norco given? -> no, Toradol not on hand", "negated negated"),
    ("Viagra contraind. w/ Imdur; Lipitor continues", "negated taking taking"),
    ("Do not take Advil while on warfarin.", "negated taking"),
    ("My endo refuses to add Cytomel. Won't do Symlin.", "negated negated"),
    ("He refused to stop Xanax.", "taking"),
    ("Didn't want: other help (Wellbutrin, Chantix).", "negated negated"),
    ("Narcan PRN | none |", "negated"),
    ("Lipitor 20, side effects none.", "unknown"),
    ("Discussed Chantix, not started. Naloxone discussed but declined.", "negated negated"),
    ("Hydroxyzine PRN (hasn't needed).", "negated"),
    ("Forteo not a candidate.", "negated"),
    ("She asked to avoid - no Advil.", "negated"),
]

PLANNED = [
    ("If joints flare: Humira or go back to Plaquenil.", "planned planned"),
    ("If platelets drop → argatroban.", "planned"),
    ("If pain: Tylenol", "unknown"),
    ("Aldactone once K <5. Lasix once daily.", "planned taking"),
    ("ASA 24h post if CT neg.", "planned"),
    ("Creon trial awaiting elastase.", "planned"),
    ("Repatha 'waiting on insurance'. Stelara stuck in prior auth.", "planned planned"),
    ("Ask GP re Premarin.", "planned"),
    ("Options: Humira vs Enbrel.", "planned planned"),
    ("Prolia due today. Zosyn next dose due 1800.", "planned unknown"),
    ("Robaxin start Mon", "planned"),
    ("Called in Z-pak. Naltrexone later.", "planned planned"),
    ("Keppra?? heard about it", "planned"),
]

PEOPLE = [
    ("NKDA exc Flagyl. NKDA except penicillin.", "allergy allergy"),
    ("Bro on Vyvanse. DH uses Lantus, MIL takes Xanax.", "family family family"),
    ("DH: Lantus 10", "taking"),
    ("I borrowed my husband's Nexium", "taking"),
    ("Clindamycin reaction; Keflex ok.", "allergy unknown"),
    ("Usual rx Keppra 500", "taking"),
]

LINES = [
    ("CHANGED: Lantus 30\nHOLD: metformin x48h\nTylenol ok", "taking stopped taking"),
    ("Plan:\nHold: metformin\nLipitor 40", "stopped planned"),
    ("No aspirin now. Post-ext: Tylenol only. Peridex rinse.", "negated planned planned"),
]

NAMES = [
    ("6-MP 50. 5-FU x6.", ["6-MP", "5-FU"]),
    ("6 tablets, 5 of them MP3", []),
    ("Folic acid 5.", ["Folic acid"]),
    ("Serum folic acid 5", []),
    ("Did PTU for a year", ["PTU"]),
    ("RSI propofol + sux", ["propofol", "sux"]),
    ("Sux to be him", []),
]


@pytest.mark.parametrize(
    ("text", "exposures"), STOPPED + DATES + NEGATED + PLANNED + PEOPLE + LINES, ids=lambda v: str(v)[:40]
)
def test_what_a_handover_says(kb: KnowledgeBase, text: str, exposures: str) -> None:
    assert " ".join(mention.exposure.value for mention in kb.scan(text)) == exposures


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_that_hold_a_number_or_stand_beside_one(kb: KnowledgeBase, text: str, names: list[str]) -> None:
    assert [mention.text for mention in kb.scan(text)] == names


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Hold", "stopped"), ("To start", "plan"), ("Meds not given", "stopped"), ("Post-ext", "plan")],
)
def test_headings_of_one_line(heading: str, kind: str) -> None:
    assert kind_of_heading(heading) == kind

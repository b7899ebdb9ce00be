"""What a line or a note says of a person and a medicine: a row for each kind of phrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcheck import KnowledgeBase
from medcheck.exposure import find_switches
from medcheck.notes.sections import kind_of_heading


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


LINES = [
    ("swapping from sertraline to Wellbutrin", "stopped taking"),
    ("just began Neurontin", "taking"),
    ("skipped last night's Requip", "tapering"),
    ("haven't started requip yet", "negated"),
    ("was on mirapex now on gabapentin", "stopped taking"),
    ("d/c seroquel start trazodone", "stopped planned"),
    ("replaced seroquel with trazodone", "stopped taking"),
    ("wife takes Zoloft, I take Lyrica", "family taking"),
    ("zyprexa? no, zyrtec", "unknown unknown"),
    ("my sister said try magnesium", "planned"),
    ("allergic: codeine, sulfa, compazine", "allergy allergy allergy"),
    ("intolerance: codeine", "allergy"),
    ("Adverse reaction: metoclopramide", "allergy"),
    ("ADR: prochlorperazine", "allergy"),
    ("contraindicated: haloperidol", "negated"),
    ("reacts badly to benadryl", "allergy"),
    ("cannot tolerate SSRIs", "allergy"),
    ("Advil Allergy", "unknown"),
    ("Tylenol Allergy", "unknown"),
    ("won't take benadryl", "negated"),
    ("don't smoke cigarettes", "negated"),
    ("I don't drink coffee", "negated"),
    ("ibuprofen instead of benadryl", "unknown negated"),
    ("instead of benadryl", "negated"),
    ("past meds: paxil, prozac", "stopped stopped"),
    ("off my lexapro since friday", "stopped"),
    ("withdrawing from oxycodone", "stopped"),
    ("failed ropinirole", "stopped"),
    ("pause lithium", "stopped"),
    ("suspended clozapine", "stopped"),
    ("cut out caffeine", "stopped"),
    ("gave up coffee", "stopped"),
    ("detoxing from opioids", "stopped"),
    ("quit Ambien cold turkey", "stopped"),
    ("cut down on lorazepam", "tapering"),
    ("reducing mirtazapine", "tapering"),
    ("gradually reducing her citalopram", "tapering"),
    ("going to come off venlafaxine", "taking"),
    ("will stop taking benadryl", "taking"),
    ("forgot to take my requip", "tapering"),
    ("missed requip", "tapering"),
    ("skipped requip", "tapering"),
    ("missed my requip last night", "tapering"),
    ("swapped paxil for bupropion", "stopped taking"),
    ("stopped ambien and started melatonin last week", "stopped taking"),
    ("used to be on requip, now on lyrica", "stopped taking"),
    ("switching from zoloft to lexapro", "stopped taking"),
    ("came off mirapex, on gabapentin now", "stopped taking"),
    ("never got around to starting ropinirole", "planned"),
    ("not started gabapentin yet", "negated"),
    ("gabapentin - not started yet", "negated"),
    ("my husband has lyrica, I use benadryl", "family taking"),
    ("dad was on sinemet", "family"),
    ("doctor said to try iron", "planned"),
    ("my friend told me to take magnesium", "planned"),
    ("Allergic to: reglan, phenergan", "allergy allergy"),
    ("drug allergies: codeine", "allergy"),
    ("can't tolerate lithium", "allergy"),
    ("bad reaction to zofran", "allergy"),
    ("don't take benadryl", "negated"),
    ("I never take NSAIDs", "negated"),
    ("no caffeine", "negated"),
    ("cannot take metoclopramide", "negated"),
    ("I no longer drink alcohol", "stopped"),
    ("off all SSRIs", "stopped"),
    ("weaned myself off klonopin", "tapering"),
    ("paused my zoloft for surgery", "stopped"),
    ("gave up alcohol 2 months ago", "stopped"),
    ("cutting back on tramadol", "tapering"),
    ("halving my dose of lexapro", "tapering"),
    ("coming off effexor slowly", "tapering"),
    ("plan to stop seroquel next month", "taking"),
    ("want to come off mirtazapine", "taking"),
    ("forgot my mirapex last night", "tapering"),
    ("skipped my gabapentin twice this week", "tapering"),
    ("didn't take my requip yesterday", "negated"),
    ("tried and failed pramipexole", "stopped"),
    ("previously: gabapentin, ropinirole", "stopped stopped"),
    ("current: lyrica, iron", "taking taking"),
    ("benadryl made it worse so I stopped", "stopped"),
    ("Benadryl Allergy Relief 25 mg", "unknown"),
    ("codeine allergy, zoloft", "allergy unknown"),
    ("started zoloft stopped ambien", "taking stopped"),
    ("stopped zoloft, taking lyrica, requip", "stopped taking taking"),
    ("takes nothing except lyrica", "taking"),
    ("no meds but requip", "unknown"),
    ("mother takes zoloft, lyrica", "family family"),
    ("my wife and I take Zoloft", "taking"),
    ("sister says she takes magnesium", "family"),
    ("missed work because of zoloft", "unknown"),
    ("changed zoloft dose to 50 mg", "unknown"),
    ("replaced potassium with diet", "unknown"),
    ("never stopped zoloft", "taking"),
    ("haven't stopped zoloft", "taking"),
    ("I can't stop taking ambien", "taking"),
    ("should I stop zoloft?", "taking"),
    ("will start lyrica", "planned"),
    ("won't start lyrica", "negated"),
    ("not allergic to codeine", "unknown"),
    ("no known allergy to codeine", "unknown"),
    ("Claritin for allergic rhinitis", "unknown"),
    ("currently off zoloft", "stopped"),
    ("previously on zoloft, currently on lyrica", "stopped taking"),
    ("zoloft, never missed", "unknown"),
    ("never missed a dose of zoloft", "unknown"),
    ("stopped taking zoloft but still take lyrica", "stopped taking"),
    ("quit smoking, takes requip", "stopped taking"),
    ("hold metoprolol for SBP <100", "taking"),
    ("hold metoprolol for surgery", "stopped"),
    ("sensitivity: codeine", "allergy"),
]


@pytest.mark.parametrize(("line", "exposures"), LINES, ids=[line for line, _ in LINES])
def test_what_a_line_says(kb: KnowledgeBase, line: str, exposures: str) -> None:
    assert " ".join(entry.exposure.value for entry in kb.check([line]).entries) == exposures


NOTES = [
    ("Will cross-taper from citalopram to mirtazapine.", "tapering planned"),
    ("Changed from citalopram to mirtazapine.", "stopped taking"),
    ("Replaced Seroquel with trazodone.", "stopped taking"),
    ("She was on Mirapex now on gabapentin.", "stopped taking"),
    ("Takes no over-the-counter Night Nurse.", "negated"),
    ("She was not given metoclopramide.", "negated"),
    ("We are gradually reducing her citalopram.", "tapering"),
    ("Repeat:\nropinirole 2 mg\nQuetiapine 25 mg", "taking taking"),
    ("Repeat medication\nropinirole 2 mg", "taking"),
    ("Acute:\nprochlorperazine 5 mg", "taking"),
    ("Current meds\nropinirole 2 mg", "taking"),
    ("NEW medications:\nropinirole 2 mg", "taking"),
    ("Previous trials: gabapentin, ropinirole", "stopped stopped"),
    ("Last used ropinirole 3 months ago.", "stopped"),
    ("Her legs have been worse since starting mirtazapine last spring.", "taking"),
    ("Family history: mother takes ropinirole.\nFollow up\nContinue gabapentin 300 mg.", "family taking"),
    ("Family history: mother takes ropinirole.\nPlan\nGabapentin 300 mg.", "family planned"),
    (
        "Family history: mother with RLS on ropinirole.\nShe takes gabapentin 300 mg at night.",
        "family taking",
    ),
    ("She drinks 3 cups of coffee a day.", "taking"),
    ("3 cups of coffee a day", "taking"),
    ("We discussed gabapentin instead.", "unknown"),
    ("We discussed that mirtazapine may worsen her legs.", "unknown"),
    ("Sertraline was stopped and bupropion commenced.", "stopped taking"),
    ("Cross-tapering from venlafaxine to bupropion.", "tapering planned"),
    ("He was changed from ropinirole to rotigotine patch in May.", "stopped taking"),
    ("We will stop amitriptyline and start gabapentin 100 mg nocte.", "taking planned"),
    ("She has not yet started pregabalin.", "negated"),
    ("He was never given haloperidol.", "negated"),
    ("Avoid metoclopramide and prochlorperazine.", "negated negated"),
    ("Metoclopramide should not be given.", "negated"),
    ("Symptoms began after starting citalopram in March.", "taking"),
    ("Symptoms resolved after stopping citalopram.", "stopped"),
    ("Drinks two cups of tea and four cups of coffee daily.", "taking taking"),
    ("FH: mother had RLS and took ropinirole\nSH: drinks coffee\nO/E: well", "family taking"),
    ("Family history\nFather on levodopa.\nMedications\nGabapentin 300 mg", "family taking"),
    ("Acute meds:\nCyclizine 50 mg tds", "taking"),
    ("Past drug trials: ropinirole, rotigotine", "stopped stopped"),
    ("Last took tramadol 2 weeks ago.", "stopped"),
    ("We talked about pramipexole as an option.", "unknown"),
    ("She forgot to take her ropinirole last night.", "tapering"),
    ("He intends to come off olanzapine.", "taking"),
    ("Intolerances: domperidone (palpitations)", "allergy"),
    ("No changes. She switched pharmacies and takes Requip with food.", "taking"),
    ("He never missed a dose of ropinirole.", "taking"),
    ("She did not miss any ropinirole.", "unknown"),
    ("Morphine was not given, ondansetron was given.", "negated taking"),
    ("No longer takes ropinirole and is now on gabapentin.", "stopped taking"),
    ("We will change ropinirole to rotigotine.", "taking planned"),
    ("She was switched from Zoloft 50 mg daily to Lexapro 10 mg.", "stopped taking"),
    ("Not on ropinirole yet.", "negated"),
    ("Patient plans to quit nicotine.", "taking"),
    ("Will discontinue metformin today.", "taking"),
    ("We will hold warfarin.", "stopped"),
    # a dose that is only left out on a condition
    ("Hold metoprolol for SBP <100.", "taking"),
    ("Lisinopril 10 mg daily, hold if systolic below 90.", "unknown"),
    # "no" and its like reach over "or"
    ("No smoking or alcohol.", "negated"),
    # the future makes a plan of what would be taking
    ("Will treat symptomatically with morphine and Zofran.", "planned planned"),
    ("She will be treated with ceftriaxone.", "planned"),
    ("Will monitor INR while on warfarin.", "taking"),
    ("Will continue Lantus.", "taking"),
    ("Please would you continue to prescribe the alendronic acid.", "taking"),
    # what opens a list or counts doses says nothing against the words before it
    (
        "Past medication trials include Paxil (side effects), Wellbutrin, and lithium.",
        "stopped stopped stopped",
    ),
    ("She refused a dose of colace.", "negated"),
    ("He completed a course of doxycycline.", "stopped"),
    # trials
    ("She had a poor response to sulfasalazine.", "stopped"),
    ("She was tried on anticholinergics such as Detrol and VESIcare.", "stopped stopped"),
    ("In the past she trialed Prozac for 6 weeks without benefit.", "stopped"),
    ("Abilify was helpful but led to weight gain and she stopped it in March.", "stopped"),
    ("Started Zoloft 2 years ago.", "taking"),
    # advice against
    ("Poison control recommends against flumazenil.", "negated"),
    ("QTc 480, so Zofran avoided.", "negated"),
    # somebody who reports for the patient
    ("Her husband denied tobacco for her.", "negated"),
    ("However, he does take aspirin.", "taking"),
    # germs are sensitive, too
    ("Urine culture grew E. coli sensitive to Cipro.", "unknown"),
    ("All: sulfa - SJS, ibuprofen (wheezing)", "allergy allergy"),
    ("Take 1 tablet by mouth nightly, the doctor said\nthat she takes Zoloft daily.", "taking"),
    (
        "CONTINUE taking these medications:\natorvastatin 40 mg tablet - Take 1 tablet by mouth nightly\n"
        "levothyroxine 88 mcg tablet - Take 1 tablet every morning",
        "taking taking",
    ),
    ("STOP taking these medications:\naspirin 81 mg", "stopped"),
    # a verb beside a rule leaves what the rule says
    ("We will consider using beta-blocker, calcium channel blockers.", "planned planned"),
    ("Avoid using NSAIDs.", "negated"),
    ("Denies ASA/NSAID use.", "negated negated"),
    ("We should treat for MRSA with Bactrim.", "planned"),
    ("He has no h/o ETOH abuse.", "negated"),
    ("He does not need warfarin but may require spironolactone.", "negated planned"),
    ("She should not receive NSAIDs.", "negated"),
    ("Ambien was not continued because of delirium; melatonin was used instead.", "stopped taking"),
    ("Took Imitrex without relief.", "taking"),
    ("Remeron was not tolerated.", "stopped"),
    ("She continued to receive Coreg and Lasix.", "taking taking"),
    ("Ampicillin and gentamicin were started but were discontinued.", "stopped stopped"),
    ("Increase her Lamictal gradually over the coming four weeks until on 200 mg.", "taking"),
    ("Tried citalopram in 2016, made her numb.", "stopped"),
    ("She tried her sister's Flexeril once.", "stopped"),
    ("If not tolerated switch to mirtazapine.", "planned"),
    ("They agreed on topical diclofenac.", "planned"),
    ("She remained on Coumadin.", "taking"),
    ("Quit smoking in 1997, rare use of alcohol.", "taking"),
    ("Denies tobacco or drug use, rare alcohol use.", "negated taking"),
    ("She is requesting to switch from Ortho-Tri-Cyclen to Seasonale.", "stopped planned"),
    ("Rotate oxycodone to buprenorphine patch.", "stopped planned"),
    ("Trial nortriptyline 10 mg.", "planned"),
    ("Flagyl not needed.", "negated"),
    ("She had been prescribed zopiclone but never collected it.", "negated"),
    ("Low dose lorazepam could be used but haloperidol must be avoided.", "planned negated"),
    # what is said after the last of two names joined by "and" holds for both
    ("Lisinopril and Celexa should be avoided.", "negated negated"),
    ("Lisinopril and Celexa held.", "stopped stopped"),
    ("Lisinopril and Celexa allergy.", "allergy allergy"),
    ("Continue lisinopril and Celexa was stopped.", "taking stopped"),
    # what was taken long ago is not taken
    ("As a child he took Ritalin.", "stopped"),
    ("He was treated with rifampin in 1995.", "stopped"),
    ("She was started on Zoloft in 2018.", "taking"),
    ("She was taking Zoloft on admission.", "taking"),
    ("She was taking Zoloft.", "stopped"),
    ("Remote cocaine use.", "stopped"),
    ("She failed a trial of Zoloft.", "stopped"),
    ("Noncompliant with Zoloft.", "tapering"),
    ("Nausea from Zoloft.", "unknown"),
    ("Angioedema from lisinopril.", "allergy"),
    ("She has an allergy to codeine.", "allergy"),
    ("No side effects from Zoloft.", "taking"),
    ("Cont nafcillin; if unable to tolerate, cefazolin is an option.", "taking planned"),
    ("No role for rifampin.", "negated"),
    ("I advised Gregory's mother about discontinuing the G-CSF.", "stopped"),
    ("He used alcohol in 1993 but has not used it for two years.", "stopped"),
    ("Patient admits beer, denies tobacco use.", "taking negated"),
    ("Plan: follow up. Abilify has been helpful.", "taking"),
    ("May add naproxen to sumatriptan.", "planned taking"),
    ("Mom giving Motrin. Sib on Augmentin.", "taking family"),
    ("Allergic: Omnicef (hives). Rx azithromycin 10 mg/kg. Tylenol prn.", "allergy planned unknown"),
    ("Allergies: penicillin. She had a rash with Keflex.", "allergy allergy"),
    ("NSAIDs - none.", "negated"),
    ("Wants back on Suboxone.", "planned"),
    ("I recommended the patient to continue to take lactulose.", "taking"),
    ("SH: works in an office. Nil smoking/etOH hx.", "negated"),
    ("I will place the child on amoxicillin.", "planned"),
    ("She was placed on amoxicillin.", "taking"),
    ("Plan:\n1. OTC Zyrtec\n2. Regular paracetamol", "planned planned"),
    ("He has not tolerated statins.", "allergy"),
    ("Compazine made him restless.", "stopped"),
    ("After the tests are completed and she has a trial of the Antivert.", "planned"),
    ("She could switch over to Tarka.", "planned"),
    ("Plan: recheck. He was continued Omnicef.", "taking"),
    ("I would start the patient on intravenous Ancef.", "planned"),
    ("Treated with Levaquin and later that was changed to oral.", "taking"),
    ("Upon starting Lamictal he began to have benefit.", "taking"),
    ("Spells have not responded to higher doses of Lamictal.", "taking"),
    ("Missed last two Humira shots.", "tapering"),
    ("Sleeping better since cutting out caffeine. Has not needed the clonazepam.", "stopped negated"),
    ("ALLERGIES: PENICILLIN AND BIAXIN.,PLAN: , Lipitor daily.,FOLLOWUP: , None.", "allergy allergy planned"),
]


@pytest.mark.parametrize(("text", "exposures"), NOTES, ids=[text for text, _ in NOTES])
def test_what_a_note_says(kb: KnowledgeBase, text: str, exposures: str) -> None:
    assert " ".join(mention.exposure.value for mention in kb.scan(text)) == exposures


def test_days_since_it_was_last_used(kb: KnowledgeBase) -> None:
    (mention,) = kb.scan("Last used ropinirole 3 months ago.")
    assert mention.days_since == 90


def test_a_switch_needs_two_sides() -> None:
    assert find_switches(["changed", "from", "citalopram"]) == ()
    assert find_switches(["not", "switched", "from", "citalopram", "to", "zoloft"]) == ()


HEADINGS = [
    ("Repeat", "medications"),
    ("Repeat medication", "medications"),
    ("Acute", "medications"),
    ("Current meds", "medications"),
    ("NEW medications", "medications"),
    ("Previous trials", "stopped"),
    ("Past drug trials", "stopped"),
]


@pytest.mark.parametrize(("heading", "kind"), HEADINGS)
def test_headings_of_general_practice(heading: str, kind: str) -> None:
    assert kind_of_heading(heading) == kind

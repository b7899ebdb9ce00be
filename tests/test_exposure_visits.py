"""What was given, talked over, brought down or said of somebody else: a row for each kind of phrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcheck import KnowledgeBase


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


SAID = [
    # regimen: a name, a dose and a time, nothing else
    ("Rasagiline 1 mg daily.", "taking"),
    ("PNV daily.", "taking"),
    ("# ADHF - Lasix 80 IV BID", "taking"),
    ("Pain: paracetamol 1g QDS regular.", "taking"),
    ("Enoxaparin 20mg s/c at 1800.", "taking"),
    ("Aimovig monthly.", "taking"),
    ("Celebrex prn, uses ~3/wk.", "taking"),
    ("Suboxone 16/4 qd, asking to come down.", "taking"),
    ("Ropinirole 2 mg at bedtime.", "taking"),
    ("Sinemet 25/100 1.5 tabs at 7, 11, 3 and 7pm, plus Sinemet CR at bedtime.", "taking taking"),
    ("ASA 81 qd for preE ppx.", "taking"),
    ("gabapentin 600 tid, denies misuse.", "taking"),
    ("gabapentin 600 tid, denies side effects.", "taking"),
    ("Lisinopril 20 mg.", "unknown"),
    ("Prednisone 40 mg daily x 5 days", "unknown"),
    ("Gabapentin 300 mg tid x 3 months, brain fog", "stopped"),
    ("Norco 5/325-10/325 q6h prn", "taking"),
    ("Tramadol 50-100 mg q6h", "taking"),
    # given
    ("Got albuterol neb x2 and Solu-Medrol 125 mg IV en route.", "taking taking"),
    ("Pt got Toradol 30 mg IM with relief.", "taking"),
    ("Gave her paracetamol this morning.", "taking"),
    ("Gave him Ativan 1 mg IV.", "taking"),
    ("INR 5.8, reversed with vitamin K.", "taking"),
    ("Needed haloperidol 0.5mg on two occasions for agitation overnight.", "taking"),
    ("Required lorazepam overnight.", "taking"),
    ("Settled with diazepam 5mg.", "taking"),
    ("Salbutamol nebs x3 with good response.", "taking"),
    ("Had cyclizine 50mg IV x1.", "taking"),
    ("Nicotine patch 14 mg applied this AM.", "taking"),
    ("Lyrica gave her a headache.", "stopped"),
    # discussed
    ("Cards to see in AM re: adding spironolactone.", "planned"),
    ("Discussed Latuda vs Vraylar, pt prefers to wait.", "planned planned"),
    ("We discussed Latuda.", "planned"),
    ("Discussed: quetiapine as an option if sleep worsens.", "planned"),
    ("PA submitted for tirzepatide.", "planned"),
    ("Prior auth pending for Humira.", "planned"),
    ("Awaiting insurance approval for Ozempic.", "planned"),
    ("Application made for Ozempic.", "planned"),
    ("If denied will start glipizide 5 mg.", "planned"),
    ("If declined, start citalopram.", "planned"),
    ("If Ozempic denied, start glipizide.", "planned planned"),
    ("PA denied for Ozempic.", "negated"),
    ("Ring GP re alternative to gabapentin, ?duloxetine.", "stopped planned"),
    ("Needs an alternative to gabapentin.", "stopped"),
    ("Then possibly gabapentin 100-300 at bedtime.", "planned"),
    ("MFM ok w/ clonidine as backup.", "planned"),
    ("Ordered Venofer 200 x5, 1st infusion next Tues.", "planned"),
    ("Quetiapine 12.5 if VH recur.", "planned"),
    ("Prefers not to start ropinirole.", "negated"),
    ("Plain Tylenol is fine.", "planned"),
    ("Discussed side effects of lithium.", "unknown"),
    ("Discussed stopping Paxil.", "taking"),
    # tapering
    ("Cutting Klonopin down as we discussed, now 0.25 mg from 1 mg.", "tapering"),
    ("She is cutting her diazepam down.", "tapering"),
    ("Bringing the prednisone down slowly.", "tapering"),
    ("Coming down on pregabalin, now 50 mg.", "tapering"),
    ("Pregabalin 150mg BD - reducing by 25mg every 2 weeks.", "tapering"),
    ("Pred down to 2.5, aim to be off by Xmas.", "tapering"),
    ("Ropinirole XL 8, so coming down by 2 mg q wk.", "tapering"),
    ("Seroquel 100 -> 50 -> 25 over 3 wks then off.", "tapering"),
    # past courses
    ("Humira x 18 mo, secondary failure.", "stopped"),
    ("Enbrel before that, primary non-resp.", "stopped"),
    ("Vivitrol 2018 x3 inj, relapsed.", "stopped"),
    ("Diclegis wk 7-13, no longer needs.", "stopped"),
    ("Norco 5/325 (pt says no longer using).", "stopped"),
    ("Neupro patch s/p 6 mo trial 2019, rash at site.", "stopped"),
    ("Things that did nothing for me: magnesium, quinine.", "stopped stopped"),
    ("He was on aspirin, having not got on with clopidogrel because of indigestion.", "stopped stopped"),
    ("Took promethazine for a few nights in first trimester for sleep.", "stopped"),
    ("Took promethazine for a few nights in March.", "stopped"),
    ("Excedrin daily until January, now down to twice weekly.", "taking"),
    ("Topamax gave her kidney stones.", "stopped"),
    ("Lyrica caused weight gain.", "stopped"),
    # words of another sense
    ("Consider empagliflozin prior to d/c.", "planned"),
    ("Ready for d/c, cont metoprolol.", "taking"),
    ("2) d/c hydroxyzine 3) check ferritin 4) discussed Abilify.", "stopped planned"),
    ("Not suitable for dapagliflozin given recurrent thrush.", "negated"),
    ("Not suitable for lithium.", "negated"),
    ("I have asked him not to use sildenafil with GTN.", "negated unknown"),
    # last state wins
    ("Was on Zoloft 50 pre-preg, self-dc'd, restarted by OB at 14 wk, now 75.", "taking"),
    ("Zoloft stopped in May, restarted in July.", "taking"),
    ("Ropinirole 0.5 hs resumed from home list after initially held.", "taking"),
    # wishes
    ("Would like to get off tramadol - currently 50 bid.", "taking"),
    ("Wants to come off tramadol.", "taking"),
    ("Will message PCP re switching Paxil to bupropion.", "taking planned"),
    ("Discussed switching Requip to gabapentin.", "taking planned"),
    ("Omeprazole - trial off.", "stopped"),
    # current, said sideways
    ("Synthroid is 88 not 75.", "taking"),
    ("The Premarin cream is my current one.", "taking"),
    ("Own zopiclone locked in pod, takes hers at night.", "taking"),
    ("Worse since citalopram inc to 40mg.", "taking"),
    ("Less punching since clonazepam 0.5 mg added.", "taking"),
    ("Sleeping better since melatonin added.", "taking"),
    ("Narcan in the home.", "taking"),
    ("Has naloxone at home.", "taking"),
    ("Naloxone kit at home.", "taking"),
    ("Carries a GTN spray.", "taking"),
    ("She has bought melatonin online and takes 5mg some nights.", "taking"),
    ("He buys Nytol over the counter and uses it most nights.", "taking"),
    # with one already taken
    ("Add entacapone 200 mg with each levodopa dose.", "planned taking"),
    ("Add domperidone 30 min before levodopa.", "planned taking"),
    # correcting the list
    ("You still have Percocet on there from my knee, please remove.", "stopped"),
    ("It says allergic to aspirin which is not true.", "negated"),
    ("It's amoxicillin I can't have.", "allergy"),
    ("Horizant never approved by insurance.", "negated"),
    # relatives
    ("TC from daughter. Mum was put on oxybutynin last Wed by urology.", "taking"),
    ("Daughter rang: mum is on amitriptyline 25mg.", "taking"),
    ("Daughter says Mum takes donepezil.", "taking"),
    ("Husband reports wife was started on ropinirole.", "taking"),
    ("Reviewed with partner Dan. Dan is on fluoxetine.", "family"),
    ("Patient's brother John had a stroke. John is on warfarin.", "family"),
    ("She takes her sister's Valium now and then.", "taking"),
    ("Borrows her husband's zopiclone sometimes.", "taking"),
    ("Her husband Tom is on citalopram.", "family"),
    ("Mum reports he is on Concerta.", "taking"),
    # allergies
    ("Allergies: peanut - carries EpiPen Jr.", "taking"),
    ("Allergies: sulfa (hives), codeine. Takes HCTZ daily.", "allergy allergy taking"),
    ("Allergies on file: sulfa. HCTZ tolerating x yrs, no action.", "allergy taking"),
    ("Allergies: PCN. Requesting new Rx gabapentin.", "allergy planned"),
    # lists
    (
        "Meds:\n1. Gliclazide 80mg BD - HbA1c 46, two hypos. Stop.\n2. Simvastatin 40mg ON - switch to atorvastatin 20mg",
        "stopped stopped planned",
    ),
    ("Meds:\n1. Pregabalin 150mg BD - no clear benefit; reducing by 25mg every 2 weeks", "tapering"),
    ("Meds:\nAmlodipine 5mg OD → stop", "stopped"),
    ("Meds:\nZopiclone 7.5mg ON. Wean.\nSenna", "tapering taking"),
    (
        "cyclobenzaprine 10 MG tablet Take 1 tablet by mouth nightly as needed\nDULoxetine 60 MG capsule Take 1 daily",
        "taking taking",
    ),
    ("STOP: glyburide, Advair -> replaced by Trelegy", "stopped stopped taking"),
    ("Profile: HCTZ 25 mg daily, metformin ER 500 2 tabs BID.", "taking taking"),
    # lists of allergies end
    ("Allergies: penicillin\nRamipril 5mg od", "allergy taking"),
    (
        "Allergies: morphine (itch), latex\nPCA fentanyl ongoing. Reg paracetamol 1g QID charted.\nUsual metformin w/h",
        "allergy taking taking stopped",
    ),
    ("Allergies: Lamictal - rash 2018\nKlonopin taper: 0.5 -> 0.25 qHS x 2 wks then off", "allergy tapering"),
    ("Allergies: penicillin\n\nClexane 40mg given 0800", "allergy taking"),
    ("Allergies: penicillin\nSulfa\nCodeine - nausea", "allergy allergy allergy"),
    ("Allergies:\nPenicillin\nSulfa (hives)\nRamipril 5mg od", "allergy allergy taking"),
    ("Allergies: penicillin,\nsulfa, codeine\nTakes Zoloft", "allergy allergy allergy taking"),
    ("FH: dad MI 61, on clopidogrel\nAsked for zopiclone for flight - not issued", "family negated"),
    ("FH: dad MI 61\nTakes ramipril 5mg", "taking"),
    ("FH: dad MI 61\nMum on warfarin", "family"),
    # withheld, left out
    ("Nadolol on hold, SBP soft.", "stopped"),
    ("Amlodipine on hold, BP 98/60", "stopped"),
    ("Omit perindopril on the day.", "stopped"),
    ("No bridging heparin is needed.", "negated"),
    ("I offered her dexamethasone to prevent recurrence but she declined.", "negated"),
    ("She was offered sumatriptan, and declined it.", "negated"),
    ("He no longer wishes to take his atorvastatin.", "stopped"),
    ("GP says I can't have ibuprofen any more.", "negated"),
    ("I can't take ibuprofen.", "negated"),
    ("Requesting diazepam, declined to prescribe.", "negated"),
    # reactions
    ("She reports vomiting with tramadol.", "allergy"),
    ("NKDA but ? GI upset w/ erythromycin.", "allergy"),
    # less
    ("The dexamethasone is being brought down by 2 mg each week.", "tapering"),
    # past
    ("She has had cefazolin previously without any problem.", "stopped"),
    ("Clenil not ordered since 2019, removed from repeat.", "stopped"),
    # current
    ("Salbutamol inh - rarely uses.", "taking"),
    ("Pt also picking up metoprolol ER 50 mg.", "taking"),
    # plans
    ("If no better 6 wks augment w/ Abilify.", "planned"),
    ("Rheum nurse mentioned sulfasalazine on top or going straight to Humira.", "planned planned"),
    ("My doctor mentioned Humira.", "planned"),
    ("Has anyone here been on Humira?", "unknown"),
    ("Has anyone tried Humira?", "unknown"),
    ("Anyone on Lyrica?", "unknown"),
    # relatives
    ("His wife is managing well, although she is herself on mirtazapine.", "family"),
    # until
    ("Cont Neupogen until ANC >1.", "taking"),
    ("Continue vancomycin until cultures negative.", "taking"),
    ("He may stop the potassium chloride supplement.", "stopped"),
    # long ago
    ("He was prescribed Antabuse in the 1990s.", "stopped"),
    ("One hospitalization in 2003 after an overdose of Tylenol PM.", "stopped"),
    ("She received cortisone last December.", "stopped"),
    # in the place of
    ("He tolerates the Entresto, which replaced his enalapril at the last visit.", "taking stopped"),
    # doses
    ("I am increasing his Entresto to 97/103 b.i.d.", "taking"),
    ("RECOMMENDATIONS: I am increasing Lexapro.", "taking"),
    ("I have asked her to limit the Excedrin to two days per week.", "taking"),
    ("He was bolused with heparin.", "taking"),
    ("Dr. Patel asked that we load him with Brilinta 180 mg.", "planned"),
    ("He took one of his wife's nitroglycerin tablets.", "taking"),
    # clipped
    ("ID: cefepime D5.", "taking"),
    ("GI: Zofran sched, Compazine prn.", "taking taking"),
    ("Replete potassium chloride 40 meq.", "taking"),
    ("Next cycle Taxol in 2 wks.", "planned"),
    ("VORB doxycycline 100 mg.", "planned"),
    ("Wife rang, bringing his rivastigmine from home.", "taking"),
    ("The office sent clarithromycin for sinusitis.", "planned"),
    # in their own words
    ("Melatonin isn't doing anything for me.", "taking"),
    ("Lyrica is not working.", "taking"),
    ("I still have some of the old Paxil left but haven't taken any.", "stopped"),
    ("I break out from Augmentin.", "allergy"),
    ("Should I be taking aspirin?", "unknown"),
    ("Do I need to be on aspirin?", "unknown"),
    # headings without a noun
    (
        "Current:\n- aripiprazole 15mg\nPast:\n- haloperidol IM 2017 - dystonia\n- quetiapine",
        "taking stopped stopped",
    ),
    # to be stopped
    ("I am going to stop the Januvia and prescribe Mounjaro.", "stopped planned"),
    ("I will stop the Paxil.", "stopped"),
    ("She wants to stop Paxil.", "taking"),
    ("I would not put her on meloxicam given her kidneys.", "negated"),
    ("I do not want to put her on Celebrex.", "negated"),
    ("I would not start her on Lyrica.", "negated"),
    ("Pt asked re ibuprofen - advised no.", "negated"),
    # not taken
    ("He has not been using any ibuprofen for his knees.", "negated"),
    ("She has not taken any Advil.", "negated"),
    ("He is not getting Xanax from anyone else.", "negated"),
    ("I haven't picked up the hydroxyzine yet.", "negated"),
    # after it
    ("Symptoms began shortly after a course of Augmentin.", "stopped"),
    # doses up and down
    ("We have been lowering his OxyContin by 10 mg each month.", "tapering"),
    ("We will come down on the Keppra by 500 mg every two weeks.", "tapering"),
    ("We will reduce Lyrica by 25 mg every two weeks.", "tapering"),
    ("Taper Keppra while bringing Lamictal up to 200 mg.", "tapering taking"),
    ("Cymbalta will stay at 60 mg daily.", "taking"),
    ("Lyrica stays at 150.", "taking"),
    ("Ropinirole off completely by end Nov.", "tapering"),
    ("Pregabalin 75 -> 150 nocte last visit, helping", "taking"),
    ("gabapentin 300->600 tds", "taking"),
    # considered
    ("We could switch her to Entyvio.", "planned"),
    ("I gave her some information on Aimovig.", "planned"),
    # in use
    ("These respond to Imitrex 100 mg within an hour.", "taking"),
    ("Paracetamol 1 g reg, next due 1800.", "taking"),
    ("Enoxaparin 40 due 2000.", "taking"),
    ("Ondansetron x1 @ 1100 w good effect.", "taking"),
    ("ASA 81, Brilinta 90 BID, atorvastatin 80", "taking taking taking"),
    ("I'm almost out of Nexium, can you send a refill?", "taking"),
    ("Epinephrine was given.", "taking"),
    ("A second dose of epinephrine was not required.", "negated"),
    ("salbutamol inh prn", "taking"),
    ("We will diurese him further.", ""),
    ("metoprolol succ 25 mg daily", "taking"),
    # a numbered list after the allergies
    (
        "Allergies: flucloxacillin (jaundice 2016)\n\n1. Atorvastatin 80mg ON - charted\n2. Clopidogrel 75mg OM - charted\n3. Naproxen 250mg TDS - withheld on adm",
        "allergy taking taking stopped",
    ),
    ("Allergic to flucloxacillin\n\n1. Atorvastatin 80mg ON", "allergy taking"),
    ("Allergies:\n1. flucloxacillin\n2. codeine", "allergy allergy"),
    ("Allergies:\n- codeine 30mg - nausea\n- sulfa", "allergy allergy"),
    # what they take
    ("His only regular medicines are fexofenadine and a Symbicort inhaler.", "taking taking"),
    ("Her only medication is lisinopril.", "taking"),
    ("His father has restless legs, for which he takes pramipexole.", "family"),
    ("The oxybutynin she takes is adding to her muddle.", "taking"),
    ("She takes oxybutynin.", "taking"),
    ("Her feet are better with gabapentin.", "taking"),
    # less
    ("Temazepam at night for thirty years; this is coming down by 2.5 mg a fortnight.", "tapering"),
    ("pred 40 -> 20 today, off by Fri.", "tapering"),
    ("diazepam 18mg this wk, down 2mg per fortnight", "tapering"),
    # over, held, denied
    ("She underwent neoadjuvant chemotherapy with Adriamycin and Cytoxan.", "stopped stopped"),
    ("Entresto held on adm for SBP 80s.", "stopped"),
    ("Hold metoprolol for SBP <100.", "taking"),
    ("Metoprolol 25 bid, held if SBP <90.", "taking"),
    ("Pregabalin - denies any.", "negated"),
    ("I used up my last Zofran yesterday.", "stopped"),
    ("We can look at switching you to Zepbound.", "planned"),
    ("We can switch you to Zepbound.", "planned"),
    ("Allergies: penicillin\nRamipril 5 mg od\nHe is well.", "allergy taking"),
    ("Please skip this week's Wegovy.", "stopped"),
    ("I sent more ondansetron 4 mg to CVS.", "planned"),
    # numbers that are no years
    ("He received diltiazem 20 mg IV push and his rate came down to the 90s.", "taking"),
    ("He was prescribed Antabuse in the 1990s.", "stopped"),
    # what ends a list of allergies
    (
        "Allergies: erythromycin (D&V)\nComment: Advised re amitriptyline interaction - low dose ok.",
        "allergy planned",
    ),
    ("Allergies: erythromycin\nSulfa: hives", "allergy allergy"),
    ("Allergy to codeine, which makes her itch, and says she can tolerate morphine.", "allergy taking"),
    # given, ordered, skipped
    ("PLAN: One keloid was injected with triamcinolone 10 mg/mL.", "taking"),
    ("She should skip the hydrochlorothiazide.", "stopped"),
    ("EMS gave one DuoNeb.", "taking"),
    ("She was treated for an infection in January with a course of Cipro.", "stopped"),
    ("Prednisolone reducing course, now 10mg.", "tapering"),
    ("Please go ahead with Ozempic 0.25 weekly.", "planned"),
    ("Prescriptions were written for prednisone 40 mg daily for five days.", "planned"),
    ("I went back to my old HCTZ.", "taking"),
    ("The gabapentin is doing great for my feet.", "taking"),
]


@pytest.mark.parametrize(("text", "exposures"), SAID)
def test_what_is_said_in_a_visit(kb: KnowledgeBase, text: str, exposures: str) -> None:
    assert " ".join(m.exposure.value for m in kb.scan(text)) == exposures

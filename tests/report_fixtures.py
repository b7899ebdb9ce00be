"""Reports built by hand, as the knowledge base gives them, for tests of what is rendered."""

from __future__ import annotations

from typing import Any

from medcheck.model import (
    Basis,
    Codes,
    Confidence,
    Coverage,
    DatasetInfo,
    Entry,
    Exposure,
    Finding,
    Hop,
    JudgedIngredient,
    LookAlike,
    Meaning,
    Method,
    Report,
    Resolution,
    SourceRef,
    Suggestion,
    TraceStep,
    Verdict,
    Why,
)

DISCLAIMER = (
    "This compares each medicine with what is documented about restless legs syndrome (RLS). "
    "It does not check interactions between medicines, doses, allergies, pregnancy or kidney function. "
    "It is information, not advice: do not start, stop or change a medicine because of it."
)
SOURCES = {
    "aasm-2025": SourceRef(
        "aasm-2025",
        "Treatment of restless legs syndrome and periodic limb movement disorder: an American Academy of "
        "Sleep Medicine clinical practice guideline",
        2025,
        "https://doi.org/10.5664/jcsm.11390",
        "good practice statement on exacerbating factors, as reported by HealthDay",
        "guideline",
        "10.5664/jcsm.11390",
        "39324694",
        "summary",
        "Winkelman JW, Berkowski JA, DelRosso LM, et al. (AASM)",
    ),
    "aan-2016": SourceRef(
        "aan-2016",
        "Practice guideline summary: treatment of restless legs syndrome in adults",
        2016,
        "https://doi.org/10.1212/WNL.0000000000003388",
        "abstract",
        "guideline",
        "10.1212/WNL.0000000000003388",
        "27856776",
        "abstract",
        "Winkelman JW, Armstrong MJ, Allen RP, et al. (American Academy of Neurology)",
    ),
    "fpdb-2012": SourceRef(
        "fpdb-2012",
        "Drugs associated with restless legs syndrome: a case/noncase study in the French "
        "Pharmacovigilance Database",
        2012,
        "https://doi.org/10.1097/JCP.0b013e31826e6ea1",
        "abstract",
        "pharmacovigilance",
        "10.1097/JCP.0b013e31826e6ea1",
        "",
        "abstract",
        "Perez-Lloret S, Rey MV, Bondon-Guitton E, Rascol O, Montastruc JL",
    ),
    "propranolol-mds": SourceRef(
        "propranolol-mds",
        "Restless leg syndrome after propranolol administration (congress case)",
        None,
        "https://mdsabstracts.org/?p=20868",
        "congress abstract (lay claim: seed-004 bullet 3)",
        "case_report",
        "",
        "",
        "abstract",
        "MDS Abstracts",
    ),
    "seed-002": SourceRef(
        "seed-002",
        "What triggers restless legs",
        None,
        "",
        "Endocrine Imbalances and Medication Side Effects",
        "lay_web_seed",
        "",
        "",
        "full",
        "unattributed web page",
    ),
    "seed-004": SourceRef(
        "seed-004",
        "Causes of restless legs",
        None,
        "",
        "bullet 3",
        "lay_web_seed",
        "",
        "",
        "full",
        "unattributed web page (user 'WoodFire')",
    ),
    "lam-2017": SourceRef(
        "lam-2017",
        "Proton pump inhibitor and histamine-2 receptor antagonist use and iron deficiency",
        2017,
        "https://pubmed.ncbi.nlm.nih.gov/27890768/",
        "not recorded",
        "cohort",
        "",
        "27890768",
        "abstract",
        "Lam JR, Schneider JL, Quesenberry CP, Corley DA",
    ),
}
_number = iter(range(1_000, 100_000))  # never one of the ids written out below


def finding(
    effect: str,
    level: str,
    statement: str,
    source: str,
    *,
    subject: str,
    basis: Basis = Basis.CLASS,
    confidence: Confidence = Confidence.HIGH,
    **more: Any,
) -> Finding:
    """One statement; ``subject`` is also its label."""
    return Finding(
        association_id=more.pop("association_id", f"a{next(_number):03}"),
        effect=effect,
        basis=basis,
        subject=subject,
        subject_label=more.pop("label", subject),
        statement=statement,
        evidence_level=level,
        confidence=confidence,
        headline=more.pop("headline", True),
        source=SOURCES[source],
        from_documents=level == "lay_web_seed",
        **more,
    )


def ingredient(
    name: str,
    verdict: Verdict = Verdict.UNDOCUMENTED,
    strongest: str | None = None,
    *findings: Finding,
    cautions: tuple[str, ...] = (),
    classes: tuple[str, ...] = (),
) -> JudgedIngredient:
    """One judged ingredient."""
    effects = tuple(dict.fromkeys(str(f.effect) for f in findings if f.headline and not f.superseded))
    codes = Codes(unii="8GTS82S83M", atc=("R06AA02",))
    return JudgedIngredient(name, name, classes, codes, verdict, strongest, effects, cautions, findings)


def meaning(name: str, verdict: Verdict, *ingredients: JudgedIngredient, **more: Any) -> Meaning:
    """One meaning of the given ingredients."""
    strongest = next((i.strongest for i in ingredients if i.verdict is verdict), None)
    return Meaning(
        name=name,
        kind=more.pop("kind", "brand"),
        regions=more.pop("regions", ()),
        method=more.pop("method", Method.EXACT),
        score=more.pop("score", 1.0),
        verdict=verdict,
        ingredients=ingredients,
        strongest=more.pop("strongest", strongest),
        **more,
    )


def entry(text: str, *meanings: Meaning, line: int = 1, **more: Any) -> Entry:
    """One entry of the given meanings."""
    order = list(Verdict)
    verdict = min((m.verdict for m in meanings), key=order.index, default=None)
    default = Resolution.EXACT if meanings else Resolution.UNRECOGNISED
    return Entry(
        input=text,
        line=line,
        part=more.pop("part", 1),
        resolution=more.pop("resolution", default),
        exposure=more.pop("exposure", Exposure.UNKNOWN),
        verdict=verdict,
        meanings=meanings,
        **more,
    )


def report(*entries: Entry, **more: Any) -> Report:
    """A report with the coverage counted from its entries."""
    keys = [
        "worsens",
        "withdrawal",
        "treats",
        "mixed",
        "less_likely",
        "undocumented",
        "ambiguous",
        "unrecognised",
        "not_taken",
    ]
    coverage = {"entries": len(entries)} | dict.fromkeys(keys, 0)
    not_taken = (Exposure.ALLERGY, Exposure.NEGATED, Exposure.FAMILY)
    for e in entries:
        if e.resolution is Resolution.UNRECOGNISED:
            coverage["unrecognised"] += 1
        elif e.exposure in not_taken:
            coverage["not_taken"] += 1
        elif e.resolution is Resolution.AMBIGUOUS:
            coverage["ambiguous"] += 1
        else:
            coverage[str(e.verdict)] += 1
    return Report(
        "0.1.0",
        DatasetInfo("2026.11.0", "2026-11-22", "ab" * 32),
        DISCLAIMER,
        Coverage(**coverage),
        entries,
        **more,
    )


def diphenhydramine() -> JudgedIngredient:
    """A sedating antihistamine: a guideline and a document say the same of its class."""
    return ingredient(
        "diphenhydramine",
        Verdict.WORSENS,
        "guideline",
        finding(
            "may_worsen",
            "guideline",
            "US sleep-medicine guidance says antihistamine medicines are among the factors to deal with "
            "first when treating restless legs.",
            "aasm-2025",
            subject="antihistamine",
            label="antihistamines",
            association_id="a010",
            read_in="healthday-aasm-2024",
        ),
        finding(
            "may_worsen",
            "lay_web_seed",
            "Certain medicines, including antihistamines, may provoke or intensify restless legs as a side "
            "effect, according to a lay web page.",
            "seed-002",
            subject="antihistamine",
            label="antihistamines",
            confidence=Confidence.LOW,
            association_id="a011",
        ),
        finding(
            "may_trigger",
            "pharmacovigilance",
            "Diphenhydramine is named in French reports of restless legs.",
            "fpdb-2012",
            subject="diphenhydramine",
            basis=Basis.INGREDIENT,
            headline=False,
            confidence=Confidence.LOW,
            association_id="a012",
        ),
        classes=("sedating_antihistamine", "antihistamine"),
    )


def gabapentin() -> JudgedIngredient:
    """Treats by guideline, while a document names its class a cause: superseded, still shown."""
    return ingredient(
        "gabapentin",
        Verdict.TREATS,
        "guideline",
        finding(
            "treats",
            "guideline",
            "US sleep-medicine guidance strongly recommends gabapentin for adults with restless legs.",
            "aasm-2025",
            subject="gabapentin",
            basis=Basis.INGREDIENT,
            association_id="a020",
        ),
        finding(
            "may_trigger",
            "lay_web_seed",
            "Anticonvulsant drugs, and some medicines used for seizures, are named as possible causes of "
            "restless legs, according to a lay web page.",
            "seed-004",
            subject="anticonvulsant",
            label="anticonvulsants",
            confidence=Confidence.LOW,
            association_id="a021",
            superseded_by="gabapentin",
            reason="more specific statements about gabapentin point another way",
        ),
        cautions=("do_not_stop",),
        classes=("gabapentinoid", "anticonvulsant"),
    )


def metoprolol() -> JudgedIngredient:
    """A beta-blocker: one case report and a document."""
    return ingredient(
        "metoprolol",
        Verdict.WORSENS,
        "case_report",
        finding(
            "may_trigger",
            "case_report",
            "The medical evidence found for beta-blockers is a single case with propranolol; a lay web page "
            "also lists them.",
            "propranolol-mds",
            subject="beta_blocker",
            label="beta-blockers",
            confidence=Confidence.LOW,
        ),
        finding(
            "may_trigger",
            "lay_web_seed",
            "Beta-blockers may cause restless legs, according to a lay web page.",
            "seed-004",
            subject="beta_blocker",
            label="beta-blockers",
            confidence=Confidence.LOW,
        ),
        cautions=("do_not_stop",),
    )


def pramipexole() -> JudgedIngredient:
    """Treats, with augmentation and withdrawal."""
    return ingredient(
        "pramipexole",
        Verdict.TREATS,
        "guideline",
        finding(
            "treats",
            "guideline",
            "The American Academy of Neurology found strong evidence (Level A) that pramipexole relieves "
            "restless legs.",
            "aan-2016",
            subject="pramipexole",
            basis=Basis.INGREDIENT,
        ),
        finding(
            "augmentation",
            "guideline",
            "US sleep-medicine guidance suggests against the standard use of pramipexole for restless legs "
            "because of augmentation.",
            "aasm-2025",
            subject="pramipexole",
            basis=Basis.INGREDIENT,
        ),
        finding(
            "withdrawal_may_trigger",
            "review",
            "Stopping dopamine agonists can bring restless legs back.",
            "aasm-2025",
            subject="dopamine_agonist",
            label="dopamine agonists",
        ),
        finding(
            "treats",
            "lay_web_seed",
            "In some cases dopamine agonists may be prescribed to manage symptoms, according to a lay web "
            "page (it does not mention augmentation).",
            "seed-004",
            subject="dopamine_agonist",
            label="dopamine agonists",
            confidence=Confidence.LOW,
        ),
        cautions=("augmentation", "withdrawal_may_trigger", "do_not_stop"),
    )


def lorazepam(*, stopped: bool = False) -> JudgedIngredient:
    """A sedative: the document's withdrawal statement."""
    return ingredient(
        "lorazepam",
        Verdict.WITHDRAWAL,
        "health_service_page",
        finding(
            "withdrawal_may_trigger",
            "health_service_page",
            "The MedlinePlus encyclopedia says restless legs may occur in people who are stopping sedatives.",
            "fpdb-2012",
            subject="sedative",
            label="sedatives",
        ),
        finding(
            "withdrawal_may_trigger",
            "lay_web_seed",
            "Withdrawal from sedatives can cause restless legs symptoms, according to a lay web page.",
            "seed-004",
            subject="sedative",
            label="sedatives",
            confidence=Confidence.LOW,
        ),
        cautions=("withdrawal_may_trigger", "do_not_stop"),
    )


def famotidine() -> JudgedIngredient:
    """An H2 blocker: a document, and a pathway through iron."""
    return ingredient(
        "famotidine",
        Verdict.WORSENS,
        "lay_web_seed",
        finding(
            "may_trigger",
            "lay_web_seed",
            "H2 blockers may cause restless legs, according to a lay web page.",
            "seed-004",
            subject="h2_blocker",
            label="H2 blockers",
            confidence=Confidence.LOW,
        ),
        finding(
            "pathway",
            "cohort",
            "People supplied with H2 blockers for two years or more were about 1.6 times as likely to get a "
            "new diagnosis of iron deficiency.",
            "lam-2017",
            subject="h2_blocker",
            label="H2 blockers",
            basis=Basis.PATHWAY,
            headline=False,
            association_id="p002",
            hop=Hop(
                "iron_deficiency",
                "low iron",
                "Low iron is the best-supported reversible link.",
                "strong",
                ("aasm-2025", "aan-2016"),
            ),
        ),
    )


def twelve() -> Report:
    """A list of twelve as a person would paste it."""
    codeine = ingredient(
        "codeine",
        Verdict.TREATS,
        "health_service_page",
        finding(
            "treats",
            "health_service_page",
            "The NHS lists codeine among painkillers that may be prescribed for restless legs.",
            "aan-2016",
            subject="codeine",
            basis=Basis.INGREDIENT,
        ),
        cautions=("dependence_and_breathing", "do_not_stop"),
    )
    caffeine = ingredient(
        "caffeine",
        Verdict.WORSENS,
        "guideline",
        finding(
            "may_worsen",
            "guideline",
            "US sleep-medicine guidance lists caffeine among factors to address first when treating "
            "restless legs.",
            "aasm-2025",
            subject="caffeine",
        ),
        finding(
            "may_worsen",
            "lay_web_seed",
            "Caffeine may also exacerbate the condition, according to a lay web page.",
            "seed-004",
            subject="caffeine",
            confidence=Confidence.LOW,
        ),
    )
    quetiapine = ingredient(
        "quetiapine",
        Verdict.WORSENS,
        "guideline",
        finding(
            "may_worsen",
            "guideline",
            "US sleep-medicine guidance says dopamine-blocking medicines are among the factors to deal with "
            "first when treating restless legs.",
            "aasm-2025",
            subject="antipsychotic",
            label="antipsychotics",
        ),
        finding(
            "may_trigger",
            "lay_web_seed",
            "Antipsychotic drugs and neuroleptics may cause restless legs, according to a lay web page.",
            "seed-004",
            subject="antipsychotic",
            label="antipsychotics",
            confidence=Confidence.LOW,
        ),
        cautions=("do_not_stop",),
    )
    tylenol_pm = meaning(
        "tylenol pm", Verdict.WORSENS, ingredient("acetaminophen"), diphenhydramine(), regions=("CA", "US")
    )
    why = Why("seroquil", "seroquel", 1, 0.94, "psyquil", 0.8, 0.14)
    seroquel = meaning(
        "seroquel",
        Verdict.WORSENS,
        quetiapine,
        method=Method.FUZZY,
        score=0.94,
        read_as="Seroquel",
        why=why,
    )
    cetirizine = ingredient(
        "cetirizine",
        Verdict.LESS_LIKELY,
        "patient_org",
        finding(
            "preferred_alternative",
            "patient_org",
            "A patient site lists cetirizine among antihistamines it recommends for people with restless "
            "legs.",
            "fpdb-2012",
            subject="cetirizine",
            basis=Basis.INGREDIENT,
        ),
    )
    hydroxyzine = ingredient(
        "hydroxyzine", Verdict.WORSENS, "guideline", *diphenhydramine().findings, cautions=()
    )
    entries = (
        entry(
            "Tylenol PM 2 tabs qhs",
            tylenol_pm,
            line=1,
            trace=(TraceStep("dropped", "2 tabs qhs", "dose and times"),),
        ),
        entry("Seroquil 50mg", seroquel, line=2, resolution=Resolution.CORRECTED),
        entry("gabapentin 300", meaning("gabapentin", Verdict.TREATS, gabapentin()), line=3),
        entry("metoprolol succ ER 25", meaning("metoprolol", Verdict.WORSENS, metoprolol()), line=4),
        entry("Pepcid AC", meaning("pepcid ac", Verdict.WORSENS, famotidine()), line=5),
        entry("Mirapex 0.25 mg", meaning("mirapex", Verdict.TREATS, pramipexole()), line=6),
        entry("lorazepam 0.5 prn", meaning("lorazepam", Verdict.WITHDRAWAL, lorazepam()), line=7),
        entry(
            "Tylenol 3",
            meaning("tylenol 3", Verdict.WORSENS, codeine, caffeine, ingredient("acetaminophen")),
            line=8,
        ),
        entry(
            "Benadryl",
            meaning("benadryl", Verdict.WORSENS, diphenhydramine(), regions=("CA", "US")),
            meaning("benadryl", Verdict.LESS_LIKELY, cetirizine, regions=("UK",)),
            line=9,
            resolution=Resolution.AMBIGUOUS,
        ),
        entry(
            "hydroxyzine 25",
            meaning("hydroxyzine", Verdict.WORSENS, hydroxyzine),
            line=10,
            look_alikes=(LookAlike("hydralazine", "hydralazine", Verdict.UNDOCUMENTED, "fda-tallman"),),
        ),
        entry(
            "atorvastatin 20",
            meaning("atorvastatin", Verdict.UNDOCUMENTED, ingredient("atorvastatin")),
            line=11,
        ),
        entry(
            "asdfgh",
            line=12,
            suggestions=(
                Suggestion("aspirin", "aspirin", 0.6),
                Suggestion("asacol", "mesalamine", 0.58),
            ),
        ),
    )
    return report(*entries)

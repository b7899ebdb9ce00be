"""The main job on the shipped data: a real list in, one true answer per line out."""

from __future__ import annotations

from pathlib import Path

import pytest

from medcheck import KnowledgeBase
from medcheck.dataset import read_dataset
from medcheck.model import Entry, Exposure, Resolution, Verdict

DATA = Path(__file__).parent.parent / "data"

LIST = [
    # typed, resolution, verdict, what must be among the ingredients or the class
    ("Tylenol PM 2 tabs qhs", "exact", "worsens", "diphenhydramine"),
    ("lithium carbonate 300 mg cap BID", "exact", "worsens", "lithium"),
    ("Seroquil 50mg", "corrected", "worsens", "quetiapine"),
    ("gabapentin 300", "exact", "treats", "gabapentin"),
    ("metoprolol succ ER 25", "exact", "worsens", "metoprolol"),
    ("Pepcid AC", "exact", "worsens", "famotidine"),
    ("Mirapex 0.25 mg", "exact", "treats", "pramipexole"),
    ("zopiclone 7.5 nocte", "exact", "withdrawal", "zopiclone"),
    ("lorazepam 0.5 prn", "exact", "mixed", "lorazepam"),
    ("imipramine", "exact", "worsens", "imipramine"),
    ("oxycodone/APAP 5/325", "exact", "treats", "oxycodone"),
    ("Tylenol 3", "ambiguous", "worsens", "codeine"),
    ("coffee", "exact", "worsens", "caffeine"),
    ("red wine", "exact", "worsens", "ethanol"),
    ("nicotine patch", "exact", "worsens", "nicotine"),
    ("NyQuil", "exact", "worsens", "doxylamine"),
    ("Benadryl", "ambiguous", "worsens", "diphenhydramine"),
    ("SSRI", "exact", "worsens", "ssri"),
    ("atorvastatin 20", "exact", "undocumented", "atorvastatin"),
    ("Zyrtec", "exact", "less_likely", "cetirizine"),
    ("Zyprexa", "exact", "worsens", "olanzapine"),
    ("hydroxizine", "exact", "worsens", "hydroxyzine"),
    ("asdfgh", "unrecognised", None, None),
    ("tetramed", "exact", "undocumented", None),
    ("her mother called", "unrecognised", None, None),
    ("ferrous sulfate 325", "exact", "treats", "ferrous sulfate"),
]


@pytest.fixture(scope="module")
def kb(store_path: object) -> KnowledgeBase:
    return KnowledgeBase.open(str(store_path))


def subjects(entry: Entry) -> set[str]:
    return {i.id for m in entry.meanings for i in m.ingredients} | {m.class_id or "" for m in entry.meanings}


def test_the_list_gives_one_answer_per_line_in_order(kb: KnowledgeBase) -> None:
    report = kb.check(typed for typed, *_ in LIST)
    assert [e.input for e in report.entries] == [typed for typed, *_ in LIST]
    assert [e.line for e in report.entries] == list(range(1, len(LIST) + 1))
    assert sum(report.coverage[1:]) == len(LIST)


@pytest.mark.parametrize(("typed", "resolution", "verdict", "subject"), LIST, ids=[row[0] for row in LIST])
def test_each_line_of_the_list(
    kb: KnowledgeBase, typed: str, resolution: str, verdict: str | None, subject: str | None
) -> None:
    (entry,) = kb.check(typed).entries
    assert entry.resolution == resolution
    assert entry.verdict == verdict
    if subject:
        assert any(subject in s for s in subjects(entry))


def test_a_misspelling_says_what_it_was_read_as(kb: KnowledgeBase) -> None:
    (entry,) = kb.check("Seroquil 50mg").entries
    assert entry.meanings[0].read_as is not None
    assert entry.meanings[0].read_as.casefold() == "seroquel"
    assert entry.meanings[0].why is not None
    assert entry.meanings[0].why.distance == 1


def test_the_documents_statement_is_shown_superseded_on_gabapentin(kb: KnowledgeBase) -> None:
    (entry,) = kb.check("gabapentin").entries
    statements = [f for f in entry.meanings[0].ingredients[0].findings if f.from_documents]
    assert [(f.subject, f.source.id, f.superseded) for f in statements] == [
        ("anticonvulsant", "seed-004", True)
    ]


def test_benadryl_is_another_medicine_in_the_uk(kb: KnowledgeBase) -> None:
    (us,) = kb.check("Benadryl", region="US").entries
    (uk,) = kb.check("Benadryl", region="UK").entries
    assert (us.resolution, us.verdict, subjects(us)) == (
        Resolution.EXACT,
        Verdict.WORSENS,
        {"diphenhydramine", ""},
    )
    assert "diphenhydramine" not in subjects(uk)
    assert "acrivastine" in subjects(uk)


def test_both_ingredients_of_tylenol_3_stand_on_their_own(kb: KnowledgeBase) -> None:
    (entry,) = kb.check("Tylenol 3", region="CA").entries
    verdicts = {i.id: i.verdict for i in entry.meanings[0].ingredients}
    assert verdicts["codeine"] is Verdict.TREATS
    assert verdicts["caffeine"] is Verdict.WORSENS


STOPPED = [
    # typed, exposure, days since, verdict, a withdrawal caution or headline
    ("stopped Benadryl last week", Exposure.STOPPED, 7, "worsens", False),
    ("stopped lorazepam 3 days ago", Exposure.STOPPED, 3, "withdrawal", True),
    ("stopped imipramine", Exposure.STOPPED, None, "withdrawal", True),
    ("ran out of pramipexole 2 days ago", Exposure.STOPPED, 2, "withdrawal", True),
    ("tapering off zopiclone", Exposure.TAPERING, None, "withdrawal", True),
]


@pytest.mark.parametrize(("typed", "exposure", "days", "verdict", "withdrawal"), STOPPED)
def test_stopping(
    kb: KnowledgeBase, typed: str, exposure: Exposure, days: int | None, verdict: str, withdrawal: bool
) -> None:
    (entry,) = kb.check(typed, region="US").entries
    assert (entry.exposure, entry.days_since, entry.verdict) == (exposure, days, verdict)
    cautions = {c for m in entry.meanings for i in m.ingredients for c in i.cautions}
    assert ("withdrawal_may_trigger" in cautions) is withdrawal
    assert ("do_not_stop" in cautions) is withdrawal


TURNS = [
    # a line that turns from one medicine to another is two entries, each with its own exposure
    ("was on pramipexole now on gabapentin", [("pramipexole", "stopped"), ("gabapentin", "taking")]),
    ("d/c quetiapine start trazodone", [("quetiapine", "stopped"), ("trazodone", "planned")]),
    ("changed from citalopram to mirtazapine", [("citalopram", "stopped"), ("mirtazapine", "taking")]),
    ("Reglan - allergy - akathisia", [("metoclopramide", "allergy")]),
    ("compazine (allergy)", [("prochlorperazine", "allergy")]),
    ("Benadryl Allergy", [("diphenhydramine", "unknown")]),
    ("stop smoking patch", [("nicotine", "unknown")]),
]


@pytest.mark.parametrize(("typed", "wanted"), TURNS, ids=[t[0] for t in TURNS])
def test_each_medicine_of_a_line_has_its_own_exposure(
    kb: KnowledgeBase, typed: str, wanted: list[tuple[str, str]]
) -> None:
    entries = kb.check(typed, region="US").entries
    assert [(e.meanings[0].ingredients[0].id, e.exposure.value) for e in entries] == wanted


LOOK_ALIKES = [
    ("Zyrtec", "cetirizine"),
    ("Zyprexa", "olanzapine"),
    ("risperidone", "risperidone"),
    ("ropinirole", "ropinirole"),
    ("hydroxyzine", "hydroxyzine"),
    ("hydralazine", "hydralazine"),
    ("bupropion", "bupropion"),
    ("buspirone", "buspirone"),
    ("Lyrica", "pregabalin"),
    ("Lopressor", "metoprolol"),
    ("diphenhydramine", "diphenhydramine"),
    ("dimenhydrinate", "dimenhydrinate"),
    ("Celexa", "citalopram"),
    ("Celebrex", "celecoxib"),
    ("clonidine", "clonidine"),
    ("clonazepam", "clonazepam"),
]


@pytest.mark.parametrize(("typed", "ingredient"), LOOK_ALIKES)
def test_names_that_regulators_warn_of_are_their_own_drug(
    kb: KnowledgeBase, typed: str, ingredient: str
) -> None:
    (entry,) = kb.check(typed).entries
    assert entry.resolution is Resolution.EXACT
    assert subjects(entry) == {ingredient, ""}


def test_a_look_alike_is_about_the_name_as_written(kb: KnowledgeBase) -> None:
    (entry,) = kb.check("Lemsip", region="UK").entries
    assert not entry.look_alikes
    (entry,) = kb.check("Zyrtec", region="US").entries
    assert "zyprexa" in {other.name.casefold() for other in entry.look_alikes}


def test_an_allergy_is_never_worded_as_taken(kb: KnowledgeBase) -> None:
    (entry,) = kb.check("allergic to codeine").entries
    assert "not counted as taken" in entry.to_dict()["words"]


ODD = [
    "",
    "   ",
    "\x00\x00",
    "💊",
    "قرص",
    "'; DROP TABLE names; --",
    "a" * 200_000,
    "\ud800",
    "-" * 5000,
    "1 2 3",
]


@pytest.mark.parametrize("typed", ODD, ids=[repr(s[:12]) for s in ODD])
def test_odd_input_is_an_unrecognised_entry(kb: KnowledgeBase, typed: str) -> None:
    (entry,) = kb.check(typed).entries
    assert entry.input == typed
    assert entry.resolution is Resolution.UNRECOGNISED
    assert entry.verdict is None


def test_an_unknown_region_is_refused_with_the_list(kb: KnowledgeBase) -> None:
    with pytest.raises(ValueError, match="US, CA, UK"):
        kb.check("benadryl", region="XX")


def test_a_name_with_a_dose_behind_it_is_read_as_itself(kb: KnowledgeBase) -> None:
    """A twentieth of the names, another one whenever the number of names changes."""
    names = sorted(
        {row["name"] for row in read_dataset(DATA).rows("names") if "exact_only" not in row["flags"]}
    )
    asked = names[len(names) % 20 :: 20]
    lost = []
    for name in asked:
        alone, in_a_line = (
            [
                [[i.id for i in m.ingredients] or [m.class_id] for m in e.meanings]
                for e in kb.check(text).entries
            ]
            for text in (name, f"{name}, one twice daily")
        )
        if len(alone) == 1 and alone != in_a_line:
            lost.append(name)
    assert len(lost) <= len(asked) // 200, lost

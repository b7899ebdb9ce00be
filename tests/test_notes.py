"""Medicines in free text: exact spans whatever the text, and what is said of each."""

from __future__ import annotations

import pickle
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medcheck import KnowledgeBase
from medcheck.model import Exposure, Resolution, Verdict
from medcheck.notes import Mention
from medcheck.notes.folding import fold
from medcheck.notes.sections import kind_of_heading
from medcheck.notes.stream import scan_blocks


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


def found(kb: KnowledgeBase, text: str, **options: bool) -> list[tuple[str, str]]:
    mentions = kb.scan(text, **options)
    check_spans(text, mentions)
    return [(m.text, m.exposure.value) for m in mentions]


def check_spans(text: str, mentions: tuple[Mention, ...]) -> None:
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        if mention.exposure_span is not None:
            a, b = mention.exposure_span
            assert text[a:b] == mention.exposure_words
        end = mention.end


# --- exposure: one line per kind of cue -----------------------------------------------------

SAID = [
    ("She denies taking Ambien.", "negated"),
    ("No longer taking Zoloft.", "stopped"),
    ("Lisinopril d/c'd last week.", "stopped"),
    ("He is allergic to codeine.", "allergy"),
    ("Her mother takes lithium.", "family"),
    ("Weaning off Lexapro.", "tapering"),
    ("Ran out of pramipexole 3 days ago.", "stopped"),
    ("Consider starting gabapentin.", "planned"),
    ("Metformin was discontinued.", "stopped"),
    ("Warfarin held prior to surgery.", "stopped"),
    ("No history of oxycodone use.", "negated"),
    ("If pain, may take ibuprofen.", "planned"),
    ("He stopped Zoloft and started Lexapro.", "stopped taking"),
    ("Continue aspirin, hold metformin, start lisinopril.", "taking stopped planned"),
    ("Patient denies chest pain but takes aspirin daily.", "taking"),
    ("Lisinopril and metoprolol were stopped due to hypotension.", "stopped stopped"),
    ("Switched from Zoloft to Lexapro.", "stopped taking"),
    ("Zoloft was switched to Lexapro.", "stopped taking"),
    ("She lives with her husband and takes Prozac.", "taking"),
    ("His wife says he takes Ambien.", "taking"),
    ("She is not on aspirin, Plavix, or Coumadin.", "negated negated negated"),
    ("She never started Requip.", "negated"),
    ("She did not stop Requip.", "taking"),
    ("He was given morphine 4 mg IV.", "taking"),
    ("Family history: father on Sinemet.", "family"),
    ("Discontinued medications: Ambien, Xanax.", "stopped stopped"),
    ("Urine tox negative for cocaine.", "negated"),
    ("Last dose of Suboxone 2 days ago.", "stopped"),
    ("Aspirin (stopped), clopidogrel (continued).", "stopped taking"),
    ("Home meds: aspirin 81, lisinopril 10", "taking taking"),
    ("Taper prednisone over two weeks.", "tapering"),
    ("Advised to avoid Benadryl.", "negated"),
    ("Plan: Gabapentin 300 mg at bedtime.", "planned"),
    ("Gabapentin was mentioned.", "unknown"),
]


@pytest.mark.parametrize(("text", "exposures"), SAID, ids=[text for text, _ in SAID])
def test_what_is_said_of_each_medicine(kb: KnowledgeBase, text: str, exposures: str) -> None:
    assert " ".join(exposure for _, exposure in found(kb, text)) == exposures


def test_days_since_and_the_words_that_decided(kb: KnowledgeBase) -> None:
    text = "Feels well. Ran out of pramipexole 3 days ago."
    (mention,) = kb.scan(text)
    assert (mention.days_since, mention.exposure_words) == (3, "Ran out of")
    assert mention.exposure_span == (12, 22)
    assert mention.verdict is Verdict.WITHDRAWAL
    assert mention.is_historical


def test_sections_decide_where_a_sentence_says_nothing(kb: KnowledgeBase) -> None:
    text = "ALLERGIES: codeine.\n\nMEDICATIONS:\n1. Celexa 40 mg daily.\n2. Requip\n\nHOSPITAL COURSE: Requip helped."
    assert [e for _, e in found(kb, text)][:3] == ["allergy", "taking", "taking"]
    assert [m.section for m in kb.scan(text)] == ["allergies", "medications", "medications", "other"]


HEADINGS = [
    ("Medications on admission", "medications"),
    ("MEDICATIONS PRIOR TO ADMISSION", "medications"),
    ("Discharge medications", "medications"),
    ("Medication allergies", "allergies"),
    ("Past medical history", "other"),
    ("Past medications", "stopped"),
    ("Discontinued", "stopped"),
    ("Family medical history", "family"),
    ("Assessment and Plan", "assessment"),
    ("Laboratory data", "labs"),
    ("The patient is discharged with", ""),
]


@pytest.mark.parametrize(("heading", "kind"), HEADINGS, ids=[h for h, _ in HEADINGS])
def test_kinds_of_headings(heading: str, kind: str) -> None:
    assert kind_of_heading(heading) == kind


# --- what is no medicine ----------------------------------------------------------------------

NOTHING = [
    "Lithium level 0.8.",
    "lithium of 0.8 this morning",
    "Digoxin level was 1.2.",
    "sodium 135, potassium 3.4, chloride 105",
    "potassium of 3.4",
    "Iron deficiency anemia. Low iron. Iron studies pending.",
    "Dr. Allegra saw the patient with Mr. Xanax.",
    "He read the paper today and went to the port.",
    "vancomycin 15.2 mcg/mL",
    "Coffee ground emesis, a port wine stain, an alcohol pad.",
    "Methicillin-sensitive Staphylococcus aureus. Vancomycin-resistant enterococcus. Estrogen receptor positive.",
    "EtOH 180. Carbon dioxide 24.",
    "He works at a coffee shop.",
    "Potassium normalized.",
    "calcium 9.4, vitamin D 22.",
    "A frontal headache, the night nurse noted. He is well versed in it. Mucosal candidiasis.",
    "He likes smoked fish and a smoked ham.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_labs_diagnoses_people_and_words_are_no_medicines(kb: KnowledgeBase, text: str) -> None:
    assert found(kb, text) == []


SOMETHING = [
    ("She is taking iron.  Test was sent.", ["iron"]),
    ("Takes vit. D and St. John's wort.", ["vit. D", "St. John's wort"]),
    ("He smoked for 20 years.", ["smoked"]),
    ("smokes 1 ppd", ["smokes"]),
    ("Potassium 20 mEq daily", ["Potassium"]),
    ("told him to take a multivitamin with iron", ["multivitamin", "iron"]),
    ("lithium 450 mg b.i.d.", ["lithium"]),
    ("oxycodone/acetaminophen 5/325", ["oxycodone/acetaminophen"]),
    ("St. John's Wort and vitamin B-12", ["St. John's Wort", "vitamin B-12"]),
    ("SSRIs, coffee", ["SSRIs", "coffee"]),
    ("Zoloft (sertraline)", ["Zoloft", "sertraline"]),
    ("Tylenol PM", ["Tylenol PM"]),
    ("took nitroglycerin tablets", ["nitroglycerin"]),
    ("Xanax's effect", ["Xanax"]),
    ("lidocaine with 1:100,000 epinephrine", ["lidocaine", "epinephrine"]),
    ("Xylocaine with epinephrine 1:100,000", ["Xylocaine", "epinephrine"]),
    ("He does take a multivitamin with iron.", ["multivitamin", "iron"]),
    ("Bactrim DS one a day", ["Bactrim DS"]),
    ("On losartan, watch K. Gabapentin helps.", ["losartan", "Gabapentin"]),
    ("Seen by Dr. B.  Adderall and Zoloft help.", ["Adderall", "Zoloft"]),
    ("Tylenol\r\nPM", ["Tylenol\r\nPM"]),
    ("She takes Doan's Extra Strength daily.", ["Doan's Extra Strength"]),
    ("Goody\u2019s Extra Strength twice a day.", ["Goody\u2019s Extra Strength"]),
]


@pytest.mark.parametrize(("text", "names"), SOMETHING, ids=[text for text, _ in SOMETHING])
def test_names_are_found_whole(kb: KnowledgeBase, text: str, names: list[str]) -> None:
    assert [name for name, _ in found(kb, text)] == names


def test_misspellings_are_read_where_a_medicine_stands(kb: KnowledgeBase) -> None:
    text = "Takes metoprolal 25 mg bid and seroqel 50 mg qhs."
    mentions = kb.scan(text)
    assert [m.read_as for m in mentions] == ["metoprolol", "seroquel"]
    assert all(m.resolution is Resolution.CORRECTED for m in mentions)
    assert kb.scan(text, fuzzy=False) == ()
    assert kb.scan("Mr. Seroqel and Mrs. Metoprolal met.") == ()


def test_a_slash_combination_has_all_its_ingredients(kb: KnowledgeBase) -> None:
    (mention,) = kb.scan("takes oxycodone/APAP 5/325")
    assert {i.id for i in mention.meanings[0].ingredients} == {"oxycodone", "paracetamol"}


def test_the_region_chooses_the_meaning(kb: KnowledgeBase) -> None:
    (us,), (uk,) = kb.scan("took Benadryl", region="US"), kb.scan("took Benadryl", region="UK")
    assert us.resolution is Resolution.EXACT
    assert us.meanings != uk.meanings
    with pytest.raises(ValueError, match="US, CA"):
        kb.scan("x", region="XX")


# --- spans ------------------------------------------------------------------------------------

ODD = [
    ("💊💊 takes Se\u0301roquel\u0301 now", "Se\u0301roquel\u0301"),
    ("takes ＬＩＴＨＩＵＭ　carbonate", "ＬＩＴＨＩＵＭ　carbonate"),
    ("\u200b\u200bLith\u200bium 300 mg", "Lith\u200bium"),
    ("ﬁ ½ Ⅷ ß İ takes Zoloft®", "Zoloft"),
    ("tabs\tof\tAmbien\r\n", "Ambien"),
    ("naïve… “Ambien”—stopped", "Ambien"),
]


@pytest.mark.parametrize(("text", "name"), ODD, ids=range(len(ODD)))
def test_spans_do_not_drift(kb: KnowledgeBase, text: str, name: str) -> None:
    assert [n for n, _ in found(kb, text)] == [name]


PIECES = [
    "Zoloft", "zoloft", "Tylenol PM", "lithium", "iron", "seroqel", "vitamin B-12", "St. John’s Wort", "SSRI", "coffee",
    "stopped", "denies", "mother", "allergic to", "taking", "300 mg", "level", "was", "ALLERGIES:", "MEDICATIONS:\n",
    "\n", "\r\n", "\n\n", "\t", " ", " ", ", ", ". ", "; ", "(", ")", "/", "-", "'s", "💊", "e\u0301", "\u0301", "\u200b",
    "®", "ﬁ", "½", "ß", "İ", "Ａ", "12", "and", "Dr. ", "\x00", "\ud800", "…", "ⅷ",
]  # fmt: skip
PIECE = st.one_of(st.sampled_from(PIECES), st.text(max_size=6))
TEXTS = st.lists(st.tuples(PIECE, st.sampled_from(["", " ", " "])), max_size=25).map(
    lambda pieces: "".join(piece + space for piece, space in pieces)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_has_true_spans(kb: KnowledgeBase, text: str) -> None:
    check_spans(text, kb.scan(text))


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_a_form_feed_ends_everything(kb: KnowledgeBase, one: str, two: str) -> None:
    shift = len(one) + 1

    def moved(m: Mention) -> Mention:
        span = m.exposure_span
        facts = m.facts._replace(exposure_span=(span[0] + shift, span[1] + shift) if span else None)
        return Mention(m.start + shift, m.end + shift, m.text, facts)

    assert kb.scan(f"{one}\f{two}") == kb.scan(one) + tuple(map(moved, kb.scan(two)))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=12).map("".join))
def test_folding_leads_back(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(p) for p in range(1, len(folded.text) - 1)]
    assert origins == sorted(origins)
    assert all(0 <= o < max(1, len(text)) for o in origins)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS.map(lambda t: t.replace("\n", " ") + "\n\n"), max_size=8), st.integers(40, 400))
def test_blocks_give_the_same_as_the_whole(kb: KnowledgeBase, paragraphs: list[str], size: int) -> None:
    text = "".join(f"{p[:150].rstrip()}\n\n" for p in paragraphs)
    blocks = list(
        scan_blocks(kb.scanner(), [text[i : i + 7] for i in range(0, len(text), 7)], size=max(size, 310))
    )
    assert "".join(b.text for b in blocks) == text
    assert tuple(m for b in blocks for m in b.mentions) == kb.scan(text)


# --- a guest in another program ---------------------------------------------------------------


def test_mentions_are_values(kb: KnowledgeBase) -> None:
    mentions = kb.scan("takes Zoloft and stopped Ambien")
    assert pickle.loads(pickle.dumps(mentions)) == mentions
    assert len(set(mentions)) == 2
    assert mentions[0].exposure is Exposure.TAKING


def test_threads_get_the_same_answers(kb: KnowledgeBase) -> None:
    texts = [text for text, _ in SAID]
    expected = [kb.scan(text) for text in texts]
    answers: dict[int, list[tuple[Mention, ...]]] = {}
    fresh = KnowledgeBase.open(kb.store.path)
    threads = [
        threading.Thread(target=lambda n=n: answers.update({n: [fresh.scan(text) for text in texts]}))
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(answers[n] == expected for n in range(4))


HOSTILE = [
    "iron" + " " * 60_000, "Zoloft stopped " * 8_000, "seroqel 25 mg, Zoloft " * 4_000, "A" + " " * 60_000 + ":",
    "\n" * 60_000 + "iron", "Zoloft,\n" * 8_000, "vitamin" + " " * 60_000 + "b12", "St. " * 15_000, "(Zoloft" * 100,
    "she had used Zoloft for two weeks, which was not felt of no help than the same " * 1_500,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_takes_long(kb: KnowledgeBase, text: str) -> None:
    before = time.process_time()
    for mention in kb.scan(text):
        assert mention.facts.meanings
    assert time.process_time() - before < 10


@pytest.mark.parametrize("text", ["", " ", "\f\f", "a" * 100_000, "\ud800", "(" * 3000, "Zoloft" * 5000])
def test_odd_texts(kb: KnowledgeBase, text: str) -> None:
    assert kb.scan(text) == ()

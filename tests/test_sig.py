"""The words of a line: what each is read as, and what is said of taking it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medcheck.exposure import CUES, days_since, find_cues, read_exposure
from medcheck.sig import parse
from medcheck.sig.words import categories

# --- words ------------------------------------------------------------------------------------

NAMES = [
    ("diphenhydrAMINE HCl 25 mg tab PO qhs prn", "diphenhydrAMINE"),
    ("*NF* Memantine 5mg Tablet 10 mg PO", "Memantine"),
    ("1 x Seroquel XR 50", "Seroquel"),
    ("OCUPRESS /01264102/", "OCUPRESS"),
    ("zopiclone 7.5 nocte", "zopiclone"),
    ("NEURONTIN 1500 MG, QD, 900 MG EVENING, 300 MG MORNING AND MIDDAY", "NEURONTIN"),
    ("fluoxetine20mg", "fluoxetine"),
    ("albuterol HFA 90mcg 2 puffs q4-6h prn", "albuterol"),
    ("24 HR Metformin 500 MG Extended Release Oral Tablet", "Metformin"),
    ("Morphine 2-4 mg IV Q4H:PRN", "Morphine"),
    ("(VANCOMYCIN)", "VANCOMYCIN"),
    ("Jolivette 28 Day Pack", "Jolivette"),
    ("take two tablets by mouth at bedtime", ""),
    ("q6h", ""),
    ("-----", ""),
    ("", ""),
]


@pytest.mark.parametrize(("line", "name"), NAMES)
def test_dose_form_route_and_time_are_set_aside(line: str, name: str) -> None:
    assert parse(line).name == name


CATEGORIES = [
    ("2.5mg", "strength"),
    ("100mcg/ml", "strength"),
    ("5%", "strength"),
    ("1,000", "number"),
    ("p.r.n.", "frequency"),
    ("b.i.d.", "frequency"),
    ("q12h", "frequency"),
    ("x30", "frequency"),
    ("B12", ""),
    ("Q10", ""),
    ("5FU", ""),
    ("HCl", "salt"),
    ("Sandoz", "company"),
]


@pytest.mark.parametrize(("text", "category"), CATEGORIES)
def test_each_word_is_of_one_kind(text: str, category: str) -> None:
    assert parse(text).tokens[0].category == category


ROUTES = [
    ("timolol 0.5% eye drops", "eye"),
    ("fluticasone nasal spray", "nasal"),
    ("salbutamol 2 puffs", "inhaled"),
    ("hydrocortisone cream", "skin"),
    ("fentanyl 25 mcg patch", "patch"),
    ("haloperidol 5 mg IM", "injection"),
    ("prochlorperazine suppository", "rectal"),
    ("quetiapine 25 mg tablet", ""),
    ("lorazepam 1 mg PO/IV", ""),
    ("quetiapine", ""),
    ("I'm on sertraline", ""),
    ("I’m on haloperidol IM", "injection"),
]


@pytest.mark.parametrize(("line", "route"), ROUTES)
def test_the_route_is_read_from_route_and_form(line: str, route: str) -> None:
    assert parse(line).route == route


def test_pieces_and_statements_are_told_apart() -> None:
    tokens = parse("Zoloft 50, trazodone and melatonin; lithium. Aspirin").tokens
    places = {t.text: (t.clause, t.piece) for t in tokens if t.is_word}
    assert places == {
        "Zoloft": (0, 0),
        "trazodone": (0, 1),
        "melatonin": (0, 2),
        "lithium": (1, 3),
        "Aspirin": (2, 4),
    }


def test_abbreviations_and_capitals_after_a_stop_do_not_end_a_statement() -> None:
    assert {t.clause for t in parse("Hydrocortisone Na Succ. 100mg. Vial").tokens} == {0}


def test_a_word_is_listed_in_its_folded_form() -> None:
    from medcheck.text import normalize

    assert [w for w in categories() if normalize(w) != w] == []


@given(st.text(max_size=300))
def test_any_text_is_a_line_and_words_are_where_they_say(line: str) -> None:
    end = 0
    for token in parse(line).tokens:
        assert line[token.start : token.end] == token.text
        assert end <= token.start < token.end
        end = token.end


# --- exposure ---------------------------------------------------------------------------------

EXPOSURES = [
    # (line in which DRUG is the medicine, exposure, days)
    ("DRUG", "unknown", None),
    ("stopped DRUG last week", "stopped", 7),
    ("stopped DRUG 3 days ago", "stopped", 3),
    ("stopped DRUG a couple of weeks ago", "stopped", 14),
    ("stopped DRUG yesterday", "stopped", 1),
    ("DRUG stopped this morning", "stopped", 0),
    ("DRUG had been discontinued about 1 week ago", "stopped", 7),
    ("d c DRUG", "stopped", None),
    ("hold DRUG", "stopped", None),
    ("no longer on DRUG", "stopped", None),
    ("no longer taking DRUG", "stopped", None),
    ("ran out of DRUG 3 days ago", "stopped", 3),
    ("off DRUG for 2 weeks", "stopped", 14),
    ("has not taken DRUG for 2 days", "stopped", 2),
    ("used to be on DRUG", "stopped", None),
    ("last dose of DRUG yesterday", "stopped", 1),
    ("DRUG for 7 days", "unknown", None),
    ("tapering DRUG", "tapering", None),
    ("weaning off DRUG", "tapering", None),
    ("DRUG taper", "tapering", None),
    ("missed doses of DRUG", "tapering", None),
    ("allergic to DRUG", "allergy", None),
    ("allergies DRUG", "allergy", None),
    ("DRUG allergy", "allergy", None),
    ("not allergic to DRUG", "unknown", None),
    ("denies DRUG", "negated", None),
    ("not taking DRUG", "negated", None),
    ("never took DRUG", "negated", None),
    ("DRUG never started", "negated", None),
    ("no DRUG", "negated", None),
    ("no change to DRUG", "unknown", None),
    ("mother takes DRUG", "family", None),
    ("her sons DRUG", "family", None),
    ("mother reports he takes DRUG", "taking", None),
    ("start DRUG on monday", "planned", None),
    ("consider starting DRUG", "planned", None),
    ("will start DRUG next week", "planned", None),
    ("DRUG to be started", "planned", None),
    ("taking DRUG", "taking", None),
    ("on DRUG", "taking", None),
    ("has not stopped DRUG", "taking", None),
]


@pytest.mark.parametrize(("line", "exposure", "days"), EXPOSURES)
def test_exposure_is_read_from_the_words_around(line: str, exposure: str, days: int | None) -> None:
    words = line.split()
    at = words.index("DRUG")
    reading = read_exposure(words, at, at + 1)
    assert (reading.exposure.value, reading.days_since) == (exposure, days)


def test_a_cue_after_a_list_piece_is_of_that_piece() -> None:
    words = ["zoloft", "50", "trazodone", "stopped"]
    pieces = [0, 0, 1, 1]
    said = [read_exposure(words, at, at + 1, clauses=[0] * 4, pieces=pieces).exposure.value for at in (0, 2)]
    assert said == ["unknown", "stopped"]


def test_what_is_started_later_is_not_what_was_stopped() -> None:
    words = ["stopped", "zoloft", "started", "paxil"]
    said = [
        read_exposure(words, at, at + 1, clauses=[0] * 4, pieces=[0, 0, 1, 1]).exposure.value for at in (1, 3)
    ]
    assert said == ["stopped", "taking"]


def test_the_rules_are_a_table_without_doubles() -> None:
    keys = [(c.phrase, c.side) for c in CUES]
    assert [k for k in set(keys) if keys.count(k) > 1] == []
    assert {c.side for c in CUES} == {"before", "after", "both"}
    assert {c.reach for c in CUES} == {"clause", "piece", "next"}


@given(st.lists(st.sampled_from(sorted({w for c in CUES for w in c.phrase} | {"x", "3", "days", "ago"}))))
def test_any_words_have_a_reading(words: list[str]) -> None:
    find_cues(words)
    days_since(words)
    for at in range(len(words)):
        reading = read_exposure(words, at, at + 1)
        assert all(0 <= a < b <= len(words) for a, b in reading.spans)

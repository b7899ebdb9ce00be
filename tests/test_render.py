"""What people and programs read: wordings, layout, and the same facts in every format."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from report_fixtures import (
    DISCLAIMER,
    diphenhydramine,
    entry,
    finding,
    gabapentin,
    ingredient,
    lorazepam,
    meaning,
    metoprolol,
    pramipexole,
    report,
    twelve,
)

import medcheck
from medcheck.model import Basis, Exposure, Method, Report, Resolution, Suggestion, Verdict, Why
from medcheck.render import FORMATS, render, wording
from medcheck.render.csv import COLUMNS, guarded
from medcheck.render.json import entry_to_dict, report_to_dict
from medcheck.render.layout import Line, columns, shorten, visible, wrap
from medcheck.render.markdown import escaped

SCHEMA = json.loads((Path(medcheck.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))
FORBIDDEN = re.compile(r"\bsafe\b|\bno interactions?\b", re.IGNORECASE)


def one(text: str) -> str:
    """Text on one line, as it was before it was wrapped."""
    return " ".join(text.split())


def text_of(*entries: Any, **more: Any) -> str:
    return render(report(*entries, **more))


# --- wordings ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verdict", "strongest", "words"),
    [
        (
            Verdict.WORSENS,
            "cohort",
            "Documented as possibly triggering or worsening RLS "
            "(strongest source: cohort or cross-sectional study).",
        ),
        (
            Verdict.TREATS,
            "trial",
            "Documented as a treatment of RLS or as helpful "
            "(strongest source: systematic review or trial). That is not advice to take it.",
        ),
        (
            Verdict.MIXED,
            "review",
            "Sources point both ways; both are shown (strongest source: review).",
        ),
        (
            Verdict.WITHDRAWAL,
            "lay_web_seed",
            "Stopping is documented to trigger RLS symptoms; do not change it without the prescriber. "
            "Strongest source: lay web page.",
        ),
        (
            Verdict.LESS_LIKELY,
            "patient_org",
            "Documented as less likely than its class to affect RLS (expert or patient organisation).",
        ),
    ],
)
def test_the_fixed_sentence_of_each_verdict(verdict: Verdict, strongest: str, words: str) -> None:
    assert wording.verdict_sentence(verdict, strongest) == words


def test_an_undocumented_medicine_is_recognised_and_nothing_more() -> None:
    words = wording.verdict_sentence(Verdict.UNDOCUMENTED, None, label="atorvastatin")
    assert words == (
        "Recognised as atorvastatin; this table holds no RLS statement about it. "
        "That is not evidence that it has no effect."
    )


def test_a_study_without_a_link_says_in_how_many_people() -> None:
    studied = finding(
        "no_signal",
        "cohort",
        "A Danish study of 10,875 people found no overall link.",
        "lam-2017",
        subject="ssri",
    )
    words = wording.verdict_sentence(Verdict.LESS_LIKELY, "cohort", deciding=[studied])
    assert words == ("Studied; no link found in 10,875 people (cohort or cross-sectional study). Not proof.")


def test_every_evidence_level_has_a_grade() -> None:
    from medcheck.assess.verdict import EVIDENCE_ORDER

    assert set(EVIDENCE_ORDER) == set(wording.GRADES)


def test_every_verdict_and_caution_has_words() -> None:
    assert set(wording.SHORT) == {v.value for v in Verdict}
    assert {"do_not_stop", "after_blood_test", "dependence_and_breathing"} <= set(wording.CAUTIONS)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("explain", [False, True])
def test_the_forbidden_words_never_appear(form: str, explain: bool) -> None:
    rendered = render(twelve(), form, explain=explain)
    assert not FORBIDDEN.search(rendered.replace(DISCLAIMER, ""))


@pytest.mark.parametrize("form", ["text", "json", "csv", "md", "ndjson"])
def test_one_disclaimer_a_report(form: str) -> None:
    assert one(render(twelve(), form)).count("do not start, stop or change a medicine") == 1


# --- coverage ---------------------------------------------------------------------------


def test_the_coverage_line_counts_every_entry_once() -> None:
    first = one(render(twelve()).split("\n\n")[0])
    assert first.startswith("12 names: ")
    assert sum(map(int, re.findall(r"(?:: |, )(\d+) ", first))) == 12


def test_no_names_is_said_plainly() -> None:
    assert render(report()).startswith("No names were given; nothing was checked.\n")


# --- one entry --------------------------------------------------------------------------


def test_a_combination_shows_each_ingredient_with_its_own_verdict() -> None:
    rendered = one(text_of(twelve().entries[0]))
    assert (
        "acetaminophen: nothing documented; diphenhydramine (antihistamines): worsens (guideline)" in rendered
    )


def test_a_correction_says_what_it_was_read_as() -> None:
    assert "2. Seroquil 50mg: read as Seroquel (one letter): quetiapine" in render(twelve())


def test_the_deciding_statement_is_cited_with_link_and_place() -> None:
    rendered = one(text_of(entry("pramipexole", meaning("pramipexole", Verdict.TREATS, pramipexole()))))
    assert "[Winkelman et al. 2016, doi.org/10.1212/WNL.0000000000003388, abstract]" in rendered


def test_a_superseded_document_is_shown_with_the_reason() -> None:
    rendered = one(text_of(entry("gabapentin", meaning("gabapentin", Verdict.TREATS, gabapentin()))))
    assert "Lay web page on the group anticonvulsants: Anticonvulsant drugs, and some" in rendered
    assert "Superseded: more specific statements about gabapentin point another way." in rendered


def test_augmentation_and_withdrawal_stand_beside_a_treatment() -> None:
    rendered = one(text_of(entry("pramipexole", meaning("pramipexole", Verdict.TREATS, pramipexole()))))
    assert "Long use can make RLS worse (augmentation)." in rendered
    assert "Stopping is documented to trigger RLS symptoms; do not change it" in rendered
    assert rendered.count("without the prescriber") == 1


def test_meanings_that_differ_are_all_named_and_none_is_picked() -> None:
    rendered = one(text_of(twelve().entries[8]))
    assert (
        "Could be diphenhydramine, in the US and Canada (documented: worsens) or cetirizine, "
        "in the UK (documented: less likely to affect RLS). Check the pack." in rendered
    )


def test_one_known_pack_of_several_is_not_the_answer() -> None:
    cold = meaning("theraflu", Verdict.WORSENS, diphenhydramine(), flags=("depends_on_pack",))
    rendered = one(text_of(entry("theraflu", cold, resolution=Resolution.AMBIGUOUS)))
    assert "Could be diphenhydramine (documented: worsens) or another pack of the same name." in rendered


def test_suggestions_are_questions() -> None:
    rendered = one(text_of(entry("metoprolal", suggestions=(Suggestion("metoprolol", "metoprolol", 0.9),))))
    assert "Not recognised; nothing was checked. Did you mean metoprolol?" in rendered


def test_a_look_alike_is_warned_of() -> None:
    assert "Easily confused with hydralazine (nothing documented). Check the label." in one(render(twelve()))


def test_a_route_gets_its_caveat() -> None:
    drops = meaning("timolol", Verdict.WORSENS, metoprolol(), route="eye")
    assert "taken by mouth or injection, not eye drops." in one(text_of(entry("timolol eye drops", drops)))


def test_a_pathway_is_a_pointer_and_never_the_verdict() -> None:
    assert "May matter indirectly: low iron." in one(render(twelve()))


def test_a_class_word_names_the_members_documented_otherwise() -> None:
    group = meaning(
        "anticonvulsants",
        Verdict.WORSENS,
        class_id="anticonvulsant",
        class_label="anticonvulsant",
        findings=gabapentin().findings[1:],
        strongest="lay_web_seed",
        except_members=(("gabapentin", "treats"), ("pregabalin", "treats")),
    )
    assert "Except: gabapentin (treats), pregabalin (treats)." in one(
        text_of(entry("anticonvulsants", group))
    )


# --- exposure ---------------------------------------------------------------------------


def test_a_stopped_medicine_is_spoken_of_in_the_past() -> None:
    stopped = entry(
        "stopped Benadryl last week",
        meaning("benadryl", Verdict.WORSENS, diphenhydramine()),
        exposure=Exposure.STOPPED,
        days_since=7,
    )
    rendered = one(text_of(stopped))
    assert "Stopped 7 days ago. Documented, while it was taken, as possibly" in rendered
    body = rendered.replace(one(DISCLAIMER), "")
    assert "Stopping is documented" not in body
    assert "do not stop" not in body.lower()


def test_a_stopped_sedative_prints_the_withdrawal_headline_first() -> None:
    stopped = entry(
        "stopped lorazepam 3 days ago",
        meaning("lorazepam", Verdict.WITHDRAWAL, lorazepam()),
        exposure=Exposure.STOPPED,
        days_since=3,
    )
    assert "Stopped 3 days ago. Stopping is documented to trigger RLS symptoms; do not change it" in one(
        text_of(stopped)
    )


def test_stopping_a_medicine_that_must_not_be_stopped_alone() -> None:
    stopped = entry(
        "stopped metoprolol",
        meaning("metoprolol", Verdict.WORSENS, metoprolol()),
        exposure=Exposure.STOPPED,
    )
    assert "Tell the prescriber if they do not know that it was stopped." in one(text_of(stopped))


@pytest.mark.parametrize(
    ("exposure", "words"),
    [
        (Exposure.ALLERGY, "Mentioned as an allergy; not counted as taken."),
        (Exposure.NEGATED, "Mentioned as not taken; not counted."),
        (Exposure.FAMILY, "Mentioned of someone else; not counted as taken."),
    ],
)
def test_what_is_not_taken_is_said_to_be_so(exposure: Exposure, words: str) -> None:
    mentioned = entry("benadryl", meaning("benadryl", Verdict.WORSENS, diphenhydramine()), exposure=exposure)
    rendered = one(text_of(mentioned))
    assert words in rendered
    assert "1 name: 1 mentioned but not counted as taken." in rendered


# --- layout -----------------------------------------------------------------------------


def test_twelve_medicines_fit_a_hundred_lines_of_eighty_columns() -> None:
    rows = render(twelve()).splitlines()
    assert len(rows) <= 100
    assert max(map(columns, rows)) <= 80


def test_a_long_list_says_a_statement_once_and_points_back() -> None:
    rendered = one(render(twelve()))
    assert "On antihistamines: see 1 above." in rendered
    assert rendered.count("antihistamine medicines are among the factors") == 1


def test_a_short_list_keeps_every_statement_with_its_entry() -> None:
    short = report(*twelve().entries[:2], twelve().entries[9])
    assert one(render(short)).count("antihistamine medicines are among the factors") == 2


def test_explain_leaves_nothing_out() -> None:
    rendered = one(render(twelve(), explain=True))
    for e in twelve().entries:
        for m in e.meanings:
            for i in m.ingredients:
                for f in i.findings:
                    assert f.source.id in rendered
                    assert f.statement in rendered
    assert "dropped: 2 tabs qhs (dose and times)" in rendered
    assert "more with --explain" not in rendered
    assert "[a012]" in rendered
    assert "Shown for completeness; not used for the verdict." in rendered
    assert "Superseded by gabapentin" in rendered


def test_wrapping_never_breaks_a_link_and_counts_wide_letters() -> None:
    link = "https://example.org/" + "x" * 90
    assert wrap(Line("body", f"see {link} now"), 80)[1].strip() == link
    assert all(columns(row) <= 20 for row in wrap(Line("body", "薬 " * 30), 20))
    assert shorten("薬" * 30, 10) == "薬薬薬..."


def test_control_characters_are_not_obeyed() -> None:
    nasty = entry("lith\x1b[2Jium\x00\u202e\ud83d", suggestions=())
    rendered = text_of(nasty)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e\ud800-\udfff]", rendered)
    assert visible("plain") == "plain"


def test_a_very_long_entry_is_shortened_on_screen_and_whole_in_json() -> None:
    long = "x" * 100_000
    assert len(text_of(entry(long))) < 2_000
    assert long in render(report(entry(long)), "json")


def test_parts_of_one_line_are_numbered() -> None:
    both = (
        entry("metoprolol", meaning("metoprolol", Verdict.WORSENS, metoprolol()), line=4, part=1),
        entry("gabapentin", meaning("gabapentin", Verdict.TREATS, gabapentin()), line=4, part=2),
    )
    rendered = text_of(*both)
    assert "\n4.1. metoprolol" in rendered
    assert "\n4.2. gabapentin" in rendered


def test_the_coloured_report_has_the_words_of_the_plain_one() -> None:
    from rich.console import Console

    from medcheck.render.lines import report_lines
    from medcheck.render.terminal import print_lines

    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=True, highlight=False, color_system="standard")
    print_lines(report_lines(twelve()), console)
    coloured = out.getvalue()
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(twelve())


# --- JSON -------------------------------------------------------------------------------


def full(value: Report) -> Report:
    """The report with a match explained, so that every key of the schema is used."""
    why = Why("seroquil", "seroquel", 1, 0.94, "psyquil", 0.8, 0.14, (("seroquil", 0.94),))
    first = value.entries[1].meanings[0]._replace(why=why)
    changed = value.entries[1]._replace(meanings=(first,))
    return value._replace(entries=(value.entries[0], changed, *value.entries[2:]))


def test_the_schema_is_one_and_holds_real_reports() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(render(full(twelve()), "json")), SCHEMA)
    jsonschema.validate(report_to_dict(report()), SCHEMA)


@pytest.mark.parametrize(
    "break_it",
    [
        lambda r: r.pop("disclaimer"),
        lambda r: r["entries"][0].pop("verdict"),
        lambda r: r["entries"][0].update(verdict="fine"),
        lambda r: r["entries"][0].update(verdict=None),
        lambda r: r["entries"][11].update(verdict="worsens"),
        lambda r: r["entries"][0]["meanings"][0]["ingredients"][1]["findings"][0].pop("source"),
        lambda r: r["coverage"].pop("unrecognised"),
        lambda r: r.update(schema=2),
    ],
)
def test_the_schema_refuses_a_broken_report(break_it: Any) -> None:
    broken = report_to_dict(twelve())
    break_it(broken)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA)


def test_the_schema_lets_keys_be_added() -> None:
    more = report_to_dict(twelve()) | {"later": 1}
    more["entries"][0]["later"] = True
    jsonschema.validate(more, SCHEMA)


def test_the_keys_of_the_design_are_there() -> None:
    shown = report_to_dict(twelve())
    first = shown["entries"][0]
    judged = first["meanings"][0]["ingredients"][1]
    assert judged["strongest"] == "guideline"
    assert judged["codes"] == {"unii": "8GTS82S83M", "drugbank": "", "atc": ["R06AA02"], "rxcui": []}
    assert judged["findings"][0]["source"]["locator"]
    assert first["words"].startswith("Documented as possibly")
    assert shown["entries"][11]["verdict"] is None
    assert shown["entries"][1]["meanings"][0]["read_as"] == "Seroquel"
    pathway = shown["entries"][4]["meanings"][0]["ingredients"][0]["findings"][1]
    assert pathway["basis"] == "pathway"
    assert pathway["then"]["state"] == "iron_deficiency"


def test_ndjson_is_one_entry_a_line_then_the_header() -> None:
    rows = [json.loads(row) for row in render(twelve(), "ndjson").splitlines()]
    assert len(rows) == 13
    assert rows[-1]["coverage"]["entries"] == 12
    assert "entries" not in rows[-1]
    assert rows[0] == entry_to_dict(twelve().entries[0])


def test_a_lone_surrogate_is_still_json() -> None:
    rendered = render(report(entry("a\ud83d")), "json").encode("utf-8", "backslashreplace")
    assert json.loads(rendered)["entries"][0]["input"] == "a\ud83d"


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_report_gives_the_same_bytes(form: str) -> None:
    value = twelve()
    assert render(value, form, explain=True) == render(value, form, explain=True)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="ndjson"):
        render(twelve(), "xml")


# --- CSV and Markdown -------------------------------------------------------------------


def rows_of(value: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(value, "csv"))))


def test_csv_has_one_row_an_entry_in_order() -> None:
    rows = rows_of(twelve())
    assert [row["input"] for row in rows] == [e.input for e in twelve().entries]
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["rls_ingredients"] == "acetaminophen=undocumented; diphenhydramine=worsens"
    assert rows[0]["rls_verdict"] == "worsens"
    assert rows[11]["rls_verdict"] == ""
    assert rows[11]["rls_resolution"] == "unrecognised"
    assert rows[11]["rls_words"].startswith("Not recognised; nothing was checked.")
    assert rows[2]["rls_documents"].endswith("point another way.")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_csv_guards_formulas(cell: str) -> None:
    assert guarded(cell) == "'" + cell
    assert rows_of(report(entry(cell)))[0]["input"] == "'" + cell


def test_csv_keeps_quotes_commas_and_newlines_in_their_cell() -> None:
    odd = 'a "b", c\nd'
    assert rows_of(report(entry(odd)))[0]["input"] == odd


def test_markdown_shows_text_as_it_is() -> None:
    rendered = render(report(entry("a|b *c* <script> [x](y)")), "md")
    assert "<script>" not in rendered
    assert r"a\|b \*c\* \<script\>" in rendered
    assert escaped("https://doi.org/10.1/a_b") == "https://doi.org/10.1/a_b"


def test_markdown_lists_the_sources_of_what_it_shows() -> None:
    rendered = render(twelve(), "md")
    assert "| 1 | Tylenol PM 2 tabs qhs |" in rendered
    assert "- `aan-2016`: Winkelman JW" in rendered
    assert "](https://doi.org/10.1212/WNL.0000000000003388), 2016." in rendered


# --- odd findings -----------------------------------------------------------------------


def test_a_source_read_in_a_summary_is_marked() -> None:
    dopamine = ingredient(
        "x",
        Verdict.TREATS,
        "guideline",
        finding(
            "treats", "guideline", "It helps.", "lam-2017", subject="x", basis=Basis.INGREDIENT, read_in="y"
        ),
    )
    assert "(read in a report of it)" in one(text_of(entry("x", meaning("x", Verdict.TREATS, dopamine))))


def test_a_name_cut_short_asks_to_be_checked() -> None:
    cut = meaning("metoprolol", Verdict.WORSENS, metoprolol(), method=Method.TRUNCATED, read_as="metoprolol")
    rendered = one(text_of(entry("metopro", cut, resolution=Resolution.CORRECTED)))
    assert "read as metoprolol (cut short)" in rendered
    assert "check that this is the one that is meant" in rendered

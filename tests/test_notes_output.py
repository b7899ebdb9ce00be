"""What ``medcheck scan`` writes, and the spaCy component."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from medcheck import KnowledgeBase
from medcheck.notes.stream import scan_blocks
from medcheck.render.markup import brat_lines, marked, source_iri
from medcheck.render.mentions import mention_line

NOTE = 'ALLERGIES: codeine\r\n\r\nMEDICATIONS:\r\n1. Zoloft 50 mg 💊 daily.\r\n2. Tylenol\r\nPM <prn> & "tea".\r\nStopped Ambien 2 weeks ago.\r\n'


@pytest.fixture(scope="module")
def kb(store_path: Path) -> KnowledgeBase:
    return KnowledgeBase.open(store_path)


def run(store_path: Path, *args: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    env = os.environ | {"MEDCHECK_DB": str(store_path)}
    return subprocess.run(
        [sys.executable, "-m", "medcheck", "scan", *args], input=stdin, capture_output=True, env=env
    )


def test_json_ndjson_and_the_library_agree(kb: KnowledgeBase, store_path: Path) -> None:
    mentions = [json.loads(json.dumps(m.to_dict())) for m in kb.scan(NOTE)]
    whole = json.loads(run(store_path, "-", "--format", "json", stdin=NOTE.encode()).stdout)
    assert whole["mentions"] == mentions
    assert whole["schema"] == 1
    assert "advice" in whole["disclaimer"]
    lines = run(store_path, "-", "--format", "ndjson", stdin=NOTE.encode()).stdout.splitlines()
    assert [json.loads(line) for line in lines[:-1]] == mentions
    assert json.loads(lines[-1])["schema"] == 1


def test_json_of_a_text_without_medicines(store_path: Path) -> None:
    assert (
        json.loads(run(store_path, "-", "--format", "json", stdin=b"nothing here").stdout)["mentions"] == []
    )
    assert json.loads(run(store_path, "-", "--format", "w3c", stdin=b"").stdout)["items"] == []


ODD_ENDS = "takes\x85Zoloft\u2028daily.\u2029Tylenol\u2028PM\r\n"
"""Characters at which :meth:`str.splitlines` ends a line, and JSON does not."""


@pytest.mark.parametrize("form", ["json", "w3c", "ndjson"])
def test_line_ends_that_only_unicode_knows_break_no_json(store_path: Path, form: str) -> None:
    shown = run(store_path, "-", "--format", form, stdin=ODD_ENDS.encode()).stdout.decode()
    pieces = shown.splitlines()
    assert pieces == shown.removesuffix("\n").split("\n")
    read = [json.loads(line) for line in pieces] if form == "ndjson" else json.loads(shown)
    assert "Zoloft" in json.dumps(read)
    if form == "w3c":
        assert read["items"][0]["target"]["selector"][1]["suffix"].startswith("\u2028daily.\u2029")


def test_brat_has_a_fragment_for_each_line(kb: KnowledgeBase) -> None:
    mentions = kb.scan(NOTE)
    lines = [line for n, m in enumerate(mentions, 1) for line in brat_lines(m, n)]
    bound = [line.split("\t") for line in lines if line.startswith("T")]
    for _, places, text in bound:
        spans = [tuple(map(int, part.split())) for part in places.removeprefix("Medication ").split(";")]
        assert " ".join(NOTE[a:b] for a, b in spans) == text
    assert any(";" in places for _, places, _ in bound)
    assert len({line.split("\t")[0] for line in lines}) == len(lines)


def test_w3c_selectors_point_at_the_words(store_path: Path) -> None:
    page = json.loads(run(store_path, "-", "--format", "w3c", stdin=NOTE.encode()).stdout)
    assert page["type"] == "AnnotationPage"
    for item in page["items"]:
        position, quote = item["target"]["selector"]
        assert NOTE[position["start"] : position["end"]] == quote["exact"]
        assert NOTE[: position["start"]].endswith(quote["prefix"])
        assert NOTE[position["end"] :].startswith(quote["suffix"])


def test_w3c_ids_follow_from_the_text_and_the_bodies_hold_the_verdict(
    kb: KnowledgeBase, store_path: Path, tmp_path: Path
) -> None:
    note = tmp_path / "a note: 50% #1.txt"
    note.write_bytes(NOTE.encode())

    def page(text: bytes, path: str = "-") -> dict[str, Any]:
        shown: dict[str, Any] = json.loads(run(store_path, path, "--format", "w3c", stdin=text).stdout)
        return shown

    first, again, other = page(NOTE.encode()), page(NOTE.encode()), page(NOTE.encode() + b".")
    assert first == again
    ids = [found["id"] for shown in (first, other) for found in (shown, *shown["items"])]
    assert len(set(ids)) == len(ids)
    assert all(UUID(found).version == 5 for found in ids)
    assert kb.info().version in first["generator"]["name"]
    for item, mention in zip(first["items"], kb.scan(NOTE), strict=True):
        said = [body["value"] for body in item["body"] if body["purpose"] == "classifying"]
        assert said[:2] == [mention.exposure.value, mention.verdict.value if mention.verdict else None]
        assert item["generator"] == first["generator"]
    assert page(b"", str(note))["items"][0]["target"]["source"] == note.as_uri()
    assert source_iri("a note: 50% #1.txt") == "a%20note%3A%2050%25%20%231.txt"


@pytest.mark.parametrize("form", ["text", "json", "ndjson"])
def test_brief_leaves_the_statements_out(kb: KnowledgeBase, store_path: Path, form: str) -> None:
    shown = run(store_path, "-", "--brief", "--format", form, stdin=NOTE.encode()).stdout.decode()
    if form == "text":
        assert '(stopped, "Stopped"): ' in shown
        assert " (zolpidem)\n" in shown
        return
    found = json.loads(shown)["mentions"] if form == "json" else list(map(json.loads, shown.splitlines()))
    mentions = kb.scan(NOTE)
    for brief, mention in zip(found, mentions, strict=False):
        assert [brief[k] for k in ("start", "end", "text")] == [mention.start, mention.end, mention.text]
        assert brief["exposure"] == mention.exposure.value
        assert brief["ingredients"] == [i.id for m in mention.meanings for i in m.ingredients]
        assert "meanings" not in brief
    assert len(found) == len(mentions) + (form == "ndjson")


def test_brief_of_a_format_without_statements_is_wrong_usage(store_path: Path) -> None:
    assert run(store_path, "-", "--brief", "--format", "html").returncode == 2


def test_html_without_its_marks_is_the_text(kb: KnowledgeBase) -> None:
    shown = marked(NOTE, kb.scan(NOTE))
    assert shown.count("<mark ") == len(kb.scan(NOTE))
    assert unescape(re.sub(r"</?mark[^>]*>", "", shown)) == NOTE
    assert "<prn>" not in shown
    assert "<script" not in marked("<script>takes Zoloft</script>", kb.scan("<script>takes Zoloft</script>"))


def test_a_line_to_read(kb: KnowledgeBase) -> None:
    (mention,) = kb.scan("stopped Ambien")
    assert mention_line(mention).startswith('8-14 Ambien (stopped, "stopped"): ')


BAD = [
    (b"\x00\x01binary", "not text"),
    (b"\x89PNG\r\n\x1a\n\x00", "a picture, not text"),
    (b"%PDF-1.7 takes Zoloft", "a PDF, not text; save the note as plain text"),
    (b"PK\x03\x04 takes Zoloft", "a Word, Excel or zip file"),
    (b"{\\rtf1 takes Zoloft}", "a rich text (RTF) file"),
    ("takes Zoloft".encode("utf-32"), "UTF-32"),
    ("takes Zoloft".encode("utf-16-le"), "UTF-16 without a byte order mark"),
]


@pytest.mark.parametrize(("raw", "words"), BAD)
def test_what_is_no_text_is_refused(store_path: Path, raw: bytes, words: str) -> None:
    done = run(store_path, "-", stdin=raw)
    assert done.returncode == 4
    assert words in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_a_missing_file_and_a_directory(store_path: Path, tmp_path: Path) -> None:
    assert run(store_path, str(tmp_path / "none.txt")).returncode == 4
    assert run(store_path, str(tmp_path)).returncode == 4


def test_encodings(store_path: Path) -> None:
    latin = run(store_path, "-", "--format", "ndjson", stdin="café, stopped Ambien".encode("latin-1"))
    assert json.loads(latin.stdout.splitlines()[0])["start"] == 14
    assert b"Latin-1" in latin.stderr
    for raw in (b"\xef\xbb\xbfAmbien", "Ambien".encode("utf-16")):
        assert (
            json.loads(run(store_path, "-", "--format", "ndjson", stdin=raw).stdout.splitlines()[0])["start"]
            == 0
        )


def test_a_very_long_line_is_read_in_pieces(kb: KnowledgeBase) -> None:
    text = "he takes Zoloft daily and feels well " * 20_000
    blocks = list(scan_blocks(kb.scanner(), [text], fuzzy=False))
    assert len(blocks) > 2
    mentions = [m for b in blocks for m in b.mentions]
    assert len(mentions) == 20_000
    assert all(text[m.start : m.end] == "Zoloft" for m in mentions)


def test_the_section_goes_on_in_the_next_block(kb: KnowledgeBase) -> None:
    text = "ALLERGIES:\n\n" + "nothing else\n\n" * 40 + "codeine\n\n"
    blocks = list(scan_blocks(kb.scanner(), [text], size=100))
    assert [m.exposure.value for b in blocks for m in b.mentions] == ["allergy"]


def test_the_spacy_component(store_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    import medcheck.spacy_component  # noqa: F401

    nlp = spacy.blank("en")
    nlp.add_pipe("medcheck", config={"path": str(store_path), "set_ents": True})
    doc = nlp("She denies taking Ambien. Her mother takes lithium; he stopped Zoloft.")
    spans = doc.spans["medcheck"]
    assert (spans[0].text, spans[0].label_, spans[0].kb_id_) == ("Ambien", "MEDICATION", "zolpidem")
    assert [s._.medcheck["exposure"] for s in spans] == ["negated", "family", "stopped"]
    assert (spans[0]._.is_negated, spans[1]._.is_family, spans[2]._.is_historical) == (True, True, True)
    assert [e.text for e in doc.ents] == ["Ambien", "lithium", "Zoloft"]
    assert [row["text"] for row in doc._.medcheck] == ["Ambien", "lithium", "Zoloft"]
    sent = pickle.loads(pickle.dumps(nlp.get_pipe("medcheck")))
    marked_there = sent(nlp.make_doc("takes Ambien"))
    assert [s.text for s in marked_there.spans["medcheck"]] == ["Ambien"]
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again.spans["medcheck"][0]._.medcheck["name"] == "ambien"

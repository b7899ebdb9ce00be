"""The matcher: what it answers, what it refuses, and that every path answers alike."""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from medcheck.completion import find
from medcheck.english import is_english, is_word
from medcheck.fragments import IndexedKey
from medcheck.match import MatchOutcome, MemoryIndex, closest
from medcheck.model import Method
from medcheck.spelling import FAR, cost
from medcheck.text import compact, normalize

STORE = Path(__file__).parent.parent / "medcheck" / "medcheck.sqlite"

NAMES: tuple[tuple[str, str, bool, bool], ...] = (
    # name, drugs, in use, may be corrected into
    ("diphenhydramine", "diphenhydramine", True, True),
    ("diphenoxylate", "diphenoxylate", True, True),
    ("hydroxyzine", "hydroxyzine", True, True),
    ("hydralazine", "hydralazine", True, True),
    ("seroquel", "quetiapine", True, True),
    ("seroquel xr", "quetiapine", True, True),
    ("zantac", "ranitidine", True, True),
    ("xanax", "alprazolam", True, True),
    ("xanef", "enalapril", False, True),
    ("sonata", "zaleplon", True, False),
    ("synate", "secobarbital", True, True),
    ("amitriptyline", "amitriptyline", True, True),
    ("amitriptyline perphenazine", "amitriptyline+perphenazine", True, True),
    ("contrave", "bupropion+naltrexone", True, True),
    ("citalopram", "citalopram", True, True),
    ("escitalopram", "escitalopram", True, True),
    ("mirtazapine", "mirtazapine", True, True),
    ("clonazepam", "clonazepam", True, True),
    ("clorazepam", "clorazepate", True, True),
    ("tylenol pm", "diphenhydramine+paracetamol", True, True),
    ("sominex", "diphenhydramine|promethazine", True, True),
    ("midazolam", "midazolam", True, True),
    ("ondansetron", "ondansetron", True, True),
)


def keys_of(rows: Iterable[tuple[str, str, bool, bool]]) -> list[IndexedKey]:
    return [
        IndexedKey(n, normalize(name), compact(normalize(name)), tuple(drugs.split("|")), marketed, fuzzy)
        for n, (name, drugs, marketed, fuzzy) in enumerate(rows, start=1)
    ]


INDEX = MemoryIndex(keys_of(NAMES))


def look_up(text: str) -> MatchOutcome:
    return closest(INDEX, normalize(text))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("seroquil", "seroquel"),
        ("serroquel", "seroquel"),
        ("diphenhidramine", "diphenhydramine"),
        ("difenhydramine", "diphenhydramine"),
        ("diphenhydramin", "diphenhydramine"),
        ("hydroxizine", "hydroxyzine"),
        ("mirtazepin", "mirtazapine"),
        ("midalozam", "midazolam"),
        ("0ndansetr0n", "ondansetron"),
        ("tylenlpm", "tylenol pm"),
        ("sominx", "sominex"),
    ],
)
def test_slips_are_corrected(typed: str, name: str) -> None:
    outcome = look_up(typed)
    assert outcome.accepted is not None, outcome.declined
    assert (outcome.accepted.key.key, outcome.method) == (name, Method.FUZZY)
    assert outcome.candidates[0] == outcome.accepted
    assert not outcome.declined


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("sonate", "too close to another"),
        ("xanev", "too far"),
        ("clonrazepam", "too close to another"),
        ("contrive", "an English word"),
        ("asdfghjk", "nothing near"),
        ("xan", "too short"),
        ("xanx", "too short"),
    ],
)
def test_what_is_not_certain_is_not_answered(typed: str, why: str) -> None:
    outcome = look_up(typed)
    assert outcome.accepted is None and outcome.why is None
    assert (outcome.method, outcome.declined) == (Method.EXACT, why)


def test_what_is_declined_is_suggested_one_name_a_drug() -> None:
    names = [c.key.key for c in look_up("xanev").candidates]
    assert names[:2] == ["xanax", "xanef"] or names[:2] == ["xanef", "xanax"]
    drugs = [c.key.drugs for c in look_up("seroqel").candidates]
    assert len(drugs) == len(set(drugs))


def test_a_name_that_is_exact_only_blocks_and_is_offered_but_never_answered() -> None:
    outcome = look_up("sonnata")
    assert outcome.accepted is None
    assert outcome.candidates[0].key.key == "sonata"


def test_beginnings_are_their_own_method_and_respect_ambiguity() -> None:
    outcome = look_up("amitrip")
    assert outcome.method is Method.TRUNCATED
    assert outcome.accepted is not None and outcome.accepted.key.key == "amitriptyline"
    assert look_up("diphen").accepted is None, "diphenhydramine or diphenoxylate"
    assert {c.key.key for c in look_up("diphen").candidates} == {"diphenhydramine", "diphenoxylate"}
    assert look_up("tylenol").accepted is None, "a whole word is a family name, not a beginning"


def test_a_guard_can_refuse_but_not_allow() -> None:
    free = closest(INDEX, normalize("xanev"), look_alike_guard=lambda a, b: False)
    assert free.accepted is None
    typed = normalize("citalopran")
    assert closest(INDEX, typed).accepted is not None
    strict = closest(INDEX, normalize("clonazepan"), look_alike_guard=lambda a, b: True)
    assert closest(INDEX, normalize("clonazepan")).accepted is not None
    assert strict.accepted is None or len(strict.candidates) == 1


def test_why_says_how_it_was_judged() -> None:
    why = look_up("seroquil").why
    assert why is not None
    assert (why.typed, why.matched, why.distance) == ("seroquil", "seroquel", 1)
    assert 0.9 < why.similarity < 1 and why.runner_up is None and why.margin is None
    assert dict(why.parts) == {"edit cost": 0.65, "in use": 0.03, "score": round(why.similarity + 0.03, 4)}


LETTERS = string.ascii_lowercase


def one_letter_changes(word: str) -> set[str]:
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    lost = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed = {a + c + b[1:] for a, b in cuts if b for c in LETTERS}
    added = {a + c + b for a, b in cuts for c in LETTERS}
    return (lost | swapped | changed | added) - {word}


def test_no_one_letter_damage_is_answered_with_another_drug() -> None:
    known = {key.compact for key in keys_of(NAMES)}
    for key in keys_of(NAMES):
        for damaged in one_letter_changes(key.compact) - known:
            accepted = closest(INDEX, normalize(damaged)).accepted
            assert accepted is None or key.drugs == accepted.key.drugs, damaged


@pytest.mark.parametrize("typed", ["tylenol no 5", "tylenol no r", "sominexx", "sominex e"])
def test_more_or_fewer_drugs_are_another_medicine(typed: str) -> None:
    rows = [
        ("tylenol no 2", "codeine+paracetamol", True, True),
        ("tylenol no 4", "caffeine+codeine+paracetamol", True, True),
        ("sominex", "diphenhydramine|promethazine", True, True),
        ("sominex 2", "diphenhydramine", True, True),
    ]
    outcome = closest(MemoryIndex(keys_of(rows)), normalize(typed))
    assert outcome.accepted is None and outcome.declined == "too close to another"
    assert len(outcome.candidates) == 2, "both are offered"
    same = [(name, "diphenhydramine", marketed, fuzzy) for name, _, marketed, fuzzy in rows]
    assert closest(MemoryIndex(keys_of(same)), normalize(typed)).accepted, "variants of one medicine"


def test_the_beginning_of_another_drug_is_no_slip() -> None:
    rows = [("doxylamine", "doxylamine", True, True), ("doxylar", "doxycycline", True, True)]
    outcome = closest(MemoryIndex(keys_of(rows)), normalize("doxyla"))
    assert outcome.accepted is None
    assert {c.key.key for c in outcome.candidates} == {"doxylamine", "doxylar"}


@pytest.mark.parametrize(
    ("typed", "near"),
    [("probeta", "prometa"), ("argesic", "artesic"), ("vagistat", "vagistas"), ("condrin", "coldrin")],
)
def test_the_first_words_of_a_listed_name_are_no_slip(typed: str, near: str) -> None:
    family = [(f"{typed} la", "one", False, False), (near, "other", True, True)]
    outcome = closest(MemoryIndex(keys_of(family)), normalize(typed))
    assert outcome.accepted is None, "who leaves out the form means that family"
    assert {c.key.key for c in outcome.candidates} == {f"{typed} la", near}
    letters = [(f"{typed}la", "one", False, False), (near, "other", True, True)]
    accepted = closest(MemoryIndex(keys_of(letters)), normalize(typed)).accepted
    assert accepted is not None and accepted.key.key == near, "inside a word of a name not in use it may be"


def test_a_beginning_that_goes_on_from_another_name_is_not_answered() -> None:
    rows = [("dopamine", "dopamine", True, False), ("dopaminergic", "class:dopaminergic", True, True)]
    assert closest(MemoryIndex(keys_of(rows)), normalize("dopaminerg")).accepted is None
    assert closest(MemoryIndex(keys_of(rows[1:])), normalize("dopaminerg")).method is Method.TRUNCATED
    listed = [("dopaminergic", "class:dopaminergic", False, True)]
    assert closest(MemoryIndex(keys_of(listed)), normalize("dopaminerg")).accepted is None, "not in use"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("metrodinazil", "metronidazol"),  # three edits
        ("midazolamforte", "midazolam"),  # joined words
        ("mirtazep", "mirtazapine"),  # a misspelled beginning
        ("midaz", "midazolam"),  # a short beginning
        ("bricanil", "bricanyl"),  # exact-only and not in use
    ],
)
def test_what_is_too_far_to_answer_is_still_suggested(typed: str, name: str) -> None:
    more = [("metronidazol", "metronidazole", True, True), ("bricanyl", "terbutaline", False, False)]
    outcome = closest(MemoryIndex(keys_of([*NAMES, *more])), normalize(typed))
    assert outcome.accepted is None
    assert name in [c.key.key for c in outcome.candidates[:3]]


@pytest.mark.parametrize("word", ["glucometer", "colonoscopy", "endocarditis"])
def test_devices_procedures_and_diseases_are_words(word: str) -> None:
    assert is_word(word) and not is_word(word[-6:] + "q")


words = st.text("abcdeilnorst", min_size=4, max_size=12)


@given(st.lists(words, min_size=1, max_size=30, unique=True), st.data())
@settings(max_examples=60, deadline=None)
def test_the_index_misses_nothing_within_two_edits(names: list[str], data: st.DataObject) -> None:
    rows = [(name, f"d{n}", n % 2 == 0, n % 5 != 0) for n, name in enumerate(names)]
    index = MemoryIndex(keys_of(rows))
    typed = data.draw(st.one_of(words, st.sampled_from(names).flatmap(damaged_word)))

    class Everything:
        def fragment_keys(self, fragments: Sequence[str], /) -> list[IndexedKey]:
            return [key for key in keys_of(rows) if key.fuzzy or len(key.compact) >= 5]

    found, right = closest(index, normalize(typed)), closest(Everything(), normalize(typed))
    assert (found.accepted, found.method, found.declined) == (right.accepted, right.method, right.declined)
    near = [[c for c in outcome.candidates if c.distance <= 2 and c.cost] for outcome in (found, right)]
    assert near[0][:1] == near[1][:1]


def damaged_word(word: str) -> st.SearchStrategy[str]:
    once = st.sampled_from(sorted(one_letter_changes(word)))
    return once.flatmap(
        lambda w: st.sampled_from(sorted(one_letter_changes(w))) if len(w) > 4 else st.just(w)
    )


@given(words, words)
@settings(deadline=None)
def test_costs_are_symmetric_and_agree_with_the_distance(a: str, b: str) -> None:
    assert cost(a, b) == cost(b, a)
    distance = OSA.distance(a, b)
    assert (cost(a, b) == 0) == (a == b)
    if distance <= 2:
        assert cost(a, b) < FAR
        assert cost(a, b, distance) >= cost(a, b)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_gives_an_outcome(text: str) -> None:
    outcome = look_up(text)
    assert outcome == look_up(text)
    assert len(outcome.candidates) <= 5


def test_words() -> None:
    first = [is_word(w) for w in ("contrive", "contrave", "", "zyzzyva", "aardvark", "the")]
    assert first == [True, False, False, False, True, True] or first[:2] == [True, False]
    for _ in range(40):
        is_word("x")
    again = [is_word(w) for w in ("contrive", "contrave", "aardvark")]
    assert again == [True, False, True], "bisection and set agree"
    assert is_english("apple pie") and not is_english("sero quel")


def test_completion() -> None:
    assert find(INDEX, "sero")[:2] == ("seroquel", "seroquel xr")
    assert find(INDEX, "Xan", limit=2) == ("xanax", "xanef"), "names in use come first"
    assert find(INDEX, "seroqil") == ("seroquel",)
    assert find(INDEX, "  ") == ()


@pytest.mark.skipif(not STORE.exists(), reason="the store is not built: medcheck data build")
def test_store_and_memory_answer_alike() -> None:
    from medcheck.store import Store

    with Store.open(STORE) as store:
        index = MemoryIndex.from_store(store)
        names = sorted(key.compact for key in store.all_keys())[::397]
        for name in names:
            for typed in (name[:-1], name[1:], name[:2] + name[3:] + "e", name[:7], name[::-1], name + "x"):
                key = normalize(typed)
                assert closest(store, key) == closest(index, key), typed
                assert find(store, typed[:5]) == find(index, typed[:5])


@pytest.mark.parametrize(
    ("rows", "typed", "read"),
    [
        # a short word is no slip in a name of several, and no two slips in a longer one
        ([("iron tab", "iron", True, True)], "crontab", None),
        ([("red wines", "class:alcohol", True, True)], "readlines", None),
        ([("tylenol pm", "diphenhydramine+paracetamol", True, True)], "tylenalpm", "tylenol pm"),
        # a beginning is not completed to a name more than twice as long
        ([("valumeds aspirin free headache relief pm", "diphenhydramine+paracetamol", True, True)], "valume", None),
        ([("amitriptyline", "amitriptyline", True, True)], "amitrip", "amitriptyline"),
        # a listed short form of the same medicine does not stand in the way of its beginning
        (
            [("diphenhyd", "diphenhydramine", True, False), ("diphenhydramine", "diphenhydramine", True, True)],
            "diphenhydr",
            "diphenhydramine",
        ),
        # nor do names that go on from another spelling of it
        (
            [
                ("diphenhydramin", "diphenhydramine", True, True),
                ("diphenhydramine", "diphenhydramine", True, True),
                ("diphenhydramine n oxide", "amoxydramine", False, True),
            ],
            "diphenhydr",
            "diphenhydramin",
        ),
        # five letters that begin a name in use are no slip in another
        ([("serax", "oxazepam", True, True), ("seroxat", "paroxetine", True, True)], "serox", None),
    ],
)  # fmt: skip
def test_how_much_of_a_name_is_enough(
    rows: list[tuple[str, str, bool, bool]], typed: str, read: str | None
) -> None:
    accepted = closest(MemoryIndex(keys_of(rows)), normalize(typed)).accepted
    assert (accepted.key.key if accepted else None) == read

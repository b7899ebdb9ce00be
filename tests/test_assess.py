"""The rules of meaning on small made-up facts: each row of a table is one rule or one bug."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from medcheck.assess import judge_class, judge_ingredient, most_serious
from medcheck.assess.levels import class_levels, class_paths
from medcheck.model import (
    Alternative,
    Association,
    Caution,
    Confidence,
    DrugClass,
    Effect,
    Ingredient,
    Interplay,
    Pathway,
    Source,
    Stance,
    State,
    Verdict,
)

CLASSES = {
    "drug": ("family",),
    "family": ("kingdom",),
    "kingdom": (),
    "other": ("family",),
}


@dataclass
class SmallFacts:
    """A dictionary's worth of facts: one ingredient ``x`` in class ``drug`` unless told otherwise."""

    rows: list[Association]
    direct: tuple[str, ...] = ("drug",)
    classes: dict[str, tuple[str, ...]] = field(default_factory=lambda: CLASSES)
    standing: tuple[Caution, ...] = ()
    hops: tuple[Pathway, ...] = ()

    def ingredient(self, ingredient_id: str) -> Ingredient | None:
        return (
            Ingredient(ingredient_id, us_name="ex", class_ids=self.direct) if ingredient_id == "x" else None
        )

    def drug_class(self, class_id: str) -> DrugClass | None:
        return (
            DrugClass(class_id, class_id.title(), self.classes[class_id])
            if class_id in self.classes
            else None
        )

    def associations(self, subject_kind: str, subject: str) -> tuple[Association, ...]:
        return tuple(r for r in self.rows if (r.subject_kind, r.subject) == (subject_kind, subject))

    def pathways(self, subject_kind: str, subject: str) -> tuple[Pathway, ...]:
        return tuple(h for h in self.hops if (h.subject_kind, h.subject) == (subject_kind, subject))

    def cautions(self, subject_kind: str, subject: str) -> tuple[Caution, ...]:
        return tuple(c for c in self.standing if (c.subject_kind, c.subject) == (subject_kind, subject))

    def state(self, state_id: str) -> State | None:
        return State(state_id, state_id, "linked", ("s",), "weak")

    def source(self, source_id: str) -> Source | None:
        return Source(source_id, "A source", year=2020, kind="review") if source_id == "s" else None

    def members(self, class_id: str) -> tuple[str, ...]:
        return ("x",) if class_id in self.direct else ()

    def children(self, class_id: str) -> tuple[str, ...]:
        return tuple(c for c, parents in self.classes.items() if class_id in parents)

    def association(self, association_id: str) -> Association | None:
        return next((r for r in self.rows if r.association_id == association_id), None)

    def pathway(self, pathway_id: str) -> Pathway | None:
        return next((h for h in self.hops if h.pathway_id == pathway_id), None)

    def stances(self) -> tuple[Stance, ...]:
        return ()

    def alternatives(self) -> tuple[Alternative, ...]:
        return ()

    def interplay(self) -> tuple[Interplay, ...]:
        return ()


def row(text: str, number: int = 1) -> Association:
    """``"x may_worsen high"`` or ``"drug treats low guideline no"`` as an association."""
    subject, effect, confidence, *rest = text.split()
    level = rest[0] if rest else "review"
    return Association(
        association_id=f"t{number:02}",
        subject_kind="ingredient" if subject == "x" else "class",
        subject=subject,
        effect=Effect(effect),
        evidence_level=level,
        statement=text,
        source_id="s",
        locator="here",
        confidence=Confidence(confidence),
        headline=len(rest) < 2,
    )


def facts(*rows: str, **kwargs: object) -> SmallFacts:
    return SmallFacts([row(text, n) for n, text in enumerate(rows, 1)], **kwargs)  # type: ignore[arg-type]


CASES = [
    ("nothing documented", [], "undocumented", None),
    ("a class statement reaches its members", ["drug may_worsen low"], "worsens", "review"),
    ("a grandparent's too", ["kingdom may_trigger low"], "worsens", "review"),
    ("a parent's other child does not", ["other may_worsen high"], "undocumented", None),
    ("specific treats settles", ["x treats high", "drug may_worsen high"], "treats", "review"),
    ("low alone settles nothing", ["x treats low", "drug may_worsen high"], "mixed", "review"),
    ("class over parent", ["drug preferred_alternative moderate", "family may_worsen high"], "less_likely", "review"),
    ("harm and treats", ["x treats high", "x may_worsen low"], "mixed", "review"),
    ("mixed of its own beside general harm", ["x mixed low", "drug may_worsen high"], "mixed", "review"),
    ("harm beside mixed of its own level", ["x mixed high", "x may_worsen low"], "worsens", "review"),
    ("harm beside no_signal of its own level", ["x no_signal high", "x may_trigger low"], "worsens", "review"),
    ("treats beside mixed", ["x treats high", "x mixed low"], "mixed", "review"),
    ("only mixed", ["x mixed low"], "mixed", "review"),
    ("only no signal", ["x no_signal low"], "less_likely", "review"),
    ("only withdrawal", ["drug withdrawal_may_trigger low"], "withdrawal", "review"),
    ("low treats and withdrawal", ["x treats low", "drug withdrawal_may_trigger low"], "withdrawal", "review"),
    ("sure treats and withdrawal", ["x treats high", "drug withdrawal_may_trigger low"], "treats", "review"),
    ("augmentation is a caution", ["x treats high", "x augmentation high"], "treats", "review"),
    ("augmentation alone is no verdict", ["x augmentation high"], "undocumented", None),
    ("withdrawal never supersedes taking", ["x withdrawal_may_trigger high", "drug may_worsen low"], "worsens", "review"),
    ("headline no stays out", ["x may_worsen high guideline no"], "undocumented", None),
    (
        "a headline-no row settles nothing",
        ["x treats high guideline no", "drug may_worsen low lay_web_seed"],
        "worsens",
        "lay_web_seed",
    ),
    (
        "the strongest evidence is of the deciding rows",
        ["x treats high trial", "drug may_worsen high guideline"],
        "treats",
        "trial",
    ),
    ("the nearest settling level decides", ["drug treats moderate", "kingdom may_worsen high"], "treats", "review"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "verdict", "strongest"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_verdict_rules(rows: list[str], verdict: str, strongest: str | None) -> None:
    judged = judge_ingredient(facts(*rows), "x")
    assert judged.verdict == verdict
    assert judged.strongest == strongest


STOPPED = [
    ("withdrawal decides", ["x treats high", "drug withdrawal_may_trigger low"], "withdrawal"),
    ("without a row the verdict of taking stays", ["x may_worsen low"], "worsens"),
    ("withdrawal without a headline decides nothing", ["drug withdrawal_may_trigger low review no"], "undocumented"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "verdict"), [c[1:] for c in STOPPED], ids=[c[0] for c in STOPPED])
def test_stopping_asks_the_withdrawal_rows_first(rows: list[str], verdict: str) -> None:
    assert judge_ingredient(facts(*rows), "x", stopped=True).verdict == verdict


def test_a_superseded_statement_is_shown_with_its_reason() -> None:
    judged = judge_ingredient(facts("x treats high", "drug may_worsen low lay_web_seed"), "x")
    document = next(f for f in judged.findings if f.from_documents)
    assert document.superseded_by == "x"
    assert "ex" in (document.reason or "")
    assert judged.findings[0].effect == "treats"


def test_rows_that_point_the_same_way_are_not_superseded() -> None:
    judged = judge_ingredient(facts("x may_trigger high", "drug may_worsen low", "family treats low"), "x")
    assert [(f.subject, f.superseded) for f in judged.findings] == [
        ("x", False),
        ("drug", False),
        ("family", True),
    ]


def test_stopping_a_treatment_is_its_own_caution() -> None:
    judged = judge_ingredient(facts("x treats high", "x withdrawal_may_trigger low"), "x", stopped=True)
    assert "stopped_treatment" in judged.cautions
    assert judged.findings[0].effect == Effect.WITHDRAWAL_MAY_TRIGGER


def test_standing_cautions_come_from_data_for_any_level() -> None:
    standing = (Caution("class", "kingdom", "do_not_stop"), Caution("class", "other", "after_blood_test"))
    assert judge_ingredient(facts(standing=standing), "x").cautions == ("do_not_stop",)


def test_pathways_stand_after_the_findings_and_never_decide() -> None:
    hop = Pathway("p1", "class", "family", "low_iron", "may lower iron", "s", "", Confidence.HIGH)
    judged = judge_ingredient(facts("x no_signal low", hops=(hop,)), "x")
    assert judged.verdict is Verdict.LESS_LIKELY
    assert judged.findings[-1].hop is not None
    assert judged.findings[-1].hop.state == "low_iron"


def test_a_class_word_names_the_members_documented_otherwise() -> None:
    judged = judge_class(facts("x treats high", "family may_worsen low"), "family")
    assert judged.verdict is Verdict.WORSENS
    assert judged.except_members == (("ex", "treats"),)


def test_a_class_counts_at_its_longest_path() -> None:
    both = SmallFacts([], direct=("drug", "family"))
    assert class_levels(both, both.direct) == {"drug": 1, "family": 2, "kingdom": 3}
    assert class_paths(both, "drug") == (("drug", "family", "kingdom"),)


def test_an_unknown_ingredient_is_undocumented_not_an_error() -> None:
    assert judge_ingredient(facts(), "nothing").verdict is Verdict.UNDOCUMENTED


def test_most_serious_follows_the_order_of_the_verdicts() -> None:
    assert most_serious(list(Verdict)) is Verdict.WORSENS
    assert most_serious([]) is Verdict.UNDOCUMENTED


def test_a_street_name_is_never_told_as_a_treatment() -> None:
    rows = facts("x treats high guideline", "drug withdrawal_may_trigger low")
    judged = judge_ingredient(rows, "x", prescribed=False)
    assert judged.verdict is Verdict.WITHDRAWAL
    treats = next(f for f in judged.findings if f.effect == Effect.TREATS)
    assert treats.superseded
    assert "prescribes" in (treats.reason or "")


def test_a_class_that_shares_its_id_with_an_ingredient_keeps_its_label() -> None:
    both = SmallFacts(
        [row("x may_worsen low")._replace(subject_kind="class")],
        direct=("x",),
        classes={"x": ()},
    )
    (finding,) = judge_ingredient(both, "x").findings
    assert finding.subject_label == "X"

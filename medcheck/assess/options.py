"""Options that a source names as less likely to affect RLS: questions to ask, never advice."""

from __future__ import annotations

from collections.abc import Mapping

from medcheck.assess.facts import Facts
from medcheck.assess.sources import source_ref
from medcheck.model import Option, Verdict

__all__ = ["options_for"]

_NO_QUESTION = frozenset({Verdict.LESS_LIKELY, Verdict.UNDOCUMENTED})


def options_for(
    facts: Facts,
    subjects: Mapping[tuple[str, str], int],
    labels: Mapping[tuple[str, str], str],
    verdict: Verdict,
    *,
    stopped: bool = False,
) -> tuple[Option, ...]:
    """What sources name for the same purpose as one of ``subjects``, nearest subject first.

    Nothing is offered beside a medicine that is stopped or is itself documented as less likely to
    affect RLS, and no medicine is offered in place of itself.
    """
    if stopped or verdict in _NO_QUESTION:
        return ()
    found = []
    for row in facts.alternatives():
        level = subjects.get((row.subject_kind, row.subject))
        if level is None or (row.option_kind, row.option) in subjects:
            continue
        option = Option(
            kind=row.option_kind,
            id=row.option,
            label=_label(facts, row.option_kind, row.option),
            instead_of=labels[row.subject_kind, row.subject],
            for_purpose=row.for_purpose,
            statement=row.statement,
            source=source_ref(facts, row.source_id, row.locator),
        )
        found.append((level, option))
    return tuple(option for _, option in sorted(found, key=lambda pair: pair[0]))


def _label(facts: Facts, kind: str, subject: str) -> str:
    if kind == "class":
        drug_class = facts.drug_class(subject)
        return drug_class.label if drug_class else subject
    return subject

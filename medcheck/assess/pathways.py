"""Indirect statements: a medicine leads to a state of the body, and the state bears on RLS.

A chain is never called stronger than its weaker hop, and it never changes a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from medcheck.assess.facts import Facts
from medcheck.assess.sources import source_ref
from medcheck.model import Basis, Confidence, Finding, Hop, Pathway, State

__all__ = ["CHAIN_ORDER", "chain_strength", "pathway_finding", "pathway_findings"]

CHAIN_ORDER: tuple[str, ...] = ("strong", "moderate", "weak", "lay_only")
"""Strengths of a chain from strongest to weakest."""

_FIRST_HOP = {Confidence.HIGH: "strong", Confidence.MODERATE: "moderate", Confidence.LOW: "weak"}


def chain_strength(first: Confidence, second: str) -> str:
    """The strength of a chain of two hops: that of the weaker one.

    >>> chain_strength(Confidence.HIGH, "weak"), chain_strength(Confidence.MODERATE, "strong")
    ('weak', 'moderate')
    """
    hops = (_FIRST_HOP[first], second if second in CHAIN_ORDER else "weak")
    return max(hops, key=CHAIN_ORDER.index)


def pathway_finding(facts: Facts, row: Pathway, state: State, label: str) -> Finding:
    """One chain as a finding: the first hop is its statement, the second stands in ``hop``."""
    ref = source_ref(facts, row.source_id, row.locator)
    test_source = (
        source_ref(facts, state.test_source_id, state.test_locator) if state.test_source_id else None
    )
    return Finding(
        association_id=row.pathway_id,
        effect="pathway",
        basis=Basis.PATHWAY,
        subject=row.subject,
        subject_label=label,
        statement=row.statement,
        evidence_level=ref.kind,
        confidence=row.confidence,
        headline=False,
        source=ref,
        hop=Hop(
            state=state.state_id,
            label=state.label,
            statement=state.statement,
            strength=state.strength,
            sources=state.source_ids,
            chain=chain_strength(row.confidence, state.strength),
            test=state.test,
            test_source=test_source,
        ),
    )


def pathway_findings(
    facts: Facts, subjects: Iterable[tuple[str, str]], labels: Mapping[tuple[str, str], str]
) -> tuple[Finding, ...]:
    """The chains of an ingredient and its classes, the strongest first."""
    found = [
        pathway_finding(facts, row, state, labels[kind, subject])
        for kind, subject in subjects
        for row in facts.pathways(kind, subject)
        if (state := facts.state(row.state_id)) is not None
    ]
    return tuple(sorted(found, key=lambda f: CHAIN_ORDER.index(f.hop.chain) if f.hop else 0))

"""Claims on which sources disagree: every side is shown, the newest guideline first."""

from __future__ import annotations

from collections.abc import Sequence

from medcheck.assess.facts import Facts
from medcheck.assess.pathways import pathway_finding
from medcheck.assess.sources import source_ref
from medcheck.model import Association, Basis, Conflict, Finding, Position, Stance

__all__ = ["association_finding", "conflicts_of"]

DOCUMENT_KIND = "lay_web_seed"


def association_finding(facts: Facts, row: Association, basis: Basis, label: str) -> Finding:
    """An association as it applies to the subject of that label."""
    return Finding(
        association_id=row.association_id,
        effect=row.effect,
        basis=basis,
        subject=row.subject,
        subject_label=label,
        statement=row.statement,
        evidence_level=row.evidence_level,
        confidence=row.confidence,
        headline=row.headline,
        source=source_ref(facts, row.source_id, row.locator),
        also_source_ids=row.also_source_ids,
        read_in=row.read_in,
        population=row.population,
        from_documents=row.evidence_level == DOCUMENT_KIND,
    )


def conflicts_of(facts: Facts, findings: Sequence[Finding], class_id: str = "") -> tuple[Conflict, ...]:
    """The disagreements about an ingredient with these findings, or about the class ``class_id``.

    An ingredient has one where the claim is made of it and a source says otherwise of it, unless
    more specific statements settle both. A class word has one where the claim is made of that
    very class, whichever of its members the other side speaks of.
    """
    by_id = {f.association_id: f for f in findings}
    claims: dict[str, list[Stance]] = {}
    for stance in facts.stances():
        if class_id or stance.row_id in by_id:
            claims.setdefault(stance.conflict_id, []).append(stance)
    found = []
    for conflict_id, sides in claims.items():
        if class_id:
            made = any(
                s.stance == "supports" and s.row_id in by_id and by_id[s.row_id].subject == class_id
                for s in sides
            )
            positions = [p for s in sides if made and (p := _position(facts, s, by_id))]
        else:
            positions = [Position(s.stance, by_id[s.row_id]) for s in sides]
        stances = {p.stance for p in positions}
        if "supports" in stances and len(stances) > 1 and not all(p.finding.superseded for p in positions):
            ordered = tuple(sorted(positions, key=_newest_first))
            found.append(Conflict(conflict_id, sides[0].claim, ordered, sides[0].counterclaim))
    return tuple(sorted(found, key=lambda c: _rank(c, by_id)))


def _position(facts: Facts, stance: Stance, by_id: dict[str, Finding]) -> Position | None:
    """A side of a claim about a class, read from the facts where it speaks of a member."""
    if stance.row_id in by_id:
        return Position(stance.stance, by_id[stance.row_id])
    if stance.row_kind == "pathway":
        hop = facts.pathway(stance.row_id)
        state = facts.state(hop.state_id) if hop else None
        if hop is None or state is None:
            return None
        return Position(stance.stance, pathway_finding(facts, hop, state, hop.subject))
    row = facts.association(stance.row_id)
    if row is None:
        return None
    basis = Basis.CLASS if row.subject_kind == "class" else Basis.INGREDIENT
    return Position(stance.stance, association_finding(facts, row, basis, row.subject))


def _newest_first(position: Position) -> tuple[object, ...]:
    finding = position.finding
    return (
        finding.evidence_level != "guideline",
        finding.from_documents,
        -(finding.source.year or 0),
        finding.association_id,
        position.stance,
    )


def _rank(conflict: Conflict, by_id: dict[str, Finding]) -> tuple[object, ...]:
    """What is said of the ingredient itself before what is said of its classes."""
    own = any(p.finding.basis is Basis.INGREDIENT for p in conflict.positions)
    order = list(by_id)
    first = min(order.index(i) for p in conflict.positions if (i := p.finding.association_id) in by_id)
    return (not own, first, conflict.conflict_id)

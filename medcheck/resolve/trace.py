"""Accounts for every word of a line: what it was read as, or that it was not understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from medcheck.model import Name, TraceStep
from medcheck.resolve.compose import Medicine
from medcheck.resolve.spans import Hit
from medcheck.sig import Token

__all__ = ["trace_of"]

_SAID: Final = {
    "absent": "not in the product",
    "company": "maker or shop",
    "diluent": "fluid it is given in",
    "extension": "part of the product's name",
    "indication": "what it is for",
    "joiner": "joining word",
    "noise": "instruction",
    "number": "number",
    "prose": "ordinary word",
    "status": "says whether it is taken",
    "symbol": "sign",
    "unit": "strength",
}


def trace_of(
    tokens: Sequence[Token], first: int, last: int, medicine: Medicine | None, rows: Sequence[Name]
) -> tuple[TraceStep, ...]:
    """The steps for the words ``first`` to ``last`` (exclusive), neighbours of one kind together."""
    steps: list[TraceStep] = []
    owner: dict[int, Hit] = {}
    if medicine is not None:
        for own in medicine.all_hits:
            owner.update(dict.fromkeys(range(own.first, own.last), own))
    at = first
    while at < last:
        hit = owner.get(at)
        end = at + 1
        if hit is not None:
            end = max(end, min(hit.last, last))
            action, detail = "confirmed by", _targets(hit.rows)
            if medicine is not None and hit in medicine.hits:
                action = "corrected" if hit.guess else "read as"
                detail = f"{hit.rows[0].name} ({hit.rows[0].kind}): {_targets(hit.rows)}"
        else:
            category = tokens[at].category
            while end < last and end not in owner and tokens[end].category == category:
                end += 1
            action = "dropped" if category else "not understood"
            detail = _SAID.get(category, category)
        steps.append(TraceStep(action, " ".join(t.text for t in tokens[at:end]), detail))
        at = end
    if medicine is not None and len(medicine.hits) > 1:
        steps.append(TraceStep("combined", " / ".join(hit.key for hit in medicine.hits), _targets(rows)))
    return tuple(steps)


def _targets(rows: Sequence[Name]) -> str:
    return " or ".join(dict.fromkeys(" + ".join(row.targets) for row in rows))

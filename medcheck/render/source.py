"""Lines for one source: the document, and every row of the dataset that rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from medcheck.model import Association, Source
from medcheck.render import wording
from medcheck.render.browse import source_in_short
from medcheck.render.layout import Line
from medcheck.store import SourceUse

__all__ = ["source_lines"]

_TABLES = {
    "names": ("name", "names"),
    "memberships": ("class membership", "class memberships"),
    "not_members": ("class it is not in", "classes they are not in"),
    "confusions": ("pair of look-alike names", "pairs of look-alike names"),
}


def source_lines(source: Source, use: SourceUse) -> Iterator[Line]:
    """One source in full, and everything that rests on it."""
    yield Line("title", source.source_id, 0)
    yield Line("body", source_in_short(source))
    links = [source.url, f"doi {source.doi}" if source.doi else "", f"PMID {source.pmid}" * bool(source.pmid)]
    yield Line("quiet", "; ".join(x for x in links if x) or "No address is known.")
    yield Line("quiet", f"Kind: {wording.grade(source.kind)}. Read: {source.retrieved or 'not recorded'}.")
    if source.note:
        yield Line("quiet", f"Note: {source.note}")
    yield Line("blank", "", 0)
    number = sum(map(len, use[:-1]))
    yield Line(
        "title", f"{wording.count(number, 'statement')} {'rests' if number == 1 else 'rest'} on it.", 0
    )
    for row in use.associations:
        effect = wording.EFFECTS.get(row.effect, row.effect)
        place = f"{row.subject}: {effect}{_share(row, source)}"
        yield from _statement(row.association_id, place, row.statement, row.locator)
    for hop in use.pathways:
        yield from _statement(
            hop.pathway_id, f"{hop.subject}: leads to {hop.state_id}", hop.statement, hop.locator
        )
    for state in use.states:
        yield from _statement(state.state_id, f"{state.label} and RLS", state.statement, "")
        if state.test_source_id == source.source_id:
            yield Line("statement", f"Test: {state.test} ({state.test_locator})", 4)
    for factor in use.factors:
        effect = wording.EFFECTS.get(factor.effect, factor.effect)
        yield from _statement(factor.factor_id, f"{factor.label}: {effect}", factor.statement, factor.locator)
    for option in use.alternatives:
        place = f"{option.option} as an option beside {option.subject}, for {option.for_purpose}"
        yield from _statement("", place, option.statement, option.locator)
    for pair in use.interplay:
        yield from _statement(
            pair.interplay_id, f"{pair.subject} beside {pair.other}", pair.statement, pair.locator
        )
    rest = [wording.count(n, *_TABLES[table]) for table, n in use.counts.items() if n]
    if rest:
        yield Line("quiet", f"The vocabulary rests on it for {', '.join(rest)}.", 0)


def _statement(row_id: str, about: str, statement: str, locator: str) -> Iterator[Line]:
    known = f"[{row_id}] " if row_id else ""
    place = f"; {locator}" if locator else ""
    yield Line("finding", f"- {known}{about}{place}", 2, 2)
    yield Line("statement", statement, 4)


def _share(row: Association, source: Source) -> str:
    """How the source stands behind a statement that first rests on another."""
    if row.source_id == source.source_id:
        return ""
    said = "says the same as" if source.source_id in row.also_source_ids else "is where it was read of"
    return f" (it {said} {row.source_id})"

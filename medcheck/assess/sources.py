"""A source as it stands beside a statement."""

from __future__ import annotations

from medcheck.assess.facts import Facts
from medcheck.model import SourceRef

__all__ = ["source_ref"]


def source_ref(facts: Facts, source_id: str, locator: str) -> SourceRef:
    """A source as it stands beside a finding; an unknown id keeps the id as its title."""
    source = facts.source(source_id)
    if source is None:
        return SourceRef(source_id, source_id, None, "", locator)
    return SourceRef(
        id=source.source_id,
        title=source.title,
        year=source.year,
        url=f"https://doi.org/{source.doi}" if source.doi else source.url,
        locator=locator,
        kind=source.kind,
        doi=source.doi,
        pmid=source.pmid,
        read=source.retrieved,
        org=source.authors_or_org,
    )

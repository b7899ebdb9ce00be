"""The spaCy component ``medcheck``: ``nlp.add_pipe("medcheck")`` (extra ``medcheck[spacy]``).

Every mention becomes a span of ``doc.spans["medcheck"]`` with the label ``MEDICATION``, the
mention as a dictionary (the JSON contract, so that it survives ``Doc.to_bytes`` and
``n_process``) in ``span._.medcheck``, the ingredients in ``kb_id_``, and medspaCy's names for
what is said of it: ``is_negated``, ``is_historical``, ``is_hypothetical``, ``is_family``.
``doc._.medcheck`` holds all of them as one flat table of dictionaries. Nothing else of the
pipeline is needed: a blank one will do.
"""

from __future__ import annotations

from typing import Any

from medcheck.errors import MissingExtraError
from medcheck.knowledge_base import KnowledgeBase
from medcheck.notes import Mention

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
except ImportError as error:  # pragma: no cover - depends on the installation
    raise MissingExtraError(
        "spaCy is not installed; install it with `pip install medcheck[spacy]`"
    ) from error

__all__ = ["LABEL", "MedcheckComponent", "make_component"]

LABEL = "MEDICATION"
"""The label of every span."""

_FLAGS = ("is_negated", "is_historical", "is_hypothetical", "is_family")


def _register() -> None:
    if not Span.has_extension("medcheck"):
        Span.set_extension("medcheck", default=None)
    if not Doc.has_extension("medcheck"):
        Doc.set_extension("medcheck", default=None)
    for flag in _FLAGS:
        if not Span.has_extension(flag):
            Span.set_extension(flag, default=False)


class MedcheckComponent:
    """Marks the medicines of a document; ``set_ents`` also adds them to ``doc.ents`` where free."""

    def __init__(
        self, base: KnowledgeBase, region: str | None, fuzzy: bool, set_ents: bool, key: str
    ) -> None:
        self._base = base
        self._region = region
        self._fuzzy = fuzzy
        self._set_ents = set_ents
        self._key = key
        _register()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._base, self._region, self._fuzzy, self._set_ents, self._key)

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions to ``doc``; a span is widened to whole tokens where a name ends inside one."""
        spans: list[Span] = []
        rows: list[dict[str, Any]] = []
        for mention in self._base.scan(doc.text, self._region, self._fuzzy):
            span = doc.char_span(
                mention.start, mention.end, label=LABEL, kb_id=_kb_id(mention), alignment_mode="expand"
            )
            if span is None:
                continue
            span._.medcheck = mention.to_dict()
            for flag in _FLAGS:
                span._.set(flag, getattr(mention, flag))
            spans.append(span)
            rows.append(_row(mention))
        doc.spans[self._key] = spans
        doc._.medcheck = rows
        if self._set_ents:
            taken = {token.i for ent in doc.ents for token in ent}
            free = [s for s in _apart(spans) if taken.isdisjoint(range(s.start, s.end))]
            doc.set_ents([*doc.ents, *free])
        return doc


@Language.factory(
    "medcheck",
    default_config={"region": None, "fuzzy": True, "set_ents": False, "spans_key": "medcheck", "path": None},
)
def make_component(
    nlp: Language,
    name: str,
    region: str | None,
    fuzzy: bool,
    set_ents: bool,
    spans_key: str,
    path: str | None,
) -> MedcheckComponent:
    """The factory behind ``nlp.add_pipe("medcheck", config={...})``."""
    return MedcheckComponent(KnowledgeBase.open(path), region, fuzzy, set_ents, spans_key)


def _apart(spans: list[Span]) -> list[Span]:
    """The spans without those that share a token with the one before."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _kb_id(mention: Mention) -> str:
    meaning = mention.meanings[0]
    return "+".join(i.id for i in meaning.ingredients) or (meaning.class_id or "")


def _row(mention: Mention) -> dict[str, Any]:
    """A mention as one row of a table, without its findings."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "name": mention.name,
        "ingredients": _kb_id(mention),
        "exposure": mention.exposure.value,
        "verdict": mention.verdict.value if mention.verdict else None,
        "section": mention.section,
        **{flag: getattr(mention, flag) for flag in _FLAGS},
    }

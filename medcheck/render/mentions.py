"""Mentions of a text as JSON, as NDJSON and as lines to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from medcheck.model import Entry, Resolution
from medcheck.notes import Mention
from medcheck.render.entry import said_of_entry
from medcheck.render.json import meaning_to_dict, to_json
from medcheck.render.layout import visible
from medcheck.render.subjects import subjects

__all__ = ["mention_line", "mention_to_dict", "mention_words", "mentions_to_json"]


def mention_words(mention: Mention) -> str:
    """The fixed sentence that answers a mention, as the report of the same name has it.

    A name that a user laid over the dataset is marked at the end.
    """
    said = said_of_entry(
        Entry(
            input=mention.text,
            line=1,
            part=1,
            resolution=mention.resolution,
            exposure=mention.exposure,
            verdict=mention.verdict,
            meanings=mention.meanings,
            days_since=mention.days_since,
            exposure_words=mention.exposure_words,
        )
    )
    return f"{said} (local name)" if any("local" in m.flags for m in mention.meanings) else said


def mention_to_dict(mention: Mention, *, brief: bool = False) -> dict[str, Any]:
    """One mention; its ``meanings`` are those of the report's JSON contract.

    ``brief`` leaves them out and gives the ids of the ingredients and classes instead.
    """
    if brief:
        return {
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "name": mention.name,
            "resolution": mention.resolution.value,
            "exposure": mention.exposure.value,
            "verdict": mention.verdict.value if mention.verdict else None,
            "ingredients": _ids(mention),
        }
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "name": mention.name,
        "kind": mention.kind,
        "resolution": mention.resolution.value,
        "read_as": mention.read_as,
        "exposure": mention.exposure.value,
        "exposure_words": mention.exposure_words,
        "exposure_span": list(mention.exposure_span) if mention.exposure_span else None,
        "days_since": mention.days_since,
        "section": mention.section,
        "verdict": mention.verdict.value if mention.verdict else None,
        "words": mention_words(mention),
        "meanings": [meaning_to_dict(m) for m in mention.meanings],
    }


def _ids(mention: Mention) -> list[str]:
    """The ingredients and classes of every reading, each once."""
    return list(dict.fromkeys(subject.id for m in mention.meanings for subject in subjects(m)))


def mentions_to_json(
    mentions: Iterable[Mention], header: dict[str, Any], *, brief: bool = False
) -> Iterable[str]:
    """One JSON document in pieces, so that a long text's need not be held: header, then mentions."""
    opened = to_json({**header, "mentions": []})
    yield opened.removesuffix("[]\n}")
    separator = "["
    for mention in mentions:
        shown = "\n".join(
            "    " + line for line in to_json(mention_to_dict(mention, brief=brief)).split("\n")
        )
        yield f"{separator}\n{shown}"
        separator = ","
    yield "[]\n}\n" if separator == "[" else "\n  ]\n}\n"


def mention_line(mention: Mention, *, brief: bool = False) -> str:
    """One mention as a line to read: place, words, what the text says, what is documented.

    ``brief`` has the verdict and the ingredients in place of the sentence.
    """
    said = mention.exposure.value
    if mention.exposure_words:
        said += f', "{visible(mention.exposure_words)}"'
    words = mention_words(mention)
    if brief:
        verdict = mention.verdict.value if mention.verdict else "not checked"
        several = ", ambiguous" if mention.resolution is Resolution.AMBIGUOUS else ""
        words = f"{verdict}{several} ({', '.join(_ids(mention))})"
    return f"{mention.start}-{mention.end} {visible(mention.text)} ({said}): {words}"

"""Mentions as other tools for notes take them: BRAT standoff, W3C Web Annotation, HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from medcheck.notes import Mention
from medcheck.render.json import to_json
from medcheck.render.mentions import mention_words

__all__ = ["HTML_END", "HTML_START", "annotation", "annotations_to_json", "brat_lines", "marked"]

_CONTEXT = 32
_LINE = re.compile(r"[^\r\n]+")


def brat_lines(mention: Mention, number: int) -> Iterator[str]:
    """One mention as BRAT standoff: the text bound, its exposure, its verdict, its ingredients' UNII.

    A name broken over lines has a fragment for each, as BRAT wants.
    """
    spans = [(m.start() + mention.start, m.end() + mention.start) for m in _LINE.finditer(mention.text)]
    places = ";".join(f"{a} {b}" for a, b in spans)
    yield f"T{number}\tMedication {places}\t{' '.join(_LINE.findall(mention.text))}"
    yield f"A{2 * number - 1}\tExposure T{number} {mention.exposure.value}"
    if mention.verdict is not None:
        yield f"A{2 * number}\tVerdict T{number} {mention.verdict.value}"
    seen: dict[str, str] = {}
    for meaning in mention.meanings:
        for ingredient in meaning.ingredients:
            if ingredient.codes.unii:
                seen.setdefault(ingredient.codes.unii, ingredient.label)
    for place, (unii, label) in enumerate(seen.items(), start=1):
        yield f"N{number * 100 + place}\tReference T{number} UNII:{unii}\t{label}"
    yield f"#{number}\tAnnotatorNotes T{number}\t{mention_words(mention)}"


def annotation(mention: Mention, text: str, offset: int, source: str) -> dict[str, Any]:
    """One mention as a W3C Web Annotation; ``text`` is what stands around it, from ``offset`` on."""
    start, end = mention.start - offset, mention.end - offset
    return {
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": mention.name},
            {"type": "TextualBody", "purpose": "classifying", "value": mention.exposure.value},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "language": "en",
                "value": mention_words(mention),
            },
        ],
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": mention.text,
                    "prefix": text[max(0, start - _CONTEXT) : start],
                    "suffix": text[end : end + _CONTEXT],
                },
            ],
        },
    }


def annotations_to_json(annotations: Iterable[dict[str, Any]]) -> Iterator[str]:
    """An annotation page in pieces, so that a long text's need not be held."""
    yield '{\n  "@context": "http://www.w3.org/ns/anno.jsonld",\n  "type": "AnnotationPage",\n  "items": ['
    separator = "\n"
    for item in annotations:
        yield separator + "\n".join("    " + line for line in to_json(item).split("\n"))
        separator = ",\n"
    yield "\n  ]\n}\n"


HTML_START = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Medicines in this text</title>
<style>
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { color: #000; background: #e6e6e6; border-bottom: 2px solid #767676; padding: 0 .1em; }
mark[data-verdict=worsens] { background: #fde3df; border-color: #b3261e; }
mark[data-verdict=mixed], mark[data-verdict=withdrawal] { background: #fff0c8; border-color: #8a6100; }
mark[data-verdict=treats], mark[data-verdict=less_likely] { background: #dff1e3; border-color: #1c6b34; }
mark[data-exposure=negated], mark[data-exposure=family], mark[data-exposure=allergy] { border-style: dotted; }
mark[data-exposure=stopped], mark[data-exposure=tapering] { border-style: dashed; }
</style>
</head>
<body>
<pre>"""
"""What comes before the marked text."""

HTML_END = "</pre>\n<p><small>{disclaimer}</small></p>\n</body>\n</html>\n"
"""What comes after it; ``disclaimer`` is to be filled in."""


def marked(text: str, mentions: Iterable[Mention], offset: int = 0) -> str:
    """``text`` as HTML with each mention in a ``<mark>`` that says what is known of it.

    Positions of ``mentions`` less ``offset`` are positions in ``text``. No colour stands alone:
    the verdict and the exposure are attributes and in the title too.
    """
    pieces: list[str] = []
    done = 0
    for mention in mentions:
        start, end = mention.start - offset, mention.end - offset
        verdict = mention.verdict.value if mention.verdict else "unrecognised"
        title = f"{mention.name}, {mention.exposure.value}: {mention_words(mention)}"
        pieces.append(_escaped(text[done:start]))
        pieces.append(
            f'<mark data-verdict="{verdict}" data-exposure="{mention.exposure.value}" '
            f'title="{_escaped(title)}">{_escaped(text[start:end])}</mark>'
        )
        done = end
    pieces.append(_escaped(text[done:]))
    return "".join(pieces)


def _escaped(text: str) -> str:
    return escape(_CONTROL.sub("\ufffd", text)).replace("\r", "&#13;")


_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")

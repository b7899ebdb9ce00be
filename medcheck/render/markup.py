"""Mentions as other tools for notes take them: BRAT standoff, W3C Web Annotation, HTML."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from medcheck.model import Resolution
from medcheck.notes import Mention
from medcheck.notes.stream import ScannedBlock
from medcheck.render.json import to_json
from medcheck.render.mentions import mention_words

__all__ = [
    "HTML_END",
    "HTML_START",
    "annotation",
    "annotations_to_json",
    "brat_lines",
    "marked",
    "source_iri",
]

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


def annotation(mention: Mention, block: ScannedBlock, source: str, generator: str) -> dict[str, Any]:
    """One mention of a block as a W3C Web Annotation of ``source``, an IRI.

    Its bodies are the name, what the text says of it, what is documented, and that in a sentence.
    Its ``id`` follows from the source, the text and the place, so the same note gives the same one.
    """
    text, start, end = block.text, mention.start - block.offset, mention.end - block.offset
    classes = [mention.exposure.value]
    if mention.verdict is not None:
        classes.append(mention.verdict.value)
    if mention.resolution is Resolution.AMBIGUOUS:
        classes.append(mention.resolution.value)
    return {
        "id": _urn(source, _digest(text), str(mention.start), str(mention.end)),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"type": "Software", "name": generator},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": mention.name},
            *({"type": "TextualBody", "purpose": "classifying", "value": value} for value in classes),
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


def annotations_to_json(blocks: Iterable[ScannedBlock], path: str, generator: str) -> Iterator[str]:
    """An annotation page in pieces, so that a long text's need not be held; its ``id`` comes last."""
    source = source_iri(path)
    yield '{\n  "@context": "http://www.w3.org/ns/anno.jsonld",\n  "type": "AnnotationPage",\n'
    yield f'  "generator": {{"type": "Software", "name": {to_json(generator)}}},\n  "items": ['
    separator = "\n"
    digests = []
    for block in blocks:
        digests.append(_digest(block.text))
        for mention in block.mentions:
            shown = to_json(annotation(mention, block, source, generator))
            yield separator + "\n".join("    " + line for line in shown.split("\n"))
            separator = ",\n"
    yield f'\n  ],\n  "id": "{_urn(source, *digests)}"\n}}\n'


def source_iri(path: str) -> str:
    """The IRI of a file: ``file:`` for a whole path, a relative one otherwise.

    >>> source_iri("notes/a b.txt"), source_iri("-")
    ('notes/a%20b.txt', 'urn:medcheck:standard-input')
    """
    if path == "-":
        return "urn:medcheck:standard-input"
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(os.fsencode(Path(path).as_posix()))


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _urn(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, "\n".join(("urn:medcheck", *parts))).urn


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

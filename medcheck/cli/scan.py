"""``medcheck scan``: a note in, the medicines in it out, each with its place."""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import click

from medcheck.cli.answering import open_knowledge_base
from medcheck.cli.options import db_option, format_option, overlay_option, region_option
from medcheck.cli.output import complain, write_out
from medcheck.errors import cannot_open
from medcheck.lists.reading import check_text, encoding_of

if TYPE_CHECKING:
    from medcheck.knowledge_base import KnowledgeBase
    from medcheck.notes import Mention
    from medcheck.notes.stream import ScannedBlock

__all__ = ["scan"]

HELP = """Find the medicines in a note and say what is documented about them and
restless legs (RLS).

FILE is a text in your own words, a letter, a discharge summary; - reads a pipe.
Every medicine is given with its place and what the text says of it: taking,
planned, stopped, tapering, allergy, negated, family, unknown. Places are
characters counted from 0; a byte order mark (BOM) at the beginning of the file
is not counted.

\b
  medcheck scan letter.txt
  medcheck scan letter.txt --format html > letter.html    to look at
  medcheck scan letter.txt --format ndjson                to work on
  medcheck scan letter.txt --format brat > letter.ann     for annotation tools
  medcheck scan chart.txt --format ndjson --brief         a big note

json and ndjson hold every statement of every medicine with its source: often
100,000 characters a mention, hundreds of megabytes for a chart with thousands
of them. --brief leaves the statements out; ask `medcheck check` for them, once
for each name.

Files of any length are read in pieces. Exit codes: 0 it ran, whatever it
found; 2 wrong usage; 3 the dataset is missing or damaged; 4 the file cannot be
read.
"""

_READ = 1 << 16
_ODD = re.compile("[\udc80-\udcff]")


class Asked(NamedTuple):
    """What is asked of a note."""

    base: KnowledgeBase
    path: str
    region: str | None
    brief: bool


@click.command(help=HELP)
@click.argument("path", metavar="FILE")
@format_option("text", "json", "ndjson", "brat", "w3c", "html")
@click.option(
    "--brief", is_flag=True, help="Name, place, use, verdict and ingredients only (text, json, ndjson)."
)
@region_option
@click.option("--no-fuzzy", is_flag=True, help="Do not read misspelled names.")
@db_option
@overlay_option
def scan(
    path: str,
    form: str,
    brief: bool,
    region: str | None,
    no_fuzzy: bool,
    db: str | None,
    overlays: tuple[str, ...],
) -> int:
    """See ``HELP``."""
    from medcheck.notes.stream import scan_blocks

    if brief and form not in _WITH_BRIEF:
        raise click.UsageError(f"--brief is for {', '.join(_WITH_BRIEF)}; {form} holds no statements anyway")
    base = open_knowledge_base(db, overlays)
    pieces = _pieces(path)
    first = next(pieces, "")
    blocks = scan_blocks(base.scanner(), chain((first,), pieces), region, not no_fuzzy)
    for piece in _OUTPUTS[form](Asked(base, path, region, brief), blocks):
        write_out(piece)
    return 0


# --- the formats --------------------------------------------------------------------------


def _mentions(blocks: Iterator[ScannedBlock]) -> Iterator[Mention]:
    return (mention for block in blocks for mention in block.mentions)


def _text(asked: Asked, blocks: Iterator[ScannedBlock]) -> Iterator[str]:
    from medcheck.knowledge_base import DISCLAIMER
    from medcheck.render.mentions import mention_line

    count = 0
    for mention in _mentions(blocks):
        count += 1
        yield mention_line(mention, brief=asked.brief) + "\n"
    found = f"{count:,} found." if count else "No medicine was recognised."
    yield f"\n{found} A name that is not known here is not listed.\n{DISCLAIMER}\n"


def _json(asked: Asked, blocks: Iterator[ScannedBlock]) -> Iterator[str]:
    from medcheck.render.mentions import mentions_to_json

    yield from mentions_to_json(_mentions(blocks), _header(asked), brief=asked.brief)


def _ndjson(asked: Asked, blocks: Iterator[ScannedBlock]) -> Iterator[str]:
    from medcheck.render.json import to_json
    from medcheck.render.mentions import mention_to_dict

    for mention in _mentions(blocks):
        yield to_json(mention_to_dict(mention, brief=asked.brief), indent=None) + "\n"
    yield to_json(_header(asked), indent=None) + "\n"


def _brat(asked: Asked, blocks: Iterator[ScannedBlock]) -> Iterator[str]:
    from medcheck.render.markup import brat_lines

    for number, mention in enumerate(_mentions(blocks), start=1):
        yield "\n".join(brat_lines(mention, number)) + "\n"


def _w3c(asked: Asked, blocks: Iterator[ScannedBlock]) -> Iterator[str]:
    from medcheck._version import __version__
    from medcheck.render.markup import annotations_to_json

    info = asked.base.info()
    generator = f"medcheck {__version__}, dataset {info.version} sha256:{info.sha256}"
    yield from annotations_to_json(blocks, asked.path, generator)


def _html(asked: Asked, blocks: Iterator[ScannedBlock]) -> Iterator[str]:
    from medcheck.knowledge_base import DISCLAIMER
    from medcheck.render.markup import HTML_END, HTML_START, marked

    yield HTML_START
    for block in blocks:
        yield marked(block.text, block.mentions, block.offset)
    yield HTML_END.format(disclaimer=DISCLAIMER)


_OUTPUTS = {"text": _text, "json": _json, "ndjson": _ndjson, "brat": _brat, "w3c": _w3c, "html": _html}
_WITH_BRIEF = ("text", "json", "ndjson")


def _header(asked: Asked) -> dict[str, object]:
    from medcheck.render.json import header_to_dict

    header = header_to_dict(asked.base.check_lines([], asked.region))
    del header["coverage"]
    return header


# --- reading ------------------------------------------------------------------------------


def _pieces(path: str) -> Iterator[str]:
    """The text of a file in pieces; what is not UTF-8 is read as Latin-1, with one warning.

    Raises:
        InputError: there is no such file, it is a directory, or it is not text.
    """
    shown = "standard input" if path == "-" else path
    try:
        if path == "-":
            yield from _decoded(sys.stdin.buffer, shown)
        else:
            with open(path, "rb") as file:  # noqa: PTH123
                yield from _decoded(file, shown)
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise cannot_open(path, error, "a text file") from None


def _decoded(file: BinaryIO, shown: str) -> Iterator[str]:
    warned = False
    decoder = None
    while True:
        raw = file.read(_READ)
        if decoder is None:
            check_text(raw, shown, "save the note as plain text (UTF-8)")
            wide = encoding_of(raw) == "utf-16"
            raw = raw.removeprefix(b"\xef\xbb\xbf")
            decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8")(
                "replace" if wide else "surrogateescape"
            )
        text = decoder.decode(raw, final=not raw)
        if not text.isascii() and _ODD.search(text):
            text = _ODD.sub(lambda m: chr(ord(m.group()) - 0xDC00), text)
            if not warned:
                warned = True
                complain(f"medcheck: {shown}: not all of it is UTF-8; that part is read as Latin-1")
        if text:
            yield text
        if not raw:
            return

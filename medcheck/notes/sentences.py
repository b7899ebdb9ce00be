"""Where sentences begin: at full stops, in lists at every line, at paragraphs always."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["sentence_starts"]

_STOP: Final = re.compile(r"[.!?;\n][\"')\]]*(?=\s|$)")
_TITLES: Final = ("dr", "mr", "mrs", "ms", "st", "vs", "prof", "no", "approx", "e.g", "i.e")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*•·>+]|\d{1,3}[.)])[ \t]")
_SHORT_LINE: Final = 60


def sentence_starts(text: str) -> list[int]:
    """The indices at which a sentence of ``text`` begins, 0 first.

    >>> sentence_starts("Dr. X stopped it. She feels well.")
    [0, 17]
    """
    starts = [0]
    line = 0
    for match in _STOP.finditer(text):
        at = match.start()
        end = match.end()
        char = text[at]
        if char == "\n":
            begun, line = line, at + 1
            if not _ends_line(text, begun, at):
                continue
            end = at + 1
        elif char == "." and (_is_title(text, at) or _goes_on(text, end)):
            continue
        starts.append(end)
    return starts


def _is_title(text: str, at: int) -> bool:
    word = text[max(0, at - 7) : at].rpartition(" ")[2].lower().lstrip("(\"'\n")
    return word in _TITLES


def _goes_on(text: str, end: int) -> bool:
    """Whether what follows a full stop is in lower case, as after "b.i.d."."""
    following = text[end : end + 3].lstrip()
    return following[:1].islower()


def _ends_line(text: str, begun: int, at: int) -> bool:
    """Whether the line break at ``at`` ends a sentence and is no mere wrap."""
    following = text[at + 1 : at + 2]
    if following in ("", "\n", "\r"):
        return True
    if following.islower():
        return False
    if at - begun < _SHORT_LINE or text[at - 1] in ".:;!?\r" and text[max(0, at - 2) : at].strip("\r")[-1:] in ".:;!?":
        return True
    return bool(_ITEM.match(text, at + 1))

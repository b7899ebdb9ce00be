"""A question that the words after it answer: "Any aspirin? No."."""

from __future__ import annotations

import re
from typing import Final

from medcheck.model import Exposure
from medcheck.notes.context import Said

__all__ = ["answered"]

_NO: Final = re.compile(r"\s*(No|None|Never|Denies|Denied)(?=[ \t]*[.,;\n]|\s*\Z)")


def answered(found: list[Said], text: str, end: int) -> list[Said]:
    """What a question says of its medicines where the words after it answer no."""
    no = _NO.match(text, end)
    if no is None:
        return found
    return [s if s.exposure in _PAST_OR_NONE else Said(Exposure.NEGATED, no.span(1)) for s in found]


_PAST_OR_NONE: Final = (Exposure.STOPPED, Exposure.NEGATED, Exposure.FAMILY)

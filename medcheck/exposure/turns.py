"""What turns a rule round: a negation or a future before it, a switch from one medicine to another."""

from __future__ import annotations

from typing import Final

from medcheck.model import Exposure

__all__ = ["FUTURE", "GIVEN_UP", "LINKS", "NEGATORS", "SWITCHES"]

NEGATORS: Final = frozenset(
    [
        *(
            "arent",
            "cannot",
            "cant",
            "couldnt",
            "didnt",
            "doesnt",
            "dont",
            "hasnt",
            "havent",
            "isnt",
            "never",
        ),
        *("not", "wasnt", "werent", "wont", "wouldnt"),
    ]
)
"""Words that turn the rule after them around ("haven't started")."""

FUTURE: Final = tuple(
    tuple(phrase.split())
    for phrase in (
        "going to",
        "gonna",
        "will",
        "plan to",
        "plans to",
        "planning to",
        "want to",
        "wants to",
        "wanting to",
        "would like to",
        "intend to",
        "intends to",
        "intending to",
        "hope to",
        "hopes to",
        "hoping to",
        "about to",
        "trying to",
        "due to",
        "thinking about",
        "thinking of",
        "considering",
        "consider",
        "ask about",
        "asked about",
        "asking about",
        "discuss",
        "discussed",
        "discussing",
        "re",
        "regarding",
        "talked about",
        "should i",
        "can i",
        "could i",
        "may i",
        "might",
    )
)
"""Words before "stop" that put it into the future: it is still taken."""

GIVEN_UP: Final = frozenset(
    [
        *(
            "come",
            "coming",
            "cut",
            "discontinue",
            "discontinuing",
            "get",
            "getting",
            "give",
            "giving",
            "quit",
        ),
        *("stop", "stopping"),
    ]
)
"""First words of the rules that :data:`FUTURE` turns around."""

SWITCHES: Final[dict[tuple[str, ...], tuple[Exposure, Exposure]]] = {
    tuple(phrase.split()): said
    for said, phrases in (
        (
            (Exposure.STOPPED, Exposure.TAKING),
            "changed, changed from, changed over from, changing, changing from, converted from, going from, "
            "moved from, replaced, replacing, swapped, swapped from, swapping, swapping from, switched, "
            "switched from, switching, switching from, switched over from, transitioned from, "
            "transitioning from, went from, rotated, rotated from",
        ),
        (
            (Exposure.STOPPED, Exposure.PLANNED),
            "change from, change, convert from, replace, swap, swap from, switch, switch from, "
            "transition from, rotate, rotate from, substitute",
        ),
        (
            (Exposure.TAPERING, Exposure.PLANNED),
            "cross taper, cross taper from, cross tapered from, cross tapering, cross tapering from, "
            "crosstaper from, crosstapering from",
        ),
    )
    for phrase in phrases.split(", ")
}
"""Words before the first of two medicines, and what they say of the first and of the second."""

LINKS: Final = frozenset(["by", "for", "onto", "over", "to", "with"])
"""Words before the second medicine of a switch."""

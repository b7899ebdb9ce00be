"""Small words, by what they let a rule do: reach over them, open a piece, except a medicine."""

from __future__ import annotations

from typing import Final

__all__ = [
    "DATE_WORDS",
    "DENYING",
    "EXCEPT",
    "EXCEPT_PAIRS",
    "LEADING",
    "MYSELF",
    "SMALL",
    "SUPPOSING",
    "TIMES",
    "UNSURE",
]

SMALL: Final = frozenset(
    [
        "a", "all", "an", "and", "any", "daily", "dose", "doses", "drink", "drinking", "her", "his",
        "last", "my", "nightly", "nights", "of", "old", "other", "our", "some", "take", "taking",
        "that", "the", "their", "these", "this", "using", "usual", "your",
    ]
)  # fmt: skip
"""Words over which "off", "no" and their like still reach the medicine."""
MYSELF: Final = frozenset(["i", "im", "ive", "patient", "pt"])
SUPPOSING: Final = frozenset(
    [
        "assume", "believe", "guess", "hear", "heard", "know", "suppose", "think",
    ]
)  # fmt: skip
EXCEPT: Final = frozenset(["besides", "but", "except", "excluding", "only"])
TIMES: Final = frozenset(
    [
        "after", "before", "friday", "if", "in", "monday", "next", "now", "on", "today", "tomorrow",
        "when",
    ]
)  # fmt: skip
"""What follows "to stop" where it is a plan and no purpose."""
EXCEPT_PAIRS: Final = frozenset([("apart", "from"), ("aside", "from"), ("other", "than")])
DENYING: Final = frozenset(["denied", "denies", "negative"])
LEADING: Final = frozenset(
    [
        "about", "also", "and", "he", "her", "his", "i", "just", "my", "now", "of", "patient", "please",
        "pt", "recently", "she", "the", "they", "this", "was", "we", "will",
    ]
)  # fmt: skip
"""What may stand before the rule that opens a piece."""
DATE_WORDS: Final = frozenset(
    [
        "ago", "day", "days", "last", "month", "months", "today", "week", "weeks", "yesterday",
    ]
)  # fmt: skip
UNSURE: Final = frozenset(
    [
        "add", "added", "adding", "consider", "considered", "considering", "could", "discuss",
        "discussed", "if", "maybe", "might", "next", "option", "options", "or", "perhaps", "plan",
        "planned", "planning", "possible", "possibly", "should", "tomorrow", "try", "versus", "vs",
        "when",
    ]
)  # fmt: skip
"""Words beside a change from one medicine to another that may not have been made."""

"""Cuts a line into words with their places, and says what each word is."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from medcheck.sig.words import PHRASES, categories
from medcheck.text import normalize

__all__ = ["Token", "tokenize"]


class Token(NamedTuple):
    """One word of a line.

    ``key`` is its folded form. ``category`` is what it says (``strength``, ``form``, ``route``
    ...), ``number`` or ``""`` for a word of no list. ``joiner`` tells how it is joined to the
    word before: ``;`` (another statement), ``,``, ``and``, ``+``, ``with``, ``/``, ``-``, ``#``
    or ``""``.
    ``depth`` counts open brackets, ``bracket`` numbers the bracket (0: none), ``clause`` and
    ``piece`` number the statement and the piece of a list it stands in.
    """

    text: str
    key: str
    start: int
    end: int
    category: str
    joiner: str
    bracket: int
    clause: int
    piece: int

    @property
    def is_word(self) -> bool:
        """Whether the word is of no list: it may be (a part of) a name."""
        return self.category == ""


_APOSTROPHE = "'’‘ʼ`´"


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"  # p.r.n
        r"|[^\W\d_]{4,}(?=\d+(?:[.,]\d+)*(?:mc?g|ug|g|ml|iu|units?)(?![^\W_])|\d{2,}(?![^\W_]))"
        r"|\d+(?:[.,]\d+)+(?:[^\W\d_]{1,12}(?![^\W_]))?%?"  # 2.5mg, 1,000
        rf"|[^\W_]+(?:[{_APOSTROPHE}][^\W\d_]+)*%?"  # O'Brien, 25mg, B12, 5%
        r"|[-=]+>|→",
        re.IGNORECASE,
    )


@cache
def _strength() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,]\d+)*([^\W\d_]+\d?|%)")


@cache
def _frequency() -> re.Pattern[str]:
    return re.compile(
        r"q\d|q\d+(?:h|hr|hrs|hours|d|w|wk|wks|min|m|am|pm)|\d+x(?:d|w|daily|day)?|x\d+[a-z]?|nda\d{5,6}|\d+(?:st|nd|rd|th)"
    )


_CONNECTORS: Final = {
    "and": "and", "et": "and", "or": "and", "plus": "+", "und": "and",
    "w": "with", "with": "with", "y": "and",
}  # fmt: skip
_OPEN, _CLOSE = "([{", ")]}"


def tokenize(line: str) -> tuple[Token, ...]:
    """The words of ``line`` with what separates them.

    >>> [(t.text, t.category) for t in tokenize("Seroquel XR 50mg p.o. qhs")]
    [('Seroquel', ''), ('XR', 'form'), ('50mg', 'strength'), ('p.o', 'route'), ('qhs', 'frequency')]
    """
    known = categories()
    tokens: list[Token] = []
    stack: list[int] = []
    brackets = clause = piece = end = 0
    pending = ""
    for match in _word_pattern().finditer(line):
        text, start = match.group(), match.start()
        gap = line[end:start]
        for char in gap:
            if char in _OPEN:
                brackets += 1
                stack.append(brackets)
            elif char in _CLOSE and stack:
                stack.pop()
        key = str(normalize(text.replace(".", "") if text[0].isalpha() else text))
        joiner = _joiner(gap, tokens[-1] if tokens else None, text) or pending
        if (
            joiner in ("and", "+")
            and _joins_times(tokens, key)
            and not _names_product(line, match.end(), key)
        ):
            joiner = ""
        bracket = stack[0] if stack else 0
        if tokens and (not bracket or (joiner == ";" and "\n" in gap)):
            if joiner == ";":
                clause, piece = clause + 1, piece + 1
                if "\n" in gap:
                    stack.clear()
                    bracket = 0
            elif joiner in (",", "and"):
                piece += 1
        if text[-1] in ">→":
            key = "->"
        category = _category(key, text, known)
        pending = ""
        if key in _CONNECTORS and tokens:
            category = "joiner"
            pending = _CONNECTORS[key]
            if joiner in (",", ";"):
                pending = joiner
        tokens.append(Token(text, key, start, match.end(), category, joiner, bracket, clause, piece))
        end = match.end()
    return _with_phrases(tuple(tokens))


_EARLIER: Final = frozenset(
    [
        "afternoon", "am", "breakfast", "dinner", "evening", "lunch", "mane", "midday", "morning",
        "mornings", "noon", "pm", "qam",
    ]
)  # fmt: skip
_LATER: Final = frozenset(
    [
        "afternoon", "bedtime", "dinner", "evening", "evenings", "hs", "lunch", "midday", "night", "nightly",
        "nights", "nocte", "noon", "pm", "qhs", "qpm", "supper",
    ]
)  # fmt: skip


def _joins_times(tokens: list[Token], key: str) -> bool:
    """Whether "and" only joins two times of the day: "5 mg am & pm" is one item of a list."""
    if key not in _LATER or not tokens:
        return False
    at = len(tokens) - 1 - (tokens[-1].category == "joiner")
    return at >= 0 and tokens[at].key in _EARLIER


def _names_product(line: str, end: int, key: str) -> bool:
    """Whether "night" begins a name ("noon and Night Nurse"): a word of no list follows."""
    if key != "night":
        return False
    following = _word_pattern().match(line, end + 1)
    return following is not None and str(normalize(following.group())) not in categories()


def _joiner(gap: str, before: Token | None, text: str) -> str:
    if before is None or gap == " ":
        return ""
    if any(char in gap for char in ";\n|•·") or _ends_sentence(gap, before, text):
        return ";"
    for char, joiner in (
        (",", ","),
        ("#", "#"),
        ("&", "and"),
        ("+", "+"),
        ("/", "/"),
        ("\\", "/"),
        ("-", "-"),
        ("–", "-"),
        ("—", "-"),
    ):
        if char in gap:
            return joiner
    return ""


def _ends_sentence(gap: str, before: Token, text: str) -> bool:
    if not gap.startswith((".", "!", "?", "):", ").")) or len(gap) < 2 or not gap[-1].isspace():
        return False
    return (
        before.category in ("", "noise", "prose", "frequency")
        and len(before.key) > 2
        and text[0] == text[0].upper()
    )


def _category(key: str, text: str, known: dict[str, str]) -> str:
    if key == "->":
        return "joiner"
    found = known.get(key)
    if not text.isalnum() and found not in _ORDINARY:
        for sign in _APOSTROPHE:
            if sign in text:  # "I'm" is no "IM"
                start = known.get(text.split(sign)[0].casefold(), "")
                found = start if start in _ORDINARY or found in ("form", "route", "unit") else found
                break
    if found:
        return found
    folded = text.casefold()
    if not key or key.replace(" ", "").isdecimal():
        return "strength" if folded.endswith("%") else "number" if key else "symbol"
    if folded[0].isdecimal():
        match = _strength().fullmatch(folded)
        if match and (match.group(1) == "%" or known.get(str(normalize(match.group(1)))) in _UNIT_LIKE):
            return "strength"
    if any(char.isdecimal() for char in key) and _frequency().fullmatch(key):
        return "frequency"
    return ""


_ORDINARY: Final = ("noise", "prose")
_UNIT_LIKE: Final = ("unit", "form", "frequency", "packaging")


def _with_phrases(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the words of a listed phrase the phrase's category."""
    if not tokens:
        return tokens
    table = _phrases()
    changed: dict[int, str] = {}
    for at, token in enumerate(tokens):
        for phrase, category in table.get(token.key, ()):
            if tuple(t.key for t in tokens[at : at + len(phrase)]) == phrase:
                changed.update(dict.fromkeys(range(at, at + len(phrase)), category))
    if not changed:
        return tokens
    return tuple(t._replace(category=changed[i]) if i in changed else t for i, t in enumerate(tokens))


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, category in PHRASES:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, category))
    return {first: tuple(rules) for first, rules in found.items()}

"""Where a medicine stands that is named before its verb: "that I advised against", "agreed to avoid it"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from medcheck.model import Exposure
from medcheck.notes.beside import CueAt, SentenceSoFar
from medcheck.notes.courses import Places, Told
from medcheck.notes.listing import LIST_WORDS, SMALL_WORDS
from medcheck.notes.words import words as _words

__all__ = ["SWITCHED", "is_behind", "is_gapped", "is_subject", "substituted", "switched_person"]

_OBJECTS: Final = _words("it them these those")
_AFTER_OBJECT: Final = _words(
    """
    after again all although and any anymore anyway as at because before but by completely despite due
    during either entirely ever for from given he here however i if in just last long now on once or per
    recently regularly she since so throughout today together too twice under unless until we when while
    with without yesterday yet
    """
)
_AFTER_CLAUSE: Final = _AFTER_OBJECT | _words("are caused did gave had has is left made was were worked")
_SUBJECTS: Final = _words("he i patient pt she they we you")
_BETWEEN: Final = _words(
    """
    always also can could been did do does had has have just must never not now really shall should since
    specifically strongly subsequently was will would
    """
)
_WHICH: Final = _words("that which")


def is_behind(
    words: Sequence[str], mentions: Sequence[tuple[int, int]], clauses: Sequence[int], pieces: Sequence[int],
    first: int, last: int,
) -> bool:  # fmt: skip
    """Whether a rule at words ``first`` to ``last`` for a medicine after it is about one before it."""
    if not any(b <= first and clauses[first] - clauses[b - 1] <= 1 for _, b in mentions):
        return False
    end = len(words)
    if last < end and words[last] in _OBJECTS and clauses[last] == clauses[first]:
        return last + 1 == end or pieces[last + 1] != pieces[last] or words[last + 1] in _AFTER_OBJECT
    if last < end and pieces[last] == pieces[last - 1] and words[last] not in _AFTER_CLAUSE:
        return False
    if any(last <= a and clauses[a] == clauses[first] and pieces[a] == pieces[last - 1] for a, _ in mentions):
        return False
    at = first - 1
    while at >= 0 and first - at < 4 and words[at] in _BETWEEN:
        at -= 1
    if at < 1 or words[at] not in _SUBJECTS:
        return False
    at -= words[at - 1] == "the"
    at -= words[at - 1] in _WHICH
    before = max((b for _, b in mentions if b <= at), default=0)
    return before > 0 and all(w in LIST_WORDS or w[:1].isdecimal() for w in words[before:at])


_REASONS: Final = _words("after at because by during due for from in on owing when")


def is_gapped(sentence: SentenceSoFar, hit: CueAt, number: int) -> bool:
    """Whether the verb is left out: "A was stopped because of gout and B because of a cough"."""
    words, clauses = sentence.words, sentence.clauses
    end, first, last = sentence.mentions[number - 1][1], *sentence.mentions[number]
    if hit.ahead or not end <= hit.first < hit.last < first or last >= len(words):
        return False
    if words[first - 1] != "and" or words[last] != words[hit.last] or words[last] not in _REASONS:
        return False
    return clauses[first] - clauses[hit.first] <= (words[last] == "because")


_NAMED_AGAIN: Final = _words("all both each either it neither that these they this which")
_WHILE: Final = _words("after despite during on since while")
_ARTICLES: Final = _words("a an her his the")
_EMPTY: Final = _words("and but he i it later now she so soon that then they we who yet")


_SUBORDINATE: Final = _words("after before once until when where")


def is_subject(words: Sequence[str], pieces: Sequence[int], first: int, last: int, verb: int) -> bool:
    """Whether the medicine at words ``first`` to ``last`` does what the verb after it says.

    >>> words, pieces = "continue a and the injection gave no relief".split(), [0, 0, 1, 1, 1, 1, 1, 1]
    >>> is_subject(words, pieces, 1, 2, 5)
    False
    """
    if not _NAMED_AGAIN.isdisjoint(words[last : verb + 3]):
        return True
    at = first - 1
    while at > 0 and words[at] in SMALL_WORDS:
        at -= 1
    if at >= 0 and words[at] in _WHILE:
        return False
    begin = verb
    while begin > last and pieces[begin - 1] == pieces[verb]:
        begin -= 1
    if begin == last and pieces[last - 1] == pieces[verb]:
        at = next((n for n in range(last, verb) if words[n] in _SUBORDINATE), verb)
        return at >= verb - 1 or words[at + 1] in _OBJECTS
    return all(
        w in _EMPTY
        or (w in LIST_WORDS and w not in _ARTICLES)
        or w in _BETWEEN
        or w[:1].isdecimal()
        or w.endswith("ly")
        for w in words[begin:verb]
    )


SWITCHED: Final = _words("changed converted moved rotated swapped switched transitioned")
_PERSONS: Final = _words("her him me patient them")
_TO: Final = _words("onto to")
_BEGUN: Final = _words("began begun given had on placed prescribed put started took treated tried used")
_FUTURE: Final = _words("be can could may might plan planning should to will would")


def substituted(words: Sequence[str], mentions: Places, at: int) -> tuple[Told, ...]:
    """What "substituted A for B" says of both; at the verb."""
    places = [place for place in mentions if place[0] > at][:2]
    if len(places) < 2 or places[0][0] - at > 2 or "for" not in words[places[0][1] : places[1][0]]:
        return ()
    link = words.index("for", places[0][1])
    return Told(at, at + 1, Exposure.TAKING, True, "next"), Told(
        link, link + 1, Exposure.STOPPED, True, "next"
    )


def switched_person(words: Sequence[str], mentions: Places, at: int) -> tuple[Told, ...]:
    """What "switched her to" says of the medicine before it and of the one after it; at the verb.

    >>> words, places = "began a but we switched her to b".split(), [(1, 2), (7, 8)]
    >>> [(told.first, told.exposure.value, told.ahead) for told in switched_person(words, places, 4)]
    [(0, 'stopped', True), (6, 'taking', True)]
    """
    if _PERSONS.isdisjoint(words[at + 1 : at + 3]) or not _FUTURE.isdisjoint(words[max(0, at - 2) : at]):
        return ()
    to = next((i for i in range(at + 2, min(len(words), at + 9)) if words[i] in _TO), -1)
    after = next((place for place in mentions if place[0] > to), None)
    if to < 0 or after is None or after[0] - to > 3:
        return ()
    now = Told(to, to + 1, Exposure.TAKING, True)
    if any(at < a < to for a, _ in mentions):
        start = next((i for i in range(at, to) if words[i] == "from"), -1)
        return () if start < 0 else (Told(at, start + 1, Exposure.STOPPED, True, "next"), now)
    before = next((place for place in reversed(mentions) if place[1] <= at), None)
    if before is None:
        return (now,)
    begun = next((i for i in range(before[0] - 1, max(-1, before[0] - 5), -1) if words[i] in _BEGUN), -1)
    return (now,) if begun < 0 else (Told(begun, begun + 1, Exposure.STOPPED, True), now)

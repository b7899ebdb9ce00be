"""What a medicine did to the person: "rash on amoxicillin", "penicillin - rash"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from medcheck.exposure import Cue, CueHit
from medcheck.model import Exposure
from medcheck.resolve.another_pack import is_of
from medcheck.resolve.spans import Hit, Lookup
from medcheck.resolve.types import NameStore
from medcheck.sig import Token

__all__ = ["of_persons", "with_reactions"]


class _Harm(NamedTuple):
    """A reaction, and the groups of medicines for which it is one.

    Before "on" it is one of any medicine that is not ``treated`` by (given for it), unless ``causes``
    says that only some cause it; behind a dash ("lisinopril - hypertension") only of the ``blamed``.
    """

    words: str
    treated: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    blamed: tuple[str, ...] = ()


_SKIN: Final = ("antifungal", "antihistamine", "cold_allergy_medicine", "corticosteroid", "zinc")
_ANTIBIOTICS: Final = (
    *("cephalosporin", "fluoroquinolone", "macrolide", "penicillin_antibiotic"),
    "sulfonamide_antibiotic",
)
_OFTEN: Final = (*_ANTIBIOTICS, "ace_inhibitor", "anticonvulsant", "nsaid", "opioid", "statin")
_STOMACH: Final = (*_ANTIBIOTICS, "opioid")
_ACHES: Final = ("corticosteroid", "gabapentinoid", "nsaid", "opioid", "skeletal_muscle_relaxant")

_HARMS: Final = (
    *(_Harm(words, _SKIN, (), _OFTEN) for words in ("hives", "itching", "rash", "urticaria")),
    *(
        _Harm(words, ("antihistamine", "corticosteroid", "epinephrine"), (), _OFTEN)
        for words in ("anaphylaxis", "angioedema", "facial swelling", "lip swelling", "tongue swelling")
    ),
    *(
        _Harm(words, _ACHES, (), ("statin",))
        for words in ("muscle aches", "muscle pain", "muscle pains", "myalgia", "myalgias", "myopathy")
    ),
    *(_Harm(words, (), (), ("statin",)) for words in ("rhabdo", "rhabdomyolysis")),
    *(_Harm(words, (), ("ace_inhibitor",), ("ace_inhibitor",)) for words in ("cough", "dry cough")),
    *(
        _Harm(words, (), ("psychiatric_medicine", "dopamine_antagonist_antiemetic"))
        for words in ("akathisia", "dystonia", "tardive dyskinesia")
    ),
    *(
        _Harm(words, ("antiemetic",), _STOMACH, _STOMACH)
        for words in ("gi upset", "nausea", "stomach upset", "upset stomach", "vomiting")
    ),
)
_BY_FIRST: Final[dict[str, list[tuple[tuple[str, ...], _Harm]]]] = {}
for _harm in _HARMS:
    _key = tuple(_harm.words.split())
    _BY_FIRST.setdefault(_key[0], []).append((_key, _harm))

_LINKS: Final = frozenset(["from", "on", "with"])
_DENIED: Final = frozenset(["denied", "denies", "never", "no", "not", "without"])
_NUMERIC: Final = ("form", "frequency", "number", "strength", "unit")


_TOLD: Final = frozenset(
    [
        "agitation", "akathisia", "anaphylactic", "anaphylaxis", "angioedema", "breathing", "collapse",
        "confusion", "diarrhea", "diarrhoea", "dizziness", "dizzy", "dyspnea", "dystonia", "gi",
        "hallucinations", "hives", "hyperactive", "hyperactivity", "itch", "itching", "itchy", "nausea",
        "palpitations", "paradoxical", "rash", "reaction", "restless", "restlessness", "rls", "seizure",
        "seizures", "sob", "swelling", "swollen", "syncope", "throat", "tongue", "unknown", "urticaria",
        "vomiting", "welts",
    ]
)  # fmt: skip
"""Words for what an allergy did, one of which settles that "Zyrtec allergy - rash" is no product."""

_SHELF: Final = frozenset(["and", "cold", "eyes", "for", "nose", "relief", "relieves", "sinus", "treats"])
"""Words of what such a product is for."""

_ALLERGY: Final = ("allergies", "allergy")
_MOST_TOLD: Final = 4


def of_persons(
    tokens: Sequence[Token], text: str, hits: Sequence[Hit], lookup: Lookup
) -> tuple[list[Hit], list[CueHit]]:
    """``hits`` without an "allergy" of the person at the end of a brand, and the rules that say so.

    "Zyrtec Allergy" is a product; in "Zyrtec allergy - rash" the brand alone is meant.
    """
    kept: list[Hit] = []
    found: list[CueHit] = []
    for hit in hits:
        at = hit.last - 1
        rows = lookup.rows(" ".join(hit.key.split()[:-1])) if tokens[at].key in _ALLERGY else ()
        if at > hit.first and rows and _tells(tokens, text, at):
            found.append(_allergy(tokens, at))
            hit = hit._replace(last=at, key=" ".join(hit.key.split()[:-1]), rows=rows)
        elif hit.last < len(tokens) and tokens[hit.last].key in _ALLERGY and _tells(tokens, text, hit.last):
            found.append(_allergy(tokens, hit.last))
        kept.append(hit)
    return kept, found


def _allergy(tokens: Sequence[Token], at: int) -> CueHit:
    return CueHit(at, at + 1, Cue((tokens[at].key,), Exposure.ALLERGY, "after", "next"))


def _tells(tokens: Sequence[Token], text: str, at: int) -> bool:
    """Whether a sign and what was seen follow the word "allergy" at ``at``."""
    behind = tokens[at + 1 : at + 1 + _MOST_TOLD]
    if not behind or not text[tokens[at].end : behind[0].start].strip(" ") or behind[0].joiner in (",", ";"):
        return False
    words = {t.key for t in behind}
    return not _TOLD.isdisjoint(words) and _SHELF.isdisjoint(words)


def with_reactions(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    store: NameStore,
    cues: tuple[CueHit, ...],
    allergies: Sequence[CueHit] = (),
) -> tuple[CueHit, ...]:
    """``cues`` with ``allergies`` and the reactions beside the names, in the place of any they overlap."""
    found = list(allergies)
    for at, token in enumerate(tokens):
        for words, harm in _BY_FIRST.get(token.key, ()):
            last = at + len(words)
            if tuple(t.key for t in tokens[at:last]) == words:
                found.extend(_read(tokens, hits, store, at, last, harm))
    if not found:
        return cues
    kept = [c for c in cues if not any(c.first < f.last and f.first < c.last for f in found)]
    return tuple(sorted([*kept, *found], key=lambda hit: hit.first))


def _read(
    tokens: Sequence[Token], hits: Sequence[Hit], store: NameStore, first: int, last: int, harm: _Harm
) -> Iterable[CueHit]:
    if first and tokens[first - 1].key in _DENIED:
        return
    phrase = tuple(t.key for t in tokens[first:last])
    if last < len(tokens) and tokens[last].key in _LINKS and tokens[first].joiner in ("", "-", ",", ";"):
        named = next((h for h in hits if h.first == last + 1), None)
        if (
            named is not None
            and not is_of(store, named, harm.treated)
            and (not harm.causes or is_of(store, named, harm.causes))
        ):
            cue = Cue((*phrase, tokens[last].key), Exposure.ALLERGY, "before", "pair")
            yield CueHit(first, last + 1, cue)
        return
    named = next((h for h in hits if h.last == first), None)
    if named is None or not (tokens[first].joiner == "-" or tokens[first].bracket):
        return
    if is_of(store, named, harm.treated):
        yield CueHit(first, last, Cue(phrase, None, "after", "next"))  # "EpiPen - anaphylaxis"
        return
    if not is_of(store, named, harm.blamed):
        return
    item = [t for t in tokens if t.piece == tokens[first].piece]
    if not any(t.category in _NUMERIC for t in item):
        yield CueHit(first, last, Cue(phrase, Exposure.ALLERGY, "after", "piece"))

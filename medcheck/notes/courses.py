"""Past courses that no fixed phrase tells: "managed only three weeks of", "were of little help"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from medcheck.model import Exposure
from medcheck.notes.listing import SMALL_WORDS
from medcheck.notes.past import COUNTS, MUCH, is_past
from medcheck.notes.words import words as _words

__all__ = ["COURSES", "LASTED", "SPANS", "Finder", "Places", "Told"]


class Told(NamedTuple):
    """What the words ``first`` to ``last`` (exclusive) say of the medicines ahead of them or behind."""

    first: int
    last: int
    exposure: Exposure
    ahead: bool
    reach: str = "clause"


Places = Sequence[tuple[int, int]]
Finder = Callable[[Sequence[str], Places, int], Told | None]
"""Reads the words round a word that may tell something."""


def mention_after(words: Sequence[str], mentions: Places, at: int) -> tuple[int, int] | None:
    """The medicine named at ``at``, small words left aside."""
    for place in mentions:
        if place[0] >= at:
            return place if all(word in SMALL_WORDS for word in words[at : place[0]]) else None
    return None


_PERFECT: Final = _words("has have having will would to needs need should must may can could")
_SPANS: Final = _words("day days week weeks month months year years")
_PORTIONS: Final = _words(
    "dose doses tablet tablets pill pills injection injections infusion infusions night nights"
)
_ONLY: Final = _words("barely hardly just merely only scarcely")
_LASTED: Final = _words(
    "completed did endured finished had lasted managed received stuck survived through tolerated took tried"
)


def _counted(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Managed only three weeks of it", "lasted a week on it"; at the unit."""
    if words[at + 1 : at + 2] not in (["of"], ["on"], ["with"]) or not mention_after(words, mentions, at + 2):
        return None
    verb = at - 1
    while verb >= 0 and (words[verb] in MUCH or words[verb] in COUNTS or words[verb].isdecimal()):
        verb -= 1
    if verb < 0 or verb == at - 1 or words[verb] not in _LASTED:
        return None
    if words[at] in _PORTIONS and _ONLY.isdisjoint(words[verb:at]):
        return None
    before = words[verb - 1] if verb else ""
    if before in _PERFECT or (words[verb] == "did" and before not in ("he", "she", "i", "only")):
        return None
    return Told(verb, at + 2, Exposure.STOPPED, True)


_WHO: Final = _words("also first he i initially later patient previously pt she then they we who")
_COURSE: Final = _words("course courses trial spell burst")
_ARTICLES: Final = _words(
    "a an one two three several short brief long single of prolonged second first further"
)
_TREATMENTS: Final = _words("conditioning eradication induction")


def _had(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "He had Valcyte for six months", "she had a short course of prednisone"; at "had"."""
    if at and words[at - 1] not in _WHO:
        return None
    begin = at + 1
    while begin < len(words) and (words[begin] in _ARTICLES or words[begin] in _COURSE):
        begin += 1
    place = mention_after(words, mentions, begin)
    if place is None:
        return None
    follows = words[place[1]] if place[1] < len(words) else ""
    course = not _COURSE.isdisjoint(words[at + 1 : begin]) or follows in _TREATMENTS or follows in _COURSE
    if course or is_past(("had",), words, at, at + 1, (0,) * len(words)):
        return Told(at, at + 1 if begin == at + 1 else begin, Exposure.STOPPED, True)
    return None


def _used(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "She used it in college"; at "used"."""
    if not at or words[at - 1] not in _WHO or not mention_after(words, mentions, at + 1):
        return None
    past = is_past(("used",), words, at, at + 1, (0,) * len(words))
    return Told(at, at + 1, Exposure.STOPPED if past else Exposure.TAKING, True, "clause" if past else "next")


_PUT: Final = _words("covered controlled managed maintained stabilized started treated")
_APART: Final = COUNTS | _words(
    """
    a about admission afterwards almost an and approximately at birth by clinic cycle day days dentist
    department doctor ed emergently er eventually first floor for four gp her his home hospital icu in
    initially last least locally month months next outside over past primarily prior service several some
    the then there urgent week weeks working year years
    """
)


def _apart(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Was treated for the first three days with it", verb and preposition apart; at the verb."""
    end = at + 1
    while end < min(len(words), at + 9) and (
        words[end] in _APART or words[end].isdecimal() or words[end].endswith("ly")
    ):
        end += 1
    if not at + 1 < end < len(words) or words[end] not in ("on", "with"):
        return None
    place, before = mention_after(words, mentions, end + 1), words[max(0, at - 3) : at]
    if place is None or not _WILL.isdisjoint(before) or not _BEEN.isdisjoint(before):
        return None
    lasted = "for" in words[at:end] and not SPANS.isdisjoint(words[at:end])
    exposure = Exposure.STOPPED if lasted or "initially" in words[at:end] else Exposure.TAKING
    return Told(at, end + 1, exposure, True)


_BEEN: Final = _words("been being never no not")
_REPEATED: Final = _words("got had needed received required taken took tried underwent undergone used")
_WILL: Final = _words("can could may might needs should to will would")


def _repeated(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Has had three courses of it", "required two bursts of it"; at the noun."""
    if words[at + 1 : at + 2] != ["of"] or not mention_after(words, mentions, at + 2):
        return None
    verb = next((i for i in range(at - 1, max(-1, at - 6), -1) if words[i] in _REPEATED), -1)
    if verb < 0 or not _WILL.isdisjoint(words[max(0, verb - 3) : verb]):
        return None
    return Told(verb, at + 2, Exposure.STOPPED, True)


def _gave(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Somebody gave her it in 2018"; at "gave"."""
    begin = at + 1 + (words[at + 1 : at + 2] in (["her"], ["him"], ["me"], ["them"]))
    if not mention_after(words, mentions, begin) or not is_past(
        ("had",), words, at, at + 1, (0,) * len(words)
    ):
        return None
    return Told(at, begin, Exposure.STOPPED, True)


_ILLS: Final = _words(
    """
    agitation akathisia angioedema confusion constipation cough cramps delirium diarrhea diarrhoea
    dizziness dyspepsia dystonia edema flushing hallucinations headache headaches heartburn hives itching
    myalgias nausea nightmares oedema palpitations priapism pruritus rash reaction sedation swelling
    tremor vomiting wheezing
    """
)
_SUFFERED: Final = _words("developed develops experienced gets got had suffered")
_SUCH: Final = _words(
    "a an and awful bad horrible intense intolerable leg marked muscle severe significant some terrible vivid"
)


def _suffered(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Had hallucinations with it", "gets a bad headache from it"; at the ill."""
    if words[at + 1 : at + 2] not in (["with"], ["from"], ["on"], ["after"]):
        return None
    place = mention_after(words, mentions, at + 2)
    verb = at - 1
    while verb >= 0 and words[verb] in _SUCH:
        verb -= 1
    if place is None or place[0] != at + 2 or verb < 0 or words[verb] not in _SUFFERED:
        return None
    if verb and words[verb - 1] in ("has", "have", "not", "never"):
        return None
    return Told(verb, at + 2, Exposure.ALLERGY, True)


_NONE: Final = _words("brief doubtful limited little minimal no poor questionable temporary transient")
_SOME: Final = _words("marginal modest moderate partial slight some short")
_DEGREE: Final = _words(
    """
    a any appreciable at best but clear clinical great if just lasting lived long much noticeable not obvious
    only particular real significant sustained symptomatic term therapeutic very
    """
)
_GAVE: Final = _words(
    """
    afforded brought conferred derived found gave got had made obtained offered produced proved provided was
    were with yielded
    """
)
_GOT: Final = _words("derived found got had obtained with")
_CHANGED: Final = _words(
    """
    discontinuing doubling extra higher increase increased increases increasing lowering raising reducing
    reduction splitting stopping
    """
)
_FROM: Final = _words("from on with")
_LASTING: Final = _words("benefit effect help improvement success")


def _gain(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Were of only temporary help", "gave her little relief", "had limited success with"; at the gain."""
    verb = at - 1
    while verb >= 0 and (words[verb] in _NONE or words[verb] in _SOME or words[verb] in _DEGREE):
        verb -= 1
    degree = words[verb + 1 : at]
    if _NONE.isdisjoint(degree) and (_SOME.isdisjoint(degree) or _ONLY.isdisjoint(degree)):
        return None
    while verb >= 0 and words[verb] in ("of", "to", "be", "her", "him", "me", "them"):
        verb -= 1
    if verb < 0 or words[verb] not in _GAVE or (verb and words[verb - 1] in _PERFECT):
        return None
    if words[verb] in _GOT and at + 1 < len(words) and words[at + 1] in _FROM:
        of_next = words[at] in _LASTING and mention_after(words, mentions, at + 2)
        return Told(verb, at + 2, Exposure.STOPPED, True) if of_next else None
    if words[verb] == "with" or not _CHANGED.isdisjoint(words[max(0, verb - 6) : verb]):
        return None
    return Told(verb, at + 1, Exposure.STOPPED, False, "subject")


_WAS: Final = _words("did was used had")
_PICKED: Final = _words("agent alternative bet choice drug option preferable safer solution")
_MIGHT: Final = _words("could may might should will would")
_BETTER: Final = _words("doing does tolerates tolerating tolerated feels")


def _than(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Lasts longer than A did", "a safer choice than A"; at "than"."""
    begin = at + 1
    while begin < len(words) and words[begin] in ("on", "with", "she", "he", "did", "was", "when", "it"):
        begin += 1
    place = mention_after(words, mentions, begin)
    if place is None:
        return None
    before = words[max(0, at - 12) : at]
    follows = words[place[1] : place[1] + 2]
    if follows[:1] == ["ever"]:
        follows = follows[1:]
    if (follows and follows[0] in _WAS) or not _WAS.isdisjoint(words[at + 1 : begin]):
        return Told(at, place[0], Exposure.STOPPED, True, "next")
    if not _PICKED.isdisjoint(before[-4:]) and not _MIGHT.isdisjoint(before):
        return Told(at, place[0], Exposure.NEGATED, True, "next")
    if before[-1:] == ["better"] and not _BETTER.isdisjoint(before):
        return Told(at, place[0], Exposure.STOPPED, True, "next")
    return None


_FAILED: Final = _words(
    """
    agreed controlled did gave had helped lasted made proved provided relieved seemed suited touched was were
    worked
    """
)


def _neither(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Neither A nor B helped"; at "neither"."""
    places = [place for place in mentions if place[0] > at][:2]
    if len(places) == 1 and words[places[0][1] : places[0][1] + 1] == ["nor"]:
        return Told(at, at + 1, Exposure.NEGATED, True)
    if len(places) < 2 or "nor" not in words[places[0][1] : places[1][0]]:
        return None
    follows = words[places[1][1]] if places[1][1] < len(words) else ""
    exposure = Exposure.STOPPED if follows in _FAILED else Exposure.NEGATED
    return Told(at, at + 1, exposure, True)


def _nor(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """The second name of "neither A nor B"; at "nor"."""
    start = next((i for i in range(at - 1, max(-1, at - 8), -1) if words[i] == "neither"), -1)
    told = _neither(words, mentions, start) if start >= 0 else None
    return told._replace(first=at, last=at + 1) if told else None


_BAD: Final = _words("disappointing hard ineffective intolerable too unbearable unhelpful unpleasant useless")


def _found(words: Sequence[str], mentions: Places, at: int) -> Told | None:
    """ "Found it too sedating", "found A unhelpful"; at "found"."""
    begin = at + 1 + (words[at + 1 : at + 2] == ["that"])
    if begin + 1 < len(words) and words[begin] in ("it", "them", "this") and words[begin + 1] in _BAD:
        return Told(at, begin + 2, Exposure.STOPPED, False, "clause")
    place = mention_after(words, mentions, at + 1)
    if place is not None and place[1] < len(words) and words[place[1]] in _BAD:
        return Told(at, at + 1, Exposure.STOPPED, True, "next")
    return None


SPANS: Final = _SPANS | _PORTIONS
LASTED: Final = _LASTED - _words("had took")
COURSES: Final[dict[str, Finder]] = {
    "found": _found,
    "gave": _gave,
    **dict.fromkeys(_PUT, _apart),
    "had": _had,
    "neither": _neither,
    "nor": _nor,
    "than": _than,
    "used": _used,
    **dict.fromkeys(SPANS, _counted),
    **dict.fromkeys(_words("bursts courses rounds trials"), _repeated),
    **dict.fromkeys(_ILLS, _suffered),
    **dict.fromkeys(
        _words("avail benefit difference effect help improvement relief success use value"), _gain
    ),
}
"""What looks round a word, by the word."""

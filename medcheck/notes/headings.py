"""Which words are a heading, and of what kind of section: a table.

A table in code, like those of :mod:`medcheck.exposure`: a table of the store would be read at
every start for a hundred rows that change with the code that reads them.
"""

from __future__ import annotations

from typing import Final

from medcheck.notes.words import words
from medcheck.text import normalize

__all__ = ["NEED_A_COLON", "NEED_CAPITALS", "ONE_LINE", "kind_of_heading"]

_RULES: Final[tuple[tuple[str, str], ...]] = (
    # (words that must all be there; "a/b" is either), kind: the first rule that fits
    ("family", "family"),
    ("allergies/allergy/allergic/intolerances/intolerance/sensitivities/hypersensitivities", "allergies"),
    ("adverse reactions/reaction/events/rxn/rxns", "allergies"),
    ("drug/drugs/med/meds/medication/medications reactions/reaction/rxn/rxns", "allergies"),
    ("intolerant/allergens", "allergies"),
    ("medication/medications/meds/drugs tried", "stopped"),
    (
        "medication/medications/meds/drugs/doses not given/taken/taking/administered/tolerated/resumed",
        "stopped",
    ),
    ("medication/medications/meds/drugs/doses omitted/missed/refused/paused/suspended/ceased", "stopped"),
    ("med/meds/medication/medications/psych/drug trials", "stopped"),
    (
        "past/previous/prev/prior/failed tx/rx/treatment/treatments/therapy/therapies/dmards/biologics",
        "stopped",
    ),
    ("medication/medications/meds/medicine/medicines/drugs reconciliation", "medications"),
    ("discontinue/stop/withheld/held medication/medications/meds/medicines/drugs", "stopped"),
    ("discontinue/discontinued/stopped/ceased", "stopped"),
    ("past/previous/former/prior/failed medication/medications/meds/drugs trials/trial", "stopped"),
    ("past/previous/former/prior/failed/earlier trials/trial", "stopped"),
    ("past/previous/former/prior/failed psychiatric/psychotropic medication/medications/meds", "stopped"),
    ("prior/admission to/prior admission/arrival/hospitalization", "admission"),
    ("past/previous/prev/old/former/failed medication/medications/meds/medicines/drugs", "stopped"),
    ("start/planned medication/medications/meds/medicines", "plan"),
    ("medication/medications/meds/medicine/medicines/prescriptions/pharmacotherapy", "medications"),
    ("drugs current/home/regular/discharge/admission", "medications"),
    ("drug history", "medications"),
    ("rx/tx/psych/treatment hx", "other"),
    ("rx/dhx/dh", "medications"),
    ("supplements/vitamins/otc/otcs", "medications"),
    ("lab/labs/laboratory/laboratories/chemistry/chemistries/bloods/bmp/cmp/electrolytes", "labs"),
    ("toxicology/tox/uds/utox", "screen"),
    ("diagnostic studies/data/tests/results", "labs"),
    ("assessment/impression/a and/plan/recommendation/recommendations", "assessment"),
    ("plan/plans/recommendations/recommendation", "plan"),
    ("social/habits/substance/substances/tobacco/alcohol/etoh/lifestyle", "substances"),
)

_STOPPED_HERE: Final = (
    *("cancelled", "ceased", "completed", "crossed out", "finished", "hold", "holding", "off", "omitted"),
    *("paused", "suspended", "withhold"),
)
_PLANNED_HERE: Final = (
    *("add", "alternatives", "considering", "on discharge", "options", "restart", "resume", "start"),
    *("starting", "to start", "tomorrow"),
)
ONE_LINE: Final = frozenset((*_STOPPED_HERE, *_PLANNED_HERE))
"""Headings of a single line: what is below it belongs to the section before."""

_KNOWN: Final[dict[str, str]] = {
    "a p": "assessment",
    "active": "medications",
    "adr": "allergies",
    "adrs": "allergies",
    "adverse drug events": "allergies",
    "adverse events": "allergies",
    "all": "allergies",
    "allergen": "allergies",
    "allergens": "allergies",
    "alls": "allergies",
    "drug sensitivities": "allergies",
    "sensitivity": "allergies",
    "algy": "allergies",
    "infusions": "medications",
    "continuous infusions": "medications",
    "drips": "medications",
    "gtts": "medications",
    "past psychotropics": "stopped",
    "prior psychotropics": "stopped",
    "previous psychotropics": "stopped",
    "failed": "stopped",
    "past treatments": "stopped",
    "previous treatments": "stopped",
    "prior treatments": "stopped",
    "continue": "medications",
    "changed": "medications",
    "unchanged": "medications",
    "stop": "stopped",
    "held": "stopped",
    "inactive": "stopped",
    "new rx": "plan",
    "on hold": "stopped",
    "new": "plan",
    "rec": "plan",
    "recs": "plan",
    "discharge instructions": "plan",
    "patient instructions": "plan",
    "fhx": "family",
    "fam hx": "family",
    "shx": "substances",
    **dict.fromkeys(_STOPPED_HERE, "stopped"),
    **dict.fromkeys(_PLANNED_HERE, "plan"),
    **dict.fromkeys(("same", "increased", "decreased"), "medications"),
    **dict.fromkeys(("post ext", "post extraction", "post procedure", "post cath", "post surgery"), "plan"),
    **dict.fromkeys(("post dc", "post d c", "post discharge", "after discharge", "pre op", "preop"), "plan"),
    "tta": "medications",
    "ttas": "medications",
    "tto": "medications",
    "ttos": "medications",
    "regular": "medications",
    "prn": "medications",
    "acute": "medications",
    "acutes": "medications",
    "advice": "plan",
    "premed": "plan",
    "post op": "plan",
    "postop": "plan",
    "rxns": "allergies",
    "reactions": "allergies",
    "allg": "allergies",
    "allgs": "allergies",
    "allerg": "allergies",
    "intol": "allergies",
    "intols": "allergies",
    **dict.fromkeys(
        ("abx", "analgesia", "antibiotics", "current", "herbals", "pressors", "prns"), "medications"
    ),
    **dict.fromkeys(("pta", "restarted", "sedation", "started", "supps", "vasopressors"), "medications"),
    **dict.fromkeys(("new orders", "next", "next steps", "orders", "recommend", "to do", "todo"), "plan"),
    "rx hx": "other",
    "tx hx": "other",
    "hx tx": "other",
    "fam": "family",
    "assessment": "assessment",
    "assessment plan": "assessment",
    "chief complaint": "other",
    "course": "other",
    "current therapy": "medications",
    "current treatment": "medications",
    "diagnoses": "other",
    "diagnosis": "other",
    "disposition": "other",
    "examination": "other",
    "fh": "family",
    "findings": "other",
    "follow up": "other",
    "followup": "other",
    "history": "other",
    "history of present illness": "other",
    "hospital course": "other",
    "hpi": "other",
    "impression": "assessment",
    "imp": "assessment",
    "instructions": "plan",
    "investigations": "labs",
    "interval history": "other",
    "medical history": "other",
    "objective": "other",
    "on examination": "other",
    "past history": "other",
    "past medical history": "other",
    "past surgical history": "other",
    "physical exam": "other",
    "physical examination": "other",
    "pmh": "other",
    "presenting complaint": "other",
    "present illness": "other",
    "problem list": "other",
    "problems": "other",
    "procedures": "other",
    "procedure": "other",
    "psh": "other",
    "reason for consultation": "other",
    "reason for visit": "other",
    "repeat": "medications",
    "repeats": "medications",
    "review of systems": "other",
    "ros": "other",
    "sh": "substances",
    "subjective": "other",
    "surgical history": "other",
    "treatment": "medications",
    "treatment plan": "plan",
    "vital signs": "other",
    "vitals": "other",
}

NEED_A_COLON: Final = words(
    """
    abx active add all allerg allg allgs alls alternatives analgesia antibiotics cancelled ceased
    changed completed considering continue current decreased failed fam finished held herbals hold
    holding inactive increased intol intols new next off omitted options orders paused pressors prn prns
    pta reactions rec recommend recs regular restart restarted resume rxns same sedation start started
    starting stop supps suspended todo tomorrow unchanged vasopressors withhold
    """
)
"""Headings of one word that are only headings before a colon."""

NEED_CAPITALS: Final = words(
    """
    dh dhx otc otcs rx supplements vitamins
    """
)
"""Words that in a line without a colon are more often part of a list than a heading."""

_MOST_WORDS: Final = 7


def kind_of_heading(heading: str) -> str:
    """The kind of section that a heading opens; "" where the words are no known heading.

    >>> kind_of_heading("MEDICATIONS PRIOR TO ADMISSION"), kind_of_heading("Discontinued meds")
    ('medications', 'stopped')
    >>> kind_of_heading("The patient is discharged with")
    ''
    """
    key = normalize(heading)
    words = key.split()
    if not words or len(words) > _MOST_WORDS:
        return ""
    if key in _KNOWN:
        return _KNOWN[key]
    if not {"the", "is", "are", "was", "were", "takes", "has", "he", "she", "i"}.isdisjoint(words):
        return ""
    present = set(words)
    for wanted, kind in _RULES:
        if all(not present.isdisjoint(either.split("/")) for either in wanted.split()):
            if kind == "admission":
                return "medications" if _MEDICATIONS & present else "other"
            return kind
    return "other" if _ENDINGS & present else ""


_MEDICATIONS: Final = frozenset(["medication", "medications", "meds", "medicines", "drugs"])
_ENDINGS: Final = words(
    """
    history examination exam course diagnosis diagnoses systems signs
    """
)

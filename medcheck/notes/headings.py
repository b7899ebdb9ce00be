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
    ("things/stuff/meds/drugs/treatments/what nothing/failed", "stopped"),
    ("didnt/hasnt/havent/not work/help/worked/helped", "stopped"),
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

_KNOWN_OF_KIND: Final = {
    "allergies": """
        adr; adrs; adverse drug events; adverse events; algy; all; allerg; allergen; allergens;
        allg; allgs; alls; drug sensitivities; intol; intols; reactions; rxns; sensitivity
    """,
    "assessment": """
        a p; assessment; assessment plan; imp; impression
    """,
    "family": """
        fam; fam hx; fh; fhx
    """,
    "labs": """
        investigations
    """,
    "medications": """
        abx; active; acute; acutes; analgesia; antibiotics; changed; continue; continuous infusions;
        current; current therapy; current treatment; decreased; drips; gtts; herbals; increased;
        infusions; med profile; pressors; prn; prns; profile; pta; regular; repeat; repeats;
        restarted; same; sedation; started; supps; treatment; tta; ttas; tto; ttos; unchanged; vasopressors
    """,
    "other": """
        chief complaint; course; diagnoses; diagnosis; disposition; examination; findings; follow
        up; followup; history; history of present illness; hospital course; hpi; hx tx; interval
        history; medical history; objective; on examination; past history; past medical history;
        past surgical history; physical exam; physical examination; pmh; present illness; presenting
        complaint; problem list; problems; procedure; procedures; psh; reason for consultation;
        reason for visit; review of systems; ros; rx hx; subjective; surgical history; tx hx; vital
        signs; vitals
    """,
    "plan": """
        add; advice; after discharge; alternatives; considering; discharge instructions;
        instructions; new; new orders; new rx; next; next steps; on discharge; options; orders;
        patient instructions; post cath; post d c; post dc; post discharge; post ext; post
        extraction; post op; post procedure; post surgery; postop; pre op; premed; preop; rec;
        recommend; recs; restart; resume; start; starting; to do; to start; todo; tomorrow;
        treatment plan
    """,
    "stopped": """
        cancelled; ceased; completed; crossed out; failed; finished; held; hold; holding; inactive;
        off; omitted; on hold; past; past psychotropics; past treatments; paused; prev; previous;
        previous psychotropics; previous treatments; previously; prior psychotropics;
        prior treatments; stop; suspended; tried; withhold
    """,
    "substances": """
        sh; shx
    """,
}
_KNOWN: Final[dict[str, str]] = {
    " ".join(heading.split()): kind
    for kind, headings in _KNOWN_OF_KIND.items()
    for heading in headings.split(";")
}

NEED_A_COLON: Final = words(
    """
    abx active add all allerg allg allgs alls alternatives analgesia antibiotics cancelled ceased
    changed completed considering continue current decreased failed fam finished held herbals hold
    holding inactive increased intol intols new next off omitted options orders past paused pressors prev
    previous previously prn prns profile pta reactions rec recommend recs regular restart restarted resume
    rxns same sedation start started starting stop supps suspended todo tomorrow tried unchanged vasopressors
    withhold
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

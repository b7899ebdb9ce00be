"""Which medicines are documented to trigger, worsen or relieve restless legs syndrome (RLS).

The two tiers of the API::

    import medcheck

    report = medcheck.check(["Tylenol PM 2 tabs qhs", "gabapentin 300"])   # the shipped dataset
    kb = medcheck.KnowledgeBase.open()                                     # open once, ask often
    report = kb.check("benadryl", region="UK")

Importing does no work; the dataset is opened at the first question. Nothing is printed,
nothing leaves the machine, and an unknown medicine is an answer, never an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from medcheck._version import __version__

if TYPE_CHECKING:
    from medcheck.errors import (
        DataError,
        InputError,
        MedcheckError,
        MissingExtraError,
        OutputError,
        StoreError,
    )
    from medcheck.knowledge_base import KnowledgeBase
    from medcheck.lists.frames import Frame
    from medcheck.model import (
        Effect,
        Entry,
        Exposure,
        Finding,
        JudgedIngredient,
        Meaning,
        Report,
        Resolution,
        Suggestion,
        Verdict,
    )
    from medcheck.notes import Mention

__all__ = [
    "DataError",
    "Effect",
    "Entry",
    "Exposure",
    "Finding",
    "InputError",
    "JudgedIngredient",
    "KnowledgeBase",
    "Meaning",
    "MedcheckError",
    "Mention",
    "MissingExtraError",
    "OutputError",
    "Report",
    "Resolution",
    "StoreError",
    "Suggestion",
    "Verdict",
    "__version__",
    "annotate",
    "check",
    "scan",
]

_HOME = {
    "KnowledgeBase": "medcheck.knowledge_base",
    "Mention": "medcheck.notes",
    **dict.fromkeys(
        ("DataError", "InputError", "MedcheckError", "MissingExtraError", "OutputError", "StoreError"),
        "medcheck.errors",
    ),
    **dict.fromkeys(
        (
            "Effect",
            "Entry",
            "Exposure",
            "Finding",
            "JudgedIngredient",
            "Meaning",
            "Report",
            "Resolution",
            "Suggestion",
            "Verdict",
        ),
        "medcheck.model",
    ),
}


def check(names: str | Iterable[str], region: str | None = None) -> Report:
    """Check one name or many against the shipped dataset; each string is one entry.

    ``region`` is one of US, CA, UK, IE, AU, NZ, IN, EU; without one all meanings are shown.
    To ask often, open a :class:`KnowledgeBase` once.

    >>> [entry.verdict.value for entry in check(["metoprolol succ ER 25", "gabapentin"]).entries]
    ['worsens', 'treats']
    """
    from medcheck.knowledge_base import KnowledgeBase

    return KnowledgeBase.open().check(names, region)


def scan(text: str, region: str | None = None, fuzzy: bool = True) -> tuple[Mention, ...]:
    """Every medicine that a free text mentions, in the shipped dataset, with its exact place.

    >>> [(m.start, m.end, m.text, m.exposure.value) for m in scan("No longer takes Seroquel.")]
    [(16, 24, 'Seroquel', 'stopped')]
    """
    from medcheck.knowledge_base import KnowledgeBase

    return KnowledgeBase.open().scan(text, region, fuzzy)


def annotate(frame: Frame, column: str | None = None, region: str | None = None) -> Frame:
    """A copy of a pandas, polars or pyarrow table with what is documented beside each row.

    ``column`` holds the medicines, one or more in a row; without it the column is recognised by its
    name (``drug_name``, ``drug``, ``medication`` ...). The columns that are added begin with ``rls_``;
    where a row names several medicines, their answers stand in one cell, parted by `` | ``. That is
    why ``rls_score`` and ``rls_days_since`` are text; ``rls_part_count`` is a number.

    It is information, not advice: the disclaimer is in ``attrs["rls_disclaimer"]`` of a pandas table and
    in the schema's metadata of a pyarrow table; show it where you show the answers.

    Raises:
        TypeError: ``frame`` is no such table, ``column`` is no string, or a cell of it is no text.
        InputError: there is no such column.
    """
    from medcheck.lists.frames import annotate

    return annotate(frame, column, region)


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return __all__

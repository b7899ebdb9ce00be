"""How old the data are: a remark for people once a release is more than a year old.

The remark depends on the day, so it stands only where a person reads: in the text report on
the command line and in ``medcheck data info``. JSON, CSV, NDJSON and Markdown never hold it,
and neither does the library's own text: the same input and dataset give the same bytes there.
"""

from __future__ import annotations

import time

__all__ = ["age_remark", "today"]


def today() -> str:
    """The day of this computer's clock, as ``2026-11-22``."""
    return time.strftime("%Y-%m-%d")


def age_remark(released: str, on: str | None = None) -> str:
    """What to tell of data released on that day, read on the day ``on`` (today); ``""`` within a year.

    >>> age_remark("2026-11-22", "2027-11-22")
    ''
    >>> age_remark("2026-11-22", "2027-11-23")
    'These data are of 2026-11-22, more than a year old: a newer version may say more.'
    """
    day = today() if on is None else on
    a_year_later = f"{int(released[:4]) + 1:04}{released[4:]}"
    if day <= a_year_later:
        return ""
    return f"These data are of {released}, more than a year old: a newer version may say more."

"""Short forms of the words of rules, so that no rule needs to be written in every spelling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

__all__ = ["SPELLED", "spelled"]

_FORMS: Final = """
    administered: admd admind
    allergic: allergc
    approved: apprvd
    available: avail
    because: becos becuz bcos bcuz
    cancelled: cancd canc
    changed: chgd chngd
    commenced: cmcd cmncd commd
    consider: consid
    contraindicated: contraind contraindic contraindicd contrad contraindctd
    declined: decld declind
    decreased: decrd decd decrsd
    discontinued: discontd discontind discd disctd discont dxcd
    dispensed: dispd
    except: exc
    excluding: excl
    given: gvn
    increased: incrd incd incrsd
    initiated: initd
    month: mth
    months: mos mths
    omitted: omittd
    prescribed: prescd prescrd presc
    reaction: rxn
    reactions: rxns
    received: recd recvd rcvd rcd
    refused: refd refusd
    required: reqd
    restarted: restartd
    started: startd strtd
    stopped: stoped stopt stpd stppd
    suspended: suspd
    switched: swtchd switchd
    tapered: taperd
    today: 2day
    tolerated: tolertd
    tomorrow: tmrw tmr tmw tmrow tomoro tomorow
    tonight: 2nite tonite 2night
    week: wk
    weeks: wks
    withheld: wheld witheld
    year: yr
    years: yrs
    yesterday: yest yday
"""


def _pairs() -> Iterator[tuple[str, str]]:
    for line in _FORMS.strip().splitlines():
        word, _, forms = line.strip().partition(":")
        for form in forms.split():
            yield form, word


SPELLED: Final[dict[str, str]] = dict(_pairs())
"""The word in full for each short form."""


def spelled(words: list[str]) -> list[str]:
    """The words with every short form written out; each keeps its number.

    >>> spelled(["recd", "x1", "2", "wks", "ago"])
    ['received', 'x1', '2', 'weeks', 'ago']
    """
    return [SPELLED.get(word, word) for word in words]

"""``data add-rxnorm`` and ``data add-ndc``: from a published release to an added file and its report."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from medcheck.errors import InputError
from medcheck.overlay import home
from medcheck.overlay.inputs import Problems, open_release
from medcheck.overlay.targets import Substances
from medcheck.overlay.writing import Made, Staging, write_added
from medcheck.store import Store

__all__ = ["add", "report_of"]

_REPORT: Final = "where\tname\twhy it is left out\n"


def report_of(out: str) -> str:
    """Where the rows that could not be used are listed: beside the added file."""
    return str(Path(out).with_suffix(".left-out.tsv"))


def add(kind: str, path: str, out: str | None, store: Store, say: Callable[[str], None]) -> Made:
    """Read the release at ``path`` (``kind`` is ``rxnorm`` or ``ndc``) into an added file.

    It goes to ``out``, or into :func:`medcheck.overlay.home`, where it is found from then on. ``store``
    is the dataset whose ingredients the names are given. ``say`` gets progress and broken rows.

    :raises InputError: the release cannot be read, or holds nothing that could be used.
    :raises StoreError: the file cannot be written.
    """
    target = out or os.path.join(home(), f"{kind}.sqlite")  # noqa: PTH118
    release = open_release(path, say)
    problems = Problems(say)
    with closing(Staging()) as stage:
        if kind == "rxnorm":
            from medcheck.overlay.rxnorm import gather
        else:
            from medcheck.overlay.ndc import gather
        gather(release, stage, Substances(store), problems)
        for code, name in stage.conflicts():
            problems.left_out(code, name, "listed with several compositions: nothing certain")
        for name, number in stage.vague():
            problems.left_out(kind, name, f"the name of {number} compositions: nothing certain")
        problems.sum_up()
        made = write_added(stage, target, kind, release.made_from, release.sha256, store.info().sha256)
    if not made.codes:
        Path(target).unlink()
        raise InputError(f"{path}: no row of it could be used; give the release as it was downloaded")
    lines = ("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in problems.rows)
    with Path(report_of(target)).open("w", encoding="utf-8", newline="\n") as file:
        file.write(_REPORT)
        file.writelines(lines)
    return made._replace(left_out=len(problems.rows))

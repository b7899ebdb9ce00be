"""What ``medcheck data rebuild-vocabulary`` does."""

from __future__ import annotations

from pathlib import Path

from medcheck.vocabulary.rebuild import rebuild, write

__all__ = ["rebuild_vocabulary"]


def rebuild_vocabulary(data: str, wheels: str, out: str, check: bool = False) -> tuple[str, bool]:
    """Rebuild the background names; give what to print, and whether anything is not as the wheels say.

    With ``check`` nothing is written. Identifiers are only reported: ``ingredients.tsv`` is written by hand.

    :raises DataError: a wheel is missing or is not the pinned one, or a table cannot be read.
    """
    rebuilt = rebuild(data, wheels)
    before = Path(data, "names.tsv").read_text(encoding="utf-8")
    changed = rebuilt.names != before
    lines = [f"{len(rebuilt.rows):,} names, {len(rebuilt.left_out):,} left out"]
    lines.append(
        "names.tsv would change" if check and changed else "names.tsv changed" if changed else "no change"
    )
    lines += [str(wrong) for wrong in rebuilt.wrong_ids]
    if not check:
        lines += write(rebuilt, data, out)
    return "\n".join(lines) + "\n", changed or bool(rebuilt.wrong_ids)

"""One JSON object a line: each as it was written, with the ``rls_`` keys at its end.

A line that is no object is kept as the text of ``rls_unread``, so that every line of the output
can be read as JSON. U+0085, U+2028 and U+2029 are written as escapes: readers that end a line there
would break it. Numbers are read as the text they were written as.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import chain
from typing import Any

from medcheck.errors import InputError
from medcheck.knowledge_base import DISCLAIMER
from medcheck.lists.answering import Answering, Asked, Tally
from medcheck.lists.columns import check_new
from medcheck.lists.reading import Lines
from medcheck.render.json import one_line, to_json

__all__ = ["annotate_ndjson"]

_TICK = 1 << 14
_LOOKED_AT = 1_000
_LOOKED_AT_CHARACTERS = 1 << 23
_SHOWN = 40
_BLANK = " \t\r\n"


class _Object(list[tuple[str, Any]]):
    """The pairs of a JSON object, also where a key stands twice."""


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is no number of JSON's")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_Object, parse_float=str, parse_int=str, parse_constant=_no_number
)


def annotate_ndjson(lines: Lines, write: Callable[[str], object], asked: Asked, tally: Tally) -> None:
    """Write the objects of ``lines`` with their answers.

    Raises:
        InputError: none of the first objects has the key, or the file is one JSON array.
    """
    source = iter(lines)
    key, looked_at = _find_key(source, asked, tally)
    said_once = asked.columns[-1:] == ("rls_disclaimer",)
    names = asked.columns[:-1] if said_once else asked.columns
    tail = f',"rls_disclaimer":{to_json(DISCLAIMER)}' if said_once else ""
    later = ',"rls_disclaimer":null' if said_once else ""

    def written(cells: tuple[str, ...]) -> str:
        values = zip(names, cells, strict=True)
        return ",".join(f'"{name}":{_value(name, cell)}' for name, cell in values)

    answer = Answering(asked._replace(columns=names), tally, written)
    for number, line in enumerate(chain(looked_at, source), start=1):
        body = line.rstrip(_BLANK)
        end = line[len(line.rstrip("\r\n")) :]
        if not body:
            write(line)
            continue
        tally.rows += 1
        text, fault = _text_of(body, key)
        if fault and text is None:
            tally.fault(number, fault)
            kept = to_json(line[: len(line) - len(end)])
            write(f'{{"rls_unread":{kept},{answer.unread(fault)}{tail}}}{end}')
        else:
            if fault:
                tally.fault(number, fault)
            elif text is None:
                tally.lacking(number)
            added = answer.unread(fault) if fault else answer(text or "")
            start = one_line(body[:-1].rstrip(_BLANK))
            between = "" if start.strip(_BLANK) == "{" else ","
            write(f"{start}{between}{added}{tail}}}{end}")
        tail = later
        if asked.tick and not tally.rows % _TICK:
            asked.tick(tally.rows)
    answer.close()
    tally.key = key


def _value(name: str, cell: str) -> str:
    if name == "rls_part_count":
        return cell
    return to_json(cell) if cell else "null"


def _text_of(body: str, key: str) -> tuple[str | None, str]:
    """The medicine of a line, or why there is none: without text where it is no object or lacks the key."""
    try:
        found = _DECODER.decode(body)
    except (ValueError, RecursionError) as error:
        return None, f"not JSON ({_words(error)})"
    if not isinstance(found, _Object):
        return None, "no JSON object"
    values = [value for name, value in found if name == key]
    if len(values) > 1:
        return "", f"the key {key!r} stands there {len(values)} times"
    if not values:
        return None, ""
    value = values[0]
    if value is None:
        return "", ""
    if isinstance(value, str):
        return value, ""
    return "", f"the value of {key!r} is no text"


def _words(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower().removesuffix(' at')} at character {error.pos + 1}"
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)[:_SHOWN]


def _find_key(source: Any, asked: Asked, tally: Tally) -> tuple[str, list[str]]:
    """The key that holds the medicines, by the first objects, and the lines that were looked at."""
    looked_at: list[str] = []
    keys: dict[str, None] = {}
    size = 0
    for line in source:
        looked_at.append(line)
        size += len(line)
        body = line.strip(_BLANK)
        if body.startswith("[") and not keys:
            raise InputError(
                f"{tally.shown} is one JSON array; put one object on a line: jq -c '.[]' FILE > LIST.ndjson"
            )
        try:
            found = _DECODER.decode(body) if body else None
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, _Object):
            keys.update(dict.fromkeys(name for name, _ in found))
        if len(looked_at) >= _LOOKED_AT or size >= _LOOKED_AT_CHARACTERS:
            break
    check_new(list(keys), asked.columns, tally.shown)
    if not any(line.strip(_BLANK) for line in looked_at):
        return asked.column or "", looked_at
    if not keys:
        raise InputError(f"{tally.shown}: none of its first lines is a JSON object; give one object a line")
    header = list(keys)
    return header[tally.column(header, asked.column)], looked_at

"""From a line of bytes to the object in it. Whatever stands there, at most a code comes out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from werkdesk.errors import Refused

LONGEST_LINE = 64 * 1024


def read_object(line: bytes) -> Mapping[str, Any]:
    """The JSON object of a line.

    Raises ``Refused``: ``regel.te_lang`` (above 64 KiB), ``regel.utf8``, ``regel.json`` (also for NaN,
    numbers with a fraction and bottomless nesting), ``regel.dubbel`` (the same field twice).
    """
    if len(line) > LONGEST_LINE:
        raise Refused("regel.te_lang")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("regel.utf8") from None
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse, parse_float=_refuse)
    except (ValueError, RecursionError):
        raise Refused("regel.json") from None
    if not isinstance(value, dict):
        raise Refused("regel.json")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused("regel.dubbel")
    return found


def _refuse(_: str) -> None:
    raise ValueError("regel.json")

"""Amounts of money as staff type and read them (counter conventions 5.3); kept in whole cents."""

from __future__ import annotations

import re

from werkdesk.errors import Refused

_TYPED = re.compile(r"(?:€ ?)?([0-9]{1,9}|[0-9]{1,3}(?:\.[0-9]{3}){1,2})(?:,([0-9]{1,2}|-))?")
_POINT = re.compile(r"(?:€ ?)?([0-9]{1,9})\.([0-9]{2}|[0-9])")


def parse_bedrag(text: str, *, field: str | None = None) -> int:
    """Cents from ``1.234,56``, ``1234,56``, ``1234.56``, ``€ 12`` or ``12,-``.

    A single full stop with one or two digits behind it is a decimal mark, with three it sets thousands apart.
    Refused: ``bedrag.vorm``.
    """
    typed = " ".join(text.split())
    if found := _TYPED.fullmatch(typed) or _POINT.fullmatch(typed):
        behind = found[2] if found[2] not in (None, "-") else "00"
        return int(found[1].replace(".", "")) * 100 + int(behind.ljust(2, "0"))
    raise Refused("bedrag.vorm", field=field)


def euro(cents: int) -> str:
    """``€ 1.234,56``, with a space that does not break."""
    whole, rest = divmod(abs(cents), 100)
    grouped = f"{whole:,}".replace(",", ".")
    return f"€\N{NO-BREAK SPACE}{'-' if cents < 0 else ''}{grouped},{rest:02}"

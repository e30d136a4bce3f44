"""Burgerservicenummer (Wabb; domain facts 3.1.1)."""

from __future__ import annotations

import re
from typing import Self

from werkdesk.domain.waarden.bibliotheken import bsn_checksum
from werkdesk.errors import Refused

_DIGITS = re.compile(r"[0-9]{8,9}")
_SEPARATORS = str.maketrans("", "", " .-")


class Bsn(str):
    """Nine digits that pass the eleven test; eight digits get one zero in front.

    Passing proves nothing about the person (Wabb 12): "verified" is a fact of its own. An RSIN passes the
    same test. Refused: ``bsn.vorm`` (not eight or nine digits once spaces, full stops and hyphens are out),
    ``bsn.elfproef`` (wrong check digit, or all zeros).
    """

    __slots__ = ()

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        digits = text.translate(_SEPARATORS)
        if not _DIGITS.fullmatch(digits):
            raise Refused("bsn.vorm", field=field)
        digits = digits.zfill(9)
        if digits == "000000000" or bsn_checksum()(digits) != 0:
            raise Refused("bsn.elfproef", field=field)
        return super().__new__(cls, digits)

    @property
    def masked(self) -> str:
        """Last four digits only, as lists and screens show it: ``•••••3653``."""
        return "•••••" + self[5:]

    def __repr__(self) -> str:
        """Masked, so that no log and no failing test shows the number."""
        return f"Bsn({self.masked!r})"

"""Dutch postcode (BRP pattern; domain facts 3.1.2)."""

from __future__ import annotations

import re
from typing import Self

from werkdesk.errors import Refused

_PATTERN = re.compile(r"[1-9][0-9]{3} ?[A-Za-z]{2}")
NOT_ISSUED = frozenset({"SA", "SD", "SS"})


class Postcode(str):
    """``1181AB``: capitals, no space. Nothing is trimmed but the one space in the middle.

    Refused: ``postcode.vorm``.
    """

    __slots__ = ()

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        if not _PATTERN.fullmatch(text):
            raise Refused("postcode.vorm", field=field)
        return super().__new__(cls, text.replace(" ", "").upper())

    @property
    def shown(self) -> str:
        """``1181 AB``."""
        return f"{self[:4]} {self[4:]}"

    @property
    def warning(self) -> str | None:
        """``postcode.niet_uitgegeven`` for SA, SD and SS, which PostNL does not issue; never a refusal."""
        return "postcode.niet_uitgegeven" if self[4:] in NOT_ISSUED else None

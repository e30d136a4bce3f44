"""Telephone number (domain facts 3.1.8; details of the reading: rule cases 4.1)."""

from __future__ import annotations

import re
from typing import Self

from werkdesk.domain.waarden.bibliotheken import phonenumbers
from werkdesk.errors import Refused

_SEPARATORS = str.maketrans("", "", " -.")
_BRACKETS = str.maketrans("", "", "()")
_ZERO_IN_BRACKETS = re.compile(r"(\+31|0031)\(0\)")
_INTERNATIONAL_ZEROS = re.compile(r"00(?=[1-9])")
# A national number without its leading zero: nine digits, or an information number of seven or ten.
_NATIONAL = r"(?![89]00)[1-9][0-9]{8}|[89]00(?:[0-9]{4}|[0-9]{7})"
_MUNICIPAL = r"140[1-9][0-9]{1,2}"
_DUTCH = re.compile(rf"(?:0({_NATIONAL})|\+31({_NATIONAL}|{_MUNICIPAL})|({_MUNICIPAL}))")
_FOREIGN = re.compile(r"\+(?!31)[1-9][0-9]{6,14}")
# Area codes of three digits without their zero (numbering plan of the ACM); every other one has four.
_SHORT_AREA = re.compile("1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[24578]|9[17]")


class Telefoon(str):
    """E.164: ``+31612345678``. Municipal 14-numbers and 0800/0900 get ``+31`` too; foreign numbers are kept.

    What was typed is not kept here; who shows it again stores it beside. Refused: ``telefoon.vorm``.
    """

    __slots__ = ()

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        compact = text.translate(_SEPARATORS)
        compact = (
            _ZERO_IN_BRACKETS.sub(r"\1", compact, count=1) if _ZERO_IN_BRACKETS.match(compact) else compact
        )
        compact = compact.translate(_BRACKETS)
        if _INTERNATIONAL_ZEROS.match(compact):
            compact = "+" + compact[2:]
        if dutch := _DUTCH.fullmatch(compact):
            return super().__new__(cls, "+31" + (dutch[1] or dutch[2] or dutch[3]))
        if _FOREIGN.fullmatch(compact):
            return super().__new__(cls, compact)
        raise Refused("telefoon.vorm", field=field)

    @property
    def shown(self) -> str:
        """The Dutch way: ``06-12 34 56 78``, ``020-123 45 67``, ``0297-12 34 56``, ``14 020``."""
        if not self.startswith("+31"):
            return _foreign(self)
        rest = self[3:]
        if rest.startswith("140"):
            return f"14 {rest[2:]}"
        if rest.startswith(("800", "900")):
            return f"0{rest[:3]}-{rest[3:]}"
        if rest.startswith("6"):
            return f"06-{_in_pairs(rest[1:])}"
        if _SHORT_AREA.match(rest):
            return f"0{rest[:2]}-{rest[2:5]} {_in_pairs(rest[5:])}"
        return f"0{rest[:3]}-{_in_pairs(rest[3:])}"


def _in_pairs(digits: str) -> str:
    return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))


def _foreign(number: str) -> str:
    library = phonenumbers()
    try:
        parsed = library.parse(str(number), None)
    except library.NumberParseException:
        return str(number)
    shown = library.format_number(parsed, library.PhoneNumberFormat.INTERNATIONAL)
    return str(shown)

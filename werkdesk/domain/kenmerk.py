"""Numbers for people that a desk gives out by itself and that stay valid for ever.

``M-3-0147-K``: kind, desk, counter of that desk, check letter. The desk's number makes them unique without a
network; the check letter catches every single wrong digit and every swap of neighbours when it is read aloud.
"""

from __future__ import annotations

import re
from enum import StrEnum

from werkdesk.errors import Refused

# 23 is prime, so a weighted sum modulo 23 catches one wrong digit and one swap; I, O and Q read as digits.
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_FORM = re.compile(r"([MBO])-?([1-9][0-9]{0,3})-([0-9]{4,})-?([A-Z])")


class KenmerkSoort(StrEnum):
    """What the number names."""

    MELDING = "M"
    BRIEF = "B"
    OVEREENKOMST = "O"


class Kenmerk(str):
    """A checked number. Raises ``Refused('kenmerk.vorm')`` or ``Refused('kenmerk.controleletter')``."""

    __slots__ = ()

    def __new__(cls, text: str) -> Kenmerk:
        """Accept any case, and the number without its first hyphens' spaces."""
        found = _FORM.fullmatch(re.sub(r"\s", "", str(text)).upper())
        if found is None:
            raise Refused("kenmerk.vorm")
        soort, desk, teller, letter = found.groups()
        if letter != _check(soort, int(desk), int(teller)):
            raise Refused("kenmerk.controleletter")
        return super().__new__(cls, f"{soort}-{desk}-{teller}-{letter}")


def make_kenmerk(soort: KenmerkSoort, balie: int, teller: int) -> Kenmerk:
    """The number for the ``teller``-th thing of its kind at desk ``balie``."""
    return Kenmerk(f"{soort}-{balie}-{teller:04d}-{_check(soort, balie, teller)}")


def _check(soort: str, balie: int, teller: int) -> str:
    digits = [ord(soort) - ord("A")] + [int(d) for d in f"{balie:04d}{teller:012d}"]
    return _LETTERS[sum((place + 2) * digit for place, digit in enumerate(digits)) % len(_LETTERS)]

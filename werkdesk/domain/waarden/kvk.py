"""Numbers of the trade register (domain facts 3.1.11)."""

from __future__ import annotations

import re
from typing import Self

from werkdesk.domain.waarden.bibliotheken import bsn_checksum
from werkdesk.errors import Refused

_SEPARATORS = str.maketrans("", "", " .-")
_EIGHT = re.compile(r"[0-9]{8}")
_NINE = re.compile(r"[0-9]{9}")
_TWELVE = re.compile(r"[0-9]{12}")


class KvkNummer(str):
    """Eight digits; there is no public check digit. Refused: ``kvk.vorm``."""

    __slots__ = ()

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        digits = text.translate(_SEPARATORS)
        if not _EIGHT.fullmatch(digits):
            raise Refused("kvk.vorm", field=field)
        return super().__new__(cls, digits)


class Vestigingsnummer(str):
    """Twelve digits: one branch of a company. Refused: ``vestiging.vorm``."""

    __slots__ = ()

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        digits = text.translate(_SEPARATORS)
        if not _TWELVE.fullmatch(digits):
            raise Refused("vestiging.vorm", field=field)
        return super().__new__(cls, digits)


class Rsin(str):
    """Nine digits of a legal person that pass the eleven test. Refused: ``rsin.vorm``, ``rsin.elfproef``."""

    __slots__ = ()

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        digits = text.translate(_SEPARATORS)
        if not _NINE.fullmatch(digits):
            raise Refused("rsin.vorm", field=field)
        if digits == "000000000" or bsn_checksum()(digits) != 0:
            raise Refused("rsin.elfproef", field=field)
        return super().__new__(cls, digits)

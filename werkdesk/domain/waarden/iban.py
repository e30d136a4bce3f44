"""International bank account number (ISO 13616; domain facts 3.1.10)."""

from __future__ import annotations

import re
from typing import Self

from werkdesk.domain.waarden.bibliotheken import mod_97_checksum
from werkdesk.errors import Refused

_PATTERN = re.compile(r"(?!NL)[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}|NL[0-9]{2}[A-Z]{4}[0-9]{10}")
_TYPED = re.compile(r"[A-Za-z0-9]+")


class Iban(str):
    """Capitals and digits without spaces; the Dutch form in full, other countries by length and check digits.

    Asked only for the payment of a voorschot. Refused: ``iban.vorm``, ``iban.controle`` (mod 97 is not 1).
    """

    __slots__ = ()

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        compact = text.replace(" ", "")
        # Before making capitals: some letters outside ASCII become ASCII then.
        if not _TYPED.fullmatch(compact) or not _PATTERN.fullmatch(compact := compact.upper()):
            raise Refused("iban.vorm", field=field)
        if mod_97_checksum()(compact[4:] + compact[:4]) != 1:
            raise Refused("iban.controle", field=field)
        return super().__new__(cls, compact)

    @property
    def shown(self) -> str:
        """Groups of four: ``NL91 ABNA 0417 1643 00``."""
        return " ".join(self[at : at + 4] for at in range(0, len(self), 4))

    def __repr__(self) -> str:
        """Without the number, so that no log shows it."""
        return f"Iban({self[:4]}…)"

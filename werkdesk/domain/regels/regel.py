"""One record of a rule table: a parameter in one period for one gemeente."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from werkdesk.domain.regels.bron import Bron
from werkdesk.domain.termijn import RegelVerwijzing

ALLE_GEMEENTEN = "*"


class Zekerheid(StrEnum):
    """How sure the source is; an assumption is shown to staff as "nog niet bevestigd"."""

    GEVERIFIEERD = "geverifieerd"
    SECUNDAIR = "secundair"
    AANNAME = "aanname"


@dataclass(frozen=True, kw_only=True)
class Regel:
    """What holds, from when until when (inclusive), where, on which date of the case, and why.

    ``waarde`` has the shape that ``eenheid`` prescribes (see :mod:`eenheden`): a whole number, text, yes/no,
    or a tuple. ``tekst`` says in B1 Dutch what the rule means for the klant. ``vastgesteld_door`` names who
    signed it off and when; ``None`` while nobody has. ``regelnummer`` is the line in ``bestand`` where the
    record begins.
    """

    id: str
    naam: str
    waarde: Any
    eenheid: str
    geldig_vanaf: date
    geldig_tot: date | None = None
    gemeente: str = ALLE_GEMEENTEN
    peildatum: str | None = None
    bron: Bron
    zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD
    vastgesteld_door: str | None = None
    atw: bool = False
    tekst: str = ""
    bestand: str = field(default="", compare=False)
    regelnummer: int = field(default=0, compare=False)

    @property
    def versie(self) -> str:
        """The ``geldig_vanaf`` of the record, ``jjjj-mm-dd``: with the id it names the record."""
        return self.geldig_vanaf.isoformat()

    @cached_property
    def verwijzing(self) -> RegelVerwijzing:
        """What is stored with a computed date."""
        return RegelVerwijzing(
            regel=self.id, versie=self.versie, bron=self.bron.tekst, zekerheid=self.zekerheid.value
        )

    @cached_property
    def als_json(self) -> dict[str, str]:
        """What the explanation of a rule case shows."""
        return {
            "regel": self.id,
            "versie": self.versie,
            "bron": self.bron.tekst,
            "zekerheid": self.zekerheid.value,
        }

"""A klant: the facts, and how surely we know who it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from werkdesk.domain.persoon import KlantFeiten


class Document(StrEnum):
    """Kinds of identity document that may be noted (Wid art. 1; Pw 17 lid 3)."""

    PASPOORT = "paspoort"
    IDENTITEITSKAART = "identiteitskaart"
    VREEMDELINGENDOCUMENT = "vreemdelingendocument"
    EU_PASPOORT = "eu_paspoort"
    RIJBEWIJS = "rijbewijs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identiteitscontrole:
    """That a document was seen. There is no field for a copy, a photo or the whole number.

    ``laatste_vier``: the last four characters of the document number, nothing more may be kept.
    """

    document: Document
    laatste_vier: str
    geldig_tot: date
    gezien_op: datetime
    gezien_door: str
    land: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NietVastgesteld:
    """Why identity could not be established; a melding is still possible (Pw 17)."""

    reden: str
    moment: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Klant:
    """One person in the register of this office."""

    soort: ClassVar[str] = "klant"

    id: UUID
    feiten: KlantFeiten
    sinds: datetime
    controles: tuple[Identiteitscontrole, ...] = ()
    niet_vastgesteld: NietVastgesteld | None = None
    bsn_gecontroleerd: bool = False  # only a BRP look-up may set this (Wabb 12)

    @property
    def niveau(self) -> int:
        """Identity level: 0 nothing, 1 facts stated, 2 document seen, 3 document seen and BSN verified."""
        if self.controles:
            return 3 if self.bsn_gecontroleerd else 2
        return 0 if self.niet_vastgesteld else 1

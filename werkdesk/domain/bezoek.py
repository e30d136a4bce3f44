"""A visit: from the number in the hall to its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID


class BezoekStatus(StrEnum):
    """Where a visitor is."""

    WACHT = "wacht"
    AAN_BALIE = "aan_balie"
    GEPARKEERD = "geparkeerd"
    NIET_VERSCHENEN = "niet_verschenen"
    AFGEROND = "afgerond"


class BezoekReden(StrEnum):
    """What a visitor comes for; the order is the order of the digits at the desk."""

    BIJSTAND = "bijstand"
    WERK_ZOEKEN = "werk_zoeken"
    OPLEIDING = "opleiding"
    WERK_NAAR_WERK = "werk_naar_werk"
    STUKKEN = "stukken"
    AFSPRAAK = "afspraak"
    JONGERE = "jongere"
    WERKGEVER = "werkgever"
    ZELFSTANDIGE = "zelfstandige"
    ANDERS = "anders"

    @property
    def letter(self) -> str:
        """The letter of the number: the hall sees at a glance which queue moves."""
        return _LETTERS.get(self, "A")


_LETTERS = {
    BezoekReden.JONGERE: "J",
    BezoekReden.WERKGEVER: "W",
    BezoekReden.ZELFSTANDIGE: "Z",
    BezoekReden.AFSPRAAK: "P",
}


class Uitkomst(StrEnum):
    """How a visit ended; the order is the order of the digits."""

    MELDING = "melding"
    INFORMATIE = "informatie"
    AFSPRAAK = "afspraak"
    DOORVERWEZEN = "doorverwezen"
    STUKKEN_ONTVANGEN = "stukken_ontvangen"
    OVEREENKOMST = "overeenkomst"
    WEGGELOPEN = "weggelopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezoek:
    """One visit. ``nummer`` is unique for an office on a day, also when desks hand them out apart.

    ``geroepen``: the first call, where the waiting ended. ``laatst_geroepen``: the last one, which the hall
    shows; nothing in a record that an older program made.
    """

    soort: ClassVar[str] = "bezoek"

    id: UUID
    nummer: str
    reden: BezoekReden
    binnen: datetime
    locatie: str
    status: BezoekStatus = BezoekStatus.WACHT
    voorrang: str | None = None
    balie: int | None = None
    geroepen: datetime | None = None
    laatst_geroepen: datetime | None = None
    oproepen: int = 0
    ook_geroepen: tuple[int, ...] = ()  # desks that called the same number while they could not know
    klant: UUID | None = None
    notitie: str | None = None  # why it was parked
    uitkomst: Uitkomst | None = None
    verwezen_naar: str | None = None
    klaar: datetime | None = None

    @property
    def laatste_oproep(self) -> datetime | None:
        """When the hall last heard this number."""
        return self.laatst_geroepen or self.geroepen


def bezoeknummer(reden: BezoekReden, balie: int, teller: int) -> str:
    """The number on the ticket: letter, desk, counter of that desk today (``A314``).

    Desk and counter stand behind each other with a fixed width, so two desks can never hand out the same
    number while they cannot reach each other. Past 99 a day a hyphen keeps that true: ``A3-100``.
    """
    if teller < 100:
        return f"{reden.letter}{balie}{teller:02d}"
    return f"{reden.letter}{balie}-{teller}"

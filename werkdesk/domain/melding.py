"""The melding: the report that one wants to apply. Its day is money (Pw 44 lid 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from werkdesk.domain.belpoging import Belpoging
from werkdesk.domain.bewijs import Bewijs
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.kenmerk import Kenmerk
from werkdesk.domain.persoon import PersoonsNaam
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.voorschot import Voorschotzaak
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.iban import Iban


class Kanaal(StrEnum):
    """How the melding reached us (order of the digits)."""

    BALIE = "balie"
    TELEFOON = "telefoon"
    EMAIL = "email"
    POST = "post"
    WERK_NL = "werk_nl"


class MeldingReden(StrEnum):
    """Why somebody needs bijstand now (order of the digits)."""

    EINDE_WW = "einde_ww"
    EINDE_STUDIE = "einde_studie"
    BAAN_VERLOREN = "baan_verloren"
    RELATIE = "relatie"
    STATUSHOUDER = "statushouder"
    ZELFSTANDIGE = "zelfstandige"
    GEDETINEERD = "uit_detentie"
    ANDERS = "anders"


class Uitzondering(StrEnum):
    """Exceptions to the zoektermijn (Pw 41 lid 4 and 11); the category only, never a medical detail."""

    PRO_VSO = "pro_vso"
    LKS_DOELGROEP = "lks_doelgroep"
    MEDISCHE_URENBEPERKING = "medische_urenbeperking"
    ANDERE_OMSTANDIGHEDEN = "andere_omstandigheden"
    GEEN = "geen"
    ONBEKEND = "onbekend"


class Uitleg(StrEnum):
    """What was told to the klant (Pw 9, 17, 44; AVG 13)."""

    RECHTEN = "rechten"
    INLICHTINGENPLICHT = "inlichtingenplicht"
    ARBEIDSPLICHT = "arbeidsplicht"
    PRIVACY = "privacy"


class Bevestiging(StrEnum):
    """How the receipt was given."""

    AFDRUK = "afdruk"
    POST = "post"
    EMAIL = "email"
    GEWEIGERD = "geweigerd"


class MeldingStatus(StrEnum):
    """The first states of the case (the whole machine is in ``regels``)."""

    ZOEKTERMIJN = "zoektermijn"
    AANVRAAG_MOGELIJK = "aanvraag_mogelijk"
    GEMELD = "gemeld"  # not known yet which of the two: birth date missing
    AANVRAAG_ONTVANGEN = "aanvraag_ontvangen"
    GESLOTEN = "gesloten"


class Afloop(StrEnum):
    """How a melding ended (domain facts 2.2; what is counted, domain facts 6)."""

    INGETROKKEN = "ingetrokken"
    WERK = "werk"  # straight to work, before any decision
    OPLEIDING = "opleiding"
    VERWEZEN = "verwezen"  # another organisation or gemeente goes on
    VERGISSING = "vergissing"  # a double, or not meant
    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sluiting:
    """That a melding ended. ``vanuit``: where it stood, to go back to when it was a mistake.

    ``reden``: where to, or why; ``schriftelijk``: the klant confirmed it in writing (Pw 43; Awb 4:1).
    """

    afloop: Afloop
    moment: datetime
    medewerker: str
    vanuit: MeldingStatus
    reden: str | None = None
    schriftelijk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """The partner applies too (Pw 43 lid 2); their age decides with the klant's about the zoektermijn."""

    naam: PersoonsNaam | None = None
    geboortedatum: GeboorteDatum | None = None
    bsn: Bsn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingFeiten:
    """What was asked at the melding; every field is one merge unit, ``None`` is "not known yet"."""

    kanaal: Kanaal | None = None
    gemeente: str | None = None
    reden: MeldingReden | None = None
    laatste_werkdag: date | None = None
    adres_bevestigd: bool | None = None
    heeft_partner: bool | None = None
    partner: Partner | None = None
    kinderen: int | None = None
    uitzondering: Uitzondering | None = None
    ww_eindigt: date | None = None
    eerder_afgewezen_op: date | None = None  # Bbz, IOAW or IOAZ refused (Pw 43 lid 6)
    eerdere_melding_op: date | None = None
    uitkering_beeindigd_op: date | None = None  # Pw 43a
    aanvraag_mogelijk_op: datetime | None = None  # Pw 41 lid 12
    aanvraag_hoe: str | None = None
    aanvraagdatum: date | None = None  # signed application; starts the advances (Pw 52)
    aanvraagkanaal: Kanaal | None = None
    aanvraag_ontvangen_op: date | None = None  # by the gemeente; starts the decision (Awb 4:13)
    aanvraag_ondertekend: bool | None = None  # Awb 4:2 lid 1
    aanvraag_vervroegd: bool | None = None  # the college takes it up early (Pw 41 lid 11)
    normsoort: str | None = None  # one of soorten.voorschot.NORMSOORTEN
    inkomen: int | None = None  # whole cents a month
    iban: Iban | None = None  # asked for the payment of an advance only
    uitleg: tuple[Uitleg, ...] = ()
    bevestiging: Bevestiging | None = None
    toelichting: str | None = None
    eigenaar: str | None = None  # sign-in name of who carries the case on; none: who recorded it


@dataclass(frozen=True, slots=True, kw_only=True)
class Melding:
    """One melding. ``moment`` carries its zone; its calendar day in Amsterdam is the meldingsdatum."""

    soort: ClassVar[str] = "melding"

    id: UUID
    kenmerk: Kenmerk
    klant: UUID
    moment: datetime
    feiten: MeldingFeiten
    status: MeldingStatus
    medewerker: str
    balie: int
    bezoek: UUID | None = None
    ontbreekt: tuple[str, ...] = ()
    termijnen: tuple[Termijn, ...] = ()
    externe_ref: str | None = None
    belpogingen: tuple[Belpoging, ...] = ()  # oldest first
    bewijzen: tuple[Bewijs, ...] = ()
    voorschot: Voorschotzaak | None = None
    sluiting: Sluiting | None = None  # only while it is closed

    @property
    def is_open(self) -> bool:
        """Whether it still runs."""
        return self.status is not MeldingStatus.GESLOTEN

    @property
    def eigenaar(self) -> str:
        """Who carries the case on: nobody is ever without."""
        return self.feiten.eigenaar or self.medewerker

    @property
    def meldingsdatum(self) -> date:
        """The calendar day, Europe/Amsterdam, whatever zone ``moment`` was written in (Pw 44 lid 1)."""
        return kalenderdag(self.moment)

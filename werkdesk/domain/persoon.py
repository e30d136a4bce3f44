"""Facts about a person as the counter knows them, and where they live.

Every field of :class:`KlantFeiten` is one merge unit: two desks that change different fields never collide,
two desks that change the same field do. What only makes sense together (an address, a name) is one field.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.email import Email
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.domain.waarden.telefoon import Telefoon


class Geslacht(StrEnum):
    """How the BRP writes sex; it decides the salutation (BRP, tabel geslachtsaanduiding)."""

    MAN = "M"
    VROUW = "V"
    ONBEKEND = "O"


class Naamgebruik(StrEnum):
    """How a married person wants to be named (BRP, aanduiding naamgebruik)."""

    EIGEN = "E"
    PARTNER = "P"
    PARTNER_EIGEN = "V"
    EIGEN_PARTNER = "N"


class AdresFunctie(StrEnum):
    """W and B as in the BRP; the counter adds that there is none."""

    WOONADRES = "W"
    BRIEFADRES = "B"
    GEEN = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonsNaam:
    """A name in its parts. A name chain stands whole in ``geslachtsnaam``; nothing is split on spaces."""

    geslachtsnaam: Naam
    voorvoegsel: Voorvoegsel | None = None
    voornamen: Naam | None = None
    naamgebruik: Naamgebruik = Naamgebruik.EIGEN
    partner_geslachtsnaam: Naam | None = None
    partner_voorvoegsel: Voorvoegsel | None = None
    titel: str | None = None  # code of BRP table 38: B, BS, G, GI, H, HI, JH, JV, M, MI, P, PS, R
    partner_titel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adres:
    """An address or what stands for one (BRP limits: street 80, place 80, addition 4)."""

    functie: AdresFunctie = AdresFunctie.WOONADRES
    straat: str | None = None
    huisnummer: int | None = None
    huisletter: str | None = None
    toevoeging: str | None = None
    aanduiding: str | None = None  # "by" or "to"
    postcode: Postcode | None = None
    woonplaats: str | None = None
    locatie: str | None = None  # instead of a street, at most 35
    land: str | None = None  # absent means the Netherlands
    buitenland: tuple[str, ...] = ()  # at most three lines


@dataclass(frozen=True, slots=True, kw_only=True)
class KlantFeiten:
    """What is known of a person; ``None`` is "not known", never "no"."""

    naam: PersoonsNaam | None = None
    geslacht: Geslacht | None = None
    geboortedatum: GeboorteDatum | None = None
    adres: Adres | None = None
    gemeente: str | None = None  # four digits, BRP table 33
    telefoon: Telefoon | None = None
    telefoon2: Telefoon | None = None
    email: Email | None = None
    bsn: Bsn | None = None
    geen_bsn_reden: str | None = None
    taal: str | None = None  # ISO 639-1
    tolk: bool | None = None
    geheim: bool | None = None  # BRP indicatie geheim above 0
    briefregels: tuple[str, ...] = ()  # address lines the register composed, when the parts are not known

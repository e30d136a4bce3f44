"""The visitors the demo's scripts speak of. All fictitious, numbers from the test range."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from werkdesk.domain.bezoek import Bezoek, BezoekReden, bezoeknummer
from werkdesk.domain.klant import Klant
from werkdesk.domain.persoon import Adres, Geslacht, KlantFeiten, Naamgebruik, PersoonsNaam
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.fictief.dossiers import earlier_today

MEVROUW_E = UUID("5f0c1c1a-0000-4000-8000-000000000041")
JONGE_BEZOEKER = UUID("5f0c1c1a-0000-4000-8000-000000000022")
_SINDS = datetime(2021, 6, 2, 9, 0, tzinfo=UTC)


def script_people() -> tuple[Klant, ...]:
    """Mevrouw E. of script 1, and a visitor of 22 for the zoektermijn."""
    return (
        Klant(
            id=MEVROUW_E,
            sinds=_SINDS,
            feiten=KlantFeiten(
                naam=PersoonsNaam(
                    geslachtsnaam=Naam("Elhamdaoui"),
                    voornamen=Naam("Sanne"),
                    naamgebruik=Naamgebruik.EIGEN_PARTNER,
                    partner_voorvoegsel=Voorvoegsel("van den"),
                    partner_geslachtsnaam=Naam("Berg"),
                ),
                geslacht=Geslacht.VROUW,
                geboortedatum=GeboorteDatum("19850312"),
                adres=Adres(
                    straat="Laan der Kroon", huisnummer=12, huisletter="B", postcode=Postcode("1181AB"),
                    woonplaats="Amstelveen",
                ),
                gemeente="0362",
                bsn=Bsn("999993653"),
                taal="nl",
                tolk=False,
            ),
        ),
        Klant(
            id=JONGE_BEZOEKER,
            sinds=_SINDS,
            feiten=KlantFeiten(
                naam=PersoonsNaam(
                    geslachtsnaam=Naam("Ballegooijen"),
                    voorvoegsel=Voorvoegsel("van"),
                    voornamen=Naam("Milan"),
                ),
                geslacht=Geslacht.MAN,
                geboortedatum=GeboorteDatum("20040817"),
                adres=Adres(
                    straat="Ringdijk", huisnummer=7, postcode=Postcode("1431KM"), woonplaats="Aalsmeer"
                ),
                gemeente="0358",
                taal="nl",
                tolk=False,
                geen_bsn_reden="nog niet gevraagd",
            ),
        ),
    )  # fmt: skip


def first_visitor(now: datetime, locatie: str) -> Bezoek:
    """Mevrouw E. waits longest; the desk does not know yet that it is she."""
    return Bezoek(
        id=UUID("5f0c1c1a-0000-4000-8000-00000000a014"),
        nummer=bezoeknummer(BezoekReden.BIJSTAND, 9, 20),
        reden=BezoekReden.BIJSTAND,
        binnen=earlier_today(now, timedelta(minutes=206)),
        locatie=locatie,
    )

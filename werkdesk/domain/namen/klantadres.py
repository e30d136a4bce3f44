"""From the address of a klant to the fields that the address lines of the BRP are made of."""

from __future__ import annotations

from werkdesk.domain.namen.adresregels import BrpAdres
from werkdesk.domain.persoon import Adres

_BUITEN_NEDERLAND = "9999"
"""Staff type a country's name and no code of table 34; any code but that of the Netherlands will do."""


def als_brp(adres: Adres) -> BrpAdres:
    """The parts of an address as :func:`adresregels` wants them."""
    abroad: list[str | None] = [*adres.buitenland[:3], None, None, None]
    return BrpAdres(
        straatnaam=adres.straat,
        huisnummer=None if adres.huisnummer is None else str(adres.huisnummer),
        huisletter=adres.huisletter,
        toevoeging=adres.toevoeging,
        aanduiding=adres.aanduiding,
        postcode=adres.postcode,
        woonplaats=adres.woonplaats,
        locatie=adres.locatie,
        buitenland=(abroad[0], abroad[1], abroad[2]),
        land_code=_BUITEN_NEDERLAND if adres.land else None,
        land=adres.land,
    )

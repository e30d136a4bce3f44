"""From the address of a klant to the fields that the address lines of the BRP are made of."""

from __future__ import annotations

from types import MappingProxyType

from werkdesk.domain.namen.adresregels import LAND_ONBEKEND, NEDERLAND, BrpAdres
from werkdesk.domain.persoon import Adres

_BUITEN_NEDERLAND = "9999"
"""Staff type a country's name and no code of table 34; any code but that of the Netherlands will do."""
ONBEKEND_LAND = "onbekend"
"""What stands for a country that the BRP does not know."""
GEMEENTENAMEN = MappingProxyType({"0362": "Amstelveen", "0358": "Aalsmeer"})
"""Names of the gemeenten we work for, by their code in table 33."""


def als_brp(adres: Adres, gemeente: str | None = None) -> BrpAdres:
    """The parts of an address as :func:`adresregels` wants them; ``gemeente``: the code of where it is."""
    abroad: list[str | None] = [*adres.buitenland[:3], None, None, None]
    return BrpAdres(
        straatnaam=adres.straat,
        huisnummer=None if adres.huisnummer is None else str(adres.huisnummer),
        huisletter=adres.huisletter,
        toevoeging=adres.toevoeging,
        aanduiding=adres.aanduiding,
        postcode=adres.postcode,
        woonplaats=adres.woonplaats,
        gemeente=GEMEENTENAMEN.get(gemeente or ""),
        locatie=adres.locatie,
        buitenland=(abroad[0], abroad[1], abroad[2]),
        land_code=_land_code(adres),
        land=adres.land,
    )


def _land_code(adres: Adres) -> str | None:
    """Lines without a country are of an address in the Netherlands that was registered as one abroad."""
    if adres.land is None:
        return NEDERLAND if adres.buitenland else None
    return LAND_ONBEKEND if adres.land.casefold() == ONBEKEND_LAND else _BUITEN_NEDERLAND

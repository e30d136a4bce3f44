"""Address lines (BRP after NEN 5825; domain facts 3.1.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from werkdesk.domain.namen.persoonsnaam import ONBEKEND

_WIT = re.compile(r"\s")
_AANDUIDING = {"by": "bij ", "to": "t/o "}
NEDERLAND = "6030"
LAND_ONBEKEND = "0000"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrpAdres:
    """Fields of a residence as the BRP delivers them; ``huisnummer`` is text of digits.

    ``postcode`` as stored (``1181AB``); ``aanduiding`` is ``by`` or ``to``; ``gemeente`` is its name. Abroad:
    ``buitenland`` holds the three free lines, ``land_code`` a code of table 34.
    """

    straatnaam: str | None = None
    huisnummer: str | None = None
    huisletter: str | None = None
    toevoeging: str | None = None
    aanduiding: str | None = None
    postcode: str | None = None
    woonplaats: str | None = None
    gemeente: str | None = None
    locatie: str | None = None
    buitenland: tuple[str | None, str | None, str | None] = (None, None, None)
    land_code: str | None = None
    land: str | None = None

    @property
    def is_buitenland(self) -> bool:
        """Whether this is an address in free lines, with a country."""
        at_home = self.straatnaam or self.huisnummer or self.locatie
        return any(self.buitenland) or (self.land_code is not None and not at_home)

    @property
    def is_land_bekend(self) -> bool:
        """Whether the country is known; absent is unknown, as it is for a street or a number."""
        return self.land_code not in (None, LAND_ONBEKEND)


@dataclass(frozen=True, slots=True)
class Adresregels:
    """Up to three lines; all ``None`` when none can be made. ``toon_land``: the country stands below them."""

    regel1: str | None = None
    regel2: str | None = None
    regel3: str | None = None
    toon_land: bool = False

    @property
    def te_verzenden(self) -> bool:
        """Whether a letter can be sent; without lines it can only be handed over."""
        return any((self.regel1, self.regel2, self.regel3))


def adresregels(adres: BrpAdres) -> Adresregels:
    """The lines of one address.

    None at all when the street is unknown (absent or ``.``) or the number is (absent or zero) and there is no
    description of the location; none abroad without a country that is known and at least one line (BRP: a
    country alone is no address to send to).
    """
    if adres.is_buitenland:
        first, second, third = (_bekend(line) for line in adres.buitenland)
        if not adres.is_land_bekend or not (first or second or third):
            return Adresregels()
        return Adresregels(first, second, third, toon_land=adres.land_code != NEDERLAND)
    first = _bekend(adres.locatie) or _straatregel(adres)
    return Adresregels(first, _plaatsregel(adres)) if first else Adresregels()


def _bekend(part: str | None) -> str | None:
    """A part of an address as it was delivered; ``None`` when it is absent, blank or the ``.`` for unknown.

    Spaces inside stay: a postcode line abroad may have two before the town, as NEN 5825 has. Any other white
    space becomes a space, so that a part never breaks its line.
    """
    clean = _WIT.sub(" ", part or "").strip()
    return clean if clean not in ("", ONBEKEND) else None


def _straatregel(adres: BrpAdres) -> str | None:
    street, number = _bekend(adres.straatnaam), adres.huisnummer
    if street is None or not number or not number.strip("0"):
        return None
    return f"{street} {_AANDUIDING.get(adres.aanduiding or '', '')}{number}{_achter_nummer(adres)}"


def _achter_nummer(adres: BrpAdres) -> str:
    letter, addition = adres.huisletter or "", adres.toevoeging or ""
    if letter:
        return f" {letter}{addition}"
    if not addition:
        return ""
    return f"-{addition}" if addition[0] in "0123456789" else f" {addition}"


def _plaatsregel(adres: BrpAdres) -> str | None:
    town = (_bekend(adres.woonplaats) or _bekend(adres.gemeente) or "").upper()
    postcode = f"{adres.postcode[:4]} {adres.postcode[4:]}" if adres.postcode else ""
    return "  ".join(part for part in (postcode, town) if part) or None

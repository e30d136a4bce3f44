"""Address lines, with the fields of the BRP (rule cases 4.8)."""

from __future__ import annotations

import re
from typing import Any

from werkdesk.domain.datums import brp_als_object
from werkdesk.domain.namen.adresregels import NEDERLAND, Adresregels, BrpAdres, adresregels
from werkdesk.domain.regels.invoer import Invoer, brp_datum, keuze, tekst
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg

_gevraagd = keuze(("adresregel1", "adresregel2", "adresregel3", "land", "brief"))
_aanduiding = keuze(("by", "to"))
_NUMMER = re.compile(r"[0-9]+")
_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
NIET_OP_ADRES = "089999"
"""Code of the BRP: established that the person does not live at this address."""


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``adres``; a line that does not exist is left out."""
    asked = invoer.waarden("gevraagd", _gevraagd)
    adres = _adres(invoer)
    investigated = _in_onderzoek(invoer, asked)
    uitleg = Uitleg()
    uitleg.zeg(rekenaar.vast("adres.brp", uitleg).tekst)
    existing = _bestaand(adres, adresregels(adres))
    return Antwoord({name: existing[name] for name in asked if name in existing} | investigated, uitleg)


def _bestaand(adres: BrpAdres, lines: Adresregels) -> dict[str, Any]:
    existing: dict[str, Any] = {
        "adresregel1": lines.regel1,
        "adresregel2": lines.regel2,
        "adresregel3": lines.regel3,
        "land": _land(adres),
        "brief": "VERZENDEN" if lines.te_verzenden else "UITREIKEN",
    }
    return {name: value for name, value in existing.items() if value is not None}


def _land(adres: BrpAdres) -> dict[str, str] | None:
    """The country as it was delivered, also without a line above it; not when it is unknown or our own."""
    if not adres.is_buitenland or not adres.is_land_bekend or adres.land_code == NEDERLAND:
        return None
    shown = {"code": adres.land_code, "omschrijving": adres.land}
    return {name: value for name, value in shown.items() if value is not None}


def _adres(invoer: Invoer) -> BrpAdres:
    land = invoer.deel_of_niets("land")
    return BrpAdres(
        straatnaam=invoer.lees_of("straatnaam", tekst, None),
        huisnummer=invoer.lees_of("huisnummer", _huisnummer, None),
        huisletter=invoer.lees_of("huisletter", tekst, None),
        toevoeging=invoer.lees_of("huisnummertoevoeging", tekst, None),
        aanduiding=invoer.lees_of("aanduidingBijHuisnummer", _aanduiding, None),
        postcode=invoer.lees_of("postcode", _postcode, None),
        woonplaats=invoer.lees_of("woonplaats", tekst, None),
        gemeente=_gemeente(invoer.deel_of_niets("gemeente")),
        locatie=invoer.lees_of("locatiebeschrijving", tekst, None),
        buitenland=(
            invoer.lees_of("regel1", tekst, None),
            invoer.lees_of("regel2", tekst, None),
            invoer.lees_of("regel3", tekst, None),
        ),
        land_code=land.lees("code", tekst) if land else None,
        land=land.lees_of("omschrijving", tekst, None) if land else None,
    )


def _gemeente(part: Invoer | None) -> str | None:
    """Its name, the stand-in for a town that is not known; the code does not print but must be text."""
    if part is None:
        return None
    part.lees_of("code", tekst, None)
    return part.lees_of("naam", tekst, None)


def _in_onderzoek(invoer: Invoer, asked: list[str]) -> dict[str, Any]:
    """What the BRP adds when it is established that nobody lives there; every asked line is marked."""
    if invoer.lees_of("aanduidingInOnderzoek", tekst, None) != NIET_OP_ADRES:
        return {}
    marked: dict[str, Any] = {name: True for name in asked if name != "brief"}
    since = invoer.lees_of("datumIngangOnderzoek", brp_datum, None)
    if since is not None:
        marked["datumIngangOnderzoekVerblijfplaats"] = brp_als_object(since)
    return {"indicatieVastgesteldVerblijftNietOpAdres": True, "inOnderzoek": marked}


def _huisnummer(value: object) -> str:
    if not _NUMMER.fullmatch(tekst(value)):
        raise ValueError("huisnummer")
    return str(value)


def _postcode(value: object) -> str:
    if not _POSTCODE.fullmatch(tekst(value)):
        raise ValueError("postcode")
    return str(value)

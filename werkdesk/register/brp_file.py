"""Reads a file of fictitious BRP test persons (the RvIG set of the BRP mock) into klant records.

``{"personen": [...]}``; coded values are ``[code, omschrijving]`` or an object, dates are ``yyyymmdd`` with
zeros for what is unknown. Every person can be loaded: what a field cannot hold is left out and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid5

import msgspec

from werkdesk.domain.klant import Klant
from werkdesk.domain.namen.klantadres import ONBEKEND_LAND
from werkdesk.domain.namen.persoonsnaam import NaamPartner, kies_partner
from werkdesk.domain.persoon import Adres, AdresFunctie, Geslacht, KlantFeiten, Naamgebruik, PersoonsNaam
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.errors import Refused

T = TypeVar("T")

_NAMES = UUID("0d0c4a0e-5a51-4b4b-9a52-8c5a7c4f7d10")  # the same file gives the same records each time
_NETHERLANDS = "6030"
_UNKNOWN_COUNTRY = "0000"
_UNKNOWN_DATE = "00000000"


@dataclass(slots=True)
class TestPersons:
    """Persons of one file. ``left_out`` counts values that were left out, by refusal code."""

    __test__ = False  # a data class, whatever its name says to a test runner

    persons: list[dict[str, Any]]
    since: datetime
    left_out: dict[str, int] = field(default_factory=dict)

    def records(self, scope: str) -> Iterator[tuple[str, Klant]]:
        """One klant per person, in the order of the file; ids are made of office and number in the file."""
        for place, person in enumerate(self.persons):
            name = str(person.get("burgerservicenummer") or place)
            rid = uuid5(_NAMES, f"{scope}:{name}")
            yield "klant", Klant(id=rid, feiten=self._facts(person), sinds=self.since)

    def _facts(self, person: dict[str, Any]) -> KlantFeiten:
        bsn = self._try(Bsn, person.get("burgerservicenummer"))
        return KlantFeiten(
            naam=self._name(person),
            geslacht=self._try(Geslacht, _code(person.get("geslacht"))),
            geboortedatum=self._try(GeboorteDatum, (person.get("geboorte") or {}).get("datum")),
            adres=self._address(person),
            gemeente=_code(person.get("gemeenteVanInschrijving")),
            bsn=bsn,
            geen_bsn_reden=None if bsn else "onbekend",
            geheim=str(person.get("geheimhoudingPersoonsgegevens", "0")) not in ("", "0"),
        )

    def _name(self, person: dict[str, Any]) -> PersoonsNaam | None:
        name = person.get("naam") or {}
        surname = self._try(Naam, name.get("geslachtsnaam"))
        if surname is None:
            return None
        usage = self._try(Naamgebruik, _code(name.get("aanduidingNaamgebruik"))) or Naamgebruik.EIGEN
        partner = _partner_name(person, usage)
        return PersoonsNaam(
            geslachtsnaam=surname,
            voorvoegsel=self._try(Voorvoegsel, name.get("voorvoegsel")),
            voornamen=self._try(Naam, name.get("voornamen")),
            naamgebruik=usage,
            partner_geslachtsnaam=self._try(Naam, partner.get("geslachtsnaam")),
            partner_voorvoegsel=self._try(Voorvoegsel, partner.get("voorvoegsel")),
            titel=_code(name.get("adellijkeTitelPredicaat")),
            partner_titel=_code(partner.get("adellijkeTitelPredicaat")),
        )

    def _address(self, person: dict[str, Any]) -> Adres | None:
        place = person.get("verblijfplaats") or {}
        if not place:
            return None
        abroad = tuple(str(place[line]) for line in ("regel1", "regel2", "regel3") if place.get(line))
        country, gemeente = _country(place.get("land")), person.get("gemeenteVanInschrijving")
        number = str(place.get("huisnummer", ""))
        return Adres(
            functie=self._try(AdresFunctie, _code(place.get("functieAdres"))) or AdresFunctie.WOONADRES,
            straat=place.get("straat") or place.get("naamOpenbareRuimte"),
            huisnummer=int(number) if number.isascii() and number.isdigit() else None,
            huisletter=place.get("huisletter"),
            toevoeging=place.get("huisnummertoevoeging"),
            aanduiding=_code(place.get("aanduidingBijHuisnummer")),
            postcode=self._try(Postcode, place.get("postcode")),
            # The BRP writes the name of the gemeente in the address line when the town is not registered.
            woonplaats=place.get("woonplaats") or (None if abroad or country else _words(gemeente)),
            locatie=place.get("locatiebeschrijving"),
            land=country,
            buitenland=abroad,
        )

    def _try(self, kind: Callable[[str], T], value: object) -> T | None:
        if not value:
            return None
        try:
            return kind(str(value))
        except Refused as refused:
            code = refused.code
        except ValueError:
            code = "code.onbekend"
        self.left_out[code] = self.left_out.get(code, 0) + 1
        return None


def read_test_persons(path: Path, since: datetime) -> TestPersons:
    """The persons in a file. Raises ``Refused``: ``bestand.onbereikbaar``, ``bestand.vorm``."""
    try:
        content = path.read_bytes()
    except OSError:
        raise Refused("bestand.onbereikbaar", field="bestand") from None
    try:
        persons = msgspec.json.decode(content)["personen"]
    except (msgspec.MsgspecError, KeyError, TypeError, RecursionError, ValueError):
        raise Refused("bestand.vorm", field="bestand") from None
    if not isinstance(persons, list) or not all(isinstance(person, dict) for person in persons):
        raise Refused("bestand.vorm", field="bestand")
    return TestPersons(persons, since)


def _partner_name(person: dict[str, Any], naamgebruik: Naamgebruik) -> dict[str, Any]:
    """The name of the partner whom the BRP rules choose; that of an ex-partner only when it is borne."""
    partners = [one for one in person.get("partners") or [] if isinstance(one, dict)]
    relations = [_relation(one) for one in partners]
    chosen = kies_partner(relations)
    if chosen is None or (chosen.ontbinding is not None and naamgebruik is Naamgebruik.EIGEN):
        return {}
    return partners[relations.index(chosen)].get("naam") or {}


def _relation(partner: dict[str, Any]) -> NaamPartner:
    """Begin and end; an end without a date is an end on an unknown day."""
    ended = partner.get("ontbindingHuwelijkPartnerschap")
    return NaamPartner(
        aangaan=_date(partner.get("aangaanHuwelijkPartnerschap")),
        ontbinding=None if ended is None else _date(ended),
    )


def _date(event: Any) -> str:
    """Day of ``{"datum": "yyyymmdd"}``."""
    known = event.get("datum") if isinstance(event, dict) else None
    return str(known or _UNKNOWN_DATE)


def _code(value: Any) -> str | None:
    """The code of ``[code, omschrijving]`` or ``{"code": ...}``."""
    if isinstance(value, list) and value:
        return str(value[0])
    if isinstance(value, dict) and value.get("code"):
        return str(value["code"])
    return None


def _country(value: Any) -> str | None:
    """The country of an address abroad; ``None`` at home."""
    code = _code(value)
    if code is None or code == _NETHERLANDS:
        return None
    if code == _UNKNOWN_COUNTRY:
        return ONBEKEND_LAND
    return _words(value) or code


def _words(value: Any) -> str | None:
    """The words of ``[code, omschrijving]`` or ``{"omschrijving": ...}``."""
    if isinstance(value, list) and len(value) > 1:
        return str(value[1])
    if isinstance(value, dict) and value.get("omschrijving"):
        return str(value["omschrijving"])
    return None

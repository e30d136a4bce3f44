"""A person as typed: a surname is enough, everything else may stay empty. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from werkdesk.domain.persoon import Adres, AdresFunctie, Geslacht, KlantFeiten, Naamgebruik, PersoonsNaam
from werkdesk.domain.plausibel import check_birth
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.email import Email
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.domain.waarden.tekst import composed, has_hidden_characters
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused, WerkdeskError
from werkdesk.ui.frame.opening import TypedFacts

Texts = Mapping[str, str]
Reader = Callable[[str, datetime], Any]
JA, NEE = "ja", "nee"
LONGEST_STREET, LONGEST_TOWN, LONGEST_PLACE, LONGEST_ADDITION = 80, 80, 35, 4
HIGHEST_NUMBER = 99_999


def _words(field: str, longest: int) -> Reader:
    def read(text: str, _: datetime) -> str:
        clean = composed(text)
        if len(clean) > longest:
            raise Refused("tekst.te_lang", field=field, hoogstens=longest)
        if has_hidden_characters(clean):
            raise Refused("tekst.tekens", field=field)
        return clean

    return read


def _number(text: str, _: datetime) -> int:
    if re.fullmatch("[0-9]{1,5}[ -]?[0-9A-Za-z]{1,4}", text) and not text.isdigit():
        raise Refused("huisnummer.met_letter", field="huisnummer")
    if not re.fullmatch("[0-9]{1,5}", text) or not 1 <= int(text) <= HIGHEST_NUMBER:
        raise Refused("huisnummer.vorm", field="huisnummer")
    return int(text)


def _letter(text: str, _: datetime) -> str:
    if not re.fullmatch("[A-Za-z]", text):
        raise Refused("huisletter.vorm", field="huisletter")
    return text


def _addition(text: str, _: datetime) -> str:
    if not re.fullmatch(rf"[A-Za-z0-9 -]{{1,{LONGEST_ADDITION}}}", text):
        raise Refused("toevoeging.vorm", field="toevoeging")
    return text


def _code(kind: Callable[[str], Any], field: str) -> Reader:
    def read(text: str, _: datetime) -> Any:
        try:
            return kind(text)
        except ValueError:
            raise Refused("antwoord.onbekend", field=field) from None

    return read


def _yes(text: str, _: datetime) -> bool:
    return text == JA


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "geslachtsnaam": lambda text, _: Naam.entered(text, field="geslachtsnaam"),
        "voorvoegsel": lambda text, _: Voorvoegsel(text, field="voorvoegsel"),
        "voornamen": lambda text, _: Naam.entered(text, field="voornamen"),
        "geslacht": _code(Geslacht, "geslacht"),
        "geboortedatum": lambda text, now: check_birth(
            GeboorteDatum.parse(text, now.date(), field="geboortedatum"), now.date(), field="geboortedatum"
        ),
        "telefoon": lambda text, _: Telefoon(text, field="telefoon"),
        "adres_soort": _code(AdresFunctie, "adres_soort"),
        "postcode": lambda text, _: Postcode(text, field="postcode"),
        "huisnummer": _number,
        "huisletter": _letter,
        "toevoeging": _addition,
        "straat": _words("straat", LONGEST_STREET),
        "woonplaats": _words("woonplaats", LONGEST_TOWN),
        "locatie": _words("locatie", LONGEST_PLACE),
        "gemeente": _words("gemeente", 4),
        "email": lambda text, _: Email(text, field="email"),
        "bsn": lambda text, _: Bsn(text, field="bsn"),
        "geen_bsn": _words("geen_bsn", 100),
        "taal": _words("taal", 2),
        "tolk": _yes,
        "geheim": _yes,
        "naamgebruik": _code(Naamgebruik, "naamgebruik"),
        "partner_voorvoegsel": lambda text, _: Voorvoegsel(text, field="partner_voorvoegsel"),
        "partner_achternaam": lambda text, _: Naam.entered(text, field="partner_achternaam"),
    }
)
FIELDS = tuple(READERS)
EMPTY: Texts = MappingProxyType(dict.fromkeys(FIELDS, ""))
_ADDRESS = ("postcode", "huisnummer", "huisletter", "toevoeging", "straat", "woonplaats", "locatie")


def read(field: str, text: str, now: datetime) -> Any:
    """The value of one field, ``None`` when nothing stands there. Raises ``Refused`` with the field."""
    bare = text.strip()
    return READERS[field](bare, now) if bare else None


def problems(texts: Texts, now: datetime) -> dict[str, WerkdeskError]:
    """Every field that cannot be kept as it stands; the surname is the only one that must be there."""
    found: dict[str, WerkdeskError] = {}
    for field in FIELDS:
        try:
            read(field, texts.get(field, ""), now)
        except WerkdeskError as error:
            found[field] = error
    if not texts.get("geslachtsnaam", "").strip():
        found = {"geslachtsnaam": Refused("naam.ontbreekt", field="geslachtsnaam"), **found}
    return found


def feiten(texts: Texts, was: KlantFeiten, now: datetime) -> KlantFeiten:
    """The facts of the person. What this form does not ask stays as it was. Raises the first problem."""
    for error in problems(texts, now).values():
        raise error
    value = {field: read(field, texts.get(field, ""), now) for field in FIELDS}
    return replace(
        was,
        naam=_name(value, was.naam),
        geslacht=value["geslacht"],
        geboortedatum=value["geboortedatum"],
        adres=_address(value, was.adres),
        gemeente=value["gemeente"],
        telefoon=value["telefoon"],
        email=value["email"],
        bsn=value["bsn"],
        geen_bsn_reden=None if value["bsn"] else value["geen_bsn"],
        taal=value["taal"],
        tolk=value["tolk"],
        geheim=value["geheim"],
    )


def _name(value: Mapping[str, Any], was: PersoonsNaam | None) -> PersoonsNaam:
    base = was or PersoonsNaam(geslachtsnaam=value["geslachtsnaam"])
    return replace(
        base,
        geslachtsnaam=value["geslachtsnaam"],
        voorvoegsel=value["voorvoegsel"],
        voornamen=value["voornamen"],
        naamgebruik=value["naamgebruik"] or Naamgebruik.EIGEN,
        partner_geslachtsnaam=value["partner_achternaam"],
        partner_voorvoegsel=value["partner_voorvoegsel"] if value["partner_achternaam"] else None,
    )


def _address(value: Mapping[str, Any], was: Adres | None) -> Adres | None:
    """No fixed address is an answer; nothing at all is "not known"."""
    if value["adres_soort"] is AdresFunctie.GEEN:
        return Adres(functie=AdresFunctie.GEEN)
    if not any(value[name] for name in _ADDRESS):
        return was if was is not None and was.buitenland else None
    base = was if was is not None and was.functie is not AdresFunctie.GEEN else Adres()
    parts = {name: value[name] for name in _ADDRESS}
    return replace(base, functie=value["adres_soort"] or AdresFunctie.WOONADRES, **parts)


def changed(before: KlantFeiten, after: KlantFeiten) -> tuple[str, ...]:
    """Names of the facts that differ."""
    return tuple(f.name for f in fields(KlantFeiten) if getattr(before, f.name) != getattr(after, f.name))


def texts_of(known: KlantFeiten) -> dict[str, str]:
    """A person as the form shows it."""
    naam, adres = known.naam, known.adres or Adres(functie=AdresFunctie.WOONADRES)
    return {
        **EMPTY,
        "geslachtsnaam": naam.geslachtsnaam if naam else "",
        "voorvoegsel": (naam.voorvoegsel or "") if naam else "",
        "voornamen": (naam.voornamen or "") if naam else "",
        "naamgebruik": naam.naamgebruik if naam and naam.partner_geslachtsnaam else "",
        "partner_voorvoegsel": (naam.partner_voorvoegsel or "") if naam else "",
        "partner_achternaam": (naam.partner_geslachtsnaam or "") if naam else "",
        "geslacht": known.geslacht or "",
        "geboortedatum": known.geboortedatum.shown if known.geboortedatum else "",
        "telefoon": known.telefoon.shown if known.telefoon else "",
        "adres_soort": adres.functie if known.adres else "",
        "postcode": adres.postcode.shown if adres.postcode else "",
        "huisnummer": str(adres.huisnummer or ""),
        "huisletter": adres.huisletter or "",
        "toevoeging": adres.toevoeging or "",
        "straat": adres.straat or "",
        "woonplaats": adres.woonplaats or "",
        "locatie": adres.locatie or "",
        "gemeente": known.gemeente or "",
        "email": known.email or "",
        "bsn": known.bsn or "",
        "geen_bsn": known.geen_bsn_reden or "",
        "taal": known.taal or "",
        "tolk": _answer(known.tolk),
        "geheim": _answer(known.geheim),
    }


def _answer(known: bool | None) -> str:
    return "" if known is None else JA if known else NEE


def texts_from(facts: TypedFacts) -> dict[str, str]:
    """What the search already said, carried over."""
    return {
        **EMPTY,
        "geslachtsnaam": facts.geslachtsnaam,
        "geboortedatum": facts.geboortedatum,
        "postcode": facts.postcode,
        "huisnummer": facts.huisnummer,
        "telefoon": facts.telefoon,
        "bsn": facts.bsn,
    }


def question(texts: Texts, now: datetime) -> tuple[str, str | None] | None:
    """What to ask for look-alikes: the name as typed, and the birth date when it can be read."""
    parts = (texts.get("voorvoegsel", "").strip(), texts.get("geslachtsnaam", "").strip())
    name = " ".join(part for part in parts if part)
    if not name or len(name) > Naam.LONGEST:
        return None
    try:
        born = read("geboortedatum", texts.get("geboortedatum", ""), now)
    except WerkdeskError:
        born = None
    return name, born

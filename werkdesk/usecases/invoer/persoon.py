"""The person in an imported line: name, birth date, address and the ways to reach them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from werkdesk.domain.persoon import Adres, AdresFunctie, Geslacht, KlantFeiten, PersoonsNaam
from werkdesk.domain.plausibel import check_birth
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.email import Email
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.usecases.invoer.velden import Velden

_FUNCTIES = {"w": AdresFunctie.WOONADRES, "b": AdresFunctie.BRIEFADRES, "geen": AdresFunctie.GEEN}
_MOST_LINES = 3


def read_person(velden: Velden, today: date) -> KlantFeiten:
    """Everything a line says of the person. Raises ``Refused('naam.ontbreekt')`` without a name."""
    naam = read_name(velden)
    if naam is None:
        raise Refused("naam.ontbreekt", field="geslachtsnaam")
    adres, lines = _address(velden)
    return KlantFeiten(
        naam=naam,
        geslacht=velden.code(Geslacht, "geslacht"),
        geboortedatum=read_birth(velden, today),
        adres=adres,
        briefregels=lines,
        telefoon=velden.checked(Telefoon, "telefoon", "telefoonnummer"),
        email=velden.checked(Email, "email", "e_mail", "e-mail"),
        bsn=velden.checked(Bsn, "bsn"),
        geen_bsn_reden=velden.text("geen_bsn_reden", longest=300),
        taal=_language(velden),
        tolk=velden.yes_no("tolk"),
    )


def read_name(velden: Velden) -> PersoonsNaam | None:
    """A name in parts, or whole: a name that is told in one piece is not split (BRP, name chain)."""
    parts = velden.object("naam")
    inner = velden if parts is None else Velden(parts, velden.name("naam"))
    surname = inner.written(Naam, "geslachtsnaam", "achternaam", *(("naam",) if parts is None else ()))
    prefix = inner.written(Voorvoegsel, "voorvoegsel", "tussenvoegsel")
    given = inner.written(Naam, "voornamen", "voornaam")
    if parts is not None:
        inner.finish()
    if surname is None:
        if prefix is None and given is None:
            return None
        raise Refused("naam.ontbreekt", field=inner.name("geslachtsnaam"))
    return PersoonsNaam(geslachtsnaam=surname, voorvoegsel=prefix, voornamen=given)


def read_birth(velden: Velden, today: date) -> GeboorteDatum | None:
    """A date of birth in any form that staff may type; a number of eight digits is the BRP form."""
    typed = velden.digits("geboortedatum")
    if typed is None:
        return None
    if len(typed) > 30:
        raise Refused("geboortedatum.vorm", field=velden.name("geboortedatum"))
    field = velden.name("geboortedatum")
    return check_birth(GeboorteDatum.parse(typed, today, field=field), today, field=field)


def _address(velden: Velden) -> tuple[Adres | None, tuple[str, ...]]:
    """The parts of an address; or, of an address in one text, its lines as they were written."""
    parts = velden.object("adres")
    inner = velden if parts is None else Velden(parts, "adres")
    lines = _lines(velden) if parts is None else ()
    adres = Adres(
        functie=_function(inner),
        straat=inner.text("straat", "straatnaam", longest=80),
        huisnummer=inner.number("huisnummer", least=1, most=99_999),
        huisletter=inner.text("huisletter", longest=1),
        toevoeging=inner.text("toevoeging", "huisnummertoevoeging", longest=4),
        postcode=inner.checked(Postcode, "postcode"),
        woonplaats=inner.text("woonplaats", "plaats", longest=80),
        locatie=inner.text("locatie", longest=35),
        land=inner.text("land", longest=60),
    )
    if parts is not None:
        inner.finish()
    return (None if adres == Adres() else adres), lines


def _lines(velden: Velden) -> tuple[str, ...]:
    whole = velden.text("adres", longest=300)
    if whole is None:
        return ()
    pieces = [piece.strip() for piece in whole.split(",") if piece.strip()]
    return (*pieces[: _MOST_LINES - 1], ", ".join(pieces[_MOST_LINES - 1 :]))[: len(pieces)]


def _function(velden: Velden) -> AdresFunctie:
    typed = velden.text("adresfunctie", "functie", longest=20)
    if typed is None:
        return AdresFunctie.WOONADRES
    found = _function_of(typed.lower())
    if found is None:
        raise Refused("keuze.onbekend", field=velden.name("adresfunctie"))
    return found


def _function_of(word: str) -> AdresFunctie | None:
    spelled: Mapping[str, AdresFunctie] = {
        **_FUNCTIES,
        "woonadres": AdresFunctie.WOONADRES,
        "briefadres": AdresFunctie.BRIEFADRES,
        "geen adres": AdresFunctie.GEEN,
    }
    return spelled.get(word)


def _language(velden: Velden) -> str | None:
    typed = velden.text("taal", longest=10)
    if typed is None:
        return None
    code = typed.lower()
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise Refused("taal.vorm", field="taal")
    return code

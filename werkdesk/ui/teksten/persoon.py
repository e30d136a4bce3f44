"""A person in words, the same on every card: name, one line that tells two people apart, document seen."""

from __future__ import annotations

import re
from datetime import date

from werkdesk.domain.geheimhouding import AdresPlek, may_show_address
from werkdesk.domain.klant import Document, Identiteitscontrole, Klant
from werkdesk.domain.namen.adresregels import adresregels
from werkdesk.domain.namen.klantadres import als_brp
from werkdesk.domain.namen.persoonsnaam import known
from werkdesk.domain.namen.voorletters import voorletters
from werkdesk.domain.persoon import Adres, AdresFunctie, Geslacht, KlantFeiten, Naamgebruik, PersoonsNaam
from werkdesk.domain.waarden.datum import korte_datum
from werkdesk.ui.teksten.talen import taal_naam

NAAM_ONBEKEND = "Naam nog onbekend"
GEEN_ADRES = "geen vast adres"
BRIEFADRES = "briefadres {adres}"
ADRES_ONBEKEND = "adres nog onbekend"
GEBOREN = "geboren {datum}"
GEBOREN_ONBEKEND = "geboortedatum nog onbekend"
GEHEIM = "geheim adres"
GEHEIM_KAART = "geheim · houd vast"
GEHEIM_SMAL = "adres geheim · houd vast"
TOLK = "{taal}, met tolk"
_POSTCODE = re.compile(r"\b([1-9][0-9]{3}) ([A-Z]{2})\b")

DOCUMENTEN = {
    Document.PASPOORT: "Paspoort",
    Document.IDENTITEITSKAART: "Identiteitskaart",
    Document.VREEMDELINGENDOCUMENT: "Vreemdelingendocument",
    Document.EU_PASPOORT: "EU-paspoort",
    Document.RIJBEWIJS: "Rijbewijs",
}
GEZIEN = "{document} gezien"
NIET_GEZIEN = "Nog niet gezien"
NIET_VASTGESTELD = "Niet vastgesteld"
CONTROLE = "{document} …{vier}, geldig t/m {datum}"

_AANSPREEK = {Geslacht.MAN: "dhr.", Geslacht.VROUW: "mw."}


def kaartnaam(feiten: KlantFeiten) -> str:
    """``Elhamdaoui-van den Berg, mw. S.``: surnames by the chosen name use, then title, initials, prefix."""
    naam = feiten.naam
    if naam is None:
        return NAAM_ONBEKEND
    (prefix, surname), *rest = _parts(naam)
    for other_prefix, other in rest:
        surname += "-" + " ".join(filter(None, (other_prefix, other)))
    title = _AANSPREEK.get(feiten.geslacht) if feiten.geslacht else None
    behind = " ".join(filter(None, (title, voorletters(naam.voornamen), prefix)))
    return f"{surname}, {behind}" if behind else surname


def _parts(naam: PersoonsNaam) -> list[tuple[str, str]]:
    own = (known(naam.voorvoegsel) or "", str(naam.geslachtsnaam))
    if naam.partner_geslachtsnaam is None:
        return [own]
    other = (known(naam.partner_voorvoegsel) or "", str(naam.partner_geslachtsnaam))
    return {
        Naamgebruik.EIGEN: [own],
        Naamgebruik.PARTNER: [other],
        Naamgebruik.PARTNER_EIGEN: [other, own],
        Naamgebruik.EIGEN_PARTNER: [own, other],
    }[naam.naamgebruik]


def regel(klant: Klant, today: date) -> str:
    """First name, birth date, age and address in one line; a secret address has its own place on the card."""
    feiten = klant.feiten
    first = known(feiten.naam.voornamen) if feiten.naam else None
    where = "" if is_geheim(feiten) else adres_in_woorden(feiten, AdresPlek.SCHERM)
    whole = _POSTCODE.sub("\\1\N{NO-BREAK SPACE}\\2", where)  # a narrow card breaks the line elsewhere
    return " · ".join(filter(None, (first, geboren(feiten, today), whole)))


def korte_regel(klant: Klant, today: date) -> str:
    """First name and birth date, and the language when it is not Dutch."""
    feiten = klant.feiten
    first = known(feiten.naam.voornamen) if feiten.naam else None
    other = taal(feiten) if feiten.taal not in (None, "nl") else ""
    return " · ".join(filter(None, (first, geboren(feiten, today), other)))


def geboren(feiten: KlantFeiten, today: date) -> str:
    """``geboren 12 maart 1985 (41)``; the age only when it is certain."""
    born = feiten.geboortedatum
    if born is None:
        return GEBOREN_ONBEKEND
    age = born.leeftijd(today)
    return GEBOREN.format(datum=born.lang) + (f" ({age})" if age is not None else "")


def is_geheim(feiten: KlantFeiten) -> bool:
    """Whether lists and cards leave the address out."""
    return not may_show_address(feiten, AdresPlek.SCHERM)


def adres_in_woorden(feiten: KlantFeiten, plek: AdresPlek) -> str:
    """``Laan der Kroon 12 B, 1181 AB Amstelveen``, or that there is none, that it is secret or not known."""
    if not may_show_address(feiten, plek):
        return GEHEIM
    adres = feiten.adres
    if adres is not None and adres.functie is AdresFunctie.GEEN:
        return GEEN_ADRES
    line = adresregel(adres) if adres is not None else ", ".join(feiten.briefregels)
    if not line:
        return ADRES_ONBEKEND
    is_postal = adres is not None and adres.functie is AdresFunctie.BRIEFADRES
    return BRIEFADRES.format(adres=line) if is_postal else line


def adresregel(adres: Adres) -> str:
    """The address in one line, the town as it was written; empty when no line can be made."""
    lines = adresregels(als_brp(adres))
    if adres.buitenland:
        return ", ".join(filter(None, (lines.regel1, lines.regel2, lines.regel3, adres.land)))
    town = " ".join(filter(None, (adres.postcode.shown if adres.postcode else "", adres.woonplaats)))
    return ", ".join(filter(None, (lines.regel1, town)))


def taal(feiten: KlantFeiten) -> str:
    """``Tigrinya, met tolk``; empty when the language is not known."""
    name = taal_naam(feiten.taal)
    return TOLK.format(taal=name) if name and feiten.tolk else name


def gezien(klant: Klant) -> str:
    """The word of the identity check."""
    if klant.controles:
        return GEZIEN.format(document=DOCUMENTEN[klant.controles[-1].document])
    return NIET_VASTGESTELD if klant.niet_vastgesteld else NIET_GEZIEN


def controle_in_woorden(controle: Identiteitscontrole) -> str:
    """``Paspoort …7731, geldig t/m 31-03-2031``."""
    return CONTROLE.format(
        document=DOCUMENTEN[controle.document],
        vier=controle.laatste_vier,
        datum=korte_datum(controle.geldig_tot),
    )

"""One value of a field in words, whatever the field: for a question about it and for what was refused."""

from __future__ import annotations

from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from werkdesk.domain.intake import Antwoord
from werkdesk.domain.melding import Partner
from werkdesk.domain.persoon import Adres, AdresFunctie, KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.bedrag import euro
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.datum import korte_datum
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.iban import Iban
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.ui.teksten import intake, klant, melding
from werkdesk.ui.teksten.persoon import BRIEFADRES, GEEN_ADRES, adresregel, kaartnaam
from werkdesk.ui.teksten.talen import taal_naam
from werkdesk.ui.teksten.tijd import klok
from werkdesk.ui.teksten.woorden import GEMEENTEN

NIETS = "niet ingevuld"
JA_NEE = MappingProxyType({True: "ja", False: "nee"})
_VELDEN = MappingProxyType(
    {
        "naam": "Naam", "geslacht": "Aanspreken als", "geboortedatum": "Geboortedatum", "adres": "Adres",
        "gemeente": "Gemeente", "telefoon": "Telefoon", "telefoon2": "Tweede telefoon", "email": "E-mail",
        "bsn": "BSN", "geen_bsn_reden": "Waarom geen BSN", "taal": "Taal", "tolk": "Tolk nodig",
        "geheim": "Geheim adres", "briefregels": "Adresregels", "kanaal": "Kanaal", "reden": "Reden",
        "laatste_werkdag": "Laatste werkdag", "adres_bevestigd": "Adres bevestigd",
        "heeft_partner": "Heeft een partner", "partner": "Partner", "kinderen": "Kinderen",
        "uitzondering": "Uitzondering", "ww_eindigt": "Einde WW",
        "eerder_afgewezen_op": "Eerder afgewezen op", "eerdere_melding_op": "Eerdere melding op",
        "uitkering_beeindigd_op": "Uitkering gestopt op", "aanvraag_mogelijk_op": "Aanvraag mogelijk op",
        "aanvraag_hoe": "Hoe de aanvraag gaat", "aanvraagdatum": "Datum aanvraag",
        "aanvraagkanaal": "Kanaal van de aanvraag", "aanvraag_ontvangen_op": "Aanvraag ontvangen op",
        "aanvraag_ondertekend": "Aanvraag ondertekend", "aanvraag_vervroegd": "Aanvraag vervroegd",
        "normsoort": "Norm", "inkomen": "Inkomen per maand", "iban": "IBAN", "uitleg": "Verteld",
        "bevestiging": "Bevestiging", "toelichting": "Toelichting", "eigenaar": "Wie het doet",
    }
)  # fmt: skip
_CODES = MappingProxyType(
    {
        "geslacht": klant.GESLACHTEN, "geen_bsn_reden": klant.GEEN_BSN_REDENEN, "gemeente": GEMEENTEN,
        "kanaal": melding.KANALEN, "aanvraagkanaal": melding.KANALEN, "reden": melding.REDENEN,
        "uitzondering": melding.UITZONDERINGEN, "bevestiging": melding.BEVESTIGINGEN,
        "aanvraag_hoe": melding.AANVRAGEN, "uitleg": melding.UITLEG,
    }
)  # fmt: skip


def veldnaam(record: str, veld: str) -> str:
    """``Telefoon``; a question of the intake by its short name."""
    if record == "intake":
        return intake.KORT.get(veld, veld)
    return _VELDEN.get(veld, veld)


def in_woorden(veld: str, waarde: Any) -> str:
    """``06-12 34 56 78``, ``ja``, ``30-11-2026``; an absent value is said too. A BSN stays masked."""
    if waarde is None or waarde == "" or waarde == ():
        return NIETS
    if isinstance(waarde, tuple):
        return ", ".join(in_woorden(veld, one) for one in waarde)
    if isinstance(waarde, bool):
        return JA_NEE[waarde]
    if isinstance(waarde, int):
        return euro(waarde) if veld == "inkomen" else str(waarde)
    if isinstance(waarde, Antwoord):
        return intake.antwoord_in_woorden(veld, waarde) or NIETS
    return _of_people(waarde) or _of_time(waarde) or _of_code(veld, waarde)


def _of_people(waarde: Any) -> str:
    match waarde:
        case PersoonsNaam():
            return kaartnaam(KlantFeiten(naam=waarde))
        case Partner():
            name = kaartnaam(KlantFeiten(naam=waarde.naam))
            return f"{name}, {waarde.geboortedatum.lang}" if waarde.geboortedatum is not None else name
        case Adres():
            return _address(waarde)
        case Bsn():
            return waarde.masked
        case Telefoon() | Postcode() | Iban():
            return waarde.shown
        case _:
            return ""


def _address(adres: Adres) -> str:
    if adres.functie is AdresFunctie.GEEN:
        return GEEN_ADRES
    line = adresregel(adres) or NIETS
    return BRIEFADRES.format(adres=line) if adres.functie is AdresFunctie.BRIEFADRES else line


def _of_time(waarde: Any) -> str:
    match waarde:
        case GeboorteDatum():
            return waarde.lang
        case datetime():
            return f"{korte_datum(waarde.date())}, {klok(waarde)}"
        case date():
            return korte_datum(waarde)
        case _:
            return ""


def _of_code(veld: str, waarde: Any) -> str:
    if veld == "taal":
        return taal_naam(str(waarde)) or str(waarde)
    return _CODES.get(veld, {}).get(waarde, str(waarde))

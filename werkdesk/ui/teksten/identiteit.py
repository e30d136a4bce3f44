"""Words of the identity check."""

from __future__ import annotations

from types import MappingProxyType

from werkdesk.domain.klant import Document

TITEL = "Identiteit"
WELK = "Welk document laat de klant zien?"
SOORTEN = MappingProxyType(
    {
        Document.PASPOORT: ("P", "Paspoort"),
        Document.IDENTITEITSKAART: ("I", "Identiteitskaart"),
        Document.VREEMDELINGENDOCUMENT: ("V", "Vreemdelingendocument"),
        Document.EU_PASPOORT: ("E", "Paspoort uit de EU of EER"),
        Document.RIJBEWIJS: ("R", "Rijbewijs"),
    }
)
GEEN = "geen"
GEEN_DOCUMENT = "Geen geldig document"
LAATSTE_VIER = "Laatste vier tekens"
LAATSTE_VIER_UITLEG = "van het documentnummer, meer bewaren wij niet"
GELDIG_TOT = "Geldig tot en met"
GELDIG_UITLEG = "03-2031 is de laatste dag van maart 2031"
LAND = "Land van het paspoort"
GEZIEN = "Gezien: dit is het origineel, en het is deze persoon"
GEZIEN_TITEL = "Spatie legt vast"
WAAROM = "Waarom niet vastgesteld?"
REDENEN = MappingProxyType(
    {
        "niet bij zich": "Niet bij zich",
        "kwijt of gestolen": "Kwijt of gestolen",
        "verlopen": "Verlopen",
        "alleen kopie of foto": "Alleen een kopie of foto",
        "nog aangevraagd": "Aangevraagd, nog niet gekregen",
    }
)
ANDERS = "anders"
ANDERS_WOORD = "Iets anders"
REDEN = "Kort, zonder bijzonderheden over gezondheid"
REDEN_LANG = "Er passen 300 tekens; kort de tekst in."
VASTLEGGEN = "Vastleggen"
TERUG_UITLEG = "Foto, kopie of BSN uit het document worden niet bewaard."
VASTGELEGD = "{document} …{vier}, geldig t/m {datum}, gezien door u"
NIET_VASTGESTELD = "Vastgelegd: identiteit niet vastgesteld ({reden})"
NU = "Nu bekend: {controle}"

LANDEN = MappingProxyType(
    {
        "BE": "België",
        "BG": "Bulgarije",
        "CY": "Cyprus",
        "DK": "Denemarken",
        "DE": "Duitsland",
        "EE": "Estland",
        "FI": "Finland",
        "FR": "Frankrijk",
        "GR": "Griekenland",
        "HU": "Hongarije",
        "IE": "Ierland",
        "IS": "IJsland",
        "IT": "Italië",
        "HR": "Kroatië",
        "LV": "Letland",
        "LI": "Liechtenstein",
        "LT": "Litouwen",
        "LU": "Luxemburg",
        "MT": "Malta",
        "NO": "Noorwegen",
        "AT": "Oostenrijk",
        "PL": "Polen",
        "PT": "Portugal",
        "RO": "Roemenië",
        "SI": "Slovenië",
        "SK": "Slowakije",
        "ES": "Spanje",
        "CZ": "Tsjechië",
        "SE": "Zweden",
        "CH": "Zwitserland",
    }
)

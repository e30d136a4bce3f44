"""Words of the form of a person: a new one after a search, or changes."""

from __future__ import annotations

from types import MappingProxyType

NIEUW = "Nieuwe klant"
WIJZIGEN = "Gegevens wijzigen"
GEZOCHT = "gezocht op “{tekst}”"
ALLEEN_ACHTERNAAM = "Alleen de achternaam is nodig. Wat de klant niet weet, laat u leeg."

ACHTERNAAM = "&Achternaam"
ACHTERNAAM_UITLEG = "of de hele naam zoals de klant die noemt"
VOORVOEGSEL = "&Voorvoegsel"
VOORNAMEN = "V&oornamen"
GESLACHT = "Aan&spreken als"
GESLACHTEN = MappingProxyType({"V": "Mevrouw", "M": "De heer", "O": "Neutraal"})
NAAMGEBRUIK = "Naamgebru&ik"
NAAMGEBRUIKEN = MappingProxyType(
    {"E": "Eigen naam", "P": "Naam partner", "V": "Naam partner-eigen naam", "N": "Eigen naam-naam partner"}
)
PARTNER_VOORVOEGSEL = "Voorvoegsel partner"
PARTNER_ACHTERNAAM = "Achternaam partner"
GEBOORTEDATUM = "Geboorte&datum"
GEBOORTEDATUM_UITLEG = "onbekende delen zijn 00: 00-00-1985"
ADRES = "Adres"
ADRES_SOORT = "Soort ad&res"
ADRES_SOORTEN = MappingProxyType({"W": "Woonadres", "B": "Briefadres", "geen": "Geen vast adres"})
POSTCODE = "Post&code"
HUISNUMMER = "Huisn&ummer"
HUISLETTER = "Letter"
TOEVOEGING = "Toevoeging"
STRAAT = "Straat"
WOONPLAATS = "Woonp&laats"
LOCATIE = "Plek zonder straat, zoals een woonboot"
GEMEENTE = "&Gemeente"
TELEFOON = "&Telefoon"
EMAIL = "E-&mail"
BSN = "BS&N"
GEEN_BSN = "Geen BSN, omdat"
GEEN_BSN_REDENEN = MappingProxyType(
    {
        "geen document": "Geen document bij zich",
        "gestolen of kwijt": "Gestolen of kwijt",
        "nog niet ingeschreven": "Nog niet ingeschreven",
        "weet het niet": "Weet het niet uit het hoofd",
        "wil het niet geven": "Wil het niet geven",
    }
)
TAAL = "Taal"
TOLK = "Tolk nodig"
GEHEIM = "Geheim adres"
JA_NEE = (("ja", "Ja"), ("nee", "Nee"))
MAG_LEEG = "mag leeg"

LIJKT_OP = "Lijkt op"
LIJKT_NIEMAND = "Er is niemand die hierop lijkt."
LIJKT_UITLEG = "Alt met het cijfer kiest deze klant."
TOCH = "Toch een nieuwe klant?"
TOCH_UITLEG = "Een cijfer bewaart."
TOCH_REDENEN = MappingProxyType(
    {
        "andere persoon": "Ja, dit is iemand anders",
        "hier nooit geweest": "Ja, de klant is hier nooit geweest",
        "niet zeker": "Niet zeker, later samenvoegen",
    }
)
BEWAREN = "Klant bewaren"
TERUG = "Terug"
BEZIG = "Bewaren…"
CONCEPT = "Concept bewaard om {klok}"
ONBEWAARD = "Nog niet bewaard"
ONBEWAARD_KLANT = "Nieuwe klant {naam} ({wanneer})"
ONBEWAARD_ZONDER_NAAM = "Nieuwe klant zonder achternaam ({wanneer})"
ONBEWAARD_MELDING = "Melding van {naam} ({wanneer})"
ONBEWAARD_VERDER = "Alt+0 haalt terug wat u eerder typte."
CONCEPT_TERUG = "Uw concept staat er weer."
NIEUWERE = "Een collega wijzigde intussen: {velden}. Wat u typte, staat er nog."
BIJGEWERKT = "Net bijgewerkt: {velden}."
CONCEPT_MIS = "Het concept is niet bewaard. {zin}"
GEMAAKT = "{naam} is bewaard als nieuwe klant"
GEWIJZIGD = "De gegevens van {naam} zijn gewijzigd"
NIETS_NIEUWS = "Er is niets veranderd."

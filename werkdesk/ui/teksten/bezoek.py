"""Words of the visit."""

from __future__ import annotations

from types import MappingProxyType

ALLEEN_LEZEN = "Dit dossier kunt u lezen. Gegevens of een melding vastleggen mag uw rol niet."
BSN = "BSN"
GEEN_BSN = "niet bekend"
IDENTITEIT = "Identiteit"
ADRES = "Adres"
WIJZIG = "Wijzigen"
TAAL = "Taal"
LOPENDE_MELDING = "Lopende melding"
GEEN = "geen"

BEZOEK = "Bezoek {nummer}"
DOSSIER = "{naam}"
NIEUWE_KLANT = "Nieuwe klant"
WACHTTE = "wachtte {tijd}"
ZONDER_NUMMER = "dossier zonder bezoek"

WIE = "Wie is dit?"
WIE_UITLEG = (
    "Zoek op geboortedatum met drie letters van de naam, op postcode met huisnummer, of op BSN. "
    "Niet gevonden? Maak dan met één toets een nieuwe klant."
)
ZOEK = "&Zoeken"
ZONDER_KLANT = (
    "Alleen een vraag om informatie? Dan hoeft u niet te weten wie het is. Rond het bezoek af met Ctrl+F9."
)

EERST_WIE = "Dat kan zodra bekend is wie dit is. Zoek de klant met F3."
VRAAGT_KLANT = frozenset(
    {
        "klant.identiteit",
        "melding.nieuw",
        "melding.aanvraag",
        "melding.jongere",
        "melding.sluiten",
        "wijzigen",
        "papier.afdrukken",
        "papier.overeenkomst",
        "afspraak",
        "controles",
        "plaatsing.nieuw",
        "plaatsing.vervolg",
    }
)
_MELDING_NODIG = "Dat kan zodra er een melding is. Met Ctrl+N begint u er een."
WACHT_OP = MappingProxyType(
    {
        "melding.aanvraag": _MELDING_NODIG,
        "melding.sluiten": _MELDING_NODIG,
        "controles": _MELDING_NODIG,
        "plaatsing.vervolg": "Dat kan zodra er een plaatsing loopt. Met Ctrl+G legt u er een vast.",
        "melding.jongere": "De jongerenkaart is er bij een melding van iemand onder 27.",
    }
)
"""Command -> what is missing while the klant is known."""

LOOPT = "Wat nu loopt"
LOOPT_NIETS = "Er loopt nog niets. De data verschijnen zodra de melding bewaard is."
EERDER = "Eerder"
EERDER_SOORTEN = MappingProxyType(
    {
        "melding": "Melding",
        "bezoek": "Bezoek",
        "brief": "Brief",
        "overeenkomst": "Overeenkomst",
        "klant": "Klant",
    }
)
EERDER_GESLOTEN = "{kenmerk} gesloten: {afloop}"
EERDER_NIETS = "Geen eerder contact bekend op deze balie."
ZIJKANT = "Wat nu loopt, papieren en eerder"
UITKLAPPEN = "Loopt, papieren, eerder"

ZAAK = "Zaak"
SPOED = "Vandaag"
SPOED_NU = "spoed: {nood}"
SPOED_TITEL = "Spoed"
SPOED_HULP = "{naam}: {telefoon}"
SPOED_VOORBEELD = "Voorbeeld: de gemeente moet deze namen en nummers nog bevestigen."
SPOED_UITLEG = "Kijk met F9 of er vandaag al een voorschot kan (Participatiewet, artikel 52)."
SPOED_VOORSCHOT = "Voorschot bekijken"
JONGERE = "Jonger dan 27"
GESLOTEN_OP = "gesloten op {datum}: {afloop}"
AANGEVRAAGD = "Aangevraagd op {datum}"

AFRONDEN = "Bezoek afronden"
UITKOMST = "Hoe eindigt het bezoek?"
UITKOMST_UITLEG = "Een cijfer kiest en rondt af."
NOG_CONCEPT = "Let op: de melding is nog niet bewaard. Het concept blijft op deze balie staan."
NOG_WIJZIGING = (
    "Let op: uw wijziging in de melding is nog niet bewaard. De melding zelf wel. "
    "De wijziging blijft op deze balie staan."
)
VERWIJS = "Waarheen verwijst u?"
VERWIJS_UITLEG = "Bijvoorbeeld: UWV, loket Burgerzaken, wijkteam. Enter rondt af."
VERWIJS_LANG = "Er passen 200 tekens; kort de tekst in."
ROND_AF = "Rond af"
AFGEROND = "{nummer} is afgerond: {uitkomst}"
HEROPEND = "{nummer} is weer open"
ONGEDAAN = "Ongedaan maken"
DOSSIER_DICHT = "Dossier gesloten: {naam}"

BIJ_COLLEGA = "Balie {balie} is nu met deze klant bezig, bezoek {nummer}."
NIEUWERE = "Er is een nieuwere versie van dit dossier. Wat u typt, blijft staan."
ONVERZONDEN = "nog niet verzonden"
EERST_MELDING = "Bewaar eerst een melding. Daarna kan dit."
ANDERE_MELDING = "Voor deze klant loopt nu een andere melding. Kies de brief zelf bij Papieren."
EERST_KLANT = "Zoek eerst wie dit is. Dat doet u met F3."
GEEN_UITLEG = "Bij deze datum is geen uitleg bewaard."
SLUITEN = "Sluiten"
BSN_NIET = "Het BSN kan nu niet getoond worden."
ELDERS = "{nummer} zit aan balie {balie}. Uw balie laat het bezoek los. Wat u typte, blijft staan."
ELDERS_KLAAR = "{nummer} is op balie {balie} afgerond. Wat u typte, blijft staan."
ELDERS_VERDER = "{nummer} is op een andere balie verder gegaan. Wat u typte, blijft staan."

GEKOZEN = "{nummer} hoort nu bij deze klant. Later wijzigen kan met Ctrl+Shift+F3."
IEMAND_ANDERS = "{nummer} is nog van niemand. Zoek met F3 wie er aan de balie zit."
BLIJFT = "In het dossier van de eerste klant blijft staan: {wat}."
BLIJFT_MELDING = "de melding"
BLIJFT_GEGEVENS = "gewijzigde gegevens"
BLIJFT_IDENTITEIT = "de identiteitscontrole"
BLIJFT_INTAKE = "de intake"
BLIJFT_PAPIER = "brieven"

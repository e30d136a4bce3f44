"""Words for codes of the work: reasons, outcomes, kinds of acts. Shared by lists, chips and sentences."""

from __future__ import annotations

from types import MappingProxyType

from werkdesk.domain.bezoek import BezoekReden, Uitkomst
from werkdesk.domain.melding import MeldingStatus
from werkdesk.domain.namen.klantadres import GEMEENTENAMEN

REDENEN = MappingProxyType(
    {
        BezoekReden.BIJSTAND: "Bijstand",
        BezoekReden.WERK_ZOEKEN: "Werk zoeken",
        BezoekReden.OPLEIDING: "Omscholing",
        BezoekReden.WERK_NAAR_WERK: "Van werk naar werk",
        BezoekReden.STUKKEN: "Stukken afgeven",
        BezoekReden.AFSPRAAK: "Afspraak",
        BezoekReden.JONGERE: "Jongere onder 27",
        BezoekReden.WERKGEVER: "Werkgever",
        BezoekReden.ZELFSTANDIGE: "Zelfstandige",
        BezoekReden.ANDERS: "Iets anders",
    }
)

UITKOMSTEN = MappingProxyType(
    {
        Uitkomst.MELDING: "Melding vastgelegd",
        Uitkomst.INFORMATIE: "Informatie gegeven",
        Uitkomst.AFSPRAAK: "Afspraak gemaakt",
        Uitkomst.DOORVERWEZEN: "Doorverwezen",
        Uitkomst.STUKKEN_ONTVANGEN: "Stukken ontvangen",
        Uitkomst.OVEREENKOMST: "Overeenkomst gemaakt",
        Uitkomst.WEGGELOPEN: "Weggelopen",
    }
)

MELDING_STATUS = MappingProxyType(
    {
        MeldingStatus.ZOEKTERMIJN: "zoektermijn loopt",
        MeldingStatus.AANVRAAG_MOGELIJK: "aanvraag mogelijk",
        MeldingStatus.GEMELD: "gemeld",
        MeldingStatus.AANVRAAG_ONTVANGEN: "aanvraag ontvangen",
        MeldingStatus.GESLOTEN: "gesloten",
    }
)

BRIEVEN = MappingProxyType(
    {
        "L01": "Ontvangstbevestiging",
        "L02": "Uitnodiging intake",
        "OPL": "Opleidingsovereenkomst",
        "UIT": "Uitleg van een datum",
    }
)

GEMEENTEN = GEMEENTENAMEN

HANDELINGEN = MappingProxyType(
    {
        "BezoekBinnengekomen": "Nummer uitgegeven",
        "BezoekOpgeroepen": "Nummer opgeroepen",
        "BezoekNietVerschenen": "Niet verschenen",
        "BezoekGeparkeerd": "Bezoek straks terug",
        "BezoekTeruggezet": "Oproep teruggenomen",
        "BezoekHervat": "Bezoek weer opgepakt",
        "BezoekKlantGekozen": "Klant bij bezoek gezet",
        "BezoekAfgerond": "Bezoek afgerond",
        "BezoekHeropend": "Bezoek heropend",
        "KlantIngeschreven": "Nieuwe klant",
        "KlantGewijzigd": "Gegevens van klant gewijzigd",
        "IdentiteitGezien": "Identiteitsbewijs gezien",
        "IdentiteitNietVastgesteld": "Identiteit niet vastgesteld",
        "MeldingGedaan": "Melding",
        "MeldingGewijzigd": "Melding gewijzigd",
        "TermijnenHerrekend": "Termijnen opnieuw berekend",
        "BelpogingGedaan": "Klant gebeld",
        "BewijsGezien": "Bewijsstuk gezien",
        "VoorschotVoorgesteld": "Voorschot voorgesteld",
        "VoorschotBesloten": "Besluit over voorschot",
        "VoorschotBetaald": "Voorschot betaald",
        "VoorschotBetalingTeruggenomen": "Betaling van voorschot teruggenomen",
        "MeldingGesloten": "Melding gesloten",
        "MeldingHeropend": "Melding heropend",
        "IntakeBeantwoord": "Antwoord in de intake",
        "BriefOpgemaakt": "Brief gemaakt",
        "BriefAangeboden": "Brief naar de printer",
        "BriefUitgesteld": "Brief bij later afdrukken gezet",
        "OvereenkomstOpgesteld": "Overeenkomst gemaakt",
        "PlaatsingVastgelegd": "Plaatsing",
        "PlaatsingBesloten": "Besluit over plaatsing",
        "VerdringingBeoordeeld": "Tweede oordeel over verdringing",
        "PlaatsingBeeindigd": "Plaatsing beëindigd",
        "VraagAfgedaan": "Vraag beantwoord",
        "VraagHeropend": "Antwoord op vraag teruggenomen",
    }
)
"""Class name of an act -> what was done, as the outbox says it."""

ONBEKENDE_HANDELING = "Handeling"


def handeling(soort: str) -> str:
    """What an act was, in words; an unknown one is still said to be something."""
    return HANDELINGEN.get(soort, ONBEKENDE_HANDELING)


def brief_naam(code: str) -> str:
    """Name of a letter by its code."""
    return BRIEVEN.get(code, f"Brief {code}")

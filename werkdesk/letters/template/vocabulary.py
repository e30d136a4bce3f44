"""The closed list of what a template may ask for: Dutch names, each with an example.

An unknown name is an error when the template is read, never a gap in somebody's letter. Examples are
fictitious.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Filled by the press from the house style and the letter itself.
OWN_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "brief.datum": "27 november 2026",
        "brief.kenmerk": "M-3-0147-K/a",
        "gemeente.naam": "Amstelveen",
        "gemeente.team": "Werkplein",
        "gemeente.telefoon": "(020) 540 49 11",
        "gemeente.tijden": "maandag tot en met vrijdag van 9.00 tot 17.00 uur",
        "gemeente.bezoekadres": "Laan Nieuwer-Amstel 1, Amstelveen",
        "gemeente.postadres": "Postbus 4, 1180 BA Amstelveen",
        "gemeente.website": "www.amstelveen.nl",
        "gemeente.verordening": "de re-integratieverordening van de gemeente Amstelveen",
        "ondertekenaar.naam": "R. Voorbeeld",
        "ondertekenaar.functie": "medewerker Werkplein",
    }
)

# Given by who asks for the letter.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "klant.naam": "mevrouw A. Voorbeeld",
        "klant.adres": "Fictiestraat 12, 1181 AA Amstelveen",
        "klant.geboortedatum": "1 februari 1998",
        "klant.vertegenwoordiger": "de heer B. Voorbeeld",
        "melding.datum": "27 november 2026",
        "melding.tijd": "10.15 uur",
        "melding.kanaal": "aan de balie",
        "melding.kenmerk": "M-3-0147-K",
        "melding.aanvraagdatum": "30 november 2026",
        "zoektermijn.eerste_dag": "25 december 2026",
        "uitleg.naam": "het besluit op uw aanvraag",
        "uitleg.datum": "maandag 28 december 2026",
        "uitleg.streefdatum": "donderdag 24 december 2026",
        "uitleg.begin": "vrijdag 30 oktober 2026",
        "uitleg.stand": "na aanvraag",
        "uitleg.betekenis": "U krijgt een besluit binnen acht weken nadat wij uw aanvraag hebben ontvangen.",
        "uitleg.regelset": "2026-11-21 0f3a9c21d4e5",
        "uitleg.regeldatum": "21 november 2026",
        "afspraak.datum": "dinsdag 1 december 2026",
        "afspraak.tijd": "10.30 uur",
        "afspraak.duur": "ongeveer 45 minuten",
        "afspraak.plaats": "Raadhuis Amstelveen, Laan Nieuwer-Amstel 1",
        "afspraak.telefoon": "06 12 34 56 78",
        "afspraak.medewerker": "R. Voorbeeld",
        "afspraak.verzetten_voor": "maandag 30 november 2026",
        "tolk.taal": "Tigrinya",
        "overeenkomst.nummer": "O-3-0012-R",
        "overeenkomst.besluitnummer": "B-2026-0815",
        "overeenkomst.begin": "1 februari 2027",
        "overeenkomst.einde": "31 januari 2030",
        "overeenkomst.uren_per_week": "24",
        "opleiding.naam": "Verpleegkundige",
        "opleiding.niveau": "mbo niveau 4",
        "opleiding.leerweg": "BBL (werken en leren)",
        "opleiding.crebo": "25480",
        "opleiding.doel": "werk als verpleegkundige in de wijk",
        "opleiding.vraag_arbeidsmarkt": "in de regio staan veel vacatures open",
        "opleiding.betaalt": "de gemeente",
        "opleiding.voorgaande_bekostiging": "studiefinanciering",
        "opleiding.plaats": "Amsterdam",
        "opleiding.dagen": "maandag, dinsdag en donderdag",
        "opleider.naam": "Fictief College",
        "opleider.adres": "Lesweg 1, 1000 AA Amsterdam",
        "opleider.kvk": "00000000",
        "opleider.vertegenwoordiger": "mevrouw C. Voorbeeld, teamleider",
        "werkgever.naam": "Zorg Fictief",
        "werkgever.adres": "Zorglaan 2, 1181 AB Amstelveen",
        "werkgever.kvk": "00000000",
        "werkgever.vertegenwoordiger": "de heer D. Voorbeeld, hoofd personeel",
        "gemeente.vertegenwoordiger": "mevrouw E. Voorbeeld, teammanager Werk",
        "begeleider.naam": "R. Voorbeeld",
        "begeleider.telefoon": "(020) 000 00 00",
        "begeleider.opleider": "mevrouw F. Voorbeeld, docent",
        "begeleider.uren": "2",
        "plaatsing.taken": "helpen bij het wassen en aankleden",
        "plaatsing.niet_alleen": "medicijnen geven",
        "plaatsing.verzekering": "de gemeente heeft ongelukken en schade verzekerd",
        "plaatsing.verdringing": "geen verdringing, 3 november 2026, nummer V-2026-0012",
        "kosten.lesgeld": "€ 3.750,00",
        "kosten.examen": "€ 450,00",
        "kosten.boeken": "€ 1.200,00",
        "kosten.reiskosten": "€ 1.800,00",
        "kosten.kinderopvang": "€ 0,00",
        "kosten.totaal": "€ 7.200,00",
    }
)


@dataclass(frozen=True, slots=True)
class RowKind:
    """A list that a template may repeat over: its plural and, per column, an example."""

    plural: str
    columns: Mapping[str, str]


# Keyed by the singular, as a template writes it: [voor elke termijn] ... {{termijn.wat}}.
ROW_KINDS: Mapping[str, RowKind] = MappingProxyType(
    {
        "termijn": RowKind(
            "termijnen",
            MappingProxyType(
                {
                    "wat": "U kunt een uitkering aanvragen",
                    "wanneer": "vanaf 25 december 2026",
                    "waarom": "U zoekt eerst vier weken zelf werk of een opleiding.",
                }
            ),
        ),
        "gegeven": RowKind("ontbrekende_gegevens", MappingProxyType({"wat": "uw geboortedatum"})),
        "stap": RowKind(
            "stappen", MappingProxyType({"zin": "8 weken na 30 oktober 2026 is vrijdag 25 december 2026."})
        ),
        "regel": RowKind(
            "regels",
            MappingProxyType(
                {
                    "naam": "Besluit op de aanvraag",
                    "nummer": "D06",
                    "artikel": "Awb 4:13 lid 2",
                    "vanaf": "1 januari 1994",
                    "zeker": "ja",
                }
            ),
        ),
        "feit": RowKind(
            "feiten",
            MappingProxyType(
                {"naam": "De dag waarop wij uw aanvraag kregen", "waarde": "vrijdag 30 oktober 2026"}
            ),
        ),
        "stuk": RowKind("stukken", MappingProxyType({"wat": "uw paspoort of identiteitskaart"})),
        "mijlpaal": RowKind(
            "mijlpalen",
            MappingProxyType(
                {
                    "jaar": "Jaar 1",
                    "doel": "alle vakken van het eerste jaar gehaald",
                    "uiterlijk": "31 januari 2028",
                    "bewijs": "cijferlijst",
                }
            ),
        ),
        "kostenjaar": RowKind(
            "kosten",
            MappingProxyType(
                {
                    "jaar": "Jaar 1",
                    "lesgeld": "€ 1.250,00",
                    "examen": "€ 150,00",
                    "boeken": "€ 400,00",
                    "reiskosten": "€ 600,00",
                    "kinderopvang": "€ 0,00",
                    "totaal": "€ 2.400,00",
                }
            ),
        ),
        "betaling": RowKind(
            "betalingen",
            MappingProxyType(
                {
                    "wat": "Lesgeld",
                    "wie": "de gemeente",
                    "aan": "de opleider",
                    "wanneer": "binnen 30 dagen na de factuur",
                }
            ),
        ),
    }
)

# What can be true of a letter, and what it means.
CONDITIONS: Mapping[str, str] = MappingProxyType(
    {
        "onder_27": "de klant (en de partner) is jonger dan 27: eerst vier weken zoeken (Pw 41 lid 4)",
        "vanaf_27": "de klant of de partner is 27 of ouder: meteen aanvragen (Pw 41 lid 12)",
        "leeftijd_onbekend": "de geboortedatum ontbreekt of is onvolledig",
        "uitzondering_zoektermijn": "jonger dan 27, maar hoeft niet te wachten (Pw 41 lid 4 en 11)",
        "datum_volgt": "een datum is nu niet te berekenen en volgt per brief",
        "datum_vanaf": "vanaf deze dag mag de klant iets doen; het is geen laatste dag",
        "aanname": "een regel achter de datum is nog niet bevestigd",
        "tweede_bron": "een regel achter de datum komt uit een tweede bron",
        "met_partner": "de melding geldt ook voor de partner",
        "aanvraag_meegegeven": "het aanvraagformulier is meegegeven",
        "spoed": "er is nu geen geld, eten of onderdak",
        "afspraak_telefonisch": "het gesprek is per telefoon",
        "tolk": "er is een tolk bij het gesprek",
        "al_gelegitimeerd": "het identiteitsbewijs is al gezien",
        "gevolg_bij_wegblijven": "wegblijven heeft gevolgen voor de aanvraag",
        "met_werkgever": "de werkgever tekent de overeenkomst mee",
        "uitkering_loopt": "de klant houdt tijdens de opleiding een uitkering",
        "doorbetalen_bij_werk": "de gemeente betaalt door als de klant werk vindt",
    }
)


def known_fields(singular: str | None = None) -> frozenset[str]:
    """Names that may stand between ``{{`` and ``}}``, perhaps inside a repetition over ``singular``."""
    names = frozenset(FIELDS) | frozenset(OWN_FIELDS)
    if singular is None:
        return names
    return names | {f"{singular}.{column}" for column in ROW_KINDS[singular].columns}


def known_conditions() -> frozenset[str]:
    """Names that may stand after ``[als``: conditions, fields ("is filled") and lists ("has rows")."""
    lists = {kind.plural for kind in ROW_KINDS.values()}
    return frozenset(CONDITIONS) | frozenset(FIELDS) | frozenset(OWN_FIELDS) | lists

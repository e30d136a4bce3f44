"""Words of the application: its day, who signed it, what the advance needs."""

from __future__ import annotations

from types import MappingProxyType

TITEL = "Aanvraag vastleggen"
UITLEG = "De melding en de aanvraag hebben elk een eigen dag. Vanaf de aanvraag lopen voorschot en besluit."
AANVRAAGDATUM = "Aangevraagd op"
KANAAL = "Hoe kwam de aanvraag?"
ONTVANGEN = "Ontvangen op"
ONTVANGEN_UITLEG = "Leeg: op de dag van de aanvraag."
ONDERTEKEND_TITEL = "Handtekening"
ONDERTEKEND = "Gezien, of DigiD"
VERVROEGD_TITEL = "De zoektermijn loopt nog"
ONZEKER_TITEL = "Nog niet zeker of de zoektermijn geldt"
VERVROEGD = "De gemeente behandelt de aanvraag eerder"
VERVROEGD_UITLEG = "Participatiewet, artikel 41, lid 11. Alleen een klantmanager of teamleider besluit dat."
VOOR_VOORSCHOT = "Voor het voorschot"
LEEFVORM = "Leefvorm"
LEEFVORMEN = MappingProxyType(
    {
        "alleenstaand_21": "Alleen, 21 jaar of ouder",
        "gehuwd_21": "Met partner, 21 jaar of ouder",
        "alleenstaand_18_20": "18 tot en met 20 jaar",
        "alleenstaand_18_20_zonder_ouders": "18-20 jaar, geen geld van ouders",
    }
)
LEEFVORM_VOORSTEL = "Voorstel uit de intake. Het telt zodra u de aanvraag bewaart."
INKOMEN = "Inkomen per maand"
INKOMEN_UITLEG = "Netto, zoals 412,50. Geen? Typ 0."
IBAN = "Rekeningnummer (IBAN)"
BEWAREN = "Aanvraag bewaren"
NIETS_NIEUWS = "Er is niets veranderd."
BEZIG = "Bezig met bewaren…"
BEWAARD = "Aanvraag van {kenmerk} is bewaard."
NIEUWER = "Een collega heeft deze aanvraag net gewijzigd. Wat u typte, staat er nog."
CONCEPT = "Concept van {klok}."
CONCEPT_MIS = "Het concept is niet bewaard. {zin}"
KNOP = "Aanvraag vastleggen"
KNOP_WIJZIGEN = "Aanvraag wijzigen"

"""Sentences for what can be refused about a placement."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PLAATSING: Mapping[str, str] = MappingProxyType(
    {
        "plaatsing.bestaat": "Deze plaatsing is al vastgelegd.",
        "plaatsing.onbekend": "Deze plaatsing staat hier niet. Zoek de klant opnieuw.",
        "plaatsing.toets": "Beantwoord eerst alle vragen van de verdringingstoets.",
        "plaatsing.verdringing": "Deze plaats verdringt gewoon werk. Bied een betaalde weg aan.",
        "plaatsing.toets_verlopen": "De toets is dan verlopen. Kies een eerdere dag, of toets later.",
        "plaatsing.plafond": "Dit duurt langer dan mag. Kies een eerdere einddag.",
        "plaatsing.verlenging": "Dit mag alleen met een besluit om te verlengen. Vink dat aan.",
        "plaatsing.wet": "De wet laat dit niet toe. Kort de plaats in of trek haar in.",
        "plaatsing.rol": "Alleen een teamleider mag dit toch laten doorgaan, met een reden.",
        "plaatsing.al_besloten": "Een collega besloot al over deze plaatsing.",
        "plaatsing.geen_besluit": "Er is geen besluit om terug te nemen.",
        "plaatsing.geen_onderzoek": "Voor deze toets is geen tweede oordeel nodig.",
        "plaatsing.al_beoordeeld": "Een collega gaf al een tweede oordeel.",
        "plaatsing.zelfde_persoon": "Een andere collega moet oordelen: u legde de plaatsing zelf vast.",
        "plaatsing.beeindigd": "Deze plaatsing is al beëindigd.",
        "plaatsing.ingetrokken": "Deze plaatsing is ingetrokken.",
    }
)
"""Code -> sentence."""

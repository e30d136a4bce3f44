"""Words in a letter that depend on the case; B1, u-form. All others stand in the template."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from werkdesk.domain.melding import Kanaal

KANALEN: Mapping[Kanaal, str] = MappingProxyType(
    {
        Kanaal.BALIE: "aan de balie",
        Kanaal.TELEFOON: "per telefoon",
        Kanaal.EMAIL: "per e-mail",
        Kanaal.POST: "per post",
        Kanaal.WERK_NL: "via www.werk.nl",
    }
)
KANAAL_ONBEKEND = "bij het Werkplein"

TERMIJNEN: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "D01": (
            "U kunt een uitkering aanvragen",
            "vanaf {datum}",
            "U zoekt eerst vier weken zelf naar werk of een opleiding.",
        ),
        "D02": ("U kunt een uitkering aanvragen", "vanaf {datum}", "Wij maken dat meteen voor u mogelijk."),
        "D03": (
            "U geeft ons papieren van uw school",
            "uiterlijk {datum}",
            "Daarmee zien wij of u nog naar school kunt.",
        ),
        "PW41-6": ("U kunt zich melden als uw WW stopt", "vanaf {datum}", "Eerder telt uw melding niet mee."),
    }
)
"""Code of a term -> what, when, why, as the table of a letter says it."""

GEGEVENS: Mapping[str, str] = MappingProxyType(
    {
        "geboortedatum": "uw geboortedatum",
        "adres": "uw adres",
        "telefoon": "uw telefoonnummer",
        "bsn": "uw burgerservicenummer (BSN)",
        "identiteit": "uw geldige identiteitsbewijs",
        "reden": "waarom u een uitkering nodig heeft",
        "partner": "de naam en de geboortedatum van uw partner",
    }
)
"""Code of a gap -> what we ask. Gaps that only concern our own work are not a client's business."""

BETALERS: Mapping[str, str] = MappingProxyType(
    {
        "gemeente": "de gemeente",
        "werkgever": "de werkgever",
        "samen": "de gemeente samen met de werkgever",
        "klant": "u zelf",
        "uwv": "UWV",
    }
)

FUNCTIE = "medewerker Werkplein"
INVULLEN = "." * 40
"""A dotted line: filled in by hand when the agreement is signed."""

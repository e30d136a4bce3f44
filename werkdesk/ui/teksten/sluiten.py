"""Words for the end of a melding: how it ends, what that asks, and the way back."""

from __future__ import annotations

from types import MappingProxyType

from werkdesk.domain.melding import Afloop

TITEL = "Melding sluiten"
TITEL_OPEN = "Melding heropenen"
VRAAG = "Hoe eindigt deze melding?"
AFLOPEN = MappingProxyType(
    {
        Afloop.INGETROKKEN: "De klant trekt zich terug",
        Afloop.WERK: "Werk gevonden",
        Afloop.OPLEIDING: "Naar school of opleiding",
        Afloop.VERWEZEN: "Doorverwezen",
        Afloop.VERGISSING: "Vergissing of dubbel",
        Afloop.TOEGEKEND: "Bijstand toegekend",
        Afloop.AFGEWEZEN: "Aanvraag afgewezen",
    }
)
KORT = MappingProxyType(
    {
        Afloop.INGETROKKEN: "ingetrokken",
        Afloop.WERK: "werk gevonden",
        Afloop.OPLEIDING: "naar een opleiding",
        Afloop.VERWEZEN: "doorverwezen",
        Afloop.VERGISSING: "vergissing",
        Afloop.TOEGEKEND: "bijstand toegekend",
        Afloop.AFGEWEZEN: "aanvraag afgewezen",
    }
)
ANDEREN = "Werk gevonden legt een klantmanager vast. Een besluit legt een teamleider vast."
GEEN = "Met uw rol kunt u deze melding niet sluiten. Vraag een collega van de balie."
GEZEGD_TITEL = "Wat de klant zegt"
VRIJ = "De klant wil dit zelf"
SCHRIFTELIJK = "Dat staat op papier, met handtekening"
REDEN = "Waarom, of waarheen?"
REDEN_OPEN = "Waarom gaat de melding weer open?"
REDEN_LANG = "Er passen 300 tekens; kort de tekst in."
GEEN_MEDISCH = "Geen medische gegevens."
GEVOLG = "De datums van deze melding lopen dan niet meer. De dag van de melding blijft bewaard."
SLUITEN = "Melding sluiten"
HEROPENEN = "Melding heropenen"
GESLOTEN_REGEL = "{kenmerk} is gesloten op {datum} door {wie}: {afloop}."
GESLOTEN_REDEN = "Daarbij staat: {reden}"
OPEN_UITLEG = "De melding gaat verder waar zij was, met dezelfde dag van melding en dezelfde datums."
GESLOTEN = "{kenmerk} is gesloten: {afloop}"
HEROPEND = "{kenmerk} is weer open"
ONGEDAAN = "Ongedaan maken"
ONGEDAAN_REDEN = "direct ongedaan gemaakt"

"""Words of the frame: names of the rail, the window and the notices."""

from __future__ import annotations

PRODUCT = "Werkdesk"
TITEL = "{wat} – Werkdesk"
TITEL_SLOT = "Werkdesk – vergrendeld"
RAIL = "Plaatsen"
SLUIT_BERICHT = "Sluiten"
MENU = "Menu"
STATUS = "Stand van deze balie"
REGELS = "Rekent met regels van {datum}"
PRINTER = "Printer {naam}"
PRINTER_GEEN = "Geen printer"
GROOTTE = "Grootte {procent} %"
THEMA = "Weergave: {naam}"
GELUID_AAN = "Geluid bij een oproep staat aan"
GELUID_UIT = "Geluid bij een oproep staat uit"
NIETS_ONGEDAAN = "Er is niets om ongedaan te maken."
GEEN_DOSSIER = "Er is geen dossier open om te sluiten."
AFSLUITEN_TITEL = "Werkdesk sluiten?"
AFSLUITEN_WACHT = (
    "{wachten} op verzending. Dat werk is bewaard op deze computer en gaat mee zodra Werkdesk weer open is."
)
AFSLUITEN_JA = "Sluiten"
AFSLUITEN_NEE = "Openhouden"
BALIE = "Balie {balie} · {kantoor}"

"""Words of the frame: names of the rail, the window and the notices."""

from __future__ import annotations

from types import MappingProxyType

PRODUCT = "Werkdesk"
TITEL = "{wat} – Werkdesk"
TITEL_SLOT = "Werkdesk – vergrendeld"
RAIL = "Plaatsen"
SLUIT_BERICHT = "Sluiten"
MENU = "Menu"
STATUS = "Stand van deze balie"
PRINTER = "Printer {naam}"
PRINTER_GEEN = "Geen printer"
GROOTTE = "Grootte {procent} %"
THEMA = "Weergave: {naam}"
GELUID_AAN = "Geluid bij een oproep staat aan"
GELUID_UIT = "Geluid bij een oproep staat uit"
NIETS_ONGEDAAN = "Er is niets om ongedaan te maken."
NIET_OPEN_TITEL = "Werkdesk kan nu niet openen"
ROLLEN_ANDERS = "Uw rollen zijn gewijzigd. Wat u niet meer mag, is van het scherm weg."
HERSTELD_TITEL = "Werkdesk heeft iets hersteld"
DEFECT_TITEL = "Er ging iets mis"
BALIE = "Balie {balie} · {kantoor}"

NIET_GEBRUIKT = "Wat u daarna al typte, is niet gebruikt."
NIET_HIER = "{wat} ({toets}) kan niet op deze plaats."
OPEN_EERST = "Open eerst een klant: zoek met F3."
ELDERS_BEZIG = "{nummer} staat nog open. Met {toets} gaat u erheen."
_GEEN_BEZOEK = "Er is nu geen bezoek aan uw balie. Met F8 roept u de volgende op."
WAAROM_NIET = MappingProxyType(
    {
        **dict.fromkeys(
            (
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
            ),
            OPEN_EERST,
        ),
        **dict.fromkeys(
            (
                "bezoek.afronden",
                "bezoek.herhalen",
                "bezoek.niet_verschenen",
                "bezoek.parkeren",
                "bezoek.ander",
            ),
            _GEEN_BEZOEK,
        ),
        **dict.fromkeys(("bewaren", "bewaren.verder"), "Hier staat niets om te bewaren."),
        "alarm": "Werkdesk heeft geen alarmknop. Gebruik de knop onder de balie.",
        "weekplan": "Werkdesk heeft geen weekplan.",
        "werkgever.ruimte": "Werkdesk heeft geen lijst van ruimte bij werkgevers.",
        "bezoek.hervatten": "Er is niemand die straks terugkomt.",
        "dossier.volgende": "Er is geen dossier open.",
        "dossier.sluiten": "Hier is geen dossier om te sluiten. Een bezoek rondt u af met Ctrl+F9.",
    }
)
"""Command -> why its key does nothing, for places that do not know better."""

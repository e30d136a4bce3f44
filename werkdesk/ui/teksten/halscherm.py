"""Words of the screen in the hall. Clients read this: large, few, no names."""

from __future__ import annotations

VENSTER = "Werkdesk – halscherm"
NUMMER = "Nummer"
BALIE = "Balie"
GEEN = "Welkom. Wacht tot u uw nummer ziet."
EERDER = "Eerder opgeroepen"
REGEL = "{nummer} → balie {balie}"
ZEG = "Nummer {nummer}, balie {balie}"

"""Words around the help: the panel itself shows pages of resources/handleiding."""

from __future__ import annotations

UITLEG = "Uitleg"
TOETSEN = "Alle toetsen"
SLUIT = "Sluiten"
GEEN_TITEL = "Uitleg"
GEEN = "Over dit onderdeel is nog geen uitleg.\n\nMet Ctrl+F1 ziet u alle toetsen. Met F3 zoekt u een klant."

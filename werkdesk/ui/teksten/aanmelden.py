"""Words of the sign-in, the lock and the cover. Nothing here ever names a client."""

from __future__ import annotations

PRODUCT = "Werkdesk"
TITEL = "Aanmelden"
UITLEG = "Typ uw naam en uw pincode."
NAAM = "&Naam"
NAAM_ONTBREEKT = "Typ uw naam, zoals beheer u heeft aangemeld."
PIN = "&Pincode"
PIN_ONTBREEKT = "Typ uw pincode."
MELD_AAN = "&Aanmelden"
BEZIG = "Even geduld: uw sleutel wordt gecontroleerd"
CAPS = "Caps Lock staat aan."

SLOT_TITEL = "Vergrendeld"
SLOT_UITLEG = "Uw werk is bewaard. Typ uw pincode om verder te gaan."
SLOT_ANDER = "Een andere collega? Typ dan een andere naam."
ONTGRENDEL = "&Verder werken"
WISSEL_UITLEG = "De concepten van uw collega zijn bewaard. Typ uw naam en uw pincode."

AFGEDEKT = "Scherm afgedekt"
AFGEDEKT_UITLEG = "Druk op F12 of Enter om verder te gaan."
VERDER = "&Verder"

STRAKS_SLOT = "Werkdesk vergrendelt zo. Druk op een toets om door te werken."
BLIJF = "&Doorwerken"

"""Words of the outbox: what still has to reach the register, and what a person must look at."""

from __future__ import annotations

from types import MappingProxyType

TITEL = "Te verzenden"
RAIL = "Verzenden"
LEEG = "Alles is ontvangen door het register. Er wacht niets."
LEEG_MET_VRAAG = "Alles is ontvangen door het register. Er wacht nog wel een vraag op uw antwoord."
AANDACHT_UITLEG = "Het register kon dit niet zo overnemen. Er is niets verloren; vraag een collega of beheer."
WACHT = "Wacht op het register"
WAT = "Wat"
VOOR = "Voor wie"
SINDS = "Sinds"
NU = "Nu"
STRAKS = "Wat nu"
PROBEER = "&Nu proberen"
PROBEERT = "Werkdesk probeert het nu"
KOPIE = "Kopie &voor de helpdesk"
KOPIE_KLAAR = "Verzegelde kopie gemaakt: {naam}"
REGEL = "{line.wat} · {line.voor} · sinds {line.sinds} · {line.straks}"
NIEMAND = "—"
BIJLAGEN = "Daarna gaan nog {aantal} papieren naar het register."
BIJLAGE = "Daarna gaat nog 1 papier naar het register."

STANDEN = MappingProxyType(
    {"wacht": "wacht", "onderweg": "wordt verstuurd", "ontvangen": "ontvangen", "aandacht": "vraag voor u"}
)

GAAT_VANZELF = "Gaat vanzelf, zodra er verbinding is"
IS_ONDERWEG = "Het register kijkt ernaar"
IS_ONTVANGEN = "Het register heeft het; het antwoord komt"
KEER = "Gaat vanzelf · {keer} keer geprobeerd"
EEN_KEER = "Gaat vanzelf · 1 keer geprobeerd"

"""Words of the questions in "Verzenden": two values for one fact, and work the register did not accept."""

from __future__ import annotations

from types import MappingProxyType

from werkdesk.domain.afdoening import Keuze
from werkdesk.usecases.vraagrijen import Uitval

TITEL = "Vragen voor u"
UITLEG = "Een cijfer kiest, Enter legt vast. Wat u niet kiest, blijft te lezen bij de beantwoorde vragen."
WAT_KLOPT = "{veld} van {wie}: wat klopt?"
WAT_KLOPT_BIJ = "{veld} van {wie}, {kenmerk}: wat klopt?"
IEMAND = "een klant die hier niet meer staat"
ONLEESBAAR = "Een nieuwere Werkdesk stelde deze vraag. Beantwoord hem aan een balie die al is bijgewerkt."
AFGESCHERMD_TELT = "Het adres dat nu telt (geheim)"
AFGESCHERMD_ANDERS = "Het andere adres (geheim)"
GEHEIM = "geheim adres"

TELT = "telt nu"
HIER = "van deze balie"
TELT_HIER = "telt nu · van deze balie"
GETYPT = "{waarde} · {door}"
DOOR = "{wie}, balie {balie}, {wanneer}"
DOOR_WIE = "{wie}, {wanneer}"
BEIDE = "Bewaar allebei: {telt}, en als tweede nummer {anders}"
LATER = "Later: ik vraag het eerst na"

VASTLEGGEN = "Vastleggen"
KIES_EERST = "Kies eerst een antwoord. Daarna legt Enter het vast."
DOSSIER = "Open het dossier"
BEZIG = "Vastleggen…"
VASTGELEGD = "Beantwoord: {keuze}"
KEUZES = MappingProxyType(
    {
        Keuze.HOUDEN: "{veld} blijft {waarde}",
        Keuze.NEMEN: "{veld} is nu {waarde}",
        Keuze.BEIDE: "{veld}: allebei bewaard",
        Keuze.OPNIEUW: "opnieuw vastgelegd",
        Keuze.WEGGELEGD: "weggelegd",
    }
)
ONGEDAAN = "Ongedaan maken"
TERUG = "De vraag staat er weer."
BLIJFT_STAAN = "De vraag blijft staan, ook bij de andere balie."

GEWEIGERD = "{wat} voor {wie}: niet overgenomen"
GEWEIGERD_ZONDER = "{wat}: niet overgenomen"
GETYPT_DOOR = "Vastgelegd door {wie}, {wanneer}. Het register bewaart het, maar neemt het niet over."
WAAROM = "Waarom: {zin}"
U_TYPTE = "Getypt: {waarden}"
OPNIEUW = "Leg het opnieuw vast, zoals het is getypt"
OPEN_DOSSIER = "Open het dossier en verbeter het daar"
WEGLEGGEN = "Leg het weg, met een reden"
REDEN = "Waarom legt u het weg?"
REDEN_LANG = "Deze reden is te lang."

AFGEDAAN = "Beantwoorde vragen"
AFGEDAAN_LEEG = "Er is nog geen vraag beantwoord."
KOLOM_VRAAG = "Vraag"
KOLOM_GEKOZEN = "Gekozen"
KOLOM_ANDERS = "Niet gekozen"
KOLOM_DOOR = "Beantwoord door"
AFGEDAAN_ZIN = "{vraag}. Gekozen: {gekozen}. Niet gekozen: {anders}. Beantwoord door {door}."
MET_REDEN = "{gekozen}: {reden}"
ALLEBEI = "niets, allebei bewaard"

UITVAL = "Verbinding was weg van {van} tot {tot}: {wat}"
VROEGER = "En vandaag nog {aantal} keer eerder."

VRAAG = "Vraag"
VRAAG_OVER = "{veld} · F5"
VRAGEN_OVER = "{aantal} vragen · F5"


def uitval_in_woorden(weg: Uitval) -> str:
    """``Verbinding was weg van 10:11 tot 10:29: 7 verzonden, 0 vragen``."""
    return UITVAL.format(van=f"{weg.van:%H:%M}", tot=f"{weg.tot:%H:%M}", wat=na_uitval(weg))


def na_uitval(weg: Uitval) -> str:
    """``7 verzonden, 0 vragen``; what still waits is said as well."""
    waits = "" if not weg.wachten else f"{'1 wacht' if weg.wachten == 1 else f'{weg.wachten} wachten'} nog, "
    return f"{weg.verzonden} verzonden, {waits}{weg.vragen} {'vraag' if weg.vragen == 1 else 'vragen'}"

"""Words of the reception."""

from __future__ import annotations

TITEL = "Hal"
WACHTEND = "Wachtend"
NIEMAND_WACHT = "Er wacht niemand. Nieuwe bezoeker? Geef een nummer met Ctrl+T."
NUMMER = "Nummer"
VRAAG = "Vraag"
WACHT = "Wacht"
VOOR_WIE = "Voor wie"
ONBEKEND = "nog onbekend"
LANGST = "langst"
TOLK = "tolk"
ONVERZONDEN = "nog niet verzonden"

ROEP = "&Roep {nummer} op"
ROEP_DEZE = "Roep {nummer} op"
ROEP_BEZIG = "Nog bezig met {nummer}"
ROEP_NIEMAND = "Niemand om op te roepen"

BALIES = "Aan de balies"
BALIE_VRIJ = "vrij"
BALIE_U_VRIJ = "u · vrij"
BALIE_U = "u · {wat}"
BALIE_WAT = "{nummer} · {reden}"
GEEN_BALIES = "Er is nog geen balie open."

STRAKS = "Straks terug"
STRAKS_LEEG = "Niemand komt straks terug."
STRAKS_LIJST = "Straks terug: kies een letter om verder te gaan"
NIET_VERSCHENEN = "niet verschenen, {keer}e keer {klok}"
NIET_VERSCHENEN_KORT = "niet verschenen"
GEPARKEERD = "komt straks terug"

VANDAAG = "Vandaag"
BEZOEKEN = "bezoeken"
MELDINGEN = "meldingen"
BRIEVEN = "brieven"

NIEUW_NUMMER = "Nieuw nummer"
KIES_REDEN = "Waarvoor komt de bezoeker?"
KIES_UITLEG = "Een cijfer kiest, Enter geeft het nummer. S zet spoed aan of uit."
SPOED = "Spoed: geen onderdak, geen eten of geen medicijnen"
SPOED_KORT = "spoed"
SPOED_CHIP = "spoed: {reden}"
GEEF = "&Geef nummer"
GEGEVEN = "Nummer {nummer} uitgegeven · {reden}"

OPGEROEPEN = "{nummer} opgeroepen naar balie {balie}"
NOG_EENS = "{nummer} nog een keer opgeroepen ({keer}e keer)"
LAATSTE_KEER = "{nummer} is {keer} keer opgeroepen. Niemand? Ctrl+F8 zet het nummer bij straks terug."
ELDERS = "Balie {balie} riep {nummer} ook op. De bezoeker zit daar."
NIEMAND = "Er wacht niemand."
NOG_BEZIG = "U bent nog bezig met {nummer}. Rond af met Ctrl+F9, of zet het bij straks terug met Shift+F9."
GEEN_BEZOEK = "Er is nu geen bezoek aan uw balie."
NIET_GEKOMEN = "{nummer} staat bij straks terug: niet verschenen"
TERUG = "{nummer} staat bij straks terug"
HERVAT = "{nummer} is weer aan uw balie"
ONGEDAAN = "Ongedaan maken"
GING_MIS = "{nummer} is niet opgeroepen. {zin}"

PARKEER = "Straks terug"
PARKEER_WIE = "Dit gaat over nummer {nummer}."
PARKEER_VRAAG = "Waarom komt de bezoeker straks terug?"
PARKEER_UITLEG = "Kort, bijvoorbeeld: zoekt bankafschrift. Elke balie kan daarna verder."
PARKEER_DOE = "&Zet bij straks terug"
PARKEER_LANG = "Er passen 300 tekens; kort de tekst in."


def wachtregel(longest: str, average: str) -> str:
    """The remark under "Wachtend"."""
    if not longest:
        return "niemand wacht"
    return f"langste wacht {longest}" + (f" · gemiddeld nu {average}" if average else "")


def wachten(count: int) -> str:
    """Count in the rail: ``7 wachten``; nothing when nobody waits."""
    return "" if count == 0 else "1 wacht" if count == 1 else f"{count} wachten"

"""Words of the melding."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from werkdesk.domain.melding import Bevestiging, Kanaal, MeldingReden, Uitleg, Uitzondering

TITEL = "Melding"
NIEUW = "nieuw"
GEEN = "Er is nog geen melding. De dag van de melding is de eerste dag waarop een uitkering kan ingaan."
GEEN_CONCEPT = "Uw concept van een nieuwe melding is bewaard. Ctrl+N haalt het terug."
BEGIN = "Nieuwe &melding"
BEWAREN = "Bewaren en verder"
MEER = "Meer gegevens"
MINDER = "Minder gegevens"

KANAAL = "K&anaal"
GEMELD_OP = "Gemeld op"
ADRES = "Verblijfadres"
ADRES_VRAAG = "Verblijfadres · spatie: klopt nog"
ADRES_ONBEKEND = "Nog onbekend. {toets}: vul het adres in. Geen vast adres is ook goed."
ADRES_GEHEIM = "Geheim adres. Houd het op de kaart hierboven vast om het te lezen."
TELEFOON = "&Telefoon"
EMAIL = "E-mai&l"
MAG_LEEG = "mag leeg"
REDEN = "&Reden"
WERKDAG = "Laatste werk&dag"
PARTNER = "Partner"
KINDEREN = "K&inderen ten laste"
PARTNER_NAAM = "Achternaam partner"
PARTNER_VOORNAMEN = "Voornamen partner"
PARTNER_GEBOREN = "Geboortedatum partner"
PARTNER_BSN = "BSN partner"
UITZONDERING = "Uit&zondering op de zoektermijn (onder 27)"
WW = "WW loopt af op"
VERTELD = "Verteld aan de klant"
BEVESTIGING = "Be&vestiging aan klant"
GEMEENTE = "Woont in &gemeente"
AANVRAAG = "Aanvraag mogelijk gemaakt"
AFGEWEZEN = "Bbz, IOAW of IOAZ afgewezen op"
EERDERE_MELDING = "Melding van toen"
BEEINDIGD = "Uitkering eerder gestopt op"
TOELICHTING = "Toeli&chting"
TOELICHTING_REST = "geen medische gegevens"
TOELICHTING_LANG = "Er passen 300 tekens; kort de tekst in."

KANALEN = MappingProxyType(
    {
        Kanaal.BALIE: "Balie",
        Kanaal.TELEFOON: "Telefoon",
        Kanaal.EMAIL: "E-mail",
        Kanaal.POST: "Post",
        Kanaal.WERK_NL: "werk.nl",
    }
)
REDENEN = MappingProxyType(
    {
        MeldingReden.EINDE_WW: "Einde WW",
        MeldingReden.EINDE_STUDIE: "Einde studie",
        MeldingReden.BAAN_VERLOREN: "Baan verloren",
        MeldingReden.RELATIE: "Relatie voorbij",
        MeldingReden.STATUSHOUDER: "Statushouder",
        MeldingReden.ZELFSTANDIGE: "Zelfstandige",
        MeldingReden.GEDETINEERD: "Uit detentie",
        MeldingReden.ANDERS: "Iets anders",
    }
)
JA_NEE = (("ja", "Ja"), ("nee", "Nee"))
UITZONDERINGEN = MappingProxyType(
    {
        Uitzondering.PRO_VSO: "Praktijkonderwijs of vso, korter dan een jaar geleden",
        Uitzondering.LKS_DOELGROEP: "Doelgroep loonkostensubsidie",
        Uitzondering.MEDISCHE_URENBEPERKING: "Kan minder uren werken (medisch)",
        Uitzondering.ANDERE_OMSTANDIGHEDEN: "Andere bijzondere omstandigheden",
        Uitzondering.GEEN: "Geen uitzondering",
        Uitzondering.ONBEKEND: "Nog niet bekend",
    }
)
UITLEG = MappingProxyType(
    {
        Uitleg.RECHTEN: "Recht begint op de dag van melding",
        Uitleg.INLICHTINGENPLICHT: "Plicht om wijzigingen door te geven",
        Uitleg.ARBEIDSPLICHT: "Werk zoeken vanaf vandaag",
        Uitleg.PRIVACY: "Wat wij met gegevens doen",
    }
)
BEVESTIGINGEN = MappingProxyType(
    {
        Bevestiging.AFDRUK: "Afdruk meegegeven",
        Bevestiging.POST: "Per post",
        Bevestiging.EMAIL: "Per e-mail",
        Bevestiging.GEWEIGERD: "Wil de klant niet",
    }
)
AANVRAGEN = MappingProxyType(
    {"formulier": "Formulier meegegeven", "werk_nl": "Via werk.nl", "hulp": "Hulp aan de balie"}
)
GEMEENTE_CODE = "gemeente {code}"

GATEN = MappingProxyType(
    {
        "geboortedatum": "geboortedatum",
        "adres": "adres",
        "gemeente": "gemeente",
        "telefoon": "telefoon",
        "bsn": "BSN",
        "identiteit": "identiteit",
        "reden": "reden",
        "partner": "gegevens van de partner",
        "uitleg": "alles verteld",
        "bevestiging": "bevestiging",
    }
)

BEWAARD = "Bewaard {klok}"
CONCEPT = "Concept {klok}"
CONCEPT_TERUG = "Uw concept staat er weer, met de cursor waar u was."
CONCEPT_VAN = "Uw concept staat er weer. De klant meldde zich op {moment}; die dag telt."
CONCEPT_MIS = "Het concept is niet bewaard. {zin}"
BEZIG = "Bewaren…"
NIETS_NIEUWS = "Er is niets veranderd."
LOOPT_AL = "Er loopt al een melding: {kenmerk}. U werkt daarin verder. Nog een keer Ctrl+N maakt een nieuwe."
NIEUWERE = "Een collega wijzigde deze melding: {velden}. Wat u typte, staat er nog."
BIJGEWERKT = "Net bijgewerkt: {velden}."
NU_STAAT_ER = "Bij een collega staat nu: {waarde}"
LEEG = "niets"
OPGESLAGEN = "Melding {kenmerk} is bewaard."

VELDNAMEN = MappingProxyType(
    {
        "kanaal": "kanaal",
        "gemeld_op": "gemeld op",
        "adres": "adres",
        "telefoon": "telefoon",
        "email": "e-mail",
        "reden": "reden",
        "laatste_werkdag": "laatste werkdag",
        "partner": "partner",
        "kinderen": "kinderen",
        "uitzondering": "uitzondering",
        "ww_eindigt": "einde WW",
        "uitleg": "verteld",
        "bevestiging": "bevestiging",
        "gemeente": "gemeente",
    }
)


def nog_onbekend(gaps: Sequence[str]) -> str:
    """``Nog niet bekend: telefoon, BSN``; empty when nothing is missing."""
    words = [GATEN.get(code, code) for code in gaps]
    return f"Nog niet bekend: {', '.join(words)}" if words else ""


_GETALLEN = ("", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_KORT = "Nog {aantal} cijfer{s}: een {soort} nummer heeft er tien."
_LANG = "{aantal} cijfer{s} te veel: een {soort} nummer heeft er tien."


def telefoon_zin(text: str) -> str:
    """What to do about a Dutch number with too few or too many digits; empty when that is not the matter."""
    digits = [character for character in text if character in "0123456789"]
    rest = text.translate(str.maketrans("", "", "0123456789 -.()"))
    if rest or not digits or digits[0] != "0" or digits[:2] == ["0", "0"] or digits[1:2] in (["8"], ["9"]):
        return ""
    kind = "mobiel" if digits[1:2] == ["6"] else "Nederlands"
    missing = 10 - len(digits)
    if 0 < missing < len(_GETALLEN):
        return _KORT.format(aantal=_GETALLEN[missing], s="" if missing == 1 else "s", soort=kind)
    if 0 < -missing < len(_GETALLEN):
        count = _GETALLEN[-missing]
        return _LANG.format(aantal=count[:1].upper() + count[1:], s="" if missing == -1 else "s", soort=kind)
    return ""


def velden(names: Sequence[str]) -> str:
    """Names of fields in a sentence."""
    return ", ".join(dict.fromkeys(VELDNAMEN.get(name, name.replace("_", " ")) for name in names))

"""Words of the short intake: questions as a colleague would ask them, answers as a client gives them."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from werkdesk.domain.intake import Antwoord, Vraag
from werkdesk.domain.waarden.datum import korte_datum

TITEL = "Korte intake"
VRAAG_VAN = "vraag {nummer} van {aantal}"
KLAAR_VAN = "{aantal} van {aantal}"
KLAAR = "Alle vragen hebben een antwoord."
KLAAR_UITLEG = "Met Backspace gaat u terug naar een vraag. Met Ctrl+P ziet u de ontvangstbevestiging."
WACHT = "De vragen komen zodra de melding bewaard is."
TOELICHTING = "T&oelichting"
TOELICHTING_REST = "geen medische gegevens"
TOELICHTING_LANG = "Er passen 300 tekens; kort de tekst in."
WANNEER = "Tot en met welke dag is er nog werk?"
GEEN_DIAGNOSE = "Kies alleen het onderwerp. Schrijf geen ziekte of medicijn op."
TOETSEN = "Een cijfer antwoordt · T toelichting · ↑ of Backspace vorige vraag"
TOETSEN_MEER = "Cijfers aan en uit · Enter verder · ↑ of Backspace vorige vraag"
BEWAARD = "Bewaard op deze balie om {klok} · een collega kan hier verder"
CONCEPT = "Concept bewaard om {klok}"
CONCEPT_MIS = "Uw toelichting is nog niet bewaard. {zin}"
NU_STAAT_ER = "Bij een collega staat nu: {waarde}"
LEEG = "niets"
MIS = "Dit antwoord is niet bewaard. {zin}"
VORIGE = "Vorige vraag"
VERDER = "Verder"
AFDRUK = "Naar de papieren"
TERUG_OPEN = "Een collega wijzigde dit antwoord: {antwoord}"


def nog_open(numbers: Sequence[int]) -> str:
    """``Nog niet beantwoord: vraag 8 en 10.``"""
    *first, last = (str(number) for number in numbers)
    return (
        f"Nog niet beantwoord: vraag {', '.join(first)} en {last}."
        if first
        else (f"Nog niet beantwoord: vraag {last}.")
    )


VRAGEN = MappingProxyType(
    {
        "spoed": "Is er vandaag iets dringends?",
        "wonen": "Met wie woont u?",
        "werk": "Heeft u nu werk of inkomen?",
        "voorliggend": "Kan er een andere uitkering zijn?",
        "school": "Heeft u een diploma, of gaat u naar school?",
        "werk_kan": "Wanneer kunt u beginnen met werk?",
        "uren": "Hoeveel uur kunt u werken?",
        "taal": "Hoe gaat Nederlands praten en lezen?",
        "moeilijk": "Wat maakt werken nu moeilijk?",
        "digitaal": "Lukt het formulier op de computer?",
        "uitkomst": "Wat is de volgende stap?",
    }
)
OPTIES: MappingProxyType[str, MappingProxyType[str, str]] = MappingProxyType(
    {
        "spoed": MappingProxyType(
            {
                "geen": "Nee",
                "geen_eten": "Geen eten",
                "uithuiszetting": "Raakt huis kwijt",
                "geen_energie": "Geen gas of stroom",
                "anders": "Iets anders dat niet kan wachten",
            }
        ),
        "wonen": MappingProxyType(
            {
                "alleen": "Alleen",
                "partner": "Met partner",
                "kinderen": "Met kinderen",
                "partner_kinderen": "Met partner en kinderen",
                "ouders": "Bij ouders",
                "anderen_27": "Met anderen van 27 of ouder",
            }
        ),
        "werk": MappingProxyType(
            {
                "geen": "Geen",
                "eindigt": "Stopt binnenkort",
                "deeltijd": "Deeltijd, te weinig",
                "zelfstandig": "Eigen bedrijf",
                "gestopt": "Net gestopt",
            }
        ),
        "voorliggend": MappingProxyType(
            {
                "nee": "Nee",
                "ww": "WW aangevraagd",
                "ziektewet_wia": "Ziektewet of WIA",
                "wajong": "Wajong",
                "studiefinanciering": "Studiefinanciering",
                "onbekend": "Weet de klant niet",
            }
        ),
        "school": MappingProxyType(
            {
                "geen_diploma": "Geen diploma",
                "startkwalificatie": "Diploma mbo 2, havo of vwo",
                "volgt_onderwijs": "Gaat nu naar school",
                "wil_onderwijs": "Wil weer naar school",
            }
        ),
        "werk_kan": MappingProxyType(
            {
                "direct": "Meteen",
                "binnen_3_maanden": "Binnen drie maanden",
                "later": "Later",
                "weet_niet": "Weet de klant niet",
            }
        ),
        "uren": MappingProxyType(
            {
                "voltijd": "Hele week",
                "deeltijd": "Deel van de week",
                "schooltijden": "Onder schooltijd",
                "beperkt": "Enkele uren",
            }
        ),
        "taal": MappingProxyType(
            {
                "goed": "Gaat goed",
                "gesprek": "Praten gaat, brieven niet",
                "met_hulp": "Met hulp",
                "tolk": "Tolk nodig",
            }
        ),
        "moeilijk": MappingProxyType(
            {
                "niets": "Niets",
                "zorg": "Zorg voor anderen",
                "gezondheid": "Gezondheid",
                "schulden": "Schulden",
                "wonen": "Wonen",
                "taal": "Taal",
                "anders": "Iets anders",
            }
        ),
        "digitaal": MappingProxyType(
            {"zelf": "Doet de klant zelf", "met_hulp": "Met hulp", "papier": "Liever op papier"}
        ),
        "uitkomst": MappingProxyType(
            {
                "plaatsing": "Meteen aan het werk",
                "aanvragen": "Nu een uitkering aanvragen",
                "zoektermijn": "Eerst zelf zoeken (zoektermijn)",
                "verwijzen": "Naar een andere organisatie",
                "geen_recht": "Waarschijnlijk geen recht (aanvragen mag)",
            }
        ),
    }
)
KORT = MappingProxyType(
    {
        "spoed": "Spoed",
        "wonen": "Woont",
        "werk": "Werk",
        "voorliggend": "Andere uitkering",
        "school": "School",
        "werk_kan": "Kan beginnen",
        "uren": "Uren",
        "taal": "Nederlands",
        "moeilijk": "Moeilijk",
        "digitaal": "Formulier",
        "uitkomst": "Stap",
    }
)


def spoed(nood: str) -> str:
    """An urgent need inside a sentence: ``geen eten``."""
    words = OPTIES["spoed"].get(nood, nood)
    return words[:1].lower() + words[1:]


def optie(vraag: str, keuze: str) -> str:
    """Words of one answer; a code of another version is shown as it is."""
    return OPTIES.get(vraag, MappingProxyType({})).get(keuze, keuze)


def antwoord_in_woorden(vraag: str, antwoord: Antwoord) -> str:
    """``werk stopt binnenkort, 30-11-2026``."""
    words = [_lower(optie(vraag, keuze)) for keuze in antwoord.keuzes]
    if antwoord.datum is not None:
        words.append(korte_datum(antwoord.datum))
    return ", ".join(words) or (antwoord.tekst or "")


def regel(nummer: int, vraag: Vraag, antwoord: Antwoord) -> str:
    """``2 Woont: met partner``; number and word stay on one line."""
    return f"{nummer}\u00a0{KORT.get(vraag.code, vraag.code)}: {antwoord_in_woorden(vraag.code, antwoord)}"


def _lower(words: str) -> str:
    """Small first letter in the middle of a line; abbreviations keep their capitals."""
    first = words.split(" ", 1)[0]
    proper = first in ("Wajong", "Nederlands") or (len(first) > 1 and first[1].isupper())
    return words if proper else words[:1].lower() + words[1:]

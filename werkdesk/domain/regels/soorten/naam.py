"""Names in letters and lists, with the fields of the BRP (rule cases 4.7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from werkdesk.domain.namen.lijst import lijst, lijstnaam
from werkdesk.domain.namen.persoonsnaam import NaamPartner, NaamPersoon
from werkdesk.domain.namen.schrijven import aanhef, aanschrijfwijze, lopende_tekst, volledige_naam
from werkdesk.domain.namen.titels import TITELS
from werkdesk.domain.namen.voorletters import voorletters
from werkdesk.domain.regels.invoer import Invoer, brp_datum, keuze, tekst
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg

_geslacht = keuze(("M", "V", "O"))
_naamgebruik = keuze(("E", "P", "V", "N"))
_titel = keuze(TITELS)


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``naam``; ``null`` when the name that is needed is unknown."""
    vorm = invoer.lees("vorm", _vorm)
    uitleg = Uitleg()
    regel = rekenaar.vast("naam.lijst" if vorm in ("lijst", "lijstvolgorde") else "naam.brp", uitleg)
    uitleg.zeg(regel.tekst)
    if vorm == "lijstvolgorde":
        return Antwoord(lijst([_persoon(persoon) for persoon in invoer.delen("personen")]), uitleg)
    persoon = _persoon(invoer.deel("persoon"))
    partners = [_partner(partner) for partner in invoer.delen_of_geen("partners")]
    return Antwoord(_VORMEN[vorm](persoon, partners), uitleg)


def _aanschrijfwijze(persoon: NaamPersoon, partners: list[NaamPartner]) -> dict[str, str | None] | None:
    found = aanschrijfwijze(persoon, partners)
    return {"naam": found.naam, "aanspreekvorm": found.aanspreekvorm} if found else None


def _envelop(persoon: NaamPersoon, partners: list[NaamPartner]) -> str | None:
    found = aanschrijfwijze(persoon, partners)
    return found.naam if found else None


_VORMEN: dict[str, Callable[[NaamPersoon, list[NaamPartner]], Any]] = {
    "aanhef": aanhef,
    "gebruikInLopendeTekst": lopende_tekst,
    "envelop": _envelop,
    "aanschrijfwijze": _aanschrijfwijze,
    "volledigeNaam": lambda persoon, _: volledige_naam(persoon),
    "voorletters": lambda persoon, _: voorletters(persoon.voornamen),
    "lijst": lambda persoon, _: lijstnaam(persoon),
}
_vorm = keuze((*_VORMEN, "lijstvolgorde"))


def _persoon(part: Invoer) -> NaamPersoon:
    return NaamPersoon(
        geslacht=part.lees_of("geslacht", _geslacht, "O"),
        voornamen=part.lees_of("voornamen", tekst, None),
        voorvoegsel=part.lees_of("voorvoegsel", tekst, None),
        geslachtsnaam=part.lees_of("geslachtsnaam", tekst, None),
        naamgebruik=part.lees_of("aanduidingNaamgebruik", _naamgebruik, "E"),
        titel=part.lees_of("adellijkeTitelPredicaat", _titel, None),
    )


def _partner(part: Invoer) -> NaamPartner:
    own = _persoon(part)
    return NaamPartner(
        voorvoegsel=own.voorvoegsel,
        geslachtsnaam=own.geslachtsnaam,
        titel=own.titel,
        aangaan=part.lees_of("aangaanDatum", brp_datum, None),
        ontbinding=part.lees_of("ontbindingDatum", brp_datum, None),
    )

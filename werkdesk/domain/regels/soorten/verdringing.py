"""Displacement test (domain facts 5.5; Pw 9 lid 1 c, 10a lid 2; rule cases 4.11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from werkdesk.domain.regels.invoer import Invoer, datum, ja_nee, keuze
from werkdesk.domain.regels.termijn import TermijnRekenaar, shift
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg
from werkdesk.errors import Refused

VRAGEN = ("V1", "V2", "V3", "V4", "V5", "V6", "Z1", "Z2", "Z3", "Z4", "Z5")
_antwoord = keuze(("ja", "nee", "onbekend"))


@dataclass(frozen=True, slots=True)
class Toets:
    """Outcome of the test; ``geldig_tot`` is the last day on which a place may begin with it."""

    oordeel: str
    slecht: tuple[str, ...]
    onbekend: tuple[str, ...]
    geldig_tot: date | None


def toets_verdringing(
    rekenaar: TermijnRekenaar, antwoorden: Mapping[str, str], op: date, uitleg: Uitleg
) -> Toets:
    """Judge the answers ``ja``, ``nee``, ``onbekend`` to :data:`VRAGEN`, given on day ``op``.

    One bad V decides. Without it an unknown V, or a bad or unknown Z, needs a second person.
    """
    bad_when = {
        "ja": rekenaar.regel("verdringing.slecht_bij_ja", op, uitleg, veld="datum_toets").waarde,
        "nee": rekenaar.regel("verdringing.slecht_bij_nee", op, uitleg, veld="datum_toets").waarde,
    }
    bad = tuple(vraag for vraag in VRAGEN if vraag in bad_when.get(antwoorden[vraag], ()))
    unknown = tuple(vraag for vraag in VRAGEN if antwoorden[vraag] == "onbekend")
    if any(vraag.startswith("V") for vraag in bad):
        uitleg.zeg("De plaats verdringt gewoon werk. Een onbetaalde plaats kan hier niet.")
        return Toets("VERDRINGING", bad, unknown, None)
    regel = rekenaar.regel("verdringing.geldigheid", op, uitleg, veld="datum_toets")
    until = shift(op, regel.waarde, regel.eenheid)
    uitleg.zeg(regel.tekst)
    if bad or unknown:
        uitleg.zeg("Een tweede medewerker moet dit bekijken.")
        return Toets("NADER_ONDERZOEK", bad, unknown, until)
    return Toets("GEEN_VERDRINGING", bad, unknown, until)


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``verdringing``."""
    given = invoer.deel("antwoorden")
    answers = {vraag: given.lees(vraag, _antwoord) for vraag in VRAGEN}
    op = invoer.lees("datum_toets", datum)
    begin = invoer.lees_of("begin_plaatsing", datum, None)
    extension = invoer.lees_of("verlenging", ja_nee, False)
    if begin is not None and begin < op:
        raise Refused("volgorde.ongeldig", field="begin_plaatsing")
    uitleg = Uitleg()
    toets = toets_verdringing(rekenaar, answers, op, uitleg)
    again = True if extension else None
    if not extension and begin is not None and toets.geldig_tot is not None:
        again = begin > toets.geldig_tot
    return Antwoord(
        {
            "oordeel": toets.oordeel,
            "slechte_antwoorden": list(toets.slecht),
            "onbekende_antwoorden": list(toets.onbekend),
            "geldig_tot": toets.geldig_tot.isoformat() if toets.geldig_tot else None,
            "nieuwe_toets": again,
            "overeenkomst_afdrukbaar": toets.oordeel == "GEEN_VERDRINGING" and again is not True,
        },
        uitleg,
    )

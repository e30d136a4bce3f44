"""How long a place may last (domain facts 5.1; rule cases 4.9)."""

from __future__ import annotations

from datetime import date, timedelta

from werkdesk.domain.datums import plus_months
from werkdesk.domain.regels.invoer import Invoer, datum, keuze
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg
from werkdesk.errors import Refused

INSTRUMENTEN = ("proefplaats", "participatieplaats", "WEP", "leerwerkstage", "LKS_forfaitair")
_instrument = keuze(INSTRUMENTEN)


def laatste_dag(begin: date, months: int) -> date:
    """Last day of ``months`` months from ``begin``: that many months later, minus one day."""
    return plus_months(begin, months) - timedelta(days=1)


def laatste_dagen(
    rekenaar: TermijnRekenaar, instrument: str, begin: date, uitleg: Uitleg, *, veld: str = "begin"
) -> list[date]:
    """Last day without extension, then after each possible extension."""
    regel = rekenaar.regel(f"plaatsing.{instrument}", begin, uitleg, veld=veld)
    rekenaar.vast("termijn.maanden", uitleg)
    uitleg.zeg(regel.tekst)
    return [laatste_dag(begin, months) for months in regel.waarde]


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``plaatsing``."""
    instrument = invoer.lees("instrument", _instrument)
    begin = invoer.lees("begin", datum)
    einde = invoer.lees_of("einde", datum, None)
    if einde is not None and einde < begin:
        raise Refused("volgorde.ongeldig", field="einde")
    uitleg = Uitleg()
    first, *extended = laatste_dagen(rekenaar, instrument, begin, uitleg)
    return Antwoord(
        {
            "laatste_dag": first.isoformat(),
            "laatste_dagen_verlengd": [day.isoformat() for day in extended],
            "oordeel": None if einde is None else _oordeel(einde, first, extended),
        },
        uitleg,
    )


def _oordeel(einde: date, first: date, extended: list[date]) -> str:
    if einde <= first:
        return "BINNEN"
    return "MET_VERLENGING" if extended and einde <= extended[-1] else "BOVEN_PLAFOND"

"""Evaluate rule cases with the same code that serves the desk (README of the cases, 1 to 3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from werkdesk.domain.regels.invoer import Invoer
from werkdesk.domain.regels.kalender import Kalender
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.soorten import (
    adres,
    bezwaar,
    carrousel,
    identiteit,
    leeftijd,
    naam,
    plaatsing,
    samenvoegen,
    termijn,
    verdringing,
    voorschot,
    waarde,
    zoektermijn,
)
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord
from werkdesk.errors import Refused

SOORTEN: dict[str, Callable[[Invoer, TermijnRekenaar], Antwoord]] = {
    "waarde": waarde.beoordeel,
    "termijn": termijn.beoordeel,
    "zoektermijn": zoektermijn.beoordeel,
    "voorschot": voorschot.beoordeel,
    "leeftijd": leeftijd.beoordeel,
    "identiteit": identiteit.beoordeel,
    "naam": naam.beoordeel,
    "adres": adres.beoordeel,
    "plaatsing": plaatsing.beoordeel,
    "carrousel": carrousel.beoordeel,
    "verdringing": verdringing.beoordeel,
    "bezwaar": bezwaar.beoordeel,
    "samenvoegen": samenvoegen.beoordeel,
}

_TELBAAR = {
    "termijn": ("aantal", "volgnummer", "dagen"),
    "voorschot": ("aantal",),
}
_LAATSTE_JAAR = "9000"


class Evaluator:
    """Answers rule cases with one set of rules, for one gemeente. Holds no state between cases but calendars."""

    def __init__(self, regels: RegelSet, gemeente: str = ALLE_GEMEENTEN) -> None:
        self._rekenaar = TermijnRekenaar(regels, Kalender(regels), gemeente)

    def beoordeel(self, soort: Any, invoer: Any) -> Antwoord:
        """The outcome of one case, with its explanation.

        Raises ``Refused`` with the code and the path of what is wrong: ``soort.onbekend``, ``veld.ontbreekt``,
        ``veld.ongeldig``, ``volgorde.ongeldig``, ``regel.geen_versie``.
        """
        kind = SOORTEN.get(soort) if isinstance(soort, str) else None
        if kind is None:
            raise Refused("soort.onbekend", field="soort")
        if invoer is None:
            invoer = {}
        if not isinstance(invoer, dict):
            raise Refused("veld.ongeldig", field="invoer")
        try:
            return kind(Invoer(invoer), self._rekenaar)
        except OverflowError:
            # A term that leaves the calendar: a count that is too large, or a date at its very edge.
            raise Refused("veld.ongeldig", field=_te_ver(soort, invoer)) from None


def _te_ver(soort: str, invoer: dict[str, Any]) -> str:
    """The field that drove a computation out of the calendar (years 1 to 9999)."""
    dates = [name for name, value in invoer.items() if isinstance(value, str) and value[4:5] == "-"]
    edge = [name for name in dates if invoer[name] >= _LAATSTE_JAAR or invoer[name] < "0100"]
    counts = [name for name in _TELBAAR.get(soort, ()) if isinstance(invoer.get(name), int)]
    return next(iter([*edge, *counts, *dates]), "invoer")

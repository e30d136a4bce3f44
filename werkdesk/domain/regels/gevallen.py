"""Evaluate rule cases with the same code that serves the desk (rule cases 1 to 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from werkdesk.domain.regels.invoer import Invoer
from werkdesk.domain.regels.kalender import kalender_van
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

_TELBAAR = frozenset({"aantal", "volgnummer", "dagen"})
_VROEGSTE, _LAATSTE = "0100", "9000"


class Evaluator:
    """Answers rule cases with one set of rules, for one gemeente; keeps nothing but calendars."""

    def __init__(self, regels: RegelSet, gemeente: str = ALLE_GEMEENTEN) -> None:
        self._rekenaar = TermijnRekenaar(regels, kalender_van(regels), gemeente)

    def beoordeel(self, soort: Any, invoer: Any) -> Antwoord:
        """The outcome of one case, with its explanation.

        Raises ``Refused`` with the code and the path of what is wrong: ``soort.onbekend``,
        ``veld.ontbreekt``, ``veld.ongeldig``, ``volgorde.ongeldig``, ``regel.geen_versie``.
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
            raise Refused("veld.ongeldig", field=_te_ver(invoer)) from None


def _te_ver(invoer: dict[str, Any]) -> str:
    """Path of the field that drove a computation out of the calendar (years 1 to 9999)."""
    fields = list(_bladen(invoer, ""))
    dates = [(path, value) for path, value in fields if isinstance(value, str) and value[4:5] == "-"]
    edge = [path for path, value in dates if value >= _LAATSTE or value < _VROEGSTE]
    counts = [path for path, value in fields if path in _TELBAAR and isinstance(value, int)]
    return next(iter([*edge, *counts, *(path for path, _ in dates)]), "invoer")


def _bladen(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every single value inside, with its path."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _bladen(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _bladen(item, f"{path}[{place}]")
    else:
        yield path, value

"""The reasons a colleague can give for opening a dossier without a visit, as the tables have them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet

_FAMILIE = "inzage.reden."


@dataclass(frozen=True, slots=True, kw_only=True)
class RedenKeuze:
    """One reason: its code in the log, its words, and what it is meant for."""

    code: str
    naam: str
    uitleg: str


def inzage_redenen(regels: RegelSet, dag: date, gemeente: str = ALLE_GEMEENTEN) -> tuple[RedenKeuze, ...]:
    """The reasons of that day, in the order of their digits (the value of each rule)."""
    rules = ((id_, regels.vind(id_, dag, gemeente)) for id_ in regels.ids() if id_.startswith(_FAMILIE))
    found = [
        (regel.waarde, RedenKeuze(code=id_.removeprefix(_FAMILIE), naam=regel.naam, uitleg=regel.tekst))
        for id_, regel in rules
        if regel is not None
    ]
    return tuple(keuze for _, keuze in sorted(found, key=lambda pair: (pair[0], pair[1].code)))

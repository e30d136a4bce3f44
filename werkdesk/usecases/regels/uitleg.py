"""From a date on the screen to the sentence of law, in two steps: the date, the rule, the article (F11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkdesk.domain.datums import lange_datum
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.termijn import in_woorden
from werkdesk.domain.termijn import RegelVerwijzing, Termijn
from werkdesk.domain.waarden.bedrag import euro

ZoekSet = Callable[[str], RegelSet | None]
"""The rule set with this kenmerk, as far as this desk still has it."""

_TELBAAR = frozenset({"dagen", "weken", "maanden", "jaren", "uren"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelUitleg:
    """One rule behind a date, complete for display. ``waarde``: in Dutch words.

    ``bekend``: whether this desk still has the record itself; if not, only what was stored with the date is
    filled in. ``vindplaats``: link to the article, ``None`` when the source is no law.
    """

    regel: str
    versie: str
    bron: str
    zekerheid: str
    bekend: bool
    naam: str = ""
    waarde: str = ""
    tekst: str = ""
    vindplaats: str | None = None
    gemeente: str | None = None
    peildatum: str | None = None
    geldig_tot: date | None = None
    vastgesteld_door: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnUitleg:
    """Why a date is what it is. ``zinnen`` are those that were stored when it was computed.

    ``feiten``: what it rests on, code and value as stored (dates ``jjjj-mm-dd``, BRP dates ``jjjjmmdd``).
    ``huidig``: computed with the rules that count now.
    """

    termijn: Termijn
    zinnen: tuple[str, ...]
    feiten: tuple[tuple[str, str], ...]
    regels: tuple[RegelUitleg, ...]
    regelset: str | None
    huidig: bool


def leg_uit(termijn: Termijn, nu: RegelSet, zoek: ZoekSet) -> TermijnUitleg:
    """The explanation of a stored date, with the records of the set it was computed with.

    When that set is gone from this desk, the records of the present set with the same id and first day.
    """
    then = zoek(termijn.regelset) if termijn.regelset else None
    source = then or nu
    gemeente = dict(termijn.feiten).get("gemeente", ALLE_GEMEENTEN)
    return TermijnUitleg(
        termijn=termijn,
        zinnen=termijn.uitleg,
        feiten=termijn.feiten,
        regels=tuple(_rule(one, source, gemeente) for one in termijn.regels),
        regelset=termijn.regelset,
        huidig=termijn.regelset == nu.kenmerk,
    )


def toon_regel(regel: Regel) -> RegelUitleg:
    """One record of a table, for reading and searching the tables."""
    return RegelUitleg(
        regel=regel.id,
        versie=regel.versie,
        bron=regel.bron.tekst,
        zekerheid=regel.zekerheid.value,
        bekend=True,
        naam=regel.naam,
        waarde=waarde_in_woorden(regel),
        tekst=regel.tekst,
        vindplaats=regel.bron.vindplaats,
        gemeente=None if regel.gemeente == ALLE_GEMEENTEN else regel.gemeente,
        peildatum=regel.peildatum,
        geldig_tot=regel.geldig_tot,
        vastgesteld_door=regel.vastgesteld_door,
    )


def waarde_in_woorden(regel: Regel) -> str:
    """``4 weken``, ``95 procent``, ``€ 1.419,46``, ``ja``, ``2 of 6 maanden``."""
    if regel.eenheid in _TELBAAR:
        return in_woorden(regel.waarde, regel.eenheid)
    return _WOORDEN.get(regel.eenheid, str)(regel.waarde)


def _list(value: tuple[str, ...]) -> str:
    return ", ".join(value) or "geen"


_WOORDEN: dict[str, Callable[[Any], str]] = {
    "euro": euro,
    "procent": lambda value: f"{value} procent",
    "leeftijd": lambda value: f"{value} jaar",
    "ja_nee": lambda value: "ja" if value else "nee",
    "maanden_reeks": lambda value: " of ".join(map(str, value)) + " maanden",
    "datums": lambda value: _list(tuple(map(lange_datum, value))),
    "staffel": lambda value: _list(tuple(f"{days} dagen {euro(cents)} per dag" for days, cents in value)),
    "codes": _list,
    "tijdvakken": _list,
    "tijden": _list,
    "feestdag": lambda value: _list(tuple(f"{name} {number}" for name, number in value)),
}


def _rule(named: RegelVerwijzing, source: RegelSet, gemeente: str) -> RegelUitleg:
    regel = source.record(named.regel, named.versie, gemeente)
    if regel is None:
        return RegelUitleg(
            regel=named.regel, versie=named.versie, bron=named.bron, zekerheid=named.zekerheid, bekend=False
        )
    return toon_regel(regel)

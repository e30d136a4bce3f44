"""A complete, checked set of rule records, and the choice of the record that holds for a case."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.errors import Refused


@dataclass(frozen=True, eq=False)
class RegelSet:
    """Rule records with the version and the fingerprint of what they were read from.

    ``versie``: day of the newest table file, ``jjjj-mm-dd``. ``vingerafdruk``: SHA-256 over all records, in
    hexadecimal. ``handtekening``: signature of who published the set; ``None`` for the set in the program.
    """

    regels: tuple[Regel, ...]
    versie: str
    vingerafdruk: str
    handtekening: str | None = None
    _index: dict[str, dict[str, tuple[tuple[date, ...], tuple[Regel, ...]]]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        grouped: dict[str, dict[str, list[Regel]]] = {}
        for regel in self.regels:
            grouped.setdefault(regel.id, {}).setdefault(regel.gemeente, []).append(regel)
        index: dict[str, dict[str, tuple[tuple[date, ...], tuple[Regel, ...]]]] = {}
        for id_, places in grouped.items():
            index[id_] = {}
            for place, records in places.items():
                records.sort(key=lambda regel: regel.geldig_vanaf)
                index[id_][place] = (tuple(regel.geldig_vanaf for regel in records), tuple(records))
        object.__setattr__(self, "_index", index)

    @property
    def kenmerk(self) -> str:
        """What is stored with a computed date: version and the beginning of the fingerprint."""
        return f"{self.versie} {self.vingerafdruk[:12]}"

    def vind(self, id_: str, peildatum: date, gemeente: str = ALLE_GEMEENTEN) -> Regel | None:
        """The record that holds on ``peildatum``; that of the gemeente goes before the general one."""
        places = self._index.get(id_, {})
        own = gemeente != ALLE_GEMEENTEN and gemeente in places
        for place in (gemeente, ALLE_GEMEENTEN) if own else (ALLE_GEMEENTEN,):
            if place not in places:
                continue
            starts, records = places[place]
            at = bisect_right(starts, peildatum) - 1
            if at >= 0 and ((tot := records[at].geldig_tot) is None or peildatum <= tot):
                return records[at]
        return None

    def geldig(self, id_: str, peildatum: date, *, veld: str, gemeente: str = ALLE_GEMEENTEN) -> Regel:
        """As :meth:`vind`; raises ``Refused('regel.geen_versie', field=veld)`` when no record holds."""
        regel = self.vind(id_, peildatum, gemeente)
        if regel is None:
            raise Refused("regel.geen_versie", field=veld, regel=id_)
        return regel

    def vast(self, id_: str) -> Regel:
        """The one record of a table without periods."""
        return self._index[id_][ALLE_GEMEENTEN][1][0]

    def familie(self, prefix: str, peildatum: date) -> tuple[Regel, ...]:
        """The records valid on ``peildatum`` whose id begins with ``prefix``, in order of id."""
        found = (self.vind(id_, peildatum) for id_ in sorted(self._index) if id_.startswith(prefix))
        return tuple(regel for regel in found if regel is not None)

    def ids(self) -> tuple[str, ...]:
        """Every parameter that the set holds, sorted."""
        return tuple(sorted(self._index))

    def reeks(self, id_: str) -> tuple[Regel, ...]:
        """All records of one parameter, general ones first, oldest first."""
        places = self._index.get(id_, {})
        return tuple(regel for place in sorted(places) for regel in places[place][1])

    def record(self, id_: str, versie: str, gemeente: str = ALLE_GEMEENTEN) -> Regel | None:
        """The record that a stored date names by id and version; ``None`` when the set no longer holds it.

        That of the gemeente goes before the general one.
        """
        found = [regel for regel in self.reeks(id_) if regel.versie == versie]
        return next((regel for regel in found if regel.gemeente == gemeente), next(iter(found), None))

    def is_te_oud(self, today: date) -> bool:
        """Whether the newest table is older than ``regels.houdbaar`` days: then a desk may not compute."""
        age = (today - date.fromisoformat(self.versie)).days
        return bool(age > int(self.vast("regels.houdbaar").waarde))


def _plain(value: Any) -> Any:
    """Tuples as lists and dates as text; amounts stay whole cents."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def canonical(regel: Regel) -> dict[str, Any]:
    """A record as plain JSON-able values in a fixed order, for the fingerprint and for export."""
    bron = regel.bron
    return {
        "id": regel.id,
        "naam": regel.naam,
        "waarde": _plain(regel.waarde),
        "eenheid": regel.eenheid,
        "geldig_vanaf": regel.versie,
        "geldig_tot": regel.geldig_tot.isoformat() if regel.geldig_tot else None,
        "gemeente": regel.gemeente,
        "peildatum": regel.peildatum,
        "bron": bron.tekst,
        "bron_versie": bron.versie.isoformat() if bron.versie else None,
        "vindplaats": bron.vindplaats,
        "zekerheid": regel.zekerheid.value,
        "vastgesteld_door": regel.vastgesteld_door,
        "atw": regel.atw,
        "tekst": regel.tekst,
    }

"""Checks over all records together: periods that fit, and no parameter without a record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from werkdesk.domain.regels.catalogus import PARAMETERS
from werkdesk.domain.regels.codelijsten import missing_reference
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.errors import Refused


def check_records(records: Iterable[Regel]) -> None:
    """Refuse a set with an impossible period, an overlap, a gap, or a parameter without a general record.

    Also a value that names a record that is not there. Codes ``regels.periode``, ``regels.overlap``,
    ``regels.gat``, ``regels.ontbreekt``, ``regels.waarde``; details as in :func:`lezen.load_tables`.
    """
    records = tuple(records)
    ids = {regel.id for regel in records}
    series: dict[tuple[str, str], list[Regel]] = {}
    for regel in records:
        if regel.geldig_tot is not None and regel.geldig_tot < regel.geldig_vanaf:
            raise _refused("regels.periode", regel, "geldig_tot ligt voor geldig_vanaf")
        if missing := missing_reference(regel.id, regel.waarde, ids):
            raise _refused("regels.waarde", regel, f"waarde: er is geen regel {missing}")
        series.setdefault((regel.id, regel.gemeente), []).append(regel)
    for one in series.values():
        _check_series(sorted(one, key=lambda regel: regel.geldig_vanaf))
    for id_ in PARAMETERS:
        if (id_, ALLE_GEMEENTEN) not in series:
            raise Refused("regels.ontbreekt", bestand="", regelnummer=0, reden=f"geen record voor {id_}")


def _check_series(series: list[Regel]) -> None:
    for earlier, later in pairwise(series):
        if later.peildatum is None:
            raise _refused("regels.overlap", later, f"{later.id} kent geen perioden en staat er al")
        if earlier.geldig_tot is None or earlier.geldig_tot >= later.geldig_vanaf:
            raise _refused("regels.overlap", later, f"{later.id} overlapt het record van {earlier.versie}")
        if earlier.geldig_tot + timedelta(days=1) != later.geldig_vanaf:
            raise _refused("regels.gat", later, f"{later.id} sluit niet aan op {earlier.geldig_tot}")


def _refused(code: str, regel: Regel, reason: str) -> Refused:
    return Refused(code, bestand=regel.bestand, regelnummer=regel.regelnummer, reden=reason)

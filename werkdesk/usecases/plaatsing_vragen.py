"""Answering a question about a placement: it goes on with a reason, or it is withdrawn."""

from __future__ import annotations

from uuid import UUID

from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.plaatsing import Plaatsing, Plaatsingskeuze
from werkdesk.errors import Refused
from werkdesk.usecases.plaatsingen import check_reason, record_decision
from werkdesk.usecases.ports import Cache, Clock, Wie

HERTOETS = "de uitkomst van het register"
"""The reason of a withdrawal for which nobody typed one."""


def decide_placement(cache: Cache, rid: UUID, keuze: Keuze, reden: str, wie: Wie, clock: Clock) -> None:
    """``HOUDEN``: the register's outcome counts, so it is withdrawn; ``NEMEN``: it goes on, with a reason.

    Raises ``Refused``: ``plaatsing.onbekend``, ``vraag.beantwoord`` (nothing is to be decided any more), and
    as :func:`check_reason`.
    """
    stand = cache.get(Plaatsing, rid)
    if stand is None:
        raise Refused("plaatsing.onbekend")
    if not stand.te_beslissen:
        raise Refused("vraag.beantwoord")
    if keuze is Keuze.NEMEN:
        why = check_reason(stand.oordeel, reden, wie.rollen)
        record_decision(cache, rid, Plaatsingskeuze.DOORGAAN, why, wie, clock)
    else:
        record_decision(cache, rid, Plaatsingskeuze.INTREKKEN, reden.strip() or HERTOETS, wie, clock)


def take_decision_back(cache: Cache, rid: UUID, wie: Wie, clock: Clock) -> None:
    """It stands again where it stood before the answer, unless somebody took it back already."""
    stand = cache.get(Plaatsing, rid)
    if stand is not None and stand.besluit is not None:
        record_decision(cache, rid, Plaatsingskeuze.TERUG, HERTOETS, wie, clock)

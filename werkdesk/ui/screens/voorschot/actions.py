"""What the advance asks of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from werkdesk.domain.regels.voorschot_meter import Voorschotmeter
from werkdesk.domain.voorschot import Voorschotbesluit
from werkdesk.usecases.lijsten import VoorschotTelling
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.voorschotten import VoorschotRow

Namen = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschotActions:
    """All but ``ik``, ``rollen`` and ``clock`` run on lane ``cache``.

    ``meter(melding)``; ``propose(melding, cents)``; ``decide(melding, besluit, grond)``;
    ``confirm(pin)``: whoever signed in is still who sits here, raises ``Locked('pin.*')``;
    ``pay(melding, day)``, ``take_back(melding, number of the payment)``; ``namen``: sign-in
    name and shown name. ``ik``: sign-in name of who looks.
    """

    meter: Callable[[UUID], Voorschotmeter]
    propose: Callable[[UUID, int], MeldingSaved]
    confirm: Callable[[str], None]
    decide: Callable[[UUID, Voorschotbesluit, str | None], MeldingSaved]
    pay: Callable[[UUID, date], MeldingSaved]
    take_back: Callable[[UUID, int], MeldingSaved]
    clock: Callable[[], datetime]
    namen: Callable[[], Namen]
    ik: str
    rollen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorschottenActions:
    """``advances``: cases whose advance is not refused, the first to be paid on top.

    ``counts``: how many, quick. Both on lane ``cache``.
    """

    advances: Callable[[], tuple[VoorschotRow, ...]]
    counts: Callable[[], VoorschotTelling]
    namen: Callable[[], Namen]
    today: Callable[[], date]

"""Everything the outbox needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from werkdesk.usecases.overzichten import OutboxRow, Verbinding


@dataclass(frozen=True, slots=True)
class OutboxStand:
    """Rows and line, read together so that they never tell two stories."""

    rows: tuple[OutboxRow, ...]
    verbinding: Verbinding


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxActions:
    """``outbox`` and ``verbinding`` run on lane ``cache``. ``try_now`` only wakes the pump: it returns at
    once and may be called on the thread of the screens. ``export`` runs on lane ``office``, writes a sealed
    copy and returns the name of the file.
    """

    outbox: Callable[[], tuple[OutboxRow, ...]]
    verbinding: Callable[[], Verbinding]
    try_now: Callable[[], None]
    export: Callable[[], str]
    clock: Callable[[], datetime]


def read_stand(actions: OutboxActions) -> OutboxStand:
    """Read both, on a worker."""
    return OutboxStand(actions.outbox(), actions.verbinding())

"""Everything the outbox needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.domain.afdoening import Keuze
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.overzichten import OutboxRow, Verbinding
from werkdesk.usecases.vraagrijen import Vragen
from werkdesk.usecases.vragen import Beantwoord

NO_QUESTIONS = Vragen()


@dataclass(frozen=True, slots=True)
class OutboxStand:
    """Rows, line and questions, read together so that they never tell two stories."""

    rows: tuple[OutboxRow, ...]
    verbinding: Verbinding
    vragen: Vragen = NO_QUESTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxActions:
    """Reads and answers run on lane ``cache``. ``try_now`` only wakes the pump: it returns at once and may be
    called on the thread of the screens. ``export`` runs on lane ``office``, writes a sealed copy and returns
    the name of the file.
    """

    outbox: Callable[[], tuple[OutboxRow, ...]]
    verbinding: Callable[[], Verbinding]
    vragen: Callable[[], Vragen]
    answer: Callable[[UUID, Keuze, str], Beantwoord]
    take_back: Callable[[Beantwoord], Changes]
    put_away: Callable[[UUID, str], Beantwoord]
    send_again: Callable[[UUID], Beantwoord]
    try_now: Callable[[], None]
    export: Callable[[], str]
    clock: Callable[[], datetime]


def read_stand(actions: OutboxActions) -> OutboxStand:
    """Read all of it, on a worker."""
    return OutboxStand(actions.outbox(), actions.verbinding(), actions.vragen())

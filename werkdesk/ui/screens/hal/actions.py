"""Everything the reception needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.domain.bezoek import BezoekReden
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.inloop import Called, TicketGiven
from werkdesk.usecases.onbewaard import Onbewaard
from werkdesk.usecases.overzichten import Hal


@dataclass(frozen=True, slots=True, kw_only=True)
class HalActions:
    """Reads and acts for the signed-in colleague at this desk; run them on lane ``cache``.

    ``hal``: the reception of today. ``ticket(reden, voorrang)``: hand out a number. ``call_next``: whoever is
    first. ``call``: one number, again or out of turn. ``back_in_queue``: a call that was a mistake.
    ``unfinished``: what this colleague typed at this desk and did not save.
    ``clock`` may be asked on any thread. ``balie``: number of this desk.
    """

    hal: Callable[[], Hal]
    ticket: Callable[[BezoekReden, str | None], TicketGiven]
    call_next: Callable[[], Called]
    call: Callable[[UUID], Called]
    no_show: Callable[[UUID], Changes]
    park: Callable[[UUID, str], Changes]
    resume: Callable[[UUID], Called]
    back_in_queue: Callable[[UUID], Changes]
    clock: Callable[[], datetime]
    balie: int
    unfinished: Callable[[], tuple[Onbewaard, ...]] = tuple

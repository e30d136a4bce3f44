"""Which of the four faces the sync pill has. Never "up to date" while anything waits (a test proves it)."""

from __future__ import annotations

from datetime import datetime

from werkdesk.ui.kit.sync_pill import SyncState
from werkdesk.ui.teksten.verbinding import away_since, needs_help
from werkdesk.usecases.overzichten import Verbinding


def pill_state(now: Verbinding, clock: datetime) -> SyncState:
    """A question to a person comes first, then an outage, then work under way."""
    if now.aandacht:
        return SyncState.QUESTION
    if away_since(now, clock) is not None or needs_help(now):
        return SyncState.OFFLINE
    if now.wachten or now.bijlagen or now.laatste is None:
        return SyncState.BUSY
    return SyncState.UP_TO_DATE

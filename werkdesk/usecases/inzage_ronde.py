"""Telling the register who looked at which dossier; plain code, as the round it belongs to."""

from __future__ import annotations

from werkdesk.errors import Refused, Unavailable
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.inzage import BlikLink, BlikStore
from werkdesk.usecases.ports import SyncStore
from werkdesk.usecases.ronde import Round

RUNS = 1_000
NOTHING = Round(Changes(), more=False)


def send_looks(store: SyncStore, looks: BlikStore, link: BlikLink) -> Round:
    """One run of looks. Never raises for a register that is away, or that does not know the call yet: the
    looks stay here, and what waits beside them goes on.
    """
    request = looks.next_looks()
    if request is None:
        return NOTHING
    try:
        looks.looks_received(request, link.send_looks(request))
    except Unavailable as error:
        pause = int(error.details.get("retry_after_ms", 0)) / 1000
        return Round(store.note_failure(error.code), more=False, fout=error.code, retry_after=pause)
    except Refused as error:
        return Round(Changes(), more=False, fout=error.code)
    return Round(Changes(), more=True)


def send_all_looks(store: SyncStore, looks: BlikStore, link: BlikLink) -> Round:
    """Until the register has all of them, or until one run fails."""
    for _ in range(RUNS):
        step = send_looks(store, looks, link)
        if not step.more:
            return step
    return NOTHING

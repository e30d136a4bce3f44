"""States of an act in the outbox, and what staff may hear about them."""

from __future__ import annotations

from enum import StrEnum


class ActState(StrEnum):
    """Where an act is. ``NEW`` and ``SENT`` have no receipt; every other state has one."""

    NEW = "new"
    SENT = "sent"  # on its way; falls back to NEW when no answer comes
    ACKED = "acked"  # received; stays on top of the base until the feed has passed it
    HELD = "held"  # received, waits at the register for what it depends on
    ATTENTION = "attention"  # received and refused: a person must look


UNRECEIVED = (ActState.NEW, ActState.SENT)
STAND = {
    ActState.NEW: "wacht",
    ActState.SENT: "onderweg",
    ActState.ACKED: "ontvangen",
    ActState.HELD: "ontvangen",
    ActState.ATTENTION: "aandacht",
}
"""State to the word of :class:`werkdesk.usecases.overzichten.OutboxRow`."""

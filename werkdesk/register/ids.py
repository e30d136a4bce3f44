"""Identifiers the register itself makes."""

from __future__ import annotations

import secrets
import time
from uuid import UUID, uuid5

# Conflicts are named after the act and the field, so that judging an act again cannot make a second one.
_CONFLICTS = UUID("6f0a6a52-6d0f-4c39-9d5f-0f4b4f5c6a11")


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): sorts by time, which keeps the indexes small. Its time is never read."""
    moment = time.time_ns() // 1_000_000
    value = (moment & (1 << 48) - 1) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return UUID(int=value)


def conflict_id(mutation: UUID, field: str) -> UUID:
    """The name of the conflict that an act causes on a field."""
    return uuid5(_CONFLICTS, f"{mutation}:{field}")

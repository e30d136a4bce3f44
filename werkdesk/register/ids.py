"""Identifiers the register itself makes."""

from __future__ import annotations

import secrets
import time
from uuid import UUID


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): sorts by time, which keeps the indexes small. Its time is never read."""
    moment = time.time_ns() // 1_000_000
    value = (moment & (1 << 48) - 1) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return UUID(int=value)

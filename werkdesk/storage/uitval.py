"""Times without the register, kept for the day: from when to when, and what was sent since."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec
from sqlalchemy import Connection

from werkdesk.storage.columns import from_micros, to_micros
from werkdesk.storage.settings import Line, read_chain, read_setting, write_setting
from werkdesk.usecases.vraagrijen import Uitval

NAME = "uitval"
LEAST = timedelta(seconds=3)
"""Shorter than this nobody saw anything of it, unless work waited for it."""
_KEPT = timedelta(days=2)
_MOST = 20

_WAITING = "SELECT count(*) FROM outbox WHERE mseq BETWEEN ? AND ? AND state IN ('new', 'sent')"
_ASKED = """
SELECT count(*) FROM sent_archive WHERE mseq BETWEEN ? AND ?
    AND (instr(CAST(outcome AS TEXT), '"outcome":"conflict"') > 0
         OR instr(CAST(outcome AS TEXT), '"outcome":"quarantined"') > 0)
"""


class Gap(msgspec.Struct, frozen=True):
    """One time without the register, in microseconds; ``first`` to ``last``: acts that waited in it."""

    began: int
    ended: int
    first: int
    last: int


def first_waiting(connection: Connection) -> int:
    """Number of the first act that has no receipt, or of the next one that will be made."""
    row = connection.exec_driver_sql("SELECT min(mseq) FROM outbox WHERE state IN ('new', 'sent')").first()
    found = None if row is None else row[0]
    return read_chain(connection).mseq + 1 if found is None else int(found)


def note_back(connection: Connection, before: Line, now: datetime) -> None:
    """The register answers again: keep from when to when it did not."""
    if before.down_since is None or not before.down_from:
        return
    last = read_chain(connection).mseq
    if now - from_micros(before.down_since) < LEAST and last < before.down_from:
        return
    kept = [gap for gap in _read(connection) if gap.ended > to_micros(now - _KEPT)]
    gap = Gap(before.down_since, to_micros(now), before.down_from, last)
    write_setting(connection, NAME, [*kept, gap][-_MOST:])


def read_uitval(connection: Connection, today: date) -> tuple[Uitval, ...]:
    """Today's times without the register, the last one first."""
    gaps = [gap for gap in _read(connection) if from_micros(gap.ended).date() == today]
    return tuple(_told(connection, gap) for gap in reversed(gaps))


def _told(connection: Connection, gap: Gap) -> Uitval:
    within = (gap.first, gap.last)
    waiting = int(connection.exec_driver_sql(_WAITING, within).scalar_one())
    asked = int(connection.exec_driver_sql(_ASKED, within).scalar_one())
    return Uitval(
        van=from_micros(gap.began), tot=from_micros(gap.ended), wachten=waiting, vragen=asked,
        verzonden=max(0, gap.last - gap.first + 1 - waiting),
    )  # fmt: skip


def _read(connection: Connection) -> list[Gap]:
    return read_setting(connection, NAME, list[Gap]) or []

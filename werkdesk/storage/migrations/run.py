"""Brings a cache from its own shape to ours: in one transaction, upwards only.

``PRAGMA user_version`` holds the number of steps taken. A step never imports a model: what it does stays the
same when the models move on.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from werkdesk.errors import Refused
from werkdesk.storage.migrations import (
    v0001_begin,
    v0002_regelset,
    v0003_werklijsten,
    v0004_geheim_adres,
    v0005_tellingen,
    v0006_plaatsingen,
    v0007_schrijven,
)

Step = Sequence[str]
STEPS: tuple[Step, ...] = (
    v0001_begin.STATEMENTS, v0002_regelset.STATEMENTS, v0003_werklijsten.STATEMENTS,
    v0004_geheim_adres.STATEMENTS, v0005_tellingen.STATEMENTS,
    v0006_plaatsingen.STATEMENTS, v0007_schrijven.STATEMENTS,
)  # fmt: skip


def current(connection: Connection) -> int:
    """How many steps this cache has taken; 0 when it is empty."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> bool:
    """Take the missing steps inside the caller's transaction; tell whether there were any.

    Raises ``Refused('cache.nieuwer')`` for a cache of a later version of this program: reading it with our
    older rules could lose what we do not know.
    """
    taken = current(connection)
    if taken > len(steps):
        raise Refused("cache.nieuwer", versie=taken, hoogstens=len(steps))
    for step in steps[taken:]:
        for statement in step:
            connection.exec_driver_sql(statement)
    if taken < len(steps):
        connection.exec_driver_sql(f"PRAGMA user_version = {len(steps)}")
    return taken < len(steps)

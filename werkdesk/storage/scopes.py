"""Which offices this desk may read; what it may no longer read leaves the cache."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.storage.fold import refold
from werkdesk.storage.projection.project import Projection
from werkdesk.usecases.changes import TOPIC_OF_RECORD, Changes, Topic


def follow_scopes(connection: Connection, projection: Projection, scopes: Iterable[str]) -> Changes:
    """Let go of scopes that are not in ``scopes``: hidden at once, erased when none of our acts waits."""
    allowed = set(scopes)
    known = [row.scope for row in connection.exec_driver_sql("SELECT scope FROM cursor")]
    changes = Changes()
    for scope in known:
        if scope in allowed:
            continue
        rows = connection.exec_driver_sql("SELECT id, soort FROM base WHERE scope = ?", (scope,)).all()
        changes |= leave(connection, projection, [(row.soort, UUID(bytes=row.id)) for row in rows])
        connection.exec_driver_sql("DELETE FROM cursor WHERE scope = ?", (scope,))
    return changes


def leave(connection: Connection, projection: Projection, records: Sequence[tuple[str, UUID]]) -> Changes:
    """Hide records at once; erase those of which nothing of ours is on its way."""
    topics = Topic.NONE
    for soort, rid in records:
        connection.exec_driver_sql("UPDATE base SET weg = 1 WHERE id = ? AND soort = ?", (rid.bytes, soort))
        refold(connection, projection, soort, rid)
        topics |= TOPIC_OF_RECORD[soort]
    return Changes(topics, frozenset(rid for _, rid in records))

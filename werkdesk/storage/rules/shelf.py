"""Every state of every rule set that came by: the last good one is still there when a bad one came."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from werkdesk.messages.rule_set import Regelset
from werkdesk.storage.engine import Cache
from werkdesk.storage.settings import read_setting
from werkdesk.usecases.ports import DeskIdentity
from werkdesk.usecases.regels.plank import Gepubliceerd, Plank

_NEWEST = "SELECT id, rev, body FROM regelset ORDER BY number DESC, rev DESC"
_MARK = """
SELECT (SELECT count(*) FROM regelset), (SELECT coalesce(max(rowid), 0) FROM regelset),
       (SELECT value FROM setting WHERE name = 'identity')
"""
_PUT = "INSERT OR REPLACE INTO regelset (id, rev, number, body) VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class SqlRuleShelf:
    """Fulfils ``usecases.regels.plank.RegelPlank``. Raises ``Unavailable`` when the disk fails."""

    cache: Cache

    def stempel(self) -> tuple[int, int, str]:
        """Changes when a set or a key came by; cheap."""
        count, newest, value = self.cache.glance(_MARK) or (0, 0, None)
        key = "" if value is None else msgspec.json.decode(value, type=DeskIdentity).publisher_key
        return count, newest, key

    def lees(self) -> Plank:
        """Everything that was published to this desk, newest version first, its newest state first."""
        with self.cache.read() as connection:
            identity = read_setting(connection, "identity", DeskIdentity)
            rows = connection.exec_driver_sql(_NEWEST).all()
        sets = tuple(Gepubliceerd(rev=row.rev, regelset=_decode(row.body)) for row in rows)
        if identity is None:
            return Plank(kantoor="", sleutel="", sets=sets)
        return Plank(kantoor=identity.kantoor, sleutel=identity.publisher_key, sets=sets)


def put_rule_set(connection: Connection, value: Regelset, rev: int) -> None:
    """Keep one state of a set beside the states that came before it."""
    body = msgspec.json.encode(value)
    connection.exec_driver_sql(_PUT, (value.id.bytes, rev, value.nummer, body))


def _decode(body: bytes) -> Regelset:
    return msgspec.json.decode(body, type=Regelset)

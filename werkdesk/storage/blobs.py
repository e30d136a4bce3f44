"""Papers by the hash of their bytes; they travel in a lane of their own, after the act that names them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from werkdesk.storage.columns import to_micros
from werkdesk.storage.engine import Cache


def keep_blob(connection: Connection, sha256: str, content: bytes, moment: datetime) -> None:
    """Keep bytes; a second time is harmless. Raises ``ValueError`` when the hash is of other bytes."""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError("the hash does not belong to these bytes")
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO blob (sha256, size, sent, kept_at, content) VALUES (?, ?, 0, ?, ?)",
        (sha256, len(content), to_micros(moment), content),
    )


@dataclass(frozen=True, slots=True)
class SqlBlobs:
    """Fulfils ``usecases.ports.Blobs``."""

    cache: Cache

    def read_blob(self, sha256: str) -> bytes | None:
        """The bytes, or ``None`` when this desk does not hold them."""
        with self.cache.read() as connection:
            row = connection.exec_driver_sql("SELECT content FROM blob WHERE sha256 = ?", (sha256,)).first()
        return None if row is None else bytes(row[0])

"""Drafts: what was typed and not yet saved, so that a power cut costs at most a breath."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from werkdesk.messages.codec import encode
from werkdesk.storage.columns import from_micros, to_micros
from werkdesk.storage.writer import Writer
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.ports import Clock, Concept


@dataclass(frozen=True, slots=True)
class SqlConcepten:
    """Fulfils ``usecases.ports.Concepten``. Raises ``Unavailable`` as every write to the cache does."""

    writer: Writer
    clock: Clock

    def save(self, sleutel: str, velden: dict[str, str], medewerker: str) -> Changes:
        """Keep a draft under its key; the last one counts."""
        with self.writer.transaction() as connection:
            connection.exec_driver_sql(
                "INSERT INTO concept (key, actor, saved_at, fields) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET actor = excluded.actor, saved_at = excluded.saved_at, "
                "fields = excluded.fields",
                (sleutel, medewerker, to_micros(self.clock()), encode(velden)),
            )
        return Changes(Topic.CONCEPT)

    def read(self, sleutel: str) -> dict[str, str] | None:
        """The draft, or ``None``."""
        with self.writer.cache.read() as connection:
            row = connection.exec_driver_sql("SELECT fields FROM concept WHERE key = ?", (sleutel,)).first()
        return None if row is None else msgspec.json.decode(row[0], type=dict[str, str])

    def of(self, medewerker: str) -> tuple[Concept, ...]:
        """Every draft of this colleague, the last one first."""
        with self.writer.cache.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT key, saved_at, fields FROM concept WHERE actor = ? ORDER BY saved_at DESC, key",
                (medewerker,),
            ).all()
        return tuple(
            Concept(
                sleutel=row.key,
                moment=from_micros(row.saved_at),
                velden=msgspec.json.decode(row.fields, type=dict[str, str]),
            )
            for row in rows
        )

    def drop(self, sleutel: str) -> Changes:
        """Forget the draft."""
        with self.writer.transaction() as connection:
            connection.exec_driver_sql("DELETE FROM concept WHERE key = ?", (sleutel,))
        return Changes(Topic.CONCEPT)

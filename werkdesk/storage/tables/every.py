"""All tables in one place, so that importing this fills the metadata."""

from __future__ import annotations

from sqlalchemy import MetaData, Table

from werkdesk.storage.tables import local, projection, search, truth
from werkdesk.storage.tables.metadata import metadata

TRUTH: tuple[Table, ...] = (
    truth.base, truth.outbox, truth.sent_archive, truth.attention, truth.botsing, truth.cursor, truth.parked,
    local.counter, local.concept, local.blob, local.setting, local.staff, local.balie, local.regelset,
)  # fmt: skip
DERIVED: tuple[Table, ...] = (
    truth.overlay, projection.bezoek, projection.klant, projection.melding, projection.termijn,
    projection.intake, projection.brief, projection.overeenkomst, projection.plaatsing, search.zoeknaam,
    search.achternaam, search.naam_weg, search.naam_begin, search.begin_weg,
)  # fmt: skip
"""What may be thrown away and rebuilt from :data:`TRUTH`."""


def every_table() -> MetaData:
    """The metadata with every table in it."""
    return metadata

"""What is this desk's own business: counters, drafts, papers, settings, colleagues."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from werkdesk.storage.columns import Id, Moment
from werkdesk.storage.tables.metadata import metadata

counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),  # "kenmerk.M", "nummer.2026-11-21"
    Column("reserved", Integer, nullable=False),  # every number up to here counts as given out
)

concept = Table(
    "concept",
    metadata,
    Column("key", Text, primary_key=True),
    Column("actor", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("fields", LargeBinary, nullable=False),  # JSON object of text
)

blob = Table(
    "blob",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("kept_at", Moment, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
Index("blob_sent", blob.c.sent, blob.c.kept_at)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),  # JSON
)

staff = Table(
    "staff",
    metadata,
    Column("id", Id, primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("user", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("active", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),  # canonical JSON of wire.Medewerker
)

balie = Table(
    "balie",
    metadata,
    Column("id", Id, primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("balie", Integer, nullable=False),
    Column("location", Text, nullable=False),
    Column("active", Integer, nullable=False),
)

regelset = Table(
    "regelset",
    metadata,
    Column("id", Id, nullable=False),
    Column("rev", Integer, nullable=False),  # every state stays: a bad one never hides a good one
    Column("number", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),  # JSON of messages.rule_set.Regelset
    PrimaryKeyConstraint("id", "rev"),
)

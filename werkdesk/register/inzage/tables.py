"""The tables of the access log, as the migrations made them; functions of the database write them."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    func,
)

from werkdesk.register.tables import MOMENT, metadata

__all__ = ["access_desk", "access_head", "access_log", "metadata"]

access_log = Table(
    "access_log",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("at", MOMENT, nullable=False, server_default=func.now()),  # by the clock of the desk
    Column("scope", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("acting_for", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("desk", Uuid),
    Column("action", Text, nullable=False),
    Column("object_type", Text, nullable=False),
    Column("object_id", Uuid),  # never a BSN
    Column("shown", Text, nullable=False),
    Column("reason_code", Text, nullable=False),
    Column("reason_text", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("previous_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("number", BigInteger, nullable=False),  # dense per office, from 1
    Column("entry", Uuid, nullable=False),  # id the desk gave; the same look is never taken twice
    Column("received_at", MOMENT, nullable=False),
    Column("desk_number", Integer),
    Column("visit", Uuid),
    Column("paper", Text, nullable=False),
    UniqueConstraint("scope", "number"),
    UniqueConstraint("entry"),
    Index("ix_access_log_object_id_at", "object_id", "at"),
)
"""Written by the database function ``append_access`` alone; it only grows (a trigger refuses the rest)."""

access_head = Table(
    "access_head",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("seal", LargeBinary, nullable=False),  # HMAC with a key that the database does not have
)

access_desk = Table(
    "access_desk",
    metadata,
    Column("desk", Uuid, ForeignKey("desk.id"), primary_key=True),
    Column("number", BigInteger, nullable=False),  # how far we have the chain of looks of this desk
    Column("hash", Text, nullable=False),
)

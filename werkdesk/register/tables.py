"""Every table of the register but those of the access log. A test compares them with the migrations.

Bodies are text and not ``jsonb``: they are served as they were written, and JSON may hold what ``jsonb``
cannot (an escaped NUL). What is searched stands in a column of its own.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

MOMENT = DateTime(timezone=True)
"""A moment with its zone, as every table keeps it."""


def _now() -> Column[object]:
    return Column("created_at", MOMENT, nullable=False, server_default=func.now())


# ---------------------------------------------------------------------- the register itself

register_identity = Table(
    "register_identity",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("public_key", Text, nullable=False),  # HPKE X25519, hex
    Column("secrets_print", Text, nullable=False),  # fingerprint of the key file this database belongs to
    _now(),
)

epoch = Table(
    "epoch",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("reason", Text, nullable=False),  # init | restore | timeline
    Column("timeline", BigInteger, nullable=False),
    _now(),
)

# ---------------------------------------------------------------------- offices, desks, staff

office = Table(
    "office",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    _now(),
)

office_gemeente = Table(
    "office_gemeente",
    metadata,
    Column("scope", Text, ForeignKey("office.scope"), primary_key=True),
    Column("code", Text, primary_key=True),  # four digits, BRP table 33
    Column("place", SmallInteger, nullable=False),  # order in which the office names them
)

location = Table(
    "location",
    metadata,
    Column("scope", Text, ForeignKey("office.scope"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("place", SmallInteger, nullable=False),
)

desk = Table(
    "desk",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("scope", Text, ForeignKey("office.scope"), nullable=False),
    Column("balie", Integer, nullable=False),  # never given out again: it stands in every kenmerk
    Column("location", Text, nullable=False),
    Column("public_key", Text, nullable=False, server_default=""),
    Column("instance_id", Text, nullable=False, server_default=""),
    Column("hostname", Text, nullable=False, server_default=""),
    Column("app_version", Text, nullable=False, server_default=""),
    Column("token_hash", LargeBinary, unique=True),
    Column("last_mseq", BigInteger, nullable=False, server_default="0"),
    Column("last_hash", Text, nullable=False),
    Column("enrolled_at", MOMENT),
    Column("revoked_at", MOMENT),
    Column("last_seen_at", MOMENT),
    Column("pushed_at", MOMENT),
    Column("outbox", Integer, nullable=False, server_default="0"),
    Column("attention", Integer, nullable=False, server_default="0"),
    Column("blobs", Integer, nullable=False, server_default="0"),
    _now(),
    Column("heard", BigInteger, nullable=False, server_default="0"),  # last staff_change it surely knows
    UniqueConstraint("scope", "balie"),
)

staff = Table(
    "staff",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("scope", Text, ForeignKey("office.scope"), nullable=False),
    Column("user_name", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("roles", JSONB, nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    _now(),
    UniqueConstraint("scope", "user_name"),
)

staff_desk = Table(
    "staff_desk",
    metadata,
    Column("staff", Uuid, ForeignKey("staff.id"), primary_key=True),
    Column("desk", Uuid, ForeignKey("desk.id"), primary_key=True),
    _now(),
)

staff_change = Table(  # every state an account was in, oldest first
    "staff_change",
    metadata,
    Column("number", BigInteger, Identity(), primary_key=True),
    Column("scope", Text, nullable=False),
    Column("staff", Uuid, ForeignKey("staff.id"), nullable=False),
    Column("user_name", Text, nullable=False),
    Column("roles", JSONB, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("seq", BigInteger, nullable=False, server_default="0"),  # its number in the feed of the office
    Column("at", MOMENT, nullable=False, server_default=func.now()),
    Index("ix_staff_change_scope_user_name", "scope", "user_name"),
    Index("ix_staff_change_scope_number", "scope", "number"),
)

desk_heard = Table(  # up to which staff_change a desk knew, and how far its acts were then
    "desk_heard",
    metadata,
    Column("desk", Uuid, ForeignKey("desk.id"), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("since", MOMENT, nullable=False, server_default=func.now()),  # its first call after the change
    Column("at", MOMENT),  # when it surely knew; the rest is empty until then
    Column("mseq", BigInteger),  # last act it said to have written before
    Column("hash", Text),  # and the chain hash of that act, which it cannot make up afterwards
    Column("least", BigInteger),  # last act that the register itself had by then
)

enrol_code = Table(
    "enrol_code",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("kind", Text, nullable=False),  # desk | staff
    Column("target", Uuid, nullable=False, index=True),
    Column("expires_at", MOMENT, nullable=False),
    Column("used_at", MOMENT),
    Column("used_by", Text, nullable=False, server_default=""),  # a lost answer may be asked again
    _now(),
)

# ---------------------------------------------------------------------- the feed

head = Table(
    "head",
    metadata,
    Column("scope", Text, ForeignKey("office.scope"), primary_key=True),
    Column("seq", BigInteger, nullable=False, server_default="0"),
    Column("floor", BigInteger, nullable=False, server_default="0"),
)

change = Table(
    "change",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("unit", Uuid, nullable=False),
    Column("type", Text, nullable=False),
    Column("rid", Uuid, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("tag", Text, nullable=False),  # 8 random bytes, hex
    Column("canonical", Uuid),
    Column("body", Text),  # ready JSON; absent for leave and purge
)

record = Table(
    "record",
    metadata,
    Column("type", Text, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("field_rev", JSONB, nullable=False, server_default=text("'{}'::jsonb")),
    Column("last_desk", Uuid),
    Column("kenmerk", Text),
    Column("externe_ref", Text),
    Column("klant", Uuid, index=True),
    Column("moment", MOMENT),
    Column("kvk", Text),  # of the employer of a placement
    Column("body", Text, nullable=False),
    Index("ix_record_kvk", "kvk", postgresql_where=text("kvk IS NOT NULL")),
    Index("ix_record_scope_type_moment", "scope", "type", "moment"),
    Index("ix_record_kenmerk", "kenmerk", postgresql_where=text("kenmerk IS NOT NULL")),
    Index(
        "uq_record_externe_ref",
        "scope",
        "externe_ref",
        unique=True,
        postgresql_where=text("type = 'melding' AND externe_ref IS NOT NULL"),
    ),
)

# ---------------------------------------------------------------------- custody

mutation = Table(
    "mutation",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("desk", Uuid, nullable=False),
    Column("mseq", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("unit", Uuid, nullable=False),
    Column("unit_n", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("rid", Uuid, nullable=False),
    Column("soort", Text, nullable=False),
    Column("base_rev", Integer, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("depends_on", ARRAY(Uuid), nullable=False),
    Column("made_at", Text, nullable=False),  # the desk's clock is data, never an order
    Column("clock_ms", BigInteger, nullable=False),
    Column("actor", Text, nullable=False),
    Column("body", Text, nullable=False),  # word for word
    Column("outcome", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("scope", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("canonical", Uuid),
    Column("conflicts", Text, nullable=False),  # JSON of Outcome.conflicts
    Column("received_at", MOMENT, nullable=False, server_default=func.now()),
    UniqueConstraint("desk", "mseq"),
    Index("ix_mutation_record_rid", "record", "rid"),
    Index(
        "ix_mutation_open",
        "scope",
        "outcome",
        postgresql_where=text("outcome IN ('held', 'quarantined')"),
    ),
)

mutation_twin = Table(
    "mutation_twin",
    metadata,
    Column("desk", Uuid, primary_key=True),
    Column("mseq", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Uuid, nullable=False, index=True),  # known already, with another content
    Column("hash", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("soort", Text, nullable=False),
    Column("rid", Uuid, nullable=False),
    Column("actor", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("received_at", MOMENT, nullable=False, server_default=func.now()),
)

held = Table(
    "held",
    metadata,
    Column("mutation", Uuid, ForeignKey("mutation.id"), primary_key=True),
    Column("waits_on", Uuid, nullable=False, index=True),  # a mutation or a record that is not here yet
    Column("scope", Text, nullable=False),
)

conflict = Table(
    "conflict",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("rid", Uuid, nullable=False),
    Column("field", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("register", Text, nullable=False),
    Column("desk", Text, nullable=False),
    Column("desk_id", Uuid, nullable=False),
    Column("actor", Text, nullable=False),
    Column("mutation", Uuid, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("register_actor", Text),  # who typed the value that counts, where and when; empty: nobody knows
    Column("register_at", Text),
    Column("register_desk", Uuid),
    Index("ix_conflict_open", "rid", "field", postgresql_where=text("open")),
)

alias = Table(
    "alias",
    metadata,
    Column("type", Text, primary_key=True),
    Column("from_id", Uuid, primary_key=True),
    Column("to_id", Uuid, nullable=False, index=True),
    Column("scope", Text, nullable=False),
    Column("reason", Text, nullable=False),  # bsn | externe_ref
    Column("mutation", Uuid),
    Column("actor", Text, nullable=False),
    _now(),
)

identity = Table(
    "identity",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("bsn_hash", LargeBinary, primary_key=True),  # HMAC with the register's own key
    Column("person", Uuid, nullable=False, index=True),
)

purged = Table(
    "purged",
    metadata,
    Column("id", Uuid, primary_key=True),
    _now(),
)

# ---------------------------------------------------------------------- rule tables of an office

rule_set = Table(
    "rule_set",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("scope", Text, ForeignKey("office.scope"), nullable=False),
    Column("number", Integer, nullable=False),  # 1, 2, 3 ... of this office
    Column("state", Text, nullable=False),  # concept | vastgesteld | vervallen
    Column("from_day", Date),  # first day desks compute with it; absent: the day of approval
    Column("note", Text, nullable=False),
    Column("tables", Text, nullable=False),  # JSON: file name -> TOML text
    Column("basis_version", Text, nullable=False),  # tables of the program it was checked against
    Column("basis_print", Text, nullable=False),
    Column("print", Text, nullable=False),  # fingerprint of the whole set
    Column("effect", Text, nullable=False),  # JSON: records that differ, cases that change
    Column("document", Text),  # the wire record as signed and published last
    Column("proposed_by", Text, nullable=False),
    Column("proposed_at", MOMENT, nullable=False),
    Column("approved_by", Text),
    Column("approved_at", MOMENT),
    Column("withdrawn_by", Text),
    Column("withdrawn_at", MOMENT),
    Column("withdrawn_note", Text, nullable=False, server_default=""),  # why
    UniqueConstraint("scope", "number"),
)

# ---------------------------------------------------------------------- papers

blob = Table(
    "blob",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("stored", BigInteger, nullable=False),
    Column("complete", Boolean, nullable=False, server_default=text("false")),
    _now(),
)

blob_part = Table(
    "blob_part",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("start", BigInteger, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)

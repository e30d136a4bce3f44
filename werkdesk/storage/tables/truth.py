"""What the register said and what was done here: the sources everything else is derived from.

``base`` moves only by the register's own words and only to a higher revision; ``overlay`` holds the folded
state of records with pending acts, so that a record without them is stored once.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text, text

from werkdesk.storage.columns import Id, Moment
from werkdesk.storage.tables.metadata import metadata

base = Table(
    "base",
    metadata,
    Column("id", Id, nullable=False),
    Column("soort", Text, nullable=False),  # record type: klant, melding ...
    Column("rev", Integer, nullable=False),
    Column("scope", Text, nullable=False),
    Column("weg", Integer, nullable=False, server_default=text("0")),  # left our scope
    Column("canonical", Id),  # another name for this record, says the register; both stay
    Column("body", LargeBinary, nullable=False),  # canonical JSON
    PrimaryKeyConstraint("id", "soort"),
)

overlay = Table(
    "overlay",
    metadata,
    Column("id", Id, nullable=False),
    Column("soort", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("id", "soort"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("mseq", Integer, primary_key=True, autoincrement=False),  # dense per desk
    Column("id", Id, nullable=False, unique=True),
    Column("unit", Id, nullable=False),
    Column("unit_n", Integer, nullable=False),
    Column("soort", Text, nullable=False),  # class name of the act
    Column("record", Text, nullable=False),
    Column("rid", Id, nullable=False),
    Column("base_rev", Integer, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("depends_on", Text, nullable=False, server_default=text("'[]'")),
    Column("made_at", Moment, nullable=False),
    Column("clock_ms", Integer, nullable=False, server_default=text("0")),
    Column("actor", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("state", Text, nullable=False),  # see storage/states.py
    Column("in_base", Integer, nullable=False, server_default=text("0")),  # the base already shows it
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("last_error", Text),
    Column("ack_scope", Text),
    Column("ack_seq", Integer),
    Column("ack_rev", Integer),
)
Index("outbox_rid", outbox.c.rid, outbox.c.record)
Index("outbox_state", outbox.c.state, outbox.c.mseq)

sent_archive = Table(
    "sent_archive",
    metadata,
    Column("mseq", Integer, primary_key=True, autoincrement=False),
    Column("id", Id, nullable=False, unique=True),
    Column("filed_at", Moment, nullable=False, index=True),
    Column("mutation", LargeBinary, nullable=False),  # as it was sent
    Column("outcome", LargeBinary, nullable=False),  # as it was answered
)

attention = Table(
    "attention",
    metadata,
    Column("mutation", Id, primary_key=True),
    Column("code", Text, nullable=False),
    Column("since", Moment, nullable=False),
    Column("closed", Integer, nullable=False, server_default=text("0")),
)

botsing = Table(
    "botsing",
    metadata,
    Column("id", Id, primary_key=True),
    Column("record", Text, nullable=False),
    Column("rid", Id, nullable=False),
    Column("field", Text, nullable=False),
    Column("mutation", Id),  # set while only our own answer told us; the register's record has none
    Column("open", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),  # canonical JSON of wire.ConflictRecord
)
Index("botsing_rid", botsing.c.rid)
Index("botsing_open", botsing.c.open)

cursor = Table(
    "cursor",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("tag", Text, nullable=False),
    Column("epoch", Text, nullable=False),
)

parked = Table(
    "parked",
    metadata,
    Column("scope", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("soort", Text, nullable=False),
    Column("id", Id, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("unit", Id, nullable=False),
    Column("code", Text, nullable=False),  # why: bericht.soort, bericht.vorm, bericht.aard
    Column("body", LargeBinary),
    PrimaryKeyConstraint("scope", "seq"),
)

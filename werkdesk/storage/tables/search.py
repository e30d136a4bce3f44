"""The search index: folded surnames in four orders, and the deletion index over distinct surnames.

A person has a row per way their surname may be typed ("berg", "vandenberg", the partner's). Each reading of a
query is one range of one index here (performance.md 3).
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Table, Text

from werkdesk.storage.tables.metadata import metadata

zoeknaam = Table(
    "zoeknaam",
    metadata,
    Column("sleutel", Text, nullable=False),  # folded surname
    Column("voornaam", Text, nullable=False),  # folded first given name, '' when unknown
    Column("datum", Text, nullable=False),  # yyyymmdd, '' when unknown
    Column("klant", Integer, nullable=False),  # klant.n
    Column("jaar", Integer, nullable=False),  # 0 when unknown
    PrimaryKeyConstraint("sleutel", "voornaam", "datum", "klant"),
    sqlite_with_rowid=False,
)
Index("zoeknaam_jaar", zoeknaam.c.jaar, zoeknaam.c.sleutel, zoeknaam.c.datum)
Index("zoeknaam_datum", zoeknaam.c.datum, zoeknaam.c.sleutel)
Index("zoeknaam_voornaam", zoeknaam.c.voornaam, zoeknaam.c.sleutel, zoeknaam.c.datum)
Index("zoeknaam_klant", zoeknaam.c.klant)

achternaam = Table(
    "achternaam",
    metadata,
    Column("sleutel", Text, primary_key=True),
    Column("dragers", Integer, nullable=False),  # how many rows of zoeknaam carry it
    Column("klank", Text, nullable=False, index=True),
    sqlite_with_rowid=False,
)

naam_weg = Table(
    "naam_weg",
    metadata,
    Column("weg", Text, nullable=False),  # the surname, and it with one letter left out
    Column("sleutel", Text, nullable=False),
    PrimaryKeyConstraint("weg", "sleutel"),
    sqlite_with_rowid=False,
)

naam_begin = Table(
    "naam_begin",
    metadata,
    Column("begin", Text, primary_key=True),  # the first 4 to 9 letters of some surname
    Column("namen", Integer, nullable=False),  # how many surnames began so, ever
    sqlite_with_rowid=False,
)

begin_weg = Table(
    "begin_weg",
    metadata,
    Column("weg", Text, nullable=False),
    Column("begin", Text, nullable=False),
    PrimaryKeyConstraint("weg", "begin"),
    sqlite_with_rowid=False,
)

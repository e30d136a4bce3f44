"""Placements: by whom, and where."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE plaatsing (
        id BLOB NOT NULL,
        klant BLOB NOT NULL,
        kvk TEXT NOT NULL,
        werkgever TEXT NOT NULL,
        eerste_dag DATE NOT NULL,
        laatste_dag DATE NOT NULL,
        telt INTEGER NOT NULL,
        moment BIGINT NOT NULL,
        onverzonden INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX plaatsing_klant ON plaatsing (klant, eerste_dag)",
    "CREATE INDEX plaatsing_kvk ON plaatsing (kvk, eerste_dag)",
    # What a newer register told before this update is parked; without the mark the next opening reads it.
    "DELETE FROM setting WHERE name = 'schema'",
)

"""First names, and whether the address is secret: lists say the first and leave the other out.

Lists are derived: the table is made anew and filled from the register's words when the cache opens.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "DROP TABLE klant",
    """
    CREATE TABLE klant (
        n INTEGER NOT NULL,
        id BLOB NOT NULL,
        naam TEXT NOT NULL,
        voornamen TEXT NOT NULL,
        geboren TEXT,
        adres TEXT NOT NULL,
        geheim INTEGER NOT NULL,
        bsn TEXT NOT NULL,
        bsn_hash BLOB,
        postcode TEXT,
        huisnummer INTEGER,
        telefoon TEXT,
        telefoon2 TEXT,
        telefoons TEXT NOT NULL,
        taal TEXT,
        tolk INTEGER NOT NULL,
        onverzonden INTEGER NOT NULL,
        PRIMARY KEY (n),
        UNIQUE (id)
    )
    """,
    "CREATE INDEX klant_bsn ON klant (bsn_hash)",
    "CREATE INDEX klant_postcode ON klant (postcode, huisnummer)",
    "CREATE INDEX klant_telefoon ON klant (telefoon)",
    "CREATE INDEX klant_telefoon2 ON klant (telefoon2)",
    # Without the mark of the last rebuild the next opening fills the lists (see cache.py).
    "DELETE FROM setting WHERE name = 'schema'",
)

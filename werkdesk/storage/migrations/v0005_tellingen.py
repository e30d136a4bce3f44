"""From when somebody young may apply, and by when an advance has to be paid, as columns of their own.

Lists are derived: the table is made anew and filled from the register's words when the cache opens.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "DROP TABLE melding",
    """
    CREATE TABLE melding (
        id BLOB NOT NULL,
        kenmerk TEXT NOT NULL,
        klant BLOB NOT NULL,
        moment BIGINT NOT NULL,
        dag TEXT NOT NULL,
        status TEXT NOT NULL,
        gemeente TEXT,
        ontbreekt TEXT NOT NULL,
        balie INTEGER NOT NULL,
        medewerker TEXT NOT NULL,
        externe_ref TEXT,
        bezoek BLOB,
        eigenaar TEXT NOT NULL,
        bellen INTEGER NOT NULL,
        uitgevraagd INTEGER NOT NULL,
        jong TEXT,
        voorschot TEXT,
        pogingen TEXT NOT NULL,
        onverzonden INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX melding_jong ON melding (jong) WHERE jong IS NOT NULL",
    "CREATE INDEX melding_voorschot ON melding (voorschot) WHERE voorschot IS NOT NULL",
    "CREATE INDEX melding_bellen ON melding (dag, gemeente, moment) WHERE bellen = 1 AND uitgevraagd = 0",
    "CREATE INDEX melding_dag ON melding (dag)",
    "CREATE INDEX melding_kenmerk ON melding (kenmerk)",
    "CREATE INDEX melding_klant ON melding (klant, moment)",
    "CREATE INDEX melding_moment ON melding (moment)",
    "CREATE INDEX melding_onverzonden ON melding (onverzonden) WHERE onverzonden = 1",
    "CREATE INDEX melding_open ON melding (eigenaar, moment, status) WHERE status != 'gesloten'",
    "CREATE INDEX melding_ref ON melding (externe_ref)",
    # Without the mark of the last rebuild the next opening fills the lists (see cache.py).
    "DELETE FROM setting WHERE name = 'schema'",
)

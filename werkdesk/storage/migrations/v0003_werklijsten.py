"""Columns for the work lists: owner, calling back, applications, the last call in the hall.

Lists are derived: their tables are made anew and filled from the register's words when the cache opens.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "DROP TABLE bezoek",
    "DROP TABLE klant",
    "DROP TABLE melding",
    "DROP TABLE termijn",
    "DROP TABLE intake",
    """
    CREATE TABLE bezoek (
        id BLOB NOT NULL,
        locatie TEXT NOT NULL,
        dag TEXT NOT NULL,
        nummer TEXT NOT NULL,
        reden TEXT NOT NULL,
        status TEXT NOT NULL,
        voorrang TEXT,
        binnen BIGINT NOT NULL,
        balie INTEGER,
        geroepen BIGINT,
        laatst_geroepen BIGINT,
        oproepen INTEGER NOT NULL,
        klant BLOB,
        notitie TEXT,
        uitkomst TEXT,
        onverzonden INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX bezoek_hal ON bezoek (locatie, dag, status)",
    "CREATE INDEX bezoek_klant ON bezoek (klant)",
    "CREATE INDEX bezoek_nummer ON bezoek (nummer, binnen)",
    """
    CREATE TABLE klant (
        n INTEGER NOT NULL,
        id BLOB NOT NULL,
        naam TEXT NOT NULL,
        geboren TEXT,
        adres TEXT NOT NULL,
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
        aanvraag INTEGER NOT NULL,
        pogingen TEXT NOT NULL,
        onverzonden INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX melding_aanvraag ON melding (moment) WHERE aanvraag = 1",
    "CREATE INDEX melding_bellen ON melding (dag, gemeente, moment) WHERE bellen = 1 AND uitgevraagd = 0",
    "CREATE INDEX melding_dag ON melding (dag)",
    "CREATE INDEX melding_kenmerk ON melding (kenmerk)",
    "CREATE INDEX melding_klant ON melding (klant, moment)",
    "CREATE INDEX melding_moment ON melding (moment)",
    "CREATE INDEX melding_onverzonden ON melding (onverzonden) WHERE onverzonden = 1",
    "CREATE INDEX melding_open ON melding (eigenaar, moment, status) WHERE status != 'gesloten'",
    "CREATE INDEX melding_ref ON melding (externe_ref)",
    """
    CREATE TABLE termijn (
        melding BLOB NOT NULL,
        n INTEGER NOT NULL,
        code TEXT NOT NULL,
        datum DATE,
        loopt INTEGER NOT NULL,
        lijst INTEGER NOT NULL,
        eigenaar TEXT NOT NULL,
        moment BIGINT NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (melding, n)
    )
    """,
    "CREATE INDEX termijn_code ON termijn (code, datum) WHERE loopt = 1",
    "CREATE INDEX termijn_datum ON termijn (loopt, datum)",
    "CREATE INDEX termijn_dringend ON termijn (datum, moment) WHERE lijst = 1",
    "CREATE INDEX termijn_eigenaar ON termijn (eigenaar, datum, code) WHERE lijst = 1",
    "CREATE INDEX termijn_oudste ON termijn (moment) WHERE lijst = 1",
    """
    CREATE TABLE intake (
        id BLOB NOT NULL,
        beantwoord INTEGER NOT NULL,
        uitkomst INTEGER NOT NULL,
        onverzonden INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    # Without the mark of the last rebuild the next opening fills the lists (see cache.py).
    "DELETE FROM setting WHERE name = 'schema'",
)

"""The first shape of the cache."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE base (
        id BLOB NOT NULL,
        soort TEXT NOT NULL,
        rev INTEGER NOT NULL,
        scope TEXT NOT NULL,
        weg INTEGER DEFAULT 0 NOT NULL,
        canonical BLOB,
        body BLOB NOT NULL,
        PRIMARY KEY (id, soort)
    )
    """,
    """
    CREATE TABLE outbox (
        mseq INTEGER NOT NULL,
        id BLOB NOT NULL,
        unit BLOB NOT NULL,
        unit_n INTEGER NOT NULL,
        soort TEXT NOT NULL,
        record TEXT NOT NULL,
        rid BLOB NOT NULL,
        base_rev INTEGER NOT NULL,
        schema INTEGER NOT NULL,
        body BLOB NOT NULL,
        depends_on TEXT DEFAULT '[]' NOT NULL,
        made_at BIGINT NOT NULL,
        clock_ms INTEGER DEFAULT 0 NOT NULL,
        actor TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        prev_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        state TEXT NOT NULL,
        in_base INTEGER DEFAULT 0 NOT NULL,
        tries INTEGER DEFAULT 0 NOT NULL,
        last_error TEXT,
        ack_scope TEXT,
        ack_seq INTEGER,
        ack_rev INTEGER,
        PRIMARY KEY (mseq),
        UNIQUE (id)
    )
    """,
    "CREATE INDEX outbox_rid ON outbox (rid, record)",
    "CREATE INDEX outbox_state ON outbox (state, mseq)",
    "CREATE INDEX outbox_unit ON outbox (unit)",
    """
    CREATE TABLE sent_archive (
        mseq INTEGER NOT NULL,
        id BLOB NOT NULL,
        filed_at BIGINT NOT NULL,
        mutation BLOB NOT NULL,
        outcome BLOB NOT NULL,
        PRIMARY KEY (mseq),
        UNIQUE (id)
    )
    """,
    "CREATE INDEX ix_sent_archive_filed_at ON sent_archive (filed_at)",
    """
    CREATE TABLE attention (
        mutation BLOB NOT NULL,
        code TEXT NOT NULL,
        since BIGINT NOT NULL,
        closed INTEGER DEFAULT 0 NOT NULL,
        PRIMARY KEY (mutation)
    )
    """,
    """
    CREATE TABLE botsing (
        id BLOB NOT NULL,
        record TEXT NOT NULL,
        rid BLOB NOT NULL,
        field TEXT NOT NULL,
        mutation BLOB,
        open INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX botsing_open ON botsing (open)",
    "CREATE INDEX botsing_rid ON botsing (rid)",
    """
    CREATE TABLE cursor (
        scope TEXT NOT NULL,
        seq INTEGER NOT NULL,
        tag TEXT NOT NULL,
        epoch TEXT NOT NULL,
        PRIMARY KEY (scope)
    )
    """,
    """
    CREATE TABLE parked (
        scope TEXT NOT NULL,
        seq INTEGER NOT NULL,
        soort TEXT NOT NULL,
        id BLOB NOT NULL,
        rev INTEGER NOT NULL,
        kind TEXT NOT NULL,
        unit BLOB NOT NULL,
        code TEXT NOT NULL,
        body BLOB,
        PRIMARY KEY (scope, seq)
    )
    """,
    """
    CREATE TABLE counter (
        name TEXT NOT NULL,
        reserved INTEGER NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE concept (
        "key" TEXT NOT NULL,
        actor TEXT NOT NULL,
        saved_at BIGINT NOT NULL,
        fields BLOB NOT NULL,
        PRIMARY KEY ("key")
    )
    """,
    """
    CREATE TABLE blob (
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        sent INTEGER NOT NULL,
        kept_at BIGINT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (sha256)
    )
    """,
    "CREATE INDEX blob_sent ON blob (sent, kept_at)",
    """
    CREATE TABLE setting (
        name TEXT NOT NULL,
        value BLOB NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE staff (
        id BLOB NOT NULL,
        rev INTEGER NOT NULL,
        user TEXT NOT NULL,
        name TEXT NOT NULL,
        active INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE balie (
        id BLOB NOT NULL,
        rev INTEGER NOT NULL,
        balie INTEGER NOT NULL,
        location TEXT NOT NULL,
        active INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE overlay (
        id BLOB NOT NULL,
        soort TEXT NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (id, soort)
    )
    """,
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
        onverzonden INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX melding_dag ON melding (dag)",
    "CREATE INDEX melding_kenmerk ON melding (kenmerk)",
    "CREATE INDEX melding_klant ON melding (klant, moment)",
    "CREATE INDEX melding_moment ON melding (moment)",
    "CREATE INDEX melding_onverzonden ON melding (onverzonden) WHERE onverzonden = 1",
    "CREATE INDEX melding_ref ON melding (externe_ref)",
    """
    CREATE TABLE termijn (
        melding BLOB NOT NULL,
        n INTEGER NOT NULL,
        code TEXT NOT NULL,
        datum DATE,
        loopt INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (melding, n)
    )
    """,
    "CREATE INDEX termijn_datum ON termijn (loopt, datum)",
    """
    CREATE TABLE intake (
        id BLOB NOT NULL,
        beantwoord INTEGER NOT NULL,
        onverzonden INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE brief (
        id BLOB NOT NULL,
        code TEXT NOT NULL,
        kenmerk TEXT NOT NULL,
        klant BLOB NOT NULL,
        melding BLOB,
        datum DATE NOT NULL,
        bladzijden INTEGER NOT NULL,
        status TEXT NOT NULL,
        reden_later TEXT,
        sha256 TEXT NOT NULL,
        afdrukken INTEGER NOT NULL,
        onverzonden INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX brief_datum ON brief (datum)",
    "CREATE INDEX brief_klant ON brief (klant)",
    "CREATE INDEX brief_status ON brief (status, datum)",
    """
    CREATE TABLE overeenkomst (
        id BLOB NOT NULL,
        nummer TEXT NOT NULL,
        klant BLOB NOT NULL,
        melding BLOB,
        gemeente TEXT NOT NULL,
        opgesteld_op BIGINT NOT NULL,
        onverzonden INTEGER NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX overeenkomst_klant ON overeenkomst (klant)",
    "CREATE INDEX overeenkomst_nummer ON overeenkomst (nummer)",
    """
    CREATE TABLE zoeknaam (
        sleutel TEXT NOT NULL,
        voornaam TEXT NOT NULL,
        datum TEXT NOT NULL,
        klant INTEGER NOT NULL,
        jaar INTEGER NOT NULL,
        PRIMARY KEY (sleutel, voornaam, datum, klant)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX zoeknaam_datum ON zoeknaam (datum, sleutel)",
    "CREATE INDEX zoeknaam_jaar ON zoeknaam (jaar, sleutel, datum)",
    "CREATE INDEX zoeknaam_klant ON zoeknaam (klant)",
    "CREATE INDEX zoeknaam_voornaam ON zoeknaam (voornaam, sleutel, datum)",
    """
    CREATE TABLE achternaam (
        sleutel TEXT NOT NULL,
        dragers INTEGER NOT NULL,
        klank TEXT NOT NULL,
        PRIMARY KEY (sleutel)
    )
     WITHOUT ROWID
    """,
    "CREATE INDEX ix_achternaam_klank ON achternaam (klank)",
    """
    CREATE TABLE naam_weg (
        weg TEXT NOT NULL,
        sleutel TEXT NOT NULL,
        PRIMARY KEY (weg, sleutel)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE naam_begin (
        "begin" TEXT NOT NULL,
        namen INTEGER NOT NULL,
        PRIMARY KEY ("begin")
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE begin_weg (
        weg TEXT NOT NULL,
        "begin" TEXT NOT NULL,
        PRIMARY KEY (weg, "begin")
    )
     WITHOUT ROWID
    """,
)

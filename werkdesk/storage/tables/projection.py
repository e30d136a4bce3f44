"""What lists read: one row per record, with proper columns. May be thrown away and rebuilt."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from werkdesk.domain.termijn import NIET_BEREKEND
from werkdesk.storage.columns import Id, Moment
from werkdesk.storage.tables.metadata import metadata

bezoek = Table(
    "bezoek",
    metadata,
    Column("id", Id, primary_key=True),
    Column("locatie", Text, nullable=False),
    Column("dag", Text, nullable=False),  # local calendar day
    Column("nummer", Text, nullable=False),
    Column("reden", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("voorrang", Text),
    Column("binnen", Moment, nullable=False),
    Column("balie", Integer),
    Column("geroepen", Moment),
    Column("laatst_geroepen", Moment),
    Column("oproepen", Integer, nullable=False),
    Column("klant", Id),
    Column("notitie", Text),
    Column("uitkomst", Text),
    Column("onverzonden", Integer, nullable=False),
)
Index("bezoek_hal", bezoek.c.locatie, bezoek.c.dag, bezoek.c.status)
Index("bezoek_klant", bezoek.c.klant)
Index("bezoek_nummer", bezoek.c.nummer, bezoek.c.binnen)

klant = Table(
    "klant",
    metadata,
    Column("n", Integer, primary_key=True),  # short name for the search tables
    Column("id", Id, nullable=False, unique=True),
    Column("naam", Text, nullable=False),  # sort form
    Column("voornamen", Text, nullable=False),
    Column("geboren", Text),  # yyyymmdd with zeros for what is unknown
    Column("adres", Text, nullable=False),  # as lists may show it: empty when it is secret
    Column("geheim", Integer, nullable=False),
    Column("bsn", Text, nullable=False),  # masked
    Column("bsn_hash", LargeBinary),  # keyed; the only way to find a person by BSN
    Column("postcode", Text),
    Column("huisnummer", Integer),
    Column("telefoon", Text),  # digits after the country's zero: 612345678
    Column("telefoon2", Text),
    Column("telefoons", Text, nullable=False),  # JSON array of numbers as shown, the best one first
    Column("taal", Text),  # ISO 639-1
    Column("tolk", Integer, nullable=False),
    Column("onverzonden", Integer, nullable=False),
)
Index("klant_postcode", klant.c.postcode, klant.c.huisnummer)
Index("klant_bsn", klant.c.bsn_hash)
Index("klant_telefoon", klant.c.telefoon)
Index("klant_telefoon2", klant.c.telefoon2, sqlite_where=klant.c.telefoon2.is_not(None))

melding = Table(
    "melding",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kenmerk", Text, nullable=False),
    Column("klant", Id, nullable=False),
    Column("moment", Moment, nullable=False),
    Column("dag", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("gemeente", Text),
    Column("ontbreekt", Text, nullable=False),  # JSON array of codes
    Column("balie", Integer, nullable=False),
    Column("medewerker", Text, nullable=False),
    Column("externe_ref", Text),
    Column("bezoek", Id),
    Column("eigenaar", Text, nullable=False),
    Column("bellen", Integer, nullable=False),  # open, and nobody was spoken to
    Column("uitgevraagd", Integer, nullable=False),  # its intake has an outcome
    Column("jong", Text),  # open, of who is or may be under 27: first day to apply, empty when not known
    Column("voorschot", Text),  # open, applied, not refused: last day to pay, empty when not known
    Column("pogingen", Text, nullable=False),  # JSON array of Belpoging, the oldest first
    Column("onverzonden", Integer, nullable=False),
)
Index("melding_klant", melding.c.klant, melding.c.moment)
Index("melding_moment", melding.c.moment)
Index("melding_kenmerk", melding.c.kenmerk)
Index("melding_ref", melding.c.externe_ref, sqlite_where=melding.c.externe_ref.is_not(None))
Index("melding_onverzonden", melding.c.onverzonden, sqlite_where=melding.c.onverzonden == 1)
Index(
    "melding_open",
    melding.c.eigenaar, melding.c.moment, melding.c.status,
    sqlite_where=melding.c.status != "gesloten",
)  # fmt: skip
Index("melding_jong", melding.c.jong, sqlite_where=melding.c.jong.is_not(None))
Index("melding_voorschot", melding.c.voorschot, sqlite_where=melding.c.voorschot.is_not(None))
Index(
    "melding_bellen",
    melding.c.dag, melding.c.gemeente, melding.c.moment,
    sqlite_where=(melding.c.bellen == 1) & (melding.c.uitgevraagd == 0),
)  # fmt: skip

termijn = Table(
    "termijn",
    metadata,
    Column("melding", Id, nullable=False),
    Column("n", Integer, nullable=False),  # place in the melding's list
    Column("code", Text, nullable=False),
    Column("datum", Date),  # uiterste datum
    Column("loopt", Integer, nullable=False),  # the case is not closed
    Column("lijst", Integer, nullable=False),  # stands in the work list: dated, or all its case has
    Column("eigenaar", Text, nullable=False),  # the case's
    Column("moment", Moment, nullable=False),  # the case's
    Column("body", LargeBinary, nullable=False),  # canonical JSON of the Termijn
    PrimaryKeyConstraint("melding", "n"),
)
Index(
    "termijn_niet_berekend",
    termijn.c.melding,
    sqlite_where=(termijn.c.code == NIET_BEREKEND) & (termijn.c.loopt == 1),
)
Index("termijn_dringend", termijn.c.datum, termijn.c.moment, sqlite_where=termijn.c.lijst == 1)
Index("termijn_oudste", termijn.c.moment, sqlite_where=termijn.c.lijst == 1)
Index(
    "termijn_eigenaar",
    termijn.c.eigenaar, termijn.c.datum, termijn.c.code,
    sqlite_where=termijn.c.lijst == 1,
)  # fmt: skip

intake = Table(
    "intake",
    metadata,
    Column("id", Id, primary_key=True),  # the melding's
    Column("beantwoord", Integer, nullable=False),
    Column("uitkomst", Integer, nullable=False),  # whether the last question was answered
    Column("onverzonden", Integer, nullable=False),
)

brief = Table(
    "brief",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", Text, nullable=False),
    Column("kenmerk", Text, nullable=False),
    Column("klant", Id, nullable=False),
    Column("melding", Id),
    Column("datum", Date, nullable=False),
    Column("bladzijden", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("reden_later", Text),
    Column("sha256", Text, nullable=False),
    Column("afdrukken", Integer, nullable=False),
    Column("onverzonden", Integer, nullable=False),
)
Index("brief_klant", brief.c.klant)
Index("brief_datum", brief.c.datum)
Index("brief_status", brief.c.status, brief.c.datum)

overeenkomst = Table(
    "overeenkomst",
    metadata,
    Column("id", Id, primary_key=True),
    Column("nummer", Text, nullable=False),
    Column("klant", Id, nullable=False),
    Column("melding", Id),
    Column("gemeente", Text, nullable=False),
    Column("opgesteld_op", Moment, nullable=False),
    Column("onverzonden", Integer, nullable=False),
)
Index("overeenkomst_klant", overeenkomst.c.klant)
Index("overeenkomst_nummer", overeenkomst.c.nummer)

plaatsing = Table(
    "plaatsing",
    metadata,
    Column("id", Id, primary_key=True),
    Column("klant", Id, nullable=False),
    Column("kvk", Text, nullable=False),
    Column("werkgever", Text, nullable=False),  # its name
    Column("eerste_dag", Date, nullable=False),
    Column("laatste_dag", Date, nullable=False),  # the last day it lasted, or is to last
    Column("telt", Integer, nullable=False),  # it was not withdrawn
    Column("moment", Moment, nullable=False),
    Column("onverzonden", Integer, nullable=False),
)
Index("plaatsing_klant", plaatsing.c.klant, plaatsing.c.eerste_dag)
Index("plaatsing_kvk", plaatsing.c.kvk, plaatsing.c.eerste_dag)

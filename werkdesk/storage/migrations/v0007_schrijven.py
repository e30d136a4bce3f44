"""Indexes that every save wrote and no list read: less to seal and to write for each act.

What is seldom filled is kept for the rows that have it.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "DROP INDEX outbox_unit",
    "DROP INDEX melding_dag",
    "DROP INDEX melding_ref",
    "CREATE INDEX melding_ref ON melding (externe_ref) WHERE externe_ref IS NOT NULL",
    "DROP INDEX termijn_datum",
    "DROP INDEX termijn_code",
    "CREATE INDEX termijn_niet_berekend ON termijn (melding) WHERE code = 'NNB' AND loopt = 1",
    "DROP INDEX klant_telefoon2",
    "CREATE INDEX klant_telefoon2 ON klant (telefoon2) WHERE telefoon2 IS NOT NULL",
)

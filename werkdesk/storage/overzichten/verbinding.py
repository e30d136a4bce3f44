"""What waits, what is stuck and how the line is: computed from the tables, never from the last call."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row

from werkdesk.storage.columns import from_micros
from werkdesk.storage.settings import read_line
from werkdesk.storage.settled import answer_to, open_conflicts, open_refusals
from werkdesk.storage.states import STAND, ActState
from werkdesk.storage.uitval import read_uitval
from werkdesk.usecases.overzichten import OutboxRow, Verbinding

# An act is about a klant directly, or through the visit, melding, letter or agreement it concerns.
_OUTBOX = """
SELECT o.id, o.soort, o.made_at, o.actor, o.state, o.tries, coalesce(a.code, o.last_error) AS fout,
       coalesce(m.kenmerk, b.kenmerk, e.nummer, z.nummer, p.werkgever) AS kenmerk,
       coalesce(k.naam, km.naam, kb.naam, ke.naam, kz.naam, kp.naam) AS klant
FROM outbox o
LEFT JOIN attention a ON a.mutation = o.id
LEFT JOIN klant k ON o.record = 'klant' AND k.id = o.rid
LEFT JOIN melding m ON o.record IN ('melding', 'intake') AND m.id = o.rid
LEFT JOIN klant km ON km.id = m.klant
LEFT JOIN brief b ON o.record = 'brief' AND b.id = o.rid
LEFT JOIN klant kb ON kb.id = b.klant
LEFT JOIN overeenkomst e ON o.record = 'overeenkomst' AND e.id = o.rid
LEFT JOIN klant ke ON ke.id = e.klant
LEFT JOIN bezoek z ON o.record = 'bezoek' AND z.id = o.rid
LEFT JOIN klant kz ON kz.id = z.klant
LEFT JOIN plaatsing p ON o.record = 'plaatsing' AND p.id = o.rid
LEFT JOIN klant kp ON kp.id = p.klant
WHERE o.state <> 'acked' AND coalesce(a.closed, 0) = 0
ORDER BY o.state <> 'attention', o.mseq LIMIT ?
"""
_COUNTS = """
SELECT (SELECT count(*) FROM outbox WHERE state IN ('new', 'sent', 'held')),
       (SELECT count(*) FROM blob WHERE sent = 0)
"""


def read_outbox(connection: Connection, limit: int) -> tuple[OutboxRow, ...]:
    """What needs a person first, then what waits, oldest first. What a person settled is not in it."""
    rows = connection.exec_driver_sql(_OUTBOX, (limit,)).all()
    return tuple(_row(row) for row in rows if not _is_settled(connection, row))


def _is_settled(connection: Connection, row: Row[Any]) -> bool:
    return row.state == ActState.ATTENTION and answer_to(connection, UUID(bytes=row.id)) is not None


def _row(row: Row[Any]) -> OutboxRow:
    return OutboxRow(
        id=UUID(bytes=row.id),
        soort=row.soort,
        kenmerk=row.kenmerk,
        klant=row.klant,
        sinds=from_micros(row.made_at),
        medewerker=row.actor,
        stand=STAND[ActState(row.state)],
        pogingen=row.tries,
        fout=row.fout,
    )


def read_verbinding(connection: Connection, journal_frames: int, today: date) -> Verbinding:
    """The state of the line. An act the register holds back counts as waiting: it is not settled."""
    waiting, papers = connection.exec_driver_sql(_COUNTS).one()
    attention = len(open_conflicts(connection)) + len(open_refusals(connection))
    line = read_line(connection)
    return Verbinding(
        wachten=waiting,
        aandacht=attention,
        bijlagen=papers,
        laatste=None if line.last_round is None else from_micros(line.last_round),
        weg_sinds=None if line.down_since is None else from_micros(line.down_since),
        fout=line.code,
        journaal=journal_frames,
        klok_ms=line.clock_ms,
        uitval=read_uitval(connection, today),
    )

"""All persons this desk knows, and an agreement by its number: for lists outside the window."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.papier import Overeenkomst
from werkdesk.storage.records import read_stand
from werkdesk.usecases.overzichten import KlantHit

_KLANTEN = """
SELECT k.id, k.naam, k.geboren, k.adres, k.bsn, k.voornamen, k.geheim,
       (SELECT count(*) FROM melding m WHERE m.klant = k.id AND m.status <> 'gesloten') AS open,
       k.onverzonden OR EXISTS (SELECT 1 FROM melding m WHERE m.klant = k.id AND m.onverzonden = 1) AS unsent
FROM klant k ORDER BY k.naam, k.id LIMIT ?
"""


def read_klanten(connection: Connection, limit: int) -> tuple[KlantHit, ...]:
    """Persons in the order of their sort names."""
    return tuple(
        KlantHit(
            id=UUID(bytes=row.id),
            naam=row.naam,
            geboren=row.geboren or "",
            adres=row.adres,
            bsn=row.bsn,
            voornamen=row.voornamen,
            geheim=bool(row.geheim),
            open_meldingen=row.open,
            onverzonden=bool(row.unsent),
        )
        for row in connection.exec_driver_sql(_KLANTEN, (limit,))
    )


def read_overeenkomst_by(connection: Connection, nummer: str) -> Overeenkomst | None:
    """The agreement with this number."""
    row = connection.exec_driver_sql("SELECT id FROM overeenkomst WHERE nummer = ?", (nummer,)).first()
    found = None if row is None else read_stand(connection, "overeenkomst", UUID(bytes=row.id))
    return found if isinstance(found, Overeenkomst) else None

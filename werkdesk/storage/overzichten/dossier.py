"""Everything a visit shows of one klant."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.domain.bezoek import Bezoek
from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.papier import Brief, Overeenkomst
from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.storage.columns import from_micros
from werkdesk.storage.records import marks, read_many, read_stand
from werkdesk.storage.settled import open_conflicts
from werkdesk.usecases.overzichten import EerderRow, KlantDossier

_BY_KLANT = {
    "melding": "SELECT id, onverzonden FROM melding WHERE klant = ? ORDER BY moment DESC, id DESC",
    "brief": "SELECT id, onverzonden FROM brief WHERE klant = ? ORDER BY datum DESC, id DESC",
    "overeenkomst": "SELECT id, onverzonden FROM overeenkomst WHERE klant = ? "
    "ORDER BY opgesteld_op DESC, id DESC",
    "plaatsing": "SELECT id, onverzonden FROM plaatsing WHERE klant = ? "
    "ORDER BY eerste_dag DESC, moment DESC",
    "bezoek": "SELECT id, onverzonden FROM bezoek WHERE klant = ? ORDER BY binnen DESC, id DESC LIMIT 200",
}


def read_dossier(connection: Connection, klant: UUID) -> KlantDossier | None:
    """The dossier, or ``None`` when this desk does not know the klant."""
    person = read_stand(connection, "klant", klant)
    if not isinstance(person, Klant):
        return None
    unsent = bool(
        connection.exec_driver_sql("SELECT onverzonden FROM klant WHERE id = ?", (klant.bytes,)).scalar()
    )
    lists: dict[str, list[object]] = {}
    for soort, query in _BY_KLANT.items():
        rows = list(connection.exec_driver_sql(query, (klant.bytes,)))
        unsent = unsent or any(row.onverzonden for row in rows)
        ids = [UUID(bytes=row.id) for row in rows]
        stands = read_many(connection, soort, ids)
        lists[soort] = [stands[rid] for rid in ids if rid in stands]
    meldingen = cast("list[Melding]", lists["melding"])
    intakes = read_many(connection, "intake", [melding.id for melding in meldingen])
    unsent = unsent or _unsent_intake(connection, list(intakes))
    brieven = cast("list[Brief]", lists["brief"])
    overeenkomsten = cast("list[Overeenkomst]", lists["overeenkomst"])
    plaatsingen = cast("list[Plaatsing]", lists["plaatsing"])
    return KlantDossier(
        klant=person,
        meldingen=tuple(meldingen),
        intakes=tuple(cast("Intake", intakes[m.id]) for m in meldingen if m.id in intakes),
        brieven=tuple(brieven),
        overeenkomsten=tuple(overeenkomsten),
        eerder=_earlier(meldingen, cast("list[Bezoek]", lists["bezoek"]), brieven, overeenkomsten),
        onverzonden=unsent,
        vragen=_questions(connection, {klant, *(m.id for m in meldingen), *(p.id for p in plaatsingen)}),
        plaatsingen=tuple(plaatsingen),
    )


def _questions(connection: Connection, rids: set[UUID]) -> tuple[tuple[str, str], ...]:
    """What two desks disagree on about these records, that nobody answered."""
    found = []
    for name in open_conflicts(connection):
        row = connection.exec_driver_sql(
            "SELECT record, rid, field FROM botsing WHERE id = ?", (name.bytes,)
        ).first()
        if row is not None and UUID(bytes=row.rid) in rids:
            found.append((row.record, row.field))
    return tuple(found)


def _unsent_intake(connection: Connection, ids: list[UUID]) -> bool:
    if not ids:
        return False
    query = f"SELECT max(onverzonden) FROM intake WHERE id IN ({marks(ids)})"  # noqa: S608
    return bool(connection.exec_driver_sql(query, tuple(rid.bytes for rid in ids)).scalar())


def _earlier(
    meldingen: list[Melding], bezoeken: list[Bezoek], brieven: list[Brief], overeenkomsten: list[Overeenkomst]
) -> tuple[EerderRow, ...]:
    """What happened with this klant, newest first. ``tekst`` is a number or a code, never a sentence."""
    rows = [EerderRow(moment=m.moment, code="melding", tekst=str(m.kenmerk)) for m in meldingen]
    rows += [
        EerderRow(moment=m.sluiting.moment, code="gesloten", tekst=f"{m.sluiting.afloop} {m.kenmerk}")
        for m in meldingen
        if m.sluiting is not None
    ]
    rows += [
        EerderRow(moment=o.opgesteld_op, code="overeenkomst", tekst=str(o.nummer)) for o in overeenkomsten
    ]
    for bezoek in bezoeken:
        what = bezoek.uitkomst.value if bezoek.uitkomst is not None else bezoek.reden.value
        rows.append(EerderRow(moment=bezoek.klaar or bezoek.binnen, code="bezoek", tekst=what))
    for brief in brieven:
        # A letter has a day; its own id knows the moment it was made, to the millisecond (RFC 9562 5.7).
        moment = from_micros((brief.id.int >> 80) * 1000) if brief.id.version == 7 else None
        if moment is None or moment.date() != brief.datum:
            moment = from_micros(0).replace(
                year=brief.datum.year, month=brief.datum.month, day=brief.datum.day, hour=12
            )
        rows.append(EerderRow(moment=moment, code="brief", tekst=f"{brief.code} {brief.kenmerk}"))
    return tuple(sorted(rows, key=lambda row: row.moment, reverse=True))

"""Questions for a person: two values for one fact, refused work, and how both were settled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Row

from werkdesk.domain.afdoening import Afdoening
from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.domain.geheimhouding import AdresPlek, may_show_address
from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.errors import Refused
from werkdesk.messages.codec import decode_act
from werkdesk.messages.questions import read_field
from werkdesk.messages.wire import ConflictRecord
from werkdesk.storage.columns import from_micros
from werkdesk.storage.records import read_stand
from werkdesk.storage.settings import read_setting
from werkdesk.storage.settled import answer_to, open_conflicts, open_refusals
from werkdesk.usecases.ports import DeskIdentity
from werkdesk.usecases.vraagrijen import AfgedaanRow, BotsingRow, Getypt, GeweigerdRow, Vragen

LATELY = 30
"""Answered questions that are read back; all of them stay in the cache and in the register."""

SECOND = {"telefoon": "telefoon2"}
"""Fields of which a person may have two -> where the second one goes."""

_REFUSED = """
SELECT o.id, o.soort, o.record, o.rid, o.body, o.made_at, o.actor, a.code
FROM attention a JOIN outbox o ON o.id = a.mutation WHERE a.mutation = ?
"""
_LATE_CONFLICTS = "SELECT id FROM botsing ORDER BY rowid DESC LIMIT ?"
_LATE_REFUSALS = "SELECT mutation AS id FROM attention ORDER BY since DESC LIMIT ?"
_WHOSE = {
    "klant": "SELECT id AS klant, naam, NULL AS kenmerk FROM klant WHERE id = ?",
    "melding": "SELECT k.id AS klant, k.naam, m.kenmerk FROM melding m LEFT JOIN klant k ON k.id = m.klant "
    "WHERE m.id = ?",
    "brief": "SELECT k.id AS klant, k.naam, b.kenmerk FROM brief b LEFT JOIN klant k ON k.id = b.klant "
    "WHERE b.id = ?",
    "overeenkomst": "SELECT k.id AS klant, k.naam, e.nummer AS kenmerk FROM overeenkomst e "
    "LEFT JOIN klant k ON k.id = e.klant WHERE e.id = ?",
    "bezoek": "SELECT k.id AS klant, k.naam, z.nummer AS kenmerk FROM bezoek z "
    "LEFT JOIN klant k ON k.id = z.klant WHERE z.id = ?",
}
_WHOSE["plaatsing"] = (
    "SELECT k.id AS klant, k.naam, p.werkgever AS kenmerk FROM plaatsing p "
    "LEFT JOIN klant k ON k.id = p.klant WHERE p.id = ?"
)
_WHOSE["intake"] = _WHOSE["melding"]


def read_vragen(connection: Connection, lately: int = LATELY) -> Vragen:
    """What is open, oldest first, and what was settled of late, newest first."""
    reader = _Reader(connection, *_here(connection))
    conflicts = (reader.conflict(rid) for rid in open_conflicts(connection))
    refusals = (reader.refusal(rid) for rid in open_refusals(connection))
    return Vragen(
        botsingen=tuple(row for row in conflicts if row is not None),
        geweigerd=tuple(row for row in refusals if row is not None),
        afgedaan=reader.settled(lately) if lately else (),
    )


def _here(connection: Connection) -> tuple[UUID | None, int | None]:
    identity = read_setting(connection, "identity", DeskIdentity)
    return (None, None) if identity is None else (identity.desk_id, identity.balie)


@dataclass(frozen=True, slots=True)
class _Reader:
    """``desk`` and ``balie``: who this desk is."""

    connection: Connection
    desk: UUID | None
    balie: int | None

    def conflict(self, rid: UUID) -> BotsingRow | None:
        """One question about a field, with the value that counts at this moment."""
        row = self.connection.exec_driver_sql("SELECT body FROM botsing WHERE id = ?", (rid.bytes,)).first()
        if row is None:
            return None
        asked = msgspec.json.decode(row.body, type=ConflictRecord)
        told = self._as_asked(asked)
        stand = read_stand(self.connection, asked.record, asked.rid)
        if stand is None or not told.gelezen:
            return told
        now = _value(stand, asked.field)
        telt = told.telt if now == told.telt.waarde else Getypt(waarde=now)
        return replace(told, telt=telt, tweede=_has_room(stand, asked.field))

    def _as_asked(self, asked: ConflictRecord) -> BotsingRow:
        """The question with the value that counted when it was asked, or answered."""
        common: dict[str, Any] = {
            "id": asked.id, "record": asked.record, "rid": asked.rid, "veld": asked.field,
            **self._whose(asked.record, asked.rid),
        }  # fmt: skip
        by, at, desk = asked.register_actor, asked.register_at, asked.register_desk
        try:
            counts = read_field(asked.record, asked.field, asked.register)
            other = read_field(asked.record, asked.field, asked.desk)
        except Refused:  # made by a newer program: the question is there, its values are not readable here
            nothing = Getypt(waarde=None)
            return BotsingRow(telt=nothing, anders=nothing, gelezen=False, **common)
        return BotsingRow(
            telt=Getypt(
                waarde=counts,
                medewerker=self._name(by) if by else None,
                moment=at or None,
                **self._where(desk or None),
            ),
            anders=Getypt(
                waarde=other, medewerker=self._name(asked.actor), moment=asked.made_at,
                **self._where(asked.desk_id),
            ),
            **common,
        )  # fmt: skip

    def refusal(self, rid: UUID) -> GeweigerdRow | None:
        """One act of ours that the register did not accept."""
        row = self.connection.exec_driver_sql(_REFUSED, (rid.bytes,)).first()
        if row is None:
            return None
        return GeweigerdRow(
            id=rid, soort=row.soort, act=_act(row), code=row.code, medewerker=self._name(row.actor),
            moment=from_micros(row.made_at), **self._whose(row.record, UUID(bytes=row.rid)),
        )  # fmt: skip

    def settled(self, limit: int) -> tuple[AfgedaanRow, ...]:
        """Questions that were answered, newest first."""
        found = []
        for query, read in ((_LATE_CONFLICTS, self._kept_conflict), (_LATE_REFUSALS, self.refusal)):
            for (key,) in self.connection.exec_driver_sql(query, (limit,)).all():
                rid = UUID(bytes=key)
                answer = answer_to(self.connection, rid)
                question = None if answer is None else read(rid)
                if answer is not None and question is not None:
                    found.append(self._told(answer, question))
        return tuple(sorted(found, key=lambda row: row.moment, reverse=True)[:limit])

    def _kept_conflict(self, rid: UUID) -> BotsingRow | None:
        row = self.connection.exec_driver_sql("SELECT body FROM botsing WHERE id = ?", (rid.bytes,)).first()
        return None if row is None else self._as_asked(msgspec.json.decode(row.body, type=ConflictRecord))

    def _told(self, answer: Afdoening, question: BotsingRow | GeweigerdRow) -> AfgedaanRow:
        return AfgedaanRow(
            id=answer.id, keuze=answer.keuze, medewerker=self._name(answer.medewerker), balie=answer.balie,
            moment=answer.moment, reden=answer.reden, vraag=question,
        )  # fmt: skip

    def _whose(self, record: str, rid: UUID) -> dict[str, Any]:
        query = _WHOSE.get(record)
        row = None if query is None else self.connection.exec_driver_sql(query, (rid.bytes,)).first()
        if row is None:
            return {}
        klant = None if row.klant is None else UUID(bytes=row.klant)
        stand = None if klant is None else read_stand(self.connection, "klant", klant)
        hidden = isinstance(stand, Klant) and not may_show_address(stand.feiten, AdresPlek.SCHERM)
        return {"klant_id": klant, "klant": row.naam, "kenmerk": row.kenmerk, "geheim": hidden}

    def _name(self, user: str) -> str:
        row = self.connection.exec_driver_sql("SELECT name FROM staff WHERE user = ?", (user,)).first()
        return user if row is None else str(row.name)

    def _where(self, desk: UUID | None) -> dict[str, Any]:
        if desk is None:
            return {}
        if desk == self.desk:
            return {"balie": self.balie, "hier": True}
        row = self.connection.exec_driver_sql("SELECT balie FROM balie WHERE id = ?", (desk.bytes,)).first()
        return {"balie": None if row is None else row.balie}


def _act(row: Row[Any]) -> Gebeurtenis | None:
    try:
        return decode_act(row.soort, row.body)
    except Refused:
        return None


def _value(stand: Stand, veld: str) -> Any:
    match stand:
        case Klant() | Melding():
            return getattr(stand.feiten, veld, None)
        case Intake():
            return stand.antwoorden.get(veld)
        case Plaatsing():
            return stand.oordeel
        case _:
            return None


def _has_room(stand: Stand, veld: str) -> bool:
    second = SECOND.get(veld)
    return second is not None and isinstance(stand, Klant) and getattr(stand.feiten, second) is None

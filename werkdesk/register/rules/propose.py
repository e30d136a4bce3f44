"""A first person proposes tables, and sees who would be treated differently before anybody is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, insert

from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.vergelijken import Verschil, Wijziging, vergelijk, wijzigingen
from werkdesk.errors import Refused
from werkdesk.messages.rule_set import LARGEST
from werkdesk.register.ids import new_id
from werkdesk.register.offices import Office
from werkdesk.register.rules.sets import (
    PROPOSES,
    Effect,
    StoredSet,
    find_set,
    in_force,
    next_number,
    require_role,
)
from werkdesk.register.tables import rule_set


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTables:
    """What is proposed. ``files``: name → TOML bytes, on top of the office's own tables that hold now.

    ``replace``: leave out the tables that hold now. ``from_day``: first day on which desks compute with it,
    ``None`` for the day of approval. ``cases``: the cases of the office's jurist. ``accept``: also when one
    of them gets another outcome. ``id``: of the concept, ``None`` for a new one. ``over``: the version that
    must hold now (0 for none), so that nobody proposes over what they did not see; ``None`` for any.
    """

    files: Mapping[str, bytes]
    user: str
    now: datetime
    from_day: date | None = None
    note: str = ""
    replace: bool = False
    cases: Sequence[dict[str, Any]] = ()
    accept: bool = False
    id: UUID | None = None
    over: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What came of it. ``stored`` is ``None`` when cases change and nobody said that this is meant."""

    stored: StoredSet | None
    records: tuple[Wijziging, ...]
    changed: tuple[Verschil, ...]


def propose(connection: Connection, place: Office, new: NewTables, basis: RegelSet) -> Proposed:
    """Check the tables, work out the cases of every gemeente of the office, and keep a concept.

    ``basis``: the tables of the program. Raises ``Refused``: ``medewerker.onbekend``, ``regels.rol``; with
    ``bestand``, ``regelnummer`` and ``reden`` as ``lezen.load_tables``, ``regels.gemeente`` (a gemeente that
    the office does not work for), ``regels.geen_wijziging``, ``regels.te_groot``; ``regels.ingehaald``.
    """
    user = require_role(connection, place, new.user, PROPOSES)
    present = in_force(connection, place.scope)
    if new.over is not None and new.over != (0 if present is None else present.number):
        raise Refused("regels.ingehaald", field="versie")
    before = present.over(basis) if present is not None else basis
    kept = {} if present is None or new.replace else {n: t.encode() for n, t in present.tables.items()}
    files = {**kept, **new.files}
    after = load_tables(files, basis)
    _check_places(after, files, place)
    records = wijzigingen(before, after)
    if not records and after.versie == before.versie:
        raise Refused("regels.geen_wijziging")
    changed = vergelijk(new.cases, before, after, place.gemeenten)
    if changed and not new.accept:
        return Proposed(stored=None, records=records, changed=changed)
    effect = Effect(
        records=[one.as_json() for one in records],
        cases=len(new.cases),
        changed=[one.as_json() for one in changed],
    )
    tables = msgspec.json.encode({name: content.decode() for name, content in sorted(files.items())})
    if len(tables) > LARGEST // 2:
        raise Refused("regels.te_groot", hoogstens=LARGEST // 2)
    number = next_number(connection, place.scope)
    connection.execute(
        insert(rule_set).values(
            id=new.id or new_id(), scope=place.scope, number=number, state="concept", from_day=new.from_day,
            note=new.note.strip()[:1000], tables=tables.decode(), basis_version=basis.versie,
            basis_print=basis.vingerafdruk, print=after.vingerafdruk,
            effect=msgspec.json.encode(effect).decode(), proposed_by=user, proposed_at=new.now,
        )
    )  # fmt: skip
    stored = find_set(connection, place.scope, number)
    return Proposed(stored=stored, records=records, changed=changed)


def _check_places(regels: RegelSet, files: Mapping[str, bytes], place: Office) -> None:
    """A gemeente that the office does not have is a typing error that would change nothing, in silence."""
    known = {ALLE_GEMEENTEN, *place.gemeenten}
    for regel in regels.regels:
        if regel.bestand in files and regel.gemeente not in known:
            raise Refused(
                "regels.gemeente",
                bestand=regel.bestand,
                regelnummer=regel.regelnummer,
                reden=f"dit kantoor werkt niet voor gemeente {regel.gemeente}",
            )

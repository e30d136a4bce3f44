"""Whom to call: from columns alone. The order is the rule tables' business; here are days and their cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, Row

from werkdesk.domain.belpoging import Belpoging
from werkdesk.storage.columns import from_micros
from werkdesk.storage.records import chunks, marks
from werkdesk.usecases.lijsten import BelGroep, BelZaak, BriefMerk

_WAITS = "m.bellen = 1 AND m.uitgevraagd = 0"
_GROUPS = f"SELECT m.dag, m.gemeente, count(*) FROM melding m WHERE {_WAITS} GROUP BY m.dag, m.gemeente"  # noqa: S608
_ROWS = f"""
SELECT m.id, m.kenmerk, m.klant, k.naam, k.telefoons, k.taal, k.tolk, m.gemeente, m.dag, m.moment, m.eigenaar,
       m.pogingen, m.onverzonden
FROM melding m JOIN klant k ON k.id = m.klant
WHERE {_WAITS} AND {{where}} ORDER BY m.dag, m.moment, m.kenmerk LIMIT ?
"""  # noqa: S608
_LETTERS = """
SELECT melding, code, kenmerk, datum FROM brief WHERE klant IN ({marks}) AND melding IS NOT NULL
ORDER BY datum DESC, id DESC
"""
_pogingen = msgspec.json.Decoder(tuple[Belpoging, ...])
_telefoons = msgspec.json.Decoder(tuple[str, ...])


def read_call_groups(connection: Connection) -> tuple[BelGroep, ...]:
    """How many cases there are to call about, by day and gemeente; the oldest day first."""
    rows = connection.exec_driver_sql(_GROUPS)
    return tuple(BelGroep(date.fromisoformat(day), gemeente, number) for day, gemeente, number in rows)


def read_calls(connection: Connection, groups: Sequence[BelGroep], limit: int) -> tuple[BelZaak, ...]:
    """The first ``limit`` cases of these groups and a few more: a day that does not fit is cut at its oldest.

    Groups of one day are one line of waiting, so each of them is read as far as it could be needed. A case
    whose klant this desk does not know is passed over: there is nobody to call.
    """
    whole, cut, left = _fitting(groups, limit)
    found: list[Row[Any]] = []
    wanted = {(group.dag.isoformat(), group.gemeente) for group in whole}
    days = sorted({day for day, _ in wanted})
    if days:
        where = f"m.dag IN ({marks(days)})"
        rows = connection.exec_driver_sql(_ROWS.format(where=where), (*days, -1))
        found += [row for row in rows if (row.dag, row.gemeente) in wanted]
    for group in cut:
        values = (group.dag.isoformat(), group.gemeente, left)
        found += connection.exec_driver_sql(_ROWS.format(where="m.dag = ? AND m.gemeente IS ?"), values).all()
    letters = _letters(connection, [row.klant for row in found])
    return tuple(_row(row, letters.get(row.id, ())) for row in found)


def _fitting(groups: Sequence[BelGroep], limit: int) -> tuple[list[BelGroep], list[BelGroep], int]:
    """Groups to read whole, those of the day that has to be cut, and how many of each of these at most."""
    left = limit
    for number, group in enumerate(groups):
        if group.aantal > left:
            whole = [one for one in groups[:number] if one.dag != group.dag]
            cut = [one for one in groups if one.dag == group.dag]
            return whole, cut, limit - sum(one.aantal for one in whole)
        left -= group.aantal
    return list(groups), [], 0


def _letters(connection: Connection, klanten: list[bytes]) -> dict[bytes, tuple[BriefMerk, ...]]:
    of_case: dict[bytes, list[BriefMerk]] = defaultdict(list)
    for piece in chunks(dict.fromkeys(klanten)):
        for row in connection.exec_driver_sql(_LETTERS.format(marks=marks(piece)), tuple(piece)):
            of_case[row.melding].append(BriefMerk(row.code, row.kenmerk, date.fromisoformat(row.datum)))
    return {case: tuple(letters) for case, letters in of_case.items()}


def _row(row: Row[Any], letters: tuple[BriefMerk, ...]) -> BelZaak:
    return BelZaak(
        melding=UUID(bytes=row.id),
        kenmerk=row.kenmerk,
        klant_id=UUID(bytes=row.klant),
        klant=row.naam,
        telefoon=_telefoons.decode(row.telefoons),
        taal=row.taal,
        tolk=bool(row.tolk),
        gemeente=row.gemeente,
        moment=from_micros(row.moment),
        eigenaar=row.eigenaar,
        pogingen=_pogingen.decode(row.pogingen),
        brieven=letters,
        onverzonden=bool(row.onverzonden),
    )

"""What changed since a number: the slice of the feed first, whole units, the newest state once per page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

import msgspec
from psycopg import Cursor
from sqlalchemy import Connection

from werkdesk.errors import Defect, Refused
from werkdesk.messages import problems
from werkdesk.messages.wire import PULL_ROWS, Change, Feed
from werkdesk.messages.wire import Cursor as FeedCursor
from werkdesk.register.database import raw
from werkdesk.register.sessions import DeskSession

_PAGE_BYTES = 8 << 20
_UNIT_ROWS = 10_000  # no push and no load makes a unit this large; a longer one is our defect

_WHERE = """
SELECT h.seq, h.floor, c.tag FROM head AS h
LEFT JOIN change AS c ON c.scope = h.scope AND c.seq = %s
WHERE h.scope = %s
"""
_SLICE = """
SELECT seq, unit, type, rid, rev, kind, tag, canonical, body FROM change
WHERE scope = %s AND seq > %s ORDER BY seq LIMIT %s
"""


def check_epoch(asked: str, present: str) -> None:
    """Raise ``Refused('history_changed')`` when the desk speaks of another register than this one."""
    if asked and asked != present:
        raise Refused(problems.HISTORY_CHANGED)


def read_feeds(
    connection: Connection, desk: DeskSession, cursors: Sequence[FeedCursor], max_rows: int
) -> list[Feed]:
    """One page per scope that has something new; scopes the desk may not follow are passed over in silence.

    Raises ``Refused`` with ``history_changed`` or ``cursor_too_old``.
    """
    cursor = raw(connection).cursor()
    rows = max(1, min(max_rows, PULL_ROWS))
    feeds = []
    for one in {asked.scope: asked for asked in cursors if asked.scope in desk.scopes}.values():
        head, floor = _check_cursor(cursor, one)
        if head > one.seq:
            feeds.append(_page(cursor, one, head, floor, rows))
    return feeds


def read_heads(connection: Connection) -> dict[str, int]:
    """The last number of every scope."""
    rows = raw(connection).cursor().execute("SELECT scope, seq FROM head").fetchall()
    return {str(scope): int(seq) for scope, seq in rows}


def _check_cursor(cursor: Cursor[Any], one: FeedCursor) -> tuple[int, int]:
    row = cursor.execute(_WHERE, (one.seq, one.scope)).fetchone()
    if row is None or not 0 <= one.seq <= row[0]:
        raise Refused(problems.HISTORY_CHANGED)
    head, floor, tag = row
    if one.seq < floor:
        raise Refused(problems.CURSOR_TOO_OLD)
    # At the floor itself the change may be trimmed; anywhere above it the tag must be the one we gave.
    if one.seq > floor and tag != one.tag:
        raise Refused(problems.HISTORY_CHANGED)
    return head, floor


def _page(cursor: Cursor[Any], one: FeedCursor, head: int, floor: int, limit: int) -> Feed:
    rows = cursor.execute(_SLICE, (one.scope, one.seq, limit + 1)).fetchall()
    page = _whole_units(cursor, one, rows, limit)
    if [row[0] for row in page] != list(range(one.seq + 1, one.seq + 1 + len(page))):
        raise Defect("feed.gat")
    newest = {(row[2], row[3]): place for place, row in enumerate(page)}
    changes = [
        Change(
            q=seq, t=kind, id=rid, v=rev, k=change, u=unit,
            f=msgspec.Raw(body.encode()) if body and newest[(kind, rid)] == place else msgspec.UNSET,
            c=canonical if canonical is not None else msgspec.UNSET,
        )
        for place, (seq, unit, kind, rid, rev, change, _, canonical, body) in enumerate(page)
    ]  # fmt: skip
    last = page[-1]
    return Feed(
        scope=one.scope, from_seq=one.seq, to_seq=last[0], tag=last[6], more=last[0] < head, floor=floor,
        changes=changes,
    )  # fmt: skip


def _whole_units(
    cursor: Cursor[Any], one: FeedCursor, rows: list[tuple[Any, ...]], limit: int
) -> list[tuple[Any, ...]]:
    """Cut the page where a unit ends; a unit longer than a page makes the page longer."""
    size, fits = 0, 0
    for place, row in enumerate(rows[:limit]):
        size += len(row[8] or "")
        if size > _PAGE_BYTES and fits:
            break
        if place + 1 == len(rows) or rows[place + 1][1] != row[1]:
            fits = place + 1
    if fits:
        return rows[:fits]
    longer = cursor.execute(_SLICE, (one.scope, one.seq, _UNIT_ROWS)).fetchall()
    return list(takewhile(lambda row: row[1] == longer[0][1], longer))

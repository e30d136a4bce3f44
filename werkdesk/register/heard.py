"""What a desk could know about staff when it wrote an act, without believing any clock of the desk.

Every call of a desk states how far its own chain of acts is: number and hash of the last one. The first call
from which the register may conclude that the desk knows of a change in staff is therefore a border: acts up
to that number were written before, and are judged by what the desk knew then; acts after it are not. The hash
keeps the desk to its word: it stands for the content of every act up to the border.

A desk knows of a change when it asks for what comes after it, or when it has been in contact for
``CONTACT``: a desk that sends and never listens is not offline.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import Connection

from werkdesk.errors import Refused
from werkdesk.messages import problems
from werkdesk.messages.wire import Cursor, SyncRequest
from werkdesk.register.database import raw

CONTACT = timedelta(seconds=300)
"""ASVS 8.3 and security study 3: a right that was taken away ends within one access-token life."""
ARREARS = timedelta(hours=72)
"""How long acts from before the border may still come in and be judged as such: the read lease of a desk."""

_BEGIN = """
INSERT INTO desk_heard (desk, number, at, mseq, hash, least)
SELECT %(desk)s, coalesce(max(number), 0), now(), 0, '', 0 FROM staff_change WHERE scope = %(scope)s
ON CONFLICT (desk, number) DO UPDATE SET at = now(), mseq = 0, hash = '', least = 0
RETURNING number
"""
_KNOWN = "SELECT max(number) FROM staff_change WHERE scope = %s AND number > %s AND seq <= %s"
_NEWEST = "SELECT max(number) FROM staff_change WHERE scope = %s AND number > %s"
_CONTACT = "INSERT INTO desk_heard (desk, number) VALUES (%s, %s) ON CONFLICT (desk, number) DO NOTHING"
_LONG_IN_CONTACT = """
SELECT max(number) FROM desk_heard WHERE desk = %s AND number > %s AND since < now() - %s
"""
_BORDER = """
INSERT INTO desk_heard (desk, number, at, mseq, hash, least) VALUES (%s, %s, now(), %s, %s, %s)
ON CONFLICT (desk, number) DO UPDATE SET at = excluded.at, mseq = excluded.mseq, hash = excluded.hash,
    least = excluded.least WHERE desk_heard.at IS NULL
"""


def begin_hearing(connection: Connection, desk: UUID, scope: str) -> None:
    """A desk that is enrolled now wrote nothing before now: it starts with the staff of today."""
    cursor = raw(connection).cursor()
    row = cursor.execute(_BEGIN, {"desk": desk, "scope": scope}).fetchone()
    assert row is not None  # noqa: S101 - an upsert always returns its row
    cursor.execute("UPDATE desk SET heard = %s WHERE id = %s", (row[0], desk))


def note_heard(connection: Connection, desk: UUID, scope: str, request: SyncRequest) -> None:
    """Draw the border for changes in staff that this call shows the desk to know.

    ``request``: of this desk, its chain looked at. Raises ``Refused('unreadable')``.
    """
    told = request.last_hash
    if not (0 <= request.last_mseq < 1 << 63 and len(told) <= 64 and told.isprintable()):
        raise Refused(problems.UNREADABLE)
    cursor = raw(connection).cursor()
    cursor.execute("SELECT heard, last_mseq FROM desk WHERE id = %s FOR UPDATE", (desk,))
    heard, received = cursor.fetchone() or (0, 0)
    read = _read_up_to(request, scope)
    (known,) = cursor.execute(_KNOWN, (scope, heard, read)).fetchone() or (None,)
    (long,) = cursor.execute(_LONG_IN_CONTACT, (desk, heard, CONTACT)).fetchone() or (None,)
    (newest,) = cursor.execute(_NEWEST, (scope, heard)).fetchone() or (None,)
    surely = max((one for one in (known, long) if one is not None), default=None)
    if surely is not None:
        least = min(received, request.last_mseq)
        cursor.execute(_BORDER, (desk, surely, request.last_mseq, told, least))
        cursor.execute("UPDATE desk SET heard = %s WHERE id = %s", (surely, desk))
    if newest is not None and newest != surely:
        cursor.execute(_CONTACT, (desk, newest))


def _read_up_to(request: SyncRequest, scope: str) -> int:
    cursors: list[Cursor] = [] if request.pull is None else request.pull.cursors
    return max((one.seq for one in cursors if one.scope == scope), default=-1)

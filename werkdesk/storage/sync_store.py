"""What one round of synchronising reads and writes; every method is one short transaction.

What the next start or the next call finds out again by itself (which acts are on their way, when the register
last answered) does not wait for the disk. Receipts, pages of the feed and who we are do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from werkdesk.errors import Refused
from werkdesk.messages.wire import (
    PUSH_BYTES,
    PUSH_ROWS,
    Cursor,
    Feed,
    Mutation,
    Pending,
    Pull,
    Push,
    PushResult,
    SyncAnswer,
    SyncRequest,
)
from werkdesk.storage.columns import to_micros
from werkdesk.storage.feeds import FeedApplier
from werkdesk.storage.keyslots.desk_keys import DeskKeys
from werkdesk.storage.outbox import read_unreceived
from werkdesk.storage.outcomes import file_outcomes
from werkdesk.storage.scopes import follow_scopes
from werkdesk.storage.settings import (
    Line,
    read_chain,
    read_line,
    read_setting,
    write_line,
    write_setting,
)
from werkdesk.storage.settled import open_refusals
from werkdesk.storage.spare_identity import write_spare
from werkdesk.storage.uitval import first_waiting, note_back
from werkdesk.storage.writer import Writer
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.ports import Clock, DeskIdentity

_PENDING = """
SELECT (SELECT count(*) FROM outbox WHERE state IN ('new', 'sent')),
       (SELECT count(*) FROM blob WHERE sent = 0)
"""


@dataclass(frozen=True, slots=True)
class SqlSyncStore:
    """Fulfils ``usecases.ports.SyncStore``. All methods raise ``Unavailable`` when the disk fails."""

    writer: Writer
    clock: Clock
    folder: Path
    keys: DeskKeys

    def identity(self) -> DeskIdentity | None:
        """Who this desk is to the register; ``None`` before enrolment."""
        with self.writer.cache.read() as connection:
            return read_setting(connection, "identity", DeskIdentity)

    def keep_identity(self, identity: DeskIdentity, scopes: Sequence[str] = ()) -> None:
        """After enrolment: keep who we are, here and in the spare copy beside the cache.

        ``scopes``: what this desk may read from now on.
        """
        with self.writer.transaction() as connection:
            write_setting(connection, "identity", identity)
            if scopes:
                line = msgspec.structs.replace(read_line(connection), scopes=tuple(scopes))
                write_line(connection, line)
            self.writer.journal.seal_to(identity.register_key)
        write_spare(self.folder, self.keys, identity)

    def request(self, *, wait_s: float, push: bool, pull: bool) -> SyncRequest:
        """The next call. Acts in it become "on their way". Raises ``Refused('balie.niet_aangemeld')``.

        After a power cut nothing is on its way, so that a call needs no sync of the disk; one that only asks
        for news writes nothing at all.
        """
        with self.writer.note() if push else self.writer.cache.read() as connection:
            identity = read_setting(connection, "identity", DeskIdentity)
            if identity is None:
                raise Refused("balie.niet_aangemeld")
            chain, line = read_chain(connection), read_line(connection)
            waiting, papers = connection.exec_driver_sql(_PENDING).one()
            attention = len(open_refusals(connection))
            load = _push(connection, PUSH_ROWS, PUSH_BYTES) if push else None
            if load is not None:
                connection.exec_driver_sql(
                    "UPDATE outbox SET state = 'sent', tries = tries + 1 WHERE mseq = ?",
                    [(act.mseq,) for act in load.mutations],
                )
            return SyncRequest(
                desk_id=identity.desk_id,
                instance_id=identity.instance_id,
                epoch=line.epoch,
                last_mseq=chain.mseq,
                last_hash=chain.hash,
                push=load,
                pull=Pull(cursors=_cursors(connection), wait_s=wait_s) if pull else None,
                pending=Pending(outbox=waiting, attention=attention, blobs=papers),
            )

    def next_push(self, max_rows: int, max_bytes: int) -> Push | None:
        """The oldest acts without a receipt, whole units while they fit; ``None`` when all were received."""
        with self.writer.cache.read() as connection:
            return _push(connection, max_rows, max_bytes)

    def cursors(self) -> list[Cursor]:
        """How far every scope was read."""
        with self.writer.cache.read() as connection:
            return _cursors(connection)

    def file_outcomes(self, sent: Push, result: PushResult) -> Changes:
        """File what became of acts. An acknowledged act stays on top of the base until the feed passed it.

        When nothing waits without a receipt any more, the journal is cut.
        """
        with self.writer.turn():
            with self.writer.cache.write() as connection:
                changes = file_outcomes(connection, self.writer.projection, sent, result, self.clock())
                is_empty = not read_unreceived(connection, 1)
            if is_empty:
                self.writer.journal.cut()
        return changes

    def apply_feeds(self, feeds: Sequence[Feed]) -> Changes:
        """Base forward, acts on top, lists renewed, cursor up. Raises ``Refused('feed.gat')``."""
        return FeedApplier(self.writer).apply(feeds)

    def note_answer(self, answer: SyncAnswer) -> Changes:
        """The line works: epoch, register key, scopes, moment."""
        changes = Changes(Topic.VERBINDING)
        is_news = self._is_news(answer)
        with self.writer.transaction() if is_news else self.writer.note() as connection:
            before = read_line(connection)
            note_back(connection, before, self.clock())
            line = msgspec.structs.replace(
                before,
                last_round=to_micros(self.clock()),
                down_since=None,
                code=answer.push_error or _still_refused(connection, before, answer),
                epoch=answer.epoch,
                clock_ms=(self.clock() - answer.server_time) // timedelta(milliseconds=1),
            )
            self.writer.clock_ms = line.clock_ms
            if answer.scopes and tuple(answer.scopes) != before.scopes:
                line = msgspec.structs.replace(line, scopes=tuple(answer.scopes))
                changes |= follow_scopes(connection, self.writer.projection, answer.scopes)
            write_line(connection, line)
            if answer.push_error:
                _back_to_new(connection, answer.push_error)
            identity = read_setting(connection, "identity", DeskIdentity)
            fresh = answer.register_key
            if identity is not None and answer.publisher_key and not identity.publisher_key:
                # Pinned once: a register that suddenly signs with another key is not believed.
                identity = replace(identity, publisher_key=answer.publisher_key)
                write_setting(connection, "identity", identity)
                write_spare(self.folder, self.keys, identity)
                changes |= Changes(Topic.REGELS)
            if identity is not None and fresh and fresh != identity.register_key:
                identity = replace(identity, register_key=fresh)
                write_setting(connection, "identity", identity)
                self.writer.journal.seal_to(fresh)
                write_spare(self.folder, self.keys, identity)
        return changes

    def _is_news(self, answer: SyncAnswer) -> bool:
        """Whether it tells more than that the register answered."""
        with self.writer.cache.read() as connection:
            before = read_line(connection)
            identity = read_setting(connection, "identity", DeskIdentity)
        if answer.epoch != before.epoch or (answer.scopes and tuple(answer.scopes) != before.scopes):
            return True
        return identity is not None and (
            bool(answer.publisher_key and not identity.publisher_key)
            or bool(answer.register_key and answer.register_key != identity.register_key)
        )

    def note_failure(self, code: str) -> Changes:
        """No answer: acts on their way wait again, and we know since when the line is down."""
        with self.writer.note() as connection:
            line = read_line(connection)
            if line.down_since is None:
                line = msgspec.structs.replace(
                    line, down_since=to_micros(self.clock()), down_from=first_waiting(connection)
                )
            write_line(connection, msgspec.structs.replace(line, code=code))
            _back_to_new(connection, code)
        return Changes(Topic.VERBINDING | Topic.OUTBOX)

    def blobs_to_send(self, limit: int) -> list[str]:
        """Hashes of papers the register does not have, oldest first."""
        with self.writer.cache.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT sha256 FROM blob WHERE sent = 0 ORDER BY kept_at, sha256 LIMIT ?", (limit,)
            )
            return [row.sha256 for row in rows]

    def blob_sent(self, sha256: str) -> Changes:
        """The register has this paper."""
        with self.writer.transaction() as connection:
            connection.exec_driver_sql("UPDATE blob SET sent = 1 WHERE sha256 = ?", (sha256,))
        return Changes(Topic.VERBINDING)


def _back_to_new(connection: Connection, code: str) -> None:
    connection.exec_driver_sql(
        "UPDATE outbox SET state = 'new', last_error = ? WHERE state = 'sent'", (code,)
    )


def _still_refused(connection: Connection, before: Line, answer: SyncAnswer) -> str | None:
    """Why our acts were refused last time, while they wait: an answer to a call that only pulled says nothing
    about it, and staff must not see a green light come and go.
    """
    if answer.push is not None or before.down_since is not None or not read_unreceived(connection, 1):
        return None
    return before.code


def _cursors(connection: Connection) -> list[Cursor]:
    """One for every scope we may read; a new one begins at 0."""
    known = {
        row.scope: Cursor(scope=row.scope, seq=row.seq, tag=row.tag)
        for row in connection.exec_driver_sql("SELECT scope, seq, tag FROM cursor")
    }
    scopes = read_line(connection).scopes or tuple(known)
    return [known.get(scope) or Cursor(scope=scope) for scope in scopes]


def _push(connection: Connection, max_rows: int, max_bytes: int) -> Push | None:
    waiting = read_unreceived(connection, max_rows + 1)
    if not waiting:
        return None
    taken: list[Mutation] = []
    size = 0
    for act, _ in waiting[:max_rows]:
        size += len(bytes(act.body)) + 512  # what stands around a body on the wire
        if taken and size > max_bytes:
            break
        taken.append(act)
    whole = taken
    if len(taken) < len(waiting):
        # A unit counts whole or not at all; one that is larger than a push has to be split.
        cut_off = waiting[len(taken)][0].unit
        whole = [act for act in taken if act.unit != cut_off] or taken
    return Push(prev_hash=waiting[0][1], mutations=whole)

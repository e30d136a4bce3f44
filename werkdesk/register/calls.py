"""What the register does for a desk, without HTTP: each call is one or two short transactions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, Engine

from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.errors import Refused
from werkdesk.messages import problems
from werkdesk.messages.wire import (
    BlobAnswer,
    EnrolAnswer,
    EnrolRequest,
    Feed,
    Hello,
    SignInAnswer,
    SignInRequest,
    SyncAnswer,
    SyncRequest,
)
from werkdesk.register import blobs
from werkdesk.register.bell import Bell
from werkdesk.register.database import in_transaction
from werkdesk.register.desks import EnrolledDesk, enrol_desk
from werkdesk.register.feed import check_epoch, read_feeds
from werkdesk.register.heard import note_heard
from werkdesk.register.herald import Herald
from werkdesk.register.offices import Office, the_office
from werkdesk.register.personnel import StaffMember, sign_in
from werkdesk.register.push import take_push
from werkdesk.register.rules.calls import RuleCalls
from werkdesk.register.rules.of_office import OfficeRules
from werkdesk.register.secret_keys import SecretKeys
from werkdesk.register.sessions import DeskSession, check_desk, identify, note_seen

_OF_THE_PUSH = frozenset({problems.GAP, problems.FORKED, problems.ROLLED_BACK})


Tables = Callable[[], RegelSet]
"""The rule tables that came with the program, under those of every office."""


@dataclass(frozen=True, slots=True)
class Calls:
    """Everything a call needs; safe to use from many threads at once."""

    engine: Engine
    keys: SecretKeys
    register: UUID
    epoch: str
    bell: Bell
    herald: Herald
    tables: Tables
    office_rules: OfficeRules

    @property
    def rules(self) -> RuleCalls:
        """The calls about rule tables."""
        return RuleCalls(self.engine, self.epoch, lambda: self.keys.publisher, self.tables)

    def hello(self) -> Hello:
        """Who we are and what we accept."""
        return Hello(epoch=self.epoch, server_time=_now(), register_id=self.register)

    def enrol(self, request: EnrolRequest) -> EnrolAnswer:
        """Make a PC a desk. Raises ``Refused('code.ongeldig')`` or ``Refused('unreadable')``."""
        _check_texts(
            request.code, request.public_key, request.instance_id, request.hostname, request.app_version
        )
        if not request.instance_id:
            raise Refused(problems.UNREADABLE)

        def work(connection: Connection) -> tuple[EnrolledDesk, Office]:
            made = enrol_desk(connection, request)
            return made, the_office(connection, made.scope)

        made, place = in_transaction(self.engine, work)
        return EnrolAnswer(
            epoch=self.epoch, server_time=_now(), desk_id=made.id, token=made.token, scopes=[made.scope],
            balie=made.balie, office=made.scope, office_name=place.name, location=made.location,
            gemeenten=list(place.gemeenten), register_key=self.keys.public_key,
            publisher_key=self.keys.publisher_public,
        )  # fmt: skip

    def sign_in(self, token: str | None, request: SignInRequest) -> SignInAnswer:
        """Bring a member of staff to a desk. Raises ``Refused('code.ongeldig')``."""
        _check_texts(request.user, request.code)

        def work(connection: Connection) -> StaffMember:
            desk = identify(connection, token)
            if desk.id != request.desk_id:
                raise Refused(problems.FORKED)
            return sign_in(connection, desk.scope, desk.id, request.user, request.code)

        member = in_transaction(self.engine, work)
        return SignInAnswer(
            epoch=self.epoch, server_time=_now(), user=member.user, name=member.name, roles=list(member.roles)
        )

    def sync(self, token: str | None, request: SyncRequest) -> SyncAnswer:
        """Push in its own transaction, commit, then pull: the answer shows the desk its own effect.

        Raises ``Refused`` with a code of :mod:`problems`. A push that fails on the chain is told in
        ``push_error`` when there is a pull to answer, and refuses the call when there is none.
        """
        desk = in_transaction(self.engine, lambda connection: identify(connection, token))
        result, failure = None, ""
        try:
            check_desk(desk, request)
            if desk.staff_news:
                in_transaction(self.engine, lambda c: note_heard(c, desk.id, desk.scope, request))
            if request.push is not None:
                result = take_push(self.engine, desk, request, self.keys.bsn_hash, self.office_rules)
        except Refused as refused:
            if request.push is None or request.pull is None or refused.code not in _OF_THE_PUSH:
                raise
            failure = refused.code
        if result is not None:
            self._announce(desk, max((outcome.seq for outcome in result.outcomes), default=0))
        return SyncAnswer(
            epoch=self.epoch, server_time=_now(), push=result, push_error=failure,
            feeds=self._pull(desk, request), scopes=desk.scopes, register_key=self.keys.public_key,
            publisher_key=self.keys.publisher_public,
        )  # fmt: skip

    def pull(self, token: str | None, request: SyncRequest) -> SyncAnswer:
        """Look again, for a desk that stood in line; its rights are looked at again too."""
        desk = in_transaction(self.engine, lambda connection: identify(connection, token))
        return SyncAnswer(
            epoch=self.epoch, server_time=_now(), feeds=self._pull(desk, request), scopes=desk.scopes,
            register_key=self.keys.public_key, publisher_key=self.keys.publisher_public,
        )  # fmt: skip

    def put_blob(self, token: str | None, sha256: str, span: str | None, content: bytes) -> BlobAnswer:
        """Store a part of a paper."""
        name = blobs.check_hash(sha256)
        start, total = blobs.read_range(span, len(content))

        def work(connection: Connection) -> blobs.BlobState:
            desk = identify(connection, token)
            return blobs.store_part(connection, desk.scope, name, start, total, content)

        state = in_transaction(self.engine, work)
        return BlobAnswer(epoch=self.epoch, server_time=_now(), offset=state.stored, complete=state.complete)

    def blob_state(self, token: str | None, sha256: str) -> blobs.BlobState:
        """How much of a paper is here."""
        name = blobs.check_hash(sha256)
        return in_transaction(self.engine, lambda c: blobs.blob_state(c, identify(c, token).scope, name))

    def read_blob(self, token: str | None, sha256: str) -> bytes:
        """A whole paper."""
        name = blobs.check_hash(sha256)
        return in_transaction(self.engine, lambda c: blobs.read_blob(c, identify(c, token).scope, name))

    def healthy(self) -> None:
        """Raises ``Unavailable`` when PostgreSQL does not answer."""
        in_transaction(self.engine, lambda connection: connection.exec_driver_sql("SELECT 1"))

    def _pull(self, desk: DeskSession, request: SyncRequest) -> list[Feed]:
        pull = request.pull
        if pull is None:
            return []
        check_epoch(request.epoch, self.epoch)

        def work(connection: Connection) -> list[Feed]:
            note_seen(connection, desk, request.pending)
            return read_feeds(connection, desk, pull.cursors, pull.max_rows)

        return in_transaction(self.engine, work)

    def _announce(self, desk: DeskSession, seq: int) -> None:
        if seq:
            self.bell.ring(desk.scope, seq)
            self.herald.tell(desk.scope)


def _now() -> datetime:
    return datetime.now(UTC)


def _check_texts(*texts: str) -> None:
    if not all(len(text) <= 500 and text.isprintable() for text in texts):
        raise Refused(problems.UNREADABLE)

"""The call that brings the looks of a desk, without HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine

from werkdesk.messages.inzage import BlikAnswer, BlikRequest
from werkdesk.register.database import in_transaction
from werkdesk.register.inzage.append import Stand, take_looks
from werkdesk.register.secret_keys import SecretKeys
from werkdesk.register.sessions import identify


@dataclass(frozen=True, slots=True)
class LookCalls:
    """Safe to use from many threads at once."""

    engine: Engine
    epoch: str
    keys: SecretKeys

    def take(self, token: str | None, request: BlikRequest) -> BlikAnswer:
        """Append what is new. Raises ``Refused`` with a code of ``problems``; ``Unavailable``."""

        def work(connection: Connection) -> Stand:
            return take_looks(connection, identify(connection, token), request, self.keys)

        stand = in_transaction(self.engine, work)
        return BlikAnswer(
            epoch=self.epoch, server_time=datetime.now(UTC), n=stand.n, hash=stand.hash,
            kop_nummer=stand.head_number, kop_hash=stand.head_hash,
        )  # fmt: skip

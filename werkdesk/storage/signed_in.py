"""Who may work at this desk: as the register last told, or as it said when they first signed in here."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from werkdesk.messages.wire import Medewerker
from werkdesk.storage.engine import Cache
from werkdesk.storage.settings import read_setting, write_setting
from werkdesk.storage.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A member of staff. ``active``: ``False`` once the register closed the account."""

    user: str
    name: str
    roles: tuple[str, ...]
    active: bool = True


@dataclass(frozen=True, slots=True)
class SqlStaff:
    """Reads members of staff. Raises ``Unavailable`` when the disk fails."""

    cache: Cache

    def find(self, user: str) -> Colleague | None:
        """The member of staff; the feed's word goes before what was told at enrolment."""
        with self.cache.read() as connection:
            row = connection.exec_driver_sql("SELECT body FROM staff WHERE user = ?", (user,)).first()
            if row is None:
                return read_setting(connection, _key(user), Colleague)
        told = msgspec.json.decode(row.body, type=Medewerker)
        return Colleague(user=told.user, name=told.name, roles=tuple(told.roles), active=told.active)


def keep_colleague(writer: Writer, colleague: Colleague) -> None:
    """Remember somebody whom the register vouched for, until the feed speaks of them."""
    with writer.transaction() as connection:
        write_setting(connection, _key(colleague.user), colleague)


def _key(user: str) -> str:
    return f"colleague:{user}"

"""The line to the register for a desk that is signed in, with the register's clock noted on the way."""

from __future__ import annotations

from werkdesk.desk import heavy
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.pump import OpenLine
from werkdesk.errors import Unavailable
from werkdesk.messages.wire import SyncAnswer, SyncRequest
from werkdesk.usecases.ports import DeskIdentity


class TimedLine:
    """A line that compares clocks at every answer."""

    def __init__(self, line: OpenLine, clock: DeskClock) -> None:
        self._line = line
        self._clock = clock

    def sync(self, request: SyncRequest) -> SyncAnswer:
        """As the line itself."""
        answer = self._line.sync(request)
        self._clock.compare(answer.server_time)
        return answer

    def send_blob(self, sha256: str, content: bytes) -> None:
        """As the line itself."""
        self._line.send_blob(sha256, content)

    def abort(self) -> None:
        """As the line itself."""
        self._line.abort()

    def close(self) -> None:
        """As the line itself."""
        self._line.close()


def open_line(identity: DeskIdentity | None, clock: DeskClock) -> TimedLine:
    """A line of this desk. Raises ``Unavailable('balie.niet_aangemeld')`` when it has no identity."""
    if identity is None:
        raise Unavailable("balie.niet_aangemeld")
    return TimedLine(heavy.connect(identity.url, identity.ca_pem or None, identity.token), clock)

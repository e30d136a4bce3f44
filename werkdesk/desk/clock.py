"""What time it is at this desk, and how far that is from the register's clock."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class DeskClock:
    """Fulfils ``usecases.ports.Clock``. The register's clock corrects nothing: it is only measured.

    A melding keeps the moment that staff saw on the screen; the offset says how far to trust it.
    """

    def __init__(self) -> None:
        self.offset_ms = 0

    def __call__(self) -> datetime:
        """Now, in Europe/Amsterdam."""
        return datetime.now(AMSTERDAM)

    def compare(self, server_time: datetime) -> None:
        """Note the register's clock when its answer arrived; right to within one way of the line."""
        self.offset_ms = round((server_time - datetime.now(UTC)).total_seconds() * 1000)

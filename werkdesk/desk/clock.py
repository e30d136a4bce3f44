"""What time it is at this desk. How far that is from the register's clock is measured in ``storage``."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


EARLIEST, LATEST = 2024, 2060
"""Years in which this program can run: a PC whose battery is empty thinks it is 1970, 1980 or 2000."""


def is_impossible(moment: datetime) -> bool:
    """Whether a clock that says this is wrong beyond doubt."""
    return not EARLIEST <= moment.year <= LATEST


class DeskClock:
    """Fulfils ``usecases.ports.Clock``. The register's clock corrects nothing: a melding keeps the moment
    that staff saw on the screen, and the measured offset travels with the act.
    """

    def __call__(self) -> datetime:
        """Now, in Europe/Amsterdam."""
        return datetime.now(AMSTERDAM)

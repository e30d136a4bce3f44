from __future__ import annotations

from tests.fixtures.register import *  # noqa: F403 - a real register
from tests.journeys.processes import *  # noqa: F403 - commands and desks as processes

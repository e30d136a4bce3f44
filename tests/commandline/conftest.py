from __future__ import annotations

from tests.fixtures.desk import *  # noqa: F403 - cheap PINs
from tests.fixtures.register import *  # noqa: F403 - a real register

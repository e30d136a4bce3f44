from __future__ import annotations

from tests.fixtures.register import *  # noqa: F403 - the fixtures of a real register

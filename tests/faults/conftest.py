from __future__ import annotations

from tests.faults.fault_desk import *  # noqa: F403 - an enrolled desk that can be broken
from tests.fixtures.desk import *  # noqa: F403 - cheap PINs
from tests.fixtures.register import *  # noqa: F403 - a real register

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.faults.fault_desk import *  # noqa: F403 - an enrolled desk that can be broken
from tests.faults.small_disk import *  # noqa: F403 - a disk that can be full
from tests.fixtures.desk import *  # noqa: F403 - cheap PINs
from tests.fixtures.register import *  # noqa: F403 - a real register

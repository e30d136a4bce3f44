from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.fixtures.desk import *  # noqa: F403 - cheap PINs
from tests.fixtures.register import *  # noqa: F403 - a real register

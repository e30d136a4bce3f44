"""Whether properties try the same examples every time, or look for new ones: ``WERKDESK_HYPOTHESIS=zoek``."""

from __future__ import annotations

import os

PROFILE = os.environ.get("WERKDESK_HYPOTHESIS", "vast")
USUAL = 100
TIMES = 10 if PROFILE == "zoek" else 1


def examples(usual: int) -> int:
    """How many a property tries that usually tries ``usual``."""
    return usual * TIMES

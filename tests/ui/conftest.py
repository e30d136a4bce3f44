"""What holds for every test of a widget or a screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from werkdesk.ui.kit import notice

_DAY = 86_400_000


@pytest.fixture(autouse=True)
def _undo_does_not_run_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten seconds to undo something are short on a busy machine; a test counts them itself, with ``tick``."""
    monkeypatch.setattr(notice, "SECOND", _DAY)

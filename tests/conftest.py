"""Settings that hold for every test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_MS
from tests.searching import PROFILE, USUAL, examples

# A machine that is busy with something else is no fault of a property; nor does chance decide about a commit:
# the examples follow from the test. Looking for new ones is `WERKDESK_HYPOTHESIS=zoek`.
_CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("vast", derandomize=True, database=None, **_CALM)
settings.register_profile("zoek", max_examples=examples(USUAL), print_blob=True, **_CALM)
settings.load_profile(PROFILE)


class PatientBot(QtBot):
    """As pytest-qt's, but who waits waits until something really hangs."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:  # noqa: N802
        """Five seconds is nothing on a busy machine."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **words: Any) -> Any:  # noqa: N802
        """As :meth:`waitUntil`."""
        return super().waitSignal(signal, timeout=timeout, **words)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Hands and eyes for a window, with patience."""
    return PatientBot(request)

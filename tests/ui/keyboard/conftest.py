"""The whole window with real visits in it: keys go where the hands of a colleague are."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "frame"))
sys.path.insert(0, str(Path(__file__).parents[1] / "screens"))
sys.path.insert(0, str(Path(__file__).parent))

import pytest
from driving import Driver
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from real_visits import RealVisits

from werkdesk.ui.kit import theme
from werkdesk.ui.kit.look import Look

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns about size hints of top-level windows; that says nothing about ours."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture(autouse=True, scope="session")
def _light(qapp: QApplication) -> None:
    theme.apply(qapp, Look())


@pytest.fixture
def desk() -> RealVisits:
    return RealVisits()


@pytest.fixture
def at_work(desk: RealVisits, qtbot: QtBot) -> Iterator[Driver]:
    """Signed in, in the hall; Sanne (fictitious) waits with number A314."""
    driver = Driver(desk, qtbot)
    desk.tasks = driver.tasks
    driver.sign_in()
    yield driver
    desk.gate.set()
    driver.close()

"""The whole window over a fake desk, driven by keys as a colleague would."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

import pytest
from driving import Driver
from fake_desk import FakeDesk, busy_morning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from werkdesk.ui.kit import theme
from werkdesk.ui.kit.look import Look

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns about size hints of top-level windows; that says nothing about ours."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, Look())
    yield
    theme.apply(qapp, Look())


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[Callable[[FakeDesk], Driver]]:
    """Opens the window over a desk, at the door; closes it after the test."""
    opened: list[Driver] = []

    def put(desk: FakeDesk) -> Driver:
        driver = Driver(desk, qtbot)
        opened.append(driver)
        return driver

    yield put
    for driver in opened:
        driver.close()


@pytest.fixture
def at_door(open_desk: Callable[[FakeDesk], Driver]) -> Driver:
    """Nobody has signed in yet."""
    return open_desk(busy_morning())


@pytest.fixture
def at_work(at_door: Driver) -> Driver:
    """Signed in on a busy morning, at the reception."""
    at_door.sign_in()
    return at_door

"""Kit tests run off screen, in the light theme at 100 % unless they say otherwise."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from showing import Show

from werkdesk.ui.kit import theme
from werkdesk.ui.kit.look import Look

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns about size hints of top-level windows; that says nothing about the kit."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    # Nothing runs Qt's own loop between tests, so what deleteLater() promised has to be asked for; without it
    # every window of every test stays and is styled again and again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.apply(qapp, Look())
    yield
    theme.apply(qapp, Look())


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows widgets under each other in one window, active so that focus works; keeps it for the test."""
    kept: list[QWidget] = []

    def put(*widgets: QWidget) -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget)
        qtbot.addWidget(window)
        kept.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return put

"""Screens of a visit run off screen over a fake desk; keys go where the focus is, as a colleague types."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

import pytest
from hands import Hands
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from visit_desk import VisitDesk

from werkdesk.ui.kit import theme
from werkdesk.ui.kit.look import Look
from werkdesk.ui.kit.tasks import Tasks

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns about size hints of top-level windows; that says nothing about ours."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture(autouse=True, scope="session")
def _light(qapp: QApplication) -> None:
    """Styled once: nothing here changes the look, and styling anew costs more than most of these tests."""
    theme.apply(qapp, Look())


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """The lanes, closed after the test."""
    lanes = Tasks()
    yield lanes
    lanes.close()


@pytest.fixture
def desk() -> VisitDesk:
    """A desk with two fictitious people."""
    return VisitDesk()


@pytest.fixture
def hands(qtbot: QtBot, tasks: Tasks) -> Callable[[QWidget], Hands]:
    """Shows a widget in an active window and gives the hands that type in it."""

    kept: list[Hands] = []

    def show(widget: QWidget) -> Hands:
        kept.append(Hands(widget, qtbot, tasks))
        return kept[-1]

    return show

"""A small panel over the page: as high as its question, and scrolling where the page is lower."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from werkdesk.ui.frame.overlay import Overlay
from werkdesk.ui.kit.choices import ChoiceList
from werkdesk.ui.screens.bezoek.pages import VisitPages


@pytest.mark.parametrize("height", [240, 700])
def test_every_answer_keeps_its_height_on_a_low_page(qtbot: QtBot, height: int) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, height)
    panel = Overlay(host, "Bezoek afronden")
    answers = ChoiceList("Hoe eindigt het?", [(str(number), f"Antwoord {number}") for number in range(8)])
    panel.put(answers)
    host.show()
    panel.ask()
    QApplication.processEvents()
    assert panel.geometry().bottom() < height
    assert all(row.height() >= row.heightForWidth(row.width()) for row in answers.rows)
    scrolls = panel.page.verticalScrollBar().maximum() > 0
    assert scrolls == (height == 240)


def test_a_hidden_page_does_not_make_the_visit_higher(qtbot: QtBot) -> None:
    low, tall = QWidget(), QWidget()
    low.setMinimumHeight(80)
    tall.setMinimumHeight(600)
    pages = VisitPages({"work": low, "who": tall})
    qtbot.addWidget(pages)
    assert pages.minimumSizeHint().height() <= 80
    pages.go("who")
    assert pages.page is tall

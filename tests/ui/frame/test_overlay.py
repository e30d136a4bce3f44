"""A small panel over the page: as high as its question, and scrolling where the page is lower."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from werkdesk.ui.frame.overlay import Overlay
from werkdesk.ui.kit.buttons import OutlineButton
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


class Growing(Overlay):
    """Asks little at first; what it will ask later is there when it opens."""

    def __init__(self, host: QWidget, anchor: QWidget | None = None) -> None:
        super().__init__(host, "Groeit", anchor)
        self.first = ChoiceList("Wat?", [(str(number), f"Antwoord {number}") for number in range(2)])
        self.later = ChoiceList("En dan?", [(str(number), f"Antwoord {number}") for number in range(9)])
        self.put(self.first, self.later)

    def begin(self) -> None:
        self.later.hide()
        self.first.setFocus()


def opened(qtbot: QtBot, size: tuple[int, int], card: int = 0) -> Growing:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(*size)
    anchor = QWidget(host)
    anchor.setGeometry(0, 0, size[0], card)
    panel = Growing(host, anchor if card else None)
    host.show()
    panel.ask()
    settle()
    return panel


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def spare(panel: Growing) -> int:
    """Pixels under what is asked now."""
    lowest = panel.later if panel.later.isVisible() else panel.first
    return (
        panel.page.viewport().height() - lowest.mapTo(panel.page.viewport(), lowest.rect().bottomLeft()).y()
    )


def test_a_panel_is_as_high_as_what_it_asks_now(qtbot: QtBot) -> None:
    panel = opened(qtbot, (700, 900))
    low = panel.height()
    assert 0 <= spare(panel) <= 4
    panel.later.show()
    settle()
    assert panel.height() > low
    assert 0 <= spare(panel) <= 4
    assert panel.page.verticalScrollBar().maximum() == 0
    panel.later.hide()
    settle()
    assert panel.height() == low


def test_a_panel_never_covers_who_it_is_about(qtbot: QtBot) -> None:
    panel = opened(qtbot, (700, 420), card=100)
    panel.later.show()
    settle()
    assert panel.geometry().top() >= 100
    assert panel.geometry().bottom() < 420
    assert panel.page.verticalScrollBar().maximum() > 0


def test_what_has_the_focus_stays_in_sight_when_the_panel_grows(qtbot: QtBot) -> None:
    panel = opened(qtbot, (700, 300), card=60)
    button = OutlineButton("Onderaan")
    panel.put(button)
    panel.later.show()
    button.setFocus()
    settle()
    top = button.mapTo(panel.page.viewport(), button.rect().topLeft()).y()
    assert 0 <= top <= panel.page.viewport().height() - button.height()


def test_the_mouse_can_close_a_panel(qtbot: QtBot) -> None:
    panel = opened(qtbot, (700, 600))
    with qtbot.waitSignal(panel.closed):
        QTest.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert panel.isHidden()


def test_a_page_key_scrolls_a_low_panel(qtbot: QtBot) -> None:
    panel = opened(qtbot, (700, 260), card=60)
    panel.later.show()
    settle()
    QTest.keyClick(panel, Qt.Key.Key_PageDown)
    assert panel.page.verticalScrollBar().value() > 0


def test_a_key_stands_on_one_button_while_a_panel_is_open(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    under, other = OutlineButton("Melding bewaren", "Ctrl+Return"), OutlineButton("Zoeken", "F3")
    under.setParent(host)
    other.setParent(host)
    panel = Overlay(host, "Aanvraag")
    mine = OutlineButton("Aanvraag bewaren", "Ctrl+Return")
    panel.foot.addWidget(mine)
    host.show()
    width = under.sizeHint().width()
    panel.ask()
    assert (mine.key_text, under.key_text, other.key_text) == ("Ctrl Enter", "", "F3")
    assert under.sizeHint().width() == width
    panel.close_overlay()
    assert under.key_text == "Ctrl Enter"

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from showing import Show

from werkdesk.ui.kit import theme
from werkdesk.ui.kit.buttons import PrimaryButton
from werkdesk.ui.kit.layout import Column
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.pick_field import PickField
from werkdesk.ui.kit.ring import REACH, FocusRing, ring_of
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.text_field import TextField
from werkdesk.ui.kit.tokens import CONTRAST, LIGHT


def ring(qapp: QApplication) -> FocusRing:
    made = ring_of(qapp).ring
    assert made is not None
    return made


def test_the_ring_follows_the_focus(qapp: QApplication, show: Show) -> None:
    first, second = TextField("Een"), TextField("Twee")
    show(first, second)
    first.line.setFocus()
    assert ring(qapp).target is first.line
    second.line.setFocus()
    assert ring(qapp).target is second.line
    assert ring(qapp).isVisible()


def test_the_ring_moves_with_its_field(qapp: QApplication, show: Show) -> None:
    first, second = TextField("Een"), TextField("Twee")
    show(first, second)
    second.line.setFocus()
    before = ring(qapp).mapToGlobal(ring(qapp).rect().center())
    first.hide()
    QApplication.processEvents()
    middle = ring(qapp).mapToGlobal(ring(qapp).rect().center())
    assert middle != before
    assert middle == second.line.mapToGlobal(second.line.rect().center())


def test_the_ring_can_be_seen_on_the_window(qapp: QApplication, show: Show) -> None:
    field = TextField("Een")
    window = show(field)
    field.line.setFocus()
    spot = field.line.mapTo(window, field.line.rect().topLeft())
    middle = spot.x() + field.line.width() // 2
    image = window.grab().toImage()
    assert image.pixelColor(middle, spot.y()) == QColor(LIGHT.ring)
    assert image.pixelColor(middle, spot.y() - 2) == QColor(LIGHT.ring_soft)
    theme.switch(qapp, theme=CONTRAST)
    spot = field.line.mapTo(window, field.line.rect().topLeft())
    column = [window.grab().toImage().pixelColor(middle, spot.y() - up).name().upper() for up in range(1, 6)]
    assert column.count("#FFDD00") == 3


def test_around_a_filled_button_the_ring_keeps_a_gap(qapp: QApplication, show: Show) -> None:
    button = PrimaryButton("Bewaren")
    window = show(button)
    button.setFocus()
    spot = button.mapTo(window, button.rect().topLeft())
    column = [
        window.grab().toImage().pixelColor(spot.x() + button.width() // 2, spot.y() - up).name().upper()
        for up in range(1, 5)
    ]
    assert column[2:] == [LIGHT.ring, LIGHT.ring]
    assert LIGHT.ring not in column[:2]


def test_a_list_that_opens_gets_no_ring_of_its_own(qapp: QApplication, show: Show) -> None:
    pick = PickField("Kanaal", [("balie", "Balie")])
    show(pick)
    pick.box.showPopup()
    qapp.processEvents()
    inside = ring_of(qapp).ring
    assert inside is None or inside.window() is not pick.box.view().window()
    pick.box.hidePopup()


def test_what_gets_the_focus_is_scrolled_into_sight(qapp: QApplication, qtbot: QtBot) -> None:
    fields = [TextField(f"Veld {number}") for number in range(30)]
    scroll = Scroll().put(*fields)
    qtbot.addWidget(scroll)
    scroll.resize(400, 200)
    scroll.show()
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    fields[-1].line.setFocus()
    assert not fields[-1].line.visibleRegion().isEmpty()
    assert scroll.horizontalScrollBar().maximum() == 0


def test_a_closed_window_takes_its_ring_along(qapp: QApplication, qtbot: QtBot) -> None:
    for _ in range(20):
        field = TextField("Een")
        qtbot.addWidget(field)
        field.show()
        field.activateWindow()
        field.line.setFocus()
        field.close()
        field.deleteLater()
        QApplication.processEvents()
    alive = ring_of(qapp).ring
    assert alive is None or alive.target is not None


def test_the_ring_stays_inside_what_scrolls(qapp: QApplication, show: Show) -> None:
    page, tall, holder = Scroll(), QWidget(), QWidget()
    tall.setFixedHeight(400)
    tall.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.put(tall)
    page.setFixedSize(300, 120)
    Column(holder, margins=40).put(page)
    show(holder)
    QApplication.processEvents()
    tall.setFocus()
    made = ring(qapp)
    shown = made.shown.translated(made.mapToGlobal(made.rect().topLeft()))
    view = page.viewport()
    edge = view.mapToGlobal(view.rect().bottomLeft()).y()
    assert made.mapToGlobal(made.rect().bottomLeft()).y() > edge + 100
    assert shown.bottom() <= edge + look().px(REACH)

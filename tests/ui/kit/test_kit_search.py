from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from showing import Show

from werkdesk.ui.kit.hits import Hit, HitsPanel
from werkdesk.ui.kit.search_box import SearchBox
from werkdesk.ui.kit.tokens import Tone

ONE, TWO, THREE = (Hit(number, f"Naam {number}", "12 maart 1985") for number in (1, 2, 3))


@pytest.fixture
def box(show: Show) -> SearchBox:
    made = SearchBox("Zoek")
    window = show(made, QWidget())
    window.resize(800, 600)
    QApplication.processEvents()
    return made


@pytest.fixture
def panel(box: SearchBox) -> HitsPanel:
    window = box.window()
    made = HitsPanel("Gevonden", nothing="Niemand gevonden.", more=lambda count: f"{count} nieuwe")
    made.anchor_to(box, window)
    box.stepped.connect(made.step)
    box.entered.connect(made.open_current)
    made.expect("jan")
    return made


def names(panel: HitsPanel) -> list[object]:
    return [hit.key for hit in panel.model.hits]


def test_each_key_is_told_and_escape_empties(box: SearchBox) -> None:
    typed: list[str] = []
    escaped: list[bool] = []
    box.typed.connect(typed.append)
    box.escaped.connect(lambda: escaped.append(True))
    QTest.keyClicks(box, "ja")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert typed == ["j", "ja", ""]
    assert escaped == [True]
    assert not box.isUndoAvailable()


def test_the_box_clears_itself_when_nobody_types(qtbot: QtBot) -> None:
    box = SearchBox("Zoek", clear_after=20)
    qtbot.addWidget(box)
    QTest.keyClicks(box, "ja")
    qtbot.waitUntil(lambda: box.text() == "")


def test_the_box_never_clears_when_the_setting_says_so(qtbot: QtBot) -> None:
    box = SearchBox("Zoek", clear_after=0)
    qtbot.addWidget(box)
    QTest.keyClicks(box, "ja")
    assert not box._idle.isActive()


def test_the_panel_lies_under_the_box(box: SearchBox, panel: HitsPanel) -> None:
    panel.show_hits("jan", [ONE, TWO])
    assert panel.isVisible()
    assert panel.geometry().top() >= box.geometry().bottom()
    assert panel.geometry().left() == box.geometry().left()
    assert panel.window().rect().contains(panel.geometry())


def test_keys_stay_in_the_box_and_move_the_list(box: SearchBox, panel: HitsPanel) -> None:
    opened: list[object] = []
    panel.opened.connect(opened.append)
    panel.show_hits("jan", [ONE, TWO])
    box.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(box, key)
    assert opened == [2]
    assert box.hasFocus()


def test_an_answer_to_an_older_question_is_dropped(panel: HitsPanel) -> None:
    panel.show_hits("jans", [ONE])
    assert panel.isHidden()
    panel.show_hits("jan", [TWO])
    panel.show_hits("ja", [THREE])
    assert names(panel) == [2]


def test_a_later_answer_never_changes_places(panel: HitsPanel) -> None:
    panel.show_hits("jan", [ONE, TWO])
    panel.step(1)
    renewed = Hit(2, "Naam 2", "verhuisd", (("open: 1 melding", Tone.ACCENT),))
    panel.show_hits("jan", [THREE, renewed], fresh=False)
    assert names(panel) == [1, 2]
    assert panel.model.hits[1] == renewed
    assert panel.list.currentIndex().row() == 1
    assert panel.waiting.isVisible()
    assert panel.waiting.text() == "1 nieuwe"
    panel.waiting.click()
    assert names(panel) == [1, 2, 3]
    assert panel.list.currentIndex().row() == 1
    assert panel.waiting.isHidden()


def test_another_question_starts_anew(panel: HitsPanel) -> None:
    panel.show_hits("jan", [ONE, TWO])
    panel.step(1)
    panel.expect("jans")
    panel.show_hits("jans", [THREE])
    assert names(panel) == [3]
    assert panel.list.currentIndex().row() == 0


def test_nobody_found_is_said_and_nothing_opens(panel: HitsPanel) -> None:
    opened: list[object] = []
    panel.opened.connect(opened.append)
    panel.show_hits("jan", [])
    panel.step(1)
    panel.open_current()
    assert panel.nothing.isVisible()
    assert opened == []


def test_an_empty_question_closes_the_panel(panel: HitsPanel) -> None:
    panel.show_hits("jan", [ONE])
    panel.expect("")
    assert panel.isHidden()
    panel.show_hits("", [ONE])
    assert panel.isHidden()


def test_a_click_opens(panel: HitsPanel) -> None:
    opened: list[object] = []
    panel.opened.connect(opened.append)
    panel.show_hits("jan", [ONE, TWO])
    where = panel.list.visualRect(panel.model.index(1)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened == [2]

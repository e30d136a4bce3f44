from __future__ import annotations

import pytest
from accessibility import name_of, role_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from showing import Show

from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.choices import ChoiceList, TickList
from werkdesk.ui.kit.text_field import TextField

OPTIONS: list[Option | tuple[str, str]] = [
    ("nee", "Nee"),
    ("ww", "WW aangevraagd"),
    Option("ziek", "Ziektewet", key="Z", note="nieuw"),
]


@pytest.fixture
def choice(show: Show) -> ChoiceList:
    made = ChoiceList("Andere uitkering?", OPTIONS)
    show(TextField("Voor"), made, TextField("Na"))
    made.setFocus()
    return made


@pytest.fixture
def ticks(show: Show) -> TickList:
    made = TickList("Verteld", OPTIONS)
    show(made)
    made.setFocus()
    return made


def heard_from(choice: ChoiceList) -> list[str]:
    heard: list[str] = []
    choice.chosen.connect(heard.append)
    return heard


def test_a_digit_answers(choice: ChoiceList) -> None:
    heard = heard_from(choice)
    QTest.keyClicks(choice.rows[0], "2")
    assert choice.value() == "ww"
    assert heard == ["ww"]
    assert choice.rows[1].hasFocus()


def test_a_letter_answers_in_both_cases_and_others_do_not(choice: ChoiceList) -> None:
    heard = heard_from(choice)
    QTest.keyClicks(choice.rows[0], "z")
    QTest.keyClicks(choice.rows[2], "Z3x9")
    assert heard == ["ziek", "ziek"]


def test_arrows_move_without_choosing_and_space_chooses(choice: ChoiceList) -> None:
    QTest.keyClick(choice.rows[0], Qt.Key.Key_Down)
    assert choice.value() == ""
    assert choice.rows[1].hasFocus()
    QTest.keyClick(choice.rows[1], Qt.Key.Key_Space)
    assert choice.value() == "ww"
    QTest.keyClick(choice.rows[1], Qt.Key.Key_Up)
    QTest.keyClick(choice.rows[0], Qt.Key.Key_Up)
    assert choice.rows[2].hasFocus()


def test_the_mouse_chooses_anywhere_in_the_row(choice: ChoiceList) -> None:
    heard = heard_from(choice)
    row = choice.rows[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 5, 5))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert heard == ["ww", "ww"]
    assert choice.value() == "ww"


def test_one_answer_replaces_the_other(choice: ChoiceList) -> None:
    QTest.keyClicks(choice.rows[0], "1")
    QTest.keyClicks(choice.rows[0], "2")
    assert [row.isChecked() for row in choice.rows] == [False, True, False]


def test_tab_stops_once_at_the_chosen_row(choice: ChoiceList) -> None:
    choice.set_value("ww")
    stops = [row for row in choice.rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [choice.rows[1]]
    choice.setFocus()
    QTest.keyClick(choice.rows[1], Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Na"


def test_setting_says_nothing_and_wiping_empties(choice: ChoiceList) -> None:
    heard = heard_from(choice)
    choice.set_value("ziek")
    choice.show_error("Kies een antwoord.")
    choice.wipe()
    assert (choice.value(), choice.error, heard) == ("", "", [])
    choice.set_value("bestaat niet")
    assert choice.value() == ""


def test_a_key_with_ctrl_is_not_an_answer(choice: ChoiceList) -> None:
    heard = heard_from(choice)
    QTest.keyClick(choice.rows[0], Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert heard == []


def test_a_screen_may_press_for_the_list(choice: ChoiceList) -> None:
    assert choice.press("1")
    assert not choice.press("7")
    assert not choice.press("")
    assert choice.value() == "nee"


def test_ticks_hold_together(ticks: TickList) -> None:
    heard: list[tuple[str, ...]] = []
    ticks.changed.connect(heard.append)
    QTest.keyClicks(ticks.rows[0], "2")
    QTest.keyClicks(ticks.rows[1], "1")
    QTest.keyClick(ticks.rows[0], Qt.Key.Key_Space)
    QTest.mouseClick(ticks.rows[2], Qt.MouseButton.LeftButton)
    assert heard == [("ww",), ("nee", "ww"), ("ww",), ("ww", "ziek")]
    assert ticks.values() == ("ww", "ziek")


def test_a_screen_reader_hears_what_kind_of_choice_it_is(choice: ChoiceList, ticks: TickList) -> None:
    choice.set_value("ww")
    assert {role_of(row) for row in choice.rows} == {QAccessible.Role.RadioButton}
    assert {role_of(row) for row in ticks.rows} == {QAccessible.Role.CheckBox}
    assert name_of(choice.rows[2]) == "Ziektewet, nieuw"


def test_long_words_make_the_row_higher(show: Show) -> None:
    choice = ChoiceList("", [("kort", "Nee"), ("lang", "Weet de klant niet " * 12)])
    window = show(choice)
    window.resize(320, 400)
    QApplication.processEvents()
    short, tall = choice.rows
    assert tall.height() >= 3 * short.height()
    assert short.height() >= 32


def test_markup_in_an_answer_stays_text(show: Show) -> None:
    choice = ChoiceList("", [("a", "<b>Jan & Piet</b>")])
    show(choice)
    assert name_of(choice.rows[0]) == "<b>Jan & Piet</b>"


def test_a_note_comes_under_a_word_that_does_not_fit_beside_it(show: Show) -> None:
    rows = ChoiceList(
        "", [Option("a", "Opleidingsovereenkomst", "O", "4 blz."), Option("b", "Kort", "K", "4 blz.")]
    )
    show(rows)
    long_row, short_row = rows.rows
    assert long_row.heightForWidth(600) == short_row.heightForWidth(600)
    assert long_row.heightForWidth(240) > short_row.heightForWidth(240)

"""Columns as wide as their words: who gives up, who goes, and that nothing is cut where there is room."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from werkdesk.ui.kit import theme
from werkdesk.ui.kit.column_fit import Need, fit_columns
from werkdesk.ui.kit.look import Look
from werkdesk.ui.kit.rows_model import TableColumn
from werkdesk.ui.kit.scroll import Scroll
from werkdesk.ui.kit.table import QuietTable
from werkdesk.ui.kit.text_field import TextField


def test_what_is_left_goes_to_the_columns_that_stretch() -> None:
    assert fit_columns(300, [Need(words=100), Need(words=50, stretches=True)]) == [100, 200]


def test_a_column_gets_its_usual_width_where_there_is_room() -> None:
    assert fit_columns(300, [Need(words=40, usual=90), Need(words=50, stretches=True)]) == [90, 210]
    assert fit_columns(100, [Need(words=40, usual=90), Need(words=50, stretches=True)]) == [50, 50]


def test_the_highest_goes_first_and_only_as_many_as_have_to() -> None:
    needs = [Need(words=100, stretches=True), Need(words=60, leaves=1), Need(words=60, leaves=2)]
    assert fit_columns(220, needs) == [100, 60, 60]
    assert fit_columns(200, needs) == [140, 60, 0]
    assert fit_columns(120, needs) == [120, 0, 0]


def test_the_widest_that_stretches_gives_up_first_and_not_below_its_least() -> None:
    needs = [
        Need(words=80),
        Need(words=200, stretches=True, least=60),
        Need(words=90, stretches=True, least=60),
    ]
    assert fit_columns(300, needs) == [80, 130, 90]
    assert fit_columns(220, needs) == [80, 70, 70]
    assert sum(fit_columns(150, needs)) == 150


@pytest.mark.parametrize("room", range(0, 700, 37))
def test_the_columns_fill_the_room_and_never_more(room: int) -> None:
    needs = [
        Need(words=90, usual=120, least=40),
        Need(words=210, stretches=True, least=60),
        Need(words=130, usual=140, leaves=1),
    ]
    widths = fit_columns(room, needs)
    assert sum(widths) == max(room, 100)


@dataclass(frozen=True, slots=True)
class Row:
    """One line."""

    name: str
    day: str = "di 13-10-2026"
    owner: str = "F. Balie"


COLUMNS = (
    TableColumn("Uiterlijk", lambda row: row.day, 136, "strong", short=lambda row: row.day[3:8]),
    TableColumn("Klant", lambda row: row.name),
    TableColumn("Eigenaar", lambda row: row.owner, 120, "soft", leaves=1),
)


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()


def table(qtbot: QtBot, width: int, *rows: Row) -> QuietTable:
    made = QuietTable("Lijst", COLUMNS, key=lambda row: row.name)
    made.show_rows(rows)
    shown(qtbot, made, width, 300)
    return made


def test_a_column_goes_before_words_become_short(qtbot: QtBot) -> None:
    made = table(qtbot, 420, Row("Woldeyesus-Haile, L."))
    assert not any(made.isColumnHidden(number) for number in range(3))
    made.resize(310, 300)
    assert made.isColumnHidden(2)
    assert made.rows.data(made.rows.index(0, 0)) == "di 13-10-2026"
    made.resize(250, 300)
    assert made.rows.data(made.rows.index(0, 0)) == "13-10"


def test_a_column_stays_wide_when_its_widest_row_goes(qtbot: QtBot) -> None:
    made = table(qtbot, 600, Row("A", owner="V. Overbeek-Vo"), Row("B"))
    wide = made.columnWidth(2)
    made.show_rows([Row("B")])
    assert made.columnWidth(2) == wide
    made.show_rows([Row("B", owner="V. Overbeek-Voorbe")])
    assert made.columnWidth(2) > wide


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_letters_of_another_size_are_measured_anew(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    made = table(qtbot, 900, Row("Haddad, S. el"))
    theme.apply(qapp, Look(scale=scale))
    assert made.columnWidth(0) == round(136 * scale)


def test_a_column_can_be_left_out(qtbot: QtBot) -> None:
    made = table(qtbot, 600, Row("A"))
    made.show_column(2, False)
    assert made.isColumnHidden(2)
    made.show_column(2, True)
    assert not made.isColumnHidden(2)


def test_a_page_follows_the_chosen_row_and_not_the_whole_table(qtbot: QtBot) -> None:
    page = Scroll()
    made = QuietTable("Lijst", COLUMNS, key=lambda row: row.name)
    made.show_rows([Row(str(number)) for number in range(12)])
    made.setMinimumHeight(made.full_height())
    above = QWidget()
    above.setFixedHeight(60)
    page.put(above, made)
    shown(qtbot, page, 500, 260)
    page.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    assert page.verticalScrollBar().value() == 0
    made.selectRow(11)
    row = made.visualRect(made.currentIndex())
    bottom = made.viewport().mapTo(page.viewport(), row.bottomLeft()).y()
    assert 0 < bottom <= page.viewport().height()
    assert page.verticalScrollBar().value() > 0


def test_a_line_shows_where_a_page_goes_on(qtbot: QtBot) -> None:
    page = Scroll()
    high = QWidget()
    high.setFixedHeight(900)
    page.put(high)
    shown(qtbot, page, 300, 200)
    above, below = page.edges
    assert (above.isVisible(), below.isVisible()) == (False, True)
    page.verticalScrollBar().setValue(100)
    assert (above.isVisible(), below.isVisible()) == (True, True)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert (above.isVisible(), below.isVisible()) == (True, False)
    high.setFixedHeight(50)
    QApplication.processEvents()
    assert (above.isVisible(), below.isVisible()) == (False, False)


@pytest.mark.parametrize("start", [0, 400])
def test_a_field_comes_into_sight_with_its_label(qtbot: QtBot, start: int) -> None:
    page = Scroll()
    field = TextField("KvK-nummer", hint="8 cijfers")
    above, below = QWidget(), QWidget()
    above.setFixedHeight(160)
    below.setFixedHeight(500)
    page.put(above, field, below)
    shown(qtbot, page, 400, 140)
    page.activateWindow()
    page.verticalScrollBar().setValue(start)
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    top = field.mapTo(page.viewport(), QPoint()).y()
    assert top >= 0
    assert top + field.height() <= page.viewport().height()

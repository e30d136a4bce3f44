from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from showing import Show

from tests.searching import examples
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.rows_model import RowsModel, TableColumn
from werkdesk.ui.kit.table import QuietTable


@dataclass(frozen=True)
class Ticket:
    number: int
    words: str = ""


COLUMNS = (
    TableColumn("Nummer", lambda row: str(row.number)),
    TableColumn("Vraag", lambda row: row.words, 120),
)
ROWS = st.lists(
    st.tuples(st.integers(0, 30), st.text(max_size=2)), unique_by=lambda pair: pair[0], max_size=25
).map(lambda pairs: [Ticket(*pair) for pair in pairs])


@settings(max_examples=examples(150), deadline=None)
@given(first=ROWS, second=ROWS)
def test_any_list_follows_any_other_and_each_row_is_found_back(
    first: list[Ticket], second: list[Ticket]
) -> None:
    model = RowsModel(COLUMNS, lambda row: row.number)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace(first)
    held = {row.number: QPersistentModelIndex(model.index(place, 1)) for place, row in enumerate(first)}
    model.replace(second)
    assert list(model.rows) == second
    for place, row in enumerate(second):
        if row.number in held:
            assert held[row.number].row() == place
    for number, index in held.items():
        assert index.isValid() == any(row.number == number for row in second)
    del tester


def test_equal_rows_cause_no_signal() -> None:
    model = RowsModel(COLUMNS, lambda row: row.number)
    model.replace([Ticket(1), Ticket(2)])
    heard: list[str] = []
    model.dataChanged.connect(lambda *_: heard.append("data"))
    model.layoutChanged.connect(lambda *_: heard.append("layout"))
    model.rowsInserted.connect(lambda *_: heard.append("inserted"))
    model.replace([Ticket(1), Ticket(2)])
    assert heard == []
    model.replace([Ticket(1), Ticket(2, "nieuw")])
    assert heard == ["data"]


def table(show: Show) -> QuietTable:
    made = QuietTable("Wachtend", COLUMNS, key=lambda row: row.number, nothing="Er wacht niemand.")
    made.setFixedHeight(200)
    show(made)
    made.show_rows([Ticket(number) for number in range(100)])
    return made


def test_what_is_chosen_and_where_it_is_scrolled_stays(show: Show) -> None:
    made = table(show)
    made.choose(50)
    made.scrollTo(made.rows.index(50, 0))
    before = made.verticalScrollBar().value()
    made.show_rows([Ticket(number, "anders") for number in range(100)])
    assert made.chosen() == Ticket(50, "anders")
    assert made.verticalScrollBar().value() == before


def test_a_chosen_row_that_leaves_does_not_jump_to_a_stranger_unseen(show: Show) -> None:
    made = table(show)
    made.choose(3)
    heard: list[object] = []
    made.picked.connect(heard.append)
    made.show_rows([Ticket(number) for number in range(100) if number != 3])
    assert made.chosen() != Ticket(3)
    assert heard


def test_enter_and_double_click_open(show: Show) -> None:
    made = table(show)
    heard: list[Ticket] = []
    made.opened.connect(heard.append)
    made.setFocus()
    made.choose(0)
    QTest.keyClick(made, Qt.Key.Key_Down)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert heard == [Ticket(1)]
    where = made.visualRect(made.rows.index(2, 0)).center()
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(made.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert heard == [Ticket(1), Ticket(2)]


def test_an_unknown_key_chooses_nothing(show: Show) -> None:
    made = table(show)
    assert not made.choose(1000)
    assert made.chosen() is None


def _inks(table: QuietTable, top: int, bottom: int) -> set[int]:
    """Colours between two heights of the rows."""
    image = table.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    heights = range(round(top * ratio), round(bottom * ratio))
    return {image.pixel(x, y) for y in heights for x in range(0, image.width(), 2)}


def test_half_a_row_is_not_shown(show: Show) -> None:
    table = QuietTable("Wachtend", COLUMNS, key=lambda row: row.number)
    show(table)
    table.show_rows([Ticket(number, "Bijstand") for number in range(9)])
    row = look().row_height
    table.resize(400, table.horizontalHeader().height() + 2 * row + row // 2)
    assert len(_inks(table, row, 2 * row)) > 1
    assert len(_inks(table, 2 * row, table.viewport().height())) == 1


def test_the_sentence_of_an_empty_table_shows_the_focus(show: Show) -> None:
    table = QuietTable("Wachtend", COLUMNS, key=lambda row: row.number, nothing="Er wacht niemand.")
    show(table)
    table.setFocus()
    ring = look().color("ring").rgb()
    assert ring in _inks(table, 0, table.viewport().height())
    table.clearFocus()
    assert ring not in _inks(table, 0, table.viewport().height())

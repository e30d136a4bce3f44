"""The reception: numbers in three keys, one key to call, and nothing that moves by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from driving import Driver
from fake_desk import FakeDesk, busy_morning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from werkdesk.domain.bezoek import BezoekReden, BezoekStatus
from werkdesk.errors import Unavailable
from werkdesk.ui.kit.choices import DIGITS, ChoiceList
from werkdesk.ui.kit.theme import switch
from werkdesk.ui.screens.hal import rows
from werkdesk.usecases.changes import Changes, Topic


def numbers(driver: Driver) -> list[str]:
    return [row.nummer for row in driver.work.hal.queue.rows.rows]


def test_three_keys_give_a_number(at_work: Driver) -> None:
    at_work.press("Ctrl+T")
    at_work.press("5")
    at_work.press("Return")
    assert at_work.desk.asked[-1] == "ticket stukken"
    assert "A320" in at_work.notice
    assert "A320" in numbers(at_work)
    assert at_work.work.ticket.isHidden()


def test_enter_alone_gives_a_number_for_bijstand(at_work: Driver) -> None:
    at_work.press("Ctrl+T")
    at_work.press("Return")
    assert at_work.desk.asked[-1] == "ticket bijstand"


def test_a_number_with_urgency_stands_first(at_work: Driver) -> None:
    at_work.press("Ctrl+T")
    at_work.press("S")
    at_work.press("Return")
    new = next(visit for visit in at_work.desk.visits.values() if visit.nummer == "A320")
    assert new.voorrang == "spoed"


def test_escape_closes_the_panel_and_goes_back_to_the_queue(at_work: Driver) -> None:
    at_work.press("Ctrl+T")
    at_work.press("Escape")
    assert at_work.work.ticket.isHidden()
    assert at_work.work.hal.queue.hasFocus()
    assert not any(asked.startswith("ticket") for asked in at_work.desk.asked)


def test_each_button_says_whom_it_calls(at_work: Driver) -> None:
    hal = at_work.work.hal
    assert "A318" in hal.call_button.text()
    assert not hal.row_button.isVisible()
    other = next(row for row in hal.queue.rows.rows if row.nummer != "A318")
    top = hal.queue.y()
    hal.queue.choose(other.id)
    at_work.settle()
    assert "A318" in hal.call_button.text()
    assert (hal.row_button.text(), hal.row_button.isVisible()) == (f"Roep {other.nummer} op", True)
    assert hal.queue.y() == top
    hal.row_button.click()
    at_work.settle()
    assert at_work.desk.calls[-1].nummer == other.nummer


def test_the_button_says_that_the_visit_of_now_comes_first(at_work: Driver) -> None:
    at_work.press("F8")
    at_work.work.frame.go("hal")
    at_work.settle()
    assert at_work.work.hal.call_button.text() == "Nog bezig met A318"
    assert not at_work.work.hal.row_button.isVisible()


def test_f8_calls_whoever_is_first_and_opens_the_visit(at_work: Driver) -> None:
    assert "A318" in at_work.work.hal.call_button.text()
    at_work.press("F8")
    assert at_work.desk.calls[-1].nummer == "A318"
    assert at_work.here.startswith("bezoek:")
    assert at_work.window.windowTitle().startswith("Elhamdaoui-van den Berg, S. – 12-03-1985")
    assert "A318" in at_work.notice


def test_two_fast_presses_call_one_visitor(at_work: Driver) -> None:
    at_work.work.calls.call_next()
    at_work.work.calls.call_next()
    at_work.settle()
    assert at_work.desk.asked.count("call") == 1


def test_a_second_visitor_is_not_called_while_one_is_at_the_desk(at_work: Driver) -> None:
    at_work.press("F8")
    at_work.press("F8")
    assert at_work.desk.asked.count("call") == 1
    assert "A318" in at_work.notice


def test_a_call_can_be_taken_back(at_work: Driver) -> None:
    at_work.press("F8")
    at_work.press("Ctrl+Shift+F9")
    assert at_work.here == "hal"
    assert "A318" in numbers(at_work)
    assert at_work.work.calls.bezoek is None


def test_the_third_call_says_what_to_do(at_work: Driver) -> None:
    at_work.press("F8")
    at_work.press("Shift+F8")
    assert "2e keer" in at_work.notice
    at_work.press("Shift+F8")
    assert "Ctrl+F8" in at_work.notice


def test_a_no_show_can_be_undone(at_work: Driver) -> None:
    at_work.press("F8")
    at_work.press("Ctrl+F8")
    assert at_work.here == "hal"
    visit = next(visit for visit in at_work.desk.visits.values() if visit.nummer == "A318")
    assert visit.status is BezoekStatus.NIET_VERSCHENEN
    at_work.press("Ctrl+Shift+F9")
    assert at_work.here == f"bezoek:{visit.id}"


def test_a_visitor_who_comes_back_is_parked_with_a_note(at_work: Driver) -> None:
    at_work.press("F8")
    at_work.press("Shift+F9")
    at_work.type("zoekt paspoort")
    at_work.press("Return")
    assert at_work.desk.asked[-1] == "park zoekt paspoort"
    assert at_work.here == "hal"
    assert any("zoekt paspoort" in row.option.text for row in at_work.work.hal.later.rows)


def test_a_note_that_is_too_long_stays_with_its_sentence(at_work: Driver) -> None:
    at_work.press("F8")
    at_work.press("Shift+F9")
    at_work.work.parking.note.set_value("x" * 301)
    at_work.press("Return")
    assert at_work.work.parking.note.error
    assert not at_work.work.parking.isHidden()
    assert at_work.here.startswith("bezoek:")


def test_a_digit_goes_on_with_who_is_back(at_work: Driver) -> None:
    at_work.press("Ctrl+Shift+F8")
    at_work.press("2")
    assert at_work.desk.asked[-1] == "resume"
    assert at_work.here.startswith("bezoek:")
    assert at_work.work.calls.bezoek is not None
    assert at_work.work.calls.bezoek.nummer == "A311"


def test_enter_on_a_line_calls_out_of_turn(at_work: Driver) -> None:
    at_work.press("Down")
    at_work.press("Return")
    assert at_work.desk.calls[-1].nummer == "A314"


def test_waits_tick_while_rows_and_choice_stay(at_work: Driver) -> None:
    at_work.press("Down")
    before = numbers(at_work)
    waits = [row.wacht for row in at_work.work.hal.queue.rows.rows]
    at_work.desk.now += timedelta(seconds=61)
    at_work.work.tick()
    assert numbers(at_work) == before
    assert [row.wacht for row in at_work.work.hal.queue.rows.rows] != waits
    assert at_work.work.hal.queue.chosen().nummer == "A314"


def test_a_number_that_another_desk_calls_leaves_no_other_line_chosen(at_work: Driver) -> None:
    at_work.press("Down")
    gone = at_work.work.hal.queue.chosen()
    visit = at_work.desk.visits[gone.id]
    at_work.desk.visits[gone.id] = replace(visit, status=BezoekStatus.AAN_BALIE, balie=1)
    at_work.tasks.changed.emit(Changes(Topic.BEZOEK))
    at_work.settle()
    assert gone.nummer not in numbers(at_work)
    before = at_work.desk.asked.count("call")
    chosen = at_work.work.hal.queue.chosen()
    at_work.press("Return")
    assert at_work.desk.asked.count("call") == before + (chosen is not None)


def test_a_visitor_whom_another_desk_has_is_not_opened_here(at_work: Driver) -> None:
    first = at_work.work.hal.queue.rows.rows[0]
    visit = at_work.desk.visits[first.id]
    at_work.desk.visits[first.id] = replace(visit, balie=2, status=BezoekStatus.AAN_BALIE)
    at_work.work.calls.call(first.id, first.nummer)
    at_work.settle()
    assert at_work.here == "hal"
    assert "Balie 2" in at_work.notice


def test_a_failing_call_says_so_and_nothing_opens(at_work: Driver) -> None:
    at_work.desk.fail = Unavailable("schijf.vol")
    at_work.press("F8")
    assert at_work.here == "hal"
    assert "vol" in at_work.notice
    at_work.press("F8")
    assert at_work.here.startswith("bezoek:")


def test_the_rail_counts_who_waits(at_work: Driver) -> None:
    assert at_work.work.frame.rail.items["hal"].count == "7 wachten"
    at_work.press("F8")
    assert at_work.work.frame.rail.items["hal"].count == "6 wachten"


def test_an_empty_reception_says_what_to_do(open_desk: object) -> None:
    driver = open_desk(FakeDesk())  # type: ignore[operator]
    driver.sign_in()
    assert not driver.work.hal.call_button.isEnabled()
    assert driver.work.frame.rail.items["hal"].count == ""
    driver.press("F8")
    assert driver.notice == "Er wacht niemand."


def test_after_a_restart_the_desk_goes_on_with_its_visit(open_desk: object) -> None:
    desk = busy_morning()
    visit = desk.put(
        "A330", BezoekReden.BIJSTAND, "10:00:00", status=BezoekStatus.AAN_BALIE, balie=3, oproepen=1
    )
    desk.own_visit = visit
    driver = open_desk(desk)  # type: ignore[operator]
    driver.sign_in()
    assert driver.here == f"bezoek:{visit.id}"
    assert driver.work.calls.bezoek == visit


@pytest.mark.parametrize("count", [0, 1, 30])
def test_the_first_ten_who_come_back_have_a_digit_of_their_own(qtbot: QtBot, count: int) -> None:
    desk = FakeDesk()
    for number in range(count):
        desk.put(f"A3{number:02}", BezoekReden.BIJSTAND, "09:00:00", status=BezoekStatus.GEPARKEERD)
    shown = ChoiceList("", rows.later_options(desk.hal()))
    qtbot.addWidget(shown)
    keys = [row.key for row in shown.rows]
    assert "".join(keys) == DIGITS[:count]


def test_a_number_that_sits_at_another_desk_does_not_hold_up_the_next(at_work: Driver) -> None:
    at_work.press("F8")
    (place,) = at_work.desk.places
    assert place.opening.bezoek is not None
    place.host.let_go(place.opening.bezoek.id)
    at_work.press("F8")
    assert at_work.desk.asked.count("call") == 2
    assert at_work.desk.calls[-1].nummer != place.opening.bezoek.nummer


def test_a_chosen_row_does_not_make_the_window_wider_at_200_percent(at_work: Driver) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    switch(app, scale=2.0)
    at_work.settle()
    hal = at_work.work.hal
    other = next(row for row in hal.queue.rows.rows if row.nummer != "A318")
    hal.queue.choose(other.id)
    at_work.settle()
    assert hal.row_button.isVisible()
    assert at_work.window.width() == 1440
    switch(app, scale=1.0)

"""Keys typed before the place is there wait for it, in order; or go nowhere when it does not come."""

from __future__ import annotations

from driving import Driver
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from real_visits import RealVisits
from visit_desk import SANNE, YONAS

from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.errors import Refused
from werkdesk.ui.teksten import frame as t


def at_once(driver: Driver, *keys: str) -> None:
    """Faster than any answer: nothing is waited for between two keys. A word is typed, a key is pressed."""
    for key in keys:
        if key[:1].isupper():
            pressed = QKeySequence(key)[0]
            QTest.keyClick(driver.focus(), pressed.key(), pressed.keyboardModifiers())
        else:
            QTest.keyClicks(driver.focus(), key)


def let_go(driver: Driver, desk: RealVisits) -> None:
    desk.gate.set()
    driver.settle()
    driver.qtbot.waitUntil(lambda: not driver.work.ahead.is_waiting)
    driver.settle()


def test_keys_after_a_fast_search_go_to_who_was_found(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F8")
    visit = desk.shown
    desk.gate.clear()
    at_once(at_work, "F3", "tesfay", "Return", "Ctrl+I", "p7731")
    let_go(at_work, desk)
    assert visit.panels.shown is None
    assert desk.shown.klant == YONAS.id
    shown = desk.shown.panels.shown
    assert shown is desk.shown.panels.by_command["klant.identiteit"]
    assert shown.last_four.value() == "7731"  # type: ignore[attr-defined]
    assert not at_work.work.search.panel.isVisible()


def test_digits_after_a_fast_save_answer_the_intake(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F8")
    at_work.press("Ctrl+N")
    at_work.press("Space")
    at_work.type("0612345678")
    desk.gate.clear()
    at_once(at_work, "Ctrl+Return", "1", "2")
    let_go(at_work, desk)
    (intake,) = desk.visit.desk.all(Intake)
    assert len(intake.antwoorden) == 2
    klant = desk.visit.desk.get(Klant, SANNE.id)
    assert klant is not None
    assert str(klant.feiten.telefoon) == "+31612345678"
    assert desk.shown.parts.melding.fields.text_of("telefoon") == "06-12 34 56 78"  # type: ignore[attr-defined]


def test_a_save_that_is_refused_gives_the_keys_to_nobody(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F8")
    at_work.press("Ctrl+N")
    at_work.press("Space")
    at_work.type("0612345678")
    desk.visit.fail["record_melding"] = Refused("telefoon.vorm", field="telefoon")
    before = desk.shown.parts.melding.fields.text_of("telefoon")  # type: ignore[attr-defined]
    at_once(at_work, "Ctrl+Return", "1", "2")
    let_go(at_work, desk)
    assert at_work.notice == t.NIET_GEBRUIKT
    assert desk.shown.parts.melding.fields.text_of("telefoon") == before  # type: ignore[attr-defined]
    at_work.type("9")
    assert desk.shown.parts.melding.fields.text_of("telefoon").endswith("9")  # type: ignore[attr-defined]


def test_enter_on_several_people_gives_the_keys_to_nobody(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F8")
    desk.gate.clear()
    at_once(at_work, "F3", "e", "Return", "Ctrl+I", "p7731")
    let_go(at_work, desk)
    assert len(desk.screens) == 1
    assert desk.shown.panels.shown is None
    assert at_work.notice == t.NIET_GEBRUIKT
    assert at_work.work.frame.box.text() == "e"


def test_a_question_nobody_read_yet_gets_no_answer_from_keys_that_waited(
    at_work: Driver, desk: RealVisits
) -> None:
    desk.visit.asks_why = True
    desk.gate.clear()
    at_once(at_work, "F3", "tesfay", "Return", "Ctrl+I", "p1")
    let_go(at_work, desk)
    assert desk.shown.dossier is None
    assert at_work.notice == t.NIET_GEBRUIKT


def test_the_reason_may_be_typed_ahead(at_work: Driver, desk: RealVisits) -> None:
    desk.visit.asks_why = True
    desk.gate.clear()
    at_once(at_work, "F3", "tesfay", "Return", "1", "Ctrl+I")
    let_go(at_work, desk)
    assert desk.shown.dossier is not None
    assert desk.shown.panels.shown is desk.shown.panels.by_command["klant.identiteit"]


def test_nothing_that_waits_is_played_after_the_desk_locks(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F8")
    desk.gate.clear()
    at_once(at_work, "F3", "tesfay", "Return", "Ctrl+I")
    at_work.window.lock()
    let_go(at_work, desk)
    assert all(screen.panels.shown is None for screen in desk.screens)

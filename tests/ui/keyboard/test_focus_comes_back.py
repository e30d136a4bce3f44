"""Who lends the focus gives it back: digits of the intake answer the question one left, and nothing else."""

from __future__ import annotations

from driving import Driver
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from real_visits import RealVisits
from visit_desk import SANNE

from werkdesk.domain.intake import Intake
from werkdesk.ui.screens.bezoek import pages
from werkdesk.ui.screens.intake.panel import IntakePanel

WAYS_AND_BACK = (
    ("F5", "Esc"), ("F5", "Ctrl+1"), ("F7", "Esc"), ("Ctrl+P", "Esc"), ("F3", "Esc"), ("Ctrl+1",),
    ("Ctrl+I", "Esc"), ("Ctrl+Shift+H", "Ctrl+1"),
)  # fmt: skip


def at_third_question(driver: Driver, desk: RealVisits) -> IntakePanel:
    """A melding is kept and two questions have an answer."""
    driver.press("F8")
    driver.press("Ctrl+N")
    driver.press("Space")
    driver.type("0612345678")
    driver.press("Ctrl+Return")
    driver.type("1")
    driver.type("2")
    intake = desk.shown.parts.intake
    assert isinstance(intake, IntakePanel)
    assert answered(desk) == 2
    assert intake.form is not None
    assert intake.form.place == 2
    return intake


def answered(desk: RealVisits) -> int:
    kept = desk.visit.desk.all(Intake)
    return len(kept[0].antwoorden) if kept else 0


def phone(desk: RealVisits) -> str:
    return desk.shown.parts.melding.fields.text_of("telefoon")  # type: ignore[attr-defined]


def test_the_focus_goes_back_to_the_question_one_left(at_work: Driver, desk: RealVisits) -> None:
    intake = at_third_question(at_work, desk)
    number, told = phone(desk), desk.shown.parts.melding.fields.text_of("uitleg")  # type: ignore[attr-defined]
    for away in WAYS_AND_BACK:
        for key in away:
            at_work.press(key)
        assert intake.isAncestorOf(at_work.focus()), away
    at_work.press("F5")
    intake._show()  # as a colleague's answer would: the question is built anew
    at_work.settle()
    at_work.press("Esc")
    at_work.type("1")
    assert answered(desk) == 3
    assert phone(desk) == number
    assert desk.shown.parts.melding.fields.text_of("uitleg") == told  # type: ignore[attr-defined]


def test_a_colleague_goes_on_at_the_first_open_question(at_work: Driver, desk: RealVisits) -> None:
    at_third_question(at_work, desk)
    at_work.work.close_place(desk.shown)
    at_work.settle()
    at_work.press("F3")
    at_work.type("elham")
    at_work.press("Return")
    intake = desk.shown.parts.intake
    assert len(desk.screens) == 2
    assert intake.isAncestorOf(at_work.focus())
    at_work.type("1")
    assert answered(desk) == 3


def test_a_printed_paper_is_followed_by_what_was_told(at_work: Driver, desk: RealVisits) -> None:
    intake = at_third_question(at_work, desk)
    at_work.press("Ctrl+P")
    at_work.press("Return")
    assert desk.shown.page == pages.WORK
    assert not intake.isAncestorOf(at_work.focus())
    assert desk.shown.parts.melding.fields.told.isAncestorOf(at_work.focus())  # type: ignore[attr-defined]


def test_a_dossier_that_loads_later_takes_nothing_from_the_search_box(
    at_work: Driver, desk: RealVisits
) -> None:
    desk.gate.clear()
    QTest.keyClick(at_work.focus(), Qt.Key.Key_F8)
    at_work.qtbot.waitUntil(lambda: bool(desk.screens))
    box = at_work.work.frame.box
    QTest.keyClick(at_work.focus(), Qt.Key.Key_F3)
    assert box.hasFocus()
    QTest.keyClicks(box, "te")
    desk.gate.set()
    at_work.settle()
    assert desk.shown.dossier is not None
    assert box.hasFocus()
    QTest.keyClicks(at_work.focus(), "sfay")
    at_work.settle()
    assert box.text() == "tesfay"


def test_the_list_of_a_search_goes_when_the_hands_do(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F3")
    at_work.type("tesf")
    assert at_work.work.search.panel.isVisible()
    at_work.press("F8")
    desk.shown.came()
    at_work.settle()
    assert not at_work.work.search.panel.isVisible()
    assert SANNE.id == desk.shown.klant
    assert QApplication.focusWidget() is not at_work.work.frame.box

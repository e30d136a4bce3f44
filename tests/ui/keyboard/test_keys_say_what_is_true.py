"""What a key says and does is true wherever it is pressed."""

from __future__ import annotations

from dataclasses import replace

from driving import Driver
from fake_desk import dates
from real_visits import RealVisits
from visit_desk import SANNE, YONAS

from werkdesk.domain.bezoek import BezoekReden
from werkdesk.domain.intake import Intake
from werkdesk.domain.melding import Melding
from werkdesk.ui.screens.bezoek import pages
from werkdesk.ui.screens.intake.panel import IntakePanel
from werkdesk.ui.teksten import zoeken
from werkdesk.ui.texts import explain_code


def other_dossier(driver: Driver, desk: RealVisits) -> None:
    """A visit is open, and then the dossier of somebody else."""
    driver.press("F8")
    driver.press("F3")
    driver.type("tesfay")
    driver.press("Return")
    assert desk.shown.klant == YONAS.id


def test_a_visit_that_is_open_elsewhere_is_named_with_the_way_to_it(
    at_work: Driver, desk: RealVisits
) -> None:
    other_dossier(at_work, desk)
    at_work.press("Ctrl+F9")
    assert at_work.notice == "A314 staat nog open. Met Ctrl+1 gaat u erheen."
    at_work.press("Shift+F9")
    assert "A314" in at_work.work.parking.who_goes.text()
    at_work.press("Esc")
    at_work.press("Ctrl+1")
    assert at_work.here.startswith("bezoek:")


def test_who_sits_at_the_desk_is_always_number_one(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F3")
    at_work.type("tesfay")
    at_work.press("Return")
    at_work.press("F8")
    at_work.press("Ctrl+2")
    assert at_work.here == f"klant:{YONAS.id}"
    at_work.press("Ctrl+1")
    assert at_work.here.startswith("bezoek:")
    order = [name for name in at_work.work.frame.rail.items if name.startswith(("bezoek:", "klant:"))]
    shown = sorted(order, key=lambda name: at_work.work.frame.rail.items[name].y())
    assert shown[0].startswith("bezoek:")


def test_after_a_call_is_taken_back_enter_calls_the_same_number(at_work: Driver, desk: RealVisits) -> None:
    desk.put("A914", BezoekReden.BIJSTAND, "09:58:00")
    at_work.work.hal.refresh()
    at_work.settle()
    at_work.press("F8")
    at_work.press("Ctrl+Shift+H")
    assert at_work.work.hal.queue.chosen().nummer == "A914"
    at_work.press("Ctrl+Z")
    assert at_work.work.hal.queue.chosen().nummer == "A314"


def test_who_alone_comes_back_is_taken_up_at_once(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F8")
    at_work.press("Shift+F9")
    at_work.press("Return")
    assert at_work.here == "hal"
    at_work.press("Ctrl+Shift+F8")
    assert at_work.here.startswith("bezoek:")


def test_the_alarm_key_says_where_the_alarm_is(at_work: Driver) -> None:
    for key, word in (("Ctrl+F12", "knop onder de balie"), ("Ctrl+M", "geen weekplan")):
        at_work.press(key)
        assert word in at_work.notice
    card = [words for _, keys in at_work.work.commands.card() for _, words in keys]
    assert not any("waarschuwen" in words or words == "Weekplan" for words in card)


def test_search_first_goes_once_one_searched(at_work: Driver) -> None:
    at_work.press("Ctrl+Shift+N")
    assert at_work.notice == zoeken.EERST_ZOEKEN
    at_work.type("tesfay")
    assert at_work.notice == ""


def test_a_note_with_a_hidden_sign_says_so_and_takes_no_digits(at_work: Driver, desk: RealVisits) -> None:
    at_work.press("F8")
    at_work.press("Ctrl+N")
    at_work.press("Space")
    at_work.press("Ctrl+Return")
    intake = desk.shown.parts.intake
    assert isinstance(intake, IntakePanel)
    at_work.press("Tab")
    intake.note.edit.insertPlainText("\u202eabc")
    at_work.settle()
    assert intake.note.error == explain_code("tekst.tekens")
    intake.begin()
    at_work.type("1")
    at_work.type("2")
    assert intake.note.error == explain_code("tekst.tekens")
    assert intake.note.value() == "\u202eabc"
    assert not desk.visit.desk.all(Intake)
    intake.note.edit.setPlainText("abc")
    at_work.type("1")
    (kept,) = desk.visit.desk.all(Intake)
    assert [one.tekst for one in kept.antwoorden.values()] == ["abc"]


def test_an_explanation_on_paper_goes_back_to_the_list_where_it_was_asked(
    at_work: Driver, desk: RealVisits
) -> None:
    at_work.press("F8")
    at_work.press("Ctrl+N")
    at_work.press("Space")
    at_work.press("Ctrl+Return")
    (melding,) = desk.visit.desk.all(Melding)
    term = melding.termijnen[0]
    desk.termijnen = (replace(dates()[0], melding=melding.id, klant_id=SANNE.id, termijn=term),)
    at_work.work.close_place(desk.shown)
    at_work.work.frame.go("termijnen")
    at_work.settle()
    table = at_work.work.termijnen.table
    table.setFocus()
    for _ in range(2):
        at_work.press("F1")
        at_work.press("Ctrl+P")
        assert desk.shown.page == pages.PREVIEW
        at_work.press("Esc")
        assert at_work.here == "termijnen"
        assert table.hasFocus()
        assert at_work.work.frame.open_names() == ()

"""The one search box: as you type, never the wrong person, and a new person only after a search."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from driving import Driver
from fake_desk import people
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from werkdesk.ui.dossier.found_person import born
from werkdesk.ui.frame.opening import TypedFacts
from werkdesk.ui.screens.zoeken.actions import Answer
from werkdesk.ui.screens.zoeken.facts import read_facts
from werkdesk.ui.screens.zoeken.rows import as_hit
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.overzichten import KlantHit


def hits(driver: Driver) -> list[str]:
    return [hit.name for hit in driver.work.search.panel.model.hits]


def answer(driver: Driver, text: str) -> Answer:
    found = driver.desk.search(text)
    return Answer(text, found, (), TypedFacts(tekst=text))


def test_results_come_from_the_first_character(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("j")
    assert hits(at_work) == ["Jansen, P.", "Jansen-Yılmaz, A."]
    assert at_work.work.search.panel.isVisible()


def test_a_line_tells_two_people_apart(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("elham")
    line = at_work.work.search.panel.model.hits[0].line
    assert line == "12-03-1985 · Laan der Kroon 12 B, 1181 AB Amstelveen · •••••3653"


def test_what_runs_and_what_waits_stand_on_the_line() -> None:
    hit = as_hit(_hit(open_meldingen=2, onverzonden=True))
    assert [word for word, _ in hit.chips] == ["open: 2 meldingen", "nog niet verzonden"]


def test_unknown_parts_of_a_birth_date_stay_unknown() -> None:
    assert born("19910000") == "00-00-1991"
    assert born("00000000") == born("") == "geboortedatum onbekend"


def test_enter_opens_the_only_hit_and_empties_the_box(at_work: Driver) -> None:
    at_work.press("Ctrl+K")
    at_work.type("tesfay")
    at_work.press("Return")
    assert at_work.here == f"klant:{UUID(int=504)}"
    assert at_work.work.frame.box.text() == ""
    assert at_work.work.search.panel.isHidden()


def test_down_moves_and_enter_opens_what_is_chosen(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("jansen")
    at_work.press("Down")
    at_work.press("Return")
    assert at_work.here == f"klant:{UUID(int=503)}"


def test_enter_before_the_answer_opens_the_answer_and_not_an_older_row(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("jansen")
    box = at_work.work.frame.box
    box.setText("tesfay")
    box.typed.emit("tesfay")
    QTest.keyClick(box, Qt.Key.Key_Return)
    at_work.settle()
    assert at_work.here == f"klant:{UUID(int=504)}"


def test_enter_before_an_answer_of_several_only_shows_them(at_work: Driver) -> None:
    at_work.press("F3")
    box = at_work.work.frame.box
    box.setText("jansen")
    box.typed.emit("jansen")
    QTest.keyClick(box, Qt.Key.Key_Return)
    at_work.settle()
    assert at_work.here == "hal"
    assert len(hits(at_work)) == 2


def test_rows_stay_while_a_hand_is_on_the_list(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("jansen")
    search = at_work.work.search
    at_work.press("Down")
    before = hits(at_work)
    late = answer(at_work, "jansen")
    search._answer = None  # as if the answer to what stands there had still to come
    search._answered(Answer("jansen", (late.hits[1], _hit(naam="Jansen, Z."), late.hits[0]), (), late.facts))
    assert hits(at_work) == before
    assert search.panel.list.currentIndex().row() == 1
    assert "1 nieuwe" in search.panel.waiting.text()
    search.panel.take_waiting()
    assert hits(at_work) == [*before, "Jansen, Z."]


def test_an_answer_to_an_older_question_is_dropped(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("jansen")
    at_work.work.search._answered(answer(at_work, "elham"))
    at_work.settle()
    assert hits(at_work) == ["Jansen, P.", "Jansen-Yılmaz, A."]


def test_a_pulled_change_renews_rows_in_place(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("jansen")
    at_work.desk.klanten.insert(0, _hit(naam="Aa-Jansen, B."))
    at_work.tasks.changed.emit(Changes(Topic.KLANT))
    at_work.settle()
    assert hits(at_work)[0] == "Jansen, P."
    assert at_work.work.search.panel.waiting.isVisible()


def test_escape_goes_back_to_where_the_work_was(at_work: Driver) -> None:
    at_work.press("F8")
    field = at_work.focus()
    at_work.press("F3")
    at_work.type("jan")
    at_work.press("Escape")
    assert at_work.focus() is field
    assert at_work.work.search.panel.isHidden()
    assert at_work.work.frame.box.text() == ""


def test_tab_goes_to_the_results_and_enter_opens_there(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("jansen")
    at_work.press("Tab")
    assert at_work.focus() is at_work.work.search.panel.list
    at_work.press("Down")
    at_work.press("Return")
    assert at_work.here == f"klant:{UUID(int=503)}"


def test_a_click_opens_the_row_under_the_mouse(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("jansen")
    view = at_work.work.search.panel.list
    middle = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    at_work.settle()
    assert at_work.here == f"klant:{UUID(int=503)}"


def test_nobody_found_offers_a_new_person_with_what_was_typed(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("zzz 12-03-1985")
    assert "Niemand gevonden" in at_work.work.search.panel.nothing.text()
    assert at_work.work.search.panel.new_button.isVisible()
    at_work.press("Ctrl+Shift+N")
    assert at_work.here.startswith("nieuw:")
    facts = at_work.desk.places[-1].opening.nieuw
    assert facts is not None
    assert facts.tekst == "zzz 12-03-1985"


def test_after_escape_a_new_person_still_knows_what_was_searched(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("zzz 12-03-1985")
    at_work.press("Escape")
    assert at_work.work.frame.box.text() == ""
    at_work.press("Ctrl+Shift+N")
    facts = at_work.desk.places[-1].opening.nieuw
    assert facts is not None
    assert facts.tekst == "zzz 12-03-1985"


@pytest.mark.parametrize("how", ["lock", "leave"])
def test_what_was_searched_is_not_for_the_next_visitor(at_work: Driver, how: str) -> None:
    at_work.press("F3")
    at_work.type("zzz 12-03-1985")
    at_work.press("Escape")
    if how == "lock":
        at_work.work.hide_work()
    else:
        at_work.press("F8")
    assert not at_work.work.search.can_make_new


def test_f1_in_the_box_explains_searching_and_escape_closes_that_first(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("jansen")
    at_work.press("F1")
    frame = at_work.work.frame
    assert frame.help_wanted() == "zoeken"
    assert not frame.help.isHidden()
    at_work.press("Escape")
    assert frame.help.isHidden()
    assert frame.box.text() == "jansen"
    at_work.press("Escape")
    assert frame.box.text() == ""


def test_a_ticket_of_nobody_yet_says_so_and_is_no_name(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("A915")
    panel = at_work.work.search.panel
    assert panel.nothing.text() == "Bij nummer A915 van vandaag is nog geen klant bekend."
    assert read_facts("A915", date(2026, 11, 3)).geslachtsnaam == ""


def test_a_birth_date_in_words_is_not_typed_twice() -> None:
    facts = read_facts("12 maart 1985 jansen", date(2026, 11, 3))
    assert (facts.geboortedatum, facts.geslachtsnaam) == ("12-03-1985", "Jansen")


def test_look_alikes_are_shown_but_never_opened_by_a_bare_enter(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("ahmadi")
    assert len(hits(at_work)) == 2
    assert at_work.work.search.panel.model.hits[0].chips[0][0] == "zelfde klank"
    at_work.press("Return")
    assert at_work.here == "hal"
    at_work.press("Down")
    at_work.press("Return")
    assert at_work.here == f"klant:{UUID(int=500)}"


def test_a_new_person_without_a_search_asks_for_a_search(at_work: Driver) -> None:
    at_work.press("Ctrl+Shift+N")
    assert at_work.here == "hal"
    assert "Zoek eerst" in at_work.notice
    assert at_work.work.frame.box.hasFocus()


def test_a_visit_without_a_client_takes_who_was_found(at_work: Driver) -> None:
    at_work.press("F8")
    visit = at_work.desk.places[-1]
    at_work.press("F3")
    at_work.type("tesfay")
    at_work.press("Return")
    assert visit.accepted == [UUID(int=504)]
    assert at_work.here == visit.name
    assert visit.field.line.hasFocus()


def test_a_visit_that_opens_does_not_take_the_keys_out_of_the_box(at_work: Driver) -> None:
    at_work.work.calls.call_next()
    at_work.work.search.focus_box()
    at_work.settle()
    assert at_work.here.startswith("bezoek:")
    assert at_work.work.frame.box.hasFocus()
    at_work.type("tesfay")
    at_work.press("Return")
    assert at_work.desk.places[-1].accepted == [UUID(int=504)]


def test_a_visit_takes_a_new_person_too(at_work: Driver) -> None:
    at_work.press("F8")
    visit = at_work.desk.places[-1]
    at_work.press("F3")
    at_work.type("zzz")
    at_work.press("Ctrl+Shift+N")
    assert [type(one) for one in visit.accepted] == [TypedFacts]
    assert at_work.here == visit.name


def test_a_dossier_that_is_open_is_shown_again(at_work: Driver) -> None:
    for _ in range(2):
        at_work.press("F3")
        at_work.type("tesfay")
        at_work.press("Return")
    assert at_work.work.frame.open_names() == (f"klant:{UUID(int=504)}",)


def test_hostile_text_finds_nobody_and_breaks_nothing(at_work: Driver) -> None:
    for text in ("<b>x</b>", "'; drop table klant; --", "\u202eabc", "😀" * 40, "%_%", "x" * 10_000):
        at_work.press("F3")
        at_work.work.frame.box.setText(text)
        at_work.work.frame.box.typed.emit(text)
        at_work.settle()
        assert hits(at_work) == []
        assert text.strip() in at_work.work.search.panel.nothing.text()
        at_work.press("Escape")


def test_the_box_is_empty_for_the_next_client(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("jansen")
    at_work.work.frame.box.leave_alone()
    assert at_work.work.search.panel.isHidden()
    assert not at_work.work.search.can_make_new
    assert not at_work.work.frame.box.isUndoAvailable()
    assert QApplication.focusWidget() is at_work.work.frame.box


def test_twins_are_told_apart_by_their_first_names() -> None:
    anna, alma = (as_hit(_hit(naam="Verzonnen, A.", voornamen=first)) for first in ("Anna", "Alma"))
    assert anna.name == "Verzonnen, A. (Anna)"
    assert alma.name == "Verzonnen, A. (Alma)"


def test_a_secret_address_is_named_and_not_shown() -> None:
    row = as_hit(_hit(geheim=True, adres=""))
    assert "geheim adres" in row.line


def _hit(**facts: Any) -> KlantHit:
    return replace(people()[0], id=UUID(int=599), **facts)

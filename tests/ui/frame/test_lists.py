"""Running dates, letters for later, own work; help and keys."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from driving import Driver

from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.errors import Unavailable
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.hulp.pages import NO_PAGE, find_page, split_pages
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.proefblad import ProofPrinted


def test_dates_stand_nearest_first_and_what_is_late_says_so(at_work: Driver) -> None:
    at_work.work.commands.run("plaats.termijnen")
    at_work.settle()
    lines = at_work.work.termijnen.table.rows.rows
    assert [line.nog for line in lines] == ["2 dagen te laat", "vandaag", "over 9 dagen", ""]
    assert lines[0].tone is Tone.BAD
    assert lines[-1].uiterlijk == "na aanvraag"
    assert at_work.work.frame.rail.items["termijnen"].count == "1 te laat"
    assert at_work.window.windowTitle() == "Termijnen – Werkdesk"


def test_enter_on_a_date_opens_the_dossier(at_work: Driver) -> None:
    at_work.work.commands.run("plaats.termijnen")
    at_work.settle()
    at_work.press("Return")
    assert at_work.here == f"klant:{UUID(int=502)}"


def test_a_letter_for_later_is_printed_once(at_work: Driver) -> None:
    at_work.work.commands.run("plaats.brieven")
    at_work.settle()
    assert at_work.work.frame.rail.items["brieven"].count == "1"
    at_work.work.brieven.print_chosen()
    at_work.press("Ctrl+P")
    assert at_work.desk.asked.count("print") == 1
    assert "M-3-0147-K is naar de printer gestuurd" in at_work.notice
    assert at_work.work.brieven.table.rows.rows == ()
    assert at_work.work.frame.rail.items["brieven"].count == ""


def test_a_letter_that_fails_stays_and_can_be_tried_again(at_work: Driver) -> None:
    at_work.work.commands.run("plaats.brieven")
    at_work.settle()
    at_work.desk.fail = Unavailable("printer.weg")
    at_work.press("Return")
    assert "nog niet afgedrukt" in at_work.notice
    assert len(at_work.work.brieven.table.rows.rows) == 1
    at_work.press("Return")
    assert at_work.work.brieven.table.rows.rows == ()


def test_the_proof_sheet_is_one_press_and_keeps_the_focus(at_work: Driver) -> None:
    at_work.work.commands.run("plaats.brieven")
    at_work.settle()
    button = at_work.work.brieven.proof_button
    button.setFocus()
    button.click()
    button.click()
    at_work.settle()
    assert at_work.desk.asked.count("proof") == 1
    assert "Het proefblad is naar de printer." in at_work.notice
    assert button.hasFocus()


def test_a_proof_sheet_that_no_printer_took_says_why(at_work: Driver) -> None:
    at_work.work.commands.run("plaats.brieven")
    at_work.settle()
    at_work.desk.proofs = ProofPrinted(0, "printer.geen")
    at_work.work.brieven.print_proofs()
    at_work.settle()
    assert "Het proefblad is niet afgedrukt." in at_work.notice
    at_work.desk.fail = Unavailable("printer.weg")
    at_work.work.brieven.print_proofs()
    at_work.settle()
    assert "Het proefblad is niet afgedrukt." in at_work.notice
    assert at_work.desk.asked.count("proof") == 2


def test_own_work_says_what_is_missing_and_what_is_not_sent(at_work: Driver) -> None:
    at_work.work.commands.run("plaats.klanten")
    at_work.settle()
    (line,) = at_work.work.klanten.table.rows.rows
    assert (line.tijd, line.ontbreekt, line.chip) == ("09:12", "2 gegevens ontbreken", "nog niet verzonden")
    at_work.desk.own = (replace(at_work.desk.own[0], onverzonden=False),)
    at_work.tasks.changed.emit(Changes(Topic.OUTBOX))
    at_work.settle()
    assert at_work.work.klanten.table.rows.rows[0].chip == ""


def test_a_list_that_cannot_be_read_keeps_its_rows_and_says_why(at_work: Driver) -> None:
    place = at_work.work.klanten
    at_work.work.commands.run("plaats.klanten")
    at_work.settle()
    place.show_failure(Unavailable("cache.bezet"))
    assert "bezet" in place.remark.text()
    assert len(place.table.rows.rows) == 1
    place.refresh()
    at_work.settle()
    assert "bezet" not in place.remark.text()


def test_a_proposed_letter_opens_in_the_dossier_of_that_case(at_work: Driver) -> None:
    klant, melding = UUID(int=502), UUID(int=702)
    for _ in range(2):  # a dossier that is open already is used again
        at_work.work.commands.run("plaats.bellen")
        at_work.work.host.start_paper(klant, "L02", melding)
        at_work.settle()
        assert at_work.here == f"klant:{klant}"
    (place,) = at_work.desk.places
    assert place.papers == [("L02", melding)] * 2


def test_lists_that_nobody_looked_at_are_not_read_at_sign_in(at_work: Driver) -> None:
    for place in (at_work.work.klanten, at_work.work.termijnen, at_work.work.bellen, at_work.work.verdeling):
        assert place.data is None
    assert at_work.work.frame.rail.items["termijnen"].count == "1 te laat"


def test_f1_explains_the_field_that_has_the_focus(at_work: Driver) -> None:
    at_work.press("F1")
    assert at_work.work.frame.help.title.text() == "De hal"
    before = at_work.focus()
    at_work.press("Escape")
    assert at_work.work.frame.help.isHidden()
    assert at_work.focus() is before


def test_typing_goes_on_while_help_is_open(at_work: Driver) -> None:
    at_work.press("F8")
    at_work.press("F1")
    assert at_work.work.frame.help.isVisible()
    at_work.type("06")
    assert at_work.desk.places[-1].field.value() == "06"


def test_a_place_explains_what_only_it_knows(at_work: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    at_work.press("F8")
    monkeypatch.setattr(at_work.desk.places[-1], "explain", lambda key: ("Zoektermijn", f"Over {key}"))
    at_work.press("F1")
    assert at_work.work.frame.help.title.text() == "Zoektermijn"


def test_the_key_card_shows_what_can_be_done_and_nothing_else(at_work: Driver) -> None:
    at_work.press("Ctrl+F1")
    words = at_work.words()
    assert "Volgende oproepen" in words
    assert "Weekplan" not in words
    assert "Dossier 1 tot en met 9" in words
    at_work.press("Ctrl+F1")
    assert at_work.work.frame.key_card.isHidden()


def test_a_page_of_a_field_falls_back_on_its_screen() -> None:
    pages = split_pages({"melding": "# De melding\nAlles.\n## [melding.telefoon] Telefoon\nTien cijfers.\n"})
    assert find_page(pages, "melding.telefoon").text == "Tien cijfers."
    assert find_page(pages, "melding.reden").title == "De melding"
    assert find_page(pages, "iets") is NO_PAGE
    assert find_page(pages, "") is NO_PAGE


def test_from_a_date_to_the_law_in_two_steps_and_back(
    at_work: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work.press("F8")
    place = at_work.desk.places[-1]
    rule = RegelVerwijzing(regel="D01", versie="2015-01-01", bron="Pw 41 lid 4")
    monkeypatch.setattr(place, "explain", lambda key: ("Zoektermijn", f"Over {key}"))
    monkeypatch.setattr(place, "rules_behind", lambda _: (rule,))
    at_work.press("F1")
    assert "Pw art. 41 lid 4 · Zoektermijn" in at_work.words()
    at_work.press("Return")
    assert at_work.here == "regels"
    assert at_work.work.regels.detail.regel == at_work.desk.regels[0]
    at_work.press("Return")
    assert at_work.desk.asked[-1] == "law https://wetten.overheid.nl/jci1.3:c:BWBR0015703&artikel=41"
    at_work.press("Escape")
    assert at_work.here == place.name


def test_closing_an_explanation_gives_the_focus_back(
    at_work: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work.press("F8")
    place = at_work.desk.places[-1]
    rule = RegelVerwijzing(regel="D01", versie="2015-01-01", bron="Pw 41 lid 4")
    monkeypatch.setattr(place, "rules_behind", lambda _: (rule,))
    before = at_work.focus()
    at_work.press("F1")
    assert at_work.focus() is not before
    at_work.press("Escape")
    assert at_work.work.frame.help.isHidden()
    assert at_work.focus() is before


def test_ctrl_f_finds_in_the_rules_and_escape_empties_the_box(at_work: Driver) -> None:
    at_work.work.commands.run("plaats.regels")
    at_work.settle()
    at_work.press("Ctrl+F")
    at_work.type("terug")
    assert [line.naam for line in at_work.work.regels.table.rows.rows] == ["Terugbellen"]
    at_work.press("Escape")
    assert len(at_work.work.regels.table.rows.rows) == 3


def test_ctrl_p_puts_the_explanation_that_is_shown_on_paper(
    at_work: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work.press("F8")
    place = at_work.desk.places[-1]
    printed: list[str] = []
    klant = UUID(int=7)
    monkeypatch.setattr(place, "explain", lambda key: ("Zoektermijn", f"Over {key}"))
    monkeypatch.setattr(place, "explained_date", lambda _: (klant, "D01"))
    monkeypatch.setattr(place, "accept_klant", lambda found: found == klant)
    monkeypatch.setattr(place, "show_explanation", printed.append)
    at_work.press("F1")
    button = at_work.work.frame.help.deed_button
    assert button is not None
    assert button.text() == "&Uitleg afdrukken"
    assert button.isVisible()
    at_work.press("Ctrl+P")
    assert printed == ["D01"]
    assert at_work.work.frame.help.isHidden()


def test_a_page_of_the_handleiding_has_nothing_to_print(at_work: Driver) -> None:
    at_work.press("F1")
    assert at_work.work.frame.help.deed_button is None
    assert at_work.work.frame.help.open_deed() is None


def test_the_explanation_does_not_keep_the_key_of_printing(
    at_work: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work.press("F8")
    place = at_work.desk.places[-1]
    printed: list[str] = []
    monkeypatch.setattr(place, "explain", lambda key: ("Zoektermijn", f"Over {key}"))
    monkeypatch.setattr(place, "explained_date", lambda _: (UUID(int=7), "D01"))
    monkeypatch.setattr(place, "show_explanation", printed.append)
    at_work.press("F1")
    at_work.press("Escape")
    at_work.press("Ctrl+P")
    assert printed == []

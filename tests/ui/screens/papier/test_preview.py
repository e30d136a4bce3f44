"""Papers: what is on the card, looking without recording, printing, printing again, printing later."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from hands import Hands
from PySide6.QtWidgets import QWidget
from visit_desk import SANNE, VisitDesk

from werkdesk.domain.brief import BriefGegevens, Ondertekenaar
from werkdesk.domain.melding import Melding, MeldingFeiten
from werkdesk.domain.papier import Brief, BriefStatus
from werkdesk.errors import Refused
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.papier import papers
from werkdesk.ui.screens.papier.card import PapersCard
from werkdesk.ui.screens.papier.preview import PreviewPage
from werkdesk.ui.teksten import papier as t
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.overzichten import KlantDossier

Show = Callable[[QWidget], Hands]


def tell(facts: BriefFeiten) -> BriefGegevens:
    """A letter that says who it is about."""
    return BriefGegevens(
        soort=facts.code, gemeente="0362", datum=facts.datum, kenmerk=facts.kenmerk,
        ondertekenaar=Ondertekenaar(naam="R. Voorbeeld", functie="medewerker"),
    )  # fmt: skip


@pytest.fixture
def desk() -> VisitDesk:
    made = VisitDesk(verteller=tell)
    made.melding.record(NewMelding(klant=SANNE.id, feiten=MeldingFeiten()))
    return made


def dossier(desk: VisitDesk) -> KlantDossier:
    found = desk.dossier(SANNE.id)
    assert found is not None
    return found


@pytest.fixture
def page(desk: VisitDesk, tasks: Tasks) -> PreviewPage:
    return PreviewPage(desk.papier, tasks, desk.host)


@pytest.fixture
def at(page: PreviewPage, desk: VisitDesk, hands: Show) -> Hands:
    found = hands(page)
    page.show_letter("L01", dossier(desk))
    found.settle()
    page.begin()
    return found


def letters(desk: VisitDesk) -> list[Brief]:
    return desk.desk.all(Brief)


def test_looking_records_nothing(page: PreviewPage, at: Hands, desk: VisitDesk) -> None:
    assert page.paper.title.text() == "Ontvangstbevestiging"
    assert page.paper.remark.text() == "1 bladzijde"
    assert page.state.text() == t.NOG_NIET
    assert not letters(desk)
    assert not desk.printer.printed


def test_enter_prints_and_goes_back(page: PreviewPage, at: Hands, desk: VisitDesk) -> None:
    gone: list[bool] = []
    page.left.connect(lambda: gone.append(True))
    at.press("Return")
    (brief,) = letters(desk)
    assert brief.status is BriefStatus.AANGEBODEN
    assert len(desk.printer.printed) == 1
    assert gone == [True]
    assert desk.notices[-1].text == "Ontvangstbevestiging naar de printer, 1 bladzijde"


def test_copies_are_counted(page: PreviewPage, at: Hands, desk: VisitDesk) -> None:
    page.copies.set_value("3")
    at.press("Return")
    assert desk.printer.printed[0][2] == 3


@pytest.mark.parametrize("typed", ["0", "21", "-1", "twee", "", "1e1", "٣", "9" * 5000])
def test_a_wrong_number_of_copies_prints_nothing(
    page: PreviewPage, at: Hands, desk: VisitDesk, typed: str
) -> None:
    page.copies.set_value(typed)
    at.press("Return")
    assert page.copies.error
    assert page.copies.value() == typed
    assert not desk.printer.printed


def test_two_fast_presses_print_once(page: PreviewPage, at: Hands, desk: VisitDesk) -> None:
    page.print_now()
    page.print_now()
    at.settle()
    assert len(desk.printer.printed) == 1


def test_a_second_time_is_a_duplicate_of_the_same_paper(
    page: PreviewPage, at: Hands, desk: VisitDesk
) -> None:
    at.press("Return")
    page.show_letter("L01", dossier(desk))
    at.settle()
    assert "duplicaat 1" in page.state.text()
    page.begin()
    at.press("Return")
    assert len(letters(desk)) == 1
    assert desk.printer.printed[0][0] == desk.printer.printed[1][0]
    assert "duplicaat 1" in desk.notices[-1].text


def test_a_new_version_can_be_asked_for(page: PreviewPage, at: Hands, desk: VisitDesk) -> None:
    at.press("Return")
    page.show_letter("L01", dossier(desk))
    at.settle()
    page.anew.click()
    at.settle()
    page.begin()
    at.press("Return")
    assert len(letters(desk)) == 2


def test_without_a_printer_the_letter_is_kept_for_later(
    page: PreviewPage, at: Hands, desk: VisitDesk
) -> None:
    desk.printer.fout = "printer.weg"
    at.press("Return")
    (brief,) = letters(desk)
    assert brief.status is BriefStatus.LATER
    assert "later afdrukken" in desk.notices[-1].text
    assert papers.papers(dossier(desk))[0].badge == t.LATER
    page.show_letter("L01", dossier(desk))
    at.settle()
    assert "later afdrukken" in page.state.text()


def test_what_the_press_refuses_is_said_and_nothing_is_printed(
    page: PreviewPage, at: Hands, desk: VisitDesk
) -> None:
    desk.fail["preview_letter"] = Refused("brief.veld_ontbreekt")
    page.show_letter("L01", dossier(desk))
    at.settle()
    assert "ontbreekt" in page.state.text()
    assert not page.print_button.isEnabled()
    at.press("Return")
    assert not desk.printer.printed


def test_the_answer_to_an_older_question_is_not_shown(page: PreviewPage, at: Hands, desk: VisitDesk) -> None:
    page.show_letter("L01", dossier(desk))
    page.show_letter("L02", dossier(desk))
    at.settle()
    assert page.paper.title.text() == "Uitnodiging intake"
    assert page.paper.remark.text() == ""


def test_an_invitation_asks_when_the_talk_is(page: PreviewPage, at: Hands, desk: VisitDesk) -> None:
    at.type("u")
    assert page.talk.isVisible()
    at.press("Return")
    assert page.talk.day.error
    at.type("+3")
    at.press("Tab")
    at.type("10:30")
    at.press("Return")
    assert page.state.text() == t.NOG_NIET
    assert page.view.hasFocus()
    at.press("Return")
    assert letters(desk)[0].code == "L02"


def test_a_talk_in_the_past_is_refused(desk: VisitDesk) -> None:
    now = desk.clock()
    with pytest.raises(Refused, match=r"afspraak\.verleden"):
        papers.read_appointment("v", "9:00", "balie", now)
    found = papers.read_appointment("+1", "14.15", "telefoon", now)
    assert found.telefonisch
    assert f"{found.moment:%H:%M}" == "14:15"


def test_an_agreement_that_is_not_there_is_asked_for(page: PreviewPage, at: Hands) -> None:
    wanted: list[str] = []
    page.wanted.connect(wanted.append)
    at.type("o")
    assert wanted == ["OPL"]
    assert page.paper.title.text() == "Ontvangstbevestiging"


def test_a_letter_needs_a_melding() -> None:
    nobody = SimpleNamespace(open_melding=None, klant=SANNE, overeenkomsten=(), brieven=())
    with pytest.raises(Refused, match=r"melding\.ontbreekt"):
        papers.wanted("L01", nobody)  # type: ignore[arg-type]


def test_the_card_asks_for_a_paper_by_letter(desk: VisitDesk, hands: Show) -> None:
    card = PapersCard()
    wanted: list[str] = []
    card.wanted.connect(wanted.append)
    found = hands(card)
    card.show_dossier(dossier(desk))
    card.begin()
    found.type("u")
    found.type("p")
    assert wanted == ["L02", "L01"]


def test_the_card_shows_pages_once_a_letter_is_made(page: PreviewPage, at: Hands, desk: VisitDesk) -> None:
    at.press("Return")
    card = PapersCard()
    card.show_dossier(dossier(desk))
    assert card.list.rows[0].option.note == "1 blz."


def test_every_printed_paper_belongs_to_the_melding(page: PreviewPage, at: Hands, desk: VisitDesk) -> None:
    at.press("Return")
    melding = desk.desk.all(Melding)[0]
    assert letters(desk)[0].melding == melding.id
    assert letters(desk)[0].kenmerk == melding.kenmerk

"""Papers: what is on the card, looking without recording, printing, printing again, printing later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from uuid import UUID

import pytest
from hands import Hands
from PySide6.QtWidgets import QWidget
from visit_desk import SANNE, VisitDesk

from tests.fakes import WIE
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.brief import BriefGegevens, Ondertekenaar
from werkdesk.domain.kenmerk import KenmerkSoort, make_kenmerk
from werkdesk.domain.melding import Melding, MeldingFeiten
from werkdesk.domain.papier import Brief, BriefStatus, OpleidingsVoorwaarden, Overeenkomst, termijn_merk
from werkdesk.domain.termijn import Termijn
from werkdesk.errors import Refused
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.papier import papers
from werkdesk.ui.screens.papier.card import PapersCard
from werkdesk.ui.screens.papier.preview import PreviewPage
from werkdesk.ui.teksten import papier as t
from werkdesk.ui.texts import explain
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


def test_a_talk_on_a_closed_day_is_remarked_upon_and_stays_possible(
    page: PreviewPage, at: Hands, desk: VisitDesk
) -> None:
    at.type("u")
    at.type("29-11-2026")
    at.press("Tab")
    at.type("10:30")
    at.settle()
    assert "zo 29-11-2026 om 10:30 uur" in page.talk.closed.text()
    assert page.talk.closed.isVisible()
    at.press("Backspace")
    assert not page.talk.closed.isVisible()
    at.type("0")
    at.settle()
    assert page.talk.closed.isVisible()
    at.press("Return")
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


def computed(desk: VisitDesk, *terms: Termijn) -> KlantDossier:
    """The dossier with these dates in its open melding."""
    (melding,) = desk.desk.all(Melding)
    with desk.desk.work(WIE) as cache:
        cache.record(
            g.TermijnenHerrekend(id=melding.id, termijnen=terms, status=melding.status, reden="proef")
        )
        cache.commit()
    return dossier(desk)


DECISION = Termijn(code="D06", naam="Besluit", uiterste_datum=date(2026, 12, 28), uitleg=("8 weken.",))
ADVANCE = Termijn(code="D04", naam="Voorschot", uiterste_datum=date(2026, 12, 1))


@pytest.fixture
def explained(page: PreviewPage, desk: VisitDesk, hands: Show) -> Hands:
    found = hands(page)
    page.show_letter("UIT", computed(desk, DECISION, ADVANCE), termijn="D06")
    found.settle()
    page.begin()
    return found


def test_the_explanation_of_a_date_is_a_paper_like_the_others(
    page: PreviewPage, explained: Hands, desk: VisitDesk
) -> None:
    assert page.paper.title.text() == "Uitleg van een datum"
    assert [row.option.value for row in page.papers.rows] == ["L01", "L02", "OPL", "UIT"]
    assert page.property("helpKey") == "papieren.uitleg"
    explained.press("Return")
    (brief,) = letters(desk)
    assert (brief.code, brief.over) == ("UIT", termijn_merk(DECISION))
    assert desk.notices[-1].text == "Uitleg van een datum naar de printer, 1 bladzijde"


def test_an_explanation_without_a_printer_waits_with_the_other_letters(
    page: PreviewPage, explained: Hands, desk: VisitDesk
) -> None:
    desk.printer.fout = "printer.weg"
    explained.press("Return")
    (brief,) = letters(desk)
    assert brief.status is BriefStatus.LATER


def test_the_same_date_again_is_the_kept_paper(page: PreviewPage, explained: Hands, desk: VisitDesk) -> None:
    explained.press("Return")
    page.show_letter("UIT", dossier(desk), termijn="D06")
    explained.settle()
    page.print_now()
    explained.settle()
    (brief,) = letters(desk)
    assert [one.duplicaat for one in brief.afdrukken] == [0, 1]


def test_a_date_that_moved_and_another_date_get_a_paper_of_their_own(
    page: PreviewPage, explained: Hands, desk: VisitDesk
) -> None:
    explained.press("Return")
    moved = replace(DECISION, uiterste_datum=date(2027, 1, 4))
    for termijn, known in (("D06", computed(desk, moved, ADVANCE)), ("D04", dossier(desk))):
        page.show_letter("UIT", known, termijn=termijn)
        explained.settle()
        assert page.state.text() == t.NOG_NIET
        page.print_now()
        explained.settle()
    assert {one.over for one in letters(desk)} == {termijn_merk(one) for one in (DECISION, moved, ADVANCE)}


def test_a_date_that_is_gone_says_so_and_prints_nothing(
    page: PreviewPage, explained: Hands, desk: VisitDesk
) -> None:
    page.show_letter("UIT", computed(desk, ADVANCE), termijn="D06")
    explained.settle()
    assert page.state.text() == explain(Refused("termijn.onbekend"))
    page.print_now()
    assert not letters(desk)


def test_another_paper_and_back_by_letter(page: PreviewPage, explained: Hands) -> None:
    explained.press("P")
    assert page.paper.title.text() == "Ontvangstbevestiging"
    explained.press("D")
    assert page.paper.title.text() == "Uitleg van een datum"


def test_without_a_date_the_list_has_no_explanation(page: PreviewPage, at: Hands) -> None:
    assert "UIT" not in [row.option.value for row in page.papers.rows]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            Refused("brief.schrift", field="aanhef", schrift="Arabische"),
            "Die kan een brief niet drukken. Schrijf het zoals in het paspoort. "
            "Het gaat om de naam van de klant.",
        ),
        (Refused("brief.veld_ontbreekt", field="afspraak.plaats"), "Het gaat om het gesprek."),
        (
            Refused("brief.soort_onbekend", field="code"),
            "Deze brief bestaat niet in deze versie van Werkdesk.",
        ),
    ],
)
def test_a_letter_that_cannot_be_made_says_what_it_is_about(
    page: PreviewPage, desk: VisitDesk, hands: Show, error: Refused, words: str
) -> None:
    desk.fail["preview_letter"] = error
    found = hands(page)
    page.show_letter("L01", dossier(desk))
    found.settle()
    assert page.state.text().endswith(words)


@pytest.mark.parametrize(("werkgever", "copies"), [(None, 3), ("Fictief Logistiek", 4)])
def test_an_agreement_is_printed_once_for_each_who_signs(
    desk: VisitDesk, werkgever: str | None, copies: int
) -> None:
    known = dossier(desk)
    drawn_up = Overeenkomst(
        id=UUID(int=7),
        nummer=make_kenmerk(KenmerkSoort.OVEREENKOMST, 3, 1),
        klant=known.klant.id,
        gemeente="0362",
        voorwaarden=OpleidingsVoorwaarden(
            opleiding="Logistiek medewerker",
            opleider="Fictief College",
            begin=date(2027, 2, 1),
            einde=date(2029, 1, 31),
            werkgever=werkgever,
        ),
        opgesteld_op=desk.clock(),
        medewerker="f.balie",
    )
    with_one = replace(known, overeenkomsten=(drawn_up,))
    assert papers.copies_of("OPL", with_one, drawn_up.id) == copies
    assert papers.copies_of("OPL", with_one, None) == copies
    assert papers.copies_of("L01", with_one, None) == 1


def test_paper_of_a_gemeente_that_nobody_named_is_remarked_upon(
    page: PreviewPage, at: Hands, desk: VisitDesk
) -> None:
    assert page.guessed.isHidden()
    known = dossier(desk)
    nowhere = replace(known.klant, feiten=replace(known.klant.feiten, gemeente=None))
    unsaid = tuple(replace(one, feiten=replace(one.feiten, gemeente=None)) for one in known.meldingen)
    page.show_dossier(replace(known, klant=nowhere, meldingen=unsaid))
    assert page.guessed.isVisible()
    page.show_dossier(replace(known, meldingen=unsaid, klant=replace(nowhere, feiten=known.klant.feiten)))
    assert page.guessed.isHidden() is (known.klant.feiten.gemeente is not None)

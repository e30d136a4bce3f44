"""Questions for a person in "Verzenden": read, answered by a digit and Enter, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from driving import Driver
from fake_desk import NOW, QUIET_LINE, waiting_acts

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.persoon import Adres, KlantFeiten
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.ui.screens.outbox.question_words import answers_to
from werkdesk.ui.screens.outbox.screen import OutboxScreen
from werkdesk.ui.teksten.vragen import uitval_in_woorden
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.vraagrijen import (
    AfgedaanRow,
    BotsingRow,
    Getypt,
    GeweigerdRow,
    Uitval,
    Vragen,
)

ONE, TWO = Telefoon("0612345621"), Telefoon("0612345687")
PHONE = BotsingRow(
    id=UUID(int=901), record="klant", rid=UUID(int=77), veld="telefoon", klant_id=UUID(int=77),
    klant="Verzonnen, E.", tweede=True,
    telt=Getypt(waarde=ONE, medewerker="R. de Wit (fictief)", balie=1, moment=NOW - timedelta(minutes=9)),
    anders=Getypt(
        waarde=TWO, medewerker="K. Fictief", balie=3, moment=NOW - timedelta(minutes=8), hier=True
    ),
)  # fmt: skip
CHILDREN = replace(
    PHONE, id=UUID(int=902), record="melding", veld="kinderen", kenmerk="M-3-0147-K", tweede=False,
    telt=Getypt(waarde=2), anders=Getypt(waarde=3, medewerker="K. Fictief", balie=4, moment=NOW),
)  # fmt: skip
REFUSED = GeweigerdRow(
    id=UUID(int=903), soort="KlantGewijzigd", code="klant.onbekend", medewerker="R. de Wit (fictief)",
    moment=NOW - timedelta(minutes=5), klant_id=UUID(int=78), klant="Tesfay, Y.",
    act=g.KlantGewijzigd(
        id=UUID(int=78), velden=("telefoon", "tolk"), was=KlantFeiten(),
        wordt=KlantFeiten(telefoon=TWO, tolk=True),
    ),
)  # fmt: skip


@pytest.fixture
def asked(at_work: Driver) -> Driver:
    """At F5, with three questions; the first one has the focus."""
    at_work.desk.vragen = Vragen(botsingen=(PHONE, CHILDREN), geweigerd=(REFUSED,))
    at_work.desk.verbinding = replace(QUIET_LINE, aandacht=3)
    at_work.press("F5")
    at_work.settle()
    return at_work


def screen(driver: Driver) -> OutboxScreen:
    found = driver.work.outbox
    assert isinstance(found, OutboxScreen)
    return found


def words(driver: Driver, place: int) -> list[str]:
    return [row.option.text for row in screen(driver).questions.cards[place].choices.rows]


def test_a_question_says_for_whom_it_is_and_who_typed_what_and_which_counts(asked: Driver) -> None:
    card = screen(asked).questions.cards[0]
    assert card.choices.label.text() == "Telefoon van Verzonnen, E.: wat klopt?"
    assert words(asked, 0) == [
        "06-12 34 56 87 · K. Fictief, balie 3, 10:01",
        "06-12 34 56 21 · R. de Wit (fictief), balie 1, 10:00",
        "Bewaar allebei: 06-12\u00a034\u00a056\u00a021, en als tweede nummer 06-12\u00a034\u00a056\u00a087",
        "Later: ik vraag het eerst na",
    ]
    assert [row.option.note for row in card.choices.rows] == ["van deze balie", "telt nu", "", ""]
    assert screen(asked).questions.cards[1].choices.label.text() == (
        "Kinderen van Verzonnen, E., M-3-0147-K: wat klopt?"
    )
    assert words(asked, 1) == ["2", "3 · K. Fictief, balie 4, 10:09", "Later: ik vraag het eerst na"]


def test_nothing_waits_is_never_said_above_a_question(asked: Driver) -> None:
    assert "Er wacht niets" not in screen(asked).waiting._nothing
    assert "vraag" in screen(asked).waiting._nothing
    asked.desk.vragen = Vragen()
    asked.tasks.changed.emit(Changes(Topic.AANDACHT))
    asked.settle()
    screen(asked).refresh()
    asked.settle()
    assert screen(asked).questions.isHidden()
    assert "Er wacht niets" in screen(asked).waiting._nothing


@pytest.mark.parametrize(("digit", "keuze"), [("1", Keuze.NEMEN), ("2", Keuze.HOUDEN), ("3", Keuze.BEIDE)])
def test_a_digit_and_enter_answer(asked: Driver, digit: str, keuze: Keuze) -> None:
    asked.press(digit)
    asked.press(digit)
    assert asked.desk.answers == []
    asked.press("Return")
    asked.settle()
    assert asked.desk.answers == [(PHONE.id, keuze)]
    screen(asked).refresh()
    asked.settle()
    assert [card.question for card in screen(asked).questions.cards] == [CHILDREN.id, REFUSED.id]
    assert screen(asked).questions.cards[0].is_busy_with()


def test_the_answer_is_told_and_taken_back_within_ten_seconds(asked: Driver) -> None:
    asked.press("1")
    asked.press("Return")
    asked.settle()
    assert asked.notice.startswith("Beantwoord: Telefoon is nu 06-12 34 56 87")
    asked.press("Ctrl+Z")
    asked.settle()
    assert asked.desk.answers[-1] == (PHONE.id, "terug")
    assert "staat er weer" in asked.notice


def test_later_leaves_the_question_and_goes_to_the_next(asked: Driver) -> None:
    asked.press("4")
    asked.press("Return")
    asked.settle()
    assert asked.desk.answers == []
    assert len(screen(asked).questions.cards) == 3
    assert screen(asked).questions.cards[1].is_busy_with()
    assert "blijft staan" in asked.notice


def test_a_colleague_who_was_first_is_told_at_the_question(asked: Driver) -> None:
    asked.desk.answer_refused = "vraag.veranderd"
    asked.press("1")
    asked.press("Return")
    asked.settle()
    card = screen(asked).questions.cards[0]
    assert "andere waarde" in card.choices.error
    assert card.button.isEnabled()


def test_a_new_question_elsewhere_leaves_the_choice_and_the_focus(asked: Driver) -> None:
    asked.press("2")
    card = screen(asked).questions.cards[0]
    asked.desk.vragen = Vragen(botsingen=(PHONE,), geweigerd=(REFUSED,))
    screen(asked).refresh()
    asked.settle()
    assert screen(asked).questions.cards[0] is card
    assert card.choices.value() == "houden"
    assert card.is_busy_with()


def test_refused_work_says_what_and_why_and_gives_steps(asked: Driver) -> None:
    card = screen(asked).questions.cards[2]
    assert card.choices.label.text() == "Gegevens van klant gewijzigd voor Tesfay, Y.: niet overgenomen"
    told = card.told.text()
    assert "Getypt: Telefoon 06-12 34 56 87 · Tolk nodig ja" in told
    assert "Waarom: Deze klant is op deze balie niet bekend." in told
    assert words(asked, 2) == [
        "Leg het opnieuw vast, zoals het is getypt", "Open het dossier en verbeter het daar",
        "Leg het weg, met een reden", "Later: ik vraag het eerst na",
    ]  # fmt: skip


def test_refused_work_is_put_away_with_a_reason_only(asked: Driver) -> None:
    card = screen(asked).questions.cards[2]
    card.setFocus()
    asked.press("3")
    assert card.reason.isVisible()
    asked.press("Return")
    asked.settle()
    assert card.reason.error == "Schrijf kort op waarom."
    asked.type("Dubbel getypt")
    asked.press("Return")
    asked.settle()
    assert asked.desk.answers == [(REFUSED.id, "weggelegd", "Dubbel getypt")]


def test_refused_work_is_sent_again_and_its_dossier_opens(asked: Driver) -> None:
    card = screen(asked).questions.cards[2]
    card.setFocus()
    asked.press("1")
    asked.press("Return")
    asked.settle()
    assert asked.desk.answers == [(REFUSED.id, "opnieuw")]


def test_an_act_that_sets_no_facts_cannot_be_sent_again() -> None:
    assert not replace(REFUSED, act=None).opnieuw


def test_answered_questions_show_what_was_not_chosen(asked: Driver) -> None:
    asked.desk.vragen = Vragen(
        afgedaan=(
            AfgedaanRow(
                id=PHONE.id, keuze=Keuze.NEMEN, medewerker="K. Fictief", balie=4, moment=NOW, reden=None,
                vraag=PHONE,
            ),
            AfgedaanRow(
                id=REFUSED.id, keuze=Keuze.WEGGELEGD, medewerker="K. Fictief", balie=4, moment=NOW,
                reden="Dubbel", vraag=REFUSED,
            ),
        )
    )  # fmt: skip
    screen(asked).refresh()
    asked.settle()
    first, second = screen(asked).answered.table.rows.rows
    assert (first.gekozen, first.anders) == (
        "06-12 34 56 87", "06-12 34 56 21 · R. de Wit (fictief), balie 1, 10:00",
    )  # fmt: skip
    assert second.gekozen == "weggelegd: Dubbel"
    assert "06-12 34 56 87" in second.anders


def test_an_outage_of_today_is_one_line_and_the_pill_tells_it_for_a_minute(asked: Driver) -> None:
    weg = Uitval(
        van=NOW - timedelta(minutes=18), tot=NOW - timedelta(seconds=5), verzonden=7, wachten=0, vragen=0
    )
    assert uitval_in_woorden(weg) == "Verbinding was weg van 09:51 tot 10:08: 7 verzonden, 0 vragen"
    assert uitval_in_woorden(replace(weg, wachten=2, vragen=1)).endswith(
        "7 verzonden, 2 wachten nog, 1 vraag"
    )
    asked.desk.verbinding = replace(QUIET_LINE, uitval=(weg,))
    asked.desk.vragen = Vragen()
    screen(asked).refresh()
    asked.settle()
    assert screen(asked).outages.text() == uitval_in_woorden(weg)
    assert screen(asked).sentence.text() == "Verbinding terug: 7 verzonden, 0 vragen"


def test_a_secret_address_is_not_shown_in_a_question() -> None:
    here = Adres(straat="Verzonnenstraat", huisnummer=1, woonplaats="Amstelveen")
    row = replace(
        PHONE, veld="adres", geheim=True, tweede=False, telt=Getypt(waarde=here),
        anders=Getypt(waarde=replace(here, huisnummer=2)),
    )  # fmt: skip
    told = " ".join(option.text for option in answers_to(row, NOW))
    assert "Verzonnenstraat" not in told
    assert "geheim" in told


def test_work_that_waits_stands_under_the_questions(asked: Driver) -> None:
    asked.desk.outbox = waiting_acts()
    screen(asked).refresh()
    asked.settle()
    assert [row.voor for row in screen(asked).waiting.rows.rows] == ["Jansen, P.", "Jansen, P."]

"""The short intake by digits: forward, back, notes, dates, and what a colleague does meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hands import Hands
from PySide6.QtWidgets import QWidget
from visit_desk import SANNE, YONAS, VisitDesk

from werkdesk.domain.intake import Antwoord, Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding, MeldingFeiten
from werkdesk.errors import Refused, Unavailable
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.intake import form
from werkdesk.ui.screens.intake.panel import IntakePanel
from werkdesk.ui.teksten import intake as t
from werkdesk.usecases.meldingen import NewMelding

Show = Callable[[QWidget], Hands]


def melding(desk: VisitDesk, klant: Klant = SANNE) -> Melding:
    return desk.melding.record(NewMelding(klant=klant.id, feiten=MeldingFeiten())).melding


@pytest.fixture
def panel(desk: VisitDesk, tasks: Tasks) -> IntakePanel:
    melding(desk)
    card = IntakePanel(desk.intake, tasks)
    show_again(card, desk)
    return card


@pytest.fixture
def at(panel: IntakePanel, hands: Show) -> Hands:
    found = hands(panel)
    panel.begin()
    return found


def show_again(card: IntakePanel, desk: VisitDesk, klant: Klant = SANNE) -> None:
    dossier = desk.dossier(klant.id)
    assert dossier is not None
    card.show_dossier(dossier)


def answers(desk: VisitDesk) -> dict[str, Antwoord]:
    return dict(desk.desk.all(Intake)[0].antwoorden)


def test_without_a_melding_it_waits(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    card = IntakePanel(desk.intake, tasks)
    show_again(card, desk)
    hands(card)
    assert card.answers is None
    assert card.form is None


def test_a_digit_answers_saves_and_goes_on(panel: IntakePanel, at: Hands, desk: VisitDesk) -> None:
    assert panel.card.remark.text() == "vraag 1 van 10"
    at.type("1")
    assert answers(desk) == {"spoed": Antwoord(keuzes=("geen",))}
    assert panel.card.remark.text() == "vraag 2 van 10"
    assert panel.before.text() == "1\u00a0Spoed: nee"
    assert panel.status.text() == t.BEWAARD.format(klok="10:09:00")


def test_ten_questions_take_few_keys_and_end_it(panel: IntakePanel, at: Hands, desk: VisitDesk) -> None:
    done: list[bool] = []
    panel.finished.connect(lambda: done.append(True))
    at.type("1251111")
    at.type("1")
    at.press("Return")
    at.type("1")
    assert len(answers(desk)) == 9
    at.type("2")
    assert len(answers(desk)) == 10
    assert panel.card.remark.text() == "10 van 10"
    assert done == [True]


def test_several_answers_take_ticks_and_enter_and_exclude_none(
    panel: IntakePanel, at: Hands, desk: VisitDesk
) -> None:
    at.type("1251111")
    assert panel.form is not None
    assert panel.form.vraag is not None
    assert panel.form.vraag.code == "moeilijk"
    at.type("124")
    at.press("Return")
    assert answers(desk)["moeilijk"] == Antwoord(keuzes=("zorg", "schulden"))


def test_backspace_and_up_go_back_to_the_answer_that_was_given(panel: IntakePanel, at: Hands) -> None:
    at.type("13")
    at.press("Backspace")
    assert panel.card.remark.text() == "vraag 2 van 10"
    assert panel.answers is not None
    assert panel.answers.value() == "kinderen"
    at.press("Up", "Up", "Up")
    assert panel.card.remark.text() == "vraag 1 van 10"


def test_work_that_ends_asks_for_the_day(panel: IntakePanel, at: Hands, desk: VisitDesk) -> None:
    at.type("11")
    at.type("2")
    assert not panel.day.isHidden()
    at.type("30-11")
    at.press("Return")
    kept = answers(desk)["werk"]
    assert f"{kept.datum:%d-%m-%Y}" == "30-11-2026"
    assert panel.card.remark.text() == "vraag 4 van 10"


def test_a_wrong_day_stays_with_a_sentence(panel: IntakePanel, at: Hands) -> None:
    at.type("112")
    at.type("31-11")
    at.press("Return")
    assert panel.day.error
    assert panel.day.value() == "31-11"


def test_a_note_belongs_to_its_question(panel: IntakePanel, at: Hands, desk: VisitDesk) -> None:
    at.type("115")
    at.type("t")
    at.type("beslissing op 4 december")
    panel.begin()
    at.type("2")
    assert answers(desk)["voorliggend"] == Antwoord(keuzes=("ww",), tekst="beslissing op 4 december")


def test_a_question_about_what_is_hard_has_no_note(panel: IntakePanel, at: Hands) -> None:
    at.type("1251111")
    assert panel.note.isHidden()
    assert t.GEEN_DIAGNOSE in panel.keys.text()


def test_a_note_survives_as_a_draft(
    panel: IntakePanel, at: Hands, desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    at.type("t")
    at.type("geen eten in huis")
    panel.flush()
    at.settle()
    again = IntakePanel(desk.intake, tasks)
    show_again(again, desk)
    hands(again)
    assert again.note.value() == "geen eten in huis"


def test_an_answer_takes_the_draft_of_its_note_along(panel: IntakePanel, at: Hands, desk: VisitDesk) -> None:
    at.type("t")
    at.type("geen eten in huis")
    panel.flush()
    at.settle()
    assert desk.desk.concepten
    panel.begin()
    at.type("2")
    assert not desk.desk.concepten


def test_a_draft_of_a_note_that_is_older_than_a_colleagues_says_so(
    panel: IntakePanel, at: Hands, desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    at.type("t")
    at.type("geen eten")
    panel.flush()
    at.settle()
    (one,) = desk.desk.all(Melding)
    desk.intake.answer(one.id, "spoed", Antwoord(keuzes=("geen_eten",), tekst="voedselbank gebeld"))
    again = IntakePanel(desk.intake, tasks)
    show_again(again, desk)
    found = hands(again)
    again.begin()
    found.press("Backspace")
    assert again.note.value() == "geen eten"
    assert again.note.below.text() == t.NU_STAAT_ER.format(waarde="voedselbank gebeld")
    again.back_button.setFocus()


def test_a_note_that_cannot_be_kept_as_a_draft_says_so(
    panel: IntakePanel, at: Hands, desk: VisitDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Unavailable("schijf.vol")

    monkeypatch.setattr(panel.drafts, "_actions", replace(desk.drafts, save=full))
    at.type("t")
    at.type("geen eten")
    panel.flush()
    at.settle()
    assert "schijf" in panel.status.text()
    monkeypatch.setattr(panel.drafts, "_actions", desk.drafts)
    panel.flush()
    at.settle()
    assert "schijf" not in panel.status.text()


def test_going_back_to_a_skipped_question_is_told(panel: IntakePanel, at: Hands) -> None:
    at.type("111")
    panel.on_button.click()
    panel.begin()
    at.type("1111")
    at.press("Return")
    at.type("1")
    assert panel.card.remark.text() == "vraag 10 van 10"
    assert panel.still.isHidden()
    at.type("1")
    assert panel.card.remark.text() == "vraag 4 van 10"
    assert panel.still.isVisible()
    assert panel.still.text() == t.nog_open((4,))
    at.type("1")
    assert panel.still.isHidden()


def test_leaving_the_last_question_open_names_what_is_open(panel: IntakePanel, at: Hands) -> None:
    for _ in range(9):
        panel.on_button.click()
        at.settle()
    assert panel.still.isHidden()
    panel.on_button.click()
    at.settle()
    assert panel.still.text() == "Nog niet beantwoord: vraag 1, 2, 3, 4, 5, 6, 7, 8, 9 en 10."


def test_open_questions_are_named_in_words() -> None:
    assert t.nog_open((8,)) == "Nog niet beantwoord: vraag 8."
    assert t.nog_open((8, 10)) == "Nog niet beantwoord: vraag 8 en 10."


def test_a_note_of_301_characters_is_counted_and_refused() -> None:
    vraag = form.vragen_voor(False)[0]
    with pytest.raises(Refused, match=r"tekst\.te_lang"):
        form.note_of(vraag, "x" * 301)
    assert form.note_of(vraag, "x" * 300) == "x" * 300
    with pytest.raises(Refused, match=r"tekst\.tekens"):
        form.note_of(vraag, "a\x07")


def test_a_colleague_goes_on_at_the_first_open_question(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    made = melding(desk)
    desk.intake.answer(made.id, "spoed", Antwoord(keuzes=("geen",)))
    desk.intake.answer(made.id, "wonen", Antwoord(keuzes=("alleen",)))
    card = IntakePanel(desk.intake, tasks)
    show_again(card, desk)
    hands(card)
    assert card.card.remark.text() == "vraag 3 van 10"


def test_an_answer_from_another_desk_lands_without_moving_the_question(
    panel: IntakePanel, at: Hands, desk: VisitDesk
) -> None:
    at.type("1")
    desk.intake.answer(desk.desk.all(Melding)[0].id, "taal", Antwoord(keuzes=("goed",)))
    show_again(panel, desk)
    assert panel.card.remark.text() == "vraag 2 van 10"
    assert panel.form is not None
    assert "taal" in panel.form.antwoorden


def test_an_answer_that_is_not_saved_comes_back(panel: IntakePanel, at: Hands, desk: VisitDesk) -> None:
    desk.fail["answer_intake"] = Unavailable("schijf.vol")
    at.type("1")
    assert panel.card.remark.text() == "vraag 1 van 10"
    assert "schijf" in panel.status.text()


def test_under_27_the_school_question_is_asked(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    melding(desk, YONAS)
    card = IntakePanel(desk.intake, tasks)
    show_again(card, desk, YONAS)
    hands(card)
    assert card.card.remark.text() == "vraag 1 van 11"


def test_every_question_and_answer_has_words() -> None:
    for vraag in form.vragen_voor(None):
        assert vraag.code in t.VRAGEN
        assert vraag.code in t.KORT
        assert set(vraag.opties) == set(t.OPTIES[vraag.code])

"""F9: the check of the advance, its proposal and the decision by somebody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from accessibility import problems
from hands import Hands
from PySide6.QtWidgets import QLabel, QWidget
from visit_desk import PIN, SANNE, VisitDesk

from werkdesk.domain.intake import Antwoord
from werkdesk.domain.klant import Document
from werkdesk.domain.melding import Melding, MeldingFeiten, Uitzondering
from werkdesk.domain.regels.soorten.voorschot import WEIGERINGSGRONDEN
from werkdesk.domain.regels.voorschot_meter import FEITEN
from werkdesk.domain.voorschot import Voorschotbesluit
from werkdesk.domain.waarden.iban import Iban
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.screens.voorschot.panel import AdvancePanel
from werkdesk.ui.teksten import voorschot as t
from werkdesk.ui.texts import SENTENCES
from werkdesk.usecases.aanvragen import Aanvraag
from werkdesk.usecases.klanten import SeenDocument
from werkdesk.usecases.meldingen import NewMelding

Show = Callable[[QWidget], Hands]
FACTS = MeldingFeiten(gemeente="0362", uitzondering=Uitzondering.GEEN)
READY = Aanvraag(
    aanvraagdatum=date(2026, 11, 3), aanvraag_ondertekend=True, normsoort="alleenstaand_21", inkomen=0,
    iban=Iban("NL91ABNA0417164300"),
)  # fmt: skip


@pytest.fixture
def desk() -> VisitDesk:
    made = VisitDesk()
    made.melding.record(NewMelding(klant=SANNE.id, feiten=FACTS))
    return made


def complete(desk: VisitDesk) -> None:
    desk.aanvraag.apply(melding(desk).id, READY)
    seen = SeenDocument(document=Document.PASPOORT, laatste_vier="1234", geldig_tot=date(2030, 1, 1))
    desk.identiteit.seen(SANNE.id, seen)


def melding(desk: VisitDesk) -> Melding:
    return desk.desk.all(Melding)[0]


def f9(desk: VisitDesk, tasks: Tasks, hands: Show) -> tuple[VisitScreen, AdvancePanel, Hands]:
    visit = desk.screen(tasks, Opening(klant=SANNE.id))
    at = hands(visit)
    visit.came()
    at.press("F9")
    panel = visit.parts.panels["controles"]
    assert isinstance(panel, AdvancePanel)
    assert panel.isVisible()
    return visit, panel, at


def words(panel: AdvancePanel) -> str:
    return "\n".join(one.text() for one in panel.findChildren(QLabel) if one.isVisible())


def colleague(desk: VisitDesk, *rollen: str) -> None:
    desk.wie = replace(desk.wie, medewerker="c.ollega", naam="Collega Verzonnen", rollen=rollen)


def test_before_the_application_every_missing_fact_names_the_key_that_brings_it(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    _, panel, _ = f9(desk, tasks, hands)
    said = words(panel)
    assert "1 van 6 gegevens bekend" in said
    assert "de aanvraag – leg de aanvraag vast (Shift+F2)" in said
    assert "controleer de identiteit (Ctrl+I)" in said
    assert not panel.proposing.isVisible()


def test_a_household_that_is_only_proposed_is_said_to_be_unsaved_in_both_places(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    desk.intake.answer(melding(desk).id, "wonen", Antwoord(keuzes=("alleen",)))
    _, panel, _ = f9(desk, tasks, hands)
    said = words(panel)
    assert "Nog niet bewaard: de leefvorm – voorstel uit de intake: Alleen, 21 jaar of ouder" in said
    assert "Nog niet: de leefvorm" not in said


def test_five_of_six_says_which_one_is_missing(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    desk.aanvraag.apply(melding(desk).id, READY)
    _, panel, _ = f9(desk, tasks, hands)
    said = words(panel)
    assert "5 van 6 gegevens bekend" in said
    assert "Nog niet: een gezien document" in said
    assert "di 01-12-2026" in said


def test_six_of_six_is_proposed_with_the_least_amount_by_one_key(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    complete(desk)
    _, panel, at = f9(desk, tasks, hands)
    assert panel.proposing.button.hasFocus()
    at.press("Ctrl+Return")
    zaak = melding(desk).voorschot
    assert zaak is not None
    assert (zaak.bedrag, zaak.voorgesteld_door) == (134_849, "t.verzonnen")
    assert panel.isHidden()


def test_less_than_the_law_asks_is_refused_at_the_amount(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    complete(desk)
    _, panel, at = f9(desk, tasks, hands)
    panel.proposing.amount.set_value("100")
    at.press("Ctrl+Return")
    assert panel.proposing.amount.error == SENTENCES["voorschot.te_laag"]
    assert melding(desk).voorschot is None


def test_nobody_decides_on_their_own_proposal(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    complete(desk)
    desk.wie = replace(desk.wie, rollen=("klantmanager",))
    desk.voorschot.propose(melding(desk).id, 134_849)
    _, panel, at = f9(desk, tasks, hands)
    assert t.ZELF in words(panel)
    assert not panel.deciding.isVisible()
    at.press("Ctrl+Return")
    assert melding(desk).voorschot.besluit is None  # type: ignore[union-attr]


def test_the_counter_does_not_decide(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    complete(desk)
    desk.voorschot.propose(melding(desk).id, 134_849)
    colleague(desk, "balie")
    _, panel, _ = f9(desk, tasks, hands)
    assert t.ROL in words(panel)
    assert not panel.deciding.isVisible()


def test_a_second_person_grants_it_by_two_keys(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    complete(desk)
    desk.voorschot.propose(melding(desk).id, 134_849)
    colleague(desk, "klantmanager")
    visit, panel, at = f9(desk, tasks, hands)
    assert "Tess Verzonnen stelde" in words(panel)
    at.type("1")
    at.type(PIN)
    at.press("Ctrl+Return")
    zaak = melding(desk).voorschot
    assert zaak is not None
    assert (zaak.besluit, zaak.besloten_door) == (Voorschotbesluit.VERLENEN, "c.ollega")
    at.press("F9")
    assert "Toegekend door Collega Verzonnen" in words(panel)
    assert t.BETALEN in visit.advance.words()


def test_who_decides_says_so_by_pin(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    complete(desk)
    desk.voorschot.propose(melding(desk).id, 134_849)
    colleague(desk, "klantmanager")
    _, panel, at = f9(desk, tasks, hands)
    at.type("1")
    at.press("Ctrl+Return")
    assert panel.deciding.pin.error == t.PIN_ONTBREEKT
    at.type("13579")
    at.press("Ctrl+Return")
    assert panel.deciding.pin.error == SENTENCES["pin.onjuist"].format(over=4)
    assert panel.deciding.pin.value() == ""
    assert panel.deciding.choice.value() == Voorschotbesluit.VERLENEN
    assert melding(desk).voorschot.besluit is None  # type: ignore[union-attr]
    at.type(PIN)
    at.press("Return")
    assert melding(desk).voorschot.besluit is Voorschotbesluit.VERLENEN  # type: ignore[union-attr]


def test_a_payment_is_noted_by_one_key_and_can_be_undone(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    complete(desk)
    desk.voorschot.propose(melding(desk).id, 134_849)
    colleague(desk, "klantmanager")
    desk.voorschot.decide(melding(desk).id, Voorschotbesluit.VERLENEN, None)
    visit, panel, at = f9(desk, tasks, hands)
    assert panel.paying.day.editor.hasFocus()
    assert problems(visit) == []
    at.press("Ctrl+Return")
    zaak = melding(desk).voorschot
    assert zaak is not None
    assert [one.nummer for one in zaak.betaald] == [1]
    assert {one.code for one in melding(desk).termijnen} >= {"D05", "D06"}
    notice = desk.notices[-1]
    assert notice.action == t.ONGEDAAN
    assert notice.do is not None
    notice.do()
    at.settle()
    assert melding(desk).voorschot.betaald == ()  # type: ignore[union-attr]
    assert desk.notices[-1].text == t.BETALING_TERUG


def test_a_payment_without_a_day_or_on_a_day_to_come_says_so_at_the_day(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    complete(desk)
    desk.voorschot.propose(melding(desk).id, 134_849)
    colleague(desk, "klantmanager")
    desk.voorschot.decide(melding(desk).id, Voorschotbesluit.VERLENEN, None)
    _, panel, at = f9(desk, tasks, hands)
    panel.paying.day.set_value("")
    at.press("Ctrl+Return")
    assert panel.paying.day.error == t.BETAALD_WANNEER
    panel.paying.day.set_value("30-12-2026")
    at.press("Ctrl+Return")
    assert panel.paying.day.error == SENTENCES["voorschot.toekomst"]
    assert panel.isVisible()


def test_the_counter_does_not_note_a_payment(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    complete(desk)
    desk.voorschot.propose(melding(desk).id, 134_849)
    colleague(desk, "klantmanager")
    desk.voorschot.decide(melding(desk).id, Voorschotbesluit.VERLENEN, None)
    colleague(desk, "balie")
    _, panel, _ = f9(desk, tasks, hands)
    assert t.ROL_BETALEN in words(panel)
    assert not panel.paying.isVisible()


def test_a_refusal_needs_a_ground_of_the_law(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    complete(desk)
    desk.voorschot.propose(melding(desk).id, 134_849)
    colleague(desk, "teamleider")
    _, panel, at = f9(desk, tasks, hands)
    at.press("Ctrl+Return")
    assert panel.deciding.choice.error == t.KIES
    at.type("2")
    at.press("Ctrl+Return")
    assert panel.deciding.grounds.error == SENTENCES["voorschot.grond"]
    at.type("2")
    at.type(PIN)
    at.press("Ctrl+Return")
    zaak = melding(desk).voorschot
    assert zaak is not None
    assert (zaak.besluit, zaak.grond) == (Voorschotbesluit.WEIGEREN, "duidelijk_geen_recht")
    at.press("F9")
    assert "Afgewezen door Collega Verzonnen" in words(panel)


def test_f1_explains_date_and_amount_with_their_article(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    complete(desk)
    visit, _, _ = f9(desk, tasks, hands)
    amount = visit.explain("voorschot:bedrag")
    day = visit.explain("termijn:D04")
    assert amount is not None
    assert day is not None
    assert "95 procent" in amount[1]
    assert any(one.bron.startswith("Pw 52") for one in visit.rules_behind("voorschot:bedrag"))
    assert any(one.bron.startswith("Pw 52") for one in visit.rules_behind("termijn:D04"))


def test_it_can_be_used_without_eyes(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    complete(desk)
    visit, _, _ = f9(desk, tasks, hands)
    assert problems(visit) == []


def test_every_fact_and_ground_has_words() -> None:
    assert set(t.WAAR) == set(t.TOETS) == set(FEITEN)
    assert set(t.GRONDEN) == set(WEIGERINGSGRONDEN)
    assert set(t.BESLUITEN) == set(Voorschotbesluit)

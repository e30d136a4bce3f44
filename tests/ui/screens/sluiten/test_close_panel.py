"""Closing a melding and opening it again, by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from accessibility import problems
from hands import Hands
from PySide6.QtWidgets import QLineEdit, QWidget
from visit_desk import SANNE, VisitDesk

from werkdesk.domain.melding import Afloop, Melding, MeldingFeiten, MeldingStatus, Uitzondering
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.screens.sluiten.panel import ClosePanel
from werkdesk.ui.teksten import sluiten as t
from werkdesk.ui.texts import SENTENCES
from werkdesk.usecases.meldingen import NewMelding

Show = Callable[[QWidget], Hands]
KEY = "Ctrl+Shift+M"


@pytest.fixture
def visit(desk: VisitDesk, tasks: Tasks) -> VisitScreen:
    facts = MeldingFeiten(gemeente="0362", uitzondering=Uitzondering.GEEN)
    desk.melding.record(NewMelding(klant=SANNE.id, feiten=facts))
    return desk.screen(tasks, Opening(bezoek=desk.bezoek(SANNE.id), klant=SANNE.id))


@pytest.fixture
def at(visit: VisitScreen, hands: Show) -> Hands:
    found = hands(visit)
    visit.came()
    found.settle()
    return found


@pytest.fixture
def panel(visit: VisitScreen) -> ClosePanel:
    found = visit.parts.panels["melding.sluiten"]
    assert isinstance(found, ClosePanel)
    return found


def melding(desk: VisitDesk) -> Melding:
    return desk.desk.all(Melding)[0]


def test_a_klant_withdraws_by_three_keys_and_what_ran_stops(
    visit: VisitScreen, at: Hands, desk: VisitDesk, panel: ClosePanel
) -> None:
    assert visit.running.card.dates
    search = QLineEdit()  # as in the frame: where Qt goes when what had the focus is gone
    at.window.layout().insertWidget(0, search)  # type: ignore[union-attr]
    QWidget.setTabOrder(visit, search)
    visit.parts.intake.begin()
    at.press(KEY)
    at.type("11")
    at.press("Ctrl+Return")
    end = melding(desk).sluiting
    assert end is not None
    assert (end.afloop, end.vanuit) == (Afloop.INGETROKKEN, MeldingStatus.AANVRAAG_MOGELIJK)
    assert panel.isHidden()
    assert visit.running.card.dates == ()
    assert "ingetrokken" in visit.case.words()
    assert ("Lopende melding", "geen") in visit.card.identity.facts
    assert visit.parts.melding.begin_button.hasFocus()  # type: ignore[attr-defined]


def test_it_is_undone_within_ten_seconds(at: Hands, desk: VisitDesk) -> None:
    before = melding(desk)
    at.press(KEY)
    at.type("11")
    at.press("Ctrl+Return")
    notice = desk.notices[-1]
    assert (notice.seconds, notice.action) == (10, t.ONGEDAAN)
    assert notice.do is not None
    notice.do()
    at.settle()
    assert melding(desk) == before


@pytest.mark.parametrize(
    ("digits", "code", "where"),
    [
        ("1", "sluiten.vrije_keuze", "says"),
        ("3", "sluiten.reden", "reason"),
        ("4", "sluiten.reden", "reason"),
    ],
)
def test_what_an_end_asks_for_is_said_at_its_place(
    at: Hands, desk: VisitDesk, panel: ClosePanel, digits: str, code: str, where: str
) -> None:
    at.press(KEY)
    at.type(digits)
    at.press("Ctrl+Return")
    assert getattr(panel, where).error == SENTENCES[code]
    assert melding(desk).is_open


def test_a_referral_says_where_to(at: Hands, desk: VisitDesk, panel: ClosePanel) -> None:
    at.press(KEY)
    at.type("3")
    assert panel.reason.editor.hasFocus()
    at.type("SVB")
    at.press("Return")
    end = melding(desk).sluiting
    assert end is not None
    assert (end.afloop, end.reden) == (Afloop.VERWEZEN, "SVB")


def test_no_end_is_chosen_for_anybody(at: Hands, desk: VisitDesk, panel: ClosePanel) -> None:
    at.press(KEY, "Ctrl+Return")
    assert panel.isVisible()
    assert melding(desk).is_open
    assert not panel.asked.isVisible()


def test_a_klantmanager_may_note_that_work_was_found(
    visit: VisitScreen, tasks: Tasks, hands: Show, desk: VisitDesk
) -> None:
    desk.wie = replace(desk.wie, rollen=("klantmanager",))
    again = desk.screen(tasks, Opening(klant=SANNE.id))
    at = hands(again)
    at.press(KEY)
    found = again.parts.panels["melding.sluiten"]
    assert isinstance(found, ClosePanel)
    assert [row.option.value for row in found.ends.rows][:2] == ["ingetrokken", "werk"]
    at.type("212")
    at.press("Ctrl+Return")
    assert melding(desk).sluiting.afloop is Afloop.WERK  # type: ignore[union-attr]


def test_a_closed_melding_is_opened_with_a_reason(
    visit: VisitScreen, at: Hands, desk: VisitDesk, panel: ClosePanel
) -> None:
    at.press(KEY)
    at.type("11")
    at.press("Ctrl+Return", KEY)
    assert panel.title.text() == t.TITEL_OPEN
    assert "Tess Verzonnen" in panel.told.text()
    at.press("Ctrl+Return")
    assert panel.reason.error == SENTENCES["reden.ontbreekt"]
    at.type("verkeerde klant")
    at.press("Ctrl+Return")
    assert melding(desk).is_open
    assert visit.running.card.dates


def test_the_next_day_it_says_who_may(at: Hands, desk: VisitDesk, panel: ClosePanel) -> None:
    at.press(KEY)
    at.type("11")
    at.press("Ctrl+Return")
    desk.clock.now += timedelta(days=1)
    at.press(KEY)
    at.type("toch")
    at.press("Ctrl+Return")
    assert panel.trouble.text() == SENTENCES["heropenen.rol"]
    assert not melding(desk).is_open


def test_it_can_be_used_without_eyes(visit: VisitScreen, at: Hands) -> None:
    at.press(KEY)
    at.type("1")
    assert problems(visit) == []


def test_every_end_has_words() -> None:
    assert set(t.AFLOPEN) == set(t.KORT) == set(Afloop)

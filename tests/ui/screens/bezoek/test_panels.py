"""Panels over a visit: one at a time, and the keys go to the one that lies on top."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import Hands
from PySide6.QtWidgets import QWidget
from visit_desk import SANNE, VisitDesk

from werkdesk.domain.bezoek import Bezoek, Uitkomst
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek import pages
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.screens.identiteit.panel import IdentityPanel
from werkdesk.ui.texts import SENTENCES

Show = Callable[[QWidget], Hands]


@pytest.fixture
def visit(desk: VisitDesk, tasks: Tasks) -> VisitScreen:
    return desk.screen(tasks, Opening(bezoek=desk.bezoek(SANNE.id), klant=SANNE.id))


@pytest.fixture
def at(visit: VisitScreen, hands: Show) -> Hands:
    found = hands(visit)
    visit.came()
    found.settle()
    return found


@pytest.fixture
def identity(visit: VisitScreen) -> IdentityPanel:
    panel = visit.parts.panels["klant.identiteit"]
    assert isinstance(panel, IdentityPanel)
    return panel


def test_ctrl_enter_keeps_the_document_and_not_the_melding_behind_it(
    visit: VisitScreen, at: Hands, desk: VisitDesk, identity: IdentityPanel
) -> None:
    at.press("Ctrl+N", "Ctrl+I")
    at.type("p7731")
    at.type("03-2031")
    at.press("Ctrl+Return")
    assert desk.desk.get(Klant, SANNE.id).controles[0].laatste_vier == "7731"
    assert desk.desk.all(Melding) == []
    assert identity.isHidden()
    at.press("Ctrl+Return")
    assert len(desk.desk.all(Melding)) == 1


@pytest.mark.parametrize(
    ("typed", "code"), [("", "document.soort"), ("p", "document.cijfers"), ("g", "reden.ontbreekt")]
)
def test_ctrl_enter_on_a_document_that_is_not_complete_says_what_is_missing(
    at: Hands, desk: VisitDesk, identity: IdentityPanel, typed: str, code: str
) -> None:
    at.press("Ctrl+I")
    at.type(typed)
    at.press("Ctrl+Return")
    said = (identity.kinds.error, identity.last_four.error, identity.reason.error)
    assert SENTENCES[code] in said
    assert identity.isVisible()
    assert desk.desk.get(Klant, SANNE.id).controles == ()


@pytest.mark.parametrize("key", ["Ctrl+N", "F2", "Ctrl+Shift+A", "Ctrl+F9"])
def test_no_panel_stays_open_over_what_another_key_opens(
    visit: VisitScreen, at: Hands, identity: IdentityPanel, key: str
) -> None:
    at.press("Ctrl+I")
    assert identity.isVisible()
    at.press(key)
    assert identity.isHidden()
    assert visit.panels.shown is None


def test_the_panel_gives_the_keys_back_to_the_work(visit: VisitScreen, at: Hands) -> None:
    at.press("Ctrl+N", "Ctrl+I")
    visit.commands()["terug"]()
    at.settle()
    assert visit.page == pages.WORK
    assert visit.commands()["bewaren"] == visit.parts.melding.save


def test_ctrl_enter_ends_the_visit_with_the_outcome_that_stands_there(at: Hands, desk: VisitDesk) -> None:
    at.press("Ctrl+F9", "Ctrl+Return")
    assert desk.desk.all(Bezoek)[0].uitkomst is Uitkomst.INFORMATIE


def test_f7_goes_to_the_invitation_with_its_appointment(
    visit: VisitScreen, at: Hands, desk: VisitDesk
) -> None:
    at.press("Ctrl+N", "Ctrl+Return", "F7")
    assert visit.page == pages.PREVIEW
    assert visit.parts.preview.talk.isVisible()  # type: ignore[attr-defined]


def test_the_cards_at_the_side_run_the_same_commands_as_the_keys(
    visit: VisitScreen, at: Hands, desk: VisitDesk
) -> None:
    assert visit.case.isHidden()
    at.press("Ctrl+N", "Ctrl+Return")
    assert visit.case in visit.panes()
    for command, button in (*visit.case.buttons.items(), *visit.advance.buttons.items()):
        button.click()
        at.settle()
        assert visit.panels.shown is visit.parts.panels[command], command
    assert [one for one in visit.parts.panels.values() if one.isVisible()] == [visit.panels.shown]


def test_a_panel_that_has_nothing_to_do_is_no_command(visit: VisitScreen, at: Hands) -> None:
    assert {"melding.aanvraag", "controles", "melding.sluiten", "melding.jongere"}.isdisjoint(
        visit.commands()
    )
    at.press("Ctrl+N", "Ctrl+Return")
    assert {"melding.aanvraag", "controles", "melding.sluiten"} <= set(visit.commands())
    assert "melding.jongere" not in visit.commands()

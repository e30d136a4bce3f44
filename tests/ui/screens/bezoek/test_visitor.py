"""Who has this number: taken by another desk, the wrong person, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hands import Hands
from PySide6.QtWidgets import QApplication, QWidget
from visit_desk import SANNE, YONAS, VisitDesk

from werkdesk.domain.bezoek import Bezoek, BezoekStatus, Uitkomst
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.ui.frame.opening import Opening, TypedFacts
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek import pages
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.teksten import bezoek as t
from werkdesk.ui.texts import SENTENCES
from werkdesk.usecases.changes import Changes, Topic

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


def hears(desk: VisitDesk, tasks: Tasks, at: Hands, **facts: Any) -> Bezoek:
    """What the register says of the visit comes in."""
    mine = desk.desk.all(Bezoek)[0]
    there: Bezoek = replace(mine, **facts)
    desk.desk.stands["bezoek", mine.id] = there
    tasks.changed.emit(Changes(Topic.BEZOEK, frozenset({mine.id})))
    at.settle()
    return there


def undo(desk: VisitDesk, at: Hands) -> None:
    """The action of the last notice."""
    do = desk.notices[-1].do
    assert do is not None
    do()
    at.settle()


def test_a_visitor_who_sits_elsewhere_is_let_go_and_the_dossier_stays(
    visit: VisitScreen, at: Hands, desk: VisitDesk, tasks: Tasks
) -> None:
    at.press("Ctrl+N")
    visit.parts.melding.fields.focus("kinderen")  # type: ignore[attr-defined]
    at.type("2")
    focus = QApplication.focusWidget()
    there = hears(desk, tasks, at, balie=1, ook_geroepen=(3,))
    assert desk.notices[-1].text == t.ELDERS.format(nummer=there.nummer, balie=1)
    assert desk.let_go == [there.id]
    assert visit.bezoek is None
    assert "bezoek.afronden" not in visit.commands()
    assert not desk.closed
    assert visit.page == pages.WORK
    assert QApplication.focusWidget() is focus
    assert visit.parts.melding.fields.text_of("kinderen") == "2"  # type: ignore[attr-defined]
    assert visit.reopening() == Opening(klant=SANNE.id)
    at.press("Ctrl+Return")
    assert desk.desk.all(Melding)[0].bezoek is None
    assert desk.desk.get(Bezoek, there.id) == there


def test_it_is_told_once(visit: VisitScreen, at: Hands, desk: VisitDesk, tasks: Tasks) -> None:
    hears(desk, tasks, at, balie=1)
    hears(desk, tasks, at, balie=1, status=BezoekStatus.AFGEROND)
    assert len(desk.notices) == 1


def test_a_visit_that_comes_back_has_its_number_again(
    visit: VisitScreen, at: Hands, desk: VisitDesk, tasks: Tasks
) -> None:
    hears(desk, tasks, at, balie=1, status=BezoekStatus.GEPARKEERD)
    assert "bezoek.afronden" not in visit.commands()
    there = hears(desk, tasks, at, balie=3, status=BezoekStatus.AAN_BALIE)
    assert visit.bezoek == there
    assert "bezoek.afronden" in visit.commands()


def test_a_number_of_nobody_that_is_gone_leaves_nothing_open(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    visit = desk.screen(tasks, Opening(bezoek=desk.bezoek()))
    found = hands(visit)
    hears(desk, tasks, found, balie=1)
    assert desk.closed == [visit.name]


def test_a_new_person_being_typed_outlives_the_number(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    bezoek = desk.bezoek()
    visit = desk.screen(tasks, Opening(bezoek=bezoek))
    found = hands(visit)
    visit.accept_new(TypedFacts(tekst="ahmadi", geslachtsnaam="Ahmadi"))
    found.settle()
    found.type("Reza")
    there = hears(desk, tasks, found, balie=1)
    assert not desk.closed
    assert [key for key in desk.desk.concepten if str(bezoek.id) in key] == []
    again = desk.screen(tasks, visit.reopening())
    hands(again)
    found.settle()
    assert again.parts.person.fields.texts()["voornamen"] == "Reza"  # type: ignore[attr-defined]
    found.press("Ctrl+Return")
    assert len([one for one in desk.desk.all(Klant) if one.id.int >= 0x1000]) == 1
    assert desk.desk.get(Bezoek, bezoek.id) == there


def test_ending_a_visit_of_another_desk_is_refused_and_then_let_go(
    visit: VisitScreen, at: Hands, desk: VisitDesk
) -> None:
    at.press("Ctrl+F9")
    mine = desk.desk.all(Bezoek)[0]
    desk.desk.stands["bezoek", mine.id] = replace(mine, balie=1)
    visit.finishing.decided.emit(Uitkomst.INFORMATIE, None)
    at.settle()
    assert visit.finishing.outcomes.error == SENTENCES["bezoek.elders"]
    assert desk.let_go == [mine.id]
    assert visit.bezoek is None
    assert visit.finishing.isHidden()
    assert desk.desk.get(Bezoek, mine.id).status is BezoekStatus.AAN_BALIE


def chosen(desk: VisitDesk, tasks: Tasks, hands: Show) -> tuple[VisitScreen, Hands]:
    """The wrong person is chosen for the number."""
    visit = desk.screen(tasks, Opening(bezoek=desk.bezoek()))
    found = hands(visit)
    visit.accept_klant(SANNE.id)
    found.settle()
    return visit, found


def test_choosing_a_person_can_be_undone_for_ten_seconds(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    visit, at = chosen(desk, tasks, hands)
    assert visit.page == pages.WORK
    assert (desk.notices[-1].action, desk.notices[-1].seconds) == (t.ONGEDAAN, 10)
    undo(desk, at)
    assert visit.page == pages.WHO
    assert desk.desk.all(Bezoek)[0].klant is None
    assert visit.card.isHidden()
    assert visit.heading().window == visit.heading().rail
    undo(desk, at)
    assert visit.klant == SANNE.id
    assert desk.desk.all(Bezoek)[0].klant == SANNE.id


def test_it_is_somebody_else_and_the_number_goes_along(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    visit, at = chosen(desk, tasks, hands)
    at.press("Ctrl+Shift+F3")
    assert desk.notices[-1].text == t.IEMAND_ANDERS.format(nummer="A301")
    assert visit.accept_klant(YONAS.id)
    at.settle()
    assert visit.card.identity.name == "Tesfay, dhr. Y."
    assert desk.desk.all(Bezoek)[0].klant == YONAS.id
    assert visit.bezoek is not None
    assert visit.heading().rail == "Bezoek A301"


def test_what_was_done_for_the_wrong_person_is_told(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    visit, at = chosen(desk, tasks, hands)
    at.press("Ctrl+N", "Ctrl+Return")
    desk.set(SANNE, email="sanne@example.org")
    visit.refresh()
    at.settle()
    at.press("Ctrl+Shift+F3")
    said = desk.notices[-1].text
    assert t.BLIJFT.format(wat=f"{t.BLIJFT_MELDING}, {t.BLIJFT_GEGEVENS}") in said
    assert desk.desk.all(Melding)[0].klant == SANNE.id


def test_a_draft_for_the_wrong_person_stays_with_them(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    visit, at = chosen(desk, tasks, hands)
    at.press("Ctrl+N")
    visit.parts.melding.fields.focus("kinderen")  # type: ignore[attr-defined]
    at.type("2")
    at.press("Ctrl+Shift+F3")
    visit.accept_klant(YONAS.id)
    at.settle()
    assert list(desk.desk.concepten) == [f"melding:nieuw:{SANNE.id}"]
    assert visit.parts.melding.fields.text_of("kinderen") == ""  # type: ignore[attr-defined]


def test_nobody_can_be_somebody_else(desk: VisitDesk, tasks: Tasks, hands: Show) -> None:
    visit = desk.screen(tasks, Opening(bezoek=desk.bezoek()))
    hands(visit)
    assert "bezoek.ander" not in visit.commands()
    loose = desk.screen(tasks, Opening(klant=SANNE.id))
    hands(loose)
    assert "bezoek.ander" not in loose.commands()

"""Opening a dossier: the visit or a list is the reason, else one digit; shown when it is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import Hands
from PySide6.QtWidgets import QLabel, QWidget
from visit_desk import SANNE, YONAS, VisitDesk

from werkdesk.domain.inzage import Getoond, InzageReden
from werkdesk.errors import Unavailable
from werkdesk.ui.frame.opening import Opening, TypedFacts
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.screens.bezoek import pages
from werkdesk.ui.screens.bezoek.screen import VisitScreen
from werkdesk.ui.teksten import inzage as t
from werkdesk.ui.texts import explain_code
from werkdesk.usecases.changes import Changes, Topic

Show = Callable[[QWidget], Hands]
NO_DISK = Unavailable("inzage.niet_vastgelegd", oorzaak="schijf.vol")


@pytest.fixture
def desk(desk: VisitDesk) -> VisitDesk:
    desk.asks_why = True
    return desk


class Door:
    """One dossier that is being opened."""

    def __init__(self, desk: VisitDesk, tasks: Tasks, hands: Show, opening: Opening) -> None:
        self.visit: VisitScreen = desk.screen(tasks, opening)
        self.at = hands(self.visit)
        self.visit.came()
        self.at.settle()

    @property
    def is_open(self) -> bool:
        return self.visit.dossier is not None and self.visit.page == pages.WORK

    def words(self) -> str:
        return "\n".join(one.text() for one in self.visit.findChildren(QLabel) if one.isVisible())


Opens = Callable[[Opening], Door]


@pytest.fixture
def opens(desk: VisitDesk, tasks: Tasks, hands: Show) -> Opens:
    return lambda opening: Door(desk, tasks, hands, opening)


def reasons(desk: VisitDesk) -> list[str]:
    return [look.reden.code for _, look in desk.boek.kept]


def test_the_visit_at_this_desk_is_the_reason(desk: VisitDesk, opens: Opens) -> None:
    bezoek = desk.bezoek(SANNE.id)
    door = opens(Opening(bezoek=bezoek, klant=SANNE.id))
    assert door.is_open
    ((who, look),) = desk.boek.kept
    assert (who, look.klant, look.getoond) == (desk.wie.medewerker, SANNE.id, Getoond.DOSSIER)
    assert (look.reden, look.bezoek) == (InzageReden("bezoek"), bezoek.id)


def test_a_work_list_is_the_reason_also_of_newer_facts(desk: VisitDesk, tasks: Tasks, opens: Opens) -> None:
    door = opens(Opening(klant=SANNE.id, reden="terugbellen"))
    assert door.is_open
    assert reasons(desk) == ["terugbellen"]
    assert door.visit.reopening() == Opening(klant=SANNE.id, reden="terugbellen")
    desk.set(SANNE, gemeente="0358")
    tasks.changed.emit(Changes(Topic.KLANT, frozenset({SANNE.id})))
    door.at.settle()
    assert door.visit.dossier is not None
    assert door.visit.dossier.klant.feiten.gemeente == "0358"
    assert reasons(desk) == ["terugbellen"]


def test_without_a_visit_one_digit_opens_it_and_counts_for_the_session(
    desk: VisitDesk, tasks: Tasks, opens: Opens
) -> None:
    door = opens(Opening(klant=SANNE.id))
    tasks.changed.emit(Changes(Topic.KLANT, frozenset({SANNE.id})))
    door.at.settle()
    assert (door.visit.page, door.visit.dossier, desk.boek.kept) == (pages.WHY, None, [])
    assert "Berg" not in door.words()
    assert door.visit.heading().rail == t.DOSSIER
    door.at.press("4")
    assert door.is_open
    assert reasons(desk) == ["post"]
    assert door.visit.heading().rail != t.DOSSIER
    assert opens(Opening(klant=SANNE.id)).is_open
    assert opens(Opening(klant=YONAS.id)).visit.page == pages.WHY
    assert reasons(desk) == ["post", "post"]


def test_own_words_open_it_with_enter(desk: VisitDesk, opens: Opens) -> None:
    door = opens(Opening(klant=SANNE.id))
    door.at.press("Tab")
    door.at.press("Return")
    assert door.visit.why.words.error == t.WOORDEN_LEEG
    door.at.type("Vraag over 999993653")
    door.at.press("Return")
    assert door.visit.why.words.error == explain_code("inzage.bsn")
    assert not door.is_open
    door.visit.why.words.set_value("Vraag van de wijkagent")
    door.at.press("Return")
    assert door.is_open
    assert [look.reden for _, look in desk.boek.kept] == [InzageReden("anders", "Vraag van de wijkagent")]


def test_esc_leaves_it_shut_and_nothing_written(desk: VisitDesk, opens: Opens) -> None:
    door = opens(Opening(klant=SANNE.id))
    door.visit.commands()["terug"]()
    assert (desk.closed, desk.boek.kept) == (["bezoek:test"], [])


@pytest.mark.parametrize("in_visit", [True, False])
def test_what_cannot_be_written_is_not_shown_and_can_be_tried_again(
    desk: VisitDesk, opens: Opens, in_visit: bool
) -> None:
    desk.boek.fail = NO_DISK
    bezoek = desk.bezoek(SANNE.id) if in_visit else None
    door = opens(Opening(bezoek=bezoek, klant=SANNE.id))
    if not in_visit:
        door.at.press("2")
    assert (door.visit.page, door.visit.dossier) == (pages.WHY, None)
    assert "schijf.vol" in door.visit.why.trouble.text()
    assert "Berg" not in door.words()
    desk.boek.fail = None
    door.at.press("1")
    assert door.is_open
    assert reasons(desk) == ["bezoek" if in_visit else "telefoon"]


def test_who_was_just_written_in_needs_no_reason(desk: VisitDesk, opens: Opens) -> None:
    door = opens(Opening(nieuw=TypedFacts(geslachtsnaam="Verzonnen")))
    door.visit.visitor.was_made(YONAS.id)
    door.at.settle()
    assert door.is_open
    assert reasons(desk) == ["nieuw_ingevoerd"]


def test_the_form_with_a_whole_bsn_is_a_look_of_its_own(desk: VisitDesk, opens: Opens) -> None:
    door = opens(Opening(klant=SANNE.id, reden="terugbellen"))
    door.visit.change_person()
    door.at.settle()
    assert door.visit.page == pages.PERSON
    assert desk.seen(Getoond.BSN) == [SANNE.id]
    door.visit.back()
    desk.boek.fail = NO_DISK
    door.visit.change_person()
    door.at.settle()
    assert door.visit.page == pages.WORK

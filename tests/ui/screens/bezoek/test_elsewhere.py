"""A colleague who serves the same person at this moment is told, calmly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hands import Hands
from PySide6.QtWidgets import QWidget
from visit_desk import SANNE, VisitDesk

from werkdesk.domain.melding import MeldingFeiten
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.teksten import bezoek as t
from werkdesk.usecases.changes import Changes, Topic
from werkdesk.usecases.meldingen import NewMelding

Show = Callable[[QWidget], Hands]


def test_the_desk_and_the_visit_are_named_and_go_when_it_ends(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    desk.elsewhere[SANNE.id] = replace(desk.bezoek(SANNE.id), balie=2, nummer="Z913")
    visit = desk.screen(tasks, Opening(klant=SANNE.id))
    at = hands(visit)
    assert visit.elsewhere.text() == "Balie 2 is nu met deze klant bezig, bezoek Z913."
    assert visit.elsewhere.isVisible()
    desk.elsewhere.clear()
    tasks.changed.emit(Changes(Topic.BEZOEK))
    at.settle()
    assert visit.elsewhere.isHidden()


def test_a_saved_melding_with_an_open_change_is_not_called_unsaved(
    desk: VisitDesk, tasks: Tasks, hands: Show
) -> None:
    desk.melding.record(NewMelding(klant=SANNE.id, feiten=MeldingFeiten()))
    visit = desk.screen(tasks, Opening(bezoek=desk.bezoek(SANNE.id), klant=SANNE.id))
    at = hands(visit)
    visit.parts.melding.fields.focus("kinderen")  # type: ignore[attr-defined]
    at.type("Fatima Proef")
    at.press("Ctrl+F9")
    assert visit.finishing.warning.text() == t.NOG_WIJZIGING
    at.press("Escape")
    at.press("Ctrl+N", "Ctrl+N")
    at.press("Space")
    at.press("Ctrl+F9")
    assert visit.finishing.warning.text() == t.NOG_CONCEPT

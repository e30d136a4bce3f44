"""From the call-back list straight to the letter: in the dossier, about the case that was called about."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from hands import Hands
from PySide6.QtWidgets import QWidget
from visit_desk import SANNE, VisitDesk

from werkdesk.domain.melding import Kanaal, MeldingFeiten
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.screens.bezoek import pages
from werkdesk.ui.screens.papier.preview import PreviewPage
from werkdesk.ui.teksten import bezoek as t
from werkdesk.usecases.meldingen import NewMelding

Show = Callable[[QWidget], Hands]


def reported(desk: VisitDesk) -> UUID:
    feiten = MeldingFeiten(kanaal=Kanaal.BALIE, gemeente="0362")
    return desk.melding.record(NewMelding(klant=SANNE.id, feiten=feiten)).melding.id


def test_the_letter_is_in_front_as_soon_as_the_dossier_was_read(tasks: Tasks, hands: Show) -> None:
    desk = VisitDesk()
    melding = reported(desk)
    screen = desk.screen(tasks, Opening(klant=SANNE.id))
    screen.start_paper("L02", melding)
    assert screen.page == pages.WORK
    hands(screen)
    assert screen.page == pages.PREVIEW
    preview = screen.parts.preview
    assert isinstance(preview, PreviewPage)
    assert preview.papers.value() == "L02"


def test_a_dossier_that_is_open_shows_it_at_once(tasks: Tasks, hands: Show) -> None:
    desk = VisitDesk()
    melding = reported(desk)
    screen = desk.screen(tasks, Opening(klant=SANNE.id))
    hands(screen)
    screen.start_paper("L02", melding)
    assert screen.page == pages.PREVIEW


def test_a_letter_about_another_melding_than_the_one_that_runs_is_not_made_by_itself(
    tasks: Tasks, hands: Show
) -> None:
    desk = VisitDesk()
    reported(desk)
    screen = desk.screen(tasks, Opening(klant=SANNE.id))
    hands(screen)
    screen.start_paper("L02", UUID(int=999))
    assert screen.page == pages.WORK
    assert (desk.notices[-1].text, desk.notices[-1].tone) == (t.ANDERE_MELDING, Tone.WARN)

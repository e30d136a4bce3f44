"""The outcome that a visit proposes at its end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from visit_desk import SANNE, VisitDesk

from werkdesk.domain.bezoek import BezoekReden, Uitkomst
from werkdesk.domain.melding import MeldingFeiten
from werkdesk.ui.screens.bezoek.words import suggested
from werkdesk.usecases.meldingen import NewMelding


@pytest.mark.parametrize(
    ("reden", "uitkomst"),
    [(BezoekReden.STUKKEN, Uitkomst.STUKKEN_ONTVANGEN), (BezoekReden.BIJSTAND, Uitkomst.INFORMATIE)],
)
def test_who_came_to_hand_in_papers_has_handed_them_in(
    desk: VisitDesk, reden: BezoekReden, uitkomst: Uitkomst
) -> None:
    bezoek = replace(desk.bezoek(SANNE.id), reden=reden)
    assert suggested(bezoek, desk.dossier(SANNE.id), desk.clock().date()) is uitkomst
    assert suggested(bezoek, None, desk.clock().date()) is uitkomst


def test_a_melding_of_this_visit_goes_before_what_it_was_for(desk: VisitDesk) -> None:
    bezoek = replace(desk.bezoek(SANNE.id), reden=BezoekReden.STUKKEN)
    desk.melding.record(NewMelding(klant=SANNE.id, feiten=MeldingFeiten(), bezoek=bezoek.id))
    assert suggested(bezoek, desk.dossier(SANNE.id), desk.clock().date()) is Uitkomst.MELDING

"""What the screens of placements ask, over a session."""

from __future__ import annotations

from functools import partial

from werkdesk.desk.session import DeskSession
from werkdesk.domain import plaatsing_gebeurtenissen as p
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.rechten import may
from werkdesk.domain.regels.plaatsing_oordeel import instrument_van, instrumenten
from werkdesk.ui.dossier.drafts import DraftActions
from werkdesk.ui.screens.plaatsing.actions import PlaatsingActions, Uitzicht
from werkdesk.usecases.plaatsingen import Voornemen


def placement_actions(session: DeskSession, drafts: DraftActions) -> PlaatsingActions:
    """Bound to who is signed in."""
    near, wie = session.actions, session.wie
    placing = near.plaatsingen
    return PlaatsingActions(
        instruments=partial(_instruments, session),
        employer=placing.employer,
        foresee=partial(_foresee, session),
        place=placing.place,
        withdraw=placing.withdraw,
        second_opinion=placing.second_opinion,
        end=placing.end,
        drafts=drafts,
        clock=near.clock,
        ik=wie.medewerker,
        mag=may(p.PlaatsingVastgelegd, wie.rollen),
    )


def _instruments(session: DeskSession) -> tuple[tuple[str, str], ...]:
    found = instrumenten(session.actions.regels.geldend(), kalenderdag(session.actions.clock()))
    return tuple((instrument_van(one), one.naam) for one in found)


def _foresee(session: DeskSession, plan: Voornemen) -> Uitzicht:
    view = session.actions.plaatsingen.foresee(plan)
    return Uitzicht(vooruitzicht=view, weg_sinds=session.actions.lees.verbinding().weg_sinds)

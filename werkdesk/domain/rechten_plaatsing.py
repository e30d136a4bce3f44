"""Who may let a placement go on although the rules hold it up (domain figures 5.6)."""

from __future__ import annotations

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain import plaatsing_gebeurtenissen as p
from werkdesk.domain.plaatsing import BLOCK, WET, Plaatsingskeuze
from werkdesk.domain.rechten_nader import Auteur
from werkdesk.domain.regels.rollen import TEAMLEIDER
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.errors import Refused


def letting_go_on(act: g.Gebeurtenis, stand: Stand | None, auteur: Auteur) -> None:
    """A signal may be weighed by who places people; a block is for a team leader, and the law for nobody.

    What the act does not name as seen is not decided by it: that stays a question. Raises ``Refused``:
    ``plaatsing.wet``, ``plaatsing.rol``.
    """
    hits = _decided(act)
    if any(rule == WET for rule, _ in hits):
        raise Refused("plaatsing.wet", field="einde")
    if any(effect == BLOCK for _, effect in hits) and TEAMLEIDER not in auteur.rollen:
        raise Refused("plaatsing.rol")


def _decided(act: g.Gebeurtenis) -> tuple[tuple[str, str], ...]:
    match act:
        case p.PlaatsingVastgelegd(reden=reden) if reden:
            return act.carrousel.treffers
        case p.PlaatsingBesloten(keuze=Plaatsingskeuze.DOORGAAN):
            return act.treffers
        case _:
            return ()

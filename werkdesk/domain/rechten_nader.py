"""Rights that depend on what an act says, beside the role that its line in the table asks."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.melding import Melding
from werkdesk.domain.regels.afloop import end_roles
from werkdesk.domain.regels.rollen import MET_ZAKEN, TEAMLEIDER, roles_for, step_roles
from werkdesk.domain.regels.toestanden import Rol
from werkdesk.domain.regels.verschuiving import VERSCHUIVING
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.toepassen.toepassen import Stand
from werkdesk.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Auteur:
    """Who did an act: sign-in name and roles. ``gaf``: they gave this case to who has it now."""

    medewerker: str
    rollen: frozenset[str]
    gaf: bool = False


def author_at_desk(
    medewerker: str, rollen: Collection[str], act: g.Gebeurtenis, stand: Stand | None
) -> Auteur:
    """An author as their own desk sees them.

    Who gave a case away last, only the register knows. The desk lets somebody take a case back to themselves,
    which is all that its only way to do that does.
    """
    mine = False
    if isinstance(act, g.MeldingGewijzigd) and isinstance(stand, Melding):
        mine = medewerker == (act.wordt.eigenaar or stand.medewerker)
    return Auteur(medewerker=medewerker, rollen=frozenset(rollen), gaf=mine)


Nader = Callable[[g.Gebeurtenis, Stand | None, Auteur], None]
"""Raises ``Refused`` when the author may not."""


def may_give(eigenaar: str, medewerker: str, rollen: frozenset[str]) -> bool:
    """Whether ``medewerker`` may give a case of ``eigenaar`` away: one's own, or a team leader any."""
    return eigenaar == medewerker or TEAMLEIDER in rollen


def giving(act: g.Gebeurtenis, stand: Stand | None, auteur: Auteur) -> None:
    """A case goes away by its owner or a team leader, and back by who gave it; early is for who judges cases.

    Judged by the owner that the author saw: when that is another by now, the field itself becomes a question.
    Raises ``Refused``: ``overdragen.rol``, ``aanvraag.vervroegen`` (Pw 41 lid 11).
    """
    assert isinstance(act, g.MeldingGewijzigd)  # noqa: S101 - its line in the table
    if "eigenaar" in act.velden and act.was.eigenaar != act.wordt.eigenaar and isinstance(stand, Melding):
        owner = act.was.eigenaar or stand.medewerker
        if not (auteur.gaf or may_give(owner, auteur.medewerker, auteur.rollen)):
            raise Refused("overdragen.rol")
    early = "aanvraag_vervroegd" in act.velden and act.wordt.aanvraag_vervroegd
    if early and not act.was.aanvraag_vervroegd and not auteur.rollen & MET_ZAKEN:
        raise Refused("aanvraag.vervroegen", field="aanvraag_vervroegd")


def shifting(act: g.Gebeurtenis, stand: Stand | None, auteur: Auteur) -> None:
    """Computing dates anew is for everybody; a decision in it that was not there is for who signs besluiten.

    Raises ``Refused('verschuiving.rol')``.
    """
    assert isinstance(act, g.TermijnenHerrekend)  # noqa: S101 - its line in the table
    known = _decisions(stand.termijnen) if isinstance(stand, Melding) else frozenset()
    if _decisions(act.termijnen) - known and Rol.MANDAATHOUDER not in step_roles(auteur.rollen):
        raise Refused("verschuiving.rol")


def closing(act: g.Gebeurtenis, stand: Stand | None, auteur: Auteur) -> None:
    """Each end is a step, for who may take that. Raises ``Refused('stap.rol')``."""
    assert isinstance(act, g.MeldingGesloten)  # noqa: S101 - its line in the table
    if not roles_for(end_roles(act.afloop)) & auteur.rollen:
        raise Refused("stap.rol", field="afloop")


def reopening(act: g.Gebeurtenis, stand: Stand | None, auteur: Auteur) -> None:
    """After the day of the end itself it is for who may judge that (Pw 44 lid 1; decision 11).

    Raises ``Refused('heropenen.rol')``.
    """
    assert isinstance(act, g.MeldingHeropend)  # noqa: S101 - its line in the table
    end = stand.sluiting if isinstance(stand, Melding) else None
    if end is None or kalenderdag(act.moment) == kalenderdag(end.moment):
        return
    if not auteur.rollen & MET_ZAKEN:
        raise Refused("heropenen.rol")


def _decisions(termijnen: tuple[Termijn, ...]) -> frozenset[tuple[str, str, str]]:
    return frozenset(
        (one.code, rule.versie, rule.bron)
        for one in termijnen
        for rule in one.regels
        if rule.regel == VERSCHUIVING
    )

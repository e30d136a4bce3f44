"""What a member of staff may do with a case, by the roles the register gave them."""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType

from werkdesk.domain.regels.toestanden import Rol

_KLANTMANAGER = (Rol.KM_WERK, Rol.KM_INKOMEN, Rol.JONGERENLOKET)
_STEPS_OF = MappingProxyType(
    {
        "balie": (Rol.BALIE,),
        "klantmanager": (Rol.BALIE, *_KLANTMANAGER),
        # Who signs a besluit (mandaathouder) is the team leader here; the register has no role of its own.
        "teamleider": (Rol.BALIE, *_KLANTMANAGER, Rol.MANDAATHOUDER),
    }
)


def step_roles(rollen: Collection[str]) -> tuple[Rol, ...]:
    """Roles of the state machine (domain facts 2.1) for roles of the register; none for who has no case."""
    found = {one for rol in rollen for one in _STEPS_OF.get(rol, ())}
    return tuple(one for one in Rol if one in found)


def may_decide(rollen: Collection[str]) -> bool:
    """Whether somebody may take a besluit (domain facts 2.1: MH), such as moving a date."""
    return Rol.MANDAATHOUDER in step_roles(rollen)


def may_pay_advance(rollen: Collection[str]) -> bool:
    """Whether somebody may have an advance paid (domain facts 2.2, T15: KM-I)."""
    return Rol.KM_INKOMEN in step_roles(rollen)


def may_give(eigenaar: str, medewerker: str, rollen: Collection[str]) -> bool:
    """Whether ``medewerker`` may give a case of ``eigenaar`` away: one's own, or a team leader any."""
    return eigenaar == medewerker or "teamleider" in rollen

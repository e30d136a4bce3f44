"""The roles a register gives its staff, and which part each plays in the state machine of a case."""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType

from werkdesk.domain.regels.toestanden import Rol

BALIE = "balie"
KLANTMANAGER = "klantmanager"
WERKGEVERSADVISEUR = "werkgeversadviseur"
TEAMLEIDER = "teamleider"
BEHEERDER = "functioneel_beheerder"
CONTROLLER = "controller"

ROLLEN = (BALIE, KLANTMANAGER, WERKGEVERSADVISEUR, TEAMLEIDER, BEHEERDER, CONTROLLER)
"""Every role there is, in the order in which they are listed."""

AAN_DE_BALIE = frozenset({BALIE, KLANTMANAGER, TEAMLEIDER})
"""Who helps klanten (security study 6.7: "new intake")."""

MET_ZAKEN = frozenset({KLANTMANAGER, TEAMLEIDER})
"""Who judges a case; the team leader signs besluiten too, as the register knows no mandaathouder."""

STELT_REGELS_VOOR = frozenset({BEHEERDER})
STELT_REGELS_VAST = frozenset({BEHEERDER, TEAMLEIDER})
"""Who changes rule tables, and who approves what a colleague proposed (decision 8)."""

_KLANTMANAGER = (Rol.KM_WERK, Rol.KM_INKOMEN, Rol.JONGERENLOKET)
_STEPS_OF = MappingProxyType(
    {
        BALIE: (Rol.BALIE,),
        KLANTMANAGER: (Rol.BALIE, *_KLANTMANAGER),
        TEAMLEIDER: (Rol.BALIE, *_KLANTMANAGER, Rol.MANDAATHOUDER),
    }
)


def step_roles(rollen: Collection[str]) -> tuple[Rol, ...]:
    """Roles of the state machine (domain facts 2.1) for roles of the register; none for who has no case."""
    found = {one for rol in rollen for one in _STEPS_OF.get(rol, ())}
    return tuple(one for one in Rol if one in found)


def roles_for(steps: Collection[Rol]) -> frozenset[str]:
    """Roles of the register that may take a step for which one of ``steps`` is asked."""
    return frozenset(rol for rol in ROLLEN if set(_STEPS_OF.get(rol, ())) & set(steps))

"""How the ends of a melding stand in the state machine (domain facts 2.2)."""

from __future__ import annotations

from types import MappingProxyType

from werkdesk.domain.melding import Afloop
from werkdesk.domain.regels.toestanden import OVERGANGEN, Rol, Toestand

_STEPS = MappingProxyType(
    {
        Afloop.INGETROKKEN: "melding_ingetrokken",
        Afloop.OPLEIDING: "melding_ingetrokken",
        Afloop.WERK: "werk_gevonden",
        Afloop.VERWEZEN: "melding_verwezen",
        Afloop.VERGISSING: "melding_vervallen",
        Afloop.TOEGEKEND: "toegekend",
        Afloop.AFGEWEZEN: "afgewezen",
    }
)
EINDE = MappingProxyType(
    {
        Afloop.INGETROKKEN: Toestand.INGETROKKEN,
        Afloop.OPLEIDING: Toestand.INGETROKKEN,
        Afloop.WERK: Toestand.DIRECT_AAN_WERK,
        Afloop.VERWEZEN: Toestand.AFGEHANDELD,
        Afloop.VERGISSING: Toestand.AFGEHANDELD,
        Afloop.TOEGEKEND: Toestand.TOEGEKEND,
        Afloop.AFGEWEZEN: Toestand.AFGEWEZEN,
    }
)
"""Afloop -> the state in which the case ends."""


def end_event(afloop: Afloop, *, has_application: bool) -> str:
    """The step of an end: an application is withdrawn in writing; before it there is only the melding."""
    event = _STEPS[afloop]
    return "aanvraag_ingetrokken" if has_application and event == "melding_ingetrokken" else event


def end_roles(afloop: Afloop) -> frozenset[Rol]:
    """Who may end a case so, in whatever state it is: desks that are apart know different states."""
    events = {end_event(afloop, has_application=known) for known in (False, True)}
    return frozenset(rol for step in OVERGANGEN if step.gebeurtenis in events for rol in step.rollen)

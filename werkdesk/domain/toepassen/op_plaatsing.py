"""How a placement changes."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from werkdesk.domain import plaatsing_gebeurtenissen as p
from werkdesk.domain.plaatsing import (
    NADER_ONDERZOEK,
    VERDRINGING,
    Plaatsing,
    Plaatsingsbesluit,
    Plaatsingseinde,
    Plaatsingskeuze,
    TweedeOordeel,
)
from werkdesk.errors import Refused


def apply_plaatsing(stand: Plaatsing | None, act: p.PlaatsingGebeurtenis) -> Plaatsing:
    """The placement after the act.

    Raises ``Refused``: ``plaatsing.bestaat``, ``plaatsing.onbekend``, ``plaatsing.verdringing`` (a test that
    says no), ``plaatsing.al_besloten``, ``plaatsing.geen_besluit``, ``plaatsing.geen_onderzoek``,
    ``plaatsing.al_beoordeeld``, ``plaatsing.zelfde_persoon``, ``plaatsing.beeindigd``,
    ``plaatsing.ingetrokken``, ``volgorde.ongeldig``.
    """
    if isinstance(act, p.PlaatsingVastgelegd):
        if stand is not None:
            raise Refused("plaatsing.bestaat")
        return _placed(act)
    if stand is None:
        raise Refused("plaatsing.onbekend")
    match act:
        case p.PlaatsingBesloten():
            return replace(stand, besluit=_decided(stand, act))
        case p.VerdringingBeoordeeld():
            return replace(stand, tweede=_second(stand, act))
        case p.PlaatsingBeeindigd():
            return replace(stand, einde=_ended(stand, act))
        case _ as never:
            assert_never(never)


def _placed(act: p.PlaatsingVastgelegd) -> Plaatsing:
    if act.feiten.einde < act.feiten.begin:
        raise Refused("volgorde.ongeldig", field="einde")
    if act.toets is not None and act.toets.oordeel == VERDRINGING and not act.feiten.betaald:
        raise Refused("plaatsing.verdringing", field="toets")
    decided = None
    if act.reden:
        decided = Plaatsingsbesluit(
            keuze=Plaatsingskeuze.DOORGAAN, reden=act.reden, medewerker=act.medewerker, moment=act.moment,
            treffers=act.carrousel.treffers,
        )  # fmt: skip
    return Plaatsing(
        id=act.id, klant=act.klant, gemeente=act.gemeente, feiten=act.feiten, carrousel=act.carrousel,
        toets=act.toets, medewerker=act.medewerker, balie=act.balie, moment=act.moment, besluit=decided,
    )  # fmt: skip


def _decided(stand: Plaatsing, act: p.PlaatsingBesloten) -> Plaatsingsbesluit | None:
    """What was decided with other hits in sight may be decided anew; a withdrawal stays until taken back."""
    before = stand.besluit
    if act.keuze is Plaatsingskeuze.TERUG:
        if before is None:
            raise Refused("plaatsing.geen_besluit")
        return None
    if before is not None and (not stand.telt or set(act.treffers) <= set(before.treffers)):
        raise Refused("plaatsing.al_besloten")
    return Plaatsingsbesluit(
        keuze=act.keuze, reden=act.reden, medewerker=act.medewerker, moment=act.moment, treffers=act.treffers
    )


def _second(stand: Plaatsing, act: p.VerdringingBeoordeeld) -> TweedeOordeel:
    if stand.toets is None or stand.toets.oordeel != NADER_ONDERZOEK:
        raise Refused("plaatsing.geen_onderzoek")
    if stand.tweede is not None:
        raise Refused("plaatsing.al_beoordeeld")
    if stand.medewerker == act.medewerker:
        raise Refused("plaatsing.zelfde_persoon")
    return TweedeOordeel(mag=act.mag, reden=act.reden, medewerker=act.medewerker, moment=act.moment)


def _ended(stand: Plaatsing, act: p.PlaatsingBeeindigd) -> Plaatsingseinde:
    if not stand.telt:
        raise Refused("plaatsing.ingetrokken")
    if stand.einde is not None:
        raise Refused("plaatsing.beeindigd")
    if act.einde < stand.feiten.begin:
        raise Refused("volgorde.ongeldig", field="einde")
    return Plaatsingseinde(
        einde=act.einde,
        contract=act.contract,
        schuld=act.schuld,
        medewerker=act.medewerker,
        moment=act.moment,
    )

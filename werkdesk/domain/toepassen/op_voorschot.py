"""How the advance of a case changes: proposed by one, decided by another, then paid."""

from __future__ import annotations

from dataclasses import replace

from werkdesk.domain.voorschot import Voorschotbesluit, Voorschotbetaling, Voorschotzaak
from werkdesk.domain.voorschot_gebeurtenissen import (
    VoorschotBesloten,
    VoorschotBetaald,
    VoorschotBetalingTeruggenomen,
    VoorschotVoorgesteld,
)
from werkdesk.errors import Refused


def apply_voorschot(
    stand: Voorschotzaak | None, act: VoorschotVoorgesteld | VoorschotBesloten
) -> Voorschotzaak:
    """The advance after the act. A proposal that nobody decided on yet may be replaced.

    Raises ``Refused``: ``voorschot.al_besloten``, ``voorschot.geen_voorstel``, ``voorschot.zelfde_persoon``,
    ``voorschot.grond`` (a refusal without one).
    """
    if stand is not None and stand.besluit is not None:
        raise Refused("voorschot.al_besloten")
    if isinstance(act, VoorschotVoorgesteld):
        return Voorschotzaak(bedrag=act.bedrag, voorgesteld_door=act.medewerker, voorgesteld_op=act.moment)
    if stand is None:
        raise Refused("voorschot.geen_voorstel")
    if stand.voorgesteld_door == act.medewerker:
        raise Refused("voorschot.zelfde_persoon")
    if act.besluit is Voorschotbesluit.WEIGEREN and not act.grond:
        raise Refused("voorschot.grond", field="grond")
    return replace(
        stand, besluit=act.besluit, besloten_door=act.medewerker, besloten_op=act.moment, grond=act.grond
    )


def apply_payment(
    stand: Voorschotzaak | None, act: VoorschotBetaald | VoorschotBetalingTeruggenomen
) -> Voorschotzaak:
    """The advance after a payment was noted, or the last one was taken back.

    Raises ``Refused``: ``voorschot.niet_verleend``, ``voorschot.al_betaald`` (another desk noted this one
    first), ``voorschot.geen_betaling``.
    """
    if stand is None or stand.besluit is not Voorschotbesluit.VERLENEN:
        raise Refused("voorschot.niet_verleend")
    if isinstance(act, VoorschotBetaald):
        if act.nummer != len(stand.betaald) + 1:
            raise Refused("voorschot.al_betaald")
        paid = Voorschotbetaling(nummer=act.nummer, dag=act.dag, medewerker=act.medewerker, moment=act.moment)
        return replace(stand, betaald=(*stand.betaald, paid))
    if not stand.betaald or stand.betaald[-1].nummer != act.nummer:
        raise Refused("voorschot.geen_betaling")
    return replace(stand, betaald=stand.betaald[:-1])

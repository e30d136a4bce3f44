"""How the advance of a case changes: proposed by one, decided by another."""

from __future__ import annotations

from dataclasses import replace

from werkdesk.domain.gebeurtenissen import VoorschotBesloten, VoorschotVoorgesteld
from werkdesk.domain.voorschot import Voorschotbesluit, Voorschotzaak
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

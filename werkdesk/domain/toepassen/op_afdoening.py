"""How the answer to a question changes."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.afdoening import Afdoening
from werkdesk.errors import Refused


def apply_afdoening(stand: Afdoening | None, act: g.AfdoeningGebeurtenis) -> Afdoening:
    """The answer after the act. The first answer that arrives is the answer: a second one changes nothing.

    Raises ``Refused('afdoening.onbekend')`` when an answer is taken back that was never given.
    """
    match act:
        case g.VraagAfgedaan():
            if stand is not None and not stand.heropend:
                return stand
            return Afdoening(
                id=act.id, keuze=act.keuze, medewerker=act.medewerker, balie=act.balie, moment=act.moment,
                reden=act.reden,
            )  # fmt: skip
        case g.VraagHeropend():
            if stand is None:
                raise Refused("afdoening.onbekend")
            return replace(stand, heropend=True)
        case _ as never:
            assert_never(never)

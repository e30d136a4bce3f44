"""How letters and agreements change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.papier import Afdruk, Brief, BriefStatus, Overeenkomst
from werkdesk.errors import Refused


def apply_brief(stand: Brief | None, act: g.BriefGebeurtenis) -> Brief:
    """The letter after the act. Raises ``Refused('brief.onbekend')`` or ``('brief.bestaat')``."""
    if isinstance(act, g.BriefOpgemaakt):
        if stand is not None:
            raise Refused("brief.bestaat")
        return Brief(
            id=act.id, code=act.code, kenmerk=act.kenmerk, klant=act.klant, sha256=act.sha256,
            bladzijden=act.bladzijden, sjabloon=act.sjabloon, datum=act.datum, melding=act.melding,
            overeenkomst=act.overeenkomst, over=act.over,
        )  # fmt: skip
    if stand is None:
        raise Refused("brief.onbekend")
    match act:
        case g.BriefAangeboden():
            afdruk = Afdruk(
                printer=act.printer, opdracht=act.opdracht, exemplaren=act.exemplaren, moment=act.moment,
                medewerker=act.medewerker, balie=act.balie, duplicaat=len(stand.afdrukken),
            )  # fmt: skip
            return replace(
                stand, status=BriefStatus.AANGEBODEN, reden_later=None, afdrukken=(*stand.afdrukken, afdruk)
            )
        case g.BriefUitgesteld():
            if stand.status is BriefStatus.AANGEBODEN:
                return stand  # it came out of a printer already; a later failure does not undo paper
            return replace(stand, status=BriefStatus.LATER, reden_later=act.reden)
        case _ as never:
            assert_never(never)


def apply_overeenkomst(stand: Overeenkomst | None, act: g.OvereenkomstGebeurtenis) -> Overeenkomst:
    """The agreement after the act. Raises ``Refused('overeenkomst.bestaat')``."""
    if stand is not None:
        raise Refused("overeenkomst.bestaat")
    return Overeenkomst(
        id=act.id, nummer=act.nummer, klant=act.klant, gemeente=act.gemeente, voorwaarden=act.voorwaarden,
        opgesteld_op=act.moment, medewerker=act.medewerker, melding=act.melding,
    )  # fmt: skip

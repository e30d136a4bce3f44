"""How a visit changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bezoek import Bezoek, BezoekStatus
from werkdesk.errors import Refused


def apply_bezoek(stand: Bezoek | None, act: g.BezoekGebeurtenis) -> Bezoek:
    """The visit after the act. Raises ``Refused('bezoek.onbekend')`` or ``('bezoek.bestaat')``."""
    if isinstance(act, g.BezoekBinnengekomen):
        if stand is not None:
            raise Refused("bezoek.bestaat")
        return Bezoek(
            id=act.id, nummer=act.nummer, reden=act.reden, binnen=act.moment, locatie=act.locatie,
            voorrang=act.voorrang, klant=act.klant,
        )  # fmt: skip
    if stand is None:
        raise Refused("bezoek.onbekend")
    return _change(stand, act)


def _change(
    stand: Bezoek,
    act: g.BezoekOpgeroepen
    | g.BezoekNietVerschenen
    | g.BezoekGeparkeerd
    | g.BezoekTeruggezet
    | g.BezoekHervat
    | g.BezoekKlantGekozen
    | g.BezoekAfgerond
    | g.BezoekHeropend,
) -> Bezoek:
    match act:
        case g.BezoekOpgeroepen():
            return _call(stand, act)
        case g.BezoekNietVerschenen():
            return replace(stand, status=BezoekStatus.NIET_VERSCHENEN, klaar=act.moment)
        case g.BezoekGeparkeerd():
            return replace(stand, status=BezoekStatus.GEPARKEERD, notitie=act.notitie)
        case g.BezoekTeruggezet():
            return _take_back(stand)
        case g.BezoekHervat():
            return replace(stand, status=BezoekStatus.AAN_BALIE, balie=act.balie, klaar=None)
        case g.BezoekKlantGekozen():
            return replace(stand, klant=act.klant)
        case g.BezoekAfgerond():
            return replace(
                stand, status=BezoekStatus.AFGEROND, uitkomst=act.uitkomst,
                verwezen_naar=act.verwezen_naar, klaar=act.moment,
            )  # fmt: skip
        case g.BezoekHeropend():
            return replace(
                stand, status=BezoekStatus.AAN_BALIE, uitkomst=None, verwezen_naar=None, klaar=None
            )
        case _ as never:
            assert_never(never)


def _call(stand: Bezoek, act: g.BezoekOpgeroepen) -> Bezoek:
    elsewhere = stand.balie is not None and stand.balie != act.balie
    if elsewhere and stand.status in (BezoekStatus.AAN_BALIE, BezoekStatus.AFGEROND):
        # Two desks called the same number while they could not know. The first one keeps the visitor; the
        # second sees who does. Neither call is a mistake, so neither is refused.
        if act.balie in stand.ook_geroepen:
            return stand
        return replace(stand, ook_geroepen=(*stand.ook_geroepen, act.balie))
    return replace(
        stand, status=BezoekStatus.AAN_BALIE, balie=act.balie, geroepen=stand.geroepen or act.moment,
        laatst_geroepen=_later(stand.laatste_oproep, act), oproepen=stand.oproepen + 1, klaar=None,
    )  # fmt: skip


def _later(before: datetime | None, act: g.BezoekOpgeroepen) -> datetime:
    """A call that arrives late never makes the hall go back in time."""
    return act.moment if before is None else max(before, act.moment)


def _take_back(stand: Bezoek) -> Bezoek:
    """Undo the last call. Who does not sit at a desk is left where they are."""
    if stand.status is not BezoekStatus.AAN_BALIE:
        return stand
    left = max(0, stand.oproepen - 1)
    called = stand.geroepen if left else None
    return replace(
        stand, status=BezoekStatus.WACHT, balie=None, geroepen=called, laatst_geroepen=called, oproepen=left
    )

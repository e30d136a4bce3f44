"""How a visit changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bezoek import Bezoek, BezoekStatus
from werkdesk.errors import Refused


def apply_bezoek(stand: Bezoek | None, act: g.BezoekGebeurtenis) -> Bezoek:
    """The visit after the act.

    Raises ``Refused``: ``bezoek.onbekend``, ``bezoek.bestaat``, and ``bezoek.elders`` (with ``balie``) for
    the end of a visit that sits at another desk.
    """
    if isinstance(act, g.BezoekBinnengekomen):
        if stand is not None:
            raise Refused("bezoek.bestaat")
        return Bezoek(
            id=act.id, nummer=act.nummer, reden=act.reden, binnen=act.moment, locatie=act.locatie,
            voorrang=act.voorrang, klant=act.klant,
        )  # fmt: skip
    if stand is None:
        raise Refused("bezoek.onbekend")
    if isinstance(act, _BY_ITS_DESK) and held_elsewhere(stand, act.balie):
        # Two desks called this number while they could not know, and the first one keeps the visitor. What
        # the other one did with its call meanwhile changes nothing; an end is more than that, so it is told.
        if isinstance(act, g.BezoekAfgerond) and stand.status is BezoekStatus.AAN_BALIE:
            raise Refused("bezoek.elders", balie=stand.balie or 0)
        return stand
    return _change(stand, act)


_BY_ITS_DESK = (
    g.BezoekNietVerschenen, g.BezoekGeparkeerd, g.BezoekTeruggezet, g.BezoekKlantGekozen, g.BezoekAfgerond,
)  # fmt: skip


def held_elsewhere(stand: Bezoek, balie: int | None) -> bool:
    """Whether another desk than ``balie`` has, or had to the end, this visitor."""
    held = stand.status in (BezoekStatus.AAN_BALIE, BezoekStatus.AFGEROND)
    return held and balie is not None and stand.balie not in (None, balie)


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
        case g.BezoekHervat() if stand.status is BezoekStatus.AAN_BALIE:
            return stand  # two desks went on with one visitor: the first one keeps them
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

"""How a melding changes, from the day it is made to its end."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain import voorschot_gebeurtenissen as v
from werkdesk.domain.belpoging import Belpoging
from werkdesk.domain.bewijs import Bewijs
from werkdesk.domain.melding import Melding, MeldingStatus, Sluiting
from werkdesk.domain.toepassen.op_voorschot import apply_payment, apply_voorschot
from werkdesk.domain.toepassen.uitkomst import Botsing, merge_fields
from werkdesk.errors import Refused

_Verder = (
    g.TermijnenHerrekend
    | g.BelpogingGedaan
    | g.BewijsGezien
    | v.VoorschotVoorgesteld
    | v.VoorschotBesloten
    | v.VoorschotBetaald
    | v.VoorschotBetalingTeruggenomen
    | g.MeldingGesloten
    | g.MeldingHeropend
)


def apply_melding(stand: Melding | None, act: g.MeldingGebeurtenis) -> tuple[Melding, tuple[Botsing, ...]]:
    """The melding after the act.

    Raises ``Refused``: ``melding.onbekend``, ``melding.bestaat``, ``melding.gesloten`` (closed already),
    ``melding.open`` (nothing to open again), and as :func:`apply_voorschot` and
    :func:`apply_payment`.
    """
    if isinstance(act, g.MeldingGedaan):
        if stand is not None:
            raise Refused("melding.bestaat")
        return _made(act), ()
    if stand is None:
        raise Refused("melding.onbekend")
    if isinstance(act, g.MeldingGewijzigd):
        facts, clashes = merge_fields(stand.feiten, act.velden, act.was, act.wordt)
        return replace(stand, feiten=facts, ontbreekt=act.ontbreekt), clashes
    return _goes_on(stand, act), ()


def _made(act: g.MeldingGedaan) -> Melding:
    return Melding(
        id=act.id, kenmerk=act.kenmerk, klant=act.klant, moment=act.moment, feiten=act.feiten,
        status=act.status, medewerker=act.medewerker, balie=act.balie, bezoek=act.bezoek,
        ontbreekt=act.ontbreekt, termijnen=act.termijnen, externe_ref=act.externe_ref,
    )  # fmt: skip


def _goes_on(stand: Melding, act: _Verder) -> Melding:
    match act:
        case g.TermijnenHerrekend():
            # Another desk may compute dates of a case that was closed meanwhile: that does not open it again.
            status = act.status if stand.sluiting is None else stand.status
            return replace(stand, termijnen=act.termijnen, status=status)
        case g.BelpogingGedaan():
            return replace(stand, belpogingen=_with_call(stand.belpogingen, act.poging))
        case g.BewijsGezien():
            return replace(stand, bewijzen=_with_evidence(stand.bewijzen, act.bewijs))
        case v.VoorschotVoorgesteld() | v.VoorschotBesloten():
            return replace(stand, voorschot=apply_voorschot(stand.voorschot, act))
        case v.VoorschotBetaald() | v.VoorschotBetalingTeruggenomen():
            return replace(stand, voorschot=apply_payment(stand.voorschot, act))
        case g.MeldingGesloten():
            return _closed(stand, act)
        case g.MeldingHeropend():
            return _reopened(stand)
        case _ as never:
            assert_never(never)


def _with_call(calls: tuple[Belpoging, ...], new: Belpoging) -> tuple[Belpoging, ...]:
    """Oldest first, whatever desk told of it first."""
    return tuple(sorted({*calls, new}, key=lambda call: (call.moment, call.medewerker)))


def _closed(stand: Melding, act: g.MeldingGesloten) -> Melding:
    if not stand.is_open:
        raise Refused("melding.gesloten")
    end = Sluiting(
        afloop=act.afloop, moment=act.moment, medewerker=act.medewerker, vanuit=stand.status,
        reden=act.reden, schriftelijk=act.schriftelijk,
    )  # fmt: skip
    return replace(stand, status=MeldingStatus.GESLOTEN, sluiting=end)


def _reopened(stand: Melding) -> Melding:
    if stand.sluiting is None:
        raise Refused("melding.open")
    return replace(stand, status=stand.sluiting.vanuit, sluiting=None)


def _with_evidence(seen: tuple[Bewijs, ...], new: Bewijs) -> tuple[Bewijs, ...]:
    """Each kind once, with the first time it was seen: the order of two desks does not matter."""
    first: dict[str, Bewijs] = {}
    for one in sorted((*seen, new), key=lambda one: (one.moment, one.medewerker)):
        first.setdefault(one.code, one)
    return tuple(first.values())

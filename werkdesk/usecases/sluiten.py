"""Closing a melding with what became of it, and opening it again when that was a mistake."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.melding import Afloop, Melding
from werkdesk.domain.regels.afloop import EINDE, end_event
from werkdesk.domain.regels.toestanden import HERSTELBAAR, OVERGANGEN, Rol, Toestand
from werkdesk.domain.regels.zaakverloop import ZaakFeiten, zet_stap
from werkdesk.errors import Refused
from werkdesk.usecases.meldingen import MeldingSaved, committed, open_melding
from werkdesk.usecases.ports import Clock, Wie, Work
from werkdesk.usecases.rollen import step_roles

LONGEST_REASON = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Einde:
    """How a melding ends. ``vrije_keuze``: the klant wants it; ``schriftelijk``: and wrote it down.

    ``reden``: where to, or why; at most 300 characters.
    """

    afloop: Afloop
    vrije_keuze: bool = False
    schriftelijk: bool = False
    reden: str = ""


def close_melding(rid: UUID, einde: Einde, *, wie: Wie, work: Work, clock: Clock) -> MeldingSaved:
    """Close a melding.

    Raises ``Refused``: ``melding.onbekend``, ``melding.gesloten``, ``stap.onbekend``, ``stap.rol``,
    ``tekst.te_lang``, ``sluiten.vrije_keuze``, ``sluiten.schriftelijk``, ``sluiten.reden``.
    """
    reden = _reason(einde.reden)
    with work(wie) as cache:
        melding = open_melding(cache, rid)
        now = clock()
        facts = ZaakFeiten(
            vandaag=kalenderdag(now),
            vrije_keuze=einde.vrije_keuze,
            schriftelijk=einde.schriftelijk,
            heeft_aanvraag=melding.feiten.aanvraagdatum is not None,
            reden=reden or None,
        )
        _take(melding, _event(melding, einde.afloop), step_roles(wie.rollen), facts)
        cache.record(
            g.MeldingGesloten(
                id=rid,
                afloop=einde.afloop,
                medewerker=wie.medewerker,
                moment=now,
                reden=reden or None,
                schriftelijk=einde.schriftelijk,
            )
        )
        return committed(cache, rid)


def reopen_melding(rid: UUID, reden: str, *, wie: Wie, work: Work, clock: Clock) -> MeldingSaved:
    """Take the end of a melding back; its day and dates stay.

    Raises ``Refused``: ``melding.onbekend``, ``melding.open``, ``heropenen.besluit`` (a decision stands),
    ``heropenen.rol`` (after the day itself it is for a klantmanager), ``reden.ontbreekt``, ``tekst.te_lang``.
    """
    bare = _reason(reden)
    if not bare:
        raise Refused("reden.ontbreekt", field="reden")
    with work(wie) as cache:
        melding = cache.get(Melding, rid)
        if melding is None:
            raise Refused("melding.onbekend")
        now = clock()
        check_reopening(melding, wie.rollen, kalenderdag(now))
        cache.record(g.MeldingHeropend(id=rid, reden=bare, medewerker=wie.medewerker, moment=now))
        return committed(cache, rid)


def check_reopening(melding: Melding, rollen: Collection[str], vandaag: date) -> None:
    """May somebody with these roles open it again? Raises as :func:`reopen_melding`."""
    end = melding.sluiting
    if end is None:
        raise Refused("melding.open")
    ended = EINDE[end.afloop]
    if ended not in HERSTELBAAR:
        raise Refused("heropenen.besluit")
    facts = ZaakFeiten(vandaag=vandaag, gesloten_op=kalenderdag(end.moment), reden="ja")
    roles = step_roles(rollen)
    if not any(_is_allowed(ended, event, roles, facts) for event in ("heropend", "alsnog_heropend")):
        raise Refused("heropenen.rol")


def possible_ends(melding: Melding, rollen: Collection[str]) -> tuple[Afloop, ...]:
    """Ends that somebody with these roles may choose now; what they ask for is said at the choice."""
    if not melding.is_open:
        return ()
    state, roles = Toestand(melding.status.value), set(step_roles(rollen))
    return tuple(
        afloop
        for afloop in Afloop
        for step in OVERGANGEN
        if step.gebeurtenis == _event(melding, afloop) and state in step.van and roles & step.rollen
    )


def _event(melding: Melding, afloop: Afloop) -> str:
    return end_event(afloop, has_application=melding.feiten.aanvraagdatum is not None)


def _take(melding: Melding, event: str, roles: tuple[Rol, ...], facts: ZaakFeiten) -> None:
    state = Toestand(melding.status.value)
    step = next((one for one in OVERGANGEN if one.gebeurtenis == event and state in one.van), None)
    if step is None:
        raise Refused("stap.onbekend", field="afloop")
    role = next((one for one in roles if one in step.rollen), None)
    if role is None:
        raise Refused("stap.rol", field="afloop")
    if step.eis in ("vrije_keuze", "eigen_wens") and not facts.vrije_keuze:
        raise Refused("sluiten.vrije_keuze", field="vrije_keuze")
    if step.eis in ("vrije_keuze", "schriftelijk") and not facts.schriftelijk:
        raise Refused("sluiten.schriftelijk", field="schriftelijk")
    if step.eis == "reden" and not facts.reden:
        raise Refused("sluiten.reden", field="reden")
    zet_stap(state, event, role, facts)


def _is_allowed(state: Toestand, event: str, roles: tuple[Rol, ...], facts: ZaakFeiten) -> bool:
    for role in roles:
        try:
            zet_stap(state, event, role, facts)
        except Refused:
            continue
        return True
    return False


def _reason(text: str) -> str:
    bare = " ".join(text.split())
    if len(bare) > LONGEST_REASON:
        raise Refused("tekst.te_lang", field="reden", hoogstens=LONGEST_REASON)
    return bare

"""May this step be taken now, by this role, on these facts? (domain facts 2.2: guards)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.regels.toestanden import (
    NA_TOEKENNING,
    OVERGANGEN,
    WACHT_OP_BESLUIT,
    Overgang,
    Rol,
    Toestand,
)
from werkdesk.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class ZaakFeiten:
    """What the guards look at. ``None`` and ``False`` mean "not established": a guard then says no.

    ``vandaag``: the day of the step. ``zaak``: where the case stands beside which an advance runs.
    ``zoektermijn`` and ``eerste_aanvraagdatum``: as computed for the melding. ``uitzondering``: one was found
    later; ``vervroegd``: the college decided to take it up early (Pw 41 lid 11). ``schriftelijk``: confirmed
    in writing; ``vrije_keuze``: the klant withdraws freely. ``hersteltermijn_tot``: last day to complete.
    ``besluit``, ``handtekeningen``: needed before anybody starts. ``gesloten_op``: the day on which it was
    closed. ``verdringingstoets`` and ``binnen_plafond``: for an extension.
    """

    vandaag: date
    zaak: Toestand | None = None
    zoektermijn: Driewaardig | None = None
    eerste_aanvraagdatum: date | None = None
    uitzondering: bool = False
    vervroegd: bool = False
    reden: str | None = None
    vrije_keuze: bool = False
    heeft_aanvraag: bool = False
    schriftelijk: bool = False
    ondertekend: bool = False
    hersteltermijn_tot: date | None = None
    besluit: bool = False
    handtekeningen: bool = False
    gesloten_op: date | None = None
    verdringingstoets: bool = False
    binnen_plafond: bool = False


def _zoektermijn_klaar(feiten: ZaakFeiten) -> bool:
    first = feiten.eerste_aanvraagdatum
    over = first is not None and feiten.vandaag >= first
    return over or feiten.uitzondering or feiten.vervroegd


_EISEN: dict[str, Callable[[ZaakFeiten], bool]] = {
    "jong": lambda f: f.zoektermijn is Driewaardig.JA,
    "niet_jong": lambda f: f.zoektermijn is Driewaardig.NEE,
    "mens_beslist": lambda f: f.zoektermijn is Driewaardig.ONBEKEND and bool(f.reden),
    "zoektermijn_klaar": _zoektermijn_klaar,
    "reden": lambda f: bool(f.reden),
    # With an application the withdrawal itself must be in writing too.
    "vrije_keuze": lambda f: f.vrije_keuze and f.schriftelijk,
    "eigen_wens": lambda f: f.vrije_keuze,
    "zelfde_dag": lambda f: f.gesloten_op == f.vandaag,
    "schriftelijk": lambda f: f.heeft_aanvraag and f.schriftelijk,
    "ondertekend": lambda f: f.ondertekend,
    "hersteltermijn": lambda f: f.hersteltermijn_tot is not None,
    "hersteltermijn_voorbij": lambda f: f.hersteltermijn_tot is not None and f.vandaag > f.hersteltermijn_tot,
    "besluit_en_handtekeningen": lambda f: f.besluit and f.handtekeningen,
    "wacht_op_besluit": lambda f: f.zaak in WACHT_OP_BESLUIT,
    "na_toekenning": lambda f: f.zaak in NA_TOEKENNING,
    "nieuwe_toets": lambda f: f.verdringingstoets and f.binnen_plafond and f.besluit,
}


def zet_stap(van: Toestand | None, gebeurtenis: str, rol: Rol, feiten: ZaakFeiten) -> Overgang:
    """The step that ``gebeurtenis`` makes from ``van`` (``None``: nothing yet); ``naar`` is the new state.

    Raises ``Refused``: ``stap.onbekend`` (no such step from here), ``stap.rol`` (not for this role),
    ``stap.eis`` with detail ``eis`` (the guard is not met).
    """
    known = [step for step in OVERGANGEN if step.gebeurtenis == gebeurtenis and van in step.van]
    if not known:
        raise Refused("stap.onbekend")
    step = known[0]
    if rol not in step.rollen:
        raise Refused("stap.rol")
    if step.eis is not None and not _EISEN[step.eis](feiten):
        raise Refused("stap.eis", eis=step.eis)
    return step


def mogelijke_stappen(van: Toestand | None, rol: Rol, feiten: ZaakFeiten) -> tuple[Overgang, ...]:
    """Every step that may be taken now: what buttons a screen offers."""
    return tuple(
        step
        for step in OVERGANGEN
        if van in step.van and rol in step.rollen and (step.eis is None or _EISEN[step.eis](feiten))
    )

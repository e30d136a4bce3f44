"""Everything placements need of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from werkdesk.domain.plaatsing import Contract
from werkdesk.domain.waarden.kvk import KvkNummer
from werkdesk.ui.dossier.drafts import DraftActions
from werkdesk.usecases.plaatsingen import PlaatsingSaved, Voornemen, Vooruitzicht, WerkgeverKennis


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitzicht:
    """What the rules say, and since when the line is down (``None``: it is not, or never was up)."""

    vooruitzicht: Vooruitzicht
    weg_sinds: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaatsingActions:
    """All but ``clock``, ``ik`` and ``mag`` run on lane ``cache``.

    ``instruments()``: value and name of each kind of placement in the tables. ``employer(kvk)``: what is
    known of it. ``foresee(plan)``: what the rules say. ``place(plan, reden, concept)``, ``withdraw(id)``,
    ``second_opinion(id, mag, reden)``, ``end(id, last day, contract, schuld)``. ``mag``: who looks may place.
    """

    instruments: Callable[[], tuple[tuple[str, str], ...]]
    employer: Callable[[KvkNummer], WerkgeverKennis]
    foresee: Callable[[Voornemen], Uitzicht]
    place: Callable[[Voornemen, str, str | None], PlaatsingSaved]
    withdraw: Callable[..., PlaatsingSaved]
    second_opinion: Callable[[UUID, bool, str], PlaatsingSaved]
    end: Callable[[UUID, date, Contract | None, bool], PlaatsingSaved]
    drafts: DraftActions
    clock: Callable[[], datetime]
    ik: str
    mag: bool

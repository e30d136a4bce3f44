"""What the reading room asks of the desk, and what who keeps the rules may ask besides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from werkdesk.ui.dossier.drafts import DraftActions
from werkdesk.usecases.regels.beheer import RegelBeheer
from werkdesk.usecases.regels.kiezen import RegelStand
from werkdesk.usecases.regels.uitleg import RegelUitleg


@dataclass(frozen=True, slots=True, kw_only=True)
class BeheerActions:
    """For a functional administrator, or a team leader who only approves (``mag_voorstellen`` is false).

    ``kies_bestand``: lets them choose a case file on this computer; empty when they did not.
    ``bevestig(pin)``: whether who signed in still sits here; raises ``Locked('pin.*')``.
    ``wek``: look at once whether the register has news.
    """

    beheer: RegelBeheer
    mag_voorstellen: bool
    concepten: DraftActions
    kies_bestand: Callable[[], str]
    bevestig: Callable[[str], None]
    wek: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelsActions:
    """``lijst``: every record of the set that counts now. ``stand``: what the desk computes with.

    Both run on lane ``cache``. ``open_wet``: shows an address of the national law database in the browser of
    this computer; ``False`` when there is none. ``beheer``: ``None`` for who only reads.
    """

    lijst: Callable[[], tuple[RegelUitleg, ...]]
    stand: Callable[[], RegelStand]
    open_wet: Callable[[str], bool]
    beheer: BeheerActions | None = None

"""What the reading room asks of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from werkdesk.usecases.regels.kiezen import RegelStand
from werkdesk.usecases.regels.uitleg import RegelUitleg


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelsActions:
    """``lijst``: every record of the set that counts now. ``stand``: what the desk computes with.

    Both run on lane ``cache``. ``open_wet``: shows an address of the national law database in the browser of
    this computer; ``False`` when there is none.
    """

    lijst: Callable[[], tuple[RegelUitleg, ...]]
    stand: Callable[[], RegelStand]
    open_wet: Callable[[str], bool]

"""Everything the signed-in window needs: one bundle of callables per screen, bound to one colleague."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from werkdesk.domain.bezoek import Bezoek
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.screens.bellen.actions import BellenActions
from werkdesk.ui.screens.brieven.screen import BrievenActions
from werkdesk.ui.screens.hal.actions import HalActions
from werkdesk.ui.screens.hulp.pages import HulpActions
from werkdesk.ui.screens.jongeren.actions import JongerenActions
from werkdesk.ui.screens.klanten.screen import KlantenActions
from werkdesk.ui.screens.outbox.actions import OutboxActions
from werkdesk.ui.screens.regels.actions import RegelsActions
from werkdesk.ui.screens.termijnen.actions import TermijnenActions
from werkdesk.ui.screens.verdeling.actions import VerdelingActions
from werkdesk.ui.screens.voorschot.actions import VoorschottenActions
from werkdesk.ui.screens.zoeken.actions import ZoekActions

MakeVisit = Callable[[str, Opening, Host], PlaceScreen]
"""Builds the screen of a visit or dossier: its name in the stack, what to open, and what it may ask of the
frame. Called on the thread of the screens; it may not read anything there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a colleague chose, as text by name: ``geometry``, ``theme``, ``scale``, ``sound``.

    Both run on lane ``cache``; ``write`` replaces what it names.
    """

    read: Callable[[], Mapping[str, str]]
    write: Callable[[Mapping[str, str]], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkplekActions:
    """``medewerker``: sign-in name, for the lock. ``foot``: lines at the bottom of the rail.

    ``visit_answers``: commands a visit can ever answer. ``own_visit``: the visit that is still at this desk,
    after a restart; on lane ``cache``. ``status``: facts for the status line, on lane ``office``.
    ``tidings``: sentences about what was mended when the cache was opened. ``renew``: the session anew when
    the register changed who sits here, else ``None``; on lane ``cache``.
    """

    medewerker: str
    foot: tuple[str, ...]
    hal: HalActions
    zoeken: ZoekActions
    outbox: OutboxActions
    termijnen: TermijnenActions
    verdeling: VerdelingActions
    brieven: BrievenActions
    klanten: KlantenActions
    bellen: BellenActions
    jongeren: JongerenActions
    voorschotten: VoorschottenActions
    regels: RegelsActions
    hulp: HulpActions
    preferences: Preferences
    make_visit: MakeVisit
    visit_answers: frozenset[str]
    own_visit: Callable[[], Bezoek | None]
    status: Callable[[], tuple[str, ...]]
    clock: Callable[[], datetime]
    tidings: tuple[str, ...] = ()
    renew: Callable[[], Any] = lambda: None

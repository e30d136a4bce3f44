"""Everything the visit itself needs of the rest; its panels have their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.domain.bezoek import Bezoek, Uitkomst
from werkdesk.domain.regels.voorschot_meter import Voorschotmeter
from werkdesk.ui.dossier.looking import LookActions
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.jongeren import JongereRow
from werkdesk.usecases.overzichten import KlantDossier
from werkdesk.usecases.spoedhulp import Spoedhulp


@dataclass(frozen=True, slots=True, kw_only=True)
class BezoekActions:
    """On lane ``cache``, except ``clock`` and ``taken_up``.

    ``dossier(klant)`` and ``bezoek(id)``: what this desk knows. ``choose_klant(bezoek, klant)``: who the
    visitor is, or ``None``. ``finish(bezoek, uitkomst, verwezen_naar)`` and ``reopen(bezoek)``.
    ``look``: opening a dossier and what is held down to be seen; ``dossier`` only reads it again.
    ``taken_up(bezoek)``: this visit is at our desk again
    (on the thread of the screens). ``elsewhere(klant)``: the visit in which another desk serves them now.
    ``balie``: number of this desk. ``advance(melding)``: the meter of its advance; ``youth(melding)``: the
    card of a young person. ``offers(gemeente, nood)``: what can be done today for who cannot wait (on lane
    ``office``). Without them these are not shown.
    """

    dossier: Callable[[UUID], KlantDossier | None]
    bezoek: Callable[[UUID], Bezoek | None]
    choose_klant: Callable[[UUID, UUID | None], Changes]
    finish: Callable[[UUID, Uitkomst, str | None], Changes]
    reopen: Callable[[UUID], Changes]
    look: LookActions
    taken_up: Callable[[Bezoek], None]
    clock: Callable[[], datetime]
    balie: int
    advance: Callable[[UUID], Voorschotmeter] | None = None
    elsewhere: Callable[[UUID], Bezoek | None] | None = None
    youth: Callable[[UUID], JongereRow] | None = None
    offers: Callable[[str | None, str], tuple[Spoedhulp, ...]] | None = None

"""Everything the form of a person needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.domain.persoon import KlantFeiten
from werkdesk.ui.dossier.drafts import DraftActions
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.klanten import KlantSaved
from werkdesk.usecases.onbewaard import Onbewaard
from werkdesk.usecases.overzichten import KlantHit


@dataclass(frozen=True, slots=True, kw_only=True)
class KlantActions:
    """All run on lane ``cache`` except ``clock``.

    ``record(feiten, toch_nieuw, bezoek, concept)``: a new person, joined to the visit when there is one.
    ``change(id, wordt, velden, concept)``. The draft goes in the same transaction.
    ``unfinished()``: drafts of this colleague that were not saved.
    ``lijkt_op(naam, geboortedatum)``: who may be the same; a BRP date or ``None``.
    """

    record: Callable[[KlantFeiten, str | None, UUID | None, str | None], KlantSaved]
    change: Callable[[UUID, KlantFeiten, tuple[str, ...], str | None], Changes]
    lijkt_op: Callable[[str, str | None], tuple[KlantHit, ...]]
    drafts: DraftActions
    clock: Callable[[], datetime]
    unfinished: Callable[[], tuple[Onbewaard, ...]] = tuple

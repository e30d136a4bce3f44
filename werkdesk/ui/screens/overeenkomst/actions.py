"""Everything the training agreement needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.domain.papier import OpleidingsVoorwaarden
from werkdesk.ui.dossier.drafts import DraftActions
from werkdesk.usecases.papieren import AgreementSaved


@dataclass(frozen=True, slots=True, kw_only=True)
class OvereenkomstActions:
    """``record(klant, gemeente, voorwaarden, melding, concept)`` runs on lane ``cache``."""

    record: Callable[[UUID, str, OpleidingsVoorwaarden, UUID | None, str | None], AgreementSaved]
    drafts: DraftActions
    clock: Callable[[], datetime]

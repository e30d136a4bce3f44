"""What the application asks of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.ui.dossier.drafts import DraftActions
from werkdesk.usecases.aanvragen import Aanvraag
from werkdesk.usecases.meldingen import MeldingSaved


@dataclass(frozen=True, slots=True, kw_only=True)
class AanvraagActions:
    """``apply(melding, aanvraag)`` runs on lane ``cache``; ``clock`` may be asked on any thread."""

    apply: Callable[[UUID, Aanvraag], MeldingSaved]
    drafts: DraftActions
    clock: Callable[[], datetime]

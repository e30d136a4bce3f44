"""Everything the intake needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.domain.intake import Antwoord
from werkdesk.ui.dossier.drafts import DraftActions
from werkdesk.usecases.changes import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeActions:
    """``answer(melding, vraag, antwoord)`` runs on lane ``cache``; ``clock`` may be asked on any thread."""

    answer: Callable[[UUID, str, Antwoord], Changes]
    drafts: DraftActions
    clock: Callable[[], datetime]

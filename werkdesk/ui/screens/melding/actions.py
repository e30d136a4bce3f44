"""Everything the melding needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from werkdesk.ui.dossier.drafts import DraftActions
from werkdesk.ui.screens.melding.form import MeldingChange
from werkdesk.usecases.meldingen import MeldingSaved, NewMelding


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingActions:
    """``record`` and ``change`` run on lane ``cache``; ``clock`` may be asked on any thread.

    ``change`` is ``usecases.meldingen.change_melding`` with the fields of :class:`MeldingChange`.
    """

    record: Callable[[NewMelding], MeldingSaved]
    change: Callable[[MeldingChange], MeldingSaved]
    drafts: DraftActions
    clock: Callable[[], datetime]

"""What the call-back list asks of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.domain.belpoging import BelUitkomst
from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.terugbellen import Bellijst


@dataclass(frozen=True, slots=True, kw_only=True)
class BellenActions:
    """``calls``: whom to call, the most pressing first; ``counts``: its figures alone. ``note``: melding,
    outcome, note. All on lane ``cache``. ``today``: the day of now.
    """

    calls: Callable[[], Bellijst]
    counts: Callable[[], Bellijst]
    note: Callable[[UUID, BelUitkomst, str], MeldingSaved]
    today: Callable[[], date]

"""Everything the identity check needs of the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.usecases.changes import Changes
from werkdesk.usecases.klanten import SeenDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentiteitActions:
    """``seen(klant, document)`` and ``not_seen(klant, reden)`` run on lane ``cache``."""

    seen: Callable[[UUID, SeenDocument], Changes]
    not_seen: Callable[[UUID, str], Changes]
    clock: Callable[[], datetime]

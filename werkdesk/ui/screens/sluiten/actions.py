"""What closing a melding asks of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from werkdesk.usecases.meldingen import MeldingSaved
from werkdesk.usecases.sluiten import Einde


@dataclass(frozen=True, slots=True, kw_only=True)
class SluitActions:
    """``close(melding, einde)`` and ``reopen(melding, reden)`` run on lane ``cache``, and so does ``namen``:
    sign-in name and shown name. ``rollen``: of who looks.
    """

    close: Callable[[UUID, Einde], MeldingSaved]
    reopen: Callable[[UUID, str], MeldingSaved]
    namen: Callable[[], tuple[tuple[str, str], ...]]
    rollen: tuple[str, ...]

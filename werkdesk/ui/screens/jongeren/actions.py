"""What the youth desk asks of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.usecases.jongeren import JongereRow
from werkdesk.usecases.lijsten import JongerenTelling
from werkdesk.usecases.meldingen import MeldingSaved


@dataclass(frozen=True, slots=True, kw_only=True)
class JongereActions:
    """``card(melding)`` and ``note(melding, code)`` run on lane ``cache``."""

    card: Callable[[UUID], JongereRow]
    note: Callable[[UUID, str], MeldingSaved]


@dataclass(frozen=True, slots=True, kw_only=True)
class JongerenActions:
    """``youths`` (who may apply first on top), ``counts`` (quick) and ``namen`` run on lane ``cache``.

    ``ik``: who looks.
    """

    youths: Callable[[], tuple[JongereRow, ...]]
    counts: Callable[[], JongerenTelling]
    namen: Callable[[], tuple[tuple[str, str], ...]]
    today: Callable[[], date]
    ik: str

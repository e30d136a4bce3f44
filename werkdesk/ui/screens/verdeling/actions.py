"""What the peak board asks of the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.usecases.changes import Changes
from werkdesk.usecases.werkvoorraad import Overgedragen, Werklast, WerkRow


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdelingActions:
    """``load``: who carries how much. ``cases``: the open cases of one colleague, the oldest on top.

    ``give``: cases to a colleague, by sign-in name; ``take_back`` undoes it. All on lane ``cache``.
    ``today``: the day of now. ``ik`` and ``rollen``: who looks; only a team leader gives the cases of others.
    """

    load: Callable[[], tuple[Werklast, ...]]
    cases: Callable[[str], tuple[WerkRow, ...]]
    give: Callable[[Sequence[UUID], str], Overgedragen]
    take_back: Callable[[Overgedragen], Changes]
    today: Callable[[], date]
    ik: str
    rollen: tuple[str, ...]

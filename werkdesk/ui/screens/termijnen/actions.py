"""What the work list of dates asks of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from werkdesk.usecases.overzichten import TermijnRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnenActions:
    """``termijnen``: all running dates. ``medewerkers``: sign-in name and shown name. Both on lane ``cache``.

    ``today``: the day of now. ``ik``: sign-in name of who looks.
    """

    termijnen: Callable[[], tuple[TermijnRow, ...]]
    medewerkers: Callable[[], tuple[tuple[str, str], ...]]
    today: Callable[[], date]
    ik: str


@dataclass(frozen=True, slots=True)
class Werklijst:
    """What was read: the rows, and the names of who owns them."""

    rows: tuple[TermijnRow, ...] = ()
    namen: tuple[tuple[str, str], ...] = ()


def read_list(actions: TermijnenActions) -> Werklijst:
    """Rows and names in one reading."""
    return Werklijst(actions.termijnen(), actions.medewerkers())

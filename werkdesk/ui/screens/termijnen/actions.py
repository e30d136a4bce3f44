"""What the work list of dates asks of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from werkdesk.usecases.lijsten import TermijnTelling, TermijnVraag
from werkdesk.usecases.overzichten import TermijnRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TermijnenActions:
    """``termijnen``: the dates that are asked for. ``tellingen``: how many each owner has. ``medewerkers``:
    sign-in name and shown name. All on lane ``cache``.

    ``today``: the day of now. ``ik``: sign-in name of who looks.
    """

    termijnen: Callable[[TermijnVraag], tuple[TermijnRow, ...]]
    tellingen: Callable[[], tuple[TermijnTelling, ...]]
    medewerkers: Callable[[], tuple[tuple[str, str], ...]]
    today: Callable[[], date]
    ik: str


@dataclass(frozen=True, slots=True)
class Werklijst:
    """What was read: the rows of one question, the counts of all, and the names of who owns them."""

    vraag: TermijnVraag
    rows: tuple[TermijnRow, ...] = ()
    tellingen: tuple[TermijnTelling, ...] = ()
    namen: tuple[tuple[str, str], ...] = ()


def read_list(actions: TermijnenActions, vraag: TermijnVraag) -> Werklijst:
    """Rows, counts and names in one reading."""
    return Werklijst(vraag, actions.termijnen(vraag), actions.tellingen(), actions.medewerkers())

"""A date that now runs, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NIET_BEREKEND = "NNB"
"""Code that stands for all dates of a case as long as none could be computed."""

BEGINT = frozenset({"D01", "PW41-6"})
"""Codes of dates from which something may be done; these are never late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelVerwijzing:
    """The record of a rule table that decided: its id, since when it holds, and the source in law."""

    regel: str
    versie: str
    bron: str
    zekerheid: str = "geverifieerd"  # geverifieerd | secundair | aanname


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """A computed date as it is stored with the case and never silently recomputed.

    ``uiterste_datum`` is the legal date with the Algemene termijnenwet applied, ``streefdatum`` the last
    working day on or before the unshifted date; both ``None`` while the start fact is still to come, and then
    ``stand`` says what it waits for ("na aanvraag").

    ``feiten``: code and value of what it rests on, empty where not known. ``regelset``: kenmerk of the rule
    set it was computed with.
    """

    code: str
    naam: str
    begin: date | None = None
    uiterste_datum: date | None = None
    streefdatum: date | None = None
    stand: str | None = None
    regels: tuple[RegelVerwijzing, ...] = ()
    uitleg: tuple[str, ...] = ()
    feiten: tuple[tuple[str, str], ...] = ()
    regelset: str | None = None

    @property
    def zekerheid(self) -> str:
        """The weakest certainty of the rules it rests on."""
        order = ("aanname", "secundair", "geverifieerd")
        return min((r.zekerheid for r in self.regels), key=order.index, default="geverifieerd")

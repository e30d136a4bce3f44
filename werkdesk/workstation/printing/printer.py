"""What a printer can be asked, whatever is behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from werkdesk.errors import Refused

MOST_COPIES = 20
# A reference such as M-3-0147-K/a. A name has no digit or has a space; job titles are public in a spooler.
_REFERENCE = re.compile(r"(?=.*\d)[A-Za-z0-9][A-Za-z0-9./_-]{0,63}")
# Names of trays and paper types as drivers spell them; nothing that could be read as another option.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,126}")


class Sides(StrEnum):
    """One or two sides, as IPP names them (RFC 8011, 5.2.8)."""

    ONE = "one-sided"
    TWO_LONG_EDGE = "two-sided-long-edge"
    TWO_SHORT_EDGE = "two-sided-short-edge"


class JobState(StrEnum):
    """What the spooler knows of a job.

    ``ENDED`` is "no longer in the queue": nobody knows whether paper came out.
    """

    WAITING = "wacht"
    ENDED = "afgehandeld"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """How to print. ``title``: the kenmerk, never a name. ``tray``, ``paper``: as ``Printer.trays`` names
    them.

    Raises ``Refused`` with ``afdruk.titel``, ``afdruk.exemplaren`` (1 to 20) or ``afdruk.lade``.
    """

    title: str
    copies: int = 1
    sides: Sides = Sides.ONE
    tray: str | None = None
    paper: str | None = None

    def __post_init__(self) -> None:
        if not _REFERENCE.fullmatch(self.title):
            raise Refused("afdruk.titel", field="title")
        if not 1 <= self.copies <= MOST_COPIES:
            raise Refused("afdruk.exemplaren", field="copies", grens=MOST_COPIES)
        for value, field in ((self.tray, "tray"), (self.paper, "paper")):
            if value is not None and not _NAME.fullmatch(value):
                raise Refused("afdruk.lade", field=field)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintQueue:
    """A printer of this PC. A queue that is not ``ready`` keeps jobs until somebody sets it going again."""

    name: str
    default: bool
    ready: bool


class Printer(Protocol):
    """Every call may take seconds: not for the UI thread. All raise ``Unavailable('printer.*')``."""

    def queues(self) -> tuple[PrintQueue, ...]:
        """The printers that can be chosen now, in the order of their names."""

    def trays(self, queue: str) -> tuple[str, ...]:
        """Names of the trays of a printer; empty when it does not say."""

    def print(self, pdf: bytes, queue: str, options: PrintOptions) -> str:
        """Hand over a PDF and return the spooler's job id. Nothing was handed over when this raises."""

    def state(self, job: str) -> JobState:
        """What the spooler knows of a job that was handed over."""

"""Date of birth as the BRP knows it, whole or in part (domain facts 3.1.7)."""

from __future__ import annotations

import re
from datetime import date
from typing import Self

from werkdesk.domain.datums import (
    Driewaardig,
    brp_interval,
    brp_jonger_dan,
    brp_leeftijd,
    brp_weergave,
    is_brp_datum,
)
from werkdesk.domain.waarden.datum import jaar_voluit
from werkdesk.errors import Refused

_PARTS = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})")
_MONTH = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_COMPACT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")


class GeboorteDatum(str):
    """Eight digits ``yyyymmdd`` with zeros for what is unknown; never silently completed.

    Refused: ``geboortedatum.vorm`` (not eight digits, or a known day without its month),
    ``geboortedatum.bestaat_niet`` (no such day).
    """

    __slots__ = ()

    def __new__(cls, text: str, *, field: str | None = None) -> Self:
        if not is_brp_datum(text):
            known_parts = re.fullmatch(r"(?!0000)[0-9]{4}(?!00)[0-9]{4}", text)
            raise Refused("geboortedatum.bestaat_niet" if known_parts else "geboortedatum.vorm", field=field)
        return super().__new__(cls, text)

    @classmethod
    def parse(cls, text: str, today: date, *, field: str | None = None) -> Self:
        """Read what staff type: ``12-03-1985``, ``12-3-85``, ``00-03-1985``, ``00-00-1985``, ``3-1985``.

        Also ``1985``, ``12031985``, ``1985-03-12``, the BRP form ``19850300``, and ``onbekend``. A year of
        two digits never lies after this year. Refused besides: ``geboortedatum.ontbreekt``,
        ``geboortedatum.toekomst``.
        """
        typed = " ".join(text.split()).lower()
        if not typed:
            raise Refused("geboortedatum.ontbreekt", field=field)
        value = cls(_as_brp(typed, today), field=field)
        interval = brp_interval(value)
        if interval is not None and interval[0] > today:
            raise Refused("geboortedatum.toekomst", field=field)
        return value

    @property
    def complete(self) -> bool:
        """Whether year, month and day are all known."""
        return self[6:] != "00"

    @property
    def day(self) -> date | None:
        """The date itself when it is complete."""
        return date(int(self[:4]), int(self[4:6]), int(self[6:])) if self.complete else None

    @property
    def shown(self) -> str:
        """As fields show it: ``12-03-1985``, ``00-03-1985``, ``00-00-1985``, ``00-00-0000``."""
        return f"{self[6:]}-{self[4:6]}-{self[:4]}"

    @property
    def lang(self) -> str:
        """As the BRP writes it out: ``12 maart 1985``, ``maart 1985``, ``1985``, ``onbekend``."""
        return brp_weergave(self)

    def leeftijd(self, peildatum: date) -> int | None:
        """Age in whole years by the BRP rule; ``None`` when it cannot be known."""
        return brp_leeftijd(self, peildatum)

    def jonger_dan(self, age: int, peildatum: date) -> Driewaardig:
        """Certainly, possibly or certainly not younger than ``age``, over all possible birth dates."""
        return brp_jonger_dan(self, age, peildatum)


def _as_brp(typed: str, today: date) -> str:
    """Turn typed text into eight digits; text of no known form comes back as it is, to be refused."""
    if typed in {"onbekend", "00-00-0000", "?"}:
        return "00000000"
    if re.fullmatch(r"[0-9]{4}", typed):
        return f"{typed}0000"
    if iso := _ISO.fullmatch(typed):
        return f"{iso[1]}{iso[2]}{iso[3]}"
    if parts := _PARTS.fullmatch(typed):
        return f"{jaar_voluit(parts[3], today, ahead=0):04}{int(parts[2]):02}{int(parts[1]):02}"
    if month := _MONTH.fullmatch(typed):
        return f"{month[2]}{int(month[1]):02}00"
    # Eight digits are the BRP form when they make one; day first otherwise. Years begin with 18, 19 or 20 and
    # months end at 12, so no text is both.
    if not is_brp_datum(typed) and (compact := _COMPACT.fullmatch(typed)):
        return f"{compact[3]}{compact[2]}{compact[1]}"
    return typed

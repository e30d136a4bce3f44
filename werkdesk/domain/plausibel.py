"""Days that exist but cannot be meant: a slip of the year is asked about while the visitor is still there.

The bounds are wide enough that nobody real meets them (own choice, no law): they catch 2099 for 2009, not an
uncommon life.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.errors import Refused

OLDEST_PERSON = 125
"""Years. Nobody known has reached this age."""


@dataclass(frozen=True, slots=True)
class Venster:
    """How many whole years before and after today a day of this kind may lie."""

    terug: int
    vooruit: int = 0


VENSTERS: Mapping[str, Venster] = MappingProxyType(
    {
        # Somebody may come in while the contract still runs; notice takes months, not years.
        "laatste_werkdag": Venster(70, 2),
        # A benefit under the WW lasts 24 months at most, 38 under older law.
        "ww_eindigt": Venster(10, 4),
        "eerder_afgewezen_op": Venster(20),
        "eerdere_melding_op": Venster(20),
        "uitkering_beeindigd_op": Venster(70),
    }
)
"""Field of ``MeldingFeiten`` -> its window."""


def check_day(veld: str, day: date, today: date, *, field: str | None = None) -> date:
    """Give the day back.

    Raises ``Refused``: ``datum.toekomst``, ``datum.te_ver``, ``datum.te_lang_geleden``.
    """
    venster = VENSTERS[veld]
    if day > _shifted(today, venster.vooruit):
        raise Refused("datum.te_ver" if venster.vooruit else "datum.toekomst", field=field or veld)
    if day < _shifted(today, -venster.terug):
        raise Refused("datum.te_lang_geleden", field=field or veld)
    return day


def check_birth(born: GeboorteDatum, today: date, *, field: str) -> GeboorteDatum:
    """Give the date of birth back; an unknown year passes. Raises ``geboortedatum.te_lang_geleden``."""
    if 0 < int(born[:4]) < today.year - OLDEST_PERSON:
        raise Refused("geboortedatum.te_lang_geleden", field=field)
    return born


def _shifted(day: date, years: int) -> date:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + years, day=last)

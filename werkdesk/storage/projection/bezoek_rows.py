"""A visit as the hall reads it."""

from __future__ import annotations

from typing import Any

from werkdesk.domain.bezoek import Bezoek
from werkdesk.storage.columns import local_day, to_micros


def bezoek_row(bezoek: Bezoek, unsent: bool) -> tuple[Any, ...]:
    """Values in the order of the columns of ``bezoek``."""
    return (
        bezoek.id.bytes, bezoek.locatie, local_day(bezoek.binnen), bezoek.nummer, bezoek.reden.value,
        bezoek.status.value, bezoek.voorrang, to_micros(bezoek.binnen), bezoek.balie,
        None if bezoek.geroepen is None else to_micros(bezoek.geroepen),
        None if bezoek.laatste_oproep is None else to_micros(bezoek.laatste_oproep), bezoek.oproepen,
        None if bezoek.klant is None else bezoek.klant.bytes, bezoek.notitie,
        None if bezoek.uitkomst is None else bezoek.uitkomst.value, int(unsent),
    )  # fmt: skip

"""Placements as lists read them."""

from __future__ import annotations

from typing import Any

from werkdesk.domain.plaatsing import Plaatsing
from werkdesk.domain.regels.plaatsing_oordeel import einde_van
from werkdesk.storage.columns import to_micros


def plaatsing_row(plaatsing: Plaatsing, unsent: bool) -> tuple[Any, ...]:
    """Values in the order of the columns of ``plaatsing``."""
    feiten = plaatsing.feiten
    return (
        plaatsing.id.bytes, plaatsing.klant.bytes, str(feiten.werkgever.kvk), feiten.werkgever.naam,
        feiten.begin.isoformat(), einde_van(plaatsing).isoformat(), int(plaatsing.telt),
        to_micros(plaatsing.moment), int(unsent),
    )  # fmt: skip

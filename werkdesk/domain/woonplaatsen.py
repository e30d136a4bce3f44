"""The gemeente of a town, for the towns of this Werkplein: a proposal that staff see and can change."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from werkdesk.domain.namen.vouwen import vouw
from werkdesk.domain.persoon import KlantFeiten

GEMEENTE_VAN: Mapping[str, str] = MappingProxyType(
    {
        "amstelveen": "0362",
        "bovenkerk": "0362",
        "nes aan de amstel": "0362",
        "aalsmeer": "0358",
        "kudelstaart": "0358",
    }
)
"""Folded name of the town -> code of the gemeente (BAG; Bovenkerk is a village that people still write)."""


def likely_gemeente(feiten: KlantFeiten) -> str | None:
    """The gemeente that is recorded, or else the one of the town in the address; ``None`` when unsure."""
    if feiten.gemeente is not None or feiten.adres is None or feiten.adres.woonplaats is None:
        return feiten.gemeente
    return GEMEENTE_VAN.get(vouw(feiten.adres.woonplaats))

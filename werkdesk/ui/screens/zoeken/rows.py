"""A found person as a line of the panel."""

from __future__ import annotations

from werkdesk.domain.datums import is_brp_datum
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.ui.kit.hits import Hit
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import zoeken as t
from werkdesk.usecases.overzichten import KlantHit

UNKNOWN = "00000000"


def as_hit(found: KlantHit) -> Hit:
    """Name strong; birth date, address and masked BSN under it; what runs and what waits as chips."""
    parts = (born(found.geboren), found.adres, found.bsn, found.kenmerk or "")
    line = " · ".join(part for part in parts if part)
    return Hit(found.id, found.naam, line, tuple(_chips(found)))


def born(brp: str) -> str:
    """``12-03-1985`` for a BRP date; unknown parts stay 00, and no date at all says so."""
    if not brp or brp == UNKNOWN:
        return t.GEBOREN_ONBEKEND
    return GeboorteDatum(brp).shown if is_brp_datum(brp) else brp


def _chips(found: KlantHit) -> list[tuple[str, Tone]]:
    chips: list[tuple[str, Tone]] = []
    if found.waarom:
        chips.append((t.LIJKT_OP.get(found.waarom, t.LIJKT), Tone.NEUTRAL))
    if found.open_meldingen == 1:
        chips.append((t.OPEN_MELDING, Tone.ACCENT))
    elif found.open_meldingen > 1:
        chips.append((t.OPEN_MELDINGEN.format(aantal=found.open_meldingen), Tone.ACCENT))
    if found.onverzonden:
        chips.append((t.ONVERZONDEN, Tone.WARN))
    return chips

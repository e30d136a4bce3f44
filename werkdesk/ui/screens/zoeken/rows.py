"""A found person as a line of the panel."""

from __future__ import annotations

from werkdesk.ui.dossier.found_person import facts, who
from werkdesk.ui.kit.hits import Hit
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import zoeken as t
from werkdesk.usecases.overzichten import KlantHit


def as_hit(found: KlantHit) -> Hit:
    """Name strong; birth date, address and masked BSN under it; what runs and what waits as chips."""
    line = " · ".join(part for part in (*facts(found), found.bsn, found.kenmerk or "") if part)
    return Hit(found.id, who(found), line, tuple(_chips(found)))


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

"""What of an address may be read where: the one place that decides it (Wet BRP art. 2.59; domain 3.1.13).

A person may ask that their address is given to nobody. The counter still needs it, for the envelope and to
hear whether it is right; so it depends on the place, and a place that is not named here shows nothing.
"""

from __future__ import annotations

from enum import StrEnum

from werkdesk.domain.persoon import KlantFeiten


class AdresPlek(StrEnum):
    """Where an address would be read, and by whom."""

    SCHERM = "scherm"  # a list, card or form that anybody near the screen reads along
    GEVRAAGD = "gevraagd"  # on the screen because a colleague asked for it, as long as it is asked
    ENVELOP = "envelop"  # paper for the person alone; it cannot arrive without
    DERDEN = "derden"  # paper or file that others get too: employer, school, export


_OPEN = frozenset({AdresPlek.GEVRAAGD, AdresPlek.ENVELOP})


def may_show_address(feiten: KlantFeiten, plek: AdresPlek) -> bool:
    """Whether the address may be read there. ``geheim`` of ``None`` is not a secret: nobody asked for it."""
    return not feiten.geheim or plek in _OPEN

"""A rule speaks to the client; on a screen for staff it is a quotation, so that "u" is one person."""

from __future__ import annotations

import re

TEGEN_DE_KLANT = "Tegen de klant: “{zin}”"
_YOU = re.compile(r"\b(?:u|uw|wij)\b", re.IGNORECASE)


def voor_collega(zin: str) -> str:
    """The sentence as staff read it: quoted when it is said to the client, else as it stands."""
    return TEGEN_DE_KLANT.format(zin=zin) if _YOU.search(zin) else zin

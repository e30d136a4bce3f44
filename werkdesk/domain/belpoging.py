"""An attempt to reach somebody by telephone, after a melding (F7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Dagdeel(StrEnum):
    """Parts of a day; their limits are rule data (``werktijd.dagdelen``)."""

    OCHTEND = "ochtend"
    MIDDAG = "middag"
    AVOND = "avond"


class BelUitkomst(StrEnum):
    """What came of a call (order of the digits)."""

    GESPROKEN = "gesproken"
    GEEN_GEHOOR = "geen_gehoor"
    VOICEMAIL = "voicemail"
    IN_GESPREK = "in_gesprek"
    NUMMER_KLOPT_NIET = "nummer_klopt_niet"

    @property
    def is_gemist(self) -> bool:
        """Whether the klant was not spoken to."""
        return self is not BelUitkomst.GESPROKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Belpoging:
    """One attempt. ``dagdeel``: as it was by the rules of that day; ``notitie``: at most 300 characters."""

    moment: datetime
    dagdeel: Dagdeel
    uitkomst: BelUitkomst
    medewerker: str
    notitie: str = ""

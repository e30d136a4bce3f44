"""Which reason a place gives for the dossiers that are opened from it: its list is the reason."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from werkdesk.domain.inzage import VanzelfReden

REASON_OF_PLACE: Mapping[str, str] = MappingProxyType(
    {
        "klanten": VanzelfReden.EIGEN.value,
        "termijnen": VanzelfReden.TERMIJN.value,
        "verdeling": VanzelfReden.VERDELING.value,
        "bellen": VanzelfReden.TERUGBELLEN.value,
        "jongeren": VanzelfReden.JONGERE.value,
        "voorschotten": VanzelfReden.VOORSCHOT.value,
        "verzenden": VanzelfReden.VRAAG.value,
    }
)

"""That evidence was seen: its kind, never a copy of it (F18, F51; AVG 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewijs:
    """``code``: a kind of the family ``bewijs.`` in the rule tables."""

    code: str
    moment: datetime
    medewerker: str

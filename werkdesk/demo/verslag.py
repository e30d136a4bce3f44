"""What the played visit proved, as ``verslag.json``: steps with seconds and keys, and counts at the end."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from werkdesk.demo.speler import Stap


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """The counts that must agree, and what it took.

    ``meldingen_*``: kenmerken known at desk 1, at the register and at desk 2. ``wachtend``: acts without a
    receipt at desk 1 at the end. ``uitval_seconden``: how long the register was away. ``zichtbaar_ms``: from
    saved at desk 1 to readable at desk 2.
    """

    stappen: tuple[Stap, ...]
    meldingen_balie_1: int
    meldingen_register: int
    meldingen_balie_2: int
    kenmerken_gelijk: bool
    brieven_afgedrukt: int
    wachtend: int
    uitval_seconden: float
    zichtbaar_ms: float
    bestanden: tuple[str, ...]

    @property
    def klopt(self) -> bool:
        """Whether everything arrived everywhere, once, and nothing waits."""
        return self.kenmerken_gelijk and self.wachtend == 0 and self.brieven_afgedrukt > 0

    def write(self, path: Path) -> None:
        """Write it as JSON."""
        body = {
            "klopt": self.klopt,
            "seconden": round(sum(s.seconden for s in self.stappen), 3),
            "toetsen": sum(s.toetsen for s in self.stappen),
            **asdict(self),
        }
        path.write_bytes(msgspec.json.format(msgspec.json.encode(body), indent=2))

"""Where a rule comes from, so that a reader can go from a date on the screen to the sentence of law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

WETTEN = {
    "Pw": "BWBR0015703",
    "Awb": "BWBR0005537",
    "Atw": "BWBR0002448",
    "WID": "BWBR0006297",
    "Wabb": "BWBR0022428",
    "Wet BRP": "BWBR0033715",
}
"""Abbreviations of laws whose text can be linked, with their number in the national law database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bron:
    """A place in a law, or in another document when ``wet`` is no law of :data:`WETTEN`.

    ``artikel``, ``lid`` and ``onderdeel`` are text as a jurist writes them ("6:7, 6:8", "4 a, b").
    ``versie`` is the day from which the text that was read is valid.
    """

    wet: str
    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None
    versie: date | None = None

    @property
    def tekst(self) -> str:
        """``Pw 52 lid 2``, ``Awb 6:7, 6:8``, ``werkafspraak 5.6``."""
        parts = [self.wet]
        if self.artikel:
            parts.append(self.artikel)
        if self.lid:
            parts.append(f"lid {self.lid}")
        if self.onderdeel:
            parts.append(f"onder {self.onderdeel}")
        return " ".join(parts)

    @property
    def vindplaats(self) -> str | None:
        """Link to the article in the national law database (juriconnect 1.3); ``None`` elsewhere."""
        number = WETTEN.get(self.wet)
        if number is None or self.artikel is None:
            return None
        first = self.artikel.split(",")[0].strip()
        when = f"&z={self.versie}&g={self.versie}" if self.versie else ""
        return f"https://wetten.overheid.nl/jci1.3:c:{number}&artikel={first}{when}"

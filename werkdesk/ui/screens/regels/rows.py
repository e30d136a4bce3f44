"""Rule records as the table shows them, and finding among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from werkdesk.domain.namen.vouwen import vouw
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import regels as t
from werkdesk.usecases.regels.uitleg import RegelUitleg

Key = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One record. ``hay``: folded words in which the find box looks."""

    key: Key
    regel: RegelUitleg
    naam: str
    waarde: str
    vanaf: str
    tot: str
    gemeente: str
    bron: str
    zeker: str
    tone: Tone
    hay: str


def line_of(regel: RegelUitleg) -> Line:
    """Words for one record; only what is not sure gets a chip."""
    bron = t.artikel(regel.bron)
    sure = regel.zekerheid == "geverifieerd"
    hay = f"{regel.regel} {regel.naam} {regel.waarde} {regel.tekst} {regel.bron} {bron} {regel.zekerheid}"
    return Line(
        key=(regel.regel, regel.versie, regel.gemeente),
        regel=regel,
        naam=regel.naam,
        waarde=t.waarde(regel.waarde),
        vanaf=t.dag(regel.versie),
        tot=t.dag(regel.geldig_tot),
        gemeente=t.gemeente(regel.gemeente),
        bron=bron,
        zeker="" if sure else t.ZEKERHEID.get(regel.zekerheid, regel.zekerheid),
        tone=Tone.NEUTRAL if sure else Tone.WARN,
        hay=vouw(f"{hay} {'' if sure else t.ZEKERHEID.get(regel.zekerheid, '')}"),
    )


def found(lines: Sequence[Line], text: str) -> tuple[Line, ...]:
    """The records in which every word of ``text`` stands; all of them without words."""
    words = vouw(text).split()
    return tuple(line for line in lines if all(word in line.hay for word in words))


def same_rule(lines: Sequence[Line], regel: str) -> tuple[Line, ...]:
    """All periods and gemeenten of one rule, newest first."""
    mine = [line for line in lines if line.regel.regel == regel]
    return tuple(sorted(mine, key=lambda line: (line.regel.versie, line.gemeente), reverse=True))

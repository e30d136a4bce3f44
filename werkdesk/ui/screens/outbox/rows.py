"""An act that waits, in words: what, for whom, since when, and what happens next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import outbox as t
from werkdesk.ui.teksten.tijd import wanneer
from werkdesk.ui.teksten.woorden import handeling
from werkdesk.ui.texts import explain_code
from werkdesk.usecases.overzichten import OutboxRow

ATTENTION = "aandacht"
_TONES = {"wacht": Tone.WARN, "onderweg": Tone.ACCENT, "ontvangen": Tone.GOOD, ATTENTION: Tone.BAD}


@dataclass(frozen=True, slots=True)
class Line:
    """One act as the table shows it."""

    id: UUID
    wat: str
    voor: str
    sinds: str
    stand: str
    tone: Tone
    straks: str
    reden: str = ""  # the whole sentence of why it still waits


def line_of(row: OutboxRow, now: datetime) -> Line:
    """Words for one act."""
    what = handeling(row.soort)
    return Line(
        id=row.id,
        wat=f"{what} {row.kenmerk}" if row.kenmerk else what,
        voor=row.klant or t.NIEMAND,
        sinds=wanneer(row.sinds, now),
        stand=t.STANDEN.get(row.stand, row.stand),
        tone=_TONES.get(row.stand, Tone.NEUTRAL),
        straks=_next(row),
        reden=explain_code(row.fout) if row.fout and row.stand != ATTENTION else "",
    )


def _next(row: OutboxRow) -> str:
    if row.stand == ATTENTION:
        return explain_code(row.fout) if row.fout else t.AANDACHT_UITLEG
    if row.stand == "onderweg":
        return t.IS_ONDERWEG
    if row.stand == "ontvangen":
        return t.IS_ONTVANGEN
    if row.pogingen and row.fout:
        return t.EEN_KEER if row.pogingen == 1 else t.KEER.format(keer=row.pogingen)
    return t.GAAT_VANZELF


def split(rows: tuple[OutboxRow, ...]) -> tuple[tuple[OutboxRow, ...], tuple[OutboxRow, ...]]:
    """(for a person, waits), each oldest first."""
    ordered = sorted(rows, key=lambda row: (row.sinds, row.id))
    attention = tuple(row for row in ordered if row.stand == ATTENTION)
    return attention, tuple(row for row in ordered if row.stand != ATTENTION)

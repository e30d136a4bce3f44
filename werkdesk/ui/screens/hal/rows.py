"""Rows of the reception as words: plain functions of what was read and of the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werkdesk.domain.bezoek import BezoekStatus
from werkdesk.ui.kit.choice_row import Option
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import hal as t
from werkdesk.ui.teksten.intake import spoed
from werkdesk.ui.teksten.tijd import klok, wacht
from werkdesk.ui.teksten.woorden import REDENEN
from werkdesk.usecases.inloop import first_of
from werkdesk.usecases.overzichten import BalieRow, Hal, TicketRow


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One waiting visitor as the table shows it."""

    id: UUID
    nummer: str
    vraag: str
    wacht: str
    voor_wie: str
    chip: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One desk as the card shows it."""

    balie: int
    wat: str
    sinds: str


def queue_rows(hal: Hal, now: datetime) -> tuple[QueueRow, ...]:
    """The queue in its own order; only words change while time passes, never places."""
    longest = min(hal.wachtend, key=lambda row: row.binnen, default=None)
    return tuple(_queue_row(row, now, longest is not None and row.id == longest.id) for row in hal.wachtend)


def _queue_row(row: TicketRow, now: datetime, is_longest: bool) -> QueueRow:
    chip, tone = _chip(row, is_longest)
    return QueueRow(
        id=row.id,
        nummer=row.nummer,
        vraag=REDENEN[row.reden],
        wacht=wacht(row.binnen, now),
        voor_wie=row.klant or t.ONBEKEND,
        chip=chip,
        tone=tone,
    )


def _chip(row: TicketRow, is_longest: bool) -> tuple[str, Tone]:
    """The one thing that matters most about a number."""
    if row.voorrang:
        words = t.SPOED_KORT if row.voorrang == t.SPOED_KORT else t.SPOED_CHIP.format(reden=row.voorrang)
        return words, Tone.BAD
    if row.spoed:
        return t.SPOED_CHIP.format(reden=spoed(row.spoed)), Tone.BAD
    if is_longest:
        return t.LANGST, Tone.WARN
    if row.tolk:
        return t.TOLK, Tone.ACCENT
    if row.onverzonden:
        return t.ONVERZONDEN, Tone.NEUTRAL
    return "", Tone.NEUTRAL


def next_number(hal: Hal | None) -> str:
    """The number that "call next" would call, or empty."""
    return first_of(hal.wachtend).nummer if hal is not None and hal.wachtend else ""


def remark(hal: Hal, now: datetime) -> str:
    """ "langste wacht 12:40 · gemiddeld nu 06:05"."""
    if not hal.wachtend:
        return t.wachtregel("", "")
    longest = min(row.binnen for row in hal.wachtend)
    mean = now - sum((now - row.binnen for row in hal.wachtend), now - now) / len(hal.wachtend)
    average = wacht(mean, now) if len(hal.wachtend) > 1 else ""
    return t.wachtregel(wacht(longest, now), average)


def desk_rows(hal: Hal, own: int, now: datetime) -> tuple[DeskRow, ...]:
    """The desks with whom they serve; this desk is always there."""
    known = {row.balie: row for row in hal.balies}
    known.setdefault(own, BalieRow(balie=own, nummer=None, reden=None, sinds=None))
    return tuple(_desk_row(row, own, now) for _, row in sorted(known.items()))


def _desk_row(row: BalieRow, own: int, now: datetime) -> DeskRow:
    if row.nummer is None:
        return DeskRow(row.balie, t.BALIE_U_VRIJ if row.balie == own else t.BALIE_VRIJ, "")
    reden = REDENEN[row.reden].lower() if row.reden is not None else ""
    wat = t.BALIE_WAT.format(nummer=row.nummer, reden=reden) if reden else row.nummer
    if row.balie == own:
        wat = t.BALIE_U.format(wat=wat)
    return DeskRow(row.balie, wat, wacht(row.sinds, now) if row.sinds is not None else "")


def later_options(hal: Hal) -> tuple[Option, ...]:
    """Who comes back, each with a digit."""
    return tuple(Option(str(row.id), f"{row.nummer} · {_later_words(row)}") for row in hal.straks_terug)


def _later_words(row: TicketRow) -> str:
    if row.status is BezoekStatus.NIET_VERSCHENEN:
        if row.geroepen is None:
            return t.NIET_VERSCHENEN_KORT
        return t.NIET_VERSCHENEN.format(keer=max(1, row.oproepen), klok=klok(row.geroepen))
    words = row.notitie or t.GEPARKEERD
    return f"{words} · {row.klant}" if row.klant else words

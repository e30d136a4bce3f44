"""Running dates as lines of a work list: legal and target date, next step, owner and age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.termijn import BEGINT, Termijn
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import lijsten as t
from werkdesk.ui.teksten import werklijst as w
from werkdesk.ui.teksten.tijd import dag_kort, datum, nog, nog_kort
from werkdesk.usecases.overzichten import TermijnRow

EXPLAINS = "termijnen."
"""Begins the help key of one date; without the date it is the page of this place."""


@dataclass(frozen=True, slots=True)
class Line:
    """A date as the table shows it. ``left``: days until the legal date, ``None`` while it is not known."""

    key: tuple[UUID, str]
    klant_id: UUID
    termijn: Termijn
    left: int | None
    uiterlijk: str
    uiterlijk_kort: str
    streef: str
    streef_kort: str
    nog: str
    nog_kort: str
    tone: Tone
    wat: str
    klant: str
    eigenaar: str
    oud: str
    kenmerk: str

    @property
    def help_key(self) -> str:
        """What F1 explains on this line."""
        return f"{EXPLAINS}{self.key[0]}:{self.key[1]}"


def lines_of(rows: Sequence[TermijnRow], namen: Mapping[str, str], today: date) -> tuple[Line, ...]:
    """In the order in which they were read."""
    return tuple(_line(row, namen, today) for row in rows)


def _line(row: TermijnRow, namen: Mapping[str, str], today: date) -> Line:
    day, target = row.termijn.uiterste_datum, row.termijn.streefdatum
    left = (day - today).days if day is not None else None
    words, tone = _left(row.termijn, day, today)
    return Line(
        key=(row.melding, row.termijn.code),
        klant_id=row.klant_id,
        termijn=row.termijn,
        left=left,
        uiterlijk=datum(day) if day is not None else row.termijn.stand or t.WACHT_OP,
        uiterlijk_kort=dag_kort(day, today) if day is not None else row.termijn.stand or t.WACHT_OP,
        streef=f"{target:%d-%m-%Y}" if target is not None else "",
        streef_kort=dag_kort(target, today) if target is not None else "",
        nog=words,
        nog_kort=nog_kort(left) if tone is not Tone.ACCENT and left is not None else words,
        tone=tone,
        wat=w.met_spoed(w.stap(row.termijn), row.spoed),
        klant=row.klant,
        eigenaar=namen.get(row.eigenaar, row.eigenaar),
        oud=w.oud((today - kalenderdag(row.moment)).days),
        kenmerk=row.kenmerk,
    )


def _left(termijn: Termijn, day: date | None, today: date) -> tuple[str, Tone]:
    if day is None:
        return "", Tone.NEUTRAL
    if day < today and termijn.code in BEGINT:
        return w.KAN_NU, Tone.ACCENT
    tone = Tone.BAD if day < today else Tone.WARN if day == today else Tone.NEUTRAL
    return nog(day, today), tone

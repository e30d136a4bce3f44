"""Running dates as lines of a work list: legal and target date, next step, owner and age; and the filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.domain.datums import kalenderdag
from werkdesk.domain.termijn import Termijn
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import lijsten as t
from werkdesk.ui.teksten import werklijst as w
from werkdesk.ui.teksten.termijnen import BEGINT
from werkdesk.ui.teksten.tijd import datum, nog
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
    streef: str
    nog: str
    tone: Tone
    wat: str
    klant: str
    eigenaar: str
    oud: str
    kenmerk: str
    medewerker: str

    @property
    def help_key(self) -> str:
        """What F1 explains on this line."""
        return f"{EXPLAINS}{self.key[0]}:{self.key[1]}"

    @property
    def is_late(self) -> bool:
        """Past its legal date; a date from which something may be done is never late."""
        return self.left is not None and self.left < 0 and self.termijn.code not in BEGINT


def lines_of(rows: Sequence[TermijnRow], namen: Mapping[str, str], today: date) -> tuple[Line, ...]:
    """The nearest date first, then the oldest case; what still waits for a start fact at the end."""
    ordered = sorted(rows, key=lambda row: (row.termijn.uiterste_datum or date.max, row.moment, row.kenmerk))
    return tuple(_line(row, namen, today) for row in ordered)


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
        streef=f"{target:%d-%m-%Y}" if target is not None else "",
        nog=words,
        tone=tone,
        wat=w.stap(row.termijn),
        klant=row.klant,
        eigenaar=namen.get(row.medewerker, row.medewerker),
        oud=w.oud((today - kalenderdag(row.moment)).days),
        kenmerk=row.kenmerk,
        medewerker=row.medewerker,
    )


def _left(termijn: Termijn, day: date | None, today: date) -> tuple[str, Tone]:
    if day is None:
        return "", Tone.NEUTRAL
    if day < today and termijn.code in BEGINT:
        return w.KAN_NU, Tone.ACCENT
    tone = Tone.BAD if day < today else Tone.WARN if day == today else Tone.NEUTRAL
    return nog(day, today), tone


def chosen(lines: Sequence[Line], name: str, today: date, ik: str) -> tuple[Line, ...]:
    """The lines of one filter. A week ends on Sunday; what is late has a filter of its own."""
    sunday = 6 - today.weekday()
    keeps: dict[str, Callable[[Line], bool]] = {
        "vandaag": lambda line: line.left == 0,
        "week": lambda line: line.left is not None and 0 <= line.left <= sunday,
        "te_laat": lambda line: line.is_late,
        "mijn": lambda line: line.medewerker == ik,
    }
    keep = keeps.get(name)
    return tuple(lines) if keep is None else tuple(line for line in lines if keep(line))

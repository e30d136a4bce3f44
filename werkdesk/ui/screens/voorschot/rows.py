"""Advances to see to as lines of a list, and its filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werkdesk.domain.termijn import Termijn
from werkdesk.domain.waarden.bedrag import euro
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import voorschot as t
from werkdesk.ui.teksten.tijd import dag_kort, datum, nog, nog_kort
from werkdesk.usecases.voorschotten import VoorschotRow

EXPLAINS = "voorschotten."
"""Begins the help key of one line; without the melding it is the page of this place."""


@dataclass(frozen=True, slots=True)
class Line:
    """One case as the table shows it. ``left``: days until it must be paid, ``None`` while not known."""

    melding: UUID
    klant_id: UUID
    termijn: Termijn | None
    left: int | None
    late: bool
    stap: str
    uiterlijk: str
    uiterlijk_kort: str
    nog: str
    nog_kort: str
    tone: Tone
    streef: str
    klant: str
    nu: str
    nu_kort: str
    feiten: str
    bedrag: str
    eigenaar: str
    kenmerk: str

    @property
    def help_key(self) -> str:
        """What F1 explains on this line."""
        return f"{EXPLAINS}{self.melding}"


def lines_of(rows: Sequence[VoorschotRow], namen: Mapping[str, str], today: date) -> tuple[Line, ...]:
    """In the order of the rows: the first to be paid on top."""
    return tuple(_line(row, namen, today) for row in rows)


def _line(row: VoorschotRow, namen: Mapping[str, str], today: date) -> Line:
    day, meter = row.uiterste, row.meter
    left = (day - today).days if day is not None else None
    tone = Tone.NEUTRAL if left is None or left > 0 else Tone.WARN if left == 0 else Tone.BAD
    missing = ", ".join(t.KORT.get(code, code) for code in meter.ontbreekt)
    return Line(
        melding=row.melding,
        klant_id=row.klant_id,
        termijn=meter.datum,
        left=left,
        late=row.te_laat,
        stap=meter.stap,
        uiterlijk=datum(day) if day is not None else t.ZONDER_DATUM,
        uiterlijk_kort=dag_kort(day, today) if day is not None else t.ZONDER_DATUM,
        nog=nog(day, today) if day is not None else "",
        nog_kort=nog_kort(left) if left is not None else "",
        tone=tone,
        streef=f"{row.streef:%d-%m-%Y}" if row.streef is not None else "",
        klant=row.klant,
        nu=t.STAP_WOORDEN.get(meter.stap, "").format(wat=missing),
        nu_kort=t.STAP_WOORDEN.get(meter.stap, "").format(wat=t.gegevens(len(meter.ontbreekt))),
        feiten=f"{meter.bekend} van {len(meter.feiten)}",
        bedrag=euro(meter.minimum) if meter.minimum is not None else "",
        eigenaar=namen.get(row.eigenaar, row.eigenaar),
        kenmerk=row.kenmerk,
    )


def chosen(lines: Sequence[Line], name: str, today: date) -> tuple[Line, ...]:
    """The lines of one filter. A week ends on Sunday; what is late has a filter of its own."""
    sunday = 6 - today.weekday()
    keeps: dict[str, Callable[[Line], bool]] = {
        "week": lambda line: line.left is not None and 0 <= line.left <= sunday,
        "te_laat": lambda line: line.late,
        "voorstellen": lambda line: line.stap == "voorstellen",
        "beslissen": lambda line: line.stap == "beslissen",
        "betalen": lambda line: line.stap == "betalen",
    }
    keep = keeps.get(name)
    return tuple(lines) if keep is None else tuple(line for line in lines if keep(line))

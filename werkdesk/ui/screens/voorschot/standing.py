"""How an advance stands: facts, last day, smallest amount. Each date and amount can explain itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from werkdesk.domain.regels.voorschot_meter import Voorschotmeter
from werkdesk.domain.termijn import RegelVerwijzing
from werkdesk.domain.waarden.bedrag import euro
from werkdesk.ui.kit.date_line import DateLine, LegalDate
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, clear
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import termijnen as tt
from werkdesk.ui.teksten import voorschot as t
from werkdesk.ui.teksten.aan_klant import voor_collega
from werkdesk.ui.teksten.aanvraag import LEEFVORMEN
from werkdesk.ui.teksten.tijd import datum

AMOUNT = "voorschot:bedrag"
EXPLAINS = "termijn:"
_LAW = frozenset({"voorschot.percentage_minimum"})


class AdvanceStanding(QWidget):
    """``asked(str)``: a date or amount was asked to explain itself. ``cap``: command -> its key."""

    asked = Signal(str)

    def __init__(self, cap: Callable[[str], str]) -> None:
        super().__init__()
        self._cap = cap
        self.meter: Voorschotmeter | None = None
        self._household = ""
        self._lines = Column(self, gap=6)

    def show_meter(self, meter: Voorschotmeter | None, household: str = "") -> None:
        """Show it anew; ``None`` while it is being read.

        ``household``: code of the norm that stands ready in the form of the application.
        """
        if (meter, household) == (self.meter, self._household) and self._lines.count():
            return
        self.meter, self._household = meter, household
        clear(self._lines)
        if meter is None:
            self._lines.put(Label(t.LADEN, tone=Tone.NEUTRAL))
            return
        count = t.TELLING.format(bekend=meter.bekend, totaal=len(meter.feiten))
        self._lines.put(Label(count, "strong", wrap=True))
        for code, there in meter.feiten:
            words = self._there(code) if there else self._missing(code)
            self._lines.put(Label(words, tone=Tone.NEUTRAL if there else Tone.WARN, wrap=True))
        for one in (*self._date(meter), *self._amount(meter)):
            line = DateLine(one)
            line.asked.connect(self.asked)
            self._lines.put(line)
        self._lines.put(Label(voor_collega(meter.lening), "label", tone=Tone.NEUTRAL, wrap=True))

    def _there(self, code: str) -> str:
        name = t.FEITEN.get(code, code)
        return f"✓ {name[0].upper()}{name[1:]}"

    def _missing(self, code: str) -> str:
        key = self._cap(t.TOETS[code]) if code in t.TOETS else ""
        if code == "leefvorm" and self._household:
            known = LEEFVORMEN.get(self._household, self._household)
            return t.ONTBREEKT_VOORSTEL.format(wat=t.FEITEN.get(code, code), voorstel=known, toets=key)
        how = f"{t.WAAR.get(code, '')} ({key})" if key else t.WAAR.get(code, "")
        return t.ONTBREEKT_REGEL.format(wat=t.FEITEN.get(code, code), hoe=how)

    def _date(self, meter: Voorschotmeter) -> tuple[LegalDate, ...]:
        term = meter.datum
        if term is None or term.uiterste_datum is None:
            return ()
        why = tt.F1
        if term.streefdatum is not None and term.streefdatum != term.uiterste_datum:
            why = f"{t.DATUM_STREEF.format(datum=datum(term.streefdatum))} · {tt.F1}"
        source = next((one.bron for one in term.regels if one.regel == term.code), "")
        return (LegalDate(t.DATUM, datum(term.uiterste_datum), f"{source} · {why}", EXPLAINS + term.code),)

    def _amount(self, meter: Voorschotmeter) -> tuple[LegalDate, ...]:
        if meter.minimum is None:
            return ()
        source = next((one.bron for one in meter.regels if one.regel in _LAW), "")
        why = f"{t.PROCENT.format(procent=meter.percentage)} · {source} · {tt.F1}"
        return (LegalDate(t.MINIMUM, euro(meter.minimum), why, AMOUNT),)

    def explain(self, help_key: str) -> tuple[str, str] | None:
        """What F1 tells of the amount; the date is explained by the dates that run."""
        if help_key != AMOUNT or self.meter is None:
            return None
        return t.MINIMUM, "\n\n".join(voor_collega(zin) for zin in (*self.meter.uitleg, self.meter.lening))

    def rules_behind(self, help_key: str) -> tuple[RegelVerwijzing, ...]:
        """The rules on which the amount rests."""
        return self.meter.regels if help_key == AMOUNT and self.meter is not None else ()

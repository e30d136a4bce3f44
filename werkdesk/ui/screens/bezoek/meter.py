"""The meter of the advance (F10): how many of the required facts are there, which are missing, by when."""

from __future__ import annotations

from werkdesk.domain.regels.voorschot_meter import Voorschotmeter
from werkdesk.domain.waarden.bedrag import euro
from werkdesk.ui.kit.card import Card
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.layout import Column, clear
from werkdesk.ui.kit.tokens import Tone
from werkdesk.ui.teksten import voorschot as t
from werkdesk.ui.teksten.tijd import datum


class AdvanceCard(Card):
    """Hidden until ``show_meter`` got one; nothing changes when it is the same."""

    def __init__(self) -> None:
        super().__init__(t.TITEL, gap=4)
        self._lines = Column(gap=4)
        self.put(self._lines)
        self._shown: tuple[str, ...] = ()
        self.hide()

    def show_meter(self, meter: Voorschotmeter | None) -> None:
        """Show how far the advance is; ``None`` hides the card."""
        lines = meter_lines(meter) if meter is not None else ()
        if lines != self._shown:
            self._shown = lines
            clear(self._lines)
            first, rest = lines[:1], lines[1:]
            self._lines.put(*(Label(words, "strong", wrap=True) for words in first))
            self._lines.put(*(Label(words, tone=Tone.NEUTRAL, wrap=True) for words in rest))
        self.setVisible(bool(lines))


def meter_lines(meter: Voorschotmeter) -> tuple[str, ...]:
    """The meter in sentences, the count first."""
    count = t.TELLING.format(bekend=meter.bekend, totaal=len(meter.feiten))
    missing = ", ".join(t.FEITEN.get(code, code) for code in meter.ontbreekt)
    state = t.STAPPEN.get(meter.stap) or (t.ONTBREEKT.format(wat=missing) if missing else t.COMPLEET)
    day = meter.datum.uiterste_datum if meter.datum is not None else None
    return (
        count,
        state,
        *([t.BEDRAG.format(bedrag=euro(meter.minimum))] if meter.minimum is not None else ()),
        *([t.UITERLIJK.format(datum=datum(day))] if day is not None and meter.stap != "besloten" else ()),
    )

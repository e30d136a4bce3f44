"""The meter of the advance (F10): how many of the required facts are there, which are missing, by when."""

from __future__ import annotations

from werkdesk.domain.regels.voorschot_meter import Voorschotmeter
from werkdesk.domain.waarden.bedrag import euro
from werkdesk.ui.teksten import voorschot as t
from werkdesk.ui.teksten.tijd import datum


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

"""Meldingen, intakes, letters and agreements as lists read them."""

from __future__ import annotations

from datetime import date
from typing import Any

from werkdesk.domain.intake import Intake
from werkdesk.domain.melding import Melding, Uitzondering
from werkdesk.domain.papier import Brief, Overeenkomst
from werkdesk.domain.regels.voorschot_meter import ADVANCES
from werkdesk.domain.termijn import BEGINT, Termijn
from werkdesk.messages.codec import encode
from werkdesk.storage.columns import local_day, to_micros

LAST_QUESTION = "uitkomst"
NO_TERM = Termijn(code="", naam="")
"""Stands in the work list for an open case that has no dates at all."""


def melding_row(melding: Melding, unsent: bool) -> tuple[Any, ...]:
    """Values in the order of the columns of ``melding``.

    ``uitgevraagd`` is the intake's to say; :func:`werkdesk.storage.projection.project` fills it in.
    """
    is_open = melding.is_open
    waits = all(one.uitkomst.is_gemist for one in melding.belpogingen)
    return (
        melding.id.bytes, str(melding.kenmerk), melding.klant.bytes, to_micros(melding.moment),
        local_day(melding.moment), melding.status.value, melding.feiten.gemeente,
        encode(melding.ontbreekt).decode(), melding.balie, melding.medewerker, melding.externe_ref,
        None if melding.bezoek is None else melding.bezoek.bytes, melding.eigenaar, int(is_open and waits), 0,
        _first_day(melding) if is_open else None, _pay_by(melding) if is_open else None,
        encode(melding.belpogingen).decode(), int(unsent),
    )  # fmt: skip


def _first_day(melding: Melding) -> str | None:
    """From when somebody young may apply; empty when not known, ``None`` for who is not young.

    Somebody young without a search period is asked for school papers (D03) because of an exception; papers
    without an exception are asked of a couple of whom one is 27 or older: those never have to wait.
    """
    dates = {one.code: one.uiterste_datum for one in melding.termijnen}
    if "D01" in dates:
        return _iso(dates["D01"])
    excepted = melding.feiten.uitzondering not in (None, Uitzondering.GEEN)
    return melding.meldingsdatum.isoformat() if "D03" in dates and excepted else None


def _pay_by(melding: Melding) -> str | None:
    """By when the next advance has to be paid; empty when not known, ``None`` when there is none to pay."""
    advance = melding.voorschot
    if melding.feiten.aanvraagdatum is None or (advance is not None and advance.is_geweigerd):
        return None
    return _iso(next((one.uiterste_datum for one in melding.termijnen if one.code in ADVANCES), None))


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def termijn_rows(melding: Melding) -> list[tuple[Any, ...]]:
    """Values in the order of the columns of ``termijn``, one for each date of the case.

    In the work list stands every date, and one line for an open case whose dates all wait for something. From
    when one may apply is no work any more once somebody did.
    """
    running = melding.is_open
    applied = melding.feiten.aanvraagdatum is not None
    terms = melding.termijnen or ((NO_TERM,) if running else ())
    listed = [
        termijn.uiterste_datum is not None and not (applied and termijn.code in BEGINT) for termijn in terms
    ]
    dated = any(listed)
    return [
        (
            melding.id.bytes, place, termijn.code,
            None if termijn.uiterste_datum is None else termijn.uiterste_datum.isoformat(), int(running),
            int(running and (listed[place] or (place == 0 and not dated))),
            melding.eigenaar, to_micros(melding.moment), encode(termijn),
        )
        for place, termijn in enumerate(terms)
    ]  # fmt: skip


def intake_row(intake: Intake, unsent: bool) -> tuple[Any, ...]:
    """Values in the order of the columns of ``intake``."""
    return intake.id.bytes, len(intake.antwoorden), int(LAST_QUESTION in intake.antwoorden), int(unsent)


def brief_row(brief: Brief, unsent: bool) -> tuple[Any, ...]:
    """Values in the order of the columns of ``brief``."""
    return (
        brief.id.bytes, brief.code, brief.kenmerk, brief.klant.bytes,
        None if brief.melding is None else brief.melding.bytes, brief.datum.isoformat(), brief.bladzijden,
        brief.status.value, brief.reden_later, brief.sha256, len(brief.afdrukken), int(unsent),
    )  # fmt: skip


def overeenkomst_row(overeenkomst: Overeenkomst, unsent: bool) -> tuple[Any, ...]:
    """Values in the order of the columns of ``overeenkomst``."""
    return (
        overeenkomst.id.bytes, str(overeenkomst.nummer), overeenkomst.klant.bytes,
        None if overeenkomst.melding is None else overeenkomst.melding.bytes, overeenkomst.gemeente,
        to_micros(overeenkomst.opgesteld_op), int(unsent),
    )  # fmt: skip

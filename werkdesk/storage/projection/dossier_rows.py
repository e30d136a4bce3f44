"""Meldingen, intakes, letters and agreements as lists read them."""

from __future__ import annotations

from typing import Any

from werkdesk.domain.intake import Intake
from werkdesk.domain.melding import Melding, MeldingStatus
from werkdesk.domain.papier import Brief, Overeenkomst
from werkdesk.messages.codec import encode
from werkdesk.storage.columns import local_day, to_micros


def melding_row(melding: Melding, unsent: bool) -> tuple[Any, ...]:
    """Values in the order of the columns of ``melding``."""
    return (
        melding.id.bytes, str(melding.kenmerk), melding.klant.bytes, to_micros(melding.moment),
        local_day(melding.moment), melding.status.value, melding.feiten.gemeente,
        encode(melding.ontbreekt).decode(), melding.balie, melding.medewerker, melding.externe_ref,
        None if melding.bezoek is None else melding.bezoek.bytes, int(unsent),
    )  # fmt: skip


def termijn_rows(melding: Melding) -> list[tuple[Any, ...]]:
    """Values in the order of the columns of ``termijn``, one for each date of the case."""
    running = int(melding.status is not MeldingStatus.GESLOTEN)
    return [
        (
            melding.id.bytes, place, termijn.code,
            None if termijn.uiterste_datum is None else termijn.uiterste_datum.isoformat(),
            running, encode(termijn),
        )
        for place, termijn in enumerate(melding.termijnen)
    ]  # fmt: skip


def intake_row(intake: Intake, unsent: bool) -> tuple[Any, ...]:
    """Values in the order of the columns of ``intake``."""
    return intake.id.bytes, len(intake.antwoorden), int(unsent)


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

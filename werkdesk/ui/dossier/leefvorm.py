"""The household that the intake already told: a proposal for the norm, never more than that."""

from __future__ import annotations

from datetime import date

from werkdesk.domain.datums import Driewaardig, brp_jonger_dan
from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant

_VOLLE_NORM = 21
_BIJ_WONEN = {
    "alleen": "alleenstaand_21",
    "kinderen": "alleenstaand_21",  # a single parent has the norm of a single person (Pw 21)
    "partner": "gehuwd_21",
    "partner_kinderen": "gehuwd_21",
}
"""Answer to "Met wie woont u?" -> norm. Sharing a home with others of 27 and older has a norm of its own."""


def household_of(intake: Intake | None, klant: Klant, day: date) -> str:
    """Code of the norm that fits the answer and the age; empty when nobody can be sure yet."""
    answer = intake.antwoorden.get("wonen") if intake is not None else None
    born = klant.feiten.geboortedatum
    if answer is None or born is None or brp_jonger_dan(born, _VOLLE_NORM, day) is not Driewaardig.NEE:
        return ""
    return next((_BIJ_WONEN[code] for code in answer.keuzes if code in _BIJ_WONEN), "")

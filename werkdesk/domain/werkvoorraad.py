"""What has to happen next with an open melding, and by when (F16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from werkdesk.domain.intake import Intake
from werkdesk.domain.melding import Melding, MeldingStatus
from werkdesk.domain.termijn import NIET_BEREKEND


class Stap(StrEnum):
    """The next step, the most pressing first."""

    SPOED = "spoed"
    DATUMS_BEREKENEN = "datums_berekenen"
    AANVRAAG_MOGELIJK_MAKEN = "aanvraag_mogelijk_maken"
    BRIEF_NA_BELLEN = "brief_na_bellen"
    BELLEN = "bellen"
    GEGEVENS_AANVULLEN = "gegevens_aanvullen"
    VOORSCHOT_BESLISSEN = "voorschot_beslissen"
    VOORSCHOT = "voorschot"
    VOORSCHOT_BETALEN = "voorschot_betalen"
    BESLUIT = "besluit"
    ZOEKTERMIJN_LOOPT = "zoektermijn_loopt"
    WACHT_OP_AANVRAAG = "wacht_op_aanvraag"


@dataclass(frozen=True, slots=True)
class VolgendeStap:
    """``datum``: by when, or from when for ``zoektermijn_loopt``; ``None`` when nothing sets a day."""

    stap: Stap
    datum: date | None

    def te_laat(self, vandaag: date) -> bool:
        """Whether the day has passed."""
        return self.datum is not None and self.stap is not Stap.ZOEKTERMIJN_LOOPT and self.datum < vandaag


@dataclass(frozen=True, slots=True, kw_only=True)
class BelUitzicht:
    """What calling back adds: by when, whether a letter is proposed, whether somebody was spoken to."""

    norm_datum: date
    brief: bool
    gesproken: bool


def volgende_stap(
    melding: Melding, intake: Intake | None, bellen: BelUitzicht, vandaag: date
) -> VolgendeStap:
    """The next step of an open melding.

    Someone from 27 on may never wait (Pw 41 lid 12): making the application possible goes before calling.
    """
    answers = intake.antwoorden if intake is not None else {}
    talked = bellen.gesproken or "uitkomst" in answers
    if "spoed" in answers and set(answers["spoed"].keuzes) - {"geen"} and "uitkomst" not in answers:
        return VolgendeStap(Stap.SPOED, melding.meldingsdatum)
    if any(termijn.code == NIET_BEREKEND for termijn in melding.termijnen):
        return VolgendeStap(Stap.DATUMS_BEREKENEN, None)
    if _must_enable(melding, vandaag):
        return VolgendeStap(Stap.AANVRAAG_MOGELIJK_MAKEN, _day(melding, "D01") or melding.meldingsdatum)
    if not talked:
        step = Stap.BRIEF_NA_BELLEN if bellen.brief else Stap.BELLEN
        return VolgendeStap(step, bellen.norm_datum)
    if melding.ontbreekt:
        return VolgendeStap(Stap.GEGEVENS_AANVULLEN, None)
    return _after_talk(melding)


def _must_enable(melding: Melding, vandaag: date) -> bool:
    if melding.feiten.aanvraag_mogelijk_op is not None:
        return False
    if melding.status is MeldingStatus.AANVRAAG_MOGELIJK:
        return True
    first = _day(melding, "D01")
    return melding.status is MeldingStatus.ZOEKTERMIJN and first is not None and first <= vandaag


def _after_talk(melding: Melding) -> VolgendeStap:
    if melding.status is MeldingStatus.AANVRAAG_ONTVANGEN:
        advance = melding.voorschot
        if advance is None:
            return VolgendeStap(Stap.VOORSCHOT, _day(melding, "D04"))
        if advance.besluit is None:
            return VolgendeStap(Stap.VOORSCHOT_BESLISSEN, _day(melding, "D04"))
        decision = VolgendeStap(Stap.BESLUIT, _day(melding, "D06"))
        pay_by = None if advance.is_geweigerd else _day(melding, "D05") or _day(melding, "D04")
        if pay_by is None or (decision.datum is not None and decision.datum <= pay_by):
            return decision
        return VolgendeStap(Stap.VOORSCHOT_BETALEN, pay_by)
    if melding.status is MeldingStatus.ZOEKTERMIJN:
        return VolgendeStap(Stap.ZOEKTERMIJN_LOOPT, _day(melding, "D01"))
    return VolgendeStap(Stap.WACHT_OP_AANVRAAG, None)


def _day(melding: Melding, code: str) -> date | None:
    return next((one.uiterste_datum for one in melding.termijnen if one.code == code), None)

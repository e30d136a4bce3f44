"""Zoektermijn under 27, its exceptions, and the school papers (Pw 41 lid 4-7, 11; rule cases 4.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from werkdesk.domain.datums import (
    Driewaardig,
    birthday,
    brp_interval,
    brp_jonger_dan,
    brp_weergave,
    lange_datum,
    plus_months,
)
from werkdesk.domain.regels.invoer import Invoer, brp_datum, datum, keuze
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg
from werkdesk.errors import Refused

UITZONDERINGEN = (
    "geen",
    "onbekend",
    "pro_vso",
    "lks_doelgroep",
    "medische_urenbeperking",
    "andere_omstandigheden",
)
_uitzondering = keuze(UITZONDERINGEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvrager:
    """One of those who apply. ``geboortedatum``: BRP date; ``uitgeschreven_op`` belongs to ``pro_vso``."""

    geboortedatum: str
    uitzondering: str = "geen"
    uitgeschreven_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoektermijn:
    """What follows from the ages and exceptions.

    ``eerste_aanvraagdatum`` is ``None`` when it cannot be known yet; ``schoolstukken`` is ``bij_aanvraag``,
    ``voor_datum`` (then with ``schoolstukken_voor``), ``niet_nodig`` or ``onbekend``.
    """

    zoektermijn: Driewaardig
    reden: str
    eerste_aanvraagdatum: date | None
    schoolstukken: str
    schoolstukken_voor: date | None
    vervroeging_mogelijk: bool

    def as_json(self) -> dict[str, Any]:
        """The outcome of a rule case."""
        eerste, stukken = self.eerste_aanvraagdatum, self.schoolstukken_voor
        return {
            "zoektermijn": self.zoektermijn.value,
            "reden": self.reden,
            "eerste_aanvraagdatum": eerste.isoformat() if eerste else None,
            "schoolstukken": {
                "wanneer": self.schoolstukken,
                "uiterste_datum": stukken.isoformat() if stukken else None,
            },
            "vervroeging_mogelijk": self.vervroeging_mogelijk,
        }


def bepaal_zoektermijn(
    rekenaar: TermijnRekenaar,
    melding: date,
    personen: tuple[Aanvrager, ...],
    uitleg: Uitleg,
    aanvraag: date | None = None,
) -> Zoektermijn:
    """Whether the zoektermijn holds, the first day to apply, and when school papers are due.

    Raises ``Refused('regel.geen_versie', field='meldingsdatum')`` outside the periods of the tables.
    """
    grens = rekenaar.regel("zoektermijn.leeftijd", melding, uitleg, veld="meldingsdatum").waarde
    tests = [brp_jonger_dan(persoon.geboortedatum, grens, melding) for persoon in personen]
    if any(persoon.geboortedatum.endswith("00") for persoon in personen):
        rekenaar.vast("leeftijd.brp", uitleg)
    uitzonderingen = [_geldige_uitzondering(rekenaar, melding, aanvraag, p, uitleg) for p in personen]
    antwoord, reden = _oordeel(rekenaar, melding, tests, uitzonderingen, uitleg, grens)
    eerste = _eerste_dag(rekenaar, melding, personen, antwoord, uitleg, grens)
    stukken, voor = _schoolstukken(rekenaar, melding, tests, antwoord, uitleg)
    eerder = _vervroeging(rekenaar, melding, tests, uitzonderingen, antwoord, uitleg)
    return Zoektermijn(
        zoektermijn=antwoord,
        reden=reden,
        eerste_aanvraagdatum=eerste,
        schoolstukken=stukken,
        schoolstukken_voor=voor,
        vervroeging_mogelijk=eerder,
    )


def _geldige_uitzondering(
    rekenaar: TermijnRekenaar, melding: date, aanvraag: date | None, persoon: Aanvrager, uitleg: Uitleg
) -> str:
    """The exception as stated, or ``geen`` when practical or special education was left too long ago."""
    if persoon.uitzondering != "pro_vso" or persoon.uitgeschreven_op is None:
        return persoon.uitzondering
    regel = rekenaar.regel("zoektermijn.pro_vso", melding, uitleg, veld="meldingsdatum")
    oldest = plus_months(aanvraag or melding, -regel.waarde)
    if persoon.uitgeschreven_op >= oldest:
        return "pro_vso"
    uitleg.zeg(
        f"De school is verlaten voor {lange_datum(oldest)}; dat is te lang geleden voor de uitzondering."
    )
    return "geen"


def _oordeel(
    rekenaar: TermijnRekenaar,
    melding: date,
    tests: list[Driewaardig],
    uitzonderingen: list[str],
    uitleg: Uitleg,
    grens: int,
) -> tuple[Driewaardig, str]:
    if Driewaardig.NEE in tests:
        uitleg.zeg(f"Er is geen zoektermijn: een van de aanvragers is {grens} jaar of ouder.")
        return Driewaardig.NEE, "27_of_ouder"
    lid_4 = rekenaar.regel("zoektermijn.uitzonderingen", melding, uitleg, veld="meldingsdatum").waarde
    for uitzondering in uitzonderingen:
        if uitzondering in lid_4:
            uitleg.zeg("Er is geen zoektermijn: er geldt een uitzondering.")
            return Driewaardig.NEE, uitzondering
    if Driewaardig.ONBEKEND in tests:
        uitleg.zeg(f"De geboortedatum is niet volledig. Daarom is niet zeker of iemand al {grens} jaar is.")
        return Driewaardig.ONBEKEND, "leeftijd_onbekend"
    if "onbekend" in uitzonderingen:
        uitleg.zeg("Nog niet is gevraagd of er een uitzondering geldt.")
        return Driewaardig.ONBEKEND, "uitzondering_onbekend"
    uitleg.zeg(f"De zoektermijn geldt: iedereen die aanvraagt is jonger dan {grens} jaar.")
    return Driewaardig.JA, "jonger_dan_27"


def _eerste_dag(
    rekenaar: TermijnRekenaar,
    melding: date,
    personen: tuple[Aanvrager, ...],
    antwoord: Driewaardig,
    uitleg: Uitleg,
    grens: int,
) -> date | None:
    if antwoord is not Driewaardig.JA:
        return melding if antwoord is Driewaardig.NEE else None
    regel = rekenaar.regel("D01", melding, uitleg, veld="meldingsdatum")
    first = rekenaar.eerste_dag(regel, melding, uitleg)
    if not rekenaar.regel("zoektermijn.verjaardag", melding, uitleg, veld="meldingsdatum").waarde:
        return first
    intervals = [(persoon, brp_interval(persoon.geboortedatum)) for persoon in personen]
    for _, interval in intervals:
        if interval and interval[0] == interval[1] and birthday(interval[0], grens) < first:
            first = birthday(interval[0], grens)
            uitleg.zeg(
                f"Op {lange_datum(first)} wordt een aanvrager {grens} jaar. Vanaf die dag kan de aanvraag."
            )
    for persoon, interval in intervals:
        if interval and interval[0] != interval[1] and birthday(interval[0], grens) < first:
            born = brp_weergave(persoon.geboortedatum)
            uitleg.zeg(
                f"Geboren in {born}: misschien wordt iemand eerder {grens} jaar. De dag is niet zeker."
            )
            return None
    return first


def _schoolstukken(
    rekenaar: TermijnRekenaar, melding: date, tests: list[Driewaardig], antwoord: Driewaardig, uitleg: Uitleg
) -> tuple[str, date | None]:
    if antwoord is Driewaardig.JA:
        return "bij_aanvraag", None
    if antwoord is Driewaardig.NEE and Driewaardig.JA in tests:
        regel = rekenaar.regel("D03", melding, uitleg, veld="meldingsdatum")
        return "voor_datum", rekenaar.van_regel(regel, melding, uitleg).uiterste_datum
    if antwoord is Driewaardig.NEE and all(test is Driewaardig.NEE for test in tests):
        return "niet_nodig", None
    return "onbekend", None


def _vervroeging(
    rekenaar: TermijnRekenaar,
    melding: date,
    tests: list[Driewaardig],
    uitzonderingen: list[str],
    antwoord: Driewaardig,
    uitleg: Uitleg,
) -> bool:
    """Pw 41 lid 11, with the day of the melding as peildatum; before the record begins it does not exist."""
    if antwoord is Driewaardig.NEE:
        return False
    regel = rekenaar.regels.vind("zoektermijn.vervroeging", melding, rekenaar.gemeente)
    if regel is None:
        return False
    possible = any(
        uitzondering in regel.waarde and test is not Driewaardig.NEE
        for uitzondering, test in zip(uitzonderingen, tests, strict=True)
    )
    if possible:
        uitleg.steunt_op(regel)
        uitleg.zeg(regel.tekst)
    return possible


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``zoektermijn``."""
    melding = invoer.lees("meldingsdatum", datum)
    aanvraag = invoer.lees_of("aanvraagdatum", datum, None)
    personen = tuple(
        Aanvrager(
            geboortedatum=persoon.lees("geboortedatum", brp_datum),
            uitzondering=persoon.lees_of("uitzondering", _uitzondering, "geen"),
            uitgeschreven_op=persoon.lees_of("uitgeschreven_op", datum, None),
        )
        for persoon in invoer.delen("personen", aantal=(1, 2))
    )
    if aanvraag is not None and aanvraag < melding:
        raise Refused("volgorde.ongeldig", field="aanvraagdatum")
    uitleg = Uitleg()
    uitkomst = bepaal_zoektermijn(rekenaar, melding, personen, uitleg, aanvraag)
    return Antwoord(uitkomst.as_json(), uitleg)

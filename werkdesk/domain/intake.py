"""The short intake: at most ten questions, answered by digit, never blocking (domain figures F4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """An answer: codes of the chosen options, and words or a date where the question asks for them."""

    keuzes: tuple[str, ...] = ()
    tekst: str | None = None
    datum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One question: its options in the order of the digits.

    ``meer``: more than one answer may be chosen. ``met_datum``: an option that needs a day.
    ``alleen_jongere``: asked under 27 only (Pw 7a, 41 lid 5). ``slot``: the outcome of the intake.
    """

    code: str
    opties: tuple[str, ...]
    meer: bool = False
    met_datum: str | None = None
    met_tekst: bool = False
    alleen_jongere: bool = False
    slot: bool = False


VRAGEN: tuple[Vraag, ...] = (
    Vraag(code="spoed", opties=("geen", "geen_eten", "uithuiszetting", "geen_energie", "anders")),
    Vraag(code="wonen", opties=("alleen", "partner", "kinderen", "partner_kinderen", "ouders", "anderen_27")),
    Vraag(code="werk", opties=("geen", "eindigt", "deeltijd", "zelfstandig", "gestopt"), met_datum="eindigt"),
    Vraag(
        code="voorliggend", opties=("nee", "ww", "ziektewet_wia", "wajong", "studiefinanciering", "onbekend")
    ),
    Vraag(
        code="school",
        opties=("geen_diploma", "startkwalificatie", "volgt_onderwijs", "wil_onderwijs"),
        alleen_jongere=True,
    ),
    Vraag(code="werk_kan", opties=("direct", "binnen_3_maanden", "later", "weet_niet"), met_tekst=True),
    Vraag(code="uren", opties=("voltijd", "deeltijd", "schooltijden", "beperkt"), met_tekst=True),
    Vraag(code="taal", opties=("goed", "gesprek", "met_hulp", "tolk")),
    Vraag(
        code="moeilijk",
        opties=("niets", "zorg", "gezondheid", "schulden", "wonen", "taal", "anders"),
        meer=True,
    ),
    Vraag(code="digitaal", opties=("zelf", "met_hulp", "papier")),
    Vraag(
        code="uitkomst",
        opties=("plaatsing", "aanvragen", "zoektermijn", "verwijzen", "geen_recht"),
        slot=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The answers so far; the id is the melding's. A colleague goes on where the last one stopped."""

    soort: ClassVar[str] = "intake"

    id: UUID
    antwoorden: Mapping[str, Antwoord] = field(default_factory=dict)


GEEN_SPOED = "geen"


def spoed_van(intake: Intake | None) -> str | None:
    """What cannot wait until tomorrow, as the code of the answer; ``None``: nothing, or not asked yet."""
    answer = intake.antwoorden.get("spoed") if intake is not None else None
    need = next(iter(answer.keuzes), GEEN_SPOED) if answer is not None else GEEN_SPOED
    return None if need == GEEN_SPOED else need


def vragen_voor(jongere: bool | None) -> tuple[Vraag, ...]:
    """The questions for this klant; when age is not known the youth question is asked too."""
    return tuple(v for v in VRAGEN if not v.alleen_jongere or jongere is not False)


def volgende_vraag(intake: Intake | None, jongere: bool | None) -> Vraag | None:
    """The first question without an answer, or ``None`` when all are answered."""
    known = intake.antwoorden if intake else {}
    return next((v for v in vragen_voor(jongere) if v.code not in known), None)

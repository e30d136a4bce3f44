"""Everything that a letter may be made from, in one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.domain.papier import Overeenkomst
from werkdesk.domain.termijn import Termijn
from werkdesk.usecases.ports import Wie


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """A talk to invite somebody to. ``moment`` is local time with its zone; ``plaats`` empty: at the office.

    ``medewerker``: whom the klant will meet, as shown; ``None`` means whoever makes the letter.
    """

    moment: datetime
    duur_minuten: int = 45
    telefonisch: bool = False
    plaats: str = ""
    medewerker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFeiten:
    """The case as it was when the letter was asked for. ``datum``: date of the letter.

    ``termijn``: the stored date that UIT explains.
    """

    code: str
    klant: Klant
    datum: date
    kenmerk: str
    wie: Wie
    melding: Melding | None = None
    intake: Intake | None = None
    overeenkomst: Overeenkomst | None = None
    afspraak: Afspraak | None = None
    termijn: Termijn | None = None

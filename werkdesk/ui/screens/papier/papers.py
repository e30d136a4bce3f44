"""Which papers there are for a klant and what happened to them. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from werkdesk.domain.melding import Melding
from werkdesk.domain.papier import Brief, BriefStatus, Overeenkomst, termijn_merk
from werkdesk.errors import Refused
from werkdesk.ui.dossier.dates import read_day
from werkdesk.ui.teksten import papier as t
from werkdesk.ui.teksten.tijd import wanneer
from werkdesk.ui.teksten.woorden import brief_naam
from werkdesk.ui.texts import explain_code
from werkdesk.usecases.briefgegevens.feiten import Afspraak
from werkdesk.usecases.overzichten import KlantDossier
from werkdesk.usecases.papieren import LetterWanted

AGREEMENT = "OPL"
INVITATION = "L02"
EXPLANATION = "UIT"
BALIE, TELEFOON = "balie", "telefoon"
_CLOCK = re.compile("([0-9]{1,2})[:.]?([0-9]{2})")
MOST_COPIES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """``later``: it waits for a printer. ``brief``: the newest one that was kept, if any."""

    code: str
    naam: str
    letter: str
    badge: str
    later: bool
    brief: Brief | None


def papers(dossier: KlantDossier, termijn: str | None = None) -> tuple[Paper, ...]:
    """The papers of the counter, in a fixed order; last the explanation of a date, when one is asked for."""
    codes = (*t.LETTERS, *([EXPLANATION] if termijn is not None else ()))
    return tuple(_paper(code, newest(dossier, code, termijn=termijn)) for code in codes)


def newest(
    dossier: KlantDossier, code: str, overeenkomst: UUID | None = None, termijn: str | None = None
) -> Brief | None:
    """The newest kept letter of this kind about what runs now; of a date, while it is still the same date."""
    melding = dossier.open_melding
    if code == EXPLANATION:
        mark = _mark(melding, termijn)
        mine = [one for one in dossier.brieven if one.code == code and mark and one.over == mark]
        return max(mine, key=lambda one: (one.datum, _last_print(one)), default=None)
    drawn_up = agreement(dossier)
    about = overeenkomst or (drawn_up.id if drawn_up else None)
    mine = [
        one
        for one in dossier.brieven
        if one.code == code
        and (one.overeenkomst == about if code == AGREEMENT else melding and one.melding == melding.id)
    ]
    return max(mine, key=lambda one: (one.datum, _last_print(one)), default=None)


def _mark(melding: Melding | None, termijn: str | None) -> str:
    found = next((one for one in melding.termijnen if one.code == termijn), None) if melding else None
    return termijn_merk(found) if found is not None else ""


def agreement(dossier: KlantDossier) -> Overeenkomst | None:
    """The newest agreement."""
    return max(dossier.overeenkomsten, key=lambda one: one.opgesteld_op, default=None)


def knows_gemeente(code: str, dossier: KlantDossier) -> bool:
    """Whether somebody said in whose name we write; if not, the paper is a guess (domain 3.2)."""
    melding = dossier.open_melding
    of_case = melding.feiten.gemeente if melding is not None else None
    return code == AGREEMENT or (of_case or dossier.klant.feiten.gemeente) is not None


def copies_of(code: str, dossier: KlantDossier, overeenkomst: UUID | None) -> int:
    """How many a first print makes: a letter once, an agreement once for each who signs (domain 5.2)."""
    if code != AGREEMENT:
        return 1
    found = next((one for one in dossier.overeenkomsten if one.id == overeenkomst), agreement(dossier))
    terms = found.voorwaarden if found is not None else None
    return 3 if terms is None or not terms.werkgever else 4  # klant, gemeente and school; the employer too


def _last_print(brief: Brief) -> str:
    return max((one.moment.isoformat() for one in brief.afdrukken), default="")


def _paper(code: str, brief: Brief | None) -> Paper:
    later = brief is not None and brief.status is BriefStatus.LATER
    badge = ""
    if brief is not None:
        badge = t.LATER if later else t.BLADZIJDEN.format(aantal=brief.bladzijden)
    return Paper(
        code=code, naam=brief_naam(code), letter=t.LETTERS.get(code, t.LETTER_UITLEG), badge=badge,
        later=later, brief=brief,
    )  # fmt: skip


def wanted(
    code: str, dossier: KlantDossier, overeenkomst: UUID | None = None, afspraak: Afspraak | None = None,
    termijn: str | None = None,
) -> LetterWanted:  # fmt: skip
    """What to ask for. Raises ``Refused('melding.ontbreekt')`` for a letter without a melding."""
    melding = dossier.open_melding
    if code == AGREEMENT:
        found = agreement(dossier)
        drawn_up = overeenkomst or (found.id if found else None)
        if drawn_up is None:
            raise Refused("overeenkomst.onbekend")
        return LetterWanted(code=code, klant=dossier.klant.id, overeenkomst=drawn_up)
    if melding is None:
        raise Refused("melding.ontbreekt")
    about = termijn if code == EXPLANATION else None
    return LetterWanted(
        code=code, klant=dossier.klant.id, melding=melding.id, afspraak=afspraak, termijn=about
    )


def history(brief: Brief | None, now: datetime) -> str:
    """What happened to the paper so far, in one sentence."""
    if brief is None:
        return t.NOG_NIET
    if brief.status is BriefStatus.LATER:
        return t.WACHTTE.format(zin=explain_code(brief.reden_later or "printer.weg"))
    if not brief.afdrukken:
        return t.NOG_NIET
    last = brief.afdrukken[-1]
    return t.EERDER.format(wanneer=wanneer(last.moment, now), nummer=len(brief.afdrukken))


def read_copies(text: str) -> int:
    """1 to 20. Raises ``Refused('exemplaren.aantal')``."""
    bare = text.strip()
    if not re.fullmatch("[0-9]{1,2}", bare) or not 1 <= int(bare) <= MOST_COPIES:
        raise Refused("exemplaren.aantal", field="exemplaren")
    return int(bare)


def read_time(text: str, field: str) -> time:
    """``9:30``, ``14.15`` or ``930``. Raises ``Refused('tijd.vorm')``."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise Refused("tijd.vorm", field=field)
    return time(int(found[1]), int(found[2]))


def read_appointment(day: str, clock: str, where: str, now: datetime) -> Afspraak:
    """A talk after now. Raises ``Refused``: ``afspraak.*``, ``datum.*``, ``tijd.vorm``."""
    if not day.strip():
        raise Refused("afspraak.ontbreekt", field="dag")
    if not clock.strip():
        raise Refused("afspraak.ontbreekt", field="tijd")
    moment = datetime.combine(read_day(day, now.date(), "dag"), read_time(clock, "tijd"), tzinfo=now.tzinfo)
    if moment <= now:
        raise Refused("afspraak.verleden", field="dag")
    return Afspraak(moment=moment, telefonisch=where == TELEFOON)

"""What a morning at the counter finds: open meldingen of all ages and a hall with people in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from werkdesk.domain.bezoek import Bezoek, BezoekReden, BezoekStatus, Uitkomst, bezoeknummer
from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.intake import Antwoord, Intake
from werkdesk.domain.kenmerk import KenmerkSoort, make_kenmerk
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Kanaal, Melding, MeldingFeiten, MeldingReden, Uitleg, Uitzondering
from werkdesk.domain.volledigheid import gaps
from werkdesk.usecases.meldingen import Rekenaar

_ARCHIVE_DESK = 9
"""The desk that gave out the numbers of the older meldingen; demo desks have lower numbers."""


def make_meldingen(
    seed: int, people: Sequence[Klant], now: datetime, rekenaar: Rekenaar, share: float = 0.15,
    door: Sequence[str] = ("archief",),
) -> Iterator[Melding | Intake]:  # fmt: skip
    """Open meldingen for a share of the people, from today back to twelve weeks ago, some with an intake.

    ``door``: sign-in names of who recorded them, in turn.
    """
    dice = Random(seed)
    teller = 0
    for klant in people:
        if dice.random() >= share:
            continue
        teller += 1
        moment = now - timedelta(days=dice.randint(0, 84), minutes=dice.randint(20, 300))
        feiten = MeldingFeiten(
            kanaal=dice.choice(tuple(Kanaal)),
            gemeente=klant.feiten.gemeente,
            reden=dice.choice(tuple(MeldingReden)),
            kinderen=dice.choice((None, 0, 0, 1, 2, 3)),
            adres_bevestigd=dice.random() < 0.7 or None,
            uitzondering=dice.choice((Uitzondering.GEEN, Uitzondering.GEEN, Uitzondering.GEEN, None)),
            uitleg=tuple(Uitleg) if dice.random() < 0.7 else (),
            aanvraagdatum=_applied(dice, moment, now),
        )
        status, termijnen = rekenaar(klant, feiten, moment)
        rid = UUID(int=dice.getrandbits(128), version=4)
        yield Melding(
            id=rid,
            kenmerk=make_kenmerk(KenmerkSoort.MELDING, _ARCHIVE_DESK, teller),
            klant=klant.id,
            moment=moment,
            feiten=feiten,
            status=status,
            medewerker=door[teller % len(door)],
            balie=_ARCHIVE_DESK,
            ontbreekt=gaps(klant, feiten),
            termijnen=termijnen,
        )
        if dice.random() < 0.5:
            yield Intake(
                id=rid,
                antwoorden={"spoed": Antwoord(keuzes=("geen",)), "wonen": Antwoord(keuzes=("alleen",))},
            )


def _applied(dice: Random, moment: datetime, now: datetime) -> date | None:
    """The day of the application: some days after the melding, for most of those that had the time."""
    day = (moment + timedelta(days=dice.randint(0, 20))).date()
    return day if day <= now.date() and dice.random() < 0.7 else None


def earlier_today(now: datetime, ago: timedelta) -> datetime:
    """``ago`` before ``now``, drawn together when the day is too young: a queue does not reach into yesterday."""
    since_midnight = now - now.replace(hour=0, minute=0, second=0, microsecond=0)
    return now - ago * min(1.0, since_midnight / timedelta(hours=4))


def make_queue(seed: int, people: Sequence[Klant], now: datetime, locatie: str) -> Iterator[Bezoek]:
    """A morning's hall: some finished, one parked, the rest waiting."""
    dice = Random(seed)
    for teller in range(1, 20):
        drawn = dice.choice((BezoekReden.BIJSTAND, *BezoekReden))
        binnen = earlier_today(now, timedelta(minutes=200 - teller * 9, seconds=dice.randint(0, 300)))
        done = teller <= 12
        klant = dice.choice(people) if done or dice.random() < 0.4 else None
        reden = _reason_of(drawn, klant, binnen.date())
        yield Bezoek(
            id=UUID(int=dice.getrandbits(128), version=4),
            nummer=bezoeknummer(reden, _ARCHIVE_DESK, teller),
            reden=reden,
            binnen=binnen,
            locatie=locatie,
            status=BezoekStatus.AFGEROND if done else BezoekStatus.WACHT,
            balie=dice.randint(1, 3) if done else None,
            geroepen=binnen + timedelta(minutes=6) if done else None,
            oproepen=1 if done else 0,
            klant=klant.id if klant is not None else None,
            uitkomst=dice.choice((Uitkomst.MELDING, Uitkomst.INFORMATIE)) if done else None,
            klaar=binnen + timedelta(minutes=14) if done else None,
        )


def _reason_of(drawn: BezoekReden, klant: Klant | None, day: date) -> BezoekReden:
    """Nobody of 27 or older stands in the queue of the young."""
    born = klant.feiten.geboortedatum if klant is not None else None
    known = born is not None and born.jonger_dan(27, day) is not Driewaardig.NEE
    return BezoekReden.BIJSTAND if drawn is BezoekReden.JONGERE and klant is not None and not known else drawn

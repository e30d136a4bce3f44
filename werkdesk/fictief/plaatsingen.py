"""A few placements with employers that do not exist, so that a demo has something to check against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from werkdesk.domain.klant import Klant
from werkdesk.domain.plaatsing import (
    VRIJ,
    Carrousel,
    Hertoets,
    HertoetsUitkomst,
    Plaatsing,
    PlaatsingFeiten,
    Plaatsingseinde,
    Werkgever,
)
from werkdesk.domain.waarden.kvk import KvkNummer

_EMPLOYERS = (
    (Werkgever(kvk=KvkNummer("99990001"), naam="Fictieve Bloemenveiling B.V."), "orderpicker"),
    (Werkgever(kvk=KvkNummer("99990002"), naam="Verzonnen Zorghuis"), "gastvrouw of gastheer"),
)
_ARCHIVE_DESK = 9
_COUNT = 6


def make_placements(seed: int, people: Sequence[Klant], now: datetime, door: str) -> Iterator[Plaatsing]:
    """Work experience places of two months, the newest one running; each for another person.

    ``door``: sign-in name of who noted them. Long enough apart to be free of any hit.
    """
    dice = Random(seed)
    checked = Carrousel(oordeel=VRIJ)
    for number, klant in enumerate(dice.sample(list(people), min(_COUNT, len(people)))):
        employer, work = _EMPLOYERS[number % len(_EMPLOYERS)]
        begin = now.date() - timedelta(days=20 + 60 * number)
        last = begin + timedelta(days=58)
        ended = last < now.date()
        moment = now - timedelta(days=30 + 60 * number)
        yield Plaatsing(
            id=UUID(int=dice.getrandbits(128), version=4),
            klant=klant.id,
            gemeente=klant.feiten.gemeente or "0362",
            feiten=PlaatsingFeiten(
                werkgever=employer, instrument="WEP", functie=work, begin=begin, einde=last, uren=24
            ),
            carrousel=checked,
            toets=None,
            medewerker=door,
            balie=_ARCHIVE_DESK,
            moment=moment,
            hertoets=Hertoets(uitkomst=HertoetsUitkomst.BEVESTIGD, carrousel=checked),
            einde=Plaatsingseinde(einde=last, medewerker=door, moment=now) if ended else None,
        )

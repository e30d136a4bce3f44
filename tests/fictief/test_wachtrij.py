"""The queue of the demo is believable."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from werkdesk.domain.bezoek import BezoekReden
from werkdesk.domain.datums import Driewaardig
from werkdesk.fictief.dossiers import make_queue
from werkdesk.fictief.personen import make_people

NOW = datetime(2026, 11, 3, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_nobody_of_27_or_older_stands_in_the_queue_of_the_young() -> None:
    people = {one.id: one for one in make_people(7, 60, NOW.date())}
    young = 0
    for seed in range(12):
        for visit in make_queue(seed, tuple(people.values()), NOW, "amstelveen"):
            if visit.reden is not BezoekReden.JONGERE or visit.klant is None:
                continue
            born = people[visit.klant].feiten.geboortedatum
            assert born is not None
            assert born.jonger_dan(27, NOW.date()) is not Driewaardig.NEE
            young += 1
    assert young

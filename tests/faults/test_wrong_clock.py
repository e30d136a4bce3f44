"""A PC whose clock is wrong by years, either way: order, numbers and receipts do not care; staff are told."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.faults.fault_desk import USER, FaultDesk, SetClock, here, save
from tests.fixtures.desk import PIN
from werkdesk.domain.bezoek import BezoekReden
from werkdesk.errors import Locked, Refused
from werkdesk.ui.teksten.verbinding import pill_words
from werkdesk.ui.texts import explain, explain_code

pytestmark = pytest.mark.postgres
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
YEARS = [1970, 2000, 2031, 2038, 2106, 9990]


def at(year: int) -> SetClock:
    return SetClock(datetime(year, 3, 1, 9, 30, tzinfo=AMSTERDAM))


@pytest.mark.parametrize("year", YEARS)
def test_in_any_year_the_hall_works_and_nothing_is_lost_or_double(broken_desk: FaultDesk, year: int) -> None:
    broken_desk.clock = at(year)
    with broken_desk.at_work() as (desk, session):
        assert ("klok.verkeerd" in session.tidings) == (year not in (2031, 2038))
        tickets = [session.actions.inloop.ticket(BezoekReden.BIJSTAND).nummer for _ in range(3)]
        assert len(set(tickets)) == 3
        assert desk.sync().fout is None
        line = session.actions.lees.verbinding()
        assert line.wachten == 0
        assert "de klok van deze computer loopt verkeerd" in pill_words(line, session.actions.clock()).lower()
        hal = session.actions.lees.hal(session.wie.locatie, session.actions.clock().date())
        assert len(hal.wachtend) == 3
    assert "Bel beheer" in explain_code("klok.verkeerd")


def test_a_day_before_the_law_says_to_look_at_the_date(broken_desk: FaultDesk) -> None:
    broken_desk.clock = at(1970)
    session = broken_desk.sign_in()
    with pytest.raises(Refused) as refused:
        save(session)
    assert refused.value.code == "regel.geen_versie"
    assert "die van deze computer" in explain(refused.value)
    assert here(session) == set()


def test_a_clock_that_jumps_about_changes_neither_order_nor_numbers(broken_desk: FaultDesk) -> None:
    kept: list[str] = []
    with broken_desk.at_work() as (desk, session):
        for year in (2026, 2034, 2025, 2060, 2026):
            broken_desk.clock.ahead = at(year).ahead
            kept.append(save(session, f"Jaar{year}"))
        assert len(set(kept)) == 5
        push = desk.door.handles.sync_store.next_push(100, 1 << 20)
        assert push is not None
        assert [act.mseq for act in push.mutations] == list(range(1, 11))
        assert desk.sync().fout is None
    broken_desk.clock.ahead = timedelta()
    with broken_desk.at_work() as (desk, session):
        assert desk.sync().fout is None
        assert here(session) == set(kept)
        assert session.tidings == ()
    assert sorted(broken_desk.at_register()) == sorted(kept)


def test_nobody_waits_for_a_clock_that_was_put_back(broken_desk: FaultDesk) -> None:
    broken_desk.clock = at(2050)
    with pytest.raises(Locked, match=r"pin\.onjuist"):
        broken_desk.desk().sign_in(USER, "niet-de-goede-1")
    broken_desk.clock = SetClock()
    assert broken_desk.desk().sign_in(USER, PIN)


def test_a_cache_that_breaks_under_a_wrong_clock_is_mended_all_the_same(broken_desk: FaultDesk) -> None:
    with broken_desk.at_work() as (_, session):
        kenmerk = save(session)
    for year in (1970, 2106):
        broken_desk.clock = at(year)
        broken_desk.cache.write_bytes(b"\x00" * 8192)
        with broken_desk.at_work() as (desk, session):
            assert {"cache.hersteld", "klok.verkeerd"} <= set(session.tidings)
            assert here(session) == {kenmerk}
            assert desk.sync().fout is None
    assert len(list(broken_desk.profile.cache.glob("cache.db.beschadigd-*"))) == 2

"""Calling back: two working days, three misses on different parts of the day, then a letter (F7)."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from werkdesk.domain.belpoging import Belpoging, BelUitkomst, Dagdeel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.terugbellen import BelFeiten, BelStand, bel_stand

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FRIDAY, MONDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)
OCHTEND, MIDDAG = 9, 14


def call(day: date, hour: int, what: str = "geen_gehoor") -> Belpoging:
    return Belpoging(
        moment=datetime(day.year, day.month, day.day, hour, tzinfo=AMSTERDAM),
        dagdeel=Dagdeel.OCHTEND if hour < 12 else Dagdeel.MIDDAG,
        uitkomst=BelUitkomst(what),
        medewerker="f.balie",
    )


def stand(regels: RegelSet, *calls: Belpoging, today: date = TUESDAY, number: bool = True) -> BelStand:
    feiten = BelFeiten(meldingsdatum=FRIDAY, vandaag=today, pogingen=calls, heeft_nummer=number)
    return bel_stand(feiten, regels)


def test_the_norm_is_two_working_days(regels: RegelSet) -> None:
    found = stand(regels, today=FRIDAY)
    assert (found.norm_datum, found.werkdagen_over, found.te_laat) == (TUESDAY, 2, False)
    assert stand(regels, today=TUESDAY).werkdagen_over == 0
    late = stand(regels, today=date(2026, 11, 26))
    assert (late.werkdagen_over, late.te_laat) == (-2, True)
    assert {rule.regel for rule in found.regels} >= {"bellen.norm", "bellen.pogingen"}
    assert "uiterlijk 24 november 2026" in found.uitleg[0]


def test_three_misses_on_different_parts_of_the_day_propose_a_letter(regels: RegelSet) -> None:
    calls = (call(FRIDAY, OCHTEND), call(FRIDAY, MIDDAG), call(MONDAY, OCHTEND))
    for number, letter in ((1, None), (2, None), (3, "L02")):
        assert stand(regels, *calls[:number]).brief == letter
    assert stand(regels, *calls).brief_reden == "niet_bereikt"


def test_three_calls_within_one_morning_are_one_chance(regels: RegelSet) -> None:
    same = tuple(call(MONDAY, hour) for hour in (9, 10, 11))
    found = stand(regels, *same)
    assert (found.gemist, found.brief, found.nog) == (3, None, (Dagdeel.MIDDAG,))


def test_three_mornings_do_not_reach_who_works_in_the_morning(regels: RegelSet) -> None:
    mornings = (call(FRIDAY, OCHTEND), call(MONDAY, OCHTEND), call(TUESDAY, OCHTEND))
    assert stand(regels, *mornings).brief is None
    assert stand(regels, *mornings, call(TUESDAY, MIDDAG)).brief == "L02"


def test_a_talk_ends_the_list_and_starts_the_count_anew(regels: RegelSet) -> None:
    calls = (call(FRIDAY, OCHTEND), call(FRIDAY, MIDDAG), call(MONDAY, OCHTEND, "gesproken"))
    found = stand(regels, *calls, today=date(2026, 12, 1))
    assert (found.gesproken, found.gemist, found.te_laat, found.brief) == (True, 0, False, None)
    assert stand(regels, *calls, call(MONDAY, MIDDAG)).gemist == 1


@pytest.mark.parametrize("what", ["voicemail", "in_gesprek", "geen_gehoor"])
def test_every_way_of_not_talking_counts(what: str, regels: RegelSet) -> None:
    calls = (call(FRIDAY, OCHTEND, what), call(FRIDAY, MIDDAG, what), call(MONDAY, MIDDAG, what))
    assert stand(regels, *calls).brief == "L02"


def test_where_calling_cannot_help_the_letter_is_proposed_at_once(regels: RegelSet) -> None:
    wrong = stand(regels, call(FRIDAY, OCHTEND, "nummer_klopt_niet"))
    assert (wrong.brief, wrong.brief_reden) == ("L02", "nummer_klopt_niet")
    none = stand(regels, number=False)
    assert (none.brief, none.brief_reden) == ("L02", "geen_nummer")

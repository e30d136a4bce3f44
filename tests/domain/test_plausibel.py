"""Days that cannot be meant are refused; the widest that can be meant pass."""

from __future__ import annotations

from datetime import date

import pytest

from werkdesk.domain.plausibel import VENSTERS, check_birth, check_day
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.errors import Refused

TODAY = date(2024, 2, 29)


@pytest.mark.parametrize("veld", sorted(VENSTERS))
def test_the_borders_of_a_window_pass_and_a_day_further_does_not(veld: str) -> None:
    window = VENSTERS[veld]
    last, first = date(2024 + window.vooruit, 2, 28), date(2024 - window.terug, 2, 28)
    if not window.vooruit:
        last = TODAY.replace(day=28)
    assert check_day(veld, last, TODAY) == last
    assert check_day(veld, first, TODAY) == first
    with pytest.raises(Refused, match=r"datum\.(toekomst|te_ver)"):
        check_day(veld, date(2024 + window.vooruit, 3, 2), TODAY)
    with pytest.raises(Refused, match=r"datum\.te_lang_geleden"):
        check_day(veld, date(2024 - window.terug, 2, 27), TODAY)


@pytest.mark.parametrize("born", ["00000000", "18990000", "19240229", "20240229"])
def test_who_may_be_alive_passes(born: str) -> None:
    assert check_birth(GeboorteDatum(born), TODAY, field="geboortedatum") == born


def test_nobody_is_born_in_1850() -> None:
    with pytest.raises(Refused) as caught:
        check_birth(GeboorteDatum("18500101"), TODAY, field="partner_geboren")
    assert (caught.value.code, caught.value.field) == ("geboortedatum.te_lang_geleden", "partner_geboren")

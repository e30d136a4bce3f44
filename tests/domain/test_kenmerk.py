"""A number that is read aloud over the counter must not survive a slip of the tongue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkdesk.domain.bezoek import BezoekReden, bezoeknummer
from werkdesk.domain.kenmerk import Kenmerk, KenmerkSoort, make_kenmerk
from werkdesk.errors import Refused

desks = st.integers(1, 9999)
counters = st.integers(1, 10**7)
kinds = st.sampled_from(KenmerkSoort)


@given(kinds, desks, counters)
def test_what_was_made_is_accepted_as_it_was_made(soort: KenmerkSoort, balie: int, teller: int) -> None:
    made = make_kenmerk(soort, balie, teller)
    assert Kenmerk(f" {made.lower()} ") == made


@given(kinds, desks, counters, st.data())
def test_one_wrong_digit_is_always_noticed(
    soort: KenmerkSoort, balie: int, teller: int, data: st.DataObject
) -> None:
    made = make_kenmerk(soort, balie, teller)
    places = [i for i, c in enumerate(made) if c.isdigit()]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != made[place]]))
    with pytest.raises(Refused):
        Kenmerk(made[:place] + digit + made[place + 1 :])


@given(kinds, desks, counters, st.data())
def test_two_swapped_neighbours_are_always_noticed(
    soort: KenmerkSoort, balie: int, teller: int, data: st.DataObject
) -> None:
    made = make_kenmerk(soort, balie, teller)
    swaps = [i for i in range(len(made) - 1) if made[i : i + 2].isdigit() and made[i] != made[i + 1]]
    if not swaps:
        return
    i = data.draw(st.sampled_from(swaps))
    with pytest.raises(Refused):
        Kenmerk(made[:i] + made[i + 1] + made[i] + made[i + 2 :])


@given(
    st.lists(st.tuples(st.sampled_from(BezoekReden), st.integers(1, 99), st.integers(1, 500)), unique_by=str)
)
def test_two_desks_never_hand_out_the_same_number(tickets: list[tuple[BezoekReden, int, int]]) -> None:
    by_number: dict[str, tuple[str, int, int]] = {}
    for reden, balie, teller in tickets:
        key = (reden.letter, balie, teller)
        assert by_number.setdefault(bezoeknummer(reden, balie, teller), key) == key

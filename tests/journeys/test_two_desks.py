"""Two desks and one register, each a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys.processes import DeskProcess, FixedRegister, Office

pytestmark = [pytest.mark.journey, pytest.mark.postgres]


@pytest.fixture
def desks(office: Office) -> Iterator[tuple[DeskProcess, DeskProcess]]:
    office.enrol("een")
    office.enrol("twee")
    one, two = DeskProcess(office, "een"), DeskProcess(office, "twee")
    try:
        yield one, two
    finally:
        one.end()
        two.end()


@pytest.mark.parametrize("fixed_register", ["own"], indirect=True)
def test_a_melding_is_at_the_other_desk_without_anyone_asking(desks: tuple[DeskProcess, DeskProcess]) -> None:
    one, two = desks
    one.wait(lambda: one.state.get("down") is False)
    two.wait(lambda: two.state.get("down") is False)
    for number in range(3):
        kenmerk = one.save(f"Verzonnen{number}")
        two.wait(lambda kenmerk=kenmerk: kenmerk in two.seen)


def test_after_an_outage_both_agree_without_anyone_doing_anything(
    desks: tuple[DeskProcess, DeskProcess], fixed_register: FixedRegister
) -> None:
    one, two = desks
    before = [one.save("Ervoor"), two.save("Ervoor")]
    for desk in desks:
        desk.wait(lambda desk=desk: desk.state["waiting"] == 0 and desk.state["count"] == 2)
    fixed_register.kill()
    for desk in desks:
        desk.wait(lambda desk=desk: desk.state["down"])
    during = [one.save("Tijdens"), two.save("Tijdens"), one.save("Tijdens")]
    assert one.state["waiting"] > 0
    fixed_register.start()
    for desk in desks:
        desk.wait(lambda desk=desk: desk.state["waiting"] == 0 and desk.state["count"] == 5)
    assert one.seen == two.seen == {*before, *during}
    assert {row["kenmerk"] for row in fixed_register.list("meldingen")} == {*before, *during}


def test_a_desk_that_was_killed_goes_on_where_it_was(office: Office, fixed_register: FixedRegister) -> None:
    office.enrol("een")
    desk = DeskProcess(office, "een")
    first = desk.save("Ervoor")
    fixed_register.kill()
    second = desk.save("Erna")
    desk._process.kill()
    desk.end()
    again = DeskProcess(office, "een")
    try:
        assert {first, second} <= again.seen
        fixed_register.start()
        again.wait(lambda: again.state["waiting"] == 0 and again.state["down"] is False)
        third = again.save("Later")
    finally:
        again.end()
    assert len({first, second, third}) == 3

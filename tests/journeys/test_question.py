"""Script 2 without a line: two desks change one number, one person answers, and both agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.journeys.processes import DeskProcess, FixedRegister, Office

pytestmark = [pytest.mark.journey, pytest.mark.postgres]

ONE, TWO = "+31612345621", "+31612345687"


@pytest.fixture
def apart(office: Office, fixed_register: FixedRegister) -> Iterator[tuple[DeskProcess, DeskProcess]]:
    """Two desks that know one person, gave her two numbers while the register was away, and are back."""
    office.enrol("een")
    office.enrol("twee")
    one, two = DeskProcess(office, "een"), DeskProcess(office, "twee")
    try:
        one.save("Gezinshoofd")
        for desk in (one, two):
            desk.wait(lambda desk=desk: desk.state["waiting"] == 0 and desk.state["count"] == 1)
        fixed_register.kill()
        for desk, number in ((one, ONE), (two, TWO)):
            desk.wait(lambda desk=desk: desk.state["down"])
            assert desk.ask("phone", "Gezinshoofd", nummer=number)["phone"] == number
        fixed_register.start()
        for desk in (one, two):
            desk.wait(
                lambda desk=desk: (
                    desk.state["waiting"] == 0 and not desk.state["down"] and desk.state["asked"] == 1
                )
            )
        yield one, two
    finally:
        one.end()
        two.end()


@pytest.mark.parametrize("keuze", ["houden", "nemen"])
def test_a_question_of_an_outage_is_answered_at_one_desk_and_gone_at_both(
    apart: tuple[DeskProcess, DeskProcess], fixed_register: FixedRegister, keuze: str
) -> None:
    one, two = apart
    (clash,) = fixed_register.list("botsingen")
    counts, other = clash["register"], clash["balie"]
    assert {counts, other} == {ONE, TWO}
    assert (clash["open"], bool(clash["register_medewerker"])) == (True, True)
    two.ask("answer", "Gezinshoofd", keuze=keuze)
    for desk in apart:
        desk.wait(lambda desk=desk: desk.state["asked"] == 0 and desk.state["waiting"] == 0)
    wanted = counts if keuze == "houden" else other
    told = [desk.ask("look", "Gezinshoofd") for desk in (one, two)]
    (klant,) = fixed_register.list("klanten")
    assert [klant["feiten"]["telefoon"], *(facts["phone"] for facts in told)] == [wanted] * 3
    # Nothing is lost: both numbers are read back at both desks, and the register keeps both as typed.
    for facts in told:
        (line,) = facts["answered"]
        digits = re.sub(r"\D", "", line)
        assert all(number[3:] in digits for number in (ONE, TWO)), line
    (clash,) = fixed_register.list("botsingen")
    assert (clash["open"], {clash["register"], clash["balie"]}) == (False, {ONE, TWO})
    (answer,) = fixed_register.list("afdoeningen")
    assert (answer["id"], answer["keuze"]) == (clash["id"], keuze)
    assert all(row["uitkomst"] not in ("held", "quarantined") for row in fixed_register.list("mutaties"))


def test_the_outage_itself_is_told_in_one_line(apart: tuple[DeskProcess, DeskProcess]) -> None:
    asked = 0
    for desk in apart:
        (line,) = desk.ask("look", "Gezinshoofd")["outages"]
        assert re.fullmatch(r"Verbinding was weg van \d\d:\d\d tot \d\d:\d\d: 1 verzonden, [01] vra\w+", line)
        asked += "1 vraag" in line
    assert asked == 1

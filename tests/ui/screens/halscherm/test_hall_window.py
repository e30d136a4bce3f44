"""The screen in the hall: numbers only, and a call that is repeated is seen and heard again."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from werkdesk.ui.screens.halscherm.screen import HallWindow
from werkdesk.usecases.overzichten import Oproep

NOW = datetime(2026, 11, 19, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def call(nummer: str, minutes: int, balie: int = 3) -> Oproep:
    return Oproep(nummer=nummer, balie=balie, moment=NOW + timedelta(minutes=minutes))


class Hall:
    """A window with sound, and how often it sounded."""

    def __init__(self) -> None:
        self.beeps = 0
        self.window = HallWindow(self._beep)
        self.window.sound = True

    def _beep(self) -> None:
        self.beeps += 1

    def show(self, *calls: Oproep) -> int:
        """Show these calls; how often it sounded for them."""
        before = self.beeps
        self.window.show_calls(calls)
        return self.beeps - before


@pytest.fixture
def hall(qtbot: object) -> Hall:
    made = Hall()
    qtbot.addWidget(made.window)  # type: ignore[attr-defined]
    return made


def test_the_same_number_called_again_is_seen_and_heard_again(hall: Hall) -> None:
    assert hall.show(call("A301", 0)) == 1
    hall.window.fresh.stop()
    assert hall.show(call("A301", 0)) == 0
    assert not hall.window.fresh.isActive()
    assert hall.show(call("A301", 1)) == 1
    assert hall.window.fresh.isActive()


def test_a_call_of_another_desk_that_arrives_after_ours_is_heard_too(hall: Hall) -> None:
    hall.show(call("A301", 0), call("A101", 2, balie=1))
    assert hall.show(call("A301", 1), call("A101", 2, balie=1)) == 1
    assert [one.nummer for one in hall.window.calls] == ["A101", "A301"]


def test_a_call_that_is_taken_back_makes_no_sound(hall: Hall) -> None:
    four = [call(f"A30{number}", number) for number in range(1, 5)]
    hall.show(*four)
    assert hall.show(call("A300", 0), *four[:3]) == 0
    assert [one.nummer for one in hall.window.calls] == ["A303", "A302", "A301", "A300"]


def test_two_desks_that_called_at_once_sound_once(hall: Hall) -> None:
    assert hall.show(call("A301", 1), call("A101", 1, balie=1)) == 1

"""What the window does once a second: no hitch under the hand, and a rest when nobody is there."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from werkdesk.desk.keeper import OLD_AT_THE_LATEST_SECONDS, OLD_EVERY_SECONDS, Keeper
from werkdesk.desk.rest import REST_SECONDS
from werkdesk.ui.kit.tasks import Tasks


class Window(QWidget):
    """A window that can be called."""

    is_locked = False
    called = 0

    def to_front(self) -> None:
        self.called += 1


class RestingDesk:
    """A desk that wants its rest as soon as nobody touches anything."""

    is_prepared = False
    rests = 0
    networks = 0

    def network_changed(self) -> None:
        self.networks += 1

    def wants_rest(self, still_seconds: float) -> bool:
        return still_seconds >= REST_SECONDS and not self.rests

    def rest(self) -> None:
        self.rests += 1


class Bench:
    """A keeper whose seconds are told, and the collections it made."""

    def __init__(self, request: Path) -> None:
        self.window, self.desk, self.tasks = Window(), RestingDesk(), Tasks()
        self.desk.is_prepared = True
        self.still = 0.0
        self.collected: list[int] = []
        self.keeper = Keeper(self.window, self.tasks, request, self.desk, lambda: self.still)  # type: ignore[arg-type]

    def note(self, phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            self.collected.append(about["generation"])

    def seconds(self, count: int) -> None:
        for _ in range(count):
            self.keeper.look()


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    was_on = gc.isenabled()
    gc.disable()
    made = Bench(tmp_path / "roep")
    qtbot.addWidget(made.window)
    gc.callbacks.append(made.note)
    yield made
    gc.callbacks.remove(made.note)
    gc.unfreeze()
    made.tasks.close()
    if was_on:
        gc.enable()


def test_nobody_at_work_feels_a_full_collection(bench: Bench) -> None:
    bench.seconds(OLD_EVERY_SECONDS * 3)
    assert set(bench.collected) == {1}


def test_a_program_that_is_still_being_loaded_is_not_looked_through(bench: Bench) -> None:
    bench.desk.is_prepared = False
    bench.seconds(3)
    assert bench.collected == []
    bench.desk.is_prepared = True
    bench.seconds(3)
    assert bench.collected == [1, 1, 1]


def test_garbage_goes_although_the_program_never_was_ready(bench: Bench) -> None:
    bench.desk.is_prepared = False
    bench.seconds(OLD_EVERY_SECONDS)
    assert bench.collected == [1]


def test_a_full_collection_waits_until_nobody_touches_anything(bench: Bench) -> None:
    bench.seconds(OLD_EVERY_SECONDS * 3)
    bench.still = REST_SECONDS
    bench.seconds(OLD_EVERY_SECONDS * 2)
    assert bench.collected.count(2) == 2


def test_garbage_of_a_counter_that_never_rests_goes_in_the_end(bench: Bench) -> None:
    bench.seconds(OLD_AT_THE_LATEST_SECONDS)
    assert bench.collected.count(2) == 1


def test_the_program_itself_is_never_looked_at_again(bench: Bench) -> None:
    gc.unfreeze()
    bench.desk.is_prepared = False
    bench.seconds(2)
    assert gc.get_freeze_count() == 0
    bench.desk.is_prepared = True
    bench.seconds(1)
    frozen = gc.get_freeze_count()
    assert frozen > 10_000
    made_later = [QObject(bench.window) for _ in range(10)]
    bench.seconds(5)
    assert gc.get_freeze_count() <= frozen
    assert any(one is made_later[0] for one in gc.get_objects())


def test_a_desk_rests_once_when_nobody_touches_anything_and_not_behind_its_lock(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.seconds(3)
    bench.still, bench.window.is_locked = REST_SECONDS, True
    bench.seconds(3)
    qtbot.waitUntil(lambda: not bench.tasks.busy)
    assert bench.desk.rests == 0
    bench.window.is_locked = False
    bench.seconds(3)
    qtbot.waitUntil(lambda: not bench.tasks.busy)
    assert bench.desk.rests == 1


def test_the_desk_hears_of_the_network_once_somebody_left_it_alone(bench: Bench) -> None:
    loaded: list[int] = []
    bench.keeper.network._load = lambda: loaded.append(1)
    bench.seconds(3)
    assert loaded == []
    bench.still = REST_SECONDS
    bench.seconds(3)
    assert loaded == [1]
    bench.keeper.network.came_back.emit()
    assert bench.desk.networks == 1


def test_a_second_start_calls_the_window(bench: Bench, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "roep").touch()
    bench.seconds(1)
    qtbot.waitUntil(lambda: bench.window.called == 1)
    bench.seconds(1)
    qtbot.waitUntil(lambda: not bench.tasks.busy)
    assert bench.window.called == 1

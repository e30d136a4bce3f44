from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.patience import PATIENCE
from werkdesk.errors import Defect, Refused, Unavailable, WerkdeskError
from werkdesk.ui.kit.tasks import LANES, Tasks, changes_in
from werkdesk.usecases.changes import Changes, Topic

MELDING = Changes(Topic.MELDING)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def fails(error: Exception) -> Callable[[], Any]:
    def work() -> Any:
        raise error

    return work


def test_work_runs_beside_the_screens_and_answers_on_their_thread(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    threads: list[object] = []

    def work() -> str:
        threads.append(threading.current_thread().name)
        return "antwoord"

    def done(result: str) -> None:
        threads.append((result, QThread.currentThread() is owner.thread()))

    tasks.run(owner, "office", work, done)
    assert tasks.busy
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert str(threads[0]).startswith("lane-office")
    assert threads[1] == ("antwoord", True)
    assert not tasks.busy


def test_the_acts_of_a_desk_are_filed_in_order(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    order: list[int] = []
    for number in range(200):
        tasks.run(owner, "cache", partial(int, number), order.append)
    qtbot.waitUntil(lambda: len(order) == 200)
    assert order == list(range(200))


def test_a_foreseen_failure_goes_to_who_asked(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    errors: list[WerkdeskError] = []
    unclaimed: list[WerkdeskError] = []
    tasks.unclaimed.connect(unclaimed.append)
    tasks.run(owner, "cache", fails(Refused("naam.ontbreekt", field="naam")), failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert (errors[0].code, errors[0].field) == ("naam.ontbreekt", "naam")
    assert unclaimed == []


def test_without_a_handler_a_failure_is_shown_by_the_window(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    unclaimed: list[WerkdeskError] = []
    tasks.unclaimed.connect(unclaimed.append)
    tasks.run(owner, "sync", fails(Unavailable("register.weg")))
    qtbot.waitUntil(lambda: bool(unclaimed))
    assert unclaimed[0].code == "register.weg"


def gone_while_working(tasks: Tasks, work: Callable[[], Any]) -> list[object]:
    """Starts work, destroys its owner before the answer, returns what the owner heard (nothing, it is
    hoped).
    """
    owner, gate = QObject(), threading.Event()
    heard: list[object] = []

    def held() -> Any:
        gate.wait(PATIENCE)
        return work()

    tasks.run(owner, "cache", held, heard.append, heard.append)
    delete(owner)
    gate.set()
    return heard


def test_changes_are_announced_also_when_the_screen_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    changed: list[Changes] = []
    tasks.changed.connect(changed.append)
    heard = gone_while_working(tasks, lambda: MELDING)
    qtbot.waitUntil(lambda: changed == [MELDING])
    assert heard == []


def test_a_failure_of_a_screen_that_is_gone_is_still_shown(qtbot: QtBot, tasks: Tasks) -> None:
    unclaimed: list[WerkdeskError] = []
    tasks.unclaimed.connect(unclaimed.append)
    heard = gone_while_working(tasks, fails(Refused("naam.ontbreekt")))
    qtbot.waitUntil(lambda: bool(unclaimed))
    assert heard == []


def test_a_defect_frees_the_screen_and_is_raised(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    errors: list[WerkdeskError] = []
    with capture_exceptions() as raised:
        tasks.run(owner, "cache", fails(ZeroDivisionError("fout")), failed=errors.append)
        qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Defect)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]


def test_changes_are_announced_also_when_the_screen_stumbles(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    changed: list[Changes] = []
    tasks.changed.connect(changed.append)

    def stumble(_: object) -> None:
        raise ValueError("scherm")

    with capture_exceptions() as raised:
        tasks.run(owner, "cache", lambda: MELDING, stumble)
        qtbot.waitUntil(lambda: changed == [MELDING])
    assert [kind for kind, _, _ in raised] == [ValueError]


def test_closing_finishes_what_runs_and_drops_the_rest(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks, owner = Tasks(), QObject()
    started, gate = threading.Event(), threading.Event()
    finished: list[str] = []

    def slow() -> None:
        started.set()
        gate.wait(PATIENCE)
        finished.append("eerste")

    tasks.run(owner, "cache", slow)
    tasks.run(owner, "cache", lambda: finished.append("tweede"))
    assert started.wait(PATIENCE)
    lane = tasks._lanes["cache"]
    shut = lane.shutdown

    def shutdown(*, wait: bool, cancel_futures: bool) -> None:
        shut(wait=False, cancel_futures=cancel_futures)
        gate.set()  # what runs may end now that the rest was dropped
        shut(wait=wait)

    monkeypatch.setattr(lane, "shutdown", shutdown)
    tasks.close()
    assert finished == ["eerste"]
    tasks.run(owner, "cache", lambda: finished.append("te laat"))
    qtbot.waitUntil(lambda: not tasks.busy)
    assert finished == ["eerste"]


def test_an_unknown_lane_is_a_defect(qtbot: QtBot, tasks: Tasks) -> None:
    with pytest.raises(KeyError):
        tasks.run(QObject(), "elders", lambda: None)
    assert not tasks.busy
    assert set(LANES) == {"cache", "sync", "office"}


@dataclass(frozen=True)
class Saved:
    kenmerk: str
    changes: Changes


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (MELDING, MELDING),
        (("A3-1", MELDING), MELDING),
        (Saved("A3-1", MELDING), MELDING),
        (None, Changes()),
        (("A3-1", 4), Changes()),
        ("tekst", Changes()),
    ],
)
def test_changes_are_found_in_what_use_cases_return(result: object, expected: Changes) -> None:
    assert changes_in(result) == expected

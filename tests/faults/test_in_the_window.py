"""What a colleague at the counter sees of a fault: the real window over a real desk, by real keys."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.faults import damage
from tests.faults.fault_desk import USER, FaultDesk, save
from tests.faults.small_disk import SmallDisk
from tests.fixtures.desk import PIN
from tests.patience import PATIENCE, wait_for
from werkdesk.demo.speler import Speler
from werkdesk.desk.crash import catch_all
from werkdesk.desk.session import Desk
from werkdesk.desk.window import build_window
from werkdesk.register.database import in_transaction
from werkdesk.register.desks import revoke_desk
from werkdesk.ui.kit.message import Message
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.texts import explain_code
from werkdesk.ui.window import DeskWindow
from werkdesk.workstation.logbook import start_logbook, stop_logbook
from werkdesk.workstation.vault.contract import Vault
from werkdesk.workstation.vault.system import SystemVault

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"),
]
WRONG = "niet-de-goede-1"


@dataclass
class Counter:
    """A colleague before the window."""

    window: DeskWindow
    tasks: Tasks
    hands: Speler
    desk: Desk

    def sign_in(self, pin: str = PIN, user: str = USER) -> None:
        """Name, Enter, PIN, Enter; until the door has answered."""
        door = self.window.door
        door.name.set_value("")
        door.name.editor.setFocus()
        self.hands.type(user)
        self.hands.press("Return")
        self.hands.type(pin)
        self.hands.press("Return")
        self.settle()

    def settle(self) -> None:
        """Until nothing that was asked is unanswered."""
        self.hands.until(lambda: not self.tasks.busy, "antwoord")
        self.hands.settle()

    def close_message(self) -> None:
        """Enter in the dialog that is open; then the window has the keys again."""
        (shown,) = [one for one in self.window.findChildren(Message) if one.isVisible()]
        QTest.keyClick(shown.confirm, Qt.Key.Key_Return)
        self.window.activateWindow()
        self.hands.until(lambda: not self.message and self.window.isActiveWindow(), "het venster")

    @property
    def message(self) -> str:
        """The sentences of the dialog that is open, or empty."""
        shown = [one for one in self.window.findChildren(Message) if one.isVisible()]
        return shown[0].text.text() if shown else ""

    @property
    def pill(self) -> str:
        """What the pill says."""
        assert self.window.work is not None
        return self.window.work.frame.status.pill.accessibleName()

    @property
    def notice(self) -> str:
        """What the status line says."""
        assert self.window.work is not None
        shown = self.window.work.frame.status.notices.notice
        return shown.text if shown is not None else ""


@pytest.fixture
def open_window(qtbot: QtBot) -> Callable[..., Any]:
    """Opens the window of a desk, at its door; as a context."""

    @contextmanager
    def opened(broken: FaultDesk, vault: Vault | None = None, *, is_live: bool = False) -> Iterator[Counter]:
        tasks = Tasks()
        made: list[Desk] = []

        def make(announce: Callable[[Any], None]) -> Desk:
            made.append(
                Desk(
                    broken.profile, vault or broken.vault, clock=broken.clock, announce=announce,
                    is_live=is_live,
                )
            )  # fmt: skip
            return made[0]

        window = build_window(make, tasks)
        window.show()
        window.activateWindow()
        counter = Counter(window, tasks, Speler(window), made[0])
        counter.settle()
        try:
            yield counter
        finally:
            window.close()
            counter.settle()
            tasks.close()
            made[0].close()
            window.deleteLater()
            QApplication.processEvents()

    return opened


def test_a_wrong_pin_says_how_many_tries_are_left_and_makes_wait_longer_each_time(
    broken_desk: FaultDesk, open_window: Callable[..., Any]
) -> None:
    broken_desk.clock.stop()
    with open_window(broken_desk) as counter:
        door = counter.window.door
        for left in (4, 3, 2, 1, 0):
            counter.sign_in(WRONG)
            assert door.pin.error == explain_code("pin.onjuist").replace("…", str(left))
            assert door.pin.value() == ""
            assert counter.window.work is None
            counter.sign_in(PIN)  # the right one, but too soon
            if left:
                assert "sec. kunt u het weer proberen" in door.pin.error
                broken_desk.clock.ahead += timedelta(minutes=1)
        assert "geblokkeerd" in door.pin.error
        broken_desk.clock.ahead += timedelta(days=1)
        counter.sign_in(PIN)
        assert "geblokkeerd" in door.pin.error


def test_a_name_that_is_not_known_here_is_said_at_the_name(
    broken_desk: FaultDesk, open_window: Callable[..., Any]
) -> None:
    with open_window(broken_desk) as counter:
        counter.sign_in(user="niemand")
        assert counter.window.door.name.error == explain_code("slot.ontbreekt")
        counter.sign_in()
        assert counter.window.work is not None


def test_a_cache_that_was_mended_is_told_once_and_the_work_is_there(
    broken_desk: FaultDesk, open_window: Callable[..., Any]
) -> None:
    with broken_desk.at_work() as (_, session):
        kenmerk = save(session)
    damage.cut_in_half(broken_desk.cache)
    with open_window(broken_desk, is_live=True) as counter:
        counter.sign_in()
        assert "waren beschadigd" in counter.message
        assert "Wat u bewaarde, is er nog" in counter.message
        counter.close_message()
        assert counter.message == ""
        counter.hands.until(lambda: broken_desk.at_register() == [kenmerk], "het register")
        counter.window.lock()
        counter.settle()
        counter.sign_in()
        assert counter.message == ""


def test_damage_that_nobody_met_is_found_while_the_desk_rests_and_mended_at_the_next_sign_in(
    broken_desk: FaultDesk, open_window: Callable[..., Any]
) -> None:
    with broken_desk.at_work() as (_, session):
        kenmerk = save(session)
    damage.zero_a_page(broken_desk.cache)
    with open_window(broken_desk, is_live=True) as counter:
        counter.sign_in()
        assert counter.message == ""
        assert counter.desk.wants_rest(still_seconds=60)
        counter.desk.rest()
        counter.hands.until(lambda: counter.notice == explain_code("cache.beschadigd"), "de vondst")
        assert not counter.desk.wants_rest(still_seconds=60)
        counter.window.lock()
        counter.settle()
        counter.sign_in()
        assert "waren beschadigd" in counter.message
        assert "Wat u bewaarde, is er nog" in counter.message
        counter.close_message()
        counter.hands.until(lambda: broken_desk.at_register() == [kenmerk], "het register")


def test_a_mute_key_store_leaves_the_window_alive_and_is_told(
    broken_desk: FaultDesk, open_window: Callable[..., Any]
) -> None:
    silence = threading.Event()
    beats: list[int] = []

    class Mute:
        def get_password(self, service: str, user: str) -> str | None:
            silence.wait(PATIENCE)
            return None

    class LookedAt(SystemVault):
        """Answers, or rather does not, once the window was seen alive beside it."""

        backend_name = "key-file"  # type: ignore[assignment]  # the slot names its store

        def read(self, service: str) -> bytes:
            beats.clear()
            wait_for(lambda: len(beats) > 10)
            return super().read(service)

    vault = LookedAt(limit_seconds=0.4, make_backend=Mute)
    pulse = QTimer()
    pulse.setInterval(10)
    pulse.timeout.connect(lambda: beats.append(1))
    try:
        with open_window(broken_desk, vault) as counter:
            pulse.start()
            counter.sign_in()
            assert counter.window.door.pin.error == explain_code("sleutelbos.antwoordt_niet")
            assert counter.window.door.button.isEnabled()
    finally:
        pulse.stop()
        silence.set()


def test_a_full_disk_is_said_when_a_ticket_is_given_and_nothing_is_shown_as_saved(
    moved: FaultDesk, small_disk: SmallDisk, open_window: Callable[..., Any]
) -> None:
    (moved.profile.cache / "ballast").unlink()
    small_disk.fill(leave=3_000_000)
    with open_window(moved) as counter:
        counter.sign_in()
        assert "bijna vol" in counter.message
        counter.close_message()
        work = counter.window.work
        given = 0
        small_disk.fill()
        for _ in range(400):
            counter.hands.press("Ctrl+T", "1", "Return")
            counter.settle()
            if "vol" in counter.notice or counter.window.work is not work:
                break
            given += 1
        assert explain_code("schijf.vol") in (counter.notice, _panel_words(counter))
        small_disk.free()
    with moved.at_work() as (_, session):
        hal = session.actions.lees.hal(session.wie.locatie, session.actions.clock().date())
        assert len(hal.wachtend) == given


def test_a_desk_that_was_shut_out_says_so_in_the_pill_and_under_f5(
    broken_desk: FaultDesk, open_window: Callable[..., Any]
) -> None:
    with open_window(broken_desk, is_live=True) as counter:
        counter.sign_in()
        counter.hands.until(lambda: "Bijgewerkt" in counter.pill, "bijgewerkt")
        in_transaction(broken_desk.register.engine, lambda c: revoke_desk(c, "kantoor", 1))
        counter.hands.press("Ctrl+T", "1", "Return")
        counter.hands.until(lambda: "bel beheer" in counter.pill, "buitengesloten")
        counter.hands.press("F5")
        counter.settle()
        assert explain_code("register.ingetrokken") in counter.hands.texts()


def test_a_defect_of_ours_gives_a_number_and_the_work_goes_on(
    broken_desk: FaultDesk, open_window: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "Zeldzaamverzonnen 999990019"

    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError(secret)

    monkeypatch.setattr("werkdesk.usecases.inloop.give_ticket", breaks)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards, whatever is set here
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    start_logbook(broken_desk.profile.folders.logs)
    try:
        with open_window(broken_desk) as counter:
            catch_all(lambda defect: counter.window.defect_seen.emit(str(defect.details["nummer"])))
            counter.sign_in()
            counter.hands.press("Ctrl+T", "1", "Return")
            counter.settle()
            counter.hands.until(lambda: counter.message, "het bericht")
            number = re.search(r"D-[0-9A-Z]{6}", counter.message)
            assert number
            assert "Wat u typte, is bewaard" in counter.message
            assert secret not in counter.hands.texts()
            counter.close_message()
            counter.hands.press("F5")
            counter.settle()
            assert counter.window.work is not None
            assert counter.window.work.frame.here is counter.window.work.outbox
    finally:
        stop_logbook()
    log = (broken_desk.profile.folders.logs / "werkdesk.log").read_text("utf-8")
    assert number[0] in log
    assert "ZeroDivisionError" in log
    assert "Zeldzaam" not in log


def _panel_words(counter: Counter) -> str:
    assert counter.window.work is not None
    return getattr(counter.window.work.ticket, "error", "") or ""

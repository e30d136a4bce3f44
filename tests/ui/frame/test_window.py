"""Door, lock, cover, change of user, and what the window remembers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driving import Driver
from fake_desk import FakeDesk, busy_morning
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from werkdesk.errors import Unavailable
from werkdesk.ui.kit.look import look
from werkdesk.ui.kit.tokens import DARK, Density

Opener = Callable[[FakeDesk], Driver]
NAMES = ("Jansen", "Tesfay", "Elhamdaoui", "A314")


class Windows(QObject):
    """Counts what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_a_start_shows_one_window_and_no_other(open_desk: Opener, qapp: QApplication) -> None:
    watch = Windows()
    qapp.installEventFilter(watch)
    driver = open_desk(busy_morning())
    driver.sign_in()
    driver.press("F8")
    qapp.removeEventFilter(watch)
    assert watch.shown == ["DeskWindow"]


def test_heavy_work_waits_until_the_door_is_shown(open_desk: Opener) -> None:
    desk = busy_morning()
    assert desk.asked == []
    driver = open_desk(desk)
    assert desk.asked == ["prepare"]
    assert driver.window.door.foot.text() == "Balie 3 · raadhuis Amstelveen"


def test_a_desk_that_is_not_enrolled_says_so_at_the_door(open_desk: Opener) -> None:
    desk = busy_morning()
    desk.fail = Unavailable("balie.niet_aangemeld")
    desk.prepare_fails = True
    driver = open_desk(desk)
    assert "nog geen balie" in driver.window.door.sentence.text()


def test_a_wrong_pin_says_so_and_leaves_the_field_empty(at_door: Driver) -> None:
    at_door.sign_in(pin="000000")
    assert at_door.window.work is None
    assert "pincode" in at_door.window.door.pin.error
    assert at_door.window.door.pin.value() == ""
    assert at_door.window.door.pin.line.hasFocus()
    assert not at_door.window.door.pin.line.isUndoAvailable()


def test_a_wrong_name_says_so_at_the_name(at_door: Driver) -> None:
    at_door.sign_in(name="wie")
    assert "naam" in at_door.window.door.name.error
    assert at_door.window.door.name.line.hasFocus()


def test_f1_explains_the_door_and_escape_goes_on_with_the_pin(at_door: Driver) -> None:
    door = at_door.window.door
    door.pin.line.setFocus()
    at_door.press("F1")
    assert door.help is not None
    assert door.help.isVisible()
    assert door.help.title.text() == "Aanmelden"
    at_door.press("Esc")
    assert door.help.isHidden()
    assert door.pin.line.hasFocus()


@pytest.mark.parametrize(("name", "pin"), [("", "123456"), ("r.dewit", "")])
def test_an_empty_field_asks_nothing_of_the_key(at_door: Driver, name: str, pin: str) -> None:
    at_door.window.door.name.set_value(name)
    at_door.window.door.pin.set_value(pin)
    at_door.window.door.submit()
    at_door.settle()
    assert "sign_in" not in at_door.desk.asked


def test_caps_lock_is_noticed_while_typing(at_door: Driver) -> None:
    at_door.type("r")
    assert at_door.window.door.caps.text() == ""
    at_door.qtbot.keyClick(at_door.focus(), "D")
    assert "Caps Lock" in at_door.window.door.caps.text()
    at_door.type("e")
    assert at_door.window.door.caps.text() == ""


def test_a_second_enter_while_the_key_is_checked_does_nothing(at_door: Driver) -> None:
    at_door.window.door.name.set_value("r.dewit")
    at_door.window.door.pin.set_value("123456")
    at_door.window.door.submit()
    at_door.window.door.pin.set_value("123456")
    at_door.window.door.submit()
    at_door.settle()
    assert at_door.desk.asked.count("sign_in") == 1


def test_the_cover_of_a_locked_desk_shows_nothing_of_a_client(at_work: Driver) -> None:
    at_work.press("F3")
    at_work.type("jansen")
    assert "Jansen" in at_work.words() or at_work.work.search.panel.model.hits
    at_work.press("Ctrl+Shift+L")
    assert at_work.window.is_locked
    assert "lock" in at_work.desk.asked
    words = at_work.words()
    assert not [name for name in NAMES if name in words]
    fields = [field.text() for field in at_work.window.findChildren(QLineEdit) if field.isVisible()]
    assert fields == ["r.dewit", ""]
    assert at_work.window.windowTitle() == "Werkdesk – vergrendeld"
    assert at_work.work.frame.box.text() == ""


def test_the_same_colleague_finds_everything_as_it_was(at_work: Driver) -> None:
    at_work.press("F8")
    at_work.type("06-12")
    visit = at_work.desk.places[-1]
    at_work.press("Ctrl+Shift+L")
    assert "left" in visit.told
    at_work.type("123456")
    at_work.press("Return")
    assert not at_work.window.is_locked
    assert visit.field.value() == "06-12"
    assert visit.field.line.hasFocus()


def test_another_colleague_gets_a_window_of_their_own(at_work: Driver) -> None:
    at_work.press("F8")
    before, visit = at_work.work, at_work.desk.places[-1]
    at_work.work.commands.run("gebruiker.wisselen")
    at_work.settle()
    assert at_work.window.door.name.value() == ""
    at_work.desk.session = object()
    at_work.sign_in()
    assert at_work.work is not before
    assert "left" in visit.told


def test_keys_of_the_work_do_nothing_at_the_door(at_work: Driver) -> None:
    at_work.press("Ctrl+Shift+L")
    before = list(at_work.desk.asked)
    for key in ("F8", "Ctrl+T", "F3", "F5", "Ctrl+N"):
        at_work.press(key)
    assert at_work.desk.asked == before
    assert at_work.window.is_locked


def test_an_idle_desk_warns_and_then_locks(at_work: Driver) -> None:
    at_work.seconds = 279
    at_work.idle.tick()
    assert at_work.notice == ""
    at_work.seconds = 281
    at_work.idle.tick()
    assert "vergrendelt" in at_work.notice
    at_work.seconds = 300
    at_work.idle.tick()
    at_work.settle()
    assert at_work.window.is_locked


def test_a_sign_of_life_takes_the_warning_away(at_work: Driver) -> None:
    at_work.seconds = 290
    at_work.idle.tick()
    at_work.idle.seen()
    assert at_work.notice == ""
    at_work.seconds = 310
    at_work.idle.tick()
    assert not at_work.window.is_locked


def test_a_command_is_a_sign_of_life(at_work: Driver) -> None:
    at_work.seconds = 250
    at_work.press("Ctrl+F1")
    at_work.seconds = 400
    at_work.idle.tick()
    assert not at_work.window.is_locked


def test_a_computer_that_slept_locks_when_it_wakes(at_work: Driver) -> None:
    at_work.seconds = 30_000
    at_work.idle.tick()
    at_work.settle()
    assert at_work.window.is_locked


def test_the_quick_cover_hides_all_and_comes_back_without_a_pin(at_work: Driver) -> None:
    at_work.press("F12")
    words = at_work.words()
    assert not [name for name in NAMES if name in words]
    assert at_work.window.windowTitle() == "Werkdesk"
    at_work.press("F12")
    assert at_work.here == "hal"
    assert "Wachtend" in at_work.words()


def test_theme_and_size_are_kept_for_this_colleague(at_work: Driver, open_desk: Opener) -> None:
    at_work.press("Ctrl++")
    at_work.work.commands.run("beeld.thema")
    at_work.settle()
    assert at_work.desk.kept["scale"] == "1.10"
    assert at_work.desk.kept["theme"] == DARK.name
    at_work.press("Ctrl+0")
    at_work.work.commands.run("beeld.thema")
    at_work.settle()
    desk = busy_morning()
    desk.kept = {"scale": "1.25", "theme": DARK.name, "geometry": "", "sound": "aan"}
    other = open_desk(desk)
    other.sign_in()
    assert look().scale == 1.25
    assert look().theme is DARK
    assert other.window.hall.sound


def test_kept_preferences_that_make_no_sense_are_ignored(open_desk: Opener) -> None:
    desk = busy_morning()
    desk.kept = {"scale": "veel", "theme": "roze", "geometry": "onzin", "sound": "?"}
    driver = open_desk(desk)
    driver.sign_in()
    assert look().scale == 1.0
    assert driver.here == "hal"


def test_a_small_window_is_compact_and_a_large_one_is_not(at_work: Driver) -> None:
    at_work.window.resize(1366, 740)
    at_work.settle()
    assert look().density is Density.COMPACT
    at_work.window.resize(1600, 950)
    at_work.settle()
    assert look().density is Density.COMFORTABLE


def test_closing_writes_drafts_and_asks_nothing(at_work: Driver) -> None:
    at_work.press("F8")
    visit = at_work.desk.places[-1]
    at_work.work.commands.run("afsluiten")
    at_work.settle()
    assert not at_work.window.isVisible()
    assert "left" in visit.told
    assert at_work.desk.kept["geometry"]


def test_the_hall_screen_shows_numbers_and_never_names(at_work: Driver) -> None:
    at_work.work.commands.run("halscherm")
    hall = at_work.window.hall.window
    assert hall is not None
    assert [call.nummer for call in hall.calls] == ["A313", "A312", "A311", "A309"]
    at_work.press("F8")
    assert hall.calls[0].nummer == "A318"
    assert hall.accessibleDescription() == "Nummer A318, balie 3"
    at_work.work.commands.run("halscherm")
    at_work.settle()
    assert at_work.window.hall.window is None


def test_a_call_sounds_only_when_sound_is_on(at_work: Driver) -> None:
    at_work.work.commands.run("halscherm")
    hall = at_work.window.hall.window
    assert hall is not None
    beeps: list[int] = []
    hall._beep = lambda: beeps.append(1)
    at_work.press("F8")
    assert beeps == []
    at_work.work.commands.run("halscherm.geluid")
    at_work.press("Ctrl+F8")
    at_work.desk.now = at_work.desk.now.replace(minute=20)
    at_work.press("F8")
    assert beeps == [1]


def test_a_defect_is_told_with_its_number(at_work: Driver) -> None:
    at_work.window.show_defect("D-23456")
    assert "D-23456" in at_work.words()
    at_work.press("Escape")
    assert at_work.here == "hal"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Ctrl+I", "Open eerst een klant"),
        ("Ctrl+F9", "geen bezoek aan uw balie"),
        ("Ctrl+M", "geen weekplan"),
    ],
)
def test_a_key_that_can_do_nothing_now_says_why(at_work: Driver, key: str, words: str) -> None:
    at_work.press(key)
    assert words in at_work.notice


@pytest.mark.parametrize("how", ["lock", "cover_work"])
def test_hidden_work_cannot_take_the_keys(at_work: Driver, how: str) -> None:
    at_work.press("F8")
    field = at_work.desk.places[-1].field.line
    getattr(at_work.window, how)()
    at_work.settle()
    field.setFocus()
    assert QApplication.focusWidget() is not field
    assert not field.isVisible()

"""Locking in the middle of a word: what was typed is written first, and nothing is written afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from driving import Driver
from fake_desk import FakeDesk, VisitPlace, busy_morning

from werkdesk.errors import Locked, Unavailable, WerkdeskError
from werkdesk.ui.dossier.drafts import FOCUS, DraftActions, DraftKeeper, Velden
from werkdesk.ui.frame.host import Host
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.frame.place_screen import PlaceScreen
from werkdesk.ui.kit.tasks import Tasks
from werkdesk.ui.kit.text_field import TextField
from werkdesk.usecases.changes import Changes

Opener = Callable[[FakeDesk], Driver]


class DraftPlace(VisitPlace):
    """A field whose text is a draft; leaving it puts a space in the number, as a form does."""

    def __init__(self, name: str, opening: Opening, host: Host, actions: DraftActions, tasks: Tasks) -> None:
        super().__init__(name, opening, host)
        self.second = TextField("E-mail", parent=self)
        self.second.setGeometry(0, 0, 200, 60)
        self.errors: list[WerkdeskError] = []
        self.words = ""
        self.drafts = DraftKeeper(actions, tasks, self._gather, self)
        self.drafts.failed.connect(self._lost)
        self.drafts.kept.connect(self._kept)
        self.drafts.needless.connect(self._kept)
        self.drafts.open("melding:verzonnen", lambda _: None)
        self.field.typed.connect(self.drafts.touch)
        self.field.left.connect(self._tidy)

    def _lost(self, error: WerkdeskError) -> None:
        self.errors.append(error)
        self.words = "niet bewaard"

    def _kept(self) -> None:
        self.words = ""

    def _tidy(self) -> None:
        text = self.field.value()
        self.field.set_value(f"{text[:2]} {text[2:].strip()}".strip())
        self.drafts.touch()

    def _gather(self) -> Velden | None:
        text = self.field.value()
        focus = "telefoon" if self.field.editor.hasFocus() else ""
        return {"telefoon": text, FOCUS: focus} if text else None

    def left(self) -> None:
        self.drafts.flush()


class DraftDesk(FakeDesk):
    """Keeps drafts while it is not locked, and notes the order of what it was asked."""

    tasks: Tasks
    locked = False
    full = False

    def lock(self) -> None:
        super().lock()
        self.locked = True

    def save(self, _key: str, velden: Velden) -> Changes:
        if self.locked:
            raise Locked("cache.op_slot")
        if self.full:
            raise Unavailable("schijf.vol")
        self.drafts = velden
        return Changes()

    def drop(self, _key: str) -> Changes:
        self.drafts = {}
        return Changes()

    drafts: Velden = {}  # noqa: RUF012  replaced, never changed

    def make_visit(self, name: str, opening: Opening, host: Host) -> PlaceScreen:
        actions = DraftActions(save=self.save, read=lambda _: None, drop=self.drop)
        place = DraftPlace(name, opening, host, actions, self.tasks)
        self.places.append(place)
        return place


@pytest.fixture
def desk() -> DraftDesk:
    return DraftDesk(**vars_of(busy_morning()))


@pytest.fixture
def at(open_desk: Opener, desk: DraftDesk) -> Driver:
    driver = open_desk(desk)
    desk.tasks = driver.tasks
    driver.sign_in()
    driver.press("F8")
    return driver


def vars_of(desk: FakeDesk) -> dict[str, Any]:
    return {name: value for name, value in vars(desk).items() if not name.startswith("_")}


def place_of(desk: DraftDesk) -> DraftPlace:
    (place,) = desk.places
    assert isinstance(place, DraftPlace)
    return place


def wait_out(at: Driver, place: DraftPlace) -> None:
    """Until the timer of the draft, if it runs, has done its work."""
    at.qtbot.waitUntil(lambda: not place.drafts._timer.isActive())
    at.settle()


def test_the_last_keys_are_written_before_the_lock_and_nothing_after(at: Driver, desk: DraftDesk) -> None:
    place = place_of(desk)
    at.type("0612345678")
    at.press("Ctrl+Shift+L")
    wait_out(at, place)
    assert desk.locked
    assert not place.errors
    assert desk.drafts["telefoon"] == "06 12345678"
    assert desk.drafts[FOCUS] == "telefoon"


def test_a_draft_that_was_not_written_is_tried_again_and_its_red_line_goes(
    at: Driver, desk: DraftDesk
) -> None:
    place = place_of(desk)
    desk.full = True
    at.type("06")
    place.drafts.flush()
    at.settle()
    assert place.words == "niet bewaard"
    desk.full = False
    assert place.drafts._timer.isActive()
    place.drafts._timer.timeout.emit()
    at.settle()
    assert place.words == ""
    assert desk.drafts["telefoon"] == "06"


def test_a_red_line_goes_when_there_is_nothing_left_to_keep(at: Driver, desk: DraftDesk) -> None:
    place = place_of(desk)
    desk.full = True
    at.type("06")
    place.drafts.flush()
    at.settle()
    place.field.set_value("")
    place.drafts._on_disk = {"telefoon": "0"}
    place.drafts.flush()
    at.settle()
    assert place.words == ""


def test_typing_on_after_a_failure_is_saved_within_the_usual_time(at: Driver, desk: DraftDesk) -> None:
    place = place_of(desk)
    desk.full = True
    at.type("06")
    place.drafts.flush()
    at.settle()
    at.type("1")
    assert place.drafts._timer.isActive()
    assert place.drafts._timer.interval() == 400


@pytest.mark.parametrize("key", ["Ctrl+Shift+L", "F12"])
def test_the_work_goes_on_in_the_field_where_it_was(at: Driver, desk: DraftDesk, key: str) -> None:
    place = place_of(desk)
    assert place.field.editor.hasFocus()
    place.second.editor.setFocus()
    at.press(key)
    assert not place.second.editor.hasFocus()
    if key == "F12":
        at.press("F12")
    else:
        at.type(desk.pin)
        at.press("Return")
    assert at.window.stack.currentWidget() is at.work.frame
    assert place.second.editor.hasFocus()

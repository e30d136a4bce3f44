"""The register changes who sits here while somebody works: the window follows, and says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from driving import Driver
from fake_desk import FakeDesk

from werkdesk.errors import Locked
from werkdesk.ui.teksten import frame as t
from werkdesk.ui.werkplek_actions import WerkplekActions
from werkdesk.usecases.changes import Changes, Topic

Opener = Callable[[FakeDesk], Driver]


class OfficeDesk(FakeDesk):
    """``told``: what asking for the session anew gives, a session or a refusal."""

    told: object | None = None
    renewals = 0
    is_locked = False

    def renew(self) -> object | None:
        self.renewals += 1
        if isinstance(self.told, Locked):
            raise self.told
        return self.told

    def lock(self) -> None:
        super().lock()
        self.is_locked = True

    def actions(self, _session: object = None) -> WerkplekActions:
        return replace(super().actions(), renew=self.renew)


@pytest.fixture
def desk() -> OfficeDesk:
    return OfficeDesk()


@pytest.fixture
def at(desk: OfficeDesk, open_desk: Opener) -> Driver:
    driver = open_desk(desk)
    driver.sign_in()
    return driver


def news(at: Driver, topic: Topic = Topic.PERSONEEL) -> None:
    at.tasks.changed.emit(Changes(topic))
    at.settle()


def test_other_roles_build_the_work_anew_and_say_so(at: Driver, desk: OfficeDesk) -> None:
    before = at.work
    desk.told = object()
    news(at)
    assert at.work is not before
    assert at.window.stack.currentWidget() is at.work.frame
    assert at.notice == t.ROLLEN_ANDERS


def test_news_of_others_leaves_the_work_as_it_is(at: Driver, desk: OfficeDesk) -> None:
    before = at.work
    news(at, Topic.MELDING)
    assert desk.renewals == 0
    news(at)
    assert (desk.renewals, at.work, at.notice) == (1, before, "")


def test_who_has_no_access_any_more_is_at_the_door_at_once(at: Driver, desk: OfficeDesk) -> None:
    desk.told = Locked("medewerker.ingetrokken")
    news(at)
    assert at.window.is_locked
    assert desk.is_locked


def test_behind_a_locked_door_nothing_is_built(at: Driver, desk: OfficeDesk) -> None:
    at.press("Ctrl+Shift+L")
    before = at.work
    desk.told = Locked("cache.op_slot")
    news(at)
    assert at.work is before
    assert at.window.is_locked

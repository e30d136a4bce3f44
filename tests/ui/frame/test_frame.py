"""The frame: places, menus, keys, panes, and what a screen reader finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from accessibility import problems
from driving import Driver
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from werkdesk.ui.keys import KeyMap
from werkdesk.ui.kit import theme
from werkdesk.ui.kit.field import HELP_KEY
from werkdesk.ui.kit.look import Look
from werkdesk.ui.kit.tokens import THEMES
from werkdesk.ui.screens.hulp.pages import NO_PAGE, find_page, split_pages

PLACES = (
    "hal", "klanten", "termijnen", "verdeling", "bellen", "jongeren", "voorschotten", "brieven", "verzenden",
    "regels",
)  # fmt: skip
PAGES = Path(__file__).parents[3] / "resources" / "handleiding"


def open_dossiers(driver: Driver, *names: str) -> None:
    for name in names:
        driver.press("F3")
        driver.type(name)
        driver.press("Return")


def test_places_in_the_rail_exist_and_are_reached_by_keyboard(at_work: Driver) -> None:
    assert tuple(at_work.work.frame.rail.items) == PLACES
    at_work.work.frame.rail.items["hal"].setFocus()
    at_work.press("Down")
    at_work.press("Return")
    assert at_work.here == "klanten"


def test_a_visit_stands_under_the_hall_and_goes_when_it_is_finished(at_work: Driver) -> None:
    at_work.press("F8")
    rail = at_work.work.frame.rail
    assert rail.items[at_work.here].text() == "Bezoek A318"
    assert rail._in_order()[1].text() == "Bezoek A318"
    at_work.press("Ctrl+F9")
    assert at_work.here == "hal"
    assert tuple(rail.items) == PLACES
    assert at_work.work.calls.bezoek is None


def test_dossiers_are_reached_by_number_and_in_turn(at_work: Driver) -> None:
    open_dossiers(at_work, "tesfay", "jansen-y")
    first, second = at_work.work.frame.open_names()
    at_work.press("Ctrl+1")
    assert at_work.here == first
    at_work.press("Ctrl+Tab")
    assert at_work.here == second
    at_work.press("Ctrl+Tab")
    assert at_work.here == first
    at_work.press("Ctrl+W")
    assert at_work.work.frame.open_names() == (second,)
    assert at_work.here == "hal"


def test_a_visit_at_the_desk_is_not_closed_by_accident(at_work: Driver) -> None:
    at_work.press("F8")
    visit = at_work.here
    at_work.press("Ctrl+W")
    assert at_work.here == visit
    assert not at_work.work.commands.actions["dossier.sluiten"].isEnabled()


def test_every_command_stands_in_a_menu(at_work: Driver) -> None:
    menus = [action.menu() for action in at_work.work.frame.menu_bar.actions()]
    listed = {action.objectName() for menu in menus if menu is not None for action in menu.actions()}
    assert set(at_work.work.commands.actions) == listed


def test_a_command_that_nobody_answers_now_is_grey(at_work: Driver) -> None:
    actions = at_work.work.commands.actions
    assert not actions["melding.nieuw"].isEnabled()
    assert not actions["bezoek.herhalen"].isEnabled()
    at_work.press("F8")
    assert actions["melding.nieuw"].isEnabled()
    assert actions["bezoek.herhalen"].isEnabled()
    at_work.press("Ctrl+N")
    assert at_work.desk.places[-1].told[-1] == "melding.nieuw"


def test_the_menu_is_reached_with_alt(at_work: Driver) -> None:
    QTest.keyClick(at_work.window, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert "Nieuw nummer" in [action.text() for action in popup.actions()]
    popup.close()


def test_the_button_in_the_top_bar_does_what_its_place_says(at_work: Driver) -> None:
    assert at_work.work.frame.action.text() == "Nieuw nummer"
    at_work.press("F8")
    assert at_work.work.frame.action.text() == "Bezoek afronden"
    at_work.work.frame.action.click()
    at_work.settle()
    assert at_work.here == "hal"


def test_f6_goes_round_all_panes_and_back(at_work: Driver) -> None:
    seen: list[QWidget] = []
    for _ in range(12):
        at_work.press("F6")
        if at_work.focus() in seen:
            break
        seen.append(at_work.focus())
    assert at_work.work.frame.box in seen
    assert at_work.work.frame.status.pill in seen
    at_work.press("Shift+F6")
    assert at_work.focus() is seen[-1]


@pytest.mark.parametrize("name", PLACES)
def test_tab_reaches_everything_and_comes_round(at_work: Driver, name: str) -> None:
    at_work.work.frame.go(name)
    at_work.settle()
    at_work.press("Tab")
    start = at_work.focus()
    seen = [start]
    for _ in range(80):
        at_work.press("Tab")
        if at_work.focus() is start:
            break
        assert at_work.focus() not in seen, "the keyboard is caught in a part of the window"
        seen.append(at_work.focus())
    assert at_work.focus() is start
    assert at_work.work.frame.box in seen


@pytest.mark.parametrize("name", PLACES)
def test_a_screen_reader_finds_a_name_for_everything(at_work: Driver, name: str) -> None:
    at_work.work.frame.go(name)
    at_work.settle()
    assert problems(at_work.window) == []


def test_door_panels_and_covers_are_named_too(at_door: Driver) -> None:
    assert problems(at_door.window) == []
    at_door.sign_in()
    for keys in ("Ctrl+T", "Ctrl+F1", "F1"):
        at_door.press(keys)
        assert problems(at_door.window) == []
        at_door.press("Escape")
    at_door.press("F8")
    at_door.press("Shift+F9")
    assert problems(at_door.window) == []
    at_door.press("Escape")
    at_door.press("F12")
    assert problems(at_door.window) == []


def test_a_name_with_markup_stays_text(at_work: Driver) -> None:
    hostile = "<img src=x onerror=alert(1)> & <b>Jansen</b>"
    visit = at_work.desk.hal().wachtend[1]
    at_work.desk.names[visit.id] = hostile
    at_work.work.hal.refresh()
    at_work.settle()
    assert hostile in [row.voor_wie for row in at_work.work.hal.queue.rows.rows]


@pytest.mark.parametrize("name", sorted(THEMES))
@pytest.mark.parametrize(
    ("scale", "width", "height"),
    [(1.0, 1366, 768), (1.0, 1440, 900), (1.0, 1920, 1080), (2.0, 1440, 900), (2.0, 1366, 768)],
)
def test_the_window_is_whole_in_every_size(
    at_work: Driver, qapp: QApplication, tmp_path: Path, name: str, scale: float, width: int, height: int
) -> None:
    theme.apply(qapp, Look(THEMES[name], scale))
    at_work.window.resize(width, height)
    at_work.settle()
    for place in PLACES:
        at_work.work.frame.go(place)
        at_work.settle()
        picture = tmp_path / f"{place}.png"
        assert at_work.window.grab().save(str(picture))
        image = QImage(str(picture))
        assert (image.width(), image.height()) == (width, height)
    assert at_work.work.frame.status.pill.isVisible()


def test_many_open_dossiers_scroll_in_the_rail_and_do_not_make_the_window_higher(at_work: Driver) -> None:
    open_dossiers(at_work, "tesfay", "jansen-y", "elhamdaoui, k")
    before = at_work.window.minimumSizeHint().height()
    at_work.press("F8")
    assert at_work.window.minimumSizeHint().height() == before
    last = at_work.work.frame.rail.items["regels"]
    at_work.window.resize(1100, 560)
    last.setFocus()
    at_work.settle()
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_help_keys_of_the_frame_have_a_page(at_work: Driver) -> None:
    pages = split_pages({path.stem: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")})
    at_work.press("F8")
    keys = {str(widget.property(HELP_KEY) or "") for widget in at_work.window.findChildren(QWidget)} - {""}
    assert {key for key in keys if find_page(pages, key) is NO_PAGE} == set()
    assert {"hal", "verzenden", "zoeken", "aanmelden"} <= keys


def test_pages_name_keys_that_exist() -> None:
    caps = {KeyMap().cap(name).replace("Return", "Enter") for name in KeyMap().keys}
    named = re.compile(r"\b((?:Ctrl\+)?(?:Shift\+)?F[0-9]{1,2}|Ctrl\+(?:Shift\+)?(?:[A-Z]|Enter))\b")
    for path in PAGES.glob("*.md"):
        for key in named.findall(path.read_text(encoding="utf-8")):
            assert key in caps, f"{path.name} names {key}"


def test_escape_on_a_list_goes_back_to_the_visit_it_was_opened_from(at_work: Driver) -> None:
    at_work.press("F8")
    visit = at_work.here
    at_work.press("F5")
    assert at_work.here == "verzenden"
    at_work.press("Escape")
    assert at_work.here == visit


def test_escape_goes_back_through_the_lists_and_stays_where_the_work_is(at_work: Driver) -> None:
    for name in ("klanten", "termijnen", "klanten", "verzenden"):
        at_work.work.frame.go(name)
    seen = []
    for _ in range(3):
        at_work.press("Escape")
        seen.append(at_work.here)
    assert seen == ["klanten", "hal", "hal"]


def test_escape_skips_a_place_that_is_gone(at_work: Driver) -> None:
    at_work.press("F8")
    visit = at_work.here
    at_work.press("F5")
    at_work.work.frame.remove_place(visit)
    at_work.press("Escape")
    assert at_work.here in ("verzenden", "hal")


def test_escape_closes_the_help_before_it_reaches_the_place_under_it(at_work: Driver) -> None:
    at_work.press("F8")
    at_work.press("F1")
    assert at_work.work.frame.help.isVisible()
    at_work.press("Escape")
    assert at_work.work.frame.help.isHidden()
    assert at_work.here.startswith("bezoek:")

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from showing import Show

from werkdesk.errors import Refused
from werkdesk.ui.keys import (
    KEPT_FREE,
    TABLE,
    Group,
    KeyMap,
    captions,
    forbidden,
    install,
    portable_key,
    reinstall,
)
from werkdesk.ui.kit.note_field import NoteField
from werkdesk.ui.kit.search_box import SearchBox
from werkdesk.ui.kit.text_field import TextField

CHANGEABLE = [(key.action, text) for key in TABLE if key.changeable for text in key.keys]
EDITORS_OWN = {"Ctrl+Z"}
"""Undo in a field is the field's own; elsewhere the key undoes the last act."""


def test_no_key_is_used_twice_in_one_place() -> None:
    assert KeyMap().conflicts() == []


def test_action_names_are_unique() -> None:
    assert len({key.action for key in TABLE}) == len(TABLE)


@pytest.mark.parametrize(("action", "text"), CHANGEABLE)
def test_every_default_is_a_key_that_may_be_used(action: str, text: str) -> None:
    assert portable_key(text) == text
    assert not forbidden(text)


@pytest.mark.parametrize(
    ("action", "text"),
    [
        ("help.veld", "F1"),
        ("help.toetsen", "Ctrl+F1"),
        ("wijzigen", "F2"),
        ("zoeken", "F3"),
        ("zoeken", "Ctrl+K"),
        ("klant.identiteit", "Ctrl+I"),
        ("verzenden", "F5"),
        ("vak.volgende", "F6"),
        ("vak.vorige", "Shift+F6"),
        ("afspraak", "F7"),
        ("weekplan", "Ctrl+M"),
        ("werkgever.ruimte", "Ctrl+U"),
        ("bezoek.oproepen", "F8"),
        ("bezoek.herhalen", "Shift+F8"),
        ("bezoek.niet_verschenen", "Ctrl+F8"),
        ("controles", "F9"),
        ("bezoek.afronden", "Ctrl+F9"),
        ("afdekken", "F12"),
        ("alarm", "Ctrl+F12"),
        ("bezoek.nummer", "Ctrl+T"),
        ("melding.nieuw", "Ctrl+N"),
        ("klant.nieuw", "Ctrl+Shift+N"),
        ("bewaren", "Ctrl+S"),
        ("bewaren.verder", "Ctrl+Return"),
        ("papier.afdrukken", "Ctrl+P"),
        ("papier.stapel", "Ctrl+Shift+P"),
        ("papier.overeenkomst", "Ctrl+Shift+A"),
        ("lijst.vinden", "Ctrl+F"),
        ("dossier.sluiten", "Ctrl+W"),
        ("dossier.volgende", "Ctrl+Tab"),
        ("dossier.9", "Ctrl+9"),
        ("terug", "Esc"),
        ("vergrendelen", "Ctrl+Shift+L"),
    ],
)
def test_the_table_holds_the_keys_of_the_counter(action: str, text: str) -> None:
    assert QKeySequence(text) in KeyMap().sequences(action)


def test_a_user_may_choose_another_key() -> None:
    keymap = KeyMap({"bezoek.oproepen": "ctrl+j", "weekplan": ""})
    assert keymap.cap("bezoek.oproepen") == "Ctrl+J"
    assert keymap.sequences("weekplan") == []
    assert captions(keymap, ["bezoek.oproepen", "weekplan"]) == {"bezoek.oproepen": "Ctrl J", "weekplan": ""}


def test_two_actions_may_change_places() -> None:
    keymap = KeyMap({"bezoek.oproepen": "F9", "controles": "F8"})
    assert (keymap.cap("bezoek.oproepen"), keymap.cap("controles")) == ("F9", "F8")


@pytest.mark.parametrize(
    ("action", "text", "code"),
    [
        ("bezoek.oproepen", "F3", "toets.bezet"),
        ("bezoek.oproepen", "Return", "toets.bezet"),
        ("bezoek.oproepen", "Ctrl+Alt+J", "toets.verboden"),
        ("bezoek.oproepen", "J", "toets.verboden"),
        ("bezoek.oproepen", "Shift+J", "toets.verboden"),
        ("bezoek.oproepen", "7", "toets.verboden"),
        ("bezoek.oproepen", "Alt+B", "toets.verboden"),
        ("bezoek.oproepen", "Ctrl+L", "toets.verboden"),
        ("bezoek.oproepen", "Ctrl+C", "toets.verboden"),
        ("bezoek.oproepen", "F10", "toets.verboden"),
        ("bezoek.oproepen", "Space", "toets.verboden"),
        ("bezoek.oproepen", "Ctrl+J, Ctrl+K", "toets.onbekend"),
        ("bezoek.oproepen", "onzin", "toets.onbekend"),
        ("bestaat.niet", "F11", "toets.onbekend"),
        ("veld.alles", "F11", "toets.onbekend"),
    ],
)
def test_a_key_that_cannot_be_is_refused(action: str, text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        KeyMap({action: text})
    assert refused.value.code == code
    assert refused.value.field in {action, "zoeken", "lijst.openen", "voorbeeld.afdrukken"}


def test_installed_keys_work_from_inside_every_editor(show: Show) -> None:
    fields = [TextField("Naam"), NoteField("Toelichting")]
    search = SearchBox("Zoek")
    window = show(*fields, search)
    pressed: list[str] = []
    keymap = KeyMap()
    actions = install(window, keymap, {name: _note(pressed, name) for name in keymap.keys})
    for editor in (fields[0].editor, fields[1].editor, search):
        for action, text in CHANGEABLE:
            if text in EDITORS_OWN:
                continue
            editor.setFocus()
            pressed.clear()
            QTest.keySequence(editor, QKeySequence(text))
            assert pressed == [action], f"{text} in {type(editor).__name__}"
    assert len(actions) == len(TABLE)


def _note(pressed: list[str], name: str):  # type: ignore[no-untyped-def]
    return lambda: pressed.append(name)


def test_undo_in_a_field_is_the_fields_own(show: Show) -> None:
    field = TextField("Naam")
    window = show(field)
    pressed: list[str] = []
    install(window, KeyMap(), {"ongedaan": _note(pressed, "ongedaan")})
    field.line.setFocus()
    QTest.keyClicks(field.line, "ab")
    QTest.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.value(), pressed) == ("", [])


def test_escape_in_a_filled_search_box_belongs_to_the_box(show: Show) -> None:
    search = SearchBox("Zoek")
    window = show(search)
    pressed: list[str] = []
    install(window, KeyMap(), {"terug": _note(pressed, "terug")})
    search.setFocus()
    QTest.keyClicks(search, "ab")
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (search.text(), pressed) == ("", [])
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert pressed == ["terug"]


def test_every_installed_action_stands_in_a_menu_with_its_key(show: Show) -> None:
    bar = QMenuBar()
    window = show(bar)
    keymap = KeyMap()
    names = ["zoeken", "bezoek.oproepen", "help.veld"]
    actions = install(window, keymap, {name: _note([], name) for name in names}, menu_bar=bar)
    menus = [menu for title in bar.actions() if isinstance(menu := title.menu(), QMenu)]
    listed = [action for menu in menus for action in menu.actions()]
    assert {action.objectName() for action in listed} == set(names) == set(actions)
    assert actions["zoeken"].shortcut() == QKeySequence("F3")
    reinstall(KeyMap({"zoeken": "F11"}), actions)
    assert actions["zoeken"].shortcut() == QKeySequence("F11")


def test_menus_have_different_letters() -> None:
    letters = [group.value[group.value.index("&") + 1].upper() for group in Group if "&" in group.value]
    assert len(set(letters)) == len(letters)


def test_the_key_card_names_every_key_once() -> None:
    card = KeyMap().card()
    lines = [line for _, lines in card for line in lines]
    assert ("Ctrl+1…9", "Dossier 1 tot en met 9") in lines
    assert len([line for line in lines if line[1].startswith("Dossier ")]) == 2
    assert len(lines) == len([key for key in TABLE if key.keys]) - 8
    assert all("&" not in heading for heading, _ in card)


def test_platform_keys_are_left_alone() -> None:
    used = {text for key in TABLE if key.changeable for text in key.keys}
    assert used & KEPT_FREE == set()


def test_the_question_whose_key_it_is_stays_open_for_ours(qapp: QApplication, show: Show) -> None:
    field = TextField("Naam")
    show(field)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    qapp.sendEvent(field.line, event)
    assert not event.isAccepted()

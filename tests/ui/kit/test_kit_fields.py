from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from showing import Show

from werkdesk.errors import Refused
from werkdesk.ui.kit.field import Field, help_key_of, point_at
from werkdesk.ui.kit.label import Label
from werkdesk.ui.kit.note_field import NoteField
from werkdesk.ui.kit.pick_field import PickField
from werkdesk.ui.kit.text_field import DateField, DateRead, TextField

HOSTILE = "<img src=file:///etc/passwd><b>vet</b>\u202eomgekeerd\x07"


def test_a_label_shows_markup_as_text(qtbot: QtBot) -> None:
    label, plain = Label("<b>x</b>"), Label("x")
    for one in (label, plain):
        qtbot.addWidget(one)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().width() > 3 * plain.sizeHint().width()


def test_hostile_text_goes_in_and_out_unchanged(show: Show) -> None:
    line, note = TextField("Naam"), NoteField("Toelichting")
    show(line, note)
    for field in (line, note):
        field.set_value(HOSTILE)
        assert field.value() == HOSTILE


def test_ten_thousand_characters_are_kept_and_counted(show: Show) -> None:
    line = TextField("Reden", limit=300, over="Maak de tekst korter.")
    show(line)
    line.set_value("a" * 10_000)
    assert len(line.value()) == 10_000
    assert line.counter.text() == "10000 / 300"
    assert line.verdict() == "Maak de tekst korter."


def test_the_counter_comes_near_the_limit_only(show: Show) -> None:
    line = TextField("Reden", limit=10)
    show(line)
    line.set_value("12345678")
    assert line.counter.isHidden()
    line.set_value("123456789")
    assert not line.counter.isHidden()


def test_an_error_stands_below_and_goes_when_it_is_right(show: Show) -> None:
    line = TextField("Naam", check=lambda text: "" if text else "Vul de achternaam in.")
    other = TextField("Anders")
    show(line, other)
    line.line.setFocus()
    QTest.keyClicks(line.line, "x")
    QTest.keyClick(line.line, Qt.Key.Key_Backspace)
    assert line.error == ""
    other.line.setFocus()
    assert line.error == "Vul de achternaam in."
    assert line.below.text() == "Vul de achternaam in."
    assert line.line.accessibleDescription() == "Vul de achternaam in."
    QTest.keyClicks(line.line, "y")
    assert line.error == ""
    assert line.below.text() == ""


def test_an_error_does_not_move_the_form(show: Show) -> None:
    first, second = TextField("Een"), TextField("Twee")
    show(first, second)
    before = second.pos()
    first.show_error("Te kort.")
    QApplication.processEvents()
    assert second.pos() == before


def test_a_hint_comes_back_after_the_error(show: Show) -> None:
    line = TextField("Telefoon", hint="Tien cijfers.")
    show(line)
    line.show_error("Nog één cijfer.")
    line.show_hint("Nederlands nummer.")
    assert line.below.text() == "Nog één cijfer."
    line.show_error("")
    assert line.below.text() == "Nederlands nummer."


def test_typing_is_told_and_setting_is_not(show: Show) -> None:
    line, note = TextField("Naam"), NoteField("Toelichting")
    show(line, note)
    heard: list[str] = []
    for field in (line, note):
        field.typed.connect(heard.append)
        field.set_value("van het programma")
        field.wipe()
    QTest.keyClicks(line.line, "ab")
    QTest.keyClicks(note.edit, "c")
    assert heard == ["a", "ab", "c"]


def test_wiping_leaves_nothing_for_undo(show: Show) -> None:
    line, note = TextField("Naam"), NoteField("Toelichting")
    show(line, note)
    QTest.keyClicks(line.line, "geheim")
    QTest.keyClicks(note.edit, "geheim")
    for field in (line, note):
        field.wipe()
    line.line.undo()
    note.edit.undo()
    assert (line.value(), note.value()) == ("", "")
    assert not line.line.isUndoAvailable()


def test_no_field_remembers_what_was_typed(show: Show) -> None:
    line = TextField("Naam")
    show(line)
    assert line.line.completer() is None


def test_tab_leaves_a_note_instead_of_typing(show: Show) -> None:
    note, line = NoteField("Toelichting"), TextField("Naam")
    show(note, line)
    note.edit.setFocus()
    QTest.keyClick(note.edit, Qt.Key.Key_Tab)
    assert note.value() == ""
    assert line.line.hasFocus()


def test_a_note_that_is_too_long_says_so_and_keeps_all(show: Show) -> None:
    note = NoteField("Toelichting", limit=5, over="Maak de tekst korter.")
    show(note)
    note.set_value("123456")
    assert note.error == "Maak de tekst korter."
    assert note.value() == "123456"
    note.set_value("12345")
    assert note.error == ""


def test_a_pin_is_not_readable(show: Show) -> None:
    pin = TextField("Pincode", secret=True)
    show(pin)
    pin.set_value("123456")
    assert pin.line.echoMode() is QLineEdit.EchoMode.Password
    assert "1" not in pin.line.displayText()


def read(text: str) -> DateRead | None:
    if not text:
        return None
    if text not in {"3-11", "03-11-2026"}:
        raise Refused("datum.onbekend")
    return DateRead("03-11-2026", "dinsdag 3 november 2026", 20261103)


@pytest.fixture
def date_field() -> DateField:
    return DateField("Datum", read=read, explain=lambda error: f"zin bij {error.code}", hint="dag-maand-jaar")


def test_a_date_is_foretold_while_typing_and_completed_after(show: Show, date_field: DateField) -> None:
    other = TextField("Anders")
    show(date_field, other)
    date_field.line.setFocus()
    QTest.keyClicks(date_field.line, "3-11")
    assert date_field.value() == "3-11"
    assert date_field.below.text() == "dinsdag 3 november 2026"
    other.line.setFocus()
    assert date_field.value() == "03-11-2026"
    assert date_field.date_value() == 20261103


def test_what_is_no_date_is_explained_after_leaving(show: Show, date_field: DateField) -> None:
    other = TextField("Anders")
    show(date_field, other)
    date_field.line.setFocus()
    QTest.keyClicks(date_field.line, "31-31")
    assert date_field.error == ""
    other.line.setFocus()
    assert date_field.error == "zin bij datum.onbekend"
    assert date_field.value() == "31-31"
    assert date_field.date_value() is None


def test_an_empty_date_shows_its_hint(show: Show, date_field: DateField) -> None:
    show(date_field)
    date_field.set_value("3-11")
    date_field.wipe()
    assert date_field.below.text() == "dag-maand-jaar"
    assert date_field.date_value() is None


def test_a_closed_list_has_values_and_a_name_of_its_own(show: Show) -> None:
    pick = PickField("&Kanaal", [("balie", "Balie"), ("post", "Post")])
    show(pick)
    assert pick.value() == ""
    pick.set_value("post")
    assert (pick.value(), pick.box.currentText()) == ("post", "Post")
    assert pick.box.accessibleName() == "Kanaal"
    pick.set_value("bestaat niet")
    assert pick.value() == ""


def test_help_is_found_from_the_editor_and_from_what_is_around_it(show: Show) -> None:
    line = TextField("Naam", help_key="melding.naam")
    window = show(line)
    assert help_key_of(line.line) == "melding.naam"
    assert help_key_of(window) == ""
    assert help_key_of(None) == ""


def test_a_refusal_finds_its_field(show: Show) -> None:
    fields: dict[str, Field] = {"naam": TextField("Naam"), "datum": TextField("Datum")}
    show(*fields.values())
    assert point_at(fields, "datum", "Dit is geen datum.")
    assert fields["datum"].error == "Dit is geen datum."
    assert fields["datum"].editor.hasFocus()
    assert not point_at(fields, "elders", "Zin.")
    assert not point_at(fields, None, "Zin.")

"""A defect gets a number; its values stay where they are."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from werkdesk.desk.crash import catch_all, note_defect
from werkdesk.errors import Defect
from werkdesk.workstation.logbook import start_logbook, stop_logbook

SECRET = "999990019 Elif Verzonnen"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    start_logbook(tmp_path)
    yield tmp_path / "werkdesk.log"
    stop_logbook()


@pytest.fixture
def caught() -> Iterator[list[Defect]]:
    before = sys.excepthook, threading.excepthook
    shown: list[Defect] = []
    catch_all(shown.append)
    yield shown
    sys.excepthook, threading.excepthook = before


def broken() -> None:
    raise ValueError(SECRET)


def test_a_defect_is_noted_by_number_and_line_without_its_text(log: Path) -> None:
    try:
        broken()
    except ValueError as error:
        defect = note_defect(error)
    number = str(defect.details["nummer"])
    assert re.fullmatch(r"D-[2-9A-HJ-NP-Z]{6}", number)
    written = log.read_text("utf-8")
    assert number in written
    assert "ValueError@test_crash.py" in written
    assert "Verzonnen" not in written
    assert "999990019" not in written


def test_two_defects_have_two_numbers(log: Path) -> None:
    assert note_defect(ValueError()).details != note_defect(ValueError()).details


def test_what_nobody_caught_in_a_thread_is_shown_by_number(log: Path, caught: list[Defect]) -> None:
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    assert len(caught) == 1
    assert "Verzonnen" not in log.read_text("utf-8")


def test_what_nobody_caught_on_the_main_thread_is_shown_by_number(log: Path, caught: list[Defect]) -> None:
    try:
        broken()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert len(caught) == 1
    assert str(caught[0].details["nummer"]) in log.read_text("utf-8")


def test_breaking_off_by_hand_is_no_defect(
    log: Path, caught: list[Defect], capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert caught == []
    capsys.readouterr()

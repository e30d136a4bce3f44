"""Commands of the spooler: time limits, absent programs, English answers."""

from __future__ import annotations

import pytest

from tests.patience import PATIENCE
from werkdesk.errors import Unavailable
from werkdesk.workstation.printing.spooler import ask


def test_data_travel_by_standard_input() -> None:
    assert ask("cat", data=b"%PDF-1.7", seconds=PATIENCE).output == "%PDF-1.7"


def test_a_command_that_hangs_is_given_up() -> None:
    with pytest.raises(Unavailable) as caught:
        ask("sleep", "30", seconds=0.05)
    assert caught.value.code == "printer.weg"


def test_a_command_that_is_not_there_is_named() -> None:
    with pytest.raises(Unavailable) as caught:
        ask("lp-die-er-niet-is", seconds=PATIENCE)
    assert caught.value.code == "printer.systeem_ontbreekt"


def test_answers_are_in_english_whatever_the_desk_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    monkeypatch.setenv("LANGUAGE", "nl")
    assert ask("env", seconds=PATIENCE).output.count("LC_ALL=C\n") == 1


def test_failure_tells_code_and_complaint() -> None:
    answer = ask("ls", "/map-die-er-niet-is", seconds=PATIENCE)
    assert answer.code != 0
    assert "No such file" in answer.complaint

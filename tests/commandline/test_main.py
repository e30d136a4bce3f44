"""The command line's promises: Dutch words, stable exit codes, one module a verb."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from werkdesk.commandline import main as command
from werkdesk.commandline.main import GROUPS, build_parser, main
from werkdesk.commandline.output import LOCKED, REFUSED, UNREACHABLE, exit_code
from werkdesk.commandline.signing_in import read_pin
from werkdesk.desk.profile import open_desk_profile
from werkdesk.errors import Conflict, Locked, Refused, Unavailable, WerkdeskError
from werkdesk.usecases.invoer import lezen

ROOT = Path(__file__).parents[2]


def refuses(*words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(words)
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("desk", "impor"), "'impor' bestaat niet"),
        (("desk", "import"), "dit ontbreekt: BESTAND"),
        (("desk",), "dit ontbreekt: OPDRACHT"),
        (("desk", "status", "--jsno"), "dit begrijp ik niet: --jsno"),
        (("desk", "list", "schoenen"), "'schoenen' bestaat niet"),
        (("desk", "status", "--pin-file"), "achter --pin-file hoort een waarde"),
        (("desk", "print", "M-1-0001-C", "L01", "--copies", "veel"), "'veel' past niet bij --copies"),
        (("vliegen",), "'vliegen' bestaat niet"),
        (("--profile",), "achter --profile hoort een waarde"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_dutch_sentence(
    words: tuple[str, ...], sentence: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert refuses(*words) == 2
    said = capfdbinary.readouterr()
    assert sentence in said.err.decode()
    assert said.err.startswith(b"Gebruik: werkdesk")
    assert said.out == b""


@pytest.mark.parametrize(
    "words", [("--help",), ("desk", "--help"), ("desk", "import", "--help"), ("rules", "test", "--help")]
)
def test_help_is_dutch_to_the_last_word(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert refuses(*words) == 0
    said = capsys.readouterr().out
    for english in ("usage", "options", "positional", "show this", "arguments"):
        assert english not in said.lower()


@pytest.mark.parametrize(
    "typed",
    [
        ["--profile", "X", "desk", "status"],
        ["desk", "--profile", "X", "status"],
        ["desk", "status", "--profile", "X"],
        ["desk", "status", "--profile=X"],
    ],
)
def test_the_profile_may_stand_anywhere(typed: list[str]) -> None:
    typed = command._profile_first(typed)
    assert build_parser(typed).parse_args(typed).profile == Path("X")


def test_what_stands_after_two_hyphens_is_text() -> None:
    typed = command._profile_first(["desk", "search", "--", "--profile"])
    assert build_parser(typed).parse_args(typed).text == "--profile"


def test_every_group_is_there() -> None:
    for name in GROUPS:
        assert name in build_parser([name]).format_help()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Refused("naam.ontbreekt"), REFUSED),
        (Conflict("veld.botsing"), REFUSED),
        (Unavailable("register.tijd"), UNREACHABLE),
        (Unavailable("schijf.vol"), REFUSED),
        (Locked("pin.onjuist"), LOCKED),
    ],
)
def test_exit_codes_say_what_happened(error: WerkdeskError, code: int) -> None:
    assert exit_code(error) == code


def test_a_profile_that_is_no_desk_says_so(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["desk", "status", "--json", "--profile", str(tmp_path / "leeg")]) == REFUSED
    said = capfdbinary.readouterr()
    assert b'"code":"balie.niet_aangemeld"' in said.out
    assert b"balie.niet_aangemeld: " in said.err


def test_a_defect_shows_a_number_and_no_value(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def broken(_: object) -> None:
        raise ValueError("999990019 Elif Verzonnen")

    monkeypatch.setattr("werkdesk.commandline.desk_state.require_enrolled", broken)
    monkeypatch.setattr("werkdesk.commandline.signing_in.require_enrolled", broken)
    assert main(["desk", "status", "--profile", str(tmp_path / "p")]) == REFUSED
    said = capfdbinary.readouterr()
    assert b"D-" in said.err
    log = (tmp_path / "p" / "logboek" / "werkdesk.log").read_bytes()
    assert b"ValueError@" in log
    assert b"Verzonnen" not in said.err + said.out + log


def test_after_a_defect_nothing_holds_on_to_the_error_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A handler that stayed wrote to a stream that was closed since, and took a register's thread down."""

    def broken(_: object) -> None:
        raise ValueError

    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr("werkdesk.commandline.desk_state.require_enrolled", broken)
    monkeypatch.setattr("werkdesk.commandline.signing_in.require_enrolled", broken)
    assert main(["desk", "status", "--profile", str(tmp_path / "p")]) == REFUSED
    assert root.handlers == []


@pytest.mark.parametrize("text", ["geheim-pin-1\n", "geheim-pin-1\r\nrest", "geheim-pin-1"])
def test_a_pin_is_the_first_line_of_its_file(text: str, tmp_path: Path) -> None:
    (tmp_path / "pin").write_text(text, encoding="utf-8", newline="")
    assert read_pin(str(tmp_path / "pin")) == "geheim-pin-1"


@pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff\xfe"])
def test_a_pin_that_is_not_there_locks(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "pin").write_bytes(content)
    with pytest.raises(Locked, match=r"pin\.(ontbreekt|bestand)"):
        read_pin(str(tmp_path / "pin"))


def test_a_pin_may_come_through_an_open_descriptor() -> None:
    done = subprocess.run(
        [sys.executable, "-c",
         "import os; r, w = os.pipe(); os.write(w, b'geheim-pin-1\\n'); os.close(w);"
         "from werkdesk.commandline.signing_in import read_pin; print(read_pin(str(r)))"],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    assert done.stdout == "geheim-pin-1\n"


def test_wrong_usage_imports_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c",
         "import sys; from werkdesk.commandline.main import build_parser; build_parser(['desk', 'status']);"
         "heavy = ('sqlalchemy', 'httpx', 'reportlab', 'keyring', 'PySide6');"
         "print([m for m in heavy if m in sys.modules])"],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    assert done.stdout == "[]\n"


def test_the_help_of_import_names_every_field_that_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert refuses("desk", "import", "--help") == 0
    said = capsys.readouterr().out
    named = set(re.findall(r"``([a-z_]+)``", lezen.__doc__ or ""))
    other_spellings = {
        "achternaam", "straatnaam", "huisnummertoevoeging", "plaats", "e_mail", "ww_loopt_af_op",
    }  # fmt: skip
    assert len(named) > 35
    assert [veld for veld in sorted(named - other_spellings) if veld not in said] == []


def test_a_second_start_brings_the_window_forward_and_touches_nothing(tmp_path: Path) -> None:
    instance = open_desk_profile(tmp_path / "p").take()
    try:
        assert main(["desk", "open", "--profile", str(tmp_path / "p")]) == 0
        assert instance.raise_requested()
    finally:
        instance.release()

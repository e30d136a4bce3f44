"""The log holds events and ids, whatever anybody tries to write in it."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from werkdesk.errors import Unavailable
from werkdesk.workstation.logbook import (
    BACKUPS,
    MAX_BYTES,
    Logbook,
    log_event,
    log_failure,
    start_logbook,
    stop_logbook,
)

NAME = "Voorbeeldachternaam"
BSN = "999990019"  # passes the eleven-test, in the test range


@pytest.fixture
def logbook(tmp_path: Path) -> Iterator[Logbook]:
    root = logging.getLogger()
    level, raising = root.level, logging.raiseExceptions
    yield start_logbook(tmp_path, level=logging.DEBUG)
    stop_logbook()
    root.setLevel(level)
    logging.raiseExceptions = raising


def _text(tmp_path: Path) -> str:
    return (tmp_path / "werkdesk.log").read_text("utf-8")


def test_an_event_is_a_name_and_ids(logbook: Logbook, tmp_path: Path) -> None:
    identity = UUID("0199aaaa-0000-7000-8000-123456782000")
    log_event("sync.klaar", gestuurd=3, ms=12.5, id=identity, gelukt=True, scope="0362", reden=None)
    assert re.fullmatch(
        r"\S+\+00:00 INFO sync\.klaar gestuurd=3 ms=12\.5 id=0199aaaa-0000-7000-8000-123456782000 "
        r"gelukt=True scope=0362 reden=None\n",
        _text(tmp_path),
    )
    assert logbook.caught == 0


def test_what_is_no_id_is_not_written(logbook: Logbook, tmp_path: Path) -> None:
    for value in (NAME, "J. de Vries", "regel\nINFO vervalst", "x" * 500, "é.1", ["a"], {"naam": NAME}):
        log_event("inloop.bewaard", wat=value)  # type: ignore[arg-type]
    log_event(f"Melding van {NAME}")
    text = _text(tmp_path)
    assert NAME not in text
    assert "Vries" not in text
    assert text.count("wat=?") == 7
    assert len(text.splitlines()) == 8


def test_other_libraries_are_named_but_not_quoted(logbook: Logbook, tmp_path: Path) -> None:
    logging.getLogger("vreemd.pakket").warning("row %s", NAME)
    logging.getLogger("vreemd.pakket").warning("https://register/?bsn=%s", BSN)
    text = _text(tmp_path)
    assert NAME not in text
    assert BSN not in text
    assert text.count("vreemd=vreemd.pakket plaats=test_logbook:") == 2


@pytest.mark.parametrize("name", ["httpx", "sqlalchemy.engine", "keyring.backend"])
def test_talkative_libraries_are_quiet_below_warning(logbook: Logbook, tmp_path: Path, name: str) -> None:
    logging.getLogger(name).info("SELECT 1")
    assert _text(tmp_path) == ""


def test_a_failure_is_types_and_lines_without_its_words(logbook: Logbook, tmp_path: Path) -> None:
    def fail() -> None:
        raise Unavailable("schijf.vol")

    def translate() -> None:
        try:
            fail()
        except Unavailable as error:
            raise ValueError(f"voor {NAME}") from error

    try:
        translate()
    except ValueError as error:
        log_failure("bewaren.mislukt", error, nummer=7)
    text = _text(tmp_path)
    assert NAME not in text
    assert re.search(
        r"ERROR bewaren\.mislukt nummer=7 ValueError@.*<Unavailable\(schijf\.vol\)@test_logbook", text
    )


@pytest.mark.parametrize("written", [BSN, "9999.90.019", "9999 90 019", int(BSN)])
def test_a_bsn_is_taken_out_and_counted(logbook: Logbook, tmp_path: Path, written: str | int) -> None:
    log_event("zoeken.klaar", wat=written)
    log_event("zoeken.klaar", pad=f"/x/{written}/y")
    text = _text(tmp_path)
    assert "999990019" not in re.sub(r"[. ]", "", text)
    assert logbook.caught == (0 if isinstance(written, str) and " " in written else 1)


@pytest.mark.parametrize("number", [999990018, 12345, 1_700_000_000_123])
def test_other_numbers_stay(logbook: Logbook, tmp_path: Path, number: int) -> None:
    log_event("sync.klaar", ms=number)
    assert f"ms={number}" in _text(tmp_path)
    assert logbook.caught == 0


def test_the_log_is_private_and_bounded(logbook: Logbook, tmp_path: Path) -> None:
    log_event("start.klaar")
    assert (tmp_path / "werkdesk.log").stat().st_mode & 0o077 == 0
    for _ in range(2):
        with (tmp_path / "werkdesk.log").open("ab") as file:
            file.write(bytes(MAX_BYTES))
        log_event("start.klaar")
    files = sorted(tmp_path.iterdir())
    assert 2 <= len(files) <= BACKUPS + 1
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)


@pytest.mark.skipif(sys.platform == "win32", reason="folders take no files there either, with another error")
def test_a_log_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "geen-map").write_text("")
    with pytest.raises(Unavailable, match=r"logboek\.onschrijfbaar"):
        start_logbook(tmp_path / "geen-map")

"""After a working day with letters, crashes and DEBUG logs no name, BSN or telephone number stands open."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.faults import damage
from tests.faults.fault_desk import USER, FaultDesk
from tests.fixtures.desk import PIN
from tests.fixtures.register import Postgres
from werkdesk.commandline.main import main
from werkdesk.desk.crash import note_defect
from werkdesk.desk.papers import ChosenPrinter
from werkdesk.desk.session import Desk
from werkdesk.domain.bezoek import BezoekReden
from werkdesk.domain.melding import Kanaal, MeldingFeiten
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.domain.waarden.email import Email
from werkdesk.domain.waarden.naam import Naam
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import WerkdeskError
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.papieren import LetterWanted
from werkdesk.workstation.logbook import Logbook, start_logbook, stop_logbook
from werkdesk.workstation.printing.file_printer import FilePrinter

pytestmark = pytest.mark.postgres
ROOT = Path(__file__).parents[2]

NAME, GIVEN, BSN, PHONE = "Zeldzaamverzonnen", "Quirijnfictief", "999990019", "0687654321"
MAIL, NOTE, REF = (
    "quirijn.fictief@voorbeeld.example",
    "Vertelde-over-verzonnen-ziekte",
    "brief-van-verzonnen-9",
)
SECRETS = (NAME, GIVEN, BSN, PHONE, "687654321", MAIL, NOTE, REF, PIN)


def open_words(data: bytes) -> set[str]:
    """Which of the secrets stand in these bytes, in any of the ways in which text may stand."""
    low = data.lower()
    ways = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
    return {secret for secret in SECRETS if any(secret.lower().encode(way) in low for way in ways)}


def leaks(*folders: Path) -> dict[str, set[str]]:
    """File -> what stands in it, names of files and folders included."""
    found: dict[str, set[str]] = {}
    for folder in folders:
        for path in folder.rglob("*"):
            words = open_words(str(path.relative_to(folder)).encode())
            if path.is_file():
                words |= open_words(path.read_bytes())
            if words:
                found[str(path)] = words
    return found


@pytest.fixture
def debug_log(broken_desk: FaultDesk) -> Iterator[Logbook]:
    """Everything that anybody logs, down to DEBUG, in the profile's own log."""
    book = start_logbook(broken_desk.profile.folders.logs, level=logging.DEBUG)
    for name in ("sqlalchemy", "sqlalchemy.engine", "httpx", "httpcore", "uvicorn", "werkdesk"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield book
    stop_logbook()
    for name in ("sqlalchemy", "sqlalchemy.engine", "httpx", "httpcore", "uvicorn", "werkdesk"):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
def own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this process puts what it calls temporary."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def person() -> KlantFeiten:
    return KlantFeiten(
        naam=PersoonsNaam(geslachtsnaam=Naam(NAME), voornamen=Naam(GIVEN)), bsn=Bsn(BSN),
        telefoon=Telefoon(PHONE), email=Email(MAIL),
    )  # fmt: skip


def test_after_a_working_day_nothing_of_a_person_is_readable_outside_the_encrypted_files(
    broken_desk: FaultDesk, debug_log: Logbook, own_temp: Path, tmp_path: Path, postgres: Postgres
) -> None:
    papers = tmp_path / "printer"
    printer = ChosenPrinter(lambda: FilePrinter(papers))
    desk = Desk(
        broken_desk.profile, broken_desk.vault, clock=broken_desk.clock, printer=printer, is_live=False
    )
    broken_desk.closing.callback(desk.close)
    session = desk.sign_in(USER, PIN)
    actions = session.actions
    actions.inloop.ticket(BezoekReden.BIJSTAND)
    actions.inloop.call_next()
    klant = actions.klanten.record(person()).klant
    saved = actions.meldingen.record(
        NewMelding(klant=klant, feiten=MeldingFeiten(kanaal=Kanaal.BALIE, toelichting=NOTE), externe_ref=REF)
    )
    actions.concepten.save("melding:1", {"naam": NAME, "toelichting": NOTE}, USER)
    for asked in (NAME, BSN, PHONE):
        assert actions.lees.zoek(asked)
    preview = actions.papier.preview(LetterWanted(code="L01", klant=klant, melding=saved.melding.id))
    printed = actions.papier.print(preview, 1)
    assert printed.later is None
    assert desk.sync().fout is None
    # Whatever breaks, breaks with values in its hands.
    for error in (ValueError(f"{NAME} {BSN}"), KeyError(PHONE), WerkdeskError("naam.ontbreekt", veld=NAME)):
        note_defect(error)
    with pytest.raises(DBAPIError) as caught, desk.door.handles.writer.cache.write() as connection:
        connection.execute(text("INSERT INTO bestaat_niet VALUES (:naam, :bsn)"), {"naam": NAME, "bsn": BSN})
    assert open_words(str(caught.value).encode()) == set()
    note_defect(caught.value)
    logging.getLogger("vreemd").warning("klant %s met %s", NAME, BSN)
    image = broken_desk.crash_image(tmp_path / "na-de-stroom")  # the WAL still beside the file
    desk.lock()
    damage.flip_one_bit(broken_desk.cache)
    desk.sign_in(USER, PIN)
    desk.close()
    stop_logbook()

    log = (broken_desk.profile.folders.logs / "werkdesk.log").read_text("utf-8")
    assert log.count("werkdesk.defect") == 4
    assert "vreemd=sqlalchemy" in log  # it did listen to everybody
    assert debug_log.caught == 0
    assert leaks(broken_desk.folder, image.folder, own_temp) == {}
    assert len(list(papers.rglob("*.pdf"))) == 1
    assert not any(open_words(path.name.encode()) for path in papers.rglob("*"))
    server_log = list(postgres.cluster._folder.rglob("*.log"))
    assert server_log
    assert all(open_words(path.read_bytes()) == set() for path in server_log)


def test_the_scan_finds_what_is_there(tmp_path: Path) -> None:
    for number, way in enumerate(("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")):
        (tmp_path / f"{number}.bin").write_bytes(b"\x00\xff" + NAME.upper().encode(way) + b"\x01")
    (tmp_path / f"brief-{BSN}.pdf").write_bytes(b"")
    assert len(leaks(tmp_path)) == 5


def test_failures_of_a_verb_hold_no_values_in_words_or_json(
    broken_desk: FaultDesk, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (tmp_path / "pin").write_text(PIN, encoding="utf-8")
    at = [
        "--profile", str(broken_desk.folder), "--pin-file", str(tmp_path / "pin"),
        "--key-file", str(broken_desk.folder.with_suffix(".sleutel")),
    ]  # fmt: skip

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError(f"{NAME} {BSN} {PHONE}")

    out = ["--out", str(tmp_path / "x.pdf")]
    for verb in (
        ["desk", "letter", NAME, "L01", *out], ["desk", "letter", "M-1-0001-C", BSN, *out],
        ["desk", "print", BSN, "L01"],
    ):  # fmt: skip
        for options in ([], ["--json"]):
            assert main([*verb, *options, *at]) == 1
            said = capfdbinary.readouterr()
            assert open_words(said.out + said.err) == set()
    monkeypatch.setattr("werkdesk.commandline.desk_reading._write", breaks)
    for options in ([], ["--json"]):
        assert main(["desk", "search", NAME, *options, *at]) == 1
        said = capfdbinary.readouterr()
        assert open_words(said.out + said.err) == set()
        assert b"Traceback" not in said.err
        if options:
            told = json.loads(said.out)["error"]
            assert (told["code"], told["field"]) == ("defect", None)
            assert "D-" in told["sentence"]


def test_the_register_logs_no_values_when_two_rows_clash(
    broken_desk: FaultDesk, postgres: Postgres, capfd: pytest.CaptureFixture[str]
) -> None:
    insert = text("INSERT INTO proef VALUES (:bsn), (:bsn)")
    with broken_desk.register.engine.begin() as connection:
        connection.execute(text("CREATE TABLE proef (bsn text UNIQUE)"))
    with pytest.raises(DBAPIError) as caught, broken_desk.register.engine.begin() as connection:
        connection.execute(insert, {"bsn": BSN})
    assert "[SQL parameters hidden" in str(caught.value)
    server_log = list(postgres.cluster._folder.rglob("*.log"))
    assert all(open_words(path.read_bytes()) == set() for path in server_log)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux")
def test_no_verb_takes_a_secret_where_everybody_can_see_it() -> None:
    for verb in ("enrol", "add-user", "import", "status", "open", "search"):
        told = subprocess.run(
            [sys.executable, "-m", "werkdesk", "desk", verb, "--help"], cwd=ROOT, capture_output=True,
            env={**os.environ, "COLUMNS": "200"}, check=True, text=True,
        ).stdout  # fmt: skip
        assert "--pin " not in told
        assert "--pin-file" in told
